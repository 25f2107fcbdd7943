package org.interviewplanner.web.data;

import java.util.UUID;

/** Names one candidate for life. */
public record CandidateId(UUID value) implements Id {

    /** A new id that no other has. */
    public static CandidateId create() {
        return new CandidateId(UUID.randomUUID());
    }
}
