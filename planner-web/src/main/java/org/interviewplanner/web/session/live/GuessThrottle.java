package org.interviewplanner.web.session.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Slows down who guesses links: after {@link #ALLOWED} wrong ones within {@link #WINDOW} an address
 * is told "not found" without looking. Per node and in memory: at 192 random bits the guess is
 * hopeless anyway, this only keeps the noise from the database.
 */
@Component
class GuessThrottle {
    static final int ALLOWED = 20;
    static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_ADDRESSES = 10_000;

    private final Map<String, Wrong> wrong = new ConcurrentHashMap<>();

    /** Links that were good when last looked at; only this spares them the throttle. */
    private final Set<String> good = ConcurrentHashMap.newKeySet();

    private final Clock clock;

    GuessThrottle(Clock clock) {
        this.clock = clock;
    }

    private record Wrong(Instant since, int count) {}

    boolean isTooMany(String address) {
        var counted = wrong.get(address);
        return counted != null
                && counted.count() >= ALLOWED
                && counted.since().plus(WINDOW).isAfter(clock.instant());
    }

    boolean knows(String token) {
        return good.contains(token);
    }

    void remember(String token) {
        if (good.size() < MOST_ADDRESSES) {
            good.add(token);
        }
    }

    void forget(String token) {
        good.remove(token);
    }

    void count(String address) {
        var now = clock.instant();
        if (wrong.size() > MOST_ADDRESSES) {
            wrong.values().removeIf(one -> one.since().plus(WINDOW).isBefore(now));
        }
        wrong.merge(
                address,
                new Wrong(now, 1),
                (before, one) ->
                        before.since().plus(WINDOW).isBefore(now)
                                ? one
                                : new Wrong(before.since(), before.count() + 1));
    }
}
