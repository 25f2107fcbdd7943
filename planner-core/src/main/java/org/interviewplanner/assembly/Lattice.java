package org.interviewplanner.assembly;

import java.util.ArrayList;

/**
 * The sums that whole multiples of some vectors reach, negative multiples too: what is not among
 * them no choice of questions reaches either. That excludes sets which fractions would allow, such
 * as an odd number of odd times in an even time, or counts that each question changes by two.
 *
 * <p>Kept as a triangle: the n-th vector has nothing before its n-th number (Hermite's normal form;
 * Cohen, "A Course in Computational Algebraic Number Theory", 1993, 2.4).
 */
final class Lattice {

    /** Larger numbers could leave 64 bits when multiplied. */
    private static final long MOST = 1L << 30;

    private final long[][] triangle;
    private boolean whole;
    private boolean lost;

    /**
     * The lattice of nothing but zero.
     *
     * @param size numbers of a vector
     */
    Lattice(int size) {
        triangle = new long[size][];
    }

    /** Whether all vectors are reached, or the numbers became too large to tell. */
    boolean isAll() {
        return whole || lost;
    }

    /** Adds a vector, which is used up. */
    void add(long[] vector) {
        if (isAll()) {
            return;
        }
        long[] rest = vector;
        for (int i = 0; i < triangle.length; i++) {
            long[] base = triangle[i];
            if (rest[i] == 0) {
                continue;
            }
            if (base == null) {
                triangle[i] = rest;
                reduce(i);
                break;
            }
            // Euclid's algorithm on the two vectors: one of them ends with nothing here.
            while (rest[i] != 0) {
                subtract(base, rest, base[i] / rest[i]);
                long[] swap = base;
                base = rest;
                rest = swap;
                if (lost) {
                    return;
                }
            }
            triangle[i] = base;
            reduce(i);
        }
        whole = true;
        for (int i = 0; i < triangle.length; i++) {
            whole &= triangle[i] != null && Math.abs(triangle[i][i]) == 1;
        }
    }

    /** Keeps the numbers behind the n-th small by the vectors behind it. */
    private void reduce(int n) {
        for (int i = n + 1; i < triangle.length; i++) {
            if (triangle[i] != null) {
                subtract(triangle[n], triangle[i], triangle[n][i] / triangle[i][i]);
            }
        }
    }

    private void subtract(long[] from, long[] what, long times) {
        if (times != 0) {
            for (int i = 0; i < from.length; i++) {
                from[i] -= times * what[i];
                lost |= Math.abs(from[i]) > MOST;
            }
        }
    }

    /** Whether a vector is reached, or may be. */
    boolean reaches(long[] vector) {
        long[] rest = vector.clone();
        for (int i = 0; i < rest.length && !isAll(); i++) {
            if (rest[i] != 0) {
                if (triangle[i] == null || rest[i] % triangle[i][i] != 0) {
                    return false;
                }
                subtract(rest, triangle[i], rest[i] / triangle[i][i]);
            }
        }
        return true;
    }

    /** Whether no single set meets the demands that ask for an exact number. */
    static boolean excludes(Problem problem) {
        var exact = new ArrayList<Integer>();
        boolean sized = problem.minSlots == problem.maxSlots;
        for (int r = 0; r < problem.rows(); r++) {
            if (problem.rowMin[r] == problem.rowMax[r]) {
                exact.add(r);
            }
        }
        var grid = new TimeGrid(problem);
        long time = grid.low(Long.MAX_VALUE / 8);
        boolean timed = time == grid.high(Long.MAX_VALUE / 8);
        int size = exact.size() + (sized ? 1 : 0) + (timed ? 1 : 0);
        if (size < 2) {
            return false;
        }
        int[] place = new int[problem.rows()];
        long[] target = new long[size];
        int at = sized ? 1 : 0;
        target[0] = problem.maxSlots;
        for (int r : exact) {
            target[at] = problem.rowMin[r];
            place[r] = ++at;
        }
        if (timed) {
            target[size - 1] = time;
        }
        var lattice = new Lattice(size);
        for (int q = 0; q < problem.size && !lattice.isAll(); q++) {
            long[] vector = new long[size];
            vector[0] = sized ? 1 : 0;
            boolean possible = true;
            for (int r : problem.rowsOf(q)) {
                possible &= problem.rowMax[r] > 0;
                if (place[r] > 0) {
                    vector[place[r] - 1] = 1;
                }
            }
            if (timed) {
                vector[size - 1] = problem.seconds[q];
            }
            if (possible) {
                lattice.add(vector);
            }
        }
        return !lattice.reaches(target);
    }
}
