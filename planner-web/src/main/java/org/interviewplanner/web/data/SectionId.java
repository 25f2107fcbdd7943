package org.interviewplanner.web.data;

import java.util.UUID;

/** Names one section for life. */
public record SectionId(UUID value) implements Id {

    /** A new id that no other has. */
    public static SectionId create() {
        return new SectionId(UUID.randomUUID());
    }
}
