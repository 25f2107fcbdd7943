package org.interviewplanner.assembly;

/**
 * A place in a set.
 *
 * @param position when it is asked, from 1
 * @param question the id of the question that stands there
 */
public record Slot(int position, String question) {

    /**
     * @throws IllegalArgumentException if position is below 1 or question is blank
     */
    public Slot {
        if (position < 1 || question.isBlank()) {
            throw new IllegalArgumentException(
                    "The slot (%d) must be at least 1 and hold a question (%s)."
                            .formatted(position, question));
        }
    }
}
