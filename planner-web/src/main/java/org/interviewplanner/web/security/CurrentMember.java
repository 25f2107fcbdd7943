package org.interviewplanner.web.security;

import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Who is asking: the member that signed in to the session of this thread.
 *
 * <p>Works in requests and in {@code UI.access}; reads memory only. Elsewhere (timers, listeners)
 * there is nobody.
 */
@Component
public class CurrentMember {

    CurrentMember() {}

    /**
     * The member at work.
     *
     * @throws NotFoundException if nobody has signed in
     */
    public Member get() {
        return find().orElseThrow(NotFoundException::new);
    }

    /** The member at work, or empty if nobody has signed in. */
    public Optional<Member> find() {
        return Optional.ofNullable(
                        SignedIn.of(SecurityContextHolder.getContext().getAuthentication()))
                .map(SignedIn::member);
    }
}
