package org.interviewplanner.assembly;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.interviewplanner.bank.Difficulty;
import org.jspecify.annotations.Nullable;

/** Problems that are small enough to try all subsets, and what trying them tells. */
final class SmallProblems {

    private SmallProblems() {}

    /**
     * A random problem of sets of four slots.
     *
     * @param margin how far the quotas of sections and of a tag are from the fair share, at least
     *     one above; with 0 comes an exact number of one level, which mostly clashes
     * @param enemies pairs of enemies
     * @param isTargeted whether there are targets for sections
     */
    static Problem of(
            long seed,
            int size,
            int sets,
            int overlap,
            int margin,
            int enemies,
            boolean isTargeted) {
        var random = new Random(seed * 6_151 + 3);
        var pool = new ArrayList<PoolQuestion>();
        for (int i = 0; i < size; i++) {
            pool.add(
                    question(
                            i,
                            "S" + random.nextInt(3),
                            1 + random.nextInt(2),
                            60 * (1 + random.nextInt(6)),
                            random.nextInt(3) == 0 ? Set.of("t") : Set.of(),
                            random.nextInt(20)));
        }
        int slots = 4;
        var demands = new ArrayList<Demand>();
        for (int s = 0; s < 3; s++) {
            String section = "S" + s;
            long have = pool.stream().filter(q -> q.section().equals(section)).count();
            int fair = (int) (have * slots / size);
            demands.add(
                    new Demand.Quota(
                            section, null, Math.max(0, fair - margin), fair + Math.max(1, margin)));
        }
        long tagged = pool.stream().filter(q -> !q.tags().isEmpty()).count();
        int fair = (int) (tagged * slots / size);
        demands.add(
                new Demand.TagQuota("t", Math.max(0, fair - margin), fair + Math.max(1, margin)));
        if (margin == 0) {
            int basic = random.nextInt(slots + 1);
            demands.add(new Demand.Quota(null, Difficulty.BASIC, basic, basic));
        }
        for (int i = 0; i < enemies; i++) {
            int first = random.nextInt(size);
            demands.add(
                    new Demand.Enemies(
                            "q%02d".formatted(first),
                            "q%02d".formatted((first + 1 + random.nextInt(size - 1)) % size)));
        }
        var targets = new ArrayList<Target>();
        for (int s = 0; isTargeted && s < 3; s++) {
            targets.add(new Target("S" + s, null, random.nextInt(3)));
        }
        // Mostly a time that some sets have; else one that few or none come near.
        int minutes = seed % 4 == 3 ? random.nextInt(27) : 14;
        return Problem.of(
                new Pool(pool),
                new Blueprint(slots, 60 * minutes, demands, targets),
                AssemblyRequest.sets(sets, seed).withOverlap(overlap));
    }

    static PoolQuestion question(
            int i, String section, int level, int seconds, Set<String> tags, int exposure) {
        return new PoolQuestion(
                "q%02d".formatted(i),
                section,
                Difficulty.ofLevel(level),
                seconds,
                tags,
                exposure,
                true);
    }

    /** All single sets that meet the demands. */
    static List<int[]> valid(Problem problem) {
        var valid = new ArrayList<int[]>();
        for (int subset = 0; subset < 1 << problem.size && !problem.impossible; subset++) {
            int members = subset;
            int[] set =
                    IntStream.range(0, problem.size).filter(q -> (members >> q & 1) == 1).toArray();
            if (problem.isMetBy(set)) {
                valid.add(set);
            }
        }
        return valid;
    }

    /** The value of the best sets, or null if there are none. */
    static @Nullable Objective best(Problem problem) {
        return best(problem, valid(problem), new int[problem.sets][], 0, 0);
    }

    private static @Nullable Objective best(
            Problem problem, List<int[]> valid, int[][] chosen, int depth, int from) {
        if (depth == chosen.length) {
            return Outcome.value(problem, chosen);
        }
        Objective best = null;
        for (int v = from; v < valid.size(); v++) {
            chosen[depth] = valid.get(v);
            if (mostShared(chosen, depth) <= problem.overlap) {
                Objective next = best(problem, valid, chosen, depth + 1, v);
                if (next != null && (best == null || next.compareTo(best) < 0)) {
                    best = next;
                }
            }
        }
        return best;
    }

    private static int mostShared(int[][] sets, int one) {
        int most = 0;
        for (int other = 0; other < one; other++) {
            most = Math.max(most, shared(sets[one], sets[other]));
        }
        return most;
    }

    /** How many questions are in both. */
    static int shared(int[] one, int[] other) {
        return (int)
                IntStream.of(one).filter(q -> IntStream.of(other).anyMatch(r -> r == q)).count();
    }

    /** Whether sets meet the demands and share no more than they may. */
    static boolean isValid(Problem problem, int[][] sets) {
        boolean isValid = sets.length == problem.sets;
        for (int s = 0; s < sets.length; s++) {
            isValid &=
                    problem.isMetBy(sets[s])
                            && IntStream.of(sets[s]).distinct().count() == sets[s].length
                            && mostShared(sets, s) <= problem.overlap;
        }
        return isValid;
    }

    /** Questions dealt at random, none twice in a set nor, without overlap, in two. */
    static int[][] dealt(Problem problem, Random random) {
        int[][] sets = new int[problem.sets][problem.maxSlots];
        int[] order = Search.shuffled(problem.size, random.nextLong());
        int at = 0;
        for (int[] set : sets) {
            for (int i = 0; i < set.length; i++) {
                set[i] = order[at++ % order.length];
            }
        }
        return sets;
    }
}
