package org.interviewplanner.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One set at a time, beside all subsets. */
class OneByOneTest {

    @Test
    void findsSetsThatMeetTheDemandsWhereThereAreSome() {
        int possible = 0;
        int found = 0;
        for (long seed = 0; seed < 40; seed++) {
            Problem problem = SmallProblems.of(seed, 10, 2, 0, (int) (seed % 2), 2, false);
            if (problem.impossible) {
                continue;
            }
            var some = new OneByOne(problem, work(1 << 26), seed).find();

            boolean isPossible = SmallProblems.best(problem) != null;
            possible += isPossible ? 1 : 0;
            if (some != null) {
                found++;
                assertThat(SmallProblems.isValid(problem, some)).as("case %d", seed).isTrue();
            }
            assertThat(some == null || isPossible).as("case %d", seed).isTrue();
        }
        assertThat(possible).isGreaterThan(12);
        assertThat(found).isGreaterThan(possible * 8 / 10);
    }

    @Test
    void findsNothingWithoutWork() {
        Problem problem = SmallProblems.of(1, 12, 2, 0, 4, 0, false);
        var none = work(1);

        assertThat(new OneByOne(problem, none, 1).find()).isNull();
        none.spend(1);
        assertThat(new OneByOne(problem, none, 1).find()).isNull();
    }

    /** In the end no set alone can be made cheaper within what all sets have reached. */
    @Test
    void cheapensUntilNoSetAloneCanBeCheaper() {
        int cheaper = 0;
        for (long seed = 0; seed < 14; seed++) {
            Problem problem = SmallProblems.of(seed, 13, 3, 0, 4, 0, seed % 2 == 0);
            int[][] start = SmallProblems.dealt(problem, new Random(seed));
            Objective value = Outcome.value(problem, start);

            int[][] cheap = new OneByOne(problem, work(1 << 26), seed).cheapened(start, value);

            Objective reached = Outcome.value(problem, cheap);
            assertThat(SmallProblems.isValid(problem, cheap)).isTrue();
            assertThat(reached.balance()).isLessThanOrEqualTo(value.balance());
            assertThat(reached.deviation()).isLessThanOrEqualTo(value.deviation());
            assertThat(reached.exposure()).isLessThanOrEqualTo(value.exposure());
            cheaper += reached.exposure() < value.exposure() ? 1 : 0;
            List<int[]> valid = SmallProblems.valid(problem);
            for (int s = 0; s < 3; s++) {
                int one = s;
                int[] others =
                        IntStream.range(0, 3)
                                .filter(o -> o != one)
                                .flatMap(o -> IntStream.of(cheap[o]))
                                .toArray();
                long least =
                        valid.stream()
                                .filter(set -> SmallProblems.shared(set, others) == 0)
                                .filter(set -> isWithin(problem, set, value))
                                .mapToLong(problem::exposure)
                                .min()
                                .orElseThrow();
                assertThat(problem.exposure(cheap[s])).as("case %d", seed).isEqualTo(least);
            }
            assertThat(Stream.of(start).flatMapToInt(IntStream::of)).doesNotHaveDuplicates();
        }
        assertThat(cheaper).isGreaterThan(9);
    }

    /** Cheaper sets that are less balanced, or that take other times, are no better. */
    @Test
    void givesUpNeitherBalanceNorTime() {
        int balanced = 0;
        long spent = 0;
        for (long seed = 0; seed < 400 && balanced < 8; seed++) {
            Problem problem = SmallProblems.of(seed, 13, 2, 0, 4, 0, true);
            int[][] start = SmallProblems.dealt(problem, new Random(seed));
            Objective value = Outcome.value(problem, start);
            if (value.balance() > 1) {
                continue;
            }
            balanced++;
            Work work = work(1 << 24);

            int[][] cheap = new OneByOne(problem, work, seed).cheapened(start, value);

            Objective reached = Outcome.value(problem, cheap);
            assertThat(reached.balance()).isLessThanOrEqualTo(value.balance());
            assertThat(reached.deviation()).isLessThanOrEqualTo(value.deviation());
            assertThat(reached.exposure()).isLessThanOrEqualTo(value.exposure());
            spent += work.spent();
        }
        assertThat(balanced).isEqualTo(8);
        // Sets are solved until that was in vain for all of them, not six times each.
        assertThat(spent).isLessThan(40_000);
    }

    private static Work work(long limit) {
        return new Work(limit, () -> false);
    }

    private static boolean isWithin(Problem problem, int[] set, Objective value) {
        Objective own = Outcome.value(problem, new int[][] {set});
        return own.balance() <= value.balance() && own.deviation() <= value.deviation();
    }
}
