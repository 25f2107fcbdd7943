package org.interviewplanner.web.data;

import java.util.UUID;

/** Names one interview session for life. */
public record SessionId(UUID value) implements Id {

    /** A new id that no other has. */
    public static SessionId create() {
        return new SessionId(UUID.randomUUID());
    }
}
