package org.interviewplanner.assembly;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * The linear relaxation of choosing all questions of all sets at once: each row of a set, times the
 * number of sets. For one set it is exact but for fractions; for more it forgets which set a
 * question is in, so what it excludes is excluded.
 *
 * <p>Beside the floating-point simplex stands the same model in whole numbers; {@link #bound} turns
 * any duals, however rounded, into a bound that holds in whole numbers (weak duality).
 */
final class Relaxation {

    /** What is minimised. */
    enum Goal {
        BALANCE,
        EXPOSURE
    }

    private static final long FREE = Long.MAX_VALUE / 4;

    /** What is added to the costs of all sets at most, so that ties fall by seed. */
    private static final double NOISE = 0.05;

    /** The row of the first demand. */
    static final int FIRST_ROW = 2;

    final Problem problem;

    /** The question of each column. */
    final int[] column;

    /** What each column counts against the budget of shared questions. */
    private final int[] sharing;

    private final int budgetRow;

    final int extras;
    final DualSimplex simplex;
    final int[] low;
    final int[] high;

    private final Goal goal;

    /** What is added to the cost of each column, each time less than {@link #mostNoise}. */
    private final double[] noise;

    private final double mostNoise;
    private final double timeScale;
    private final int[][] typeRows;
    private final int[][] extraRows;
    private final int[][] extraSigns;
    private final List<int[]> cutsOf = new ArrayList<>();
    private long[] rowLow;
    private long[] rowHigh;
    private int rows;
    private final int baseRows;
    private final int balanceRow;
    private final long maxCost;

    /**
     * @param columns the questions that may be chosen at all
     * @param limits most balance of a set, and the range of all times of all sets
     * @param seed perturbs the costs by a little, so that ties fall by seed
     */
    Relaxation(Problem problem, Columns columns, Limits limits, Goal goal, long seed) {
        this.problem = problem;
        this.column = columns.question();
        this.sharing = columns.sharing();
        this.goal = goal;
        this.low = new int[column.length + 2 * targets(problem)];
        this.high = java.util.Arrays.copyOf(columns.high(), low.length);
        long k = problem.sets;
        int demandRows = problem.rows();
        var targetRows = new ArrayList<Integer>();
        var lows = new ArrayList<Long>();
        var highs = new ArrayList<Long>();
        lows.add(k * problem.minSlots);
        highs.add(k * problem.maxSlots);
        lows.add(limits.minTime());
        highs.add(limits.maxTime());
        int[] targetRowOf = new int[demandRows];
        for (int r = 0; r < demandRows; r++) {
            lows.add(problem.rowMin[r] <= 0 ? -FREE : k * problem.rowMin[r]);
            highs.add(problem.rowMax[r] >= problem.maxSlots ? FREE : k * problem.rowMax[r]);
            targetRowOf[r] = -1;
        }
        boolean balanced = problem.hasTargets && (goal == Goal.BALANCE || limits.balance() >= 0);
        if (balanced) {
            for (int r = 0; r < demandRows; r++) {
                if (problem.rowTarget[r] != Problem.NONE) {
                    targetRowOf[r] = lows.size();
                    targetRows.add(r);
                    lows.add(k * problem.rowTarget[r]);
                    highs.add(k * problem.rowTarget[r]);
                }
            }
            lows.add(-FREE);
            highs.add(limits.balance() < 0 ? FREE : k * limits.balance());
        }
        balanceRow = lows.size() - 1;
        budgetRow = lows.size();
        if (sharing.length > 0) {
            lows.add(-FREE);
            highs.add(columns.budget());
        }
        baseRows = lows.size();
        rows = baseRows;
        rowLow = lows.stream().mapToLong(Long::longValue).toArray();
        rowHigh = highs.stream().mapToLong(Long::longValue).toArray();
        typeRows = new int[problem.rowsOfType.length][];
        for (int t = 0; t < typeRows.length; t++) {
            var list = new ArrayList<Integer>();
            list.add(0);
            for (int r : problem.rowsOfType[t]) {
                list.add(FIRST_ROW + r);
                if (targetRowOf[r] >= 0) {
                    list.add(targetRowOf[r]);
                }
            }
            typeRows[t] = list.stream().mapToInt(Integer::intValue).toArray();
        }
        extras = 2 * targetRows.size();
        extraRows = new int[extras][];
        extraSigns = new int[extras][];
        for (int e = 0; e < extras; e++) {
            int r = targetRows.get(e / 2);
            extraRows[e] = new int[] {targetRowOf[r], balanceRow};
            extraSigns[e] = new int[] {e % 2 == 0 ? -1 : 1, 1};
            this.high[column.length + e] =
                    (int)
                            Math.min(
                                    Integer.MAX_VALUE / 4,
                                    k * (problem.maxSlots + Math.abs((long) problem.rowTarget[r])));
        }
        long sum = 0;
        long most = 1;
        for (int q : column) {
            sum += problem.seconds[q];
            most = Math.max(most, problem.exposure[q]);
        }
        maxCost = most;
        timeScale = column.length == 0 || sum == 0 ? 1 : (double) column.length / sum;
        mostNoise = NOISE / Math.max(1, k * problem.maxSlots);
        var random = new Random(seed);
        noise = random.doubles(column.length, 0, mostNoise).toArray();
        simplex = makeSimplex();
    }

    private static int targets(Problem problem) {
        int count = 0;
        for (int target : problem.rowTarget) {
            count += target == Problem.NONE ? 0 : 1;
        }
        return count;
    }

    private DualSimplex makeSimplex() {
        int n = column.length;
        int[] type = new int[n];
        double[] time = new double[n];
        double[] cost = new double[n + extras];
        for (int j = 0; j < n; j++) {
            int q = column[j];
            type[j] = problem.type[q];
            time[j] = problem.seconds[q] * timeScale;
            cost[j] = (goal == Goal.EXPOSURE ? problem.exposure[q] : 0) + noise[j];
        }
        double[][] values = new double[extras][2];
        for (int e = 0; e < extras; e++) {
            cost[n + e] = goal == Goal.BALANCE ? 1 : 0;
            values[e][0] = extraSigns[e][0];
            values[e][1] = extraSigns[e][1];
        }
        double[] lo = new double[n + extras];
        double[] hi = new double[n + extras];
        for (int j = 0; j < n + extras; j++) {
            hi[j] = high[j];
        }
        double[] rlo = new double[rows];
        double[] rhi = new double[rows];
        for (int i = 0; i < rows; i++) {
            double scale = i == Coefficients.TIME ? timeScale : 1;
            rlo[i] = rowLow[i] <= -FREE ? Double.NEGATIVE_INFINITY : rowLow[i] * scale;
            rhi[i] = rowHigh[i] >= FREE ? Double.POSITIVE_INFINITY : rowHigh[i] * scale;
        }
        double[] weights = java.util.Arrays.stream(sharing).asDoubleStream().toArray();
        return new DualSimplex(
                new Coefficients(type, typeRows, time, weights, budgetRow, extraRows, values),
                cost,
                lo,
                hi,
                rlo,
                rhi);
    }

    /**
     * The columns of a relaxation.
     *
     * @param question the question of each, ascending; one question may have several
     * @param high how often each may be used
     * @param sharing what each use counts against the budget; empty if no question has two uses
     * @param budget most pairs of sets that share a question, summed over the questions
     */
    record Columns(int[] question, int[] high, int[] sharing, long budget) {

        /** Columns by their places in these. */
        Columns at(int[] places) {
            int[] q = new int[places.length];
            int[] h = new int[places.length];
            int[] s = new int[sharing.length == 0 ? 0 : places.length];
            for (int i = 0; i < places.length; i++) {
                q[i] = question[places[i]];
                h[i] = high[places[i]];
                if (s.length > 0) {
                    s[i] = sharing[places[i]];
                }
            }
            return new Columns(q, h, s, budget);
        }
    }

    /** The limits of a relaxation beside the demands. */
    record Limits(long balance, long minTime, long maxTime) {

        /** Only the demands of the problem. */
        static Limits demands(Problem problem) {
            var grid = new TimeGrid(problem);
            return of(problem, -1, grid.low(FREE), grid.high(FREE));
        }

        /** Balance at most so much (-1 for any), every time from low to high. */
        static Limits of(Problem problem, long balance, long low, long high) {
            return new Limits(
                    balance,
                    timesSets(problem, Math.max(low, problem.minSeconds)),
                    timesSets(problem, Math.min(high, problem.maxSeconds)));
        }

        private static long timesSets(Problem problem, long seconds) {
            long most = FREE / problem.sets / 2;
            return seconds > most ? FREE : seconds < -most ? -FREE : seconds * problem.sets;
        }
    }

    void setBounds(int j, int lo, int hi) {
        if (low[j] != lo || high[j] != hi) {
            low[j] = lo;
            high[j] = hi;
            simplex.setBounds(j, lo, hi);
        }
    }

    /** Gives a row, before any cut, another range; both bounds finite. */
    void setRow(int row, long lowest, long highest) {
        if (rowLow[row] != lowest || rowHigh[row] != highest) {
            rowLow[row] = lowest;
            rowHigh[row] = highest;
            double scale = row == Coefficients.TIME ? timeScale : 1;
            simplex.setRow(row, lowest * scale, highest * scale);
        }
    }

    /** The rows in which a question counts, that of times aside. */
    int[] rowsOf(int question) {
        return typeRows[problem.type[question]];
    }

    /** The greatest sum that the columns can have in each row of demands. */
    long[] mostOfRows() {
        long[] most = new long[FIRST_ROW + problem.rows()];
        for (int j = 0; j < column.length; j++) {
            for (int row : typeRows[problem.type[column[j]]]) {
                most[row] += high[j];
            }
            most[Coefficients.TIME] += (long) high[j] * problem.seconds[column[j]];
        }
        return most;
    }

    /** Adds "at most {@code most} of these columns". */
    void addCut(int[] members, int most) {
        simplex.addCut(members, most);
        cutsOf.add(members);
        rows++;
        rowLow = java.util.Arrays.copyOf(rowLow, rows);
        rowHigh = java.util.Arrays.copyOf(rowHigh, rows);
        rowLow[rows - 1] = -FREE;
        rowHigh[rows - 1] = most;
    }

    int cuts() {
        return cutsOf.size();
    }

    /** A bound in whole numbers: {@code value / 2^shift} is at most the optimum. */
    record Scaled(long value, int shift, long[] reduced, long[] ofType, long ofTime, long[] ofRow) {

        /** The least whole number that the optimum can be. */
        long ceiling() {
            return reaches(0);
        }

        /** The same if the optimum costs so much more; no goal is ever negative. */
        long reaches(long more) {
            return Math.max(0, -((-value - more) >> shift));
        }
    }

    /** What duals prove about the goal, in whole numbers. */
    Scaled bound(double[] duals) {
        return lagrange(duals, true, 1);
    }

    /** The reduced cost, scaled, of a question without a column. */
    long price(Scaled scaled, int q) {
        long cost = goal == Goal.EXPOSURE ? (long) problem.exposure[q] << scaled.shift : 0;
        return cost - scaled.ofType[problem.type[q]] - scaled.ofTime * problem.seconds[q];
    }

    /** Whether a ray proves, in whole numbers, that nothing meets the rows. */
    boolean provesInfeasible(double[] ray) {
        return proof(ray) != null;
    }

    /** The proof that nothing meets the rows: its value is positive; null if it is none. */
    @Nullable Scaled proof(double[] ray) {
        for (int sign = 1; sign >= -1; sign -= 2) {
            Scaled scaled = lagrange(ray, false, sign);
            if (scaled.value() > 0) {
                return scaled;
            }
        }
        return null;
    }

    /** The least that a proof leaves of a row's least sum, if it counts it. */
    long lowered(Scaled proof, int row) {
        return rowLow[row] - Math.ceilDiv(proof.value, proof.ofRow[row]);
    }

    /** The least greatest sum of a row that a proof allows, if it counts it. */
    long raised(Scaled proof, int row) {
        return rowHigh[row] + Math.ceilDiv(proof.value, -proof.ofRow[row]);
    }

    /**
     * Minimum over the bounds of the columns of {@code (c - yA) x}, plus what {@code y} earns on
     * the rows: a lower bound for every {@code y}, so {@code y} is rounded to whole numbers first.
     * Noise counts as cost, or each of many equal columns would lose its own; the most that any
     * choice can have of it is taken off.
     */
    private Scaled lagrange(double[] y, boolean withCost, int sign) {
        double most = withCost ? maxCost + 1.0 : 0;
        // Questions without a column must fit into 64 bits too.
        for (int i = 0; i < rows; i++) {
            most = Math.max(most, Math.abs(y[i]));
        }
        if (most == 0 || !(most < 1e15)) {
            return new Scaled(
                    withCost ? Long.MIN_VALUE / 4 : 0, 0, new long[0], new long[0], 0, new long[0]);
        }
        long size =
                (long) column.length
                        + extras
                        + rows
                        + (long) problem.sets * (problem.maxSlots + 1L);
        int shift = 58 - bits(size) - bits((long) (8 * most) + 1);
        shift = Math.clamp(shift, 0, 40);
        if (!withCost) {
            shift = Math.clamp(56 - bits(size) - Math.getExponent(most) - 3, -40, 60);
        }
        double scale = Math.scalb(1.0, shift);
        long[] whole = new long[rows];
        long value = 0;
        for (int i = 0; i < rows; i++) {
            double real = i == Coefficients.TIME ? y[i] * timeScale : y[i];
            long v = Math.round(sign * real * scale);
            if (v > 0 ? rowLow[i] <= -FREE : rowHigh[i] >= FREE) {
                v = 0;
            }
            whole[i] = v;
            value +=
                    v > 0
                            ? Math.multiplyExact(v, rowLow[i])
                            : v < 0 ? Math.multiplyExact(v, rowHigh[i]) : 0;
        }
        int n = column.length;
        long[] reduced = new long[n + extras];
        long[] typeSum = new long[typeRows.length];
        for (int t = 0; t < typeSum.length; t++) {
            for (int r : typeRows[t]) {
                typeSum[t] += whole[r];
            }
        }
        long ofTime = whole[Coefficients.TIME];
        for (int j = 0; j < n; j++) {
            int q = column[j];
            long c = withCost && goal == Goal.EXPOSURE ? (long) problem.exposure[q] << shift : 0;
            c += withCost ? (long) (noise[j] * scale) : 0;
            reduced[j] = c - typeSum[problem.type[q]] - ofTime * problem.seconds[q];
        }
        for (int j = 0; j < sharing.length; j++) {
            reduced[j] -= whole[budgetRow] * sharing[j];
        }
        for (int c = 0; c < cutsOf.size(); c++) {
            for (int j : cutsOf.get(c)) {
                reduced[j] -= whole[baseRows + c];
            }
        }
        for (int e = 0; e < extras; e++) {
            long c = withCost && goal == Goal.BALANCE ? 1L << shift : 0;
            reduced[n + e] =
                    c
                            - whole[extraRows[e][0]] * extraSigns[e][0]
                            - whole[extraRows[e][1]] * extraSigns[e][1];
        }
        value -= withCost ? (long) (mostNoise * scale) * problem.sets * problem.maxSlots : 0;
        for (int j = 0; j < n + extras; j++) {
            long d = reduced[j];
            value += d * (d > 0 ? low[j] : high[j]);
        }
        return new Scaled(value, Math.max(0, shift), reduced, typeSum, ofTime, whole);
    }

    private static int bits(long value) {
        return 64 - Long.numberOfLeadingZeros(value);
    }

    /** Whether whole uses of the columns meet every row, cuts and enemies aside. */
    boolean isMetBy(int[] uses) {
        long[] sums = new long[rows];
        for (int j = 0; j < column.length; j++) {
            if (uses[j] != 0) {
                int q = column[j];
                for (int r : typeRows[problem.type[q]]) {
                    sums[r] += uses[j];
                }
                sums[Coefficients.TIME] += (long) uses[j] * problem.seconds[q];
            }
        }
        for (int i = 0; i < FIRST_ROW + problem.rows(); i++) {
            if (sums[i] < rowLow[i] || sums[i] > rowHigh[i]) {
                return false;
            }
        }
        if (extras > 0) {
            long distance = 0;
            for (int e = 0; e < extras; e += 2) {
                int row = extraRows[e][0];
                distance += Math.abs(sums[row] - rowLow[row]);
            }
            return distance <= rowHigh[balanceRow];
        }
        return true;
    }

    /** The summed exposure, or the summed distance from the targets. */
    long value(int[] uses) {
        long sum = 0;
        if (goal == Goal.EXPOSURE) {
            for (int j = 0; j < column.length; j++) {
                sum += (long) uses[j] * problem.exposure[column[j]];
            }
            return sum;
        }
        long[] counts = new long[problem.rows()];
        for (int j = 0; j < column.length; j++) {
            for (int r : problem.rowsOf(column[j])) {
                counts[r] += uses[j];
            }
        }
        for (int r = 0; r < counts.length; r++) {
            if (problem.rowTarget[r] != Problem.NONE) {
                sum += Math.abs(counts[r] - (long) problem.sets * problem.rowTarget[r]);
            }
        }
        return sum;
    }

    /** The questions of whole uses, each as often as it is used. */
    int[] chosen(int[] uses) {
        int[] chosen = new int[java.util.Arrays.stream(uses).sum()];
        int at = 0;
        for (int j = 0; j < uses.length; j++) {
            for (int u = 0; u < uses[j]; u++) {
                chosen[at++] = column[j];
            }
        }
        return chosen;
    }
}
