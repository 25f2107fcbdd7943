package org.interviewplanner.web.blueprint;

import java.util.List;

/** Shares whole numbers out. */
final class Share {

    private Share() {}

    /**
     * Shares a number out by weights, so that the sum is kept and nobody gets less of a greater
     * number: the method of Sainte-Laguë, ties to the first.
     *
     * @param number at least 0
     * @param weights at least 0, one of them above
     */
    static int[] out(int number, List<Integer> weights) {
        var shares = new int[weights.size()];
        for (int given = 0; given < number; given++) {
            int best = -1;
            for (int i = 0; i < shares.length; i++) {
                // weight / (2 share + 1), compared without fractions
                if (weights.get(i) > 0
                        && (best < 0
                                || (long) weights.get(i) * (2 * shares[best] + 1)
                                        > (long) weights.get(best) * (2 * shares[i] + 1))) {
                    best = i;
                }
            }
            if (best < 0) {
                throw new IllegalArgumentException(
                        "One of the weights (%s) must be above 0.".formatted(weights));
            }
            shares[best]++;
        }
        return shares;
    }
}
