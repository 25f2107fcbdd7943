package org.interviewplanner.web.bank;

import org.jspecify.annotations.Nullable;

/**
 * What an import did.
 *
 * @param id names the import, or null if there was nothing to do and nothing was written
 * @param updated questions with the same wording that got a level, minutes, tags or a status
 * @param missing stored questions that the document does not hold
 * @param skipped questions of the document that were left out
 * @param proposals what waits for a decision about single questions
 * @param sectionProposals what waits for a decision about sections
 * @param lookAlikes pairs of questions that wait for a decision whether they are one
 */
public record ImportResult(
        @Nullable ImportId id,
        String name,
        int created,
        int revised,
        int updated,
        int unchanged,
        int missing,
        int skipped,
        int proposals,
        int sectionProposals,
        int lookAlikes) {

    /** Whether the bank was as the document says already. */
    public boolean isNothing() {
        return id == null;
    }
}
