package org.interviewplanner.assembly;

import java.util.List;

/** The outcome of {@link Assembler#assemble}: sets, or the reasons why there are none. */
public sealed interface Assembly {

    /**
     * Sets that meet every demand.
     *
     * @param sets as many as requested
     * @param proved whether value and bound of the report are equal: no sets are better
     * @param report how good they are, and the bounds
     */
    record Assembled(List<InterviewSet> sets, boolean proved, AssemblyReport report)
            implements Assembly {

        /** Copies the sets. */
        public Assembled {
            sets = List.copyOf(sets);
        }
    }

    /**
     * No sets exist.
     *
     * @param shortfalls irreducible clashes, the smallest first; at least one
     * @param repair changes that together make the blueprint feasible; empty if none was found
     *     within the work limit
     */
    record Infeasible(List<Shortfall> shortfalls, List<Repair> repair) implements Assembly {

        /** Copies the lists. */
        public Infeasible {
            shortfalls = List.copyOf(shortfalls);
            repair = List.copyOf(repair);
        }
    }

    /**
     * The work limit ran out, or the caller cancelled, before sets were found or excluded, or
     * before any clash that excludes them was shown to be irreducible.
     *
     * @param report the bounds so far and the work spent
     */
    record Undecided(AssemblyReport report) implements Assembly {}
}
