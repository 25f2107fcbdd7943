package org.interviewplanner.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.interviewplanner.bank.Difficulty;
import org.junit.jupiter.api.Test;

/** The best questions of all sets together, beside all subsets and beside the search of all. */
class PoolSearchTest {

    private static final Branching.Judge ANY = uses -> true;

    @Test
    void findsTheCheapestSetWithoutBarredQuestions() {
        int found = 0;
        for (long seed = 0; seed < 80; seed++) {
            Problem problem = SmallProblems.of(seed, 11, 1, 0, 1, 3, seed % 2 == 0);
            boolean[] barred = new boolean[problem.size];
            var random = new Random(seed);
            for (int q = 0; q < barred.length; q++) {
                barred[q] = random.nextInt(5) == 0;
            }
            long low = 60L * (8 + random.nextInt(6));
            long balance = problem.hasTargets ? 2 + random.nextInt(4) : -1;
            Relaxation.Limits limits = Relaxation.Limits.of(problem, balance, low, low + 240);
            long best =
                    SmallProblems.valid(problem).stream()
                            .filter(set -> IntStream.of(set).noneMatch(q -> barred[q]))
                            .filter(set ->
                                    balance < 0 || problem.balance(problem.counts(set)) <= balance)
                            .filter(set ->
                                    problem.seconds(set) >= low
                                            && problem.seconds(set) <= low + 240)
                            .mapToLong(problem::exposure)
                            .min()
                            .orElse(Long.MAX_VALUE);

            PoolSearch.Found it = PoolSearch.oneWithout(problem, barred, limits, work(), seed, ANY);

            assertThat(it.bound()).as("case %d", seed).isEqualTo(best);
            assertThat(it.isInfeasible()).isEqualTo(best == Long.MAX_VALUE);
            int[] chosen = it.chosen();
            assertThat(chosen == null).isEqualTo(it.isInfeasible());
            if (chosen != null) {
                found++;
                assertThat(it.value()).isEqualTo(best);
                assertThat(problem.exposure(chosen)).isEqualTo(best);
                assertThat(problem.isMetBy(chosen)).isTrue();
                assertThat(IntStream.of(chosen)).noneMatch(q -> barred[q]);
            }
        }
        assertThat(found).isGreaterThan(20);
    }

    /** Pools of several sets without a common question are sets of so many times the questions. */
    @Test
    void findsTheCheapestAndTheFairestPoolOfSeveralSets() {
        int found = 0;
        for (long seed = 0; seed < 50; seed++) {
            int size = seed % 4 == 0 ? 8 : 11;
            Problem problem = SmallProblems.of(seed, size, 2, 0, 1, 0, true);
            for (Relaxation.Goal goal : Relaxation.Goal.values()) {
                long best = Long.MAX_VALUE;
                for (int subset = 0; subset < 1 << size && !problem.impossible; subset++) {
                    int members = subset;
                    int[] pool =
                            IntStream.range(0, size).filter(q -> (members >> q & 1) == 1).toArray();
                    if (pool.length == 8 && isPool(problem, pool)) {
                        best = Math.min(best, value(problem, pool, goal));
                    }
                }

                PoolSearch.Found it =
                        new PoolSearch(
                                        problem,
                                        Relaxation.Limits.demands(problem),
                                        goal,
                                        work(),
                                        seed,
                                        ANY,
                                        1)
                                .run();

                assertThat(it.bound()).as("case %d", seed).isEqualTo(best);
                if (best < Long.MAX_VALUE) {
                    found++;
                    assertThat(it.value()).isEqualTo(best);
                    assertThat(value(problem, it.chosen(), goal)).isEqualTo(best);
                    assertThat(isPool(problem, it.chosen())).isTrue();
                }
            }
        }
        assertThat(found).isGreaterThan(35);
    }

    private static boolean isPool(Problem problem, int[] pool) {
        int[] counts = problem.counts(pool);
        boolean is = true;
        for (int r = 0; r < counts.length; r++) {
            is &= counts[r] >= 2 * problem.rowMin[r] && counts[r] <= 2 * problem.rowMax[r];
        }
        return is;
    }

    private static long value(Problem problem, int[] pool, Relaxation.Goal goal) {
        if (goal == Relaxation.Goal.EXPOSURE) {
            return problem.exposure(pool);
        }
        int[] counts = problem.counts(pool);
        long sum = 0;
        for (int r = 0; r < counts.length; r++) {
            if (problem.rowTarget[r] != Problem.NONE) {
                sum += Math.abs(counts[r] - 2L * problem.rowTarget[r]);
            }
        }
        return sum;
    }

    /** A pool that must be taken whole is looked at once, and shown to the judge all the same. */
    @Test
    void aPoolWithNothingToChooseIsTakenOrRefusedWhole() {
        Problem problem = SmallProblems.of(3, 8, 2, 0, 4, 0, false);
        var work = work();
        long all = problem.exposure(IntStream.range(0, 8).toArray());

        PoolSearch.Found taken = search(problem, work, 1, ANY);
        PoolSearch.Found refused = search(problem, work, 1, it -> false);

        assertThat(taken.chosen()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(taken.value()).isEqualTo(all);
        assertThat(taken.bound()).isEqualTo(all);
        assertThat(refused.chosen()).isNull();
        assertThat(refused.bound()).isEqualTo(all);
        assertThat(work.spent()).isZero();
    }

    /** Alike questions share a column: what their whole numbers exclude, no sets meet. */
    @Test
    void excludesOnlyWhatNoSetsMeet() {
        int excluded = 0;
        int whole = 0;
        int none = 0;
        for (long seed = 0; seed < 100; seed++) {
            int sets = 1 + (int) (seed % 2);
            Problem problem = SmallProblems.of(seed, 9, sets, seed % 5 == 1 ? 1 : 0, 0, 0, false);
            if (problem.impossible) {
                continue;
            }
            boolean isNone = SmallProblems.best(problem) == null;
            boolean isExcluded = PoolSearch.isExcluded(problem, work());
            boolean isWhole = PoolSearch.isExcludedWhole(problem, work(), 1 << 24);

            assertThat(!isExcluded || isNone).as("case %d", seed).isTrue();
            assertThat(!isWhole || isNone).as("case %d", seed).isTrue();
            assertThat(!isExcluded || isWhole).as("case %d", seed).isTrue();
            if (sets == 1) {
                assertThat(isWhole).as("case %d", seed).isEqualTo(isNone);
            }
            excluded += isExcluded ? 1 : 0;
            whole += isWhole ? 1 : 0;
            none += isNone ? 1 : 0;
        }
        assertThat(excluded).isGreaterThan(8);
        assertThat(whole).isGreaterThan(none * 9 / 10);
    }

    @Test
    void alikeQuestionsShareAColumn() {
        List<PoolQuestion> pool =
                List.of(
                        SmallProblems.question(0, "A", 1, 60, Set.of(), 1),
                        SmallProblems.question(1, "A", 1, 90, Set.of(), 2),
                        SmallProblems.question(2, "B", 1, 60, Set.of(), 3),
                        SmallProblems.question(3, "A", 1, 60, Set.of(), 4));
        var demands = List.<Demand>of(new Demand.Quota("A", null, 1, 2));
        var blueprint = new Blueprint(2, 120, demands, List.of());
        Problem problem = Problem.of(new Pool(pool), blueprint, AssemblyRequest.sets(2, 1));
        Problem shared =
                Problem.of(new Pool(pool), blueprint, AssemblyRequest.sets(3, 1).withOverlap(1));

        Relaxation untimed = PoolSearch.alike(problem, false);
        Relaxation timed = PoolSearch.alike(problem, true);
        Relaxation twice = PoolSearch.alike(shared, false);

        assertThat(untimed.column).containsExactly(0, 2);
        assertThat(untimed.high).containsExactly(3, 1);
        assertThat(timed.column).containsExactly(0, 1, 2);
        assertThat(timed.high).containsExactly(2, 1, 1);
        assertThat(twice.column).containsExactly(0, 0, 0, 2, 2, 2);
        assertThat(twice.high).containsExactly(3, 3, 3, 1, 1, 1);
    }

    /** The n-th use of a question makes n - 1 more pairs of sets share it: pairs are budgeted. */
    @Test
    void spendsTheBudgetOfSharedPairsBest() {
        int[][] cases = {{3, 2, 1}, {3, 2, 2}, {6, 1, 1}, {6, 2, 1}, {2, 3, 5}, {4, 2, 0}};
        int[] costs = {3, 5, 11, 20, 31, 47, 50, 52};
        for (int[] it : cases) {
            int sets = it[0];
            int slots = it[1];
            int overlap = it[2];
            int size = overlap == 0 ? 8 : 5;
            List<PoolQuestion> pool =
                    IntStream.range(0, size)
                            .mapToObj(
                                    i -> SmallProblems.question(i, "S", 1, 60, Set.of(), costs[i]))
                            .toList();
            Problem problem =
                    Problem.of(
                            new Pool(pool),
                            new Blueprint(slots, 60 * slots, List.of(), List.of()),
                            AssemblyRequest.sets(sets, 1).withOverlap(overlap));
            int pairs = sets * (sets - 1) / 2;
            for (double share : new double[] {1, 0.5}) {
                int budget = (int) (share * pairs * Math.min(overlap, slots));
                int most = overlap == 0 ? 1 : share < 1 ? Math.min(sets, 5) : sets;

                PoolSearch.Found found =
                        new PoolSearch(
                                        problem,
                                        Relaxation.Limits.demands(problem),
                                        Relaxation.Goal.EXPOSURE,
                                        work(),
                                        1,
                                        ANY,
                                        share)
                                .run();

                long least = cheapest(costs, size, 0, sets * slots, budget, most);
                assertThat(found.bound()).as("%d %d %d", sets, slots, overlap).isEqualTo(least);
                if (least < Long.MAX_VALUE) {
                    assertThat(problem.exposure(found.chosen())).isEqualTo(least);
                }
            }
        }
    }

    private static long cheapest(int[] costs, int size, int q, int left, int budget, int most) {
        if (left == 0) {
            return 0;
        }
        long least = Long.MAX_VALUE;
        int shared = 0;
        for (int uses = 0; q < size && uses <= Math.min(most, left); uses++) {
            shared += Math.clamp(uses - 1L, 0, 4);
            if (shared <= budget) {
                long rest = cheapest(costs, size, q + 1, left - uses, budget - shared, most);
                if (rest < Long.MAX_VALUE) {
                    least = Math.min(least, rest + (long) uses * costs[q]);
                }
            }
        }
        return least;
    }

    /** One set of an exact time and a number of tags, beside a table of all sums. */
    @Test
    void findsWhatATableOfAllSumsHolds() {
        long spent = 0;
        for (int seed = 0; seed < 12; seed++) {
            var random = new Random(seed);
            int size = seed % 4 == 0 ? 3_100 : 300;
            var bank = new ArrayList<PoolQuestion>();
            for (int i = 0; i < size; i++) {
                // Costs that follow the times leave nearly all questions in doubt.
                int step = random.nextInt(20);
                bank.add(
                        new PoolQuestion(
                                "q%05d".formatted(i),
                                "S",
                                Difficulty.BASIC,
                                60 + 7 * step,
                                random.nextInt(3) == 0 ? Set.of("t") : Set.of(),
                                seed % 2 == 0
                                        ? random.nextInt(3_000)
                                        : 1_000 * step + random.nextInt(40),
                                true));
            }
            int slots = 5;
            int steps = seed % 3 == 0 ? 90 : 30;
            int time = 60 * slots + 7 * steps;
            int tags = seed % 3 + 1;
            var demands =
                    List.<Demand>of(
                            new Demand.TagQuota("t", tags, tags), new Demand.Time(time, time + 7));
            Problem problem =
                    Problem.of(
                            new Pool(bank),
                            new Blueprint(slots, time, demands, List.of()),
                            AssemblyRequest.one(seed));
            Work work = work();

            PoolSearch.Found found = search(problem, work, seed, ANY);

            long least = ofTable(bank, slots, tags, steps);
            isBest(problem, found, least, "case %d".formatted(seed));
            spent += work.spent();
        }
        // Hardly more than today.
        assertThat(spent).isLessThan(130_000);
    }

    /** No two of these sum up to the time, which only a look at all of them can tell. */
    @Test
    void provesThatNoneOfManyWillDo() {
        var pool = new ArrayList<PoolQuestion>();
        for (int i = 0; i < 90; i++) {
            int step = new int[] {0, 3, 5}[i % 3];
            pool.add(SmallProblems.question(i, "S", 1, 60 + 7 * step, Set.of(), i * 37 % 90));
        }
        for (int steps : new int[] {1, 4, 7, 6}) {
            int time = 120 + 7 * steps;
            Problem problem =
                    Problem.of(
                            new Pool(pool),
                            new Blueprint(2, time, List.of(new Demand.Time(time, time)), List.of()),
                            AssemblyRequest.one(1));

            PoolSearch.Found found = search(problem, work(), 1, ANY);

            assertThat(found.isInfeasible()).as("%d steps", steps).isEqualTo(steps != 6);
            assertThat(found.chosen() == null).isEqualTo(steps != 6);
        }
    }

    /** The least exposure of so many questions, tags and steps of seven seconds, or one more. */
    static long ofTable(List<PoolQuestion> bank, int slots, int tags, int steps) {
        long[][][] least = new long[slots + 1][tags + 1][steps + 2];
        for (long[][] ofSize : least) {
            for (long[] ofTags : ofSize) {
                Arrays.fill(ofTags, Long.MAX_VALUE / 2);
            }
        }
        least[0][0][0] = 0;
        for (PoolQuestion question : bank) {
            int step = (question.seconds() - 60) / 7;
            int tag = question.tags().size();
            for (int k = slots; k > 0; k--) {
                for (int t = tags; t >= tag; t--) {
                    for (int s = steps + 1; s >= step; s--) {
                        least[k][t][s] =
                                Math.min(
                                        least[k][t][s],
                                        least[k - 1][t - tag][s - step] + question.exposure());
                    }
                }
            }
        }
        return Math.min(least[slots][tags][steps], least[slots][tags][steps + 1]);
    }

    /** Large banks are priced; a bar on nothing makes the search look at all questions. */
    @Test
    void pricingFindsWhatTheWholeBankHolds() {
        long ofPriced = 0;
        long ofWhole = 0;
        for (int seed = 1; seed <= 4; seed++) {
            List<PoolQuestion> bank = Banks.bank(3_100, seed % 2 == 0 ? 60 : 5, seed);
            Blueprint blueprint = Banks.blueprint(bank, 10, seed % 2 == 0 ? 60 : 5);
            Problem problem = Problem.of(new Pool(bank), blueprint, AssemblyRequest.one(seed));
            long target = problem.targetSeconds;
            var limits = Relaxation.Limits.of(problem, -1, target, target);

            Work few = work();
            Work all = work();
            PoolSearch.Found priced =
                    new PoolSearch(problem, limits, Relaxation.Goal.EXPOSURE, few, seed, ANY, 1)
                            .run();
            PoolSearch.Found whole =
                    PoolSearch.oneWithout(
                            problem, new boolean[problem.size], limits, all, seed, ANY);

            assertThat(priced.bound()).isEqualTo(priced.value()).isEqualTo(whole.value());
            assertThat(whole.bound()).isEqualTo(whole.value());
            assertThat(problem.exposure(priced.chosen())).isEqualTo(whole.value());
            assertThat(problem.isMetBy(priced.chosen())).isTrue();
            assertThat(problem.seconds(priced.chosen())).isEqualTo(target);
            ofPriced += few.spent();
            ofWhole += all.spent();
        }
        assertThat(ofPriced).isLessThan(ofWhole);
    }

    /** The cheapest questions that meet the demands and please the judge. */
    static PoolSearch.Found search(Problem problem, Work work, long seed, Branching.Judge judge) {
        return new PoolSearch(
                        problem,
                        Relaxation.Limits.demands(problem),
                        Relaxation.Goal.EXPOSURE,
                        work,
                        seed,
                        judge,
                        1)
                .run();
    }

    static void isBest(Problem problem, PoolSearch.Found found, long least, String name) {
        assertThat(found.value()).as(name).isEqualTo(least);
        assertThat(found.bound()).as(name).isEqualTo(least);
        assertThat(problem.exposure(found.chosen())).as(name).isEqualTo(least);
        assertThat(problem.isMetBy(found.chosen())).as(name).isTrue();
    }

    private static Work work() {
        return new Work(1L << 30, () -> false);
    }
}
