package org.interviewplanner.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.interviewplanner.bank.Difficulty;
import org.junit.jupiter.api.Test;

/** Large banks whose cheapest questions will not do: others are added by price, core by core. */
class PricingTest {

    private static final long MUCH = 1L << 24;

    @Test
    void addsTheQuestionsThatTheCheapestLack() {
        long spent = 0;
        for (Case it :
                List.of(
                        new Case(3, 17, 10, 30),
                        new Case(3, 40, 10, 30),
                        new Case(4, 44, 10, 300),
                        new Case(4, 44, 3, 3_000),
                        new Case(5, 60, 0, 3_000),
                        new Case(5, 60, 0, 3))) {
            Work work = new Work(MUCH, () -> false);

            PoolSearch.Found found = it.search(work, uses -> true);

            PoolSearchTest.isBest(it.problem(), found, it.least(), it.toString());
            spent += work.spent();
        }
        // Hardly more than today.
        assertThat(spent).isLessThan(5_500_000);
    }

    /** What the judge refuses still bounds what is found after it. */
    @Test
    void goesOnBehindWhatTheJudgeRefuses() {
        for (Case it :
                List.of(
                        new Case(4, 44, 10, 300),
                        new Case(4, 44, 3, 3_000),
                        new Case(5, 60, 0, 3_000))) {
            long least = it.least();
            Problem problem = it.problem();

            PoolSearch.Found found =
                    it.search(new Work(MUCH, () -> false), uses -> problem.exposure(uses) > least);

            assertThat(found.bound()).as("%s", it).isEqualTo(least);
            assertThat(found.value()).isBetween(least + 1, least + 5);
            assertThat(problem.exposure(found.chosen())).isEqualTo(found.value());
            assertThat(problem.isMetBy(found.chosen())).isTrue();
        }
    }

    @Test
    void knowsNothingWithoutWork() {
        PoolSearch.Found found =
                new Case(4, 44, 10, 300).search(new Work(10, () -> false), uses -> true);

        assertThat(found.chosen()).isNull();
        assertThat(found.isInfeasible()).isFalse();
    }

    /**
     * Sets by an exact time of so many steps of seven seconds, or one more. Of 3,100 questions the
     * cheapest are very short, or very long, tagged and dear; the others rise in cost with their
     * time.
     */
    private record Case(int slots, int steps, int slope, int noise) {

        private List<PoolQuestion> bank() {
            var random = new Random(0);
            var bank = new ArrayList<PoolQuestion>();
            for (int i = 0; i < 3_100; i++) {
                boolean isLong = i < 4;
                int step = isLong ? 49 : i < 8 ? 0 : random.nextInt(25);
                int exposure =
                        isLong ? 1_000 + i : i < 8 ? 0 : 20 + slope * step + random.nextInt(noise);
                bank.add(
                        new PoolQuestion(
                                "q%05d".formatted(i),
                                "S",
                                Difficulty.BASIC,
                                60 + 7 * step,
                                isLong ? Set.of("t") : Set.of(),
                                exposure,
                                true));
            }
            return bank;
        }

        Problem problem() {
            int time = 60 * slots + 7 * steps;
            var demands =
                    List.<Demand>of(
                            new Demand.Time(time, time + 7), new Demand.TagQuota("t", 0, 2));
            return Problem.of(
                    new Pool(bank()),
                    new Blueprint(slots, time, demands, List.of()),
                    AssemblyRequest.one(0));
        }

        PoolSearch.Found search(Work work, Branching.Judge judge) {
            return PoolSearchTest.search(problem(), work, 1, judge);
        }

        /** Beside a table of all sums. */
        long least() {
            long least = Long.MAX_VALUE;
            for (int tags = 0; tags <= 2; tags++) {
                least = Math.min(least, PoolSearchTest.ofTable(bank(), slots, tags, steps));
            }
            return least;
        }
    }
}
