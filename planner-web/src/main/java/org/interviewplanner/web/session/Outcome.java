package org.interviewplanner.web.session;

/** How an interview ended, and what that means for the statistics. */
public enum Outcome {
    /** Led to its end: what was asked counts. */
    COMPLETED,
    /** Ended before its time: what was asked counts, the rest was not asked. */
    ENDED_EARLY,
    /** The candidate never came: nothing counts. */
    NO_SHOW,
    /**
     * The candidate withdrew: what was asked is known to the candidate, its scores decide nothing.
     */
    WITHDRAWN
}
