package org.interviewplanner.web.data;

import java.util.UUID;

/** Names one question for life. */
public record QuestionId(UUID value) implements Id {

    /** A new id that no other has. */
    public static QuestionId create() {
        return new QuestionId(UUID.randomUUID());
    }
}
