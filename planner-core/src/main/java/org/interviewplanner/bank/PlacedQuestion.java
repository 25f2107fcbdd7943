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
 * @param progress how far into its document the question stands, from 0 (first) to 1 (last); 0.5 if
 *     it came alone or that is not known any more
 */
public record PlacedQuestion(
        String wording,
        String body,
        List<String> section,
        int position,
        int size,
        double progress) {

    /**
     * @throws IllegalArgumentException if the wording is blank, not 1 &lt;= position &lt;= size, or
     *     not 0 &lt;= progress &lt;= 1
     */
    public PlacedQuestion {
        section = List.copyOf(section);
        if (!(progress >= 0 && progress <= 1)) {
            throw new IllegalArgumentException(
                    "The progress (%s) of the question (%s) must be from 0 to 1."
                            .formatted(progress, wording));
        }
        if (wording.isBlank() || position < 1 || size < position) {
            throw new IllegalArgumentException(
                    "The question (%s) must have a wording and 1 <= position (%d) <= size (%d)."
                            .formatted(wording, position, size));
        }
    }

    /**
     * A question whose place in its document is not known.
     *
     * @throws IllegalArgumentException if the wording is blank or not 1 &lt;= position &lt;= size
     */
    public PlacedQuestion(
            String wording, String body, List<String> section, int position, int size) {
        this(wording, body, section, position, size, 0.5);
    }

    /**
     * How far into a document of {@code size} questions the one with this index stands.
     *
     * @param index 0-based, less than {@code size}
     */
    public static double progress(int index, int size) {
        return size == 1 ? 0.5 : (double) index / (size - 1);
    }
}
