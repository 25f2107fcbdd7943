package org.interviewplanner.web.data;

import java.util.UUID;

/** Names one team for life. */
public record TeamId(UUID value) implements Id {

    /** A new id that no other has. */
    public static TeamId create() {
        return new TeamId(UUID.randomUUID());
    }
}
