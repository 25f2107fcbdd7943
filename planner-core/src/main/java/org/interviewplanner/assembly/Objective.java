package org.interviewplanner.assembly;

import java.util.Comparator;

/**
 * How good sets are; smaller is better, the first that differs decides.
 *
 * @param balance the greatest over the sets of the summed distances from the targets, in questions
 * @param deviation the greatest over the sets of the distance from the target time, in seconds
 * @param exposure the summed exposure of all questions of all sets
 */
public record Objective(long balance, long deviation, long exposure)
        implements Comparable<Objective> {

    private static final Comparator<Objective> LEXICOGRAPHIC =
            Comparator.comparingLong(Objective::balance)
                    .thenComparingLong(Objective::deviation)
                    .thenComparingLong(Objective::exposure);

    @Override
    public int compareTo(Objective other) {
        return LEXICOGRAPHIC.compare(this, other);
    }
}
