package org.interviewplanner.web.data;

import java.util.UUID;

/** Names one question asked in a session for life. */
public record AskedQuestionId(UUID value) implements Id {

    /** A new id that no other has. */
    public static AskedQuestionId create() {
        return new AskedQuestionId(UUID.randomUUID());
    }
}
