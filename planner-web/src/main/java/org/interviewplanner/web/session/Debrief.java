package org.interviewplanner.web.session;

import java.util.List;
import java.util.Map;
import org.interviewplanner.web.data.PersonId;

/**
 * All submitted scorecards of a session, for those who may see them.
 *
 * @param scorecards of the raters who have submitted, in the order of {@code session.raters()}
 * @param corrections what they changed after a re-opening, if anything
 */
public record Debrief(
        InterviewSession session,
        List<AskedQuestion> questions,
        List<RaterScorecard> scorecards,
        Map<PersonId, List<Correction>> corrections) {

    public Debrief {
        questions = List.copyOf(questions);
        scorecards = List.copyOf(scorecards);
        corrections = Map.copyOf(corrections);
    }
}
