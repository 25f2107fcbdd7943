package org.interviewplanner.web.session;

/** What a rater advises, from strong no to strong yes; there is no middle to hide in. */
public enum Recommendation {
    STRONG_NO,
    NO,
    YES,
    STRONG_YES
}
