package org.interviewplanner.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.interviewplanner.bank.Difficulty;
import org.junit.jupiter.api.Test;

/** What sets that share questions cost at least. */
class SharingTest {

    @Test
    void countsThatTheCheapestQuestionCannotBeEverywhere() {
        // Three sets of two, each pair may share one: 0 three times and 10, 20, 30 once.
        assertThat(least(3, 2, 1, 0, 10, 20, 30)).isBetween(51L, 60L);
        assertThat(least(3, 2, 0, 0, 10, 20, 30, 40, 50)).isEqualTo(150);
        assertThat(least(3, 1, 1, 7, 9)).isEqualTo(21);
    }

    @Test
    void saysNothingWhereQuestionsAreTooFewOrNumbersTooLarge() {
        assertThat(least(3, 2, 1, 5)).isZero();
        int dear = PoolQuestion.MAX_EXPOSURE;
        assertThat(least(90_000, 2, 1, dear, dear)).isZero();
    }

    @Test
    void isNeverAboveWhatSomeSetsCost() {
        for (long seed = 0; seed < 120; seed++) {
            var random = new Random(seed);
            int size = 4 + random.nextInt(6);
            int[] costs = random.ints(size, 0, 1 + random.nextInt(100)).toArray();
            int sets = 2 + random.nextInt(3);
            int slots = 1 + random.nextInt(3);
            int overlap = 1 + random.nextInt(2);
            List<PoolQuestion> pool = pool(costs);
            AssemblyRequest request = AssemblyRequest.sets(sets, seed).withOverlap(overlap);
            var blueprint = new Blueprint(slots, 60 * slots, List.of(), List.of());

            long[] best = BruteForce.best(pool, blueprint, request);

            if (best != null) {
                assertThat(least(sets, slots, overlap, costs))
                        .as("case %d", seed)
                        .isLessThanOrEqualTo(best[2])
                        .isGreaterThanOrEqualTo(best[2] / 2);
            }
        }
    }

    private static long least(int sets, int slots, int overlap, int... costs) {
        Problem problem =
                Problem.of(
                        new Pool(pool(costs)),
                        new Blueprint(slots, 60 * slots, List.of(), List.of()),
                        AssemblyRequest.sets(sets, 1).withOverlap(overlap));
        return Sharing.leastExposure(problem, new Work(1_000_000, () -> false));
    }

    private static List<PoolQuestion> pool(int... costs) {
        var pool = new ArrayList<PoolQuestion>();
        for (int cost : costs) {
            pool.add(
                    new PoolQuestion(
                            "q" + pool.size(), "S", Difficulty.BASIC, 60, Set.of(), cost, true));
        }
        return pool;
    }
}
