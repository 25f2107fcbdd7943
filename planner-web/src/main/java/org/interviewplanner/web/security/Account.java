package org.interviewplanner.web.security;

import java.time.Instant;
import java.util.Set;
import org.interviewplanner.web.data.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the team, as administrators see them.
 *
 * @param version of what was read; a change names it, so that nobody overwrites a colleague's
 *     change
 * @param lastSignIn the last successful log-in, or null if there was none
 */
public record Account(
        PersonId id,
        long version,
        String name,
        Set<Role> roles,
        boolean isEnabled,
        Instant createdAt,
        @Nullable Instant lastSignIn) {
    public Account {
        roles = Set.copyOf(roles);
    }
}
