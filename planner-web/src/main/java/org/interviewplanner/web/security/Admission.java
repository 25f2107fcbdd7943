package org.interviewplanner.web.security;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.interviewplanner.web.data.PersonId;
import org.interviewplanner.web.data.TeamId;
import org.jspecify.annotations.Nullable;

/**
 * What a link that can still be used is good for.
 *
 * @param person whose password is to be set, for {@link Kind#NEW_PASSWORD}
 * @param name of that person
 */
public record Admission(
        UUID id,
        TeamId team,
        Kind kind,
        Set<Role> roles,
        @Nullable PersonId person,
        @Nullable String name,
        Instant expiresAt) {

    /** What a link lets somebody do. */
    public enum Kind {
        /** Create the first administrator. */
        SETUP,
        /** Become a member of the team. */
        INVITATION,
        /** Choose a new password. */
        NEW_PASSWORD;

        /** First part of the link's path. */
        String path() {
            return switch (this) {
                case SETUP -> "setup";
                case INVITATION -> "join";
                case NEW_PASSWORD -> "new-password";
            };
        }
    }

    public Admission {
        roles = Set.copyOf(roles);
    }
}
