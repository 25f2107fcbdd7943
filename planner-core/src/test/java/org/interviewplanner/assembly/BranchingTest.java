package org.interviewplanner.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Branching beside all subsets: the least value, the proof, and what a judge refuses. */
class BranchingTest {

    private static final long NONE = Long.MAX_VALUE;

    @Test
    void findsTheLeastOfBothGoalsWithAndWithoutEnemies() {
        int found = 0;
        int none = 0;
        long spent = 0;
        for (long seed = 0; seed < 80; seed++) {
            Problem problem =
                    SmallProblems.of(seed, 10, 1, 0, (int) (seed % 2), seed % 3 == 0 ? 0 : 9, true);
            List<int[]> valid = SmallProblems.valid(problem);
            for (Relaxation.Goal goal : Relaxation.Goal.values()) {
                Relaxation relaxation = whole(problem, goal, seed);
                long best =
                        valid.stream().mapToLong(it -> value(relaxation, it)).min().orElse(NONE);

                Work work = work();
                Branching.Result result = Branching.minimise(relaxation, work, NONE, uses -> true);

                spent += work.spent();
                assertThat(result.bound()).as("case %d", seed).isEqualTo(best);
                assertThat(result.value()).as("case %d", seed).isEqualTo(best);
                if (best == NONE) {
                    none++;
                    assertThat(result.uses()).isNull();
                } else {
                    found++;
                    int[] set = relaxation.chosen(result.uses());
                    assertThat(problem.isMetBy(set)).isTrue();
                    assertThat(value(relaxation, set)).isEqualTo(best);
                    // The bounds are as they were, and what is not better is not looked for.
                    assertThat(relaxation.low).containsOnly(0);
                    Branching.Result again =
                            Branching.minimise(relaxation, work(), best, uses -> true);
                    assertThat(again.uses()).isNull();
                    assertThat(again.value()).isEqualTo(best);
                    assertThat(again.bound()).isEqualTo(best);
                    Branching.Result above =
                            Branching.minimise(relaxation, work(), best + 1, uses -> true);
                    assertThat(above.uses()).isNotNull();
                    assertThat(above.value()).isEqualTo(best);
                }
            }
        }
        // Hardly more than today: branches that others make needless cost the most.
        assertThat(spent).isLessThan(280_000);
        assertThat(found).isGreaterThan(60);
        assertThat(none).isGreaterThan(10);
    }

    /** A judge who refuses the cheaper half gets the cheapest of the dearer one, and no proof. */
    @Test
    void goesOnBehindWhatTheJudgeRefuses() {
        int cases = 0;
        for (long seed = 0; seed < 40; seed++) {
            Problem problem = SmallProblems.of(seed, 9, 1, 0, 1, 2, false);
            List<int[]> valid = SmallProblems.valid(problem);
            if (valid.size() < 2) {
                continue;
            }
            cases++;
            Relaxation relaxation = whole(problem, Relaxation.Goal.EXPOSURE, seed);
            long[] values = valid.stream().mapToLong(problem::exposure).sorted().toArray();
            long limit = values[values.length / 2];
            var refused = new HashSet<List<Integer>>();

            Branching.Result result =
                    Branching.minimise(
                            relaxation,
                            work(),
                            NONE,
                            set -> {
                                boolean isDear = problem.exposure(set) >= limit;
                                if (!isDear) {
                                    var names = Arrays.stream(set).boxed().toList();
                                    assertThat(refused.add(names)).as("asked once").isTrue();
                                }
                                return isDear;
                            });

            assertThat(result.uses()).as("case %d", seed).isNotNull();
            assertThat(result.value()).as("case %d", seed).isEqualTo(limit);
            assertThat(result.bound()).isEqualTo(values[0]);
            assertThat(refused)
                    .hasSize((int) Arrays.stream(values).filter(it -> it < limit).count());
        }
        assertThat(cases).isGreaterThan(15);
    }

    @Test
    void stopsWhenTheJudgeIsTiredOrTheWorkIsOut() {
        int open = 0;
        for (long seed = 0; seed < 25; seed++) {
            Problem problem = SmallProblems.of(seed, 12, 1, 0, 2, 6, true);
            List<int[]> valid = SmallProblems.valid(problem);
            Relaxation relaxation = whole(problem, Relaxation.Goal.EXPOSURE, seed);
            long best = valid.stream().mapToLong(problem::exposure).min().orElse(NONE);

            var judge = new Branching.First();
            assertThat(judge.isTired()).isFalse();
            assertThat(judge.wantsBest()).isFalse();
            Branching.Result first = Branching.minimise(relaxation, work(), NONE, judge);
            assertThat(judge.isTired()).isNotEqualTo(valid.isEmpty());
            assertThat(first.uses() == null).isEqualTo(valid.isEmpty());
            assertThat(first.bound()).as("case %d", seed).isLessThanOrEqualTo(best);
            assertThat(first.value()).isGreaterThanOrEqualTo(best);
            for (long limit = 100; limit < 100_000; limit *= 4) {
                Branching.Result some =
                        Branching.minimise(
                                whole(problem, Relaxation.Goal.EXPOSURE, seed),
                                new Work(limit, () -> false),
                                NONE,
                                uses -> true);
                assertThat(some.bound()).as("case %d", seed).isLessThanOrEqualTo(best);
                assertThat(some.value()).isGreaterThanOrEqualTo(best);
                open += some.bound() < best ? 1 : 0;
            }
            assertThat(relaxation.low).containsOnly(0);
        }
        assertThat(open).isPositive();
    }

    @Test
    void findingASetOfOneIsTold() {
        Problem one = SmallProblems.of(1, 10, 1, 0, 4, 0, false);
        Problem two = SmallProblems.of(1, 10, 2, 0, 4, 0, false);
        for (Problem problem : List.of(one, two)) {
            var work = new Work(1 << 24, () -> false);
            work.giveUpAfter(1 << 20);

            Branching.minimise(
                    whole(problem, Relaxation.Goal.EXPOSURE, 1), work, NONE, new Branching.First());

            work.spend(1 << 21);
            assertThat(work.isOut()).isEqualTo(problem == two);
        }
    }

    /** Rings and cliques of enemies among alike questions: fractions stop at halves. */
    @Test
    void partsCliquesOfEnemies() {
        // Three cliques of four: at most one of each, the fourth slot can never be filled.
        for (int slots = 3; slots <= 4; slots++) {
            var demands = new java.util.ArrayList<Demand>();
            var pool = new java.util.ArrayList<PoolQuestion>();
            for (int q = 0; q < 12; q++) {
                pool.add(SmallProblems.question(q, "S", 1, 60, Set.of(), 1 + q));
                for (int other = q + 1; other < 12; other++) {
                    if (q / 4 == other / 4) {
                        demands.add(
                                new Demand.Enemies("q%02d".formatted(q), "q%02d".formatted(other)));
                    }
                }
            }
            Problem problem =
                    Problem.of(
                            new Pool(pool),
                            new Blueprint(slots, 60 * slots, demands, List.of()),
                            AssemblyRequest.one(1));
            Relaxation relaxation = whole(problem, Relaxation.Goal.EXPOSURE, 1);
            var work = work();

            Branching.Result result = Branching.minimise(relaxation, work, NONE, uses -> true);

            assertThat(result.bound()).isEqualTo(slots == 3 ? 1 + 5 + 9 : NONE);
            // Each clique is one cut: no pair is left for branching to part.
            assertThat(relaxation.cuts()).isBetween(3, 6);
            assertThat(work.spent()).isLessThan(3_000);
        }
    }

    /** Where no more cuts are made enemies are parted by trying: a column, a half, at a time. */
    @Test
    void partsEnemiesWithoutCuts() {
        for (long seed = 0; seed < 3; seed++) {
            Problem problem = SmallProblems.of(seed, 9, 1, 0, 1, 14, false);
            long best =
                    SmallProblems.valid(problem).stream()
                            .mapToLong(problem::exposure)
                            .min()
                            .orElse(NONE);
            Relaxation relaxation = whole(problem, Relaxation.Goal.EXPOSURE, seed);
            for (int cut = 0; cut < 400; cut++) {
                relaxation.addCut(new int[] {cut % problem.size}, 1);
            }
            Work work = work();
            work.giveUpAfter(1L << 29);

            Branching.Result result = Branching.minimise(relaxation, work, NONE, uses -> true);

            assertThat(result.bound()).as("case %d", seed).isEqualTo(best);
            assertThat(result.value()).as("case %d", seed).isEqualTo(best);
            assertThat(relaxation.cuts()).isEqualTo(400);
            int[] uses = result.uses();
            assertThat(uses == null).isEqualTo(best == NONE);
            if (uses != null) {
                assertThat(problem.isMetBy(relaxation.chosen(uses))).isTrue();
                work.spend(1L << 29);
                assertThat(work.hasGivenUp()).isFalse();
            }
        }
    }

    private static Work work() {
        return new Work(1L << 30, () -> false);
    }

    private static long value(Relaxation relaxation, int[] set) {
        int[] uses = new int[relaxation.column.length];
        for (int q : set) {
            uses[q] = 1;
        }
        return relaxation.value(uses);
    }

    private static Relaxation whole(Problem problem, Relaxation.Goal goal, long seed) {
        int[] all = IntStream.range(0, problem.size).toArray();
        int[] once = new int[problem.size];
        Arrays.fill(once, 1);
        return new Relaxation(
                problem,
                new Relaxation.Columns(all, once, new int[0], 0),
                Relaxation.Limits.demands(problem),
                goal,
                seed);
    }
}
