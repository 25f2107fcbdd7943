package org.interviewplanner.web.bank;

import java.util.List;
import org.interviewplanner.bank.ProposedRevision.Match;
import org.interviewplanner.web.data.QuestionId;
import org.jspecify.annotations.Nullable;

/** What a document suggests about one question, waiting for a decision. */
public sealed interface Suggestion {

    ProposalId id();

    /** Tells whether somebody was faster. */
    long version();

    /** Name of the document. */
    String source();

    /** 1-based line in the document, or null. */
    @Nullable Integer line();

    /**
     * A better wording.
     *
     * @param question that it means, or null if none is near enough
     * @param section path of the question's section; empty without question
     * @param current the question's wording today; without question the wording that the document
     *     quotes
     * @param wording the suggested one
     * @param approved whether accepting it approves the question as well
     */
    record Rewording(
            ProposalId id,
            long version,
            String source,
            @Nullable Integer line,
            @Nullable QuestionId question,
            List<String> section,
            String current,
            String wording,
            Match match,
            boolean approved)
            implements Suggestion {}

    /** A question that is not to be asked any more. */
    record Retirement(
            ProposalId id,
            long version,
            String source,
            @Nullable Integer line,
            QuestionId question,
            List<String> section,
            String current,
            String reason)
            implements Suggestion {}
}
