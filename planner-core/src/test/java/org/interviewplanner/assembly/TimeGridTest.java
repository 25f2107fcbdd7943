package org.interviewplanner.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The grid of times beside all times. */
class TimeGridTest {

    private static final long FAR = 1_000_000;

    @Test
    void tellsWhatALookAtAllTimesTells() {
        int some = 0;
        int none = 0;
        for (long seed = 0; seed < 120; seed++) {
            var random = new Random(seed);
            long step = random.nextInt(8);
            long base = random.nextInt(40);
            long min = random.nextInt(30);
            long max = min + random.nextInt(seed % 2 == 0 ? 40 : 6);
            long target = random.nextInt(80);
            var grid = new TimeGrid(target, min, max, step, base);
            String name = "case %d".formatted(seed);
            long[] times =
                    LongStream.rangeClosed(0, 200)
                            .filter(it -> step == 0 ? it == base : (it - base) % step == 0)
                            .toArray();
            long[] allowed = LongStream.of(times).filter(it -> it >= min && it <= max).toArray();

            for (long from = 0; from < 60; from += 7) {
                long least = from;
                assertThat(grid.deviation(from))
                        .as(name)
                        .isEqualTo(
                                LongStream.of(allowed)
                                        .map(it -> Math.abs(it - target))
                                        .filter(it -> it >= least)
                                        .min()
                                        .orElse(-1));
                long[] near =
                        LongStream.of(allowed)
                                .filter(it -> Math.abs(it - target) <= least)
                                .toArray();
                if (near.length > 0) {
                    assertThat(grid.low(from)).as(name).isEqualTo(near[0]);
                    assertThat(grid.high(from)).as(name).isEqualTo(near[near.length - 1]);
                } else {
                    assertThat(grid.low(from) > grid.high(from) || grid.low(from) > max)
                            .as(name)
                            .isTrue();
                }
            }
            some += allowed.length > 0 ? 1 : 0;
            none += allowed.length > 0 ? 0 : 1;
            for (long sum = 0; sum < 400; sum += 31) {
                isLeastOfSums(grid, 1 + seed % 4, sum, sum + seed % 3 * 10, allowed, target, name);
            }
        }
        assertThat(some).isGreaterThan(60);
        assertThat(none).isGreaterThan(12);
    }

    private static void isLeastOfSums(
            TimeGrid grid,
            long sets,
            long least,
            long greatest,
            long[] allowed,
            long target,
            String name) {
        long expected = -1;
        for (long d = 0; d <= 200 && expected < 0; d++) {
            long within = d;
            long[] near =
                    LongStream.of(allowed).filter(it -> Math.abs(it - target) <= within).toArray();
            if (near.length > 0
                    && sets * near[near.length - 1] >= least
                    && sets * near[0] <= greatest) {
                expected = d;
            }
        }
        long found = grid.deviation(sets, least, greatest);
        assertThat(found).as("%s: %d to %d", name, least, greatest).isEqualTo(expected);
    }

    /** Sums far from the target are reached in few steps of a fine grid. */
    @Test
    void findsFarSumsSoon() {
        var fine = new TimeGrid(0, 0, 1L << 40, 1, 0);

        assertThat(fine.deviation(3, 3L << 38, 3L << 38)).isEqualTo(1L << 38);
        assertThat(fine.deviation(2, 5, 5)).isEqualTo(3);
        assertThat(new TimeGrid(1L << 40, 0, 1L << 40, 1, 0).deviation(3, 0, 9))
                .isEqualTo((1L << 40) - 3);
    }

    /** Of a free number of questions the times divide, of a given one their differences. */
    @Test
    void aFreeNumberOfQuestionsHasAnotherGrid() {
        var pool =
                List.of(
                        SmallProblems.question(0, "S", 1, 100, Set.of(), 0),
                        SmallProblems.question(1, "S", 1, 130, Set.of(), 0),
                        SmallProblems.question(2, "S", 1, 160, Set.of(), 0));
        var blueprint = new Blueprint(2, 215, List.of(), List.of());
        var one = AssemblyRequest.one(1);
        var sized = new TimeGrid(Problem.of(new Pool(pool), blueprint, one));
        var free = new TimeGrid(Problem.of(new Pool(pool), blueprint, one, Set.of(Names.SLOTS)));

        assertThat(sized.atLeast(201)).isEqualTo(230);
        assertThat(sized.atMost(229)).isEqualTo(200);
        assertThat(sized.deviation(0)).isEqualTo(15);
        assertThat(free.atLeast(201)).isEqualTo(210);
        assertThat(free.atMost(229)).isEqualTo(220);
        assertThat(free.deviation(0)).isEqualTo(5);
        assertThat(free.high(FAR)).isGreaterThan(FAR);
    }
}
