package org.interviewplanner.assembly;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a search knows at its end, in numbers of a {@link Problem}.
 *
 * @param sets the best sets found, or null
 * @param infeasible whether it is proved that there are none
 * @param bound proved lower bounds as in {@link AssemblyReport#bound}, without must-have questions
 */
record Outcome(int @Nullable [][] sets, boolean infeasible, Objective bound) {

    static final Objective ZERO = new Objective(0, 0, 0);

    static Outcome none() {
        return new Outcome(null, true, ZERO);
    }

    static Outcome unknown(Objective bound) {
        return new Outcome(null, false, bound);
    }

    static Outcome found(int[][] sets, Objective bound) {
        return new Outcome(sets, false, bound);
    }

    /** How good sets are; exposure without must-have questions. */
    static Objective value(Problem problem, int[][] sets) {
        long balance = 0;
        long deviation = 0;
        long exposure = 0;
        for (int[] set : sets) {
            balance = Math.max(balance, problem.balance(problem.counts(set)));
            deviation = Math.max(deviation, Math.abs(problem.seconds(set) - problem.targetSeconds));
            exposure += problem.exposure(set);
        }
        return new Objective(balance, deviation, exposure);
    }

    boolean isProved(Problem problem) {
        return sets != null && value(problem, sets).compareTo(bound) <= 0;
    }

    @Override
    public String toString() {
        return "Outcome[%s, %s, %s]".formatted(Arrays.deepToString(sets), infeasible, bound);
    }
}
