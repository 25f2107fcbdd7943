package org.interviewplanner.assembly;

import java.util.Random;

/** Chooses the method by the size of the problem. */
final class Search {

    private Search() {}

    /** The best sets, equal ones by seed. */
    static Outcome solve(Problem problem, Work work, long seed) {
        if (problem.impossible) {
            return Outcome.none();
        }
        if (problem.sets == 1) {
            var one = new Lexicographic(problem, work, seed).run();
            return one;
        }
        return Enumeration.solve(problem, work, shuffled(problem.size, seed));
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
