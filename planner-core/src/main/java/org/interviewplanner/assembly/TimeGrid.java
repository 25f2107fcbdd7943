package org.interviewplanner.assembly;

/**
 * Which times a set can have at all, from the greatest common divisor of the differences of the
 * questions' times: a set of n questions has n times the first time, modulo that divisor; of a set
 * of any size it is the divisor of the times themselves. Gives proofs of deviation without any
 * search.
 */
final class TimeGrid {

    private final long target;
    private final long min;
    private final long max;

    /** Step between possible times; 0 if all questions take equally long. */
    private final long step;

    private final long residue;

    TimeGrid(Problem problem) {
        this(
                problem.targetSeconds,
                problem.minSeconds,
                problem.maxSeconds,
                divisor(problem.seconds, isSized(problem) ? first(problem) : 0),
                isSized(problem) ? Math.multiplyExact(problem.maxSlots, first(problem)) : 0);
    }

    /**
     * @param step the {@link #divisor} of the times
     * @param base some possible time, modulo the step
     */
    TimeGrid(long target, long min, long max, long step, long base) {
        this.target = target;
        this.min = min;
        this.max = max;
        this.step = step;
        residue = step == 0 ? base : Math.floorMod(base, step);
    }

    private static boolean isSized(Problem problem) {
        return problem.minSlots == problem.maxSlots;
    }

    private static long first(Problem problem) {
        return problem.size == 0 ? 0 : problem.seconds[0];
    }

    /** The greatest common divisor of what the times exceed a first one by; 0 if they are equal. */
    static long divisor(int[] seconds, long first) {
        long divisor = 0;
        for (int time : seconds) {
            divisor = divisor == 1 ? 1 : gcd(divisor, Math.abs(time - first));
        }
        return divisor;
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    /** The least possible time that is at least {@code seconds}. */
    long atLeast(long seconds) {
        if (step == 0) {
            return seconds <= residue ? residue : Long.MAX_VALUE / 4;
        }
        return seconds + Math.floorMod(residue - seconds, step);
    }

    /** The greatest possible time that is at most {@code seconds}. */
    long atMost(long seconds) {
        if (step == 0) {
            return seconds >= residue ? residue : -Long.MAX_VALUE / 4;
        }
        return seconds - Math.floorMod(seconds - residue, step);
    }

    /** The least possible time within a deviation and the demand. */
    long low(long deviation) {
        return atLeast(Math.max(min, target - deviation));
    }

    /** The greatest possible time within a deviation and the demand. */
    long high(long deviation) {
        return atMost(Math.min(max, target + deviation));
    }

    /**
     * The least deviation, at least {@code atLeast}, that some possible time has; -1 if there is
     * none.
     */
    long deviation(long atLeast) {
        long above = atLeast(Math.max(target + Math.max(0, atLeast), min));
        long below = atMost(Math.min(target - Math.max(0, atLeast), max));
        boolean up = above <= max;
        boolean down = below >= min && below >= 0;
        if (up && down) {
            return Math.min(above - target, target - below);
        }
        return up ? above - target : down ? target - below : -1;
    }

    /** The least deviation for which a sum of {@code sets} times can lie in a range; -1 if none. */
    long deviation(long sets, long leastSum, long greatestSum) {
        for (long d = deviation(0); d >= 0; d = deviation(d + 1)) {
            if (sets * high(d) >= leastSum && sets * low(d) <= greatestSum && low(d) <= high(d)) {
                return d;
            }
            long missing = Math.max(leastSum - sets * high(d), sets * low(d) - greatestSum) / sets;
            if (missing > step && step > 0) {
                d += missing - step;
            }
        }
        return -1;
    }
}
