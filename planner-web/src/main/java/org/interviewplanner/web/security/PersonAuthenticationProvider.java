package org.interviewplanner.web.security;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Lets in who knows the name and the password of an enabled person.
 *
 * <p>Unknown name, wrong password and disabled person give the same answer after the same work.
 */
@Component
class PersonAuthenticationProvider implements AuthenticationProvider {
    private final People people;
    private final Passwords passwords;
    private final LoginThrottle throttle;

    PersonAuthenticationProvider(People people, Passwords passwords, LoginThrottle throttle) {
        this.people = people;
        this.passwords = passwords;
        this.throttle = throttle;
    }

    @Override
    public Authentication authenticate(Authentication request) {
        try {
            return look(request);
        } catch (DataAccessException | TransactionException e) {
            // In Spring Security's words, so that the log-in page can say it.
            throw new AuthenticationServiceException("The database does not answer.", e);
        }
    }

    private Authentication look(Authentication request) {
        var name = request.getName().strip();
        var password = request.getCredentials() instanceof String text ? text : "";
        var address = address(request.getDetails());
        var attempt = throttle.begin(name, address);
        var person = people.findByLogInName(name);
        var isRight =
                person.map(row -> passwords.matches(password, row.passwordHash()))
                        .orElseGet(() -> passwords.matchesNobody(password));
        if (!isRight || !person.get().enabled()) {
            throw new BadCredentialsException("The name or the password is wrong.");
        }
        throttle.succeeded(attempt, name, address);
        return person.get().toSignedIn().toAuthentication(request.getDetails());
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }

    private static String address(@Nullable Object details) {
        return details instanceof WebAuthenticationDetails web && web.getRemoteAddress() != null
                ? web.getRemoteAddress()
                : "unknown";
    }
}
