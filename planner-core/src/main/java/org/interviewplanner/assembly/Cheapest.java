package org.interviewplanner.assembly;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Tries the cheapest questions of a large pool first. If the best sets of them have the targets and
 * the time that no question at all could better, and cost no more than the cheapest sets with any
 * question left out must cost, they are the best of the whole pool.
 *
 * <p>Which of equally dear questions are tried is chosen by seed.
 */
final class Cheapest {

    /** So many questions for each that the sets hold are tried. */
    private static final long FOR_EACH = 8;

    /** The more the sets hold, the dearer the last of them: one more for so many. */
    private static final long MORE = 8;

    /** The part of the work that the trial may take. */
    private static final int TRIAL = 200;

    private final Pool pool;
    private final Blueprint blueprint;
    private final int sets;
    private final long seed;

    /** Questions that cannot be chosen: forbidden, or must-have. */
    private final BitSet out;

    private final BitSet included;
    private final Set<String> tags = new LinkedHashSet<>();
    private final boolean approvedOnly;

    private Cheapest(Pool pool, Blueprint blueprint, int sets, long seed) {
        this.pool = pool;
        this.blueprint = blueprint;
        this.sets = sets;
        this.seed = seed;
        out = new BitSet(pool.size());
        included = new BitSet(pool.size());
        boolean isApproved = false;
        for (Demand demand : blueprint.demands()) {
            switch (demand) {
                case Demand.TagQuota it -> tags.add(it.tag());
                case Demand.Include it -> it.questions().forEach(id -> mark(included, id));
                case Demand.Exclude it -> it.questions().forEach(id -> mark(out, id));
                case Demand.ApprovedOnly unused -> isApproved = true;
                case Demand.Quota unused -> {}
                case Demand.Time unused -> {}
                case Demand.Enemies unused -> {}
            }
        }
        out.or(included);
        approvedOnly = isApproved;
    }

    private void mark(BitSet marked, String id) {
        int number = pool.number(id);
        if (number >= 0) {
            marked.set(number);
        }
    }

    /** Sets in numbers of a problem. */
    record Solved(Problem problem, Outcome outcome) {}

    /** The best sets, proved; null if the cheapest questions prove nothing. */
    static @Nullable Solved solve(
            Pool pool, Blueprint blueprint, AssemblyRequest request, Work work, long seed) {
        long held = (long) request.sets() * blueprint.slots();
        long few = FOR_EACH * held + held * held / MORE;
        boolean isApart = request.sets() == 1 || request.overlap() == 0;
        if (!isApart || 2 * few > pool.size() || few == 0) {
            return null;
        }
        return new Cheapest(pool, blueprint, request.sets(), seed).solve(request, (int) few, work);
    }

    private @Nullable Solved solve(AssemblyRequest request, int few, Work work) {
        int dearest = dearest(few);
        if (dearest < 0) {
            return null;
        }
        BitSet kept = kept(few, dearest);
        Problem problem = Problem.of(part(kept), blueprint, request);
        if (problem.impossible) {
            return null;
        }
        Work part = work.part(work.left() / TRIAL);
        Outcome outcome = new Lexicographic(problem, part, seed).run();
        work.join(part);
        int[][] found = outcome.sets();
        return found != null && outcome.isProved(problem) && isBest(problem, found, dearest)
                ? new Solved(problem, outcome)
                : null;
    }

    /** What the last of the cheapest questions costs; -1 if there are not so many. */
    private int dearest(int few) {
        PoolIndex index = pool.index;
        if (index != null) {
            int count = 0;
            for (int number : index.cheapest()) {
                count += isFree(number) ? 1 : 0;
                if (count == few) {
                    return pool.exposure[number];
                }
            }
            return -1;
        }
        int[] least = new int[4 * few];
        int dearest = Integer.MAX_VALUE;
        int size = 0;
        for (int number = 0; number < pool.size(); number++) {
            if (pool.exposure[number] < dearest && isFree(number)) {
                least[size++] = pool.exposure[number];
                if (size == least.length) {
                    Arrays.sort(least);
                    dearest = least[few - 1];
                    size = few;
                }
            }
        }
        Arrays.sort(least, 0, size);
        return size < few ? -1 : least[few - 1];
    }

    private boolean isFree(int number) {
        return !out.get(number) && (!approvedOnly || pool.approved[number]);
    }

    /** All that cost less than the dearest, and of those that cost as much so many by chance. */
    private BitSet kept(int few, int dearest) {
        int[] order = pool.index == null ? null : pool.index.cheapest();
        int[] last = new int[few];
        int size = 0;
        int equals = 0;
        var random = new Random(seed);
        var kept = new BitSet(pool.size());
        for (int i = 0; i < pool.size(); i++) {
            int number = order == null ? i : order[i];
            int cost = pool.exposure[number];
            if (cost > dearest && order != null) {
                break;
            }
            if (cost < dearest && isFree(number)) {
                kept.set(number);
                size++;
            } else if (cost == dearest && isFree(number)) {
                // Each of them as likely (reservoir; Vitter 1985).
                int at = equals < few ? equals : random.nextInt(equals + 1);
                if (at < few) {
                    last[at] = number;
                }
                equals++;
            }
        }
        for (int i = 0; size < few; i++) {
            kept.set(last[i]);
            size++;
        }
        kept.or(included);
        return kept;
    }

    private Pool part(BitSet kept) {
        int[] origin = kept.stream().toArray();
        Map<String, Integer> numbers = HashMap.newHashMap(origin.length);
        var tagged = new HashMap<String, int[]>();
        for (int i = 0; i < origin.length; i++) {
            numbers.put(pool.id(origin[i]), i);
        }
        for (String tag : tags) {
            tagged.put(
                    tag,
                    IntStream.range(0, origin.length)
                            .filter(i -> pool.questions().get(origin[i]).tags().contains(tag))
                            .toArray());
        }
        return pool.part(origin, tagged, id -> numbers.getOrDefault(id, -1));
    }

    /** Whether no sets of the whole pool are better than these, the best of the cheapest. */
    private boolean isBest(Problem problem, int[][] found, int dearest) {
        Objective value = Outcome.value(problem, found);
        return value.balance() == 0
                && (value.deviation() == 0 || value.deviation() == leastDeviation(problem))
                && value.exposure() <= dearest + leastOfOthers(problem);
    }

    /** No set of the whole pool is nearer to the time. */
    private long leastDeviation(Problem problem) {
        long first = pool.seconds[0];
        return new TimeGrid(
                        problem.targetSeconds,
                        problem.minSeconds,
                        problem.maxSeconds,
                        TimeGrid.divisor(pool.seconds, first),
                        problem.maxSlots * first)
                .deviation(0);
    }

    /** What all questions of all sets but one cost at least. */
    private long leastOfOthers(Problem problem) {
        int[] costs = problem.exposure.clone();
        Arrays.sort(costs);
        long sum = 0;
        for (int i = 0; i + 1 < (long) sets * problem.maxSlots; i++) {
            sum += costs[i];
        }
        return sum;
    }
}
