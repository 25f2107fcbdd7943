package org.interviewplanner.web.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.interviewplanner.web.data.PersonId;
import org.interviewplanner.web.data.TeamId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The stored one-time links. SQL of its own, because using one must be a single conditional update.
 */
@Component
class Invitations {
    private static final String OPEN =
            "used_at is null and revoked_at is null and expires_at > clock_timestamp()";

    private final JdbcClient jdbc;

    Invitations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores a new link; the answer holds its token, which nobody can read again. */
    OneTimeLink create(
            TeamId team,
            Admission.Kind kind,
            String forWhom,
            Set<Role> roles,
            @Nullable PersonId person,
            @Nullable PersonId invitedBy,
            Instant expiresAt) {
        var token = Token.create();
        jdbc.sql(
                        """
                        insert into invitation (id, team_id, token_hash, kind, for_whom, roles, person_id,
                            invited_by, expires_at)
                        values (:id, :team, :hash, :kind, :for_whom, string_to_array(:roles, ','), :person,
                            :invited_by, :expires_at)
                        """)
                .param("id", UUID.randomUUID())
                .param("team", team.value())
                .param("hash", Token.hash(token))
                .param("kind", kind.name())
                .param("for_whom", forWhom)
                .param("roles", roles.stream().map(Role::name).collect(Collectors.joining(",")))
                .param("person", person == null ? null : person.value(), Types.OTHER)
                .param("invited_by", invitedBy == null ? null : invitedBy.value(), Types.OTHER)
                .param("expires_at", Timestamp.from(expiresAt))
                .update();
        return new OneTimeLink(kind.path() + "/" + token, expiresAt);
    }

    Optional<Admission> findOpen(Admission.Kind kind, String token) {
        return jdbc.sql(
                        """
                        select i.id, i.team_id, i.kind, array_to_string(i.roles, ',') as roles,
                            i.person_id, p.name, i.expires_at
                        from invitation i left join person p on p.id = i.person_id
                        where i.kind = :kind and i.token_hash = :hash and i.%s
                        """
                                .formatted(OPEN.replace(" and ", " and i.")))
                .param("kind", kind.name())
                .param("hash", Token.hash(token))
                .query(Invitations::admission)
                .optional();
    }

    List<OpenInvitation> findAllOpen(TeamId team) {
        return jdbc.sql(
                        """
                        select id, for_whom, array_to_string(roles, ',') as roles, expires_at from invitation
                        where team_id = :team and kind = 'INVITATION' and %s order by created_at desc
                        """
                                .formatted(OPEN))
                .param("team", team.value())
                .query((row, number) ->
                        new OpenInvitation(
                                row.getObject("id", UUID.class),
                                row.getString("for_whom"),
                                roles(row.getString("roles")),
                                row.getTimestamp("expires_at").toInstant()))
                .list();
    }

    /** Whether this call was the one that used it: of many at the same moment exactly one is. */
    boolean use(UUID id) {
        return jdbc.sql(
                                "update invitation set used_at = clock_timestamp() where id = :id and "
                                        + OPEN)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Whether there was such an open invitation of the team. */
    boolean revoke(TeamId team, UUID id) {
        return jdbc.sql(
                                """
                                update invitation set revoked_at = clock_timestamp()
                                where team_id = :team and id = :id and kind = 'INVITATION' and %s
                                """
                                        .formatted(OPEN))
                        .param("team", team.value())
                        .param("id", id)
                        .update()
                == 1;
    }

    void revokeSetup(TeamId team) {
        jdbc.sql(
                        """
                        update invitation set revoked_at = clock_timestamp()
                        where team_id = :team and kind = 'SETUP' and used_at is null and revoked_at is null
                        """)
                .param("team", team.value())
                .update();
    }

    void revokeNewPassword(PersonId person) {
        jdbc.sql(
                        """
                        update invitation set revoked_at = clock_timestamp()
                        where person_id = :person and used_at is null and revoked_at is null
                        """)
                .param("person", person.value())
                .update();
    }

    private static Admission admission(ResultSet row, int number) throws SQLException {
        var person = row.getObject("person_id", UUID.class);
        return new Admission(
                row.getObject("id", UUID.class),
                new TeamId(row.getObject("team_id", UUID.class)),
                Admission.Kind.valueOf(row.getString("kind")),
                roles(row.getString("roles")),
                person == null ? null : new PersonId(person),
                row.getString("name"),
                row.getTimestamp("expires_at").toInstant());
    }

    /** Reads names joined by commas. */
    static Set<Role> roles(String names) {
        return Arrays.stream(names.split(","))
                .filter(name -> !name.isEmpty())
                .map(Role::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }
}
