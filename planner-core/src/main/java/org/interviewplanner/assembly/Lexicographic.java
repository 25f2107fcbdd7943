package org.interviewplanner.assembly;

import org.jspecify.annotations.Nullable;

/**
 * Solves goal after goal: the least balance, then the least deviation at that balance, then the least
 * exposure at both. More deviation never takes sets away, so the least is found by halving.
 */
final class Lexicographic {

    private static final Branching.Judge ANY = uses -> true;

    private final Problem problem;
    private final Work work;
    private final long seed;
    private final TimeGrid grid;

    Lexicographic(Problem problem, Work work, long seed) {
        this.problem = problem;
        this.work = work;
        this.seed = seed;
        grid = new TimeGrid(problem);
    }

    /** The best single set. */
    Outcome run() {
        long balance = -1;
        long balanceBound = 0;
        int[] some = null;
        if (problem.hasTargets) {
            PoolSearch.Found least =
                    search(Relaxation.Limits.demands(problem), Relaxation.Goal.BALANCE, ANY);
            if (least.isInfeasible()) {
                return Outcome.none();
            }
            balanceBound = least.bound();
            if (least.chosen() == null) {
                return Outcome.unknown(new Objective(balanceBound, 0, 0));
            }
            balance = least.value();
            some = least.chosen();
        }
        long deviation = grid.deviation(0);
        if (deviation < 0) {
            return Outcome.none();
        }
        if (balance > balanceBound) {
            return outcome(some, new Objective(balanceBound, 0, 0));
        }
        PoolSearch.Found found = within(balance, deviation, ANY);
        if (found.isInfeasible()) {
            // From here on the least deviation is not known beforehand.
            PoolSearch.Found any = within(balance, Long.MAX_VALUE / 8, new First());
            if (any.isInfeasible()) {
                return Outcome.none();
            }
            long refused = deviation;
            if (any.chosen() == null) {
                return Outcome.unknown(new Objective(balanceBound, grid.deviation(refused + 1), 0));
            }
            long reached = deviationOf(any.chosen());
            some = any.chosen();
            while (true) {
                long next = grid.deviation(refused + 1);
                if (next >= reached) {
                    break;
                }
                long middle = grid.deviation(Math.max(next, Math.min(reached - 1, (refused + reached) / 2)));
                if (middle >= reached) {
                    middle = next;
                }
                PoolSearch.Found half = within(balance, middle, new First());
                if (half.isInfeasible()) {
                    refused = middle;
                } else if (half.chosen() != null) {
                    some = half.chosen();
                    reached = deviationOf(some);
                } else {
                    return outcome(some, new Objective(balanceBound, next, 0));
                }
            }
            deviation = reached;
            found = within(balance, deviation, ANY);
        }
        if (found.chosen() == null) {
            return outcome(some, new Objective(balanceBound, deviation, found.bound()));
        }
        return outcome(found.chosen(), new Objective(balanceBound, deviation, found.bound()));
    }

    private long deviationOf(int[] set) {
        return Math.abs(problem.seconds(set) - problem.targetSeconds);
    }

    private static Outcome outcome(int @Nullable [] set, Objective bound) {
        return set == null ? Outcome.unknown(bound) : Outcome.found(new int[][] {set}, bound);
    }

    private PoolSearch.Found within(long balance, long deviation, Branching.Judge judge) {
        return search(
                Relaxation.Limits.of(problem, balance, grid.low(deviation), grid.high(deviation)),
                Relaxation.Goal.EXPOSURE,
                judge);
    }

    private PoolSearch.Found search(
            Relaxation.Limits limits, Relaxation.Goal goal, Branching.Judge judge) {
        return new PoolSearch(problem, limits, goal, work, seed, judge).run();
    }

    /** Takes the first solution. */
    private static final class First implements Branching.Judge {
        private boolean has;

        @Override
        public boolean accepts(int[] uses) {
            has = true;
            return true;
        }

        @Override
        public boolean isTired() {
            return has;
        }
    }
}
