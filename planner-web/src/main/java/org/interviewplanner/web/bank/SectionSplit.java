package org.interviewplanner.web.bank;

import java.util.List;
import java.util.Map;
import org.interviewplanner.web.data.QuestionId;
import org.interviewplanner.web.data.SectionId;
import org.interviewplanner.web.security.Member;

/**
 * Questions have left a section for others, and what is asked of it is to follow them. Told inside
 * the transaction: who listens and fails undoes the split.
 *
 * @param member who did it
 * @param proposal that was applied
 * @param moved the questions by the section where they are now, in the order of the sections
 */
public record SectionSplit(
        Member member,
        ProposalId proposal,
        SectionId section,
        Map<SectionId, List<QuestionId>> moved) {

    /** A split that carried quotas over was taken back; told inside the transaction. */
    public record Undone(ProposalId proposal) {}
}
