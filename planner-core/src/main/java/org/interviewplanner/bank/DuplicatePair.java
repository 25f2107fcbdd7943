package org.interviewplanner.bank;

/**
 * Two questions that may be one.
 *
 * @param first id of the one that comes first in the input
 * @param second id of the other
 * @param exact whether the wordings are the same but for markup, case, punctuation and blanks
 * @param score 1 if exact, else above 0 and below 1: how much of what the two say they share; good
 *     for ranking, no probability
 * @param reason one English sentence that says what they share and what sets them apart
 */
public record DuplicatePair(
        String first, String second, boolean exact, double score, String reason) {

    /**
     * @throws IllegalArgumentException if both are the same question, the score is not above 0 and
     *     at most 1, or the reason is blank
     */
    public DuplicatePair {
        if (first.equals(second)) {
            throw new IllegalArgumentException(
                    "The question (%s) must not be a duplicate of itself.".formatted(first));
        }
        if (!(score > 0 && score <= 1) || reason.isBlank()) {
            throw new IllegalArgumentException(
                    "The duplicates (%s, %s) must have 0 < score (%s) <= 1 and a reason (%s)."
                            .formatted(first, second, score, reason));
        }
    }
}
