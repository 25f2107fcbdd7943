package org.interviewplanner.assembly;

import org.jspecify.annotations.Nullable;

/**
 * Solves one set exactly while all others stay as they are: finds sets one after the other where no
 * pool for all of them could be split, and cheapens sets that were found.
 */
final class OneByOne {

    /** How often all sets are solved anew at most. */
    private static final int PASSES = 6;

    /** How often sets are begun anew if the questions run out. */
    private static final int STARTS = 4;

    private final Problem problem;
    private final Problem single;
    private final Work work;
    private final long seed;

    OneByOne(Problem problem, Work work, long seed) {
        this.problem = problem;
        this.work = work;
        this.seed = seed;
        single = problem.single();
    }

    /** Sets without a common question that meet the demands, or null if that failed. */
    int @Nullable [][] find() {
        for (int start = 0; start < STARTS && !work.isOut(); start++) {
            boolean[] taken = new boolean[problem.size];
            int[][] sets = new int[problem.sets][];
            int s = 0;
            while (s < sets.length) {
                PoolSearch.Found found =
                        PoolSearch.oneWithout(
                                single,
                                taken,
                                Relaxation.Limits.demands(single),
                                work,
                                seed + start,
                                new Branching.First());
                int[] chosen = found.chosen();
                if (chosen == null) {
                    break;
                }
                sets[s++] = chosen;
                mark(taken, chosen, true);
            }
            if (s == sets.length) {
                return sets;
            }
        }
        return null;
    }

    /**
     * Cheapens sets without a common question, each within the balance and deviation that all have
     * now.
     */
    int[][] cheapened(int[][] sets, Objective value) {
        var grid = new TimeGrid(problem);
        Relaxation.Limits limits =
                Relaxation.Limits.of(
                        single,
                        problem.hasTargets ? value.balance() : -1,
                        grid.low(value.deviation()),
                        grid.high(value.deviation()));
        int[][] best = sets.clone();
        boolean[] taken = new boolean[problem.size];
        for (int[] set : best) {
            mark(taken, set, true);
        }
        int since = 0;
        for (int i = 0; i < PASSES * best.length && since < best.length; i++) {
            int s = i % best.length;
            mark(taken, best[s], false);
            PoolSearch.Found found =
                    PoolSearch.oneWithout(single, taken, limits, work, seed, uses -> true);
            since++;
            int[] chosen = found.chosen();
            if (chosen != null && problem.exposure(chosen) < problem.exposure(best[s])) {
                best[s] = chosen;
                since = 1;
            }
            mark(taken, best[s], true);
        }
        return best;
    }

    private static void mark(boolean[] taken, int[] set, boolean as) {
        for (int q : set) {
            taken[q] = as;
        }
    }
}
