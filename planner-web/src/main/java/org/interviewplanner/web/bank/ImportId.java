package org.interviewplanner.web.bank;

import java.util.UUID;

/** Names one accepted import for life. */
public record ImportId(UUID value) {

    static ImportId create() {
        return new ImportId(UUID.randomUUID());
    }
}
