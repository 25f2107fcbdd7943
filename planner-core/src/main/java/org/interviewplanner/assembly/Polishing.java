package org.interviewplanner.assembly;

import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Betters several sets by random exchanges, also with questions that no set holds, that may break
 * demands for a while: simulated annealing (Kirkpatrick, Gelatt, Vecchi 1983). First the balance,
 * then the deviation, each halved towards its bound for as long as that succeeds, then the
 * exposure. Proves nothing.
 */
final class Polishing {

    /** Exchanges tried to reach one limit. */
    private static final long MOVES_OF_LIMIT = 60_000;

    /** Exchanges tried to lower the exposure. */
    private static final long MOVES_OF_EXPOSURE = 600_000;

    private static final long WORK_OF_EXPOSURE = 30_000_000;

    /** Limits tried for each of balance and deviation. */
    private static final int LIMITS = 8;

    /** Quantiles of the exponential distribution: the same numbers on every machine. */
    private static final double[] EXPONENTIAL = new double[1 << 10];

    static {
        for (int i = 0; i < EXPONENTIAL.length; i++) {
            EXPONENTIAL[i] = -StrictMath.log((i + 0.5) / EXPONENTIAL.length);
        }
    }

    private final Problem problem;
    private final TimeGrid grid;
    private final Objective bound;
    private final Work work;
    private final Random random;

    /** Questions of each section and level, the cheapest first. */
    private final int[][] cells;

    private final int[] cellOf;

    /** Seconds that weigh as much as one broken demand. */
    private final double second;

    private int[][] sets;
    private Objective value = new Objective(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);

    /**
     * @param start sets of the right size that may break demands, with no question twice in a set
     *     nor, without overlap, in two
     * @param bound what is reached here is not bettered further
     */
    Polishing(Problem problem, int[][] start, Objective bound, Work work, Random random) {
        this.problem = problem;
        this.bound = bound;
        this.work = work;
        this.random = random;
        grid = new TimeGrid(problem);
        sets = start;
        int levels = 5;
        cellOf = new int[problem.size];
        int[] count = new int[problem.pool.sections().size() * levels];
        long seconds = 0;
        for (int q = 0; q < problem.size; q++) {
            int number = problem.origin[q];
            cellOf[q] = problem.pool.section[number] * levels + problem.pool.level[number] - 1;
            count[cellOf[q]]++;
            seconds += problem.seconds[q];
        }
        second = 8.0 * problem.size / Math.max(1, seconds);
        cells = new int[count.length][];
        for (int c = 0; c < count.length; c++) {
            cells[c] = new int[count[c]];
        }
        long[] byCost = new long[problem.size];
        for (int q = 0; q < problem.size; q++) {
            byCost[q] = (long) problem.exposure[q] << 32 | q;
        }
        Arrays.sort(byCost);
        for (int i = byCost.length - 1; i >= 0; i--) {
            int q = (int) byCost[i];
            cells[cellOf[q]][--count[cellOf[q]]] = q;
        }
    }

    /** The sets, bettered if that went, or null if they still break a demand. */
    int @Nullable [][] run() {
        var arrangement = new Arrangement(problem, sets, -1);
        sets = arrangement.copy();
        if (new Annealing(arrangement, Long.MAX_VALUE / 8).isValid()) {
            value = Outcome.value(problem, sets);
        } else if (!reach(-1, Long.MAX_VALUE / 8)) {
            return null;
        }
        for (int i = 0; i < LIMITS && value.balance() > bound.balance(); i++) {
            long next = (bound.balance() + value.balance()) / 2;
            if (!reach(next, Long.MAX_VALUE / 8)
                    && !reach(value.balance() - 1, Long.MAX_VALUE / 8)) {
                break;
            }
        }
        long refused = bound.deviation() - 1;
        for (int i = 0; i < LIMITS; i++) {
            long next =
                    grid.deviation(i == 0 ? bound.deviation() : (refused + value.deviation()) / 2);
            if (next < 0 || next >= value.deviation()) {
                break;
            }
            if (!reach(value.balance(), next)) {
                refused = next;
            }
        }
        if (value.exposure() > bound.exposure()) {
            new Annealing(new Arrangement(problem, copy(), limit()), value.deviation()).cheapen();
        }
        return sets;
    }

    private long limit() {
        return problem.hasTargets ? value.balance() : -1;
    }

    private int[][] copy() {
        int[][] copy = new int[sets.length][];
        for (int s = 0; s < copy.length; s++) {
            copy[s] = sets[s].clone();
        }
        return copy;
    }

    /** Whether sets within limits were found; they are kept. */
    private boolean reach(long balance, long deviation) {
        return new Annealing(new Arrangement(problem, copy(), balance), deviation).settle();
    }

    private void keep(Arrangement arrangement) {
        int[][] found = arrangement.copy();
        Objective reached = Outcome.value(problem, found);
        work.found();
        if (reached.compareTo(value) < 0) {
            sets = found;
            value = reached;
        }
    }

    /** One cooling. */
    private final class Annealing {
        private final Arrangement arrangement;
        private final long low;
        private final long high;
        private final boolean hasBench;
        private long broken;
        private int late;
        private int a;
        private int b;
        private int q;
        private int r;
        private long gained;

        Annealing(Arrangement arrangement, long deviation) {
            this.arrangement = arrangement;
            low = grid.low(deviation);
            high = grid.high(deviation);
            hasBench = problem.overlap > 0 || (long) problem.sets * problem.maxSlots < problem.size;
            broken = arrangement.totalViolation();
            for (long time : arrangement.time) {
                late += excess(time) > 0 ? 1 : 0;
            }
        }

        boolean isValid() {
            return broken == 0 && late == 0;
        }

        /** Whether a valid state was met; it is kept. */
        boolean settle() {
            for (long move = 0; move < MOVES_OF_LIMIT && !isValid(); move++) {
                double heat = 0.6 * (1 - (double) move / MOVES_OF_LIMIT) + 0.02;
                if (!step(heat, 1, 0)) {
                    break;
                }
            }
            if (isValid()) {
                keep(arrangement);
                return true;
            }
            return false;
        }

        /** Lowers the exposure; keeps what is valid and cheaper. */
        void cheapen() {
            long most = 0;
            double mean = 0;
            for (int cost : problem.exposure) {
                most = Math.max(most, cost);
                mean += (double) cost / problem.size;
            }
            long moves = Math.min(MOVES_OF_EXPOSURE, WORK_OF_EXPOSURE / price());
            // Few moves for each slot leave no time to cool down from far up.
            double slots = (double) problem.sets * problem.maxSlots;
            double heat = mean / 2 * Math.min(1, moves / (1_000 * slots));
            double cooling = StrictMath.pow(0.002, 1.0 / moves);
            long exposure = arrangement.exposure();
            long cheapest = exposure;
            for (long move = 0; move < moves && cheapest > bound.exposure(); move++) {
                heat *= cooling;
                double ofBroken = most * (0.1 + 1.2 * move / moves);
                if (!step(heat, ofBroken, 1)) {
                    break;
                }
                exposure += gained;
                if (exposure < cheapest && isValid()) {
                    cheapest = exposure;
                    keep(arrangement);
                }
            }
        }

        private long price() {
            return 20 + 4 * arrangement.priceOfChange();
        }

        /** Tries one exchange; false if the work ran out. */
        private boolean step(double heat, double ofBroken, double ofExposure) {
            gained = 0;
            if (!work.spend(price())) {
                return false;
            }
            if (!propose()) {
                return true;
            }
            int change = arrangement.change(a, q, b, r);
            if (change == Integer.MAX_VALUE) {
                return true;
            }
            long shift = (long) problem.seconds[r] - problem.seconds[q];
            long timeA = arrangement.time[a];
            double worse = change + weight(timeA + shift) - weight(timeA);
            int lateChange = lateness(timeA + shift) - lateness(timeA);
            long cost = 0;
            if (b >= 0) {
                long timeB = arrangement.time[b];
                worse += weight(timeB - shift) - weight(timeB);
                lateChange += lateness(timeB - shift) - lateness(timeB);
            } else {
                cost = (long) problem.exposure[r] - problem.exposure[q];
            }
            double rise = worse * ofBroken + cost * ofExposure;
            if (rise <= heat * EXPONENTIAL[random.nextInt(EXPONENTIAL.length)]) {
                arrangement.exchange(a, q, b, r);
                broken += change;
                late += lateChange;
                gained = cost;
            }
            return true;
        }

        private boolean propose() {
            a = random.nextInt(problem.sets);
            int[] from = arrangement.member[a];
            q = from[random.nextInt(from.length)];
            boolean near = random.nextInt(4) > 0;
            if (hasBench && (problem.sets == 1 || random.nextBoolean())) {
                b = -1;
                int other = from[random.nextInt(from.length)];
                q = problem.exposure[other] > problem.exposure[q] ? other : q;
                int[] cell = cells[near ? cellOf[q] : cellOf[random.nextInt(problem.size)]];
                double u = random.nextDouble();
                r = cell[(int) (u * u * cell.length)];
                return r != q && (problem.overlap > 0 || arrangement.uses[r] == 0);
            }
            if (problem.sets == 1) {
                return false;
            }
            b = random.nextInt(problem.sets - 1);
            b += b >= a ? 1 : 0;
            int[] into = arrangement.member[b];
            for (int i = 0; i < 4; i++) {
                r = into[random.nextInt(into.length)];
                if (!near || problem.type[r] == problem.type[q]) {
                    break;
                }
            }
            return r != q;
        }

        private long excess(long time) {
            return Math.max(0, Math.max(low - time, time - high));
        }

        private int lateness(long time) {
            return excess(time) > 0 ? 1 : 0;
        }

        private double weight(long time) {
            long excess = excess(time);
            return excess == 0 ? 0 : 0.3 + excess * second;
        }
    }
}
