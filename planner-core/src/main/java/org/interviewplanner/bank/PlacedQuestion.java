package org.interviewplanner.bank;

import java.util.List;

/**
 * A question and its place in a bank, all that an estimate looks at.
 *
 * @param wording inline Markdown, never blank; the first 4,000 characters count
 * @param body block Markdown that belongs to the question (code, options, a picture), or ""
 * @param section path of the section, outermost first; empty if the question stands in none
 * @param position 1-based position among the questions of the same section
 * @param size number of questions of that section, at least {@code position}
 */
public record PlacedQuestion(
        String wording, String body, List<String> section, int position, int size) {

    /**
     * @throws IllegalArgumentException if the wording is blank or not 1 &lt;= position &lt;= size
     */
    public PlacedQuestion {
        section = List.copyOf(section);
        if (wording.isBlank() || position < 1 || size < position) {
            throw new IllegalArgumentException(
                    "The question (%s) must have a wording and 1 <= position (%d) <= size (%d)."
                            .formatted(wording, position, size));
        }
    }
}
