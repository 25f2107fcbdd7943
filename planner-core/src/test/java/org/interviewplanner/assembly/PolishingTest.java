package org.interviewplanner.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
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
