package org.interviewplanner.web.session;

/** What a rater says of one answer. Only {@link #RATED} is a rating; the others are never zero. */
public enum RatingKind {
    RATED,
    /** The question was not put. */
    NOT_ASKED,
    /** It was put, but this rater cannot judge the answer. */
    NOT_ASSESSED,
    /** The rater takes the earlier word back and says nothing yet. */
    CLEARED
}
