package org.interviewplanner.assembly;

import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Solves goal after goal: the least balance, then the least deviation at that balance, then the
 * least exposure at both. More deviation never takes sets away, so the least is found by halving.
 *
 * <p>For several sets the goals are first solved for all questions together, which gives the
 * bounds; the pool so found is then split, and if that fails the next best pool.
 */
final class Lexicographic {

    private static final Branching.Judge ANY = uses -> true;
    private static final long UNLIMITED = Long.MAX_VALUE / 8;

    /** Pools that are tried for one choice of limits before the limits are widened. */
    private static final int POOLS = 24;

    private static final int ROUNDS = 12;

    private static final long WORK_OF_ONE_BY_ONE = 20_000_000;

    private final Problem problem;
    private final Work work;
    private final long seed;
    private final TimeGrid grid;
    private long balanceBound;
    private long deviationBound;
    private long exposureBound;

    /** The limits for which the bounds of deviation and exposure hold. */
    private long boundedBalance = -1;

    private long boundedDeviation = -1;
    private @Nullable Splits attempt;
    private PoolSearch.@Nullable Found attempted;

    Lexicographic(Problem problem, Work work, long seed) {
        this.problem = problem;
        this.work = work;
        this.seed = seed;
        grid = new TimeGrid(problem);
    }

    /** The best sets. */
    Outcome run() {
        Pooled pooled = pool();
        if (pooled == null) {
            return Outcome.none();
        }
        if (problem.sets == 1) {
            return pooled.chosen == null
                    ? Outcome.unknown(bound())
                    : Outcome.found(new int[][] {pooled.chosen}, bound());
        }
        return split(pooled);
    }

    /** The outcome of {@link #run}, bettered and better bounded; to be called after it. */
    Outcome polished(Outcome outcome) {
        Outcome alone = Outcome.unknown(Outcome.ZERO);
        if (problem.sets > 1) {
            Work part = work.part(work.left() / 8);
            alone = new Lexicographic(problem.single(), part, seed).run();
            work.join(part);
            if (alone.infeasible()) {
                return alone;
            }
        }
        boolean apart = problem.sets > 1 && problem.overlap == 0;
        Work partOfOne = work.part(WORK_OF_ONE_BY_ONE);
        var oneByOne = new OneByOne(problem, partOfOne, seed);
        int[][] start = outcome.sets();
        if (start == null && apart) {
            start = oneByOne.find();
        }
        if (start == null) {
            start = dealt();
        }
        Objective least =
                new Objective(
                        Math.max(balanceBound, alone.bound().balance()),
                        alone.bound().balance() > balanceBound ? 0 : deviationBound,
                        0);
        int[][] sets =
                start == null || problem.minSlots != problem.maxSlots
                        ? outcome.sets()
                        : new Polishing(problem, start, least, work, new Random(seed)).run();
        if (sets == null) {
            work.join(partOfOne);
            return Outcome.unknown(least);
        }
        if (apart) {
            sets = oneByOne.cheapened(sets, Outcome.value(problem, sets));
        }
        work.join(partOfOne);
        return Outcome.found(sets, bound(Outcome.value(problem, sets), alone.bound()));
    }

    /**
     * Bounds that hold for what was reached: those of deviation and exposure were found for some
     * limits, and wider ones may allow less.
     *
     * @param alone bounds of one set for itself
     */
    private Objective bound(Objective value, Objective alone) {
        long balance = Math.max(balanceBound, alone.balance());
        boolean balanced = value.balance() <= Math.max(0, boundedBalance);
        long deviation = balanced ? deviationBound : Math.max(0, grid.deviation(0));
        long exposure =
                balanced && value.deviation() <= boundedDeviation
                        ? exposureBound
                        : within(
                                        problem.hasTargets ? value.balance() : -1,
                                        value.deviation(),
                                        new Branching.First())
                                .bound();
        if (value.balance() == alone.balance()) {
            deviation = Math.max(deviation, alone.deviation());
            if (value.deviation() == alone.deviation()) {
                exposure = Math.max(exposure, alone.exposure() * problem.sets);
            }
        }
        if (problem.sets > 1 && problem.overlap > 0) {
            exposure = Math.max(exposure, Sharing.leastExposure(problem, work));
        }
        return new Objective(balance, deviation, exposure);
    }

    /** Questions dealt at random, each as seldom as possible; null if there are too few. */
    private int @Nullable [][] dealt() {
        if (problem.maxSlots > problem.size
                || problem.overlap == 0 && (long) problem.sets * problem.maxSlots > problem.size) {
            return null;
        }
        int[] order = Search.shuffled(problem.size, seed);
        int[][] sets = new int[problem.sets][problem.maxSlots];
        int at = 0;
        for (int[] set : sets) {
            for (int i = 0; i < set.length; i++) {
                set[i] = order[at++ % order.length];
            }
        }
        return sets;
    }

    /** Any sets that meet the demands. */
    Outcome any() {
        if (grid.deviation(0) < 0) {
            return Outcome.none();
        }
        boolean one = problem.sets == 1;
        if (!one && problem.minSlots != problem.maxSlots) {
            PoolSearch.Found pool = within(-1, UNLIMITED, new Branching.First());
            return pool.isInfeasible() ? Outcome.none() : Outcome.unknown(Outcome.ZERO);
        }
        if (!one && problem.overlap > 0) {
            return share(new Pooled(null, -1, UNLIMITED, false));
        }
        var first = new Branching.First();
        var splits = new Splits(-1, UNLIMITED, POOLS);
        PoolSearch.Found found = within(-1, UNLIMITED, one ? first : splits);
        if (found.isInfeasible()) {
            return Outcome.none();
        }
        int[][] sets = splits.best;
        if (one && found.chosen() != null) {
            sets = new int[][] {found.chosen()};
        }
        return sets == null ? Outcome.unknown(Outcome.ZERO) : Outcome.found(sets, Outcome.ZERO);
    }

    private Objective bound() {
        return new Objective(balanceBound, deviationBound, exposureBound);
    }

    /**
     * Limits that pools can meet, and the best known pool within them.
     *
     * @param sure whether nothing smaller is possible
     */
    private record Pooled(int @Nullable [] chosen, long balance, long deviation, boolean sure) {}

    /** Finds the least balance and deviation of pools; null if there is no pool at all. */
    private @Nullable Pooled pool() {
        long balance = -1;
        int[] some = null;
        if (grid.deviation(0) < 0) {
            return null;
        }
        if (problem.hasTargets) {
            PoolSearch.Found least =
                    search(Relaxation.Limits.demands(problem), Relaxation.Goal.BALANCE, ANY);
            if (least.isInfeasible()) {
                return null;
            }
            balanceBound = perSet(least.bound());
            some = least.chosen();
            if (some == null) {
                return new Pooled(null, UNLIMITED, UNLIMITED, false);
            }
            balance = perSet(least.value());
            if (balance > balanceBound) {
                return new Pooled(some, balance, UNLIMITED, false);
            }
        }
        deviationBound = grid.deviation(0);
        boundedBalance = balance;
        boolean one = problem.sets == 1;
        Branching.Judge judge = new Branching.First();
        if (one) {
            judge = ANY;
        } else if (problem.overlap == 0) {
            // Mostly the first limits are met: the pools are split as they come.
            attempt = new Splits(balance, deviationBound, POOLS);
            judge = attempt;
        }
        PoolSearch.Found found = within(balance, deviationBound, judge);
        attempted = found;
        long deviation = deviationBound;
        if (found.isInfeasible()) {
            PoolSearch.Found any = within(balance, UNLIMITED, new Branching.First());
            if (any.isInfeasible()) {
                return null;
            }
            long refused = deviation;
            deviationBound = Math.max(0, grid.deviation(refused + 1));
            if (any.chosen() == null) {
                return new Pooled(some, balance, UNLIMITED, false);
            }
            some = any.chosen();
            long reached = deviationOf(some);
            while (grid.deviation(refused + 1) < reached) {
                long next = grid.deviation(refused + 1);
                long middle = grid.deviation(Math.max(next, (refused + reached) / 2));
                if (middle >= reached) {
                    middle = next;
                }
                PoolSearch.Found half = within(balance, middle, new Branching.First());
                if (half.isInfeasible()) {
                    refused = middle;
                    deviationBound = grid.deviation(refused + 1);
                } else if (half.chosen() != null) {
                    some = half.chosen();
                    reached = Math.min(middle, deviationOf(some));
                } else {
                    return new Pooled(some, balance, reached, false);
                }
            }
            deviation = reached;
            deviationBound = reached;
            if (one) {
                found = within(balance, deviation, ANY);
            }
        }
        if (one) {
            exposureBound = found.bound();
            boundedDeviation = deviation;
        }
        return new Pooled(found.chosen() == null ? some : found.chosen(), balance, deviation, true);
    }

    /** The least balance of the worst set if all together have this much, parity included. */
    private long perSet(long total) {
        long fair = -Math.floorDiv(-total, (long) problem.sets);
        int parity = parity();
        return parity >= 0 && Math.floorMod(fair, 2L) != parity ? fair + 1 : fair;
    }

    /** If every question counts for equally many targets, the balance is even or odd for good. */
    private int parity() {
        int each = -1;
        long sum = 0;
        for (int[] rows : problem.rowsOfType) {
            int hits = 0;
            for (int r : rows) {
                hits += problem.rowTarget[r] == Problem.NONE ? 0 : 1;
            }
            if (each >= 0 && hits != each) {
                return -1;
            }
            each = hits;
        }
        for (int target : problem.rowTarget) {
            sum += target == Problem.NONE ? 0 : target;
        }
        boolean fixedSize = problem.minSlots == problem.maxSlots;
        return each < 0 || !fixedSize
                ? -1
                : (int) Math.floorMod((long) each * problem.maxSlots - sum, 2L);
    }

    /** How far the fair share of a pool is from the target time, on the grid. */
    private long deviationOf(int[] pool) {
        long total = problem.seconds(pool);
        long d = grid.deviation(problem.sets, total, total);
        return d < 0 ? UNLIMITED : d;
    }

    private PoolSearch.Found within(long balance, long deviation, Branching.Judge judge) {
        return search(limits(balance, deviation), Relaxation.Goal.EXPOSURE, judge);
    }

    private Relaxation.Limits limits(long balance, long deviation) {
        return Relaxation.Limits.of(problem, balance, grid.low(deviation), grid.high(deviation));
    }

    private PoolSearch.Found search(
            Relaxation.Limits limits, Relaxation.Goal goal, Branching.Judge judge) {
        return new PoolSearch(problem, limits, goal, work, seed, judge, 1).run();
    }

    /** Splits the cheapest pools within the limits; if none of them splits, within wider limits. */
    private Outcome split(Pooled pooled) {
        if (pooled.chosen == null && !pooled.sure) {
            return Outcome.unknown(bound());
        }
        long balance = pooled.balance;
        long deviation = pooled.deviation;
        if (problem.overlap > 0) {
            return share(pooled);
        }
        for (int widening = 0; widening < 12 && !work.isOut(); widening++) {
            var judge = new Splits(balance, deviation, POOLS);
            PoolSearch.Found found;
            if (attempt != null && attempted != null && attempt.isWithin(balance, deviation)) {
                judge = attempt;
                found = attempted;
            } else {
                found = within(balance, deviation, judge);
            }
            if (widening == 0 && pooled.sure) {
                exposureBound = found.bound() == Long.MAX_VALUE ? 0 : found.bound();
                boundedDeviation = deviation;
            }
            if (judge.best != null) {
                return Outcome.found(judge.best, bound());
            }
            if (widening % 2 == 0) {
                long next = grid.deviation(Math.max(deviation + 1, 2 * deviation));
                deviation = next < 0 ? deviation : next;
            } else if (balance >= 0) {
                balance += 2;
            }
        }
        return Outcome.unknown(bound());
    }

    /**
     * Sets that may share questions: the more of the budget of shared pairs a pool uses, the
     * cheaper it is and the harder to split, so the budget is lowered until a pool splits.
     */
    private Outcome share(Pooled pooled) {
        long balance = pooled.balance;
        long deviation = pooled.deviation;
        if (pooled.sure) {
            PoolSearch.Found found = within(balance, deviation, new Branching.First());
            if (found.isInfeasible()) {
                return Outcome.none();
            }
            exposureBound = found.bound() == Long.MAX_VALUE ? 0 : found.bound();
            boundedDeviation = deviation;
        }
        for (int widening = 0; widening < 6 && !work.isOut(); widening++) {
            for (double share = 0.7; share > 0.01; share *= 0.75) {
                var judge = new Splits(balance, deviation, 2);
                Work part = work.part(work.left() / 4);
                new PoolSearch(
                                problem,
                                limits(balance, deviation),
                                Relaxation.Goal.EXPOSURE,
                                part,
                                seed,
                                judge,
                                share)
                        .run();
                work.join(part);
                if (judge.best != null) {
                    return Outcome.found(judge.best, bound());
                }
            }
            if (deviation < UNLIMITED) {
                long next = grid.deviation(Math.max(deviation + 1, 2 * deviation));
                deviation = next < 0 ? deviation : next;
            }
            balance += balance >= 0 ? 2 : 0;
        }
        return Outcome.unknown(bound());
    }

    /** Accepts the pools that can be split. */
    private final class Splits implements Branching.Judge {
        private final long balance;
        private final long deviation;
        private final Random random = new Random(seed);
        private int tries;
        private int @Nullable [][] best;

        private final int pools;

        Splits(long balance, long deviation, int pools) {
            this.pools = pools;
            this.balance = balance;
            this.deviation = deviation;
        }

        boolean isWithin(long otherBalance, long otherDeviation) {
            return balance == otherBalance && deviation == otherDeviation;
        }

        @Override
        public boolean accepts(int[] pool) {
            tries++;
            Arrangement arrangement =
                    new Splitter(
                                    problem,
                                    balance,
                                    grid.low(deviation),
                                    grid.high(deviation),
                                    grid,
                                    work,
                                    random)
                            .split(pool, ROUNDS);
            if (arrangement == null) {
                return false;
            }
            best = arrangement.copy();
            work.found();
            return true;
        }

        @Override
        public boolean isTired() {
            return tries >= pools;
        }
    }
}
