package org.interviewplanner.web.build;

import java.util.List;
import org.interviewplanner.assembly.AskingOrder;
import org.interviewplanner.web.data.BlueprintId;
import org.interviewplanner.web.data.CandidateId;
import org.jspecify.annotations.Nullable;

/**
 * What to build.
 *
 * @param candidates for whom, in the order of the sets; may be empty. What any of them was asked
 *     before comes in no set, so that each set serves each of them; where the bank is too small for
 *     that, it comes not in the set of this candidate
 * @param count number of sets, at least as many as candidates, 1 to {@link #MAX_SETS}
 * @param overlap most questions, besides musts, that two of the sets may share, at least 0
 * @param seed chooses among equally good sets: the same one gives the same sets while the bank is
 *     the same
 * @param order what is asked first, or null for what the blueprint says
 */
public record SetRequest(
        BlueprintId blueprint,
        List<CandidateId> candidates,
        int count,
        int overlap,
        long seed,
        AskingOrder.@Nullable Policy order) {

    /** Most sets at once. */
    public static final int MAX_SETS = 50;

    /** Greatest seed; small enough to be read out and typed. */
    public static final long MAX_SEED = 999_999_999;

    /**
     * @throws IllegalArgumentException if a bound is broken or a candidate stands twice
     */
    public SetRequest {
        candidates = List.copyOf(candidates);
        if (count < 1 || count > MAX_SETS) {
            throw new IllegalArgumentException(
                    "The number of sets (%d) must be 1 to %d.".formatted(count, MAX_SETS));
        }
        if (overlap < 0) {
            throw new IllegalArgumentException(
                    "The overlap (%d) must be at least 0.".formatted(overlap));
        }
        if (seed < 0 || seed > MAX_SEED) {
            throw new IllegalArgumentException(
                    "The seed (%d) must be 0 to %d.".formatted(seed, MAX_SEED));
        }
        if (candidates.size() > count) {
            throw new IllegalArgumentException(
                    """
                    The number of sets (%d) must be at least the number of candidates (%d).
                    Maybe build one set for each.\
                    """
                            .formatted(count, candidates.size()));
        }
        if (candidates.stream().distinct().count() < candidates.size()) {
            throw new IllegalArgumentException("Each candidate may stand once.");
        }
    }

    /** The same sets in another order. */
    SetRequest in(AskingOrder.Policy newOrder) {
        return new SetRequest(blueprint, candidates, count, overlap, seed, newOrder);
    }

    /** One set for nobody in particular. */
    public static SetRequest one(BlueprintId blueprint, long seed) {
        return new SetRequest(blueprint, List.of(), 1, 0, seed, null);
    }

    /** Several sets that share nothing. */
    public static SetRequest parallel(BlueprintId blueprint, int count, long seed) {
        return new SetRequest(blueprint, List.of(), count, 0, seed, null);
    }
}
