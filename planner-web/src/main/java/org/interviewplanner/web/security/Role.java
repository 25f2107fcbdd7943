package org.interviewplanner.web.security;

/** What a person may do; one person can have several. */
public enum Role {
    /** Accounts, retention, backup. */
    ADMIN,
    /** Writes blueprints, assembles sets, plans sessions, reads debriefs. */
    LEAD,
    /** Keeps the bank. */
    AUTHOR,
    /** Prepares, asks, scores, prints. */
    INTERVIEWER;
}
