package org.interviewplanner.web.security;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the database says now about people who signed in earlier: may they go on, and as what?
 *
 * <p>Remembered for {@link #FRESH_FOR}, so that a page of many requests asks once.
 */
@Component
class Standings {
    static final Duration FRESH_FOR = Duration.ofSeconds(1);

    private static final int MANY = 1_000;

    private final SignIns signIns;
    private final Map<UUID, Remembered> remembered = new ConcurrentHashMap<>();

    Standings(SignIns signIns) {
        this.signIns = signIns;
    }

    /** As the session should know it now, or null if the log-in has ended. */
    @Nullable SignedIn now(SignedIn then) {
        var known = remembered.get(then.id());
        if (known == null || known.isOld()) {
            known = new Remembered(signIns.find(then.id()).orElse(null), System.nanoTime());
            remembered.put(then.id(), known);
            forgetOld();
        }
        return known.signedIn();
    }

    /** The same for many, by one query; those that have ended are missing. */
    Map<UUID, SignedIn> read(Collection<SignedIn> then) {
        return signIns.findAll(then.stream().map(SignedIn::id).distinct().toList());
    }

    private void forgetOld() {
        if (remembered.size() > MANY) {
            remembered.values().removeIf(Remembered::isOld);
        }
    }

    private record Remembered(@Nullable SignedIn signedIn, long readAt) {
        boolean isOld() {
            return System.nanoTime() - readAt > FRESH_FOR.toNanos();
        }
    }
}
