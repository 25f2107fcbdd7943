package org.interviewplanner.web.session;

import java.util.List;
import org.interviewplanner.web.bank.Guidance;
import org.interviewplanner.web.data.AskedQuestionId;
import org.interviewplanner.web.data.QuestionId;
import org.interviewplanner.web.data.RevisionId;

/**
 * A question of a session, in the wording it was planned with.
 *
 * @param position 1-based place in the session
 * @param section as it was called when the set was kept
 * @param difficulty 1 (introductory) to 5 (expert)
 * @param plannedSeconds at least 1
 * @param wording Markdown, one paragraph
 * @param body Markdown that belongs to the question, or empty
 * @param answer Markdown for raters only, or empty
 * @param goodToHear the points a strong answer contains, inline Markdown, for raters only
 * @param followUps wordings of the questions that follow this one up, inline Markdown
 * @param guidance probes and rating anchors, for raters only
 * @param pilot whether the question is on trial: it is rated, and its ratings count in no score
 */
public record AskedQuestion(
        AskedQuestionId id,
        int position,
        QuestionId question,
        RevisionId revision,
        String section,
        int difficulty,
        int plannedSeconds,
        String wording,
        String body,
        String answer,
        List<String> goodToHear,
        List<String> followUps,
        Guidance guidance,
        boolean pilot) {

    public AskedQuestion {
        goodToHear = List.copyOf(goodToHear);
        followUps = List.copyOf(followUps);
    }

    /** What raters read above it: its section, and that it is on trial if it is. */
    public String heading() {
        return pilot ? section + " · pilot, not scored" : section;
    }
}
