package org.interviewplanner.scoring;

/**
 * One line of a scorecard.
 *
 * @param question what tells this question from the others of the session, not blank
 * @param section the name of its section, empty for none
 * @param rating the rater's current rating of the answer
 */
public record RatedQuestion(String question, String section, Rating rating) {

    /**
     * Checks the question.
     *
     * @throws IllegalArgumentException if question is blank
     */
    public RatedQuestion {
        if (question.isBlank()) {
            throw new IllegalArgumentException(
                    "The question (%s) of a rating must not be blank.".formatted(question));
        }
    }
}
