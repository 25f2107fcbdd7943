package org.interviewplanner.bank;

import java.util.List;

/**
 * A better wording that a document suggests for one of its questions.
 *
 * @param before the old wording as the suggestion quotes it, inline Markdown without quotation
 *     marks
 * @param after the new wording, inline Markdown without quotation marks
 * @param section path of the section that the suggestion names, or empty
 * @param question index in {@link ParsedBank#questions()} of the question meant, or -1 if none was
 *     found
 * @param match how the quoted old wording resembles the question's
 * @param approved whether the new wording carries an approval mark
 * @param line 1-based line of the old wording
 */
public record ProposedRevision(
        String before,
        String after,
        List<String> section,
        int question,
        Match match,
        boolean approved,
        int line) {

    /** How an old wording quoted by a suggestion resembles the question it means. */
    public enum Match {
        /** Character by character. */
        VERBATIM,
        /** The same words, other markup, case or punctuation. */
        SAME_WORDS,
        /** Other words; the nearest question was taken and a problem reported. */
        OTHER_WORDS,
        /** No question is near enough. */
        NONE
    }

    /**
     * @throws IllegalArgumentException if a wording is blank, line &lt; 1, or question is -1
     *     without NONE or vice versa
     */
    public ProposedRevision {
        section = List.copyOf(section);
        if (before.isBlank() || after.isBlank() || line < 1) {
            throw new IllegalArgumentException(
                    "The re-wording (%s) to (%s) must have two wordings and a line (%d) of at least 1."
                            .formatted(before, after, line));
        }
        if (question < -1 || (question == -1) != (match == Match.NONE)) {
            throw new IllegalArgumentException(
                    "The question (%d) of a re-wording must be -1 exactly if its match (%s) is NONE."
                            .formatted(question, match));
        }
    }
}
