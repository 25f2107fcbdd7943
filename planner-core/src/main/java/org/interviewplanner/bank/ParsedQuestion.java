package org.interviewplanner.bank;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question as a document states it; what the document does not state is null or empty, never
 * guessed.
 *
 * @param key the explicit key, or null
 * @param section path of the section, outermost first; empty if the question stands in none
 * @param number the number printed at the question, such as {@code 12} or {@code 1.2}, or null
 * @param wording inline Markdown on one line without number, label, mark and metadata; never blank
 * @param body block Markdown that belongs to the question (code, options, a picture), or ""
 * @param answer Markdown of the answer, or ""
 * @param mark the sign printed at the question
 * @param status the status stated by the metadata line, or null; a {@code mark} is no status
 * @param difficulty the level stated by the document, or null
 * @param seconds planned time in whole seconds, at least 1, or null
 * @param tags in the document's order, none blank
 * @param goodToHear points of a strong answer, inline Markdown, none blank
 * @param parent index in {@link ParsedBank#questions()} of the question that this one follows up,
 *     or -1
 * @param line 1-based source line of the wording
 * @param source the source text of the question's lines, unaltered but for line ends ({@code \n})
 */
public record ParsedQuestion(
        @Nullable QuestionKey key,
        List<String> section,
        @Nullable String number,
        String wording,
        String body,
        String answer,
        Mark mark,
        @Nullable Status status,
        @Nullable Difficulty difficulty,
        @Nullable Integer seconds,
        List<String> tags,
        List<String> goodToHear,
        int parent,
        int line,
        String source) {

    /**
     * @throws IllegalArgumentException if the wording is blank, seconds or line &lt; 1, or parent
     *     &lt; -1
     */
    public ParsedQuestion {
        section = List.copyOf(section);
        tags = List.copyOf(tags);
        goodToHear = List.copyOf(goodToHear);
        if (wording.isBlank()) {
            throw new IllegalArgumentException(
                    "The wording at line (%d) must not be blank.".formatted(line));
        }
        if (line < 1 || parent < -1 || (seconds != null && seconds < 1)) {
            throw new IllegalArgumentException(
                    "The question (%s) must have line (%d) >= 1, parent (%d) >= -1 and no or at least 1 seconds (%s)."
                            .formatted(wording, line, parent, seconds));
        }
    }
}
