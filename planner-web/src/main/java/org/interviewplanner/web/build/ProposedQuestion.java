package org.interviewplanner.web.build;

import org.interviewplanner.web.bank.BankQuestion;

/**
 * A question in a proposed set.
 *
 * @param pilot whether it is on trial: it stands beside the demands and counts in no score
 * @param pinned whether it stays when the set is proposed again
 */
public record ProposedQuestion(BankQuestion question, boolean pilot, boolean pinned) {

    static ProposedQuestion of(BankQuestion question) {
        return new ProposedQuestion(question, false, false);
    }

    ProposedQuestion pinned(boolean isPinned) {
        return new ProposedQuestion(question, pilot, isPinned);
    }
}
