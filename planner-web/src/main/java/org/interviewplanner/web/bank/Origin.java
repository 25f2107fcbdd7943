package org.interviewplanner.web.bank;

/** Where a level or a planned time comes from. */
public enum Origin {
    /** Guessed by us; shown as a guess until a person sets it. */
    ESTIMATED,
    /** Set by a person, or stated by the document. */
    AUTHOR,
    /** Worked out from scores. */
    LEARNED
}
