package org.interviewplanner.assembly;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an assembly reached and what it cost.
 *
 * @param value how good the sets are, or null if there are none
 * @param bound proved: no sets have a smaller balance; none of the reached balance have a smaller
 *     deviation; none of the reached balance and deviation have a smaller exposure
 * @param work the counted work spent; the same on every machine
 * @param demands what each counting demand reached, in the order of the blueprint
 * @param targets what each target reached, in the order of the blueprint
 */
public record AssemblyReport(
        @Nullable Objective value,
        Objective bound,
        long work,
        List<Reached> demands,
        List<Reached> targets) {

    /** Copies the lists. */
    public AssemblyReport {
        demands = List.copyOf(demands);
        targets = List.copyOf(targets);
    }

    /**
     * What one demand or target reached.
     *
     * @param name the name of the demand or target
     * @param min what it asked for at least (a target: wished), in questions or seconds
     * @param max what it asked for at most (a target: wished)
     * @param counts what each set holds, in the order of the sets
     */
    public record Reached(String name, int min, int max, List<Integer> counts) {

        /** Copies the counts. */
        public Reached {
            counts = List.copyOf(counts);
        }
    }
}
