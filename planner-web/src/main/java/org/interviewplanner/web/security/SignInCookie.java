package org.interviewplanner.web.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.RememberMeServices;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/**
 * The cookie by which a browser is known to a server that has never seen it: after a restart, or on
 * another node.
 *
 * <p>It ends with the browser: several people may work at one machine. Only a log-out takes it
 * away; a worthless one is left where it is, so that a late answer never takes away the next
 * person's.
 */
@Component
class SignInCookie implements RememberMeServices, LogoutHandler {
    static final String NAME = "planner-sign-in";

    private final SignIns signIns;

    SignInCookie(SignIns signIns) {
        this.signIns = signIns;
    }

    @Override
    public @Nullable Authentication autoLogin(
            HttpServletRequest request, HttpServletResponse response) {
        return token(request)
                .flatMap(signIns::find)
                .map(it -> it.toAuthentication(new WebAuthenticationDetails(request)))
                .orElse(null);
    }

    /** Whoever mistypes a password is still who they were. */
    @Override
    public void loginFail(HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public void loginSuccess(
            HttpServletRequest request,
            HttpServletResponse response,
            Authentication authentication) {
        var who = SignedIn.of(authentication);
        if (who != null) {
            try {
                set(request, response, begin(who, request), null);
            } catch (DataAccessException e) {
                // Its last chance to fail as a log-in does; the session is nobody's without its
                // row.
                throw new AuthenticationServiceException("The database does not answer.", e);
            }
        }
    }

    private String begin(SignedIn who, HttpServletRequest request) {
        token(request).ifPresent(signIns::end);
        var address = request.getRemoteAddr() == null ? "" : request.getRemoteAddr();
        return signIns.begin(who, Device.of(request.getHeader(HttpHeaders.USER_AGENT)), address);
    }

    @Override
    public void logout(
            HttpServletRequest request,
            @Nullable HttpServletResponse response,
            @Nullable Authentication authentication) {
        token(request).ifPresent(signIns::end);
        var who = SignedIn.of(authentication);
        if (who != null) {
            signIns.end(who.member().person(), who.id());
        }
        if (response != null && !response.isCommitted()) {
            set(request, response, "", Duration.ZERO);
        }
    }

    private static void set(
            HttpServletRequest request,
            HttpServletResponse response,
            String token,
            @Nullable Duration age) {
        var cookie =
                ResponseCookie.from(NAME, token)
                        .path(request.getContextPath() + "/")
                        .httpOnly(true)
                        .sameSite("Lax")
                        .secure(request.isSecure());
        if (age != null) {
            cookie.maxAge(age);
        }
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
    }

    private static Optional<String> token(HttpServletRequest request) {
        return request.getCookies() == null
                ? Optional.empty()
                : Stream.of(request.getCookies())
                        .filter(it -> it.getName().equals(NAME))
                        .map(Cookie::getValue)
                        .filter(it -> it != null && !it.isEmpty() && it.length() <= 100)
                        .findFirst();
    }
}
