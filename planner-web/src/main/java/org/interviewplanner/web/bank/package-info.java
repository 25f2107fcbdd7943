/**
 * What may be asked: the team's questions, brought in from documents, kept by people, and where
 * they were used.
 *
 * <p>Start at {@link org.interviewplanner.web.bank.BankService}. A document is read twice on
 * purpose: once to show what would happen, once, in the transaction that writes, to see that it
 * still would. What a person has decided (a wording, a status, a place) is never overruled by a
 * document; the document's opinion becomes a proposal.
 *
 * <p>The tables are written and read with plain SQL instead of mapped aggregates: an import writes
 * thousands of rows in batches, and a page of the grid reads from five tables at once.
 */
@NullMarked
package org.interviewplanner.web.bank;

import org.jspecify.annotations.NullMarked;
