package org.interviewplanner.web.session;

/** An entry came at a time when the session or the scorecard takes none; nothing was stored. */
public class EntryRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why an entry was refused. */
    public enum Reason {
        /** The session has not started. */
        NOT_STARTED,
        /** The rater has submitted; a lead can re-open the scorecard. */
        SUBMITTED,
        /** The session is closed; a lead can re-open the scorecard. */
        CLOSED,
        /** The id belongs to an entry that says something else. */
        ID_TAKEN,
        /** A recommendation came before all asked questions were rated. */
        UNRATED,
        /** Not everybody has submitted, and only a lead may close over that. */
        UNSUBMITTED
    }

    private final transient Reason reason;

    EntryRefusedException(Reason reason, String sentence) {
        super(sentence);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
