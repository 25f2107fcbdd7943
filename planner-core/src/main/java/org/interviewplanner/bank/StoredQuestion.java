package org.interviewplanner.bank;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question that the bank holds already, with what is needed to recognise it in a document.
 *
 * @param id the caller's identifier, unique among the stored questions
 * @param key its explicit key, or null
 * @param section path of its section, outermost first
 * @param position place within the section, 0-based, smaller first
 * @param wording its current wording, inline Markdown
 * @param formerWordings wordings that a person has replaced since
 * @param follows id of the question that it follows up, or null
 */
public record StoredQuestion(
        String id,
        @Nullable QuestionKey key,
        List<String> section,
        int position,
        String wording,
        List<String> formerWordings,
        @Nullable String follows) {

    /** A question that follows up no other. */
    public StoredQuestion(
            String id,
            @Nullable QuestionKey key,
            List<String> section,
            int position,
            String wording,
            List<String> formerWordings) {
        this(id, key, section, position, wording, formerWordings, null);
    }

    /**
     * @throws IllegalArgumentException if id or wording is blank or the position negative
     */
    public StoredQuestion {
        section = List.copyOf(section);
        formerWordings = List.copyOf(formerWordings);
        if (id.isBlank() || wording.isBlank() || position < 0) {
            throw new IllegalArgumentException(
                    "The stored question (%s) must have an id, a wording (%s) and a position (%d) of at least 0."
                            .formatted(id, wording, position));
        }
    }
}
