package org.interviewplanner.web.blueprint;

import org.interviewplanner.web.data.QuestionId;

/** Two questions that must not stand in one set: near-duplicates, or one gives the other away. */
public record Enemies(QuestionId first, QuestionId second) {

    /**
     * @throws IllegalArgumentException if both are the same
     */
    public Enemies {
        if (first.equals(second)) {
            throw new IllegalArgumentException(
                    "A question cannot be its own enemy.\nMaybe choose another second question.");
        }
    }

    /** Whether the pair is the same, whichever comes first. */
    boolean isSameAs(Enemies other) {
        return equals(other) || (first.equals(other.second) && second.equals(other.first));
    }
}
