package org.interviewplanner.web.bank;

import java.util.List;
import org.interviewplanner.web.data.QuestionId;
import org.interviewplanner.web.data.RevisionId;

/**
 * One wording of a question with all that belongs to it, as Markdown.
 *
 * @param number 1 for the first revision of the question
 * @param wording inline Markdown on one line
 * @param body block Markdown that belongs to the question (code, options), or ""
 * @param answer block Markdown, or ""
 * @param goodToHear points of a strong answer, inline Markdown
 * @param followUps wordings of the questions that follow this one up, in the bank's order; inline
 *     Markdown
 * @param guidance what helps a rater with this wording
 */
public record QuestionText(
        RevisionId revision,
        QuestionId question,
        int number,
        String wording,
        String body,
        String answer,
        List<String> goodToHear,
        List<String> followUps,
        Guidance guidance) {

    public QuestionText {
        goodToHear = List.copyOf(goodToHear);
        followUps = List.copyOf(followUps);
    }
}
