package org.interviewplanner.assembly;

import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the method: the fast one first, listing all sets where it leaves a doubt and few exist.
 */
final class Search {

    /** More choices than this are not listed. */
    private static final double FEW = 20_000;

    /** The part of the work after which it is asked whether there are any sets at all. */
    private static final int DOUBT = 20;

    /** The part of the work after which it is asked which questions fit into no time. */
    private static final int SOON = 100;

    /** The part of the work in which some sets must be found. */
    private static final int FIND = 8;

    private Search() {}

    /** The best sets, equal ones by seed. */
    static Outcome solve(Problem problem, Work work, long seed) {
        if (problem.impossible) {
            return Outcome.none();
        }
        if (problem.sets > 1 && problem.overlap >= problem.maxSlots) {
            return independent(problem, work, seed);
        }
        if (Lattice.excludes(problem)) {
            return Outcome.none();
        }
        long most = work.left();
        // Sets that share questions are found late, and by parts of the work of their own.
        boolean apart = problem.sets == 1 || problem.overlap == 0;
        work.giveUpAfter(!apart ? most : most / (problem.isTimed() ? SOON : DOUBT));
        var search = new Lexicographic(problem, work, seed);
        Outcome fast = search.run();
        if (work.hasGivenUp() && problem.isTimed()) {
            boolean[] barred = Reach.barred(problem, work, most / DOUBT);
            if (barred != null) {
                return renumbered(solve(problem.without(barred), work, seed), barred);
            }
            work.giveUpAfter(most / DOUBT);
            search = new Lexicographic(problem, work, seed);
            fast = search.run();
        }
        if (work.hasGivenUp()) {
            if (PoolSearch.isExcludedWhole(problem, work, most / DOUBT)) {
                return Outcome.none();
            }
            work.giveUpAfter(most / FIND);
            search = new Lexicographic(problem, work, seed);
            fast = search.run();
        }
        if (fast.infeasible() || fast.isProved(problem)) {
            return fast;
        }
        work.giveUpAfter(apart ? most / FIND : most);
        if (choices(problem) <= FEW) {
            Outcome listed = Enumeration.solve(problem, work, shuffled(problem.size, seed));
            if (listed.infeasible() || listed.sets() != null) {
                return listed;
            }
        }
        return search.polished(fast);
    }

    /** An outcome without barred questions in the numbers that count them too. */
    private static Outcome renumbered(Outcome outcome, boolean[] barred) {
        int[][] sets = outcome.sets();
        if (sets != null) {
            int[] kept = Problem.kept(barred);
            for (int[] set : sets) {
                Arrays.setAll(set, i -> kept[set[i]]);
            }
        }
        return outcome;
    }

    /** Sets that may be alike: each is the best set there is, by a seed of its own. */
    private static Outcome independent(Problem problem, Work work, long seed) {
        Problem single = problem.single();
        Outcome first = solve(single, work, seed);
        int[][] one = first.sets();
        if (one == null) {
            return first;
        }
        boolean proved = first.isProved(single);
        int[][] sets = new int[problem.sets][];
        sets[0] = one[0];
        for (int s = 1; s < sets.length; s++) {
            Outcome next = proved ? solve(single, work, seed + s) : first;
            int[][] other = next.sets();
            sets[s] = (other != null && next.isProved(single) ? other : one)[0].clone();
        }
        Objective bound = first.bound();
        return Outcome.found(
                sets,
                new Objective(
                        bound.balance(),
                        bound.deviation(),
                        Math.multiplyExact(bound.exposure(), problem.sets)));
    }

    /** Any sets that meet the demands; targets, times and exposure do not matter. */
    static Outcome feasible(Problem problem, Work work, long seed) {
        if (problem.impossible) {
            return Outcome.none();
        }
        if (problem.sets > 1 && problem.overlap >= problem.maxSlots) {
            Outcome outcome = feasible(problem.single(), work, seed);
            int[][] one = outcome.sets();
            if (one == null) {
                return outcome;
            }
            int[][] sets = new int[problem.sets][];
            for (int s = 0; s < sets.length; s++) {
                sets[s] = one[0].clone();
            }
            return Outcome.found(sets, outcome.bound());
        }
        if (Lattice.excludes(problem)) {
            return Outcome.none();
        }
        long most = work.left();
        work.giveUpAfter(most / (problem.isTimed() ? 8 : 2));
        Outcome fast = new Lexicographic(problem, work, seed).any();
        if (problem.isTimed() && !fast.infeasible() && fast.sets() == null) {
            boolean[] barred = Reach.barred(problem, work, most / 4);
            if (barred != null) {
                return renumbered(feasible(problem.without(barred), work, seed), barred);
            }
            int[][] reached = reached(problem, work, most / 4, seed);
            if (reached != null) {
                return Outcome.found(reached, Outcome.ZERO);
            }
            work.giveUpAfter(most / 2);
            fast = new Lexicographic(problem, work, seed).any();
        }
        if (fast.infeasible() || fast.sets() != null) {
            return fast;
        }
        work.giveUpAfter(most);
        if (choices(problem) <= FEW) {
            return Enumeration.solve(problem, work, shuffled(problem.size, seed));
        }
        Work part = work.part(most / 4);
        int[][] found = problem.sets == 1 ? null : new OneByOne(problem, part, seed).find();
        work.join(part);
        if (found != null) {
            return Outcome.found(found, Outcome.ZERO);
        }
        return PoolSearch.isExcludedWhole(problem, work, work.left()) ? Outcome.none() : fast;
    }

    /** Sets that share no question, one after the other by times that are known to be reached. */
    private static int @Nullable [][] reached(Problem problem, Work work, long most, long seed) {
        boolean[] taken = new boolean[problem.size];
        int[][] sets = new int[problem.sets][];
        for (int s = 0; s < sets.length; s++) {
            int[] kept = Problem.kept(taken);
            int[] set =
                    Reach.set(problem.single().without(taken), work, most / sets.length, seed + s);
            if (set == null) {
                return null;
            }
            Arrays.setAll(set, i -> kept[set[i]]);
            for (int q : set) {
                taken[q] = true;
            }
            sets[s] = set;
        }
        return sets;
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
