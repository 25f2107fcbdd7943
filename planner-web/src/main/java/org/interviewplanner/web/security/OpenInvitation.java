package org.interviewplanner.web.security;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * An invitation that can still be used. Its link is not here: only its hash is kept.
 *
 * @param forWhom as the administrator wrote it, maybe empty
 */
public record OpenInvitation(UUID id, String forWhom, Set<Role> roles, Instant expiresAt) {
    public OpenInvitation {
        roles = Set.copyOf(roles);
    }
}
