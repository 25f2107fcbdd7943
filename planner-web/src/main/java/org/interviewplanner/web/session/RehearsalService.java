package org.interviewplanner.web.session;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.interviewplanner.web.data.SessionId;
import org.interviewplanner.web.security.AuditTrail;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.security.NotFoundException;
import org.interviewplanner.web.security.Role;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets rehearsals go. One that is deleted is gone for everybody at once, and can be had back for
 * {@link #REGRET}; then it is deleted with everything that was entered in it.
 */
@Service
public class RehearsalService implements DisposableBean {
    /** For how long a deleted rehearsal can be had back. */
    public static final Duration REGRET = Duration.ofMinutes(2);

    private static final Logger LOG = LoggerFactory.getLogger(RehearsalService.class);
    private static final Duration ROUND = Duration.ofMinutes(1);

    private final SessionReader reader;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final ScheduledExecutorService rounds =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("rehearsals").factory());

    RehearsalService(
            SessionReader reader,
            AuditTrail audit,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reader = reader;
        this.audit = audit;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
        var unused =
                rounds.scheduleWithFixedDelay(
                        this::clearQuietly, ROUND.toSeconds(), ROUND.toSeconds(), TimeUnit.SECONDS);
    }

    /**
     * Deletes a rehearsal; nobody sees it any more.
     *
     * @throws NotFoundException if it is no rehearsal, or the member neither leads nor rates it
     */
    @Transactional
    public void delete(Member member, SessionId session) {
        reader.requireSight(member, session);
        mark(member, session, clock.instant());
        audit.record(member, "rehearsal.deleted", session.value().toString(), "");
    }

    /**
     * Brings a deleted rehearsal back, as it was.
     *
     * @throws NotFoundException if it is gone for good or was not deleted, or the member neither
     *     leads nor rates it
     */
    @Transactional
    public void restore(Member member, SessionId session) {
        member.require(Role.LEAD, Role.INTERVIEWER);
        mark(member, session, null);
        // Only what can be seen again tells who may see it; whoever may not leaves it deleted.
        reader.requireSight(member, session);
        audit.record(member, "rehearsal.restored", session.value().toString(), "");
    }

    private void mark(Member member, SessionId session, @Nullable Instant discarded) {
        var marked =
                jdbc.sql(
                                """
                                update interview_session set discarded_at = :at
                                where team_id = :team and id = :session and mock
                                    and (discarded_at is null) = (:at::timestamptz is not null)
                                """)
                        .param("at", discarded == null ? null : Timestamp.from(discarded))
                        .param("team", member.team().value())
                        .param("session", session.value())
                        .update();
        if (marked == 0) {
            throw new NotFoundException();
        }
        events.publishEvent(new SessionChanged(member.team(), session, null, null));
    }

    /** Deletes for good what nobody wanted back. */
    void clear() {
        jdbc.sql(
                        """
                        select delete_mock_session(team_id, id) from interview_session
                        where mock and discarded_at < :before
                        """)
                .param("before", Timestamp.from(clock.instant().minus(REGRET)))
                .query(Boolean.class)
                .list();
    }

    private void clearQuietly() {
        try {
            clear();
        } catch (RuntimeException e) {
            // Away for a moment, perhaps; a thrown exception would end the rounds for good.
            LOG.debug("Deleted rehearsals could not be cleared away.", e);
        }
    }

    @Override
    public void destroy() {
        rounds.shutdownNow();
    }
}
