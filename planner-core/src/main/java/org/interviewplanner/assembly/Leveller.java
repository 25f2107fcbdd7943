package org.interviewplanner.assembly;

import java.util.Arrays;
import java.util.Random;

/**
 * Brings the times of sets to their goals by exchanges that break no demand: one or two exchanges
 * between two sets are looked up by the exact number of seconds that has to go over, so every step
 * settles one set for good.
 */
final class Leveller {

    private static final int BUCKETS = 4_096;
    private static final int MOST_TRIES = 3_000;

    private final Arrangement arrangement;
    private final Problem problem;
    private final Work work;
    private final Random random;
    private final long[] goal;
    private final int[] head = new int[BUCKETS];
    private int[] next = {};
    private int[] first = {};
    private int[] second = {};
    private byte[] feasible = {};

    Leveller(Arrangement arrangement, long[] goal, Work work, Random random) {
        this.arrangement = arrangement;
        this.problem = arrangement.problem;
        this.goal = goal;
        this.work = work;
        this.random = random;
    }

    private long error(int s) {
        return arrangement.time[s] - goal[s];
    }

    /** Whether all sets have reached their goals. */
    boolean run() {
        int sets = arrangement.sets;
        int patience = 4 * sets + 20;
        while (true) {
            int worst = 0;
            for (int s = 1; s < sets; s++) {
                if (Math.abs(error(s)) > Math.abs(error(worst))) {
                    worst = s;
                }
            }
            if (error(worst) == 0) {
                return true;
            }
            if (!work.spend(sets) || patience-- < 0 || !settle(worst)) {
                return false;
            }
        }
    }

    /** Tries partners from the most fitting on. */
    private boolean settle(int s) {
        long[] order = new long[arrangement.sets];
        int size = 0;
        for (int b = 0; b < arrangement.sets; b++) {
            if (b != s && error(b) != 0) {
                long rest = Math.min(Math.abs(error(s) + error(b)), 1L << 38);
                order[size++] = rest << 24 | b;
            }
        }
        Arrays.sort(order, 0, size);
        int most = Math.min(size, 12);
        for (int i = 0; i < most; i++) {
            int b = (int) (order[i] & 0xffffff);
            if (transfer(s, b, error(s))) {
                return true;
            }
        }
        // No exact transfer: a part of the way, or a detour over a settled set.
        for (int i = 0; i < Math.min(arrangement.sets, 6); i++) {
            int b = random.nextInt(arrangement.sets);
            if (b != s && transfer(s, b, error(s))) {
                return true;
            }
        }
        for (int i = 0; i < most; i++) {
            int b = (int) (order[i] & 0xffffff);
            if (improve(s, b)) {
                return true;
            }
        }
        return false;
    }

    /** Moves exactly so many seconds from set a to set b. */
    private boolean transfer(int a, int b, long amount) {
        int pairs = collect(a, b);
        work.spend(3L * pairs);
        for (int p = head[bucket(amount)]; p >= 0; p = next[p]) {
            if (delta(p) == amount && isFeasible(a, b, p)) {
                arrangement.exchange(a, first[p], b, second[p]);
                return true;
            }
        }
        int tries = 0;
        int start = pairs == 0 ? 0 : random.nextInt(pairs);
        for (int i = 0; i < pairs; i++) {
            int p = (i + start) % pairs;
            for (int o = head[bucket(amount - delta(p))]; o >= 0; o = next[o]) {
                if (o < p
                        && delta(o) + delta(p) == amount
                        && first[o] != first[p]
                        && second[o] != second[p]) {
                    if (tries++ > MOST_TRIES || !work.spend(8)) {
                        return false;
                    }
                    if (both(a, b, p, o)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean both(int a, int b, int p, int o) {
        int one = isFeasible(a, b, p) ? p : isFeasible(a, b, o) ? o : -1;
        if (one < 0) {
            return false;
        }
        int two = one == p ? o : p;
        arrangement.exchange(a, first[one], b, second[one]);
        if (arrangement.change(a, first[two], b, second[two]) <= 0) {
            arrangement.exchange(a, first[two], b, second[two]);
            return true;
        }
        arrangement.exchange(a, second[one], b, first[one]);
        return false;
    }

    /** Takes the exchange that helps both most, or one that changes little, as a detour. */
    private boolean improve(int a, int b) {
        int pairs = collect(a, b);
        long before = Math.abs(error(a)) + Math.abs(error(b));
        int best = -1;
        long least = before;
        for (int p = 0; p < pairs; p++) {
            long after = Math.abs(error(a) - delta(p)) + Math.abs(error(b) + delta(p));
            if (delta(p) != 0 && after <= least && isFeasible(a, b, p)) {
                if (after < least || random.nextInt(4) == 0) {
                    least = after;
                    best = p;
                }
            }
        }
        if (best < 0) {
            return false;
        }
        arrangement.exchange(a, first[best], b, second[best]);
        return true;
    }

    private boolean isFeasible(int a, int b, int p) {
        if (feasible[p] == 0) {
            work.spend(6);
            feasible[p] = (byte) (arrangement.change(a, first[p], b, second[p]) <= 0 ? 1 : -1);
        }
        return feasible[p] > 0;
    }

    private int delta(int p) {
        return problem.seconds[first[p]] - problem.seconds[second[p]];
    }

    private static int bucket(long delta) {
        return (int) (delta * 0x9E3779B97F4A7C15L >>> 52);
    }

    private int collect(int a, int b) {
        int[] from = arrangement.member[a];
        int[] into = arrangement.member[b];
        int most = from.length * into.length;
        if (next.length < most) {
            next = new int[most];
            first = new int[most];
            second = new int[most];
            feasible = new byte[most];
        }
        Arrays.fill(head, -1);
        int p = 0;
        for (int q : from) {
            for (int r : into) {
                if (q != r) {
                    first[p] = q;
                    second[p] = r;
                    feasible[p] = 0;
                    int bucket = bucket(delta(p));
                    next[p] = head[bucket];
                    head[bucket] = p;
                    p++;
                }
            }
        }
        return p;
    }
}
