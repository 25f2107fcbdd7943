package org.interviewplanner.assembly;

import java.util.Random;

/**
 * Chooses the method: the fast one first, listing all sets where it leaves a doubt and few exist.
 */
final class Search {

    /** More choices than this are not listed. */
    private static final double FEW = 20_000;

    private Search() {}

    /** The best sets, equal ones by seed. */
    static Outcome solve(Problem problem, Work work, long seed) {
        if (problem.impossible) {
            return Outcome.none();
        }
        Outcome fast = new Lexicographic(problem, work, seed).run();
        if (fast.infeasible() || fast.isProved(problem) || choices(problem) > FEW) {
            return fast;
        }
        Outcome listed = Enumeration.solve(problem, work, shuffled(problem.size, seed));
        return listed.infeasible() || listed.sets() != null ? listed : fast;
    }

    /** Any sets that meet the demands; targets, times and exposure do not matter. */
    static Outcome feasible(Problem problem, Work work, long seed) {
        if (problem.impossible) {
            return Outcome.none();
        }
        Outcome fast = new Lexicographic(problem, work, seed).any();
        if (fast.infeasible() || fast.sets() != null || choices(problem) > FEW) {
            return fast;
        }
        return Enumeration.solve(problem, work, shuffled(problem.size, seed));
    }

    /** How many single sets there are without any demand. */
    private static double choices(Problem problem) {
        double count = 1;
        for (int i = 1; i <= Math.min(problem.maxSlots, problem.size) && count <= FEW; i++) {
            count *= (double) (problem.size - i + 1) / i;
        }
        return problem.minSlots == problem.maxSlots ? count : Math.pow(2, problem.size);
    }

    static int[] shuffled(int size, long seed) {
        var random = new Random(seed);
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
