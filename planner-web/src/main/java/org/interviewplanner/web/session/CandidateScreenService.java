package org.interviewplanner.web.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.interviewplanner.web.data.SessionId;
import org.interviewplanner.web.data.TeamId;
import org.interviewplanner.web.security.AuditTrail;
import org.interviewplanner.web.security.Member;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shows the candidate the current question and nothing else, by a link that needs no account.
 *
 * <p>A token has 192 random bits; only its hash is stored. It is good for {@link #LIFETIME}, until
 * it is revoked, another one is made, or the session is closed.
 */
@Service
public class CandidateScreenService {
    static final Duration LIFETIME = Duration.ofHours(12);
    private static final int TOKEN_BYTES = 24;

    private final SessionService sessions;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final SecureRandom random = new SecureRandom();

    CandidateScreenService(
            SessionService sessions,
            AuditTrail audit,
            JdbcClient jdbc,
            Clock clock,
            ApplicationEventPublisher events) {
        this.sessions = sessions;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /** A link as it is shown once: nobody can read the token again. */
    public record Link(String token, Instant expiresAt) {}

    /**
     * What the candidate sees now.
     *
     * @param mock whether it is a rehearsal
     * @param markdown the current question, or empty between two questions
     */
    public record Shown(SessionId session, TeamId team, boolean mock, Optional<String> markdown) {}

    /**
     * Makes a link; earlier ones of the session end.
     *
     * @throws org.interviewplanner.web.security.NotFoundException if the member does not rate the
     *     session
     */
    @Transactional
    public Link newLink(Member member, SessionId session) {
        sessions.scorecard(member, session);
        revokeAll(member, session);
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var expires = clock.instant().plus(LIFETIME).truncatedTo(ChronoUnit.SECONDS);
        jdbc.sql(
                        """
                        insert into candidate_link (id, team_id, session_id, token_hash, created_by,
                            expires_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        UUID.randomUUID(),
                        member.team().value(),
                        session.value(),
                        hash(token),
                        member.person().value(),
                        Timestamp.from(expires))
                .update();
        audit.record(member, "candidate-link.made", session.value().toString(), "");
        return new Link(token, expires);
    }

    /**
     * Until when the link of the session works, or empty if none does.
     *
     * @throws org.interviewplanner.web.security.NotFoundException if the member does not rate the
     *     session
     */
    @Transactional(readOnly = true)
    public Optional<Instant> worksUntil(Member member, SessionId session) {
        sessions.scorecard(member, session);
        return jdbc.sql(
                        """
                        select l.expires_at
                        from candidate_link l join interview_session s on s.id = l.session_id
                        where l.team_id = ? and l.session_id = ? and l.revoked_at is null
                            and l.expires_at > ? and s.state <> 'CLOSED'
                        order by l.expires_at desc limit 1
                        """)
                .params(member.team().value(), session.value(), Timestamp.from(clock.instant()))
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /**
     * Ends the links of the session at once.
     *
     * @throws org.interviewplanner.web.security.NotFoundException if the member does not rate the
     *     session
     */
    @Transactional
    public void revoke(Member member, SessionId session) {
        sessions.scorecard(member, session);
        revokeAll(member, session);
        audit.record(member, "candidate-link.revoked", session.value().toString(), "");
    }

    /** Ends all there are; two at once come one after the other, so that one link is left. */
    private void revokeAll(Member member, SessionId session) {
        jdbc.sql("select id from interview_session where team_id = ? and id = ? for no key update")
                .params(member.team().value(), session.value())
                .query(UUID.class)
                .single();
        jdbc.sql(
                        """
                        update candidate_link set revoked_at = ?
                        where team_id = ? and session_id = ? and revoked_at is null
                        """)
                .params(Timestamp.from(clock.instant()), member.team().value(), session.value())
                .update();
        // Screens with a link that has ended shall not go on showing the question.
        events.publishEvent(new SessionChanged(member.team(), session, null, null));
    }

    /** What the holder of the token sees, or empty if the token is not, or no longer, good. */
    @Transactional(readOnly = true)
    public Optional<Shown> shown(String token) {
        return jdbc.sql(
                        """
                        select s.id, s.team_id, s.mock, a.id is not null as asked, r.wording, r.body
                        from candidate_link l
                            join interview_session s on s.id = l.session_id
                            left join asked_question a
                                on a.session_id = s.id and a.position = s.current_slot and s.state = 'LIVE'
                            left join revision r on r.id = a.revision_id
                        where l.token_hash = ? and l.revoked_at is null and l.expires_at > ?
                            and s.state <> 'CLOSED' and s.discarded_at is null
                        """)
                .params(hash(token), Timestamp.from(clock.instant()))
                .query((row, number) ->
                        new Shown(
                                new SessionId(row.getObject("id", UUID.class)),
                                new TeamId(row.getObject("team_id", UUID.class)),
                                row.getBoolean("mock"),
                                row.getBoolean("asked")
                                        ? Optional.of(
                                                row.getString("wording")
                                                        + "\n\n"
                                                        + row.getString("body"))
                                        : Optional.empty()))
                .optional();
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
