package org.interviewplanner.web.data;

import java.util.UUID;

/** Names one person for life. */
public record PersonId(UUID value) implements Id {

    /** A new id that no other has. */
    public static PersonId create() {
        return new PersonId(UUID.randomUUID());
    }
}
