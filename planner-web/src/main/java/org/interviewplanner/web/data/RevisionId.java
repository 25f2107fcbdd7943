package org.interviewplanner.web.data;

import java.util.UUID;

/** Names one revision for life. */
public record RevisionId(UUID value) implements Id {

    /** A new id that no other has. */
    public static RevisionId create() {
        return new RevisionId(UUID.randomUUID());
    }
}
