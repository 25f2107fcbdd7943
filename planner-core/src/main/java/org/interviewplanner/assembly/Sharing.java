package org.interviewplanner.assembly;

/**
 * What sets that may share some questions cost at least: the cheapest questions cannot be in all of
 * them, for a question in n sets is shared by n (n - 1) / 2 pairs, and each pair may share only so
 * many. Each pair gets a price; for any price the cheapest uses are soon found, and what the
 * allowed pairs are worth at that price comes off (Lagrange). Looks at no other demand.
 */
final class Sharing {

    /** Costs and prices are counted in such parts. */
    private static final long SCALE = 64;

    /** Sums beyond this are not made. */
    private static final double MOST = 1e17;

    private final int[] exposure;
    private final int sets;

    /** How often all questions together are used. */
    private final long uses;

    private final long pairs;
    private final long dearest;

    private Sharing(Problem problem) {
        exposure = problem.exposure;
        sets = problem.sets;
        uses = (long) sets * problem.minSlots;
        pairs = (long) sets * (sets - 1) / 2 * Math.min(problem.overlap, problem.maxSlots);
        long most = 0;
        for (int cost : exposure) {
            most = Math.max(most, cost);
        }
        dearest = most * SCALE;
    }

    /** A lower bound of the exposure of all sets. */
    static long leastExposure(Problem problem, Work work) {
        var sharing = new Sharing(problem);
        boolean isSmall =
                ((double) sharing.dearest + 1) * sharing.sets * (sharing.uses + sharing.pairs)
                        < MOST;
        if (sharing.uses <= 0
                || !isSmall
                || sharing.uses > (long) problem.size * problem.sets
                || !work.spend(64L * problem.size)) {
            return 0;
        }
        return sharing.best();
    }

    /** The best bound of all prices: it rises with the price up to one, then falls. */
    private long best() {
        long low = 0;
        long high = dearest + 1;
        while (low < high) {
            long price = (low + high) >>> 1;
            if (cost(price + 1) > cost(price)) {
                low = price + 1;
            } else {
                high = price;
            }
        }
        return Math.max(0, Math.ceilDiv(cost(low), SCALE));
    }

    private long cost(long price) {
        long limit = limit(price);
        long cost = -price * pairs;
        long used = 0;
        for (int each : exposure) {
            long n = usesBelow(each * SCALE, price, limit);
            cost += n * each * SCALE + price * (n * (n - 1) / 2);
            used += n;
        }
        return cost + (uses - used) * limit;
    }

    /** What the dearest use costs if the cheapest are taken. */
    private long limit(long price) {
        long low = 0;
        long high = dearest + price * sets + 1;
        while (low < high) {
            long middle = (low + high) >>> 1;
            long used = 0;
            for (int each : exposure) {
                used += usesBelow(each * SCALE, price, middle + 1);
            }
            if (used >= uses) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /**
     * How many uses of a question cost less than so much: each costs a price more than the last.
     */
    private long usesBelow(long cost, long price, long limit) {
        if (cost >= limit) {
            return 0;
        }
        return price == 0 ? sets : Math.min(sets, (limit - cost - 1) / price + 1);
    }
}
