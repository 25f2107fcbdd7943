package org.interviewplanner.web.security;

import java.time.Instant;

/**
 * A link that lets somebody in once. Shown once, to the person who made it; afterwards only its
 * hash exists.
 *
 * @param path below the product's own address, without a leading slash
 */
public record OneTimeLink(String path, Instant expiresAt) {}
