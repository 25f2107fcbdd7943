package org.interviewplanner.web.session;

/** How an interview ended, and what that means for the statistics. */
public enum Outcome {
    /** Led to its end: what was asked counts, for the questions and for the candidate. */
    COMPLETED(true, true),
    /**
     * Ended before its time: what was asked counts; a question that nobody said a word about was
     * not asked.
     */
    ENDED_EARLY(true, true),
    /** The candidate never came: nothing was asked, nothing counts, whatever was entered. */
    NO_SHOW(false, false),
    /**
     * The candidate withdrew: the questions that were asked are known to the candidate and count as
     * asked; the ratings are kept and enter no score, no comparison and no figure of a question.
     */
    WITHDRAWN(true, false);

    private final boolean asks;
    private final boolean scores;

    Outcome(boolean asks, boolean scores) {
        this.asks = asks;
        this.scores = scores;
    }

    /** Whether the questions that were asked count as asked: exposure, cool-down, never again. */
    public boolean countsAsAsked() {
        return asks;
    }

    /** Whether the ratings count: for the candidate and for what is learned of the questions. */
    public boolean countsAsScored() {
        return scores;
    }
}
