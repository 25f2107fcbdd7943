package org.interviewplanner.web.bank;

import java.util.List;
import org.interviewplanner.bank.SectionProposal.Kind;
import org.interviewplanner.web.data.SectionId;
import org.jspecify.annotations.Nullable;

/**
 * What a document suggests about one section.
 *
 * @param section that it means, or null if none is called so
 * @param sectionName as the document writes it
 * @param names of the sections afterwards, as the document quotes them; may be empty
 * @param line 1-based, or null
 * @param applied whether it was applied and can be undone
 */
public record SectionChange(
        ProposalId id,
        long version,
        Kind kind,
        @Nullable SectionId section,
        String sectionName,
        List<String> names,
        String source,
        @Nullable Integer line,
        boolean applied) {

    public SectionChange {
        names = List.copyOf(names);
    }
}
