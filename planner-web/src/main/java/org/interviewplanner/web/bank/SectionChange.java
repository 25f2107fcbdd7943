package org.interviewplanner.web.bank;

import java.util.List;
import org.interviewplanner.bank.SectionProposal;
import org.interviewplanner.web.data.SectionId;
import org.jspecify.annotations.Nullable;

/**
 * What a document suggests about one section.
 *
 * @param section that it means, or null if none is called so
 * @param sectionName as the document writes it
 * @param names of the sections afterwards, as the document quotes them; may be empty. Of a move the
 *     path of the section around it, none for the top.
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

    /** What is to be done with a section. */
    public enum Kind {
        /** Make several sections of one. */
        SPLIT,
        /** Give it, or its subsections, other names. */
        RENAME,
        /** Put its questions under named groups. */
        GROUP,
        /** Add headings inside. */
        ADD_HEADINGS,
        /** Put it below another one, with all that it holds: the document has moved it. */
        MOVE;

        static Kind of(SectionProposal.Kind suggested) {
            return valueOf(suggested.name());
        }

        /** Whether questions leave the section. */
        public boolean isParting() {
            return this != RENAME && this != MOVE;
        }
    }

    public SectionChange {
        names = List.copyOf(names);
    }
}
