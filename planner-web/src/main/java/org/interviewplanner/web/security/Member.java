package org.interviewplanner.web.security;

import java.util.Set;
import org.interviewplanner.web.data.PersonId;
import org.interviewplanner.web.data.TeamId;

/**
 * A person at work in a team: whom every service method asks first. Each room's queries are bound
 * to {@code team}.
 *
 * @param name the log-in name, as the person wrote it
 * @param roles what the person may do
 */
public record Member(PersonId person, TeamId team, String name, Set<Role> roles) {

    public Member {
        roles = Set.copyOf(roles);
    }

    /** Whether the member has at least one of the roles. */
    public boolean isAny(Role... anyOf) {
        for (var role : anyOf) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Goes on only if the member has at least one of the roles.
     *
     * @throws NotFoundException otherwise: who may not see a thing learns nothing of it
     */
    public void require(Role... anyOf) {
        if (!isAny(anyOf)) {
            throw new NotFoundException();
        }
    }
}
