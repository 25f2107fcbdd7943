package org.interviewplanner.web.security;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * Who has signed in, as a session remembers it.
 *
 * @param id of the stored log-in, by which it can be ended from anywhere
 * @param generation of the person's log-ins; one of an older generation has ended
 */
record SignedIn(UUID id, Member member, int generation) implements AuthenticatedPrincipal {

    @Override
    public String getName() {
        return member.name();
    }

    /** For Spring Security: the roles as authorities with its prefix. */
    Authentication toAuthentication(@Nullable Object details) {
        var authorities =
                member.roles().stream()
                        .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                        .toList();
        var authentication =
                UsernamePasswordAuthenticationToken.authenticated(
                        this, null, List.copyOf(authorities));
        authentication.setDetails(details);
        return authentication;
    }

    static @Nullable SignedIn of(@Nullable Authentication authentication) {
        return authentication != null
                        && authentication.isAuthenticated()
                        && Objects.requireNonNullElse(authentication.getPrincipal(), "")
                                instanceof SignedIn signedIn
                ? signedIn
                : null;
    }
}
