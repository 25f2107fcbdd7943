package org.interviewplanner.web.build;

import org.interviewplanner.assembly.Objective;

/**
 * How good proposed sets are.
 *
 * @param value distance from the wishes, from the planned time, and summed exposure
 * @param bound what no sets of this request can beat
 * @param byHand whether a person exchanged questions after the assembler was done
 */
public record Standing(Objective value, Objective bound, boolean byHand) {

    /** Whether nothing better exists. */
    public boolean isProved() {
        return value.compareTo(bound) <= 0;
    }
}
