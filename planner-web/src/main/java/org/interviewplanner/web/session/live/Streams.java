package org.interviewplanner.web.session.live;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.interviewplanner.web.security.OpenSessions;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The open streams of server-sent events. They carry the word "changed", for a rater's own entry
 * with its id, and nothing else; a beat keeps proxies from closing them and tells us which pages
 * have gone.
 */
@Component
class Streams implements DisposableBean {
    private static final int BEAT_SECONDS = 10;

    /** A browser left to itself waits three seconds before it looks for a server that died. */
    private static final long RECONNECT_MILLIS = 700;

    private final OpenSessions sessions;
    private final Set<SseEmitter> open = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService beat =
            Executors.newSingleThreadScheduledExecutor(
                    work -> Thread.ofPlatform().name("stream-beat").daemon().unstarted(work));

    Streams(OpenSessions sessions) {
        this.sessions = sessions;
        beat.scheduleWithFixedDelay(this::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
    }

    /** A stream that speaks whenever the listening does, until the page goes away. */
    SseEmitter stream(Function<Loudspeaker.Ear, Loudspeaker.Listening> listen) {
        return stream(new SseEmitter(0L), listen, () -> {});
    }

    /** The same for somebody who has signed in; it ends with the log-in. */
    SseEmitter stream(
            Authentication authentication,
            Function<Loudspeaker.Ear, Loudspeaker.Listening> listen) {
        var emitter = new SseEmitter(0L);
        var session = new OpenStream(new SecurityContextImpl(authentication), emitter);
        sessions.add(session);
        return stream(emitter, listen, () -> sessions.remove(session));
    }

    private SseEmitter stream(
            SseEmitter emitter,
            Function<Loudspeaker.Ear, Loudspeaker.Listening> listen,
            Runnable atEnd) {
        var listening =
                listen.apply(entry ->
                        send(
                                emitter,
                                "changed",
                                entry == null ? Map.of() : Map.of("entry", entry)));
        Runnable end =
                () -> {
                    open.remove(emitter);
                    listening.close();
                    atEnd.run();
                };
        emitter.onCompletion(end);
        emitter.onTimeout(end);
        emitter.onError(problem -> end.run());
        open.add(emitter);
        // What changed while the page was connecting is read at once.
        send(emitter, "open", Map.of());
        return emitter;
    }

    /** A stream as a session with pages open: whoever may not go on hears nothing any more. */
    private final class OpenStream implements OpenSessions.OpenSession {
        private final SecurityContext context;
        private final SseEmitter emitter;

        OpenStream(SecurityContext context, SseEmitter emitter) {
            this.context = context;
            this.emitter = emitter;
        }

        @Override
        public SecurityContext context() {
            return context;
        }

        @Override
        public void reload() {
            send(emitter, "changed", Map.of());
        }

        @Override
        public void end() {
            complete(emitter);
        }
    }

    private void beat() {
        for (var emitter : open) {
            Thread.startVirtualThread(() -> send(emitter, "beat", Map.of()));
        }
    }

    private void send(SseEmitter emitter, String event, Map<String, UUID> data) {
        try {
            emitter.send(SseEmitter.event().name(event).reconnectTime(RECONNECT_MILLIS).data(data));
        } catch (IOException | IllegalStateException e) {
            open.remove(emitter);
            emitter.completeWithError(e);
        }
    }

    /** Open streams must not keep the server from stopping. */
    @EventListener(ContextClosedEvent.class)
    void end() {
        open.forEach(Streams::complete);
        open.clear();
    }

    private static void complete(SseEmitter emitter) {
        try {
            emitter.complete();
        } catch (IllegalStateException e) {
            // Gone already.
        }
    }

    @Override
    public void destroy() {
        beat.shutdownNow();
    }
}
