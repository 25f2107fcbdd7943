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
        UNSUBMITTED,
        /** An extreme rating has no note, and the blueprint asks for one. */
        NO_EVIDENCE,
        /** A recommendation has no reason. */
        NO_REASON,
        /** The session's scale has no such step. */
        NO_SUCH_STEP,
        /** The person has read scorecards of this session and cannot rate independently. */
        HAS_READ,
        /** A panel has at least one rater, and at most {@link Plan#MAX_RATERS}. */
        PANEL_SIZE
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
