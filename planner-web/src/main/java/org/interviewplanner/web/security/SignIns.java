package org.interviewplanner.web.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.interviewplanner.web.data.PersonId;
import org.interviewplanner.web.data.TeamId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The stored log-ins: a person, a browser, and the hash of what its cookie holds.
 *
 * <p>A log-in ends {@link #IDLE} after its last use, {@link #LASTS} after its beginning, or earlier
 * by somebody's hand. Its token never changes: of the many requests that a page sends at once none
 * may make the others worthless.
 */
@Component
class SignIns {
    /** An open page counts as use: it says every few minutes that it is there. */
    static final Duration IDLE = Duration.ofHours(12);

    static final Duration LASTS = Duration.ofDays(7);

    /** How inexact the last use may be. */
    static final Duration EXACT_TO = Duration.ofMinutes(5);

    /** Log-ins that one person may have open; the least used ends when there is one more. */
    static final int MOST = 500;

    private static final String OPEN =
            """
            from sign_in s join person p on p.team_id = s.team_id and p.id = s.person_id
            where p.enabled and s.generation = p.generation
                and s.expires_at > :now and s.last_used_at > :idle_since
            """;
    private static final String FOUND =
            """
            select s.id, s.generation, s.last_used_at, p.id as person_id, p.team_id, p.name,
                array_to_string(array(select r.role from person_role r where r.person_id = p.id), ',') as roles
            """
                    + OPEN;

    private final JdbcClient jdbc;
    private final Clock clock;

    SignIns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Stores a log-in that has just happened.
     *
     * @return the token for the cookie, which nobody can read again
     */
    String begin(SignedIn who, Device device, String address) {
        var token = Token.create();
        var now = clock.instant();
        jdbc.sql(
                        """
                        insert into sign_in (id, team_id, person_id, token_hash, generation, browser, system,
                            address, created_at, last_used_at, expires_at)
                        values (:id, :team, :person, :hash, :generation, :browser, :system,
                            left(:address, 100), :now, :now, :end)
                        """)
                .param("id", who.id())
                .param("team", who.member().team().value())
                .param("person", who.member().person().value())
                .param("hash", Token.hash(token))
                .param("generation", who.generation())
                .param("browser", device.browser())
                .param("system", device.system())
                .param("address", address)
                .param("now", Timestamp.from(now))
                .param("end", Timestamp.from(now.plus(LASTS)))
                .update();
        forgetWorthless(who.member().person());
        return token;
    }

    private void forgetWorthless(PersonId person) {
        jdbc.sql(
                        """
                        delete from sign_in where person_id = :person and id not in (
                            select s.id %s and s.person_id = :person
                            order by s.last_used_at desc, s.created_at desc limit :most)
                        """
                                .formatted(OPEN))
                .params(times())
                .param("person", person.value())
                .param("most", MOST)
                .update();
    }

    /** The open log-in of that cookie, as what the person is now; this is a use of it. */
    Optional<SignedIn> find(String token) {
        return used(jdbc.sql(FOUND + "and s.token_hash = :hash").param("hash", Token.hash(token)));
    }

    /** The log-in as it is now, or empty if it has ended; this is a use of it. */
    Optional<SignedIn> find(UUID id) {
        return used(jdbc.sql(FOUND + "and s.id = :id").param("id", id));
    }

    private Optional<SignedIn> used(JdbcClient.StatementSpec query) {
        var found = query.params(times()).query(SignIns::found).optional();
        found.filter(it -> it.lastUse().isBefore(clock.instant().minus(EXACT_TO)))
                .ifPresent(it -> use(it.signedIn().id()));
        return found.map(Found::signedIn);
    }

    private void use(UUID id) {
        jdbc.sql("update sign_in set last_used_at = :now where id = :id and last_used_at < :now")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    /** Those of the log-ins that are open, by one query; this is no use of them. */
    Map<UUID, SignedIn> findAll(Collection<UUID> ids) {
        return jdbc
                .sql(FOUND + "and s.id in (:ids)")
                .params(times())
                .param("ids", ids)
                .query(SignIns::found)
                .list()
                .stream()
                .map(Found::signedIn)
                .collect(Collectors.toMap(SignedIn::id, Function.identity()));
    }

    /** The person's open log-ins, the last used first. */
    List<OpenSignIn> findAllOf(PersonId person, @Nullable UUID here) {
        return jdbc.sql(
                        """
                        select s.id, s.browser, s.system, s.address, s.created_at, s.last_used_at %s
                            and s.person_id = :person
                        order by s.last_used_at desc, s.created_at desc, s.id
                        """
                                .formatted(OPEN))
                .params(times())
                .param("person", person.value())
                .query((row, number) -> {
                    var id = row.getObject("id", UUID.class);
                    return new OpenSignIn(
                            id,
                            row.getString("browser"),
                            row.getString("system"),
                            row.getString("address"),
                            row.getTimestamp("created_at").toInstant(),
                            row.getTimestamp("last_used_at").toInstant(),
                            id.equals(here));
                })
                .list();
    }

    /** Whether the person had such a log-in. */
    boolean end(PersonId person, UUID id) {
        return jdbc.sql("delete from sign_in where id = :id and person_id = :person")
                        .param("id", id)
                        .param("person", person.value())
                        .update()
                == 1;
    }

    /** Ends the log-in of that cookie. */
    void end(String token) {
        jdbc.sql("delete from sign_in where token_hash = :hash")
                .param("hash", Token.hash(token))
                .update();
    }

    /** Takes the log-in along into the person's new generation. */
    void keep(UUID id, int generation) {
        jdbc.sql("update sign_in set generation = :generation where id = :id")
                .param("generation", generation)
                .param("id", id)
                .update();
    }

    private Map<String, Object> times() {
        var now = clock.instant();
        return Map.of("now", Timestamp.from(now), "idle_since", Timestamp.from(now.minus(IDLE)));
    }

    private record Found(SignedIn signedIn, Instant lastUse) {}

    private static Found found(ResultSet row, int number) throws SQLException {
        return new Found(
                new SignedIn(
                        row.getObject("id", UUID.class),
                        new Member(
                                new PersonId(row.getObject("person_id", UUID.class)),
                                new TeamId(row.getObject("team_id", UUID.class)),
                                row.getString("name"),
                                Invitations.roles(row.getString("roles"))),
                        row.getInt("generation")),
                row.getTimestamp("last_used_at").toInstant());
    }
}
