package org.interviewplanner.assembly;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the questions of all sets together that are best for a goal: the linear optimum over all
 * questions, then branch and bound over a core of those that it is in doubt about, then the proof
 * by reduced costs, in whole numbers, that no question outside the core would help.
 */
final class PoolSearch {

    private static final int CORE = 60;

    /** Larger banks are priced. */
    private static final int DIRECT = 3_000;

    private static final int PER_TYPE = 4;
    private static final int ROUNDS = 40;

    /** Uses of one question that have columns of their own. */
    private static final int USES = 5;

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
            Branching.Judge judge,
            double budgetShare) {
        this(problem, limits, goal, work, seed, judge, budgetShare, null);
    }

    private PoolSearch(
            Problem problem,
            Relaxation.Limits limits,
            Relaxation.Goal goal,
            Work work,
            long seed,
            Branching.Judge judge,
            double budgetShare,
            boolean @Nullable [] barred) {
        this.budgetShare = budgetShare;
        this.barred = barred;
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
     */
    record Found(int @Nullable [] chosen, long value, long bound) {

        boolean isInfeasible() {
            return bound == Long.MAX_VALUE;
        }
    }

    private final double budgetShare;

    /** Questions that may not be chosen; null if all may. */
    private final boolean @Nullable [] barred;

    /** The cheapest set within limits without barred questions, or, if it is tired, any. */
    static Found oneWithout(
            Problem single,
            boolean[] barred,
            Relaxation.Limits limits,
            Work work,
            long seed,
            Branching.Judge judge) {
        return new PoolSearch(
                        single, limits, Relaxation.Goal.EXPOSURE, work, seed, judge, 1, barred)
                .run();
    }

    /**
     * The columns of all questions. If sets may share questions, a question has a column for each
     * of its first uses: the n-th use makes n - 1 more pairs of sets share it, and each pair of
     * sets may share {@code overlap}, so all questions have one budget of shared pairs.
     */
    private Relaxation.Columns columns() {
        int n = problem.size;
        if (problem.overlap == 0 || problem.sets == 1) {
            return oneEach(allowed(barred == null ? new boolean[n] : barred));
        }
        int uses = Math.min(problem.sets, USES);
        long pairs = (long) problem.sets * (problem.sets - 1) / 2;
        long budget = (long) (budgetShare * pairs * Math.min(problem.overlap, problem.maxSlots));
        int[] many = new int[n * uses];
        int[] most = new int[n * uses];
        int[] sharing = new int[n * uses];
        for (int j = 0; j < many.length; j++) {
            many[j] = j / uses;
            sharing[j] = j % uses;
            boolean last = j % uses == uses - 1;
            most[j] = last && budgetShare >= 1 ? problem.sets - uses + 1 : 1;
        }
        return new Relaxation.Columns(many, most, sharing, budget);
    }

    /** One column for each of some questions. */
    private static Relaxation.Columns oneEach(int[] questions) {
        int[] high = new int[questions.length];
        Arrays.fill(high, 1);
        return new Relaxation.Columns(questions, high, new int[0], 0);
    }

    /** Whether the relaxation alone proves that nothing meets the demands. */
    static boolean isExcluded(Problem problem, Work work) {
        Relaxation root = alike(problem, problem.isTimed());
        return root.simplex.run(work) == DualSimplex.Status.INFEASIBLE
                && root.provesInfeasible(root.simplex.ray());
    }

    /**
     * Whether whole numbers of alike questions cannot meet the demands, enemies and exposure aside:
     * the fewer columns, the sooner branching has seen all.
     */
    static boolean isExcludedWhole(Problem problem, Work work, long most) {
        Problem one = problem.peaceful(1);
        if (isExcludedByBranching(one, work, most / 2)) {
            return true;
        }
        return problem.sets > 1
                && isExcludedByBranching(problem.peaceful(problem.sets), work, most / 2);
    }

    private static boolean isExcludedByBranching(Problem problem, Work work, long most) {
        Relaxation root = alike(problem, problem.isTimed());
        // What it finds may be no set: enemies may stand in it.
        Work part = work.part(most);
        Branching.Result result =
                Branching.minimise(root, part, Long.MAX_VALUE, new Branching.First());
        work.join(part);
        return result.uses() == null && result.bound() == Long.MAX_VALUE;
    }

    /**
     * The demands alone: questions that count alike, and take equally long if that counts, share a
     * column, because what they cost does not matter.
     */
    static Relaxation alike(Problem problem, boolean timed) {
        Relaxation.Limits limits = Relaxation.Limits.demands(problem);
        var search =
                new PoolSearch(
                        problem,
                        limits,
                        Relaxation.Goal.EXPOSURE,
                        new Work(1, () -> false),
                        0,
                        uses -> true,
                        1);
        Relaxation.Columns all = search.columns();
        int uses = problem.size == 0 ? 1 : all.question().length / problem.size;
        var places = new HashMap<Long, Integer>();
        int[] first = new int[problem.size];
        int[] count = new int[problem.size];
        for (int q = 0; q < problem.size; q++) {
            long key = (long) problem.type[q] << 32 | (timed ? problem.seconds[q] : 0);
            int place = places.computeIfAbsent(key, unused -> places.size());
            first[place] = count[place]++ == 0 ? q : first[place];
        }
        int[] columns = new int[places.size() * uses];
        for (int c = 0; c < columns.length; c++) {
            columns[c] = first[c / uses] * uses + c % uses;
        }
        Relaxation.Columns few = all.at(columns);
        for (int c = 0; c < columns.length; c++) {
            few.high()[c] *= count[c / uses];
        }
        return new Relaxation(problem, few, limits, Relaxation.Goal.BALANCE, 0);
    }

    Found run() {
        if (barred == null
                && problem.minSlots == problem.maxSlots
                && problem.overlap == 0
                && (problem.sets > 1 || !problem.hasEnemies)
                && (long) problem.sets * problem.maxSlots == problem.size) {
            Relaxation.Columns all = columns();
            var root = new Relaxation(problem, all, limits, goal, seed);
            if (root.isMetBy(all.high())) {
                long value = root.value(all.high());
                return new Found(
                        judge.accepts(all.question()) ? all.question() : null, value, value);
            }
        }
        long needed = (long) problem.sets * problem.maxSlots;
        if (barred == null
                && problem.size > DIRECT
                && problem.overlap == 0
                && 8 * needed < problem.size) {
            Found found = priced();
            if (found != null) {
                return found;
            }
        }
        Relaxation.Columns all = columns();
        var root = new Relaxation(problem, all, limits, goal, seed);
        DualSimplex.Status status = root.simplex.run(work);
        if (status == DualSimplex.Status.INFEASIBLE && root.provesInfeasible(root.simplex.ray())) {
            return new Found(null, Long.MAX_VALUE, Long.MAX_VALUE);
        }
        if (status != DualSimplex.Status.OPTIMAL) {
            return new Found(null, Long.MAX_VALUE, 0);
        }
        return branch(all, root, root.bound(root.simplex.duals()), Long.MAX_VALUE);
    }

    /**
     * For large banks: keeps the cheapest questions of each type in the simplex and prices all
     * others by its duals, adding those that would improve; null if the few cannot meet the rows.
     */
    private @Nullable Found priced() {
        boolean[] in = cheapestOfEachType();
        for (int round = 0; round < ROUNDS; round++) {
            Relaxation.Columns few = oneEach(placesOf(in));
            var root = new Relaxation(problem, few, limits, goal, seed);
            if (root.simplex.run(work) != DualSimplex.Status.OPTIMAL) {
                return null;
            }
            Relaxation.Scaled scaled = root.bound(root.simplex.duals());
            work.spend(problem.size);
            long least = Long.MAX_VALUE;
            int added = 0;
            for (int q = 0; q < problem.size; q++) {
                if (!in[q]) {
                    long reduced = root.price(scaled, q);
                    if (reduced < 0) {
                        in[q] = true;
                        added++;
                    }
                    least = Math.min(least, reduced);
                }
            }
            if (added > 0) {
                continue;
            }
            long outside = least == Long.MAX_VALUE ? least : scaled.reaches(least);
            Found found = branch(few, root, scaled, outside);
            if (work.isOut() || judge.isTired() || found.bound() >= found.value()) {
                return found;
            }
            if (found.chosen() == null && round > 3) {
                return null;
            }
            // Some question outside could still make it better, or make it possible at all.
            long reach = found.chosen() == null ? least : Long.MAX_VALUE;
            for (int q = 0; q < problem.size; q++) {
                if (!in[q]) {
                    long reduced = root.price(scaled, q);
                    in[q] =
                            found.chosen() == null
                                    ? reduced <= 4 * reach + 1
                                    : scaled.reaches(reduced) < found.value();
                    added += in[q] ? 1 : 0;
                }
            }
            if (added == 0) {
                return found;
            }
        }
        return null;
    }

    private boolean[] cheapestOfEachType() {
        int types = problem.rowsOfType.length;
        long[][] cheapest = new long[types][PER_TYPE];
        for (long[] list : cheapest) {
            Arrays.fill(list, Long.MAX_VALUE);
        }
        for (int q = 0; q < problem.size; q++) {
            long[] list = cheapest[problem.type[q]];
            long key = (long) problem.exposure[q] << 32 | q;
            if (key < list[PER_TYPE - 1]) {
                int at = PER_TYPE - 1;
                while (at > 0 && list[at - 1] > key) {
                    list[at] = list[at - 1];
                    at--;
                }
                list[at] = key;
            }
        }
        boolean[] in = new boolean[problem.size];
        for (long[] list : cheapest) {
            for (long key : list) {
                if (key < Long.MAX_VALUE) {
                    in[(int) key] = true;
                }
            }
        }
        return in;
    }

    private static int[] allowed(boolean[] barred) {
        boolean[] in = new boolean[barred.length];
        for (int q = 0; q < in.length; q++) {
            in[q] = !barred[q];
        }
        return placesOf(in);
    }

    private static int[] placesOf(boolean[] in) {
        int count = 0;
        for (boolean it : in) {
            count += it ? 1 : 0;
        }
        int[] places = new int[count];
        int at = 0;
        for (int q = 0; q < in.length; q++) {
            if (in[q]) {
                places[at++] = q;
            }
        }
        return places;
    }

    /**
     * Branches over growing cores.
     *
     * @param others no choice with a question that has no column has a smaller value
     */
    private Found branch(
            Relaxation.Columns all, Relaxation root, Relaxation.Scaled scaled, long others) {
        double[] x = root.simplex.solution();
        int size = CORE + 2 * root.simplex.rows;
        int[] best = null;
        long bestValue = Long.MAX_VALUE;
        while (true) {
            long gapLimit = coreGap(scaled.reduced(), root, size);
            var core = core(all, root, scaled, x, gapLimit);
            Branching.Result result = best(core.relaxation, root, scaled, bestValue);
            if (result.uses() != null) {
                bestValue = result.value();
                best = core.relaxation.chosen(result.uses());
            }
            long outside = core.outsideBound;
            long bound = Math.min(others, Math.min(result.bound(), outside));
            if (work.isOut() || judge.isTired()) {
                return new Found(best, bestValue, Math.max(bound, scaled.ceiling()));
            }
            if (outside >= bestValue || outside == Long.MAX_VALUE) {
                return new Found(best, bestValue, Math.max(bound, scaled.ceiling()));
            }
            if (result.bound() < bestValue && outside > result.bound()) {
                return new Found(best, bestValue, bound);
            }
            size =
                    best == null
                            ? 4 * size
                            : Math.max(2 * size, countBelow(scaled, root, bestValue));
        }
    }

    /**
     * Branches below a value that few columns could reach, and if nothing is there below one that
     * more could: what is found is the best, and a close value cuts off almost all.
     */
    private Branching.Result best(
            Relaxation core, Relaxation root, Relaxation.Scaled scaled, long cutoff) {
        long refused = Long.MAX_VALUE;
        int near = 1;
        while (judge.wantsBest() && refused == Long.MAX_VALUE && !work.isOut()) {
            long gap = coreGap(scaled.reduced(), root, root.simplex.rows + near);
            long close = gap == Long.MAX_VALUE ? gap : scaled.reaches(gap);
            if (close >= cutoff) {
                break;
            }
            Branching.Result result = Branching.minimise(core, work, close, judge);
            if (result.uses() != null || judge.isTired()) {
                return result;
            }
            refused = result.bound() < close ? result.bound() : refused;
            near *= 2;
        }
        Branching.Result result = Branching.minimise(core, work, cutoff, judge);
        return new Branching.Result(
                result.uses(), result.value(), Math.min(refused, result.bound()));
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
            Relaxation.Columns all,
            Relaxation root,
            Relaxation.Scaled scaled,
            double[] x,
            long gap) {
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
        int[] places = kept.stream().mapToInt(Integer::intValue).toArray();
        Relaxation.Columns columns = all.at(places);
        int[] high = columns.high().clone();
        int[] low = new int[places.length];
        for (int i = 0; i < places.length; i++) {
            int j = places[i];
            boolean fixedHere = Math.abs(scaled.reduced()[j]) > gap && !root.simplex.isBasic(j);
            if (fixedHere) {
                low[i] = (int) Math.rint(x[j]);
                high[i] = low[i];
            }
        }
        var relaxation = new Relaxation(problem, columns, limits, goal, seed);
        for (int i = 0; i < places.length; i++) {
            relaxation.setBounds(i, low[i], high[i]);
        }
        return new Core(
                relaxation, least == Long.MAX_VALUE ? Long.MAX_VALUE : scaled.reaches(least));
    }

    /** The columns in doubt, and what the others cost at least if one of them moves. */
    private record Core(Relaxation relaxation, long outsideBound) {}
}
