package org.interviewplanner.web.build;

import org.interviewplanner.web.bank.BankQuestion;

/**
 * A question that could stand in a place instead, with every demand still met.
 *
 * @param balance by how many questions the sets would be further from their wishes; negative:
 *     nearer
 * @param deviation by how many seconds they would be further from the planned time
 * @param exposure by how much the exposure would grow
 */
public record Alternative(BankQuestion question, long balance, long deviation, long exposure) {}
