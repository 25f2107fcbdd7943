package org.interviewplanner.web.security;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.interviewplanner.web.data.PersonId;
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

    private final People people;
    private final Map<PersonId, Remembered> remembered = new ConcurrentHashMap<>();

    Standings(People people) {
        this.people = people;
    }

    /** As the session should know it now, or null if the session has ended. */
    @Nullable SignedIn now(SignedIn then) {
        var id = then.member().person();
        var known = remembered.get(id);
        if (known == null || known.isOld()) {
            known = new Remembered(people.findById(id).orElse(null), System.nanoTime());
            remembered.put(id, known);
        }
        return judge(then, known.person());
    }

    /** The same for many, by one query. */
    Map<PersonId, PersonRow> read(Collection<PersonId> ids) {
        remembered.values().removeIf(Remembered::isOld);
        return people.findAllByIdIn(ids).stream()
                .collect(Collectors.toMap(PersonRow::id, person -> person));
    }

    static @Nullable SignedIn judge(SignedIn then, @Nullable PersonRow now) {
        return now == null || !now.enabled() || now.generation() > then.generation()
                ? null
                : now.toSignedIn();
    }

    private record Remembered(@Nullable PersonRow person, long readAt) {
        boolean isOld() {
            return System.nanoTime() - readAt > FRESH_FOR.toNanos();
        }
    }
}
