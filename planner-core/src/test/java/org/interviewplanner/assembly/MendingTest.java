package org.interviewplanner.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.interviewplanner.bank.Difficulty;
import org.junit.jupiter.api.Test;

/** Exchanges mend what is broken, and break nothing else. */
class MendingTest {

    @Test
    void mendsWhatOneExchangeMendsAndMostOfWhatManyDo() {
        int near = 0;
        int broken = 0;
        int mended = 0;
        for (long seed = 0; seed < 150; seed++) {
            var random = new Random(seed);
            int overlap = seed % 4 == 0 ? 2 : 0;
            Problem problem =
                    SmallProblems.of(
                            seed,
                            overlap > 0 ? 10 : 12 + random.nextInt(3),
                            3,
                            overlap,
                            1,
                            random.nextInt(3),
                            seed % 2 == 0);
            long limit = problem.hasTargets ? 4 : -1;
            int[][] sets = SmallProblems.dealt(problem, random);
            int[] held = sorted(sets);
            boolean isDrawn = seed % 3 == 0;
            int[] bench =
                    IntStream.range(0, problem.size)
                            .filter(q -> isDrawn && Arrays.binarySearch(held, q) < 0)
                            .toArray();
            var arrangement = new Arrangement(problem, sets, limit);
            boolean isNear = isOneExchangeAway(arrangement, bench);
            boolean isBroken = arrangement.totalViolation() > 0;

            boolean isMended =
                    new Mending(
                                    arrangement,
                                    new Work(10_000_000, () -> false),
                                    new Random(seed),
                                    bench)
                            .run();

            assertThat(isMended).isEqualTo(arrangement.totalViolation() == 0);
            if (isNear) {
                near++;
                assertThat(isMended).as("case %d", seed).isTrue();
            }
            broken += isBroken ? 1 : 0;
            mended += isBroken && isMended ? 1 : 0;
            if (bench.length == 0) {
                assertThat(sorted(arrangement.member)).isEqualTo(held);
            }
            for (int[] set : arrangement.member) {
                assertThat(set).doesNotHaveDuplicates();
            }
            if (overlap == 0) {
                assertThat(sorted(arrangement.member)).doesNotHaveDuplicates();
            }
        }
        assertThat(near).isGreaterThan(20);
        assertThat(mended).isGreaterThan(broken / 2);
    }

    @Test
    void leavesAloneWhatIsWholeAndStopsWithTheWork() {
        Problem problem = SmallProblems.of(3, 12, 3, 0, 0, 0, false);
        var broken = new Arrangement(problem, SmallProblems.dealt(problem, new Random(1)), -1);
        Problem free = SmallProblems.of(3, 12, 3, 0, 4, 0, false);
        var whole = new Arrangement(free, SmallProblems.dealt(free, new Random(1)), -1);
        int[][] before = whole.copy();
        var none = new Work(1, () -> false);

        assertThat(broken.totalViolation()).isPositive();
        assertThat(new Mending(broken, none, new Random(1)).run()).isFalse();
        assertThat(none.spent()).isEqualTo(3);
        assertThat(new Mending(whole, new Work(1, () -> false), new Random(1)).run()).isTrue();
        assertThat(whole.copy()).isDeepEqualTo(before);
    }

    /** Of sixty sets one has what another lacks: it is asked first. */
    @Test
    void asksTheSetsThatCanHelpFirst() {
        var pool = new ArrayList<PoolQuestion>();
        for (int i = 0; i < 120; i++) {
            pool.add(
                    new PoolQuestion(
                            "q%03d".formatted(i),
                            i < 60 ? "A" : "B",
                            Difficulty.BASIC,
                            60,
                            Set.of(),
                            0,
                            true));
        }
        for (int max = 1; max <= 2; max++) {
            var quota = new Demand.Quota("A", null, 2 - max, 2 - max + 1);
            Problem problem =
                    Problem.of(
                            new Pool(pool),
                            new Blueprint(2, 120, List.of(quota), List.of()),
                            AssemblyRequest.sets(60, 1));
            long spent = 0;
            for (int seed = 0; seed < 20; seed++) {
                // One A and one B in each set, but for two sets.
                int rich = seed % 60;
                int poor = (seed * 7 + 31) % 60;
                int[][] sets = new int[60][];
                Arrays.setAll(sets, s -> new int[] {s, 60 + s});
                sets[rich] = new int[] {rich, poor};
                sets[poor] = new int[] {60 + rich, 60 + poor};
                var arrangement = new Arrangement(problem, sets, -1);
                var work = new Work(1 << 24, () -> false);

                assertThat(arrangement.totalViolation()).isEqualTo(1);
                assertThat(new Mending(arrangement, work, new Random(seed)).run()).isTrue();
                spent += work.spent();
            }
            // Sixty to see what is broken and sixteen for one partner.
            assertThat(spent).isEqualTo(20 * (60 + 16));
        }
    }

    @Test
    void givesUpAfterManyStepsThatDoNotHelp() {
        var pool = new ArrayList<PoolQuestion>();
        for (int i = 0; i < 12; i++) {
            pool.add(SmallProblems.question(i, i < 2 ? "A" : "B", 1, 60, Set.of(), 0));
        }
        Problem problem =
                Problem.of(
                        new Pool(pool),
                        new Blueprint(
                                4, 240, List.of(new Demand.Quota("A", null, 1, 4)), List.of()),
                        AssemblyRequest.sets(3, 1));
        int[][] sets = {{0, 2, 3, 4}, {1, 5, 6, 7}, {8, 9, 10, 11}};
        var arrangement = new Arrangement(problem, sets, -1);
        var work = new Work(1 << 24, () -> false);

        assertThat(new Mending(arrangement, work, new Random(1)).run()).isFalse();
        assertThat(arrangement.totalViolation()).isEqualTo(1);
        // About 66 steps, each of which looks at two partners.
        assertThat(work.spent()).isBetween(64L * (3 + 2 * 4 * 16), 70L * (3 + 2 * 4 * 16));
    }

    private static boolean isOneExchangeAway(Arrangement it, int[] bench) {
        int left = it.totalViolation();
        for (int a = 0; a < it.sets && left > 0; a++) {
            for (int b = bench.length > 0 ? -1 : 0; b < it.sets; b++) {
                for (int q : it.member[a]) {
                    for (int r : b < 0 ? bench : it.member[b]) {
                        if (a != b && q != r && it.change(a, q, b, r) == -left) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }

    private static int[] sorted(int[][] sets) {
        return Stream.of(sets).flatMapToInt(IntStream::of).sorted().toArray();
    }
}
