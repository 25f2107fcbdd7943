package org.interviewplanner.print;

/**
 * What a candidate may see of one question; it has no place for an answer, a level or a score.
 *
 * @param position the place in the set, from 1
 * @param section the name of its section as plain text, empty for none
 * @param wording the question as Markdown, not blank
 * @param body what belongs to it as Markdown (code, a table, a longer text), empty for none
 * @param answerLines ruled lines to write an answer on, 0 to {@value #MOST_LINES}
 */
public record PrintedQuestion(
        int position, String section, String wording, String body, int answerLines) {

    /** About three pages of lines. */
    public static final int MOST_LINES = 80;

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if position is below 1, wording is blank or answerLines is
     *     not 0 to 80
     */
    public PrintedQuestion {
        if (position < 1) {
            throw new IllegalArgumentException(
                    "The position (%d) of a question must be at least 1.".formatted(position));
        }
        if (wording.isBlank()) {
            throw new IllegalArgumentException(
                    "The wording (%s) of question %d must not be blank."
                            .formatted(wording, position));
        }
        if (answerLines < 0 || answerLines > MOST_LINES) {
            throw new IllegalArgumentException(
                    "The answer lines (%d) of question %d must be 0 to %d."
                            .formatted(answerLines, position, MOST_LINES));
        }
    }
}
