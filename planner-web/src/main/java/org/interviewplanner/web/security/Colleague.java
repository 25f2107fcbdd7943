package org.interviewplanner.web.security;

import java.util.Set;
import org.interviewplanner.web.data.PersonId;

/**
 * Somebody of the team, as every member may see them.
 *
 * @param name the log-in name, as the person wrote it
 * @param isEnabled false once the account is disabled: no longer to be asked, still to be named
 */
public record Colleague(PersonId id, String name, Set<Role> roles, boolean isEnabled) {
    public Colleague {
        roles = Set.copyOf(roles);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }
}
