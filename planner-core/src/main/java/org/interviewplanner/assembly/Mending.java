package org.interviewplanner.assembly;

import java.util.Arrays;
import java.util.Random;

/**
 * Repairs broken demands by exchanges between sets: the best of many that helps, else one that does
 * no harm, now and then one that does a little.
 */
final class Mending {

    private static final int PATIENCE = 60;

    /** Sets that seem unable to help and are tried all the same. */
    private static final int OTHERS = 24;

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
        int bestChange = Integer.MAX_VALUE;
        int bestPartner = -1;
        int bestOut = -1;
        int bestIn = -1;
        int ties = 0;
        var help = new Help(a);
        int[] partners = partners(a, help);
        for (int i = bench.length > 0 ? -1 : 0; i < partners.length && bestChange >= 0; i++) {
            int b = i < 0 ? -1 : partners[i];
            int[] into = b < 0 ? bench : arrangement.member[b];
            for (int q : arrangement.member[a]) {
                boolean blamed = help.isBlamed(q);
                for (int r : into) {
                    if (q == r
                            || !(blamed || help.gains(q, r))
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
            work.spend(arrangement.priceOfChange() * into.length * arrangement.member[a].length);
        }
        boolean take = bestChange <= 0 || (bestChange <= 2 && random.nextInt(4) == 0);
        if (bestOut >= 0 && take) {
            arrangement.exchange(a, bestOut, bestPartner, bestIn);
        }
    }

    /** Sets that could give what is missing or take what is too much, then some others. */
    private int[] partners(int a, Help help) {
        int sets = arrangement.sets;
        int[] order = new int[sets];
        int able = 0;
        int others = 0;
        int start = random.nextInt(sets);
        for (int i = 0; i < sets; i++) {
            int b = (start + i) % sets;
            if (b == a) {
                continue;
            }
            if (help.canComeFrom(b)) {
                int moved = order[able];
                order[able++] = b;
                if (others > 0) {
                    order[able + others - 1] = moved;
                }
            } else {
                order[able + others++] = b;
            }
        }
        return Arrays.copyOf(order, Math.min(sets - 1, able + OTHERS));
    }

    /** Which questions a set must lose or gain to mend its broken rows. */
    private final class Help {
        private final Problem problem = arrangement.problem;
        private final int set;
        private final int[] wanted;

        /** What a question of each type would give to the broken rows. */
        private final int[] gain;

        /** Too far from the targets, and no row or question to blame: everything may help. */
        private final boolean anything;

        Help(int set) {
            this.set = set;
            wanted = new int[problem.rows()];
            int blames = 0;
            for (int r = 0; r < wanted.length; r++) {
                int count = arrangement.counts[set][r];
                wanted[r] = count < problem.rowMin[r] ? 1 : count > problem.rowMax[r] ? -1 : 0;
                blames += Math.abs(wanted[r]);
            }
            for (int q : arrangement.member[set]) {
                blames += arrangement.isInTrouble(set, q) ? 1 : 0;
            }
            anything = blames == 0;
            gain = new int[problem.rowsOfType.length];
            for (int t = 0; t < gain.length; t++) {
                for (int r : problem.rowsOfType[t]) {
                    gain[t] += wanted[r];
                }
            }
        }

        boolean canComeFrom(int b) {
            int[] counts = arrangement.counts[b];
            for (int r = 0; r < wanted.length; r++) {
                if (wanted[r] > 0 && counts[r] > problem.rowMin[r]
                        || wanted[r] < 0 && counts[r] < problem.rowMax[r]) {
                    return true;
                }
            }
            return false;
        }

        boolean isBlamed(int q) {
            return anything || arrangement.isInTrouble(set, q);
        }

        boolean gains(int out, int in) {
            return gain[problem.type[in]] > gain[problem.type[out]];
        }
    }
}
