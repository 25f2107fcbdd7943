package org.interviewplanner.web.session.live;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
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
 * Each screen reads again what its viewer may see. Changes made on other nodes come through {@link
 * Neighbours}.
 *
 * <p>A listener hears of its own team only, and of a rater's entries only if it is that rater:
 * already the moment of a colleague's rating would tell something before one's own submission.
 */
@Component
public class Loudspeaker implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Loudspeaker.class);

    /** Changes that come as close together as this are one for a screen. */
    private static final int TOGETHER_MILLIS = 50;

    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();

    /** The page whose entry this thread is storing. */
    private final ThreadLocal<@Nullable String> teller = new ThreadLocal<>();

    /** Whoever rates waits for no screen. */
    private final ExecutorService voices = Executors.newVirtualThreadPerTaskExecutor();

    /** Ends a listening. */
    public interface Listening extends AutoCloseable {
        @Override
        void close();
    }

    /** A page that knows its own entries again. */
    interface Ear {
        /**
         * @param entry all that changed, or null if there was more or it is not known
         */
        void hear(@Nullable UUID entry);
    }

    /**
     * Calls {@code heard} on a thread of its own after changes that the member may hear of; several
     * close together are one call.
     *
     * @param only the session of interest, or null for all of the member's team
     */
    public Listening listen(Member member, @Nullable SessionId only, Runnable heard) {
        return add(
                new Listener(
                        member.team(),
                        member.person(),
                        only,
                        null,
                        entry -> heard.run(),
                        new AtomicBoolean()));
    }

    /**
     * The page of a rater hears of each change, but for the entries that it sends itself.
     *
     * @param page what it calls itself in {@link #tellOthers}
     */
    Listening listenAsPage(Member member, SessionId session, @Nullable String page, Ear ear) {
        return add(new Listener(member.team(), member.person(), session, page, ear, null));
    }

    /** The candidate's screen hears what concerns everybody. */
    Listening listenAsCandidate(TeamId team, SessionId session, Ear ear) {
        return add(new Listener(team, null, session, null, ear, null));
    }

    private Listening add(Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Stores an entry of a page, which learns from the answer what the others are told. */
    <T> T tellOthers(@Nullable String page, Supplier<T> store) {
        teller.set(page);
        try {
            return store.get();
        } finally {
            teller.remove();
        }
    }

    /** Tells of a change that is committed, here or on another node. */
    @TransactionalEventListener
    void tell(SessionChanged change) {
        var page = change.entry() == null ? null : teller.get();
        for (var listener : listeners) {
            if (listener.mayHear(change) && (page == null || !page.equals(listener.page))) {
                tell(listener, change.entry());
            }
        }
    }

    /** Something may have been missed: everybody looks again. */
    void tellEverybody() {
        for (var listener : listeners) {
            tell(listener, null);
        }
    }

    private void tell(Listener listener, @Nullable UUID entry) {
        if (listener.waiting == null) {
            voices.execute(() -> speak(listener, entry));
        } else if (!listener.waiting.getAndSet(true)) {
            voices.execute(() -> speakOnce(listener, listener.waiting));
        }
    }

    private static void speakOnce(Listener listener, AtomicBoolean waiting) {
        try {
            Thread.sleep(TOGETHER_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        waiting.set(false);
        speak(listener, null);
    }

    private static void speak(Listener listener, @Nullable UUID entry) {
        try {
            listener.ear.hear(entry);
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
        private final @Nullable String page;
        private final Ear ear;

        /** Whether it is about to be told; null if it is told each change by itself. */
        private final @Nullable AtomicBoolean waiting;

        Listener(
                TeamId team,
                @Nullable PersonId person,
                @Nullable SessionId only,
                @Nullable String page,
                Ear ear,
                @Nullable AtomicBoolean waiting) {
            this.team = team;
            this.person = person;
            this.only = only;
            this.page = page;
            this.ear = ear;
            this.waiting = waiting;
        }

        boolean mayHear(SessionChanged change) {
            return team.equals(change.team())
                    && (only == null || only.equals(change.session()))
                    && (change.rater() == null || change.rater().equals(person));
        }
    }
}
