package org.interviewplanner.web.data;

import java.util.UUID;

/** Names one blueprint for life. */
public record BlueprintId(UUID value) implements Id {

    /** A new id that no other has. */
    public static BlueprintId create() {
        return new BlueprintId(UUID.randomUUID());
    }
}
