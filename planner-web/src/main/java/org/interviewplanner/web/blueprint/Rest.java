package org.interviewplanner.web.blueprint;

import java.time.Duration;
import java.time.Instant;
import org.interviewplanner.web.bank.BankQuestion;
import org.jspecify.annotations.Nullable;

/**
 * Which questions stay out of a set for having been asked before. Rehearsals count for nothing.
 *
 * @param neverAgain whether what a candidate was asked in any session never comes again to them
 * @param days a question rests for so many days after it was asked, 1 to {@link #MAX_DAYS}; null
 *     for no rest
 * @param uses a question is asked at most so many times in all, 1 to {@link #MAX_USES}; null for no
 *     limit
 */
public record Rest(boolean neverAgain, @Nullable Integer days, @Nullable Integer uses) {
    public static final int MAX_DAYS = 3_650;
    public static final int MAX_USES = 1_000;

    /** Only: never again to the same candidate. */
    public static final Rest DEFAULT = new Rest(true, null, null);

    /**
     * @throws IllegalArgumentException if days or uses is out of bounds
     */
    public Rest {
        if (days != null && (days < 1 || days > MAX_DAYS)) {
            throw new IllegalArgumentException(
                    "The days of rest (%d) must be 1 to %d.\nMaybe leave them empty for none."
                            .formatted(days, MAX_DAYS));
        }
        if (uses != null && (uses < 1 || uses > MAX_USES)) {
            throw new IllegalArgumentException(
                    "The number of uses (%d) must be 1 to %d.\nMaybe leave it empty for no limit."
                            .formatted(uses, MAX_USES));
        }
    }

    /** Whether the question was asked too lately. */
    boolean isResting(BankQuestion question, Instant now) {
        var last = question.lastAsked();
        return days != null
                && last != null
                && Duration.between(last, now).compareTo(Duration.ofDays(days)) < 0;
    }

    /** Whether the question was asked often enough. */
    boolean isUsedUp(BankQuestion question) {
        return uses != null && question.timesAsked() >= uses;
    }
}
