package org.interviewplanner.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The choice of method, with little work and with much, beside all subsets. */
class SearchTest {

    @Test
    void feasibleSetsAreFoundOrExcludedWithMuchWork() {
        int found = 0;
        int none = 0;
        for (long seed = 1_000; seed < 1_250; seed++) {
            SmallCase it = SmallCase.of(seed);
            Problem problem = Problem.of(new Pool(it.pool()), it.blueprint(), it.request());
            boolean exists = SmallProblems.best(problem) != null;

            Outcome outcome = Search.feasible(problem, work(1L << 32), seed);

            assertThat(outcome.infeasible()).as("case %d", seed).isEqualTo(!exists);
            assertThat(outcome.sets() != null).as("case %d", seed).isEqualTo(exists);
            if (outcome.sets() != null) {
                found++;
                assertThat(SmallProblems.isValid(problem, outcome.sets()))
                        .as("case %d", seed)
                        .isTrue();
            }
            none += exists ? 0 : 1;
        }
        assertThat(found).isGreaterThan(60);
        assertThat(none).isGreaterThan(60);
    }

    /** With little work both may know nothing, but what they say holds. */
    @Test
    void littleWorkGivesNothingWrong() {
        int unknown = 0;
        for (long seed = 0; seed < 60; seed++) {
            Problem problem =
                    SmallProblems.of(
                            seed, 9, 2, seed % 3 == 0 ? 1 : 0, (int) (seed % 2), 3, seed % 4 == 0);
            Objective best = SmallProblems.best(problem);
            for (long limit = 300; limit < 1_000_000; limit *= 12) {
                Outcome any = Search.feasible(problem, work(limit), seed);
                Outcome some = Search.solve(problem, work(limit), seed);

                for (Outcome outcome : List.of(any, some)) {
                    String name = "case %d limit %d".formatted(seed, limit);
                    assertThat(outcome.infeasible() && best != null).as(name).isFalse();
                    if (outcome.sets() != null) {
                        assertThat(SmallProblems.isValid(problem, outcome.sets()))
                                .as(name)
                                .isTrue();
                    } else {
                        unknown += outcome.infeasible() ? 0 : 1;
                    }
                    if (best != null) {
                        assertThat(outcome.bound()).as(name).isLessThanOrEqualTo(best);
                    }
                }
            }
        }
        assertThat(unknown).isGreaterThan(10);
    }

    /** No whole questions reach the time: only their sums, or a list of all sets, can tell. */
    @Test
    void timesThatNoSetReachesAreToldInTheEnd() {
        for (int sets = 1; sets <= 2; sets++) {
            var pool =
                    IntStream.range(0, 24)
                            .mapToObj(i ->
                                    SmallProblems.question(
                                            i,
                                            "S",
                                            1,
                                            300 + 7 * new int[] {0, 3, 5}[i % 3],
                                            Set.of(),
                                            i))
                            .toList();
            for (int steps : new int[] {1, 2, 4}) {
                int time = 1_200 + 7 * steps;
                Problem problem =
                        Problem.of(
                                new Pool(pool),
                                new Blueprint(
                                        4, time, List.of(new Demand.Time(time, time)), List.of()),
                                AssemblyRequest.sets(sets, 1));

                assertThat(Search.feasible(problem, work(60_000_000), 1).infeasible()).isTrue();
                assertThat(Search.solve(problem, work(60_000_000), 1).infeasible()).isTrue();
            }
            int time = 1_200 + 7 * 11;
            Problem reached =
                    Problem.of(
                            new Pool(pool),
                            new Blueprint(4, time, List.of(new Demand.Time(time, time)), List.of()),
                            AssemblyRequest.sets(sets, 1));
            Outcome any = Search.feasible(reached, work(60_000_000), 1);
            Outcome best = Search.solve(reached, work(60_000_000), 1);
            assertThat(SmallProblems.isValid(reached, any.sets())).isTrue();
            assertThat(SmallProblems.isValid(reached, best.sets())).isTrue();
            assertThat(best.isProved(reached)).isTrue();
        }
    }

    /** Exact times among many: with any work what is said agrees with the table of all sums. */
    @Test
    void exactTimesAgreeWithTheTableOfAllSums() {
        int found = 0;
        int none = 0;
        for (int seed = 0; seed < 24; seed++) {
            var random = new Random(seed);
            int step = seed % 2 == 0 ? 7 : 1;
            int[] kinds = random.ints(2 + seed % 3, 0, 40).map(it -> 100 + step * it).toArray();
            var pool = new ArrayList<PoolQuestion>();
            for (int i = 0; i < 26; i++) {
                int seconds =
                        i < 2 ? 100 + random.nextInt(40) : kinds[random.nextInt(kinds.length)];
                pool.add(SmallProblems.question(i, "S", 1, seconds, Set.of(), random.nextInt(99)));
            }
            int time = 400 + step * random.nextInt(100);
            if (seed % 3 > 0) {
                time = pool.stream().skip(seed % 7).limit(4).mapToInt(PoolQuestion::seconds).sum();
            }
            var demands = List.<Demand>of(new Demand.Time(time, time + seed % 4 / 3));
            Problem problem =
                    Problem.of(
                            new Pool(pool),
                            new Blueprint(4, time, demands, List.of()),
                            AssemblyRequest.one(seed));
            Objective best = ofTable(pool, time, time + seed % 4 / 3);
            for (long limit : new long[] {20_000, 100_000, 400_000, 2_000_000, 60_000_000}) {
                String name = "case %d limit %d".formatted(seed, limit);
                Outcome any = Search.feasible(problem, work(limit), seed);
                Outcome some = Search.solve(problem, work(limit), seed);

                for (Outcome outcome : List.of(any, some)) {
                    assertThat(outcome.infeasible() && best != null).as(name).isFalse();
                    if (outcome.sets() != null) {
                        found++;
                        assertThat(SmallProblems.isValid(problem, outcome.sets()))
                                .as(name)
                                .isTrue();
                    }
                    none += outcome.infeasible() ? 1 : 0;
                }
                if (best != null) {
                    assertThat(some.bound()).as(name).isLessThanOrEqualTo(best);
                }
                if (limit > 2_000_000) {
                    assertThat(any.infeasible()).as(name).isEqualTo(best == null);
                    assertThat(some.infeasible()).as(name).isEqualTo(best == null);
                    assertThat(best == null || some.isProved(problem)).as(name).isTrue();
                    assertThat(best == null || some.bound().equals(best)).as(name).isTrue();
                }
            }
        }
        assertThat(found).isGreaterThan(100);
        assertThat(none).isGreaterThan(20);
    }

    /** The best of all sums of four questions, or null if none is within the times. */
    private static Objective ofTable(List<PoolQuestion> pool, int low, int high) {
        long[][] least = new long[5][high + 1];
        for (long[] ofSize : least) {
            Arrays.fill(ofSize, Long.MAX_VALUE / 2);
        }
        least[0][0] = 0;
        for (PoolQuestion it : pool) {
            for (int k = 4; k > 0; k--) {
                for (int time = high; time >= it.seconds(); time--) {
                    least[k][time] =
                            Math.min(
                                    least[k][time],
                                    least[k - 1][time - it.seconds()] + it.exposure());
                }
            }
        }
        Objective best = null;
        for (int time = low; time <= high; time++) {
            var next = new Objective(0, time - low, least[4][time]);
            if (next.exposure() < Long.MAX_VALUE / 2
                    && (best == null || next.compareTo(best) < 0)) {
                best = next;
            }
        }
        return best;
    }

    @Test
    void setsThatMayBeAlikeAreEachTheBest() {
        int found = 0;
        for (long seed = 0; seed < 30; seed++) {
            Problem problem = SmallProblems.of(seed, 9, 3, 4, (int) (seed % 2), 1, seed % 3 == 0);
            Objective best = SmallProblems.best(problem.single());

            Outcome outcome = Search.solve(problem, work(1L << 28), seed);
            Outcome any = Search.feasible(problem, work(1L << 28), seed);

            assertThat(outcome.infeasible()).isEqualTo(best == null);
            assertThat(any.infeasible()).isEqualTo(best == null);
            if (best != null) {
                found++;
                var value = new Objective(best.balance(), best.deviation(), 3 * best.exposure());
                assertThat(Outcome.value(problem, outcome.sets())).isEqualTo(value);
                assertThat(outcome.isProved(problem)).isTrue();
                assertThat(SmallProblems.isValid(problem, any.sets())).isTrue();
            }
        }
        assertThat(found).isGreaterThan(12);
    }

    @Test
    void shufflesEvenly() {
        var counts = new HashMap<List<Integer>, Integer>();
        for (long seed = 0; seed < 1_200; seed++) {
            int[] order = Search.shuffled(4, seed * 0x9E3779B97F4A7C15L);
            counts.merge(Arrays.stream(order).boxed().toList(), 1, Integer::sum);
        }

        // 50 each are expected; the standard deviation is 7.
        assertThat(counts).hasSize(24);
        assertThat(counts.values()).allSatisfy(it -> assertThat(it).isBetween(22, 78));
        assertThat(Search.shuffled(0, 1)).isEmpty();
    }

    private static Work work(long limit) {
        return new Work(limit, () -> false);
    }
}
