package org.interviewplanner.web.security;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** This log-in was not looked at: too many failed lately. */
class TooManyAttemptsException extends AuthenticationException {
    private static final long serialVersionUID = 1L;

    private final long minutes;

    TooManyAttemptsException(Duration wait) {
        super("Too many attempts.");
        minutes = Math.max(1, wait.plusSeconds(59).toMinutes());
    }

    /** Whole minutes to wait, at least 1. */
    long minutes() {
        return minutes;
    }
}
