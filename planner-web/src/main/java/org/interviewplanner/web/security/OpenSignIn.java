package org.interviewplanner.web.security;

import java.time.Instant;
import java.util.UUID;

/**
 * A browser in which a person is logged in.
 *
 * @param browser its name, or empty if unknown
 * @param system of the machine, or empty if unknown
 * @param address where the log-in came from
 * @param lastUse exact to a few minutes
 * @param here whether it is the browser that asks
 */
public record OpenSignIn(
        UUID id,
        String browser,
        String system,
        String address,
        Instant since,
        Instant lastUse,
        boolean here) {}
