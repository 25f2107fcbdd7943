package org.interviewplanner.web.security;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.interviewplanner.web.data.PersonId;
import org.interviewplanner.web.data.TeamId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/** A person as stored. */
@Table("person")
record PersonRow(
        @Id PersonId id,
        @Version @Nullable Long version,
        TeamId teamId,
        String name,
        String passwordHash,
        boolean enabled,
        int generation,
        @MappedCollection(idColumn = "person_id") Set<RoleRow> roles) {

    @Table("person_role")
    record RoleRow(Role role) {}

    static PersonRow create(TeamId team, String name, String passwordHash, Set<Role> roles) {
        return new PersonRow(
                PersonId.create(), null, team, name, passwordHash, true, 0, rows(roles));
    }

    Set<Role> roleSet() {
        return roles.stream().map(RoleRow::role).collect(Collectors.toUnmodifiableSet());
    }

    Member toMember() {
        return new Member(id, teamId, name, roleSet());
    }

    /** Somebody who logs in in this moment. */
    SignedIn toSignedIn() {
        return new SignedIn(UUID.randomUUID(), toMember(), generation);
    }

    PersonRow withRoles(Set<Role> changed) {
        return new PersonRow(
                id, version, teamId, name, passwordHash, enabled, generation, rows(changed));
    }

    /** Whoever is disabled or enabled starts with no open session. */
    PersonRow withEnabled(boolean changed) {
        return new PersonRow(
                id, version, teamId, name, passwordHash, changed, generation + 1, roles);
    }

    /** A new password ends the sessions that the old one opened. */
    PersonRow withPasswordHash(String changed) {
        return new PersonRow(id, version, teamId, name, changed, enabled, generation + 1, roles);
    }

    PersonRow withoutSessions() {
        return new PersonRow(
                id, version, teamId, name, passwordHash, enabled, generation + 1, roles);
    }

    private static Set<RoleRow> rows(Set<Role> roles) {
        return roles.stream().map(RoleRow::new).collect(Collectors.toUnmodifiableSet());
    }
}
