package org.interviewplanner.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Sends back to the log-in page with a word on what happened, and no word on who exists. */
class LoginFailure implements AuthenticationFailureHandler {
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException problem)
            throws IOException {
        var what =
                switch (problem) {
                    case TooManyAttemptsException tooMany -> "wait=" + tooMany.minutes();
                    case AuthenticationServiceException broken -> "broken";
                    default -> "error";
                };
        response.sendRedirect(request.getContextPath() + SecurityConfiguration.LOG_IN + "?" + what);
    }
}
