package org.interviewplanner.assembly;

import java.util.Random;

/**
 * Repairs broken demands by exchanges between sets: the best of many that helps, else one that does
 * no harm, now and then one that does a little.
 */
final class Mending {

    private static final int PATIENCE = 60;

    private final Arrangement arrangement;
    private final Work work;
    private final Random random;

    /** Questions outside the sets that may be drawn in; empty to keep the pool as it is. */
    private final int[] bench;

    Mending(Arrangement arrangement, Work work, Random random) {
        this(arrangement, work, random, new int[0]);
    }

    Mending(Arrangement arrangement, Work work, Random random, int[] bench) {
        this.arrangement = arrangement;
        this.work = work;
        this.random = random;
        this.bench = bench;
    }

    /** Whether nothing is broken any more. */
    boolean run() {
        int sets = arrangement.sets;
        int least = arrangement.totalViolation();
        int patience = PATIENCE + 2 * sets;
        int at = 0;
        while (arrangement.totalViolation() > 0) {
            while (arrangement.violation[at % sets] == 0) {
                at++;
            }
            if (!work.spend(sets) || patience-- < 0) {
                return false;
            }
            step(at % sets);
            at++;
            if (arrangement.totalViolation() < least) {
                least = arrangement.totalViolation();
                patience = PATIENCE + 2 * sets;
            }
        }
        return true;
    }

    private void step(int a) {
        int sets = arrangement.sets;
        int bestChange = Integer.MAX_VALUE;
        int bestPartner = -1;
        int bestOut = -1;
        int bestIn = -1;
        int ties = 0;
        int partners = Math.min(sets - 1, 24);
        int start = random.nextInt(Math.max(1, sets));
        for (int i = bench.length > 0 ? -1 : 0; i <= partners && bestChange >= 0; i++) {
            int b = i < 0 ? -1 : (start + i) % sets;
            if (b == a) {
                continue;
            }
            int[] into = b < 0 ? bench : arrangement.member[b];
            for (int q : arrangement.member[a]) {
                for (int r : into) {
                    if (q == r
                            || (b < 0
                                    && arrangement.uses[r] > 0
                                    && arrangement.problem.overlap == 0)) {
                        continue;
                    }
                    int change = arrangement.change(a, q, b, r);
                    if (change < bestChange) {
                        bestChange = change;
                        ties = 0;
                    }
                    if (change == bestChange && random.nextInt(++ties) == 0) {
                        bestPartner = b;
                        bestOut = q;
                        bestIn = r;
                    }
                }
            }
            work.spend(4L * into.length * arrangement.member[a].length);
        }
        boolean take = bestChange <= 0 || (bestChange <= 2 && random.nextInt(4) == 0);
        if (bestOut >= 0 && take) {
            arrangement.exchange(a, bestOut, bestPartner, bestIn);
        }
    }
}
