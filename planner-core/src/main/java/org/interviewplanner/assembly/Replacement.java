package org.interviewplanner.assembly;

/**
 * A question that could stand in a slot instead, with every demand still met.
 *
 * @param question its id
 * @param value how good the sets would be with it
 * @param balance how much the balance grows (negative: shrinks), in questions
 * @param deviation how much the deviation grows, in seconds
 * @param exposure how much the exposure grows
 */
public record Replacement(
        String question, Objective value, long balance, long deviation, long exposure) {}
