package org.interviewplanner.web.session;

import org.interviewplanner.web.data.AskedQuestionId;
import org.interviewplanner.web.session.RaterScorecard.Rated;
import org.jspecify.annotations.Nullable;

/**
 * A word that a rater changed after a re-opening.
 *
 * @param before what stood there when it was re-opened, or null if nothing did
 * @param after what stood there at the end, or at the next re-opening; null if nothing
 * @param by the name of the lead who re-opened
 * @param reason why
 */
public record Correction(
        AskedQuestionId question,
        @Nullable Rated before,
        @Nullable Rated after,
        String by,
        String reason) {}
