package org.interviewplanner.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.interviewplanner.bank.Difficulty;
import org.junit.jupiter.api.Test;

/** Which times whole questions reach, compared with all subsets. */
class ReachTest {

    private static final int CASES = Integer.getInteger("assembly.cases", 2_000) * 3 / 2;
    private static final long MOST = 10_000_000;

    @Test
    void barsWhatNoSubsetHoldsAndNothingElse() {
        int barredCases = 0;
        int setCases = 0;
        for (long seed = 0; seed < CASES; seed++) {
            Problem problem = problem(seed);
            List<int[]> valid = SmallProblems.valid(problem);
            boolean[] held = new boolean[problem.size];
            valid.forEach(set -> IntStream.of(set).forEach(q -> held[q] = true));

            boolean[] barred = Reach.barred(problem, new Work(MOST, () -> false), MOST);
            int[] set = Reach.set(problem, new Work(MOST, () -> false), MOST, seed);

            boolean[] hasty = Reach.barred(problem, new Work(MOST, () -> false), 1);
            boolean isExact =
                    !problem.hasEnemies
                            && !problem.impossible
                            && Stream.of(problem.rowName).allMatch(it -> it.startsWith("section"));
            for (int q = 0; q < problem.size; q++) {
                boolean isBarred = barred != null && barred[q];
                if (hasty != null && hasty[q]) {
                    assertThat(isBarred).as("case %d question %d", seed, q).isTrue();
                }
                if (held[q] || isExact) {
                    assertThat(isBarred).as("case %d question %d", seed, q).isEqualTo(!held[q]);
                }
            }
            if (set != null) {
                assertThat(valid).as("case %d", seed).anyMatch(it -> isSame(it, set));
            } else if (isExact) {
                assertThat(valid).as("case %d", seed).isEmpty();
            }
            barredCases += barred == null ? 0 : 1;
            setCases += set == null ? 0 : 1;
        }
        assertThat(barredCases).isGreaterThan(CASES / 10);
        assertThat(setCases).isGreaterThan(CASES / 10);
    }

    @Test
    void saysNothingWhereTimeDoesNotMatter() {
        var pool = new Pool(List.of(question(0, "S0", 60), question(1, "S1", 90)));
        for (List<Demand> demands :
                List.of(List.<Demand>of(), List.<Demand>of(new Demand.Quota("S0", null, 1, 1)))) {
            Problem problem =
                    Problem.of(
                            pool, new Blueprint(1, 60, demands, List.of()), AssemblyRequest.one(1));

            assertThat(Reach.barred(problem, new Work(MOST, () -> false), MOST)).isNull();
            assertThat(Reach.set(problem, new Work(MOST, () -> false), MOST, 1)).isNull();
        }
    }

    /** At most two rows, that overlap nothing, in half of the cases; times beyond 64 steps too. */
    private static Problem problem(long seed) {
        var random = new Random(seed * 31 + 5);
        int size = 2 + random.nextInt(8);
        int step = 1 + random.nextInt(40);
        var pool = new ArrayList<PoolQuestion>();
        for (int i = 0; i < size; i++) {
            int seconds = 100 + step * random.nextInt(random.nextBoolean() ? 4 : 60);
            pool.add(question(i, "S" + random.nextInt(3), seconds));
        }
        int slots = 1 + random.nextInt(Math.min(5, size));
        var demands = new ArrayList<Demand>();
        int low = slots * (100 + step * random.nextInt(30));
        demands.add(new Demand.Time(low, low + random.nextInt(2) * random.nextInt(300)));
        for (int s = 0; s < random.nextInt(3); s++) {
            int min = random.nextInt(slots);
            demands.add(new Demand.Quota("S" + s, null, min, min + random.nextInt(slots)));
        }
        if (random.nextInt(3) == 0) {
            demands.add(new Demand.Quota(null, Difficulty.BASIC, 0, 1));
            demands.add(new Demand.Enemies("q0", "q1"));
        }
        return Problem.of(
                new Pool(pool),
                new Blueprint(slots, low, demands, List.of()),
                AssemblyRequest.one(seed),
                random.nextInt(3) == 0 ? Set.of(Names.SLOTS) : Set.of());
    }

    private static PoolQuestion question(int i, String section, int seconds) {
        return new PoolQuestion(
                "q" + i, section, Difficulty.ofLevel(1 + i % 2), seconds, Set.of(), 0, true);
    }

    private static boolean isSame(int[] one, int[] other) {
        return Set.of(IntStream.of(one).boxed().toArray())
                .equals(Set.of(IntStream.of(other).boxed().toArray()));
    }
}
