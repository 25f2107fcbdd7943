package org.interviewplanner.web.session.live;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.interviewplanner.web.data.PersonId;
import org.interviewplanner.web.data.SessionId;
import org.interviewplanner.web.data.TeamId;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.session.SessionChanged;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Tells open screens that a session has changed, after the change is committed; says never what.
 * Each screen reads again what its viewer may see.
 *
 * <p>A listener hears of its own team only, and of a rater's entries only if it is that rater:
 * already the moment of a colleague's rating would tell something before one's own submission.
 */
@Component
public class Loudspeaker implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Loudspeaker.class);

    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();

    /** Whoever rates waits for no screen. */
    private final ExecutorService voices = Executors.newVirtualThreadPerTaskExecutor();

    /** Ends a listening. */
    public interface Listening extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Calls {@code heard} on a thread of its own after each change that the member may hear of.
     *
     * @param only the session of interest, or null for all of the member's team
     */
    public Listening listen(Member member, @Nullable SessionId only, Runnable heard) {
        var listener = new Listener(member.team(), member.person(), only, heard);
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** The candidate's screen hears what concerns everybody. */
    Listening listenAsCandidate(TeamId team, SessionId session, Runnable heard) {
        var listener = new Listener(team, null, session, heard);
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @TransactionalEventListener
    void on(SessionChanged change) {
        for (var listener : listeners) {
            if (listener.mayHear(change)) {
                voices.execute(() -> tell(listener));
            }
        }
    }

    private void tell(Listener listener) {
        try {
            listener.heard.run();
        } catch (RuntimeException e) {
            // A screen that closed while being told is no trouble.
            LOG.debug("A screen could not be told.", e);
        }
    }

    @Override
    public void destroy() {
        voices.shutdownNow();
    }

    /** Compared by identity: two screens of one person are two listeners. */
    private static final class Listener {
        private final TeamId team;
        private final @Nullable PersonId person;
        private final @Nullable SessionId only;
        private final Runnable heard;

        Listener(TeamId team, @Nullable PersonId person, @Nullable SessionId only, Runnable heard) {
            this.team = team;
            this.person = person;
            this.only = only;
            this.heard = heard;
        }

        boolean mayHear(SessionChanged change) {
            return team.equals(change.team())
                    && (only == null || only.equals(change.session()))
                    && (change.rater() == null || change.rater().equals(person));
        }
    }
}
