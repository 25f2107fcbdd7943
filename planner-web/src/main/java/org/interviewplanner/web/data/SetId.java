package org.interviewplanner.web.data;

import java.util.UUID;

/** Names one interview set for life. */
public record SetId(UUID value) implements Id {

    /** A new id that no other has. */
    public static SetId create() {
        return new SetId(UUID.randomUUID());
    }
}
