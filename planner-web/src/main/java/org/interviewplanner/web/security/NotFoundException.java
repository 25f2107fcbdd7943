package org.interviewplanner.web.security;

/**
 * There is no such thing, or not for this person: unknown ids, ids of other teams and missing roles
 * are told apart by nobody, so the message is always the same.
 */
public class NotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotFoundException() {
        super("Not found.");
    }
}
