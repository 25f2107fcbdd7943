package org.interviewplanner.web.report;

import java.util.List;
import org.interviewplanner.scoring.Debrief;
import org.interviewplanner.scoring.Scorecard;
import org.interviewplanner.web.session.AskedQuestion;
import org.interviewplanner.web.session.Correction;
import org.interviewplanner.web.session.InterviewSession;
import org.interviewplanner.web.session.Rater;
import org.interviewplanner.web.session.RaterScorecard;

/**
 * The submitted scorecards of a session and what they come to.
 *
 * @param results one for each rater who has submitted, in the order of the panel
 * @param scores of all of them together
 */
public record DebriefReport(
        InterviewSession session,
        List<AskedQuestion> questions,
        List<Result> results,
        Debrief scores) {

    public DebriefReport {
        questions = List.copyOf(questions);
        results = List.copyOf(results);
    }

    /** Whether the ratings count for the candidate: no rehearsal, no no-show, no withdrawal. */
    public boolean counts() {
        var outcome = session.outcome();
        return !session.mock() && (outcome == null || outcome.countsAsScored());
    }

    /**
     * One rater's part.
     *
     * @param entries what the rater entered
     * @param card the same, as figures
     * @param corrections what the rater changed after a re-opening, the earliest first
     */
    public record Result(
            Rater rater, RaterScorecard entries, Scorecard card, List<Correction> corrections) {

        public Result {
            corrections = List.copyOf(corrections);
        }
    }
}
