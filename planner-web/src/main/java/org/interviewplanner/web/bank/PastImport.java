package org.interviewplanner.web.bank;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An import that was accepted.
 *
 * @param name of its document, or of the first of several
 * @param person who accepted it, or null if the installation did (the starter bank)
 * @param undone when it was taken back, or null
 */
public record PastImport(
        ImportId id,
        String name,
        Instant at,
        @Nullable String person,
        int created,
        int revised,
        int updated,
        @Nullable Instant undone) {

    /** Whether the installation brought it, not a person. */
    public boolean isStarterBank() {
        return person == null;
    }
}
