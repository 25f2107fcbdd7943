package org.interviewplanner.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Sets get exactly their times by exchanges that break nothing. */
class LevellerTest {

    private static final int SETS = 3;

    /** Any two sets can be levelled by hand if one exchange, or two, do it. */
    @Test
    void levelsWhatOneOrTwoExchangesLevel() {
        int near = 0;
        for (long seed = 0; seed < 150; seed++) {
            var random = new Random(seed);
            Problem problem = SmallProblems.of(seed, 8, 2, 0, 2, (int) (seed % 2), false);
            var arrangement = new Arrangement(problem, SmallProblems.dealt(problem, random), -1);
            if (arrangement.totalViolation() > 0) {
                continue;
            }
            long[] goal = arrangement.time.clone();
            long shift = 60L * (1 + random.nextInt(5));
            goal[0] -= shift;
            goal[1] += shift;
            int[] all = sorted(arrangement.member);
            boolean isNear = isNear(arrangement, shift, 2);

            boolean isLevel =
                    new Leveller(arrangement, goal, new Work(1 << 24, () -> false), random).run();

            assertThat(isLevel).isEqualTo(Arrays.equals(arrangement.time, goal));
            if (isNear) {
                near++;
                assertThat(isLevel).as("case %d", seed).isTrue();
            }
            assertThat(arrangement.totalViolation()).isZero();
            assertThat(sorted(arrangement.member)).isEqualTo(all);
            // What did not go all the way has led no set farther away.
            assertThat(Math.abs(arrangement.time[0] - goal[0])).isLessThanOrEqualTo(shift);
        }
        assertThat(near).isGreaterThan(50);
    }

    private static boolean isNear(Arrangement it, long amount, int exchanges) {
        for (int q : it.member[0].clone()) {
            for (int r : it.member[1].clone()) {
                long delta = (long) it.problem.seconds[q] - it.problem.seconds[r];
                if (it.change(0, q, 1, r) <= 0) {
                    if (delta == amount) {
                        return true;
                    }
                    if (exchanges > 1) {
                        it.exchange(0, q, 1, r);
                        boolean isNear = isNear(it, amount - delta, 1);
                        it.exchange(0, r, 1, q);
                        if (isNear) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }

    /** Times on no grid: most sets need a part of the way, or a detour, before they are exact. */
    @Test
    void levelsSetsThatNoTwoExchangesLevel() {
        int level = 0;
        long spent = 0;
        for (long seed = 0; seed < 40; seed++) {
            var random = new Random(seed);
            var pool = new ArrayList<PoolQuestion>();
            for (int i = 0; i < 20; i++) {
                pool.add(SmallProblems.question(i, "S", 1, 100 + random.nextInt(250), Set.of(), 0));
            }
            Problem problem =
                    Problem.of(
                            new Pool(pool),
                            new Blueprint(5, 1_000, List.of(), List.of()),
                            AssemblyRequest.sets(4, 1));
            var arrangement = new Arrangement(problem, SmallProblems.dealt(problem, random), -1);
            long sum = Arrays.stream(arrangement.time).sum();
            long[] goal = {sum / 4, sum / 4, sum / 4, sum - sum / 4 * 3};
            long before = far(arrangement, goal);
            var work = new Work(1 << 24, () -> false);

            if (new Leveller(arrangement, goal, work, random).run()) {
                level++;
                assertThat(arrangement.time).isEqualTo(goal);
            }
            spent += work.spent();
            assertThat(far(arrangement, goal)).as("case %d", seed).isLessThanOrEqualTo(before);
            assertThat(Arrays.stream(arrangement.time).sum()).isEqualTo(sum);
        }
        assertThat(level).isGreaterThan(15);
        // A quarter more than today: partners that do not fit cost the most.
        assertThat(spent).isLessThan(70_000);
    }

    private static long far(Arrangement arrangement, long[] goal) {
        long sum = 0;
        for (int s = 0; s < goal.length; s++) {
            sum += Math.abs(arrangement.time[s] - goal[s]);
        }
        return sum;
    }

    @Test
    void levelsManySetsOfAMixedPool() {
        int level = 0;
        for (long seed = 0; seed < 40; seed++) {
            var random = new Random(seed);
            Problem problem = SmallProblems.of(seed, 4 * SETS, SETS, 0, 4, 0, false);
            var arrangement = new Arrangement(problem, SmallProblems.dealt(problem, random), -1);
            long sum = Arrays.stream(arrangement.time).sum();
            long[] goal = new long[SETS];
            long rest = sum;
            for (int s = 0; s < SETS; s++) {
                goal[s] = rest / (SETS - s) / 60 * 60;
                rest -= goal[s];
            }
            goal[SETS - 1] += rest;
            var work = new Work(1 << 24, () -> false);

            if (new Leveller(arrangement, goal, work, random).run()) {
                level++;
                assertThat(arrangement.time).isEqualTo(goal);
            }
            assertThat(Arrays.stream(arrangement.time).sum()).isEqualTo(sum);
        }
        assertThat(level).isGreaterThan(32);
    }

    @Test
    void stopsWhereNoExchangeHelpsAndWhenTheWorkIsOut() {
        Problem problem = SmallProblems.of(2, 8, 2, 0, 4, 0, false);
        var arrangement = new Arrangement(problem, SmallProblems.dealt(problem, new Random(1)), -1);
        long[] asIs = arrangement.time.clone();
        long[] far = {asIs[0] + 60, asIs[1] - 60};
        long[] odd = {asIs[0] + 1, asIs[1] - 1};
        var none = new Work(1, () -> false);
        var much = new Work(1 << 24, () -> false);

        assertThat(new Leveller(arrangement, asIs, none, new Random(1)).run()).isTrue();
        assertThat(none.spent()).isZero();
        assertThat(new Leveller(arrangement, far, none, new Random(1)).run()).isFalse();
        assertThat(none.spent()).isEqualTo(2);
        assertThat(arrangement.time).isEqualTo(asIs);
        assertThat(new Leveller(arrangement, odd, much, new Random(1)).run()).isFalse();
        assertThat(much.isOut()).isFalse();
    }

    private static int[] sorted(int[][] sets) {
        return Stream.of(sets).flatMapToInt(IntStream::of).sorted().toArray();
    }
}
