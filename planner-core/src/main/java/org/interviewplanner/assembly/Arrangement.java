package org.interviewplanner.assembly;

import java.util.Arrays;

/**
 * Which question stands in which set while sets are searched, with all counts kept up to date. Its
 * moves exchange two questions between two sets, or one of a set with one that no set holds.
 */
final class Arrangement {

    private static final long MOST_BITS = 1L << 28;

    final Problem problem;
    final int sets;

    /** The questions of each set. */
    final int[][] member;

    final int[][] counts;
    final long[] time;
    final int[] violation;

    /** Most balance that is no violation, or -1 if any will do. */
    private final long balanceLimit;

    /** How often each question is used. */
    final int[] uses;

    /** How many questions two sets share; null if they may share none and need not be watched. */
    private final int[][] shared;

    private final int overlap;

    /** Which questions a set holds; empty if that would take too much memory. */
    private final long[][] bits;

    Arrangement(Problem problem, int[][] member, long balanceLimit) {
        this.problem = problem;
        this.sets = member.length;
        this.member = member;
        this.balanceLimit = problem.hasTargets ? balanceLimit : -1;
        overlap = problem.overlap;
        counts = new int[sets][problem.rows()];
        time = new long[sets];
        violation = new int[sets];
        uses = new int[problem.size];
        shared = overlap > 0 ? new int[sets][sets] : new int[0][];
        boolean watched =
                (problem.hasEnemies || overlap > 0) && (long) sets * problem.size < MOST_BITS;
        bits = watched ? new long[sets][(problem.size >> 6) + 1] : new long[0][];
        for (int s = 0; s < sets; s++) {
            for (int q : member[s]) {
                count(s, q, 1);
                uses[q]++;
                if (watched) {
                    bits[s][q >> 6] |= 1L << q;
                }
            }
        }
        if (overlap > 0) {
            for (int a = 0; a < sets; a++) {
                for (int b = 0; b < a; b++) {
                    int both = common(a, b);
                    shared[a][b] = both;
                    shared[b][a] = both;
                }
            }
        }
        for (int s = 0; s < sets; s++) {
            violation[s] = violationOf(s);
        }
    }

    private int common(int a, int b) {
        int count = 0;
        for (int q : member[a]) {
            count += holds(b, q) ? 1 : 0;
        }
        return count;
    }

    private void count(int s, int q, int by) {
        for (int r : problem.rowsOf(q)) {
            counts[s][r] += by;
        }
        time[s] += (long) by * problem.seconds[q];
    }

    boolean holds(int s, int q) {
        if (bits.length > 0) {
            return (bits[s][q >> 6] >>> q & 1) != 0;
        }
        for (int other : member[s]) {
            if (other == q) {
                return true;
            }
        }
        return false;
    }

    int totalViolation() {
        return Arrays.stream(violation).sum();
    }

    /** Broken rows by how much, enemies by pair, shared questions beyond the overlap, repeats. */
    private int violationOf(int s) {
        return rowsBroken(counts[s]) + pairsBroken(s, -1, -1) + overlapBroken(s);
    }

    private int rowsBroken(int[] count) {
        int sum = 0;
        for (int r = 0; r < count.length; r++) {
            int c = count[r];
            if (c < problem.rowMin[r]) {
                sum += problem.rowMin[r] - c;
            } else if (c > problem.rowMax[r]) {
                sum += c - problem.rowMax[r];
            }
        }
        if (balanceLimit >= 0) {
            sum += (int) Math.max(0, problem.balance(count) - balanceLimit);
        }
        return sum;
    }

    private int pairsBroken(int s, int without, int with) {
        int sum = 0;
        if (problem.hasEnemies) {
            for (int i = 0; i < member[s].length; i++) {
                int q = member[s][i] == without ? with : member[s][i];
                int[] list = problem.enemies[q];
                if (list != null) {
                    for (int enemy : list) {
                        if (enemy == with || (enemy != without && holds(s, enemy))) {
                            sum++;
                        }
                    }
                }
            }
        }
        return sum / 2;
    }

    private int overlapBroken(int s) {
        int sum = 0;
        for (int other = 0; other < shared.length; other++) {
            if (other != s && shared[s][other] > overlap) {
                sum += shared[s][other] - overlap;
            }
        }
        return sum;
    }

    /** Whether a member stands beside an enemy, or is shared with a set that shares too much. */
    boolean isInTrouble(int s, int q) {
        if (problem.hasEnemies && enemiesIn(s, q, -1) > 0) {
            return true;
        }
        if (uses[q] > 1) {
            for (int o = 0; o < shared.length; o++) {
                if (o != s && shared[s][o] > overlap && holds(o, q)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** How many enemies of a question stand in a set, one of its members aside. */
    private int enemiesIn(int s, int q, int without) {
        int[] list = problem.enemies[q];
        int sum = 0;
        if (list != null) {
            for (int enemy : list) {
                if (enemy != without && holds(s, enemy)) {
                    sum++;
                }
            }
        }
        return sum;
    }

    /** Counted work of looking at one exchange: with overlap every other set is looked at. */
    long priceOfChange() {
        return 4 + shared.length / 8;
    }

    /**
     * How the violation changes if set a gives q to set b for r (b = -1: r comes from outside and q
     * goes there); {@link Integer#MAX_VALUE} if a set would hold a question twice.
     */
    int change(int a, int q, int b, int r) {
        if (problem.overlap > 0 && (holds(a, r) || (b >= 0 && holds(b, q)))) {
            return Integer.MAX_VALUE;
        }
        int change = 0;
        if (problem.type[q] != problem.type[r]) {
            change += rowsChange(a, q, r);
            if (b >= 0) {
                change += rowsChange(b, r, q);
            }
        }
        if (problem.hasEnemies) {
            change += enemiesIn(a, r, q) - enemiesIn(a, q, -1);
            if (b >= 0) {
                change += enemiesIn(b, q, r) - enemiesIn(b, r, -1);
            }
        }
        if (shared.length > 0) {
            change += overlapChange(a, q, b, r);
        }
        return change;
    }

    /** How the broken rows of a set change: only rows that one of the two questions counts in. */
    private int rowsChange(int s, int out, int in) {
        int[] count = counts[s];
        int[] outRows = problem.rowsOf(out);
        int[] inRows = problem.rowsOf(in);
        int change = 0;
        long distance = 0;
        for (int r : outRows) {
            if (!contains(inRows, r)) {
                change += broken(r, count[r] - 1) - broken(r, count[r]);
                distance += distance(r, count[r] - 1) - distance(r, count[r]);
            }
        }
        for (int r : inRows) {
            if (!contains(outRows, r)) {
                change += broken(r, count[r] + 1) - broken(r, count[r]);
                distance += distance(r, count[r] + 1) - distance(r, count[r]);
            }
        }
        if (balanceLimit >= 0 && distance != 0) {
            long before = problem.balance(count);
            change +=
                    (int)
                            (Math.max(0, before + distance - balanceLimit)
                                    - Math.max(0, before - balanceLimit));
        }
        return change;
    }

    private static boolean contains(int[] rows, int row) {
        for (int r : rows) {
            if (r == row) {
                return true;
            }
        }
        return false;
    }

    private int broken(int r, int count) {
        return Math.max(0, Math.max(problem.rowMin[r] - count, count - problem.rowMax[r]));
    }

    private long distance(int r, int count) {
        int target = problem.rowTarget[r];
        return balanceLimit < 0 || target == Problem.NONE ? 0 : Math.abs((long) count - target);
    }

    /** Both sets of a pair count what they share too much. */
    private int overlapChange(int a, int q, int b, int r) {
        int change = 0;
        for (int o = 0; o < sets; o++) {
            if (o != a && o != b) {
                int by = (holds(o, r) ? 1 : 0) - (holds(o, q) ? 1 : 0);
                if (by != 0) {
                    change += excess(shared[a][o] + by) - excess(shared[a][o]);
                    if (b >= 0) {
                        change += excess(shared[b][o] - by) - excess(shared[b][o]);
                    }
                }
            }
        }
        return 2 * change;
    }

    private int excess(int common) {
        return Math.max(0, common - overlap);
    }

    /** Changes what a set shares with all but one other when one question replaces another. */
    private void shift(int s, int out, int in, int except) {
        for (int o = 0; o < sets; o++) {
            if (o != s && o != except) {
                int by = (holds(o, in) ? 1 : 0) - (holds(o, out) ? 1 : 0);
                if (by != 0) {
                    int change = excess(shared[s][o] + by) - excess(shared[s][o]);
                    violation[s] += change;
                    violation[o] += change;
                    shared[s][o] += by;
                    shared[o][s] += by;
                }
            }
        }
    }

    /** Does an exchange; see {@link #change}. */
    void exchange(int a, int q, int b, int r) {
        if (shared.length > 0) {
            shift(a, q, r, b);
            if (b >= 0) {
                shift(b, r, q, a);
            }
        }
        replace(a, q, r);
        if (b >= 0) {
            replace(b, r, q);
        } else {
            uses[q]--;
            uses[r]++;
        }
        violation[a] = violationOf(a);
        if (b >= 0) {
            violation[b] = violationOf(b);
        }
    }

    private void replace(int s, int out, int in) {
        int[] set = member[s];
        for (int i = 0; i < set.length; i++) {
            if (set[i] == out) {
                set[i] = in;
                break;
            }
        }
        count(s, out, -1);
        count(s, in, 1);
        if (bits.length > 0) {
            bits[s][out >> 6] &= ~(1L << out);
            bits[s][in >> 6] |= 1L << in;
        }
    }

    long exposure() {
        long sum = 0;
        for (int q = 0; q < uses.length; q++) {
            sum += (long) uses[q] * problem.exposure[q];
        }
        return sum;
    }

    int[][] copy() {
        int[][] copy = new int[sets][];
        for (int s = 0; s < sets; s++) {
            copy[s] = member[s].clone();
        }
        return copy;
    }
}
