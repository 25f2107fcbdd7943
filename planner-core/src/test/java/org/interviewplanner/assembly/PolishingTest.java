package org.interviewplanner.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Random;
import java.util.Set;
import org.interviewplanner.bank.Difficulty;
import org.junit.jupiter.api.Test;

/** Polishing beside all subsets: never worse than its start, and mostly the best there is. */
class PolishingTest {

    @Test
    void reachesTheBestSetsOfSmallProblems() {
        int cases = 0;
        int best = 0;
        for (long seed = 0; seed < 24; seed++) {
            int sets = 1 + (int) (seed % 2);
            Problem problem =
                    SmallProblems.of(
                            seed, 11, sets, seed % 3 == 0 && sets > 1 ? 1 : 0, 1, 1, seed % 4 < 2);
            Objective goal = SmallProblems.best(problem);
            if (goal == null) {
                continue;
            }
            cases++;

            int[][] polished = polish(problem, goal, new Work(3_000_000, () -> false), seed);

            if (polished != null) {
                assertThat(SmallProblems.isValid(problem, polished)).as("case %d", seed).isTrue();
                Objective value = Outcome.value(problem, polished);
                assertThat(value).isGreaterThanOrEqualTo(goal);
                best += value.equals(goal) ? 1 : 0;
            }
        }
        assertThat(cases).isGreaterThan(14);
        assertThat(best).isGreaterThan(cases * 9 / 10);
    }

    @Test
    void keepsWhatIsAtItsBoundAndStopsWithTheWork() {
        Problem problem = SmallProblems.of(4, 12, 2, 0, 4, 0, false);
        int[][] start = SmallProblems.dealt(problem, new Random(1));
        Objective value = Outcome.value(problem, start);
        var work = new Work(1_000_000, () -> false);

        int[][] kept = new Polishing(problem, start, value, work, new Random(1)).run();

        assertThat(kept).isDeepEqualTo(start);
        assertThat(work.spent()).isZero();
        var little = new Work(5_000, () -> false);
        int[][] bettered = new Polishing(problem, start, Outcome.ZERO, little, new Random(1)).run();
        assertThat(Outcome.value(problem, bettered)).isLessThanOrEqualTo(value);
        assertThat(little.spent()).isBetween(5_000L, 5_200L);
    }

    @Test
    void givesNothingWhereDemandsCannotBeMet() {
        for (long seed = 0; seed < 30; seed++) {
            Problem problem = SmallProblems.of(seed, 9, 2, 0, 0, 6, false);
            if (!problem.impossible && SmallProblems.best(problem) == null) {
                assertThat(polish(problem, Outcome.ZERO, new Work(200_000, () -> false), seed))
                        .as("case %d", seed)
                        .isNull();
            }
        }
    }

    /** Beside bounds of pools, which several sets need not reach; a little worse than today. */
    @Test
    void cheapensMidSizedSetsAsFarAsItDid() {
        polishes(many(99, 1, 0, false), 0, 0, 67, 21_700_000);
        polishes(many(99, 1, 0, true), 0, 0, 134, 21_700_000);
        polishes(many(48, 6, 0, true), 4, 120, 2_519, 33_000_000);
        // The bounds are 718, 1488 and 1725.
        polishes(many(99, 6, 2, false), 0, 0, 845, 23_400_000);
        polishes(many(99, 6, 0, false), 0, 0, 1_600, 23_200_000);
        polishes(many(99, 6, 0, true), 0, 60, 1_820, 28_200_000);
    }

    private static void polishes(
            Problem problem, long balance, long deviation, long exposure, long most) {
        Work work = new Work(60_000_000, () -> false);
        work.giveUpAfter(50_000_000);

        int[][] polished = polish(problem, Outcome.ZERO, work, 0);

        assertThat(SmallProblems.isValid(problem, polished)).isTrue();
        Objective value = Outcome.value(problem, polished);
        assertThat(value.balance()).isEqualTo(balance);
        assertThat(value.deviation()).isLessThanOrEqualTo(deviation);
        assertThat(value.exposure()).isLessThanOrEqualTo(exposure);
        assertThat(work.spent()).isLessThan(most);
        work.spend(50_000_000 - work.spent());
        assertThat(work.hasGivenUp()).as("sets were found").isFalse();
    }

    /** Sets of eight out of four sections of three levels, two to three of each section. */
    private static Problem many(int size, int sets, int overlap, boolean isTargeted) {
        var random = new Random(0);
        var pool = new ArrayList<PoolQuestion>();
        for (int i = 0; i < size; i++) {
            int seconds = 60 * (1 + random.nextInt(8));
            pool.add(
                    SmallProblems.question(
                            i, "S" + i % 4, 1 + i / 4 % 3, seconds, Set.of(), random.nextInt(100)));
        }
        var demands = new ArrayList<Demand>();
        for (int s = 0; s < 4; s++) {
            demands.add(new Demand.Quota("S" + s, null, 2, 3));
        }
        var targets = new ArrayList<Target>();
        for (int level = 1; isTargeted && level <= 3; level++) {
            targets.add(new Target(null, Difficulty.ofLevel(level), level == 2 ? 4 : 2));
        }
        return Problem.of(
                new Pool(pool),
                new Blueprint(8, 2_160, demands, targets),
                AssemblyRequest.sets(sets, 1).withOverlap(overlap));
    }

    private static int[][] polish(Problem problem, Objective bound, Work work, long seed) {
        return new Polishing(
                        problem,
                        SmallProblems.dealt(problem, new Random(seed)),
                        bound,
                        work,
                        new Random(seed))
                .run();
    }
}
