package org.interviewplanner.assembly;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many sets that share no question a pool can give at once.
 *
 * @param sets so many were found; at least 0
 * @param atMost more than so many were not asked for or are excluded; equal to sets if that is
 *     exact
 * @param clash why there is not one more: the names of the demands that clash, empty if that is
 *     unknown or more sets were not asked for
 * @param next what to write next, or null if no single kind of question would help
 */
public record Capacity(int sets, int atMost, List<String> clash, @Nullable Writing next) {

    /** Copies the clash. */
    public Capacity {
        clash = List.copyOf(clash);
    }

    /** Whether exactly {@link #sets} sets exist, or as many as were asked for. */
    public boolean isExact() {
        return sets == atMost;
    }

    /**
     * Questions that would give more sets.
     *
     * @param demand the demand they would count for, by its name
     * @param questions how many
     * @param moreSets how many sets more they would give, by the linear relaxation
     */
    public record Writing(String demand, int questions, int moreSets) {

        /** The advice as one sentence. */
        public String message() {
            return "%d more question(s) for %s give %d more set(s)."
                    .formatted(questions, Shortfall.spoken(demand), moreSets);
        }
    }
}
