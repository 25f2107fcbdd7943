package org.interviewplanner.bank;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a document says: its questions in document order, what it suggests about them, and what was
 * unsure.
 *
 * @param title the document's own name, or null; part of no section path
 * @param sections those that hold questions, themselves or below, in document order, outer before
 *     inner
 * @param questions in document order
 * @param revisions suggested re-wordings, in document order
 * @param sectionProposals suggested changes of sections, in document order, contradicting ones
 *     included
 * @param problems by line
 */
public record ParsedBank(
        @Nullable String title,
        List<Section> sections,
        List<ParsedQuestion> questions,
        List<ProposedRevision> revisions,
        List<SectionProposal> sectionProposals,
        List<BankProblem> problems) {

    /**
     * @throws IllegalArgumentException if a parent does not come before its follow-up or a revision
     *     means no question
     */
    public ParsedBank {
        sections = List.copyOf(sections);
        questions = List.copyOf(questions);
        revisions = List.copyOf(revisions);
        sectionProposals = List.copyOf(sectionProposals);
        problems = List.copyOf(problems);
        for (int i = 0; i < questions.size(); i++) {
            if (questions.get(i).parent() >= i) {
                throw new IllegalArgumentException(
                        "The parent (%d) must come before its follow-up (%d)."
                                .formatted(questions.get(i).parent(), i));
            }
        }
        for (var revision : revisions) {
            if (revision.question() >= questions.size()) {
                throw new IllegalArgumentException(
                        "The question (%d) of a re-wording must be one of the (%d) questions."
                                .formatted(revision.question(), questions.size()));
            }
        }
    }
}
