package org.interviewplanner.web.bank;

/** What a document means by a tick, a checked task or a struck-through line. */
public enum MarkMeaning {
    /** The question was reviewed and may be asked. */
    APPROVED,
    /** The question was asked before: it gets the tag <em>asked</em>. */
    ASKED,
    /** The question is not to be asked any more. */
    WITHDRAWN,
    /** The mark says nothing about the question. */
    NOTHING
}
