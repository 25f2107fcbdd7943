package org.interviewplanner.web.session;

/** How far an interview is. That a rater has submitted is said of the rater, not of the session. */
public enum SessionState {
    PLANNED,
    LIVE,
    CLOSED
}
