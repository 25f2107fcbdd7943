package org.interviewplanner.assembly;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the questions of all sets together that are best for a goal: the linear optimum over all
 * questions, then branch and bound over a core of those that it is in doubt about, then the proof by
 * reduced costs, in whole numbers, that no question outside the core would help.
 */
final class PoolSearch {

    private static final int CORE = 60;

    /** More questions than this are priced instead of kept in the simplex. */
    private static final int DIRECT = 3_000;

    private final Problem problem;
    private final Relaxation.Limits limits;
    private final Relaxation.Goal goal;
    private final Work work;
    private final long seed;
    private final Branching.Judge judge;

    PoolSearch(
            Problem problem,
            Relaxation.Limits limits,
            Relaxation.Goal goal,
            Work work,
            long seed,
            Branching.Judge judge) {
        this.problem = problem;
        this.limits = limits;
        this.goal = goal;
        this.work = work;
        this.seed = seed;
        this.judge = judge;
    }

    /**
     * What the search knows at its end.
     *
     * @param chosen the questions, as often as they are used, or null
     * @param bound proved: no choice has a smaller value; {@link Long#MAX_VALUE} if there is none
     * @param clash the rows that a proof of infeasibility by the relaxation alone used, or null
     */
    record Found(int @Nullable [] chosen, long value, long bound, @Nullable List<Integer> clash) {

        boolean isInfeasible() {
            return bound == Long.MAX_VALUE;
        }
    }

    /** How often a question may be used over all sets. */
    static int mostUses(Problem problem) {
        return problem.overlap == 0 ? 1 : problem.sets;
    }

    Found run() {
        int[] columns = new int[problem.size];
        for (int q = 0; q < columns.length; q++) {
            columns[q] = q;
        }
        int[] high = new int[columns.length];
        Arrays.fill(high, mostUses(problem));
        var root = new Relaxation(problem, columns, high, limits, goal, seed);
        DualSimplex.Status status = root.simplex.run(work);
        if (status == DualSimplex.Status.INFEASIBLE
                && root.provesInfeasible(root.simplex.ray())) {
            return new Found(
                    null, Long.MAX_VALUE, Long.MAX_VALUE, root.rowsOfRay(root.simplex.ray()));
        }
        if (status != DualSimplex.Status.OPTIMAL) {
            return new Found(null, Long.MAX_VALUE, 0, null);
        }
        Relaxation.Scaled scaled = root.bound(root.simplex.duals());
        double[] x = root.simplex.solution();
        int size = CORE + 2 * root.simplex.rows;
        int[] best = null;
        long bestValue = Long.MAX_VALUE;
        while (true) {
            long gapLimit = coreGap(scaled.reduced(), root, size);
            var core = core(root, scaled, x, gapLimit, bestValue);
            Branching.Result result = Branching.minimise(core.relaxation, work, bestValue, judge);
            if (result.uses() != null) {
                bestValue = result.value();
                best = core.chosen(result.uses());
            }
            long outside = core.outsideBound;
            long bound = Math.min(result.bound(), outside);
            if (work.isOut() || judge.isTired()) {
                return new Found(best, bestValue, Math.max(bound, scaled.ceiling()), null);
            }
            if (outside >= bestValue || outside == Long.MAX_VALUE) {
                return new Found(best, bestValue, Math.max(bound, scaled.ceiling()), null);
            }
            if (result.bound() < bestValue && outside > result.bound()) {
                return new Found(best, bestValue, bound, null);
            }
            size = best == null ? 4 * size : Math.max(2 * size, countBelow(scaled, root, bestValue));
        }
    }

    /** How many columns could still help against a value. */
    private static int countBelow(Relaxation.Scaled scaled, Relaxation root, long value) {
        int count = 0;
        for (int j = 0; j < root.column.length; j++) {
            if (scaled.reaches(Math.abs(scaled.reduced()[j])) < value) {
                count++;
            }
        }
        return count;
    }

    /** The reduced cost below which a column is in a core of this size. */
    private static long coreGap(long[] reduced, Relaxation root, int size) {
        int n = root.column.length;
        if (size >= n) {
            return Long.MAX_VALUE;
        }
        long[] sorted = new long[n];
        for (int j = 0; j < n; j++) {
            sorted[j] = Math.abs(reduced[j]);
        }
        Arrays.sort(sorted);
        return sorted[size];
    }

    private Core core(
            Relaxation root, Relaxation.Scaled scaled, double[] x, long gap, long bestValue) {
        var kept = new ArrayList<Integer>();
        long least = Long.MAX_VALUE;
        int n = root.column.length;
        for (int j = 0; j < n; j++) {
            long d = Math.abs(scaled.reduced()[j]);
            boolean fixedHere = d > gap && !root.simplex.isBasic(j);
            if (!fixedHere || Math.rint(x[j]) > 0) {
                kept.add(j);
            }
            if (fixedHere) {
                least = Math.min(least, d);
            }
        }
        int[] columns = new int[kept.size()];
        int[] high = new int[columns.length];
        int[] low = new int[columns.length];
        for (int i = 0; i < columns.length; i++) {
            int j = kept.get(i);
            columns[i] = root.column[j];
            high[i] = root.high[j];
            boolean fixedHere =
                    Math.abs(scaled.reduced()[j]) > gap && !root.simplex.isBasic(j);
            if (fixedHere) {
                low[i] = (int) Math.rint(x[j]);
                high[i] = low[i];
            }
        }
        var relaxation = new Relaxation(problem, columns, high, limits, goal, seed);
        for (int i = 0; i < columns.length; i++) {
            relaxation.setBounds(i, low[i], high[i]);
        }
        return new Core(
                relaxation,
                least == Long.MAX_VALUE ? Long.MAX_VALUE : scaled.reaches(least));
    }

    /** The columns in doubt, and what the others cost at least if one of them moves. */
    private record Core(Relaxation relaxation, long outsideBound) {

        int[] chosen(int[] uses) {
            int count = Arrays.stream(uses).sum();
            int[] chosen = new int[count];
            int at = 0;
            for (int j = 0; j < uses.length; j++) {
                for (int u = 0; u < uses[j]; u++) {
                    chosen[at++] = relaxation.column[j];
                }
            }
            return chosen;
        }
    }
}
