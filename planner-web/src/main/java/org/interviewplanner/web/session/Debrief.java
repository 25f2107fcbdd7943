package org.interviewplanner.web.session;

import java.util.List;

/**
 * All submitted scorecards of a session, for those who may see them.
 *
 * @param scorecards of the raters who have submitted, in the order of {@code session.raters()}
 */
public record Debrief(
        InterviewSession session, List<AskedQuestion> questions, List<RaterScorecard> scorecards) {

    public Debrief {
        questions = List.copyOf(questions);
        scorecards = List.copyOf(scorecards);
    }
}
