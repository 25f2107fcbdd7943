package org.interviewplanner.web.blueprint;

import org.interviewplanner.bank.RatingScale;

/**
 * How the answers to a blueprint's sets are rated. A session keeps the rules it was planned with.
 *
 * @param evidence whether the lowest and the highest step ask for a note
 */
public record RatingRules(RatingScale scale, boolean evidence) {
    /** The usual scale; extreme ratings need no note. */
    public static final RatingRules DEFAULT = new RatingRules(RatingScale.DEFAULT, false);
}
