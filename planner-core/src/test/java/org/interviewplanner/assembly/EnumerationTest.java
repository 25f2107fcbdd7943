package org.interviewplanner.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The listing of all sets, beside a listing that shares nothing with it. */
class EnumerationTest {

    @Test
    void listsTheBestSetsInAnyOrder() {
        int found = 0;
        int none = 0;
        for (long seed = 500; seed < 700; seed++) {
            SmallCase it = SmallCase.of(seed);
            Problem problem = Problem.of(new Pool(it.pool()), it.blueprint(), it.request());
            Objective best = SmallProblems.best(problem);

            Outcome listed =
                    Enumeration.solve(
                            problem,
                            new Work(1L << 40, () -> false),
                            Search.shuffled(problem.size, seed));

            assertThat(listed.infeasible()).as("case %d", seed).isEqualTo(best == null);
            int[][] sets = listed.sets();
            if (sets == null) {
                none++;
            } else {
                found++;
                assertThat(listed.bound()).as("case %d", seed).isEqualTo(best);
                assertThat(Outcome.value(problem, sets)).as("case %d", seed).isEqualTo(best);
                assertThat(SmallProblems.isValid(problem, sets)).as("case %d", seed).isTrue();
            }
        }
        assertThat(found).isGreaterThan(40);
        assertThat(none).isGreaterThan(40);
    }

    @Test
    void listsSetsOfAFreeSizeToo() {
        Problem sized = SmallProblems.of(2, 7, 1, 0, 1, 1, true);
        var blueprint =
                new Blueprint(
                        4,
                        840,
                        java.util.List.of(new Demand.Quota("S0", null, 1, 2)),
                        java.util.List.of());
        Problem free =
                Problem.of(
                        sized.pool,
                        blueprint,
                        AssemblyRequest.sets(2, 1),
                        java.util.Set.of(Names.SLOTS));

        Outcome listed =
                Enumeration.solve(
                        free,
                        new Work(1L << 40, () -> false),
                        IntStream.range(0, free.size).toArray());

        assertThat(listed.bound()).isEqualTo(SmallProblems.best(free));
        assertThat(SmallProblems.isValid(free, listed.sets())).isTrue();
    }

    @Test
    void knowsNothingWhenTheWorkOrTheListIsTooLong() {
        Problem problem = SmallProblems.of(2, 10, 2, 0, 4, 0, false);
        int[] order = IntStream.range(0, 10).toArray();
        long needed = work(problem, order, 1L << 40);
        for (long limit = 1; limit < needed; limit = 3 * limit / 2 + 1) {
            Outcome cut = Enumeration.solve(problem, new Work(limit, () -> false), order);

            assertThat(cut.infeasible()).isFalse();
            assertThat(cut.sets()).isNull();
            assertThat(cut.bound()).isEqualTo(Outcome.ZERO);
        }
        // Of 20 questions there are 4,845 sets of four, of 30 more than are listed.
        Problem many = SmallProblems.of(2, 30, 1, 0, 4, 0, false);
        assertThat(
                        Enumeration.solve(
                                        many,
                                        new Work(1L << 40, () -> false),
                                        IntStream.range(0, 30).toArray())
                                .sets())
                .isNull();
        Problem few = SmallProblems.of(2, 20, 1, 0, 4, 0, false);
        assertThat(
                        Enumeration.solve(
                                        few,
                                        new Work(1L << 40, () -> false),
                                        IntStream.range(0, 20).toArray())
                                .sets())
                .isNotNull();
    }

    private static long work(Problem problem, int[] order, long limit) {
        var work = new Work(limit, () -> false);
        Enumeration.solve(problem, work, order);
        return work.spent();
    }
}
