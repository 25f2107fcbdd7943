package org.interviewplanner.assembly;

import org.jspecify.annotations.Nullable;

/**
 * In which order the questions of a set are asked; ties keep the order of the pool.
 *
 * @param policy what comes first
 * @param opener the question that opens the set if the set holds it, or null
 * @param closer the question that closes the set if the set holds it, or null
 */
public record AskingOrder(Policy policy, @Nullable String opener, @Nullable String closer) {

    /** What comes first. */
    public enum Policy {
        /** The easiest question, then section by section, rising in each. */
        WARM_UP_FIRST,
        /** Section by section, rising in each. */
        BY_SECTION,
        /** Rising over the whole set. */
        EASY_TO_HARD
    }

    /**
     * @throws IllegalArgumentException if opener and closer are the same question
     */
    public AskingOrder {
        if (opener != null && opener.equals(closer)) {
            throw new IllegalArgumentException(
                    "The question (%s) must not be opener and closer at once.".formatted(opener));
        }
    }

    /** A policy without opener and closer. */
    public static AskingOrder of(Policy policy) {
        return new AskingOrder(policy, null, null);
    }
}
