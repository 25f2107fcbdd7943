package org.interviewplanner.web.security;

import java.time.Duration;
import java.util.HashMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.stereotype.Component;

/**
 * The sessions of this node that have pages open, compared with the database every {@link #PERIOD}.
 *
 * <p>A page that only listens sends no request that {@link SessionFilter} could stop: so an open
 * page of a disabled person, or of a log-in that was ended elsewhere, is ended, and one of a person
 * with changed roles loaded anew, from here. Each node looks after its own pages; what they share
 * is the database.
 */
@Component
public class OpenSessions implements SmartLifecycle {
    static final Duration PERIOD = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(OpenSessions.class);

    private final Standings standings;
    private final Set<OpenSession> open = ConcurrentHashMap.newKeySet();
    private @Nullable ScheduledExecutorService timer;

    /** A session with pages open. Calls come from a thread of their own. */
    public interface OpenSession {

        /** Who has signed in, or null if nobody has. */
        @Nullable SecurityContext context();

        /** The roles have changed: show the pages anew. */
        void reload();

        /** The person may not go on: end the session and send its pages to the log-in page. */
        void end();
    }

    OpenSessions(Standings standings) {
        this.standings = standings;
    }

    /** Looks after the session until it is {@link #remove}d. */
    public void add(OpenSession session) {
        open.add(session);
    }

    public void remove(OpenSession session) {
        open.remove(session);
    }

    /** Compares all open sessions with the database, by one query. */
    void compare() {
        var then = new HashMap<OpenSession, SignedIn>();
        for (var session : open) {
            var context = session.context();
            var signedIn = context == null ? null : SignedIn.of(context.getAuthentication());
            if (signedIn != null) {
                then.put(session, signedIn);
            }
        }
        if (then.isEmpty()) {
            return;
        }
        var now = standings.read(then.values());
        then.forEach((session, signedIn) -> compare(session, signedIn, now.get(signedIn.id())));
    }

    private static void compare(OpenSession session, SignedIn then, @Nullable SignedIn now) {
        if (now == null) {
            session.end();
        } else if (!now.member().equals(then.member())) {
            var context = session.context();
            if (context != null && context.getAuthentication() != null) {
                context.setAuthentication(
                        now.toAuthentication(context.getAuthentication().getDetails()));
                session.reload();
            }
        }
    }

    private void compareQuietly() {
        try {
            compare();
        } catch (DataAccessException e) {
            // Away for a moment: the next round asks again, and until then nothing can be read
            // anyway.
            LOG.debug("Open sessions could not be compared with the database.", e);
        } catch (RuntimeException e) {
            // A thrown exception would end the timer for good.
            LOG.warn("Open sessions could not be compared with the database.", e);
        }
    }

    @Override
    public void start() {
        var started =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("open-sessions").factory());
        var unused =
                started.scheduleWithFixedDelay(
                        this::compareQuietly,
                        PERIOD.toMillis(),
                        PERIOD.toMillis(),
                        TimeUnit.MILLISECONDS);
        timer = started;
    }

    @Override
    public void stop() {
        if (timer != null) {
            timer.shutdownNow();
            timer = null;
        }
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }
}
