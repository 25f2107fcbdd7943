package org.interviewplanner.web.session;

/** How an interview left its plan. */
public enum DeviationKind {
    REORDERED,
    SKIPPED,
    REWORDED,
    PROMPTED,
    EXTRA
}
