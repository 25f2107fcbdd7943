package org.interviewplanner.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a split returns is valid, uses the pool up, and is as fair as questions can be dealt. */
class SplitterTest {

    private static final long ANY = Long.MAX_VALUE / 8;

    @Test
    void splitsUseThePoolUpAndMeetWhatIsAskedFor() {
        int split = 0;
        for (long seed = 0; seed < 60; seed++) {
            int overlap = seed % 4 == 0 ? 2 : 0;
            Problem problem =
                    SmallProblems.of(
                            seed,
                            overlap > 0 ? 9 : 12,
                            3,
                            overlap,
                            2,
                            (int) (seed % 3),
                            seed % 2 == 0);
            int[] pool =
                    Stream.of(SmallProblems.dealt(problem, new Random(seed)))
                            .flatMapToInt(IntStream::of)
                            .toArray();
            long mean = problem.seconds(pool) / 3;
            long limit = problem.hasTargets ? 4 : -1;

            var arrangement = split(problem, limit, mean - 90, mean + 90, pool, 12);

            if (arrangement != null) {
                split++;
                assertThat(SmallProblems.isValid(problem, arrangement.member))
                        .as("case %d", seed)
                        .isTrue();
                for (int[] set : arrangement.member) {
                    assertThat(problem.seconds(set)).isBetween(mean - 90, mean + 90);
                    assertThat(limit < 0 || problem.balance(problem.counts(set)) <= limit).isTrue();
                }
                Arrays.sort(pool);
                assertThat(
                                Stream.of(arrangement.member)
                                        .flatMapToInt(IntStream::of)
                                        .sorted()
                                        .toArray())
                        .isEqualTo(pool);
            }
        }
        assertThat(split).isGreaterThan(35);
    }

    /** Without demands a split is what was dealt: fair by section and level, even in time. */
    @Test
    void dealsFairlyBySectionAndLevelAndEvenlyInTime() {
        long spreads = 0;
        for (long seed = 0; seed < 20; seed++) {
            Problem problem =
                    Problem.of(
                            new Pool(Banks.bank(60, 60, seed)),
                            new Blueprint(6, 1_800, List.of(), List.of()),
                            AssemblyRequest.sets(10, seed));
            int[] pool = IntStream.range(0, 60).toArray();

            Arrangement split = split(problem, -1, -ANY, ANY, pool, 1);

            assertThat(split).isNotNull();
            for (int[] set : split.member) {
                for (int section = 0; section < problem.pool.sections().size(); section++) {
                    isFair(problem, set, pool, section, -1);
                    for (int level = 1; level <= 5; level++) {
                        isFair(problem, set, pool, section, level);
                        isFair(problem, set, pool, -1, level);
                    }
                }
            }
            long[] times = split.time;
            long spread =
                    Arrays.stream(times).max().getAsLong() - Arrays.stream(times).min().getAsLong();
            spreads += spread;
        }
        // Questions take 120 to 600 seconds: sets of six at random would differ by far more.
        assertThat(spreads / 20).isLessThan(500);
    }

    private static void isFair(Problem problem, int[] set, int[] pool, int section, int level) {
        long all = count(problem, pool, section, level);
        assertThat(count(problem, set, section, level)).isBetween(all / 10, (all + 9) / 10);
    }

    private static long count(Problem problem, int[] set, int section, int level) {
        return IntStream.of(set)
                .map(q -> problem.origin[q])
                .filter(q -> section < 0 || problem.pool.section[q] == section)
                .filter(q -> level < 0 || problem.pool.level[q] == level)
                .count();
    }

    @Test
    void alikeCellsAreDealtSoThatTheLongestGoToTheShortestSet() {
        // Two cells of two questions, each a long and a short one: the only even deal crosses.
        List<PoolQuestion> pool =
                List.of(
                        SmallProblems.question(0, "A", 1, 600, Set.of(), 0),
                        SmallProblems.question(1, "A", 1, 60, Set.of(), 0),
                        SmallProblems.question(2, "B", 1, 600, Set.of(), 0),
                        SmallProblems.question(3, "B", 1, 60, Set.of(), 0));
        Problem problem =
                Problem.of(
                        new Pool(pool),
                        new Blueprint(2, 660, List.of(), List.of()),
                        AssemblyRequest.sets(2, 1));

        Arrangement split = split(problem, -1, -ANY, ANY, new int[] {0, 1, 2, 3}, 1);

        assertThat(split).isNotNull();
        assertThat(split.time).containsExactly(660, 660);
    }

    @Test
    void levelsTimesThatTheDealMissed() {
        // One cell: 100 + 90 against 60 + 50 must end as 150 and 150.
        int[] times = {100, 90, 60, 50};
        var pool =
                IntStream.range(0, 4)
                        .mapToObj(i -> SmallProblems.question(i, "A" + i, 1, times[i], Set.of(), 0))
                        .toList();
        Problem problem =
                Problem.of(
                        new Pool(pool),
                        new Blueprint(2, 150, List.of(), List.of()),
                        AssemblyRequest.sets(2, 1));

        for (long seed = 0; seed < 10; seed++) {
            Arrangement split =
                    new Splitter(
                                    problem,
                                    -1,
                                    150,
                                    150,
                                    new TimeGrid(problem),
                                    new Work(1 << 24, () -> false),
                                    new Random(seed))
                            .split(new int[] {0, 1, 2, 3}, 1);

            assertThat(split).isNotNull();
            assertThat(split.time).containsExactly(150, 150);
        }
    }

    @Test
    void returnsNothingWhereNothingFitsOrNoWorkIsLeft() {
        Problem problem = SmallProblems.of(5, 12, 3, 0, 4, 0, false);
        int[] pool = IntStream.range(0, 12).toArray();
        var work = new Work(1, () -> false);
        work.spend(1);

        assertThat(split(problem, -1, 0, 1, pool, 3)).isNull();
        assertThat(split(problem, -1, -ANY, ANY, new int[] {0, 1, 2, 3, 4}, 3)).isNull();
        assertThat(split(problem, -1, -ANY, ANY, pool, 0)).isNull();
        assertThat(
                        new Splitter(
                                        problem,
                                        -1,
                                        -ANY,
                                        ANY,
                                        new TimeGrid(problem),
                                        work,
                                        new Random(1))
                                .split(pool, 3))
                .isNull();
    }

    /** Three questions used twice each fill three sets of two in one way only. */
    @Test
    void putsNoQuestionTwiceIntoOneSet() {
        var pool =
                IntStream.range(0, 3)
                        .mapToObj(i -> SmallProblems.question(i, "A", 1, 60, Set.of(), 0))
                        .toList();
        Problem problem =
                Problem.of(
                        new Pool(pool),
                        new Blueprint(2, 120, List.of(), List.of()),
                        AssemblyRequest.sets(3, 1).withOverlap(1));

        Arrangement split = split(problem, -1, -ANY, ANY, new int[] {0, 0, 1, 1, 2, 2}, 12);

        assertThat(split).isNotNull();
        assertThat(Stream.of(split.member).map(set -> IntStream.of(set).sum()))
                .containsExactlyInAnyOrder(1, 2, 3);
        for (int[] set : split.member) {
            assertThat(set).doesNotHaveDuplicates();
        }
        assertThat(split(problem, -1, -ANY, ANY, new int[] {0, 0, 0, 0, 1, 2}, 12)).isNull();
    }

    /** Dealt at random one question comes twice into a set now and then: it is parted. */
    @Test
    void partsWhatWasDealtTwiceIntoOneSet() {
        int[] seconds = {60, 90, 60, 300};
        var pool =
                IntStream.range(0, 4)
                        .mapToObj(i ->
                                SmallProblems.question(
                                        i, i % 3 == 0 ? "A" : "B", 1, seconds[i], Set.of(), 0))
                        .toList();
        Problem problem =
                Problem.of(
                        new Pool(pool),
                        new Blueprint(2, 120, List.of(), List.of()),
                        AssemblyRequest.sets(3, 1).withOverlap(1));
        for (long seed = 0; seed < 30; seed++) {
            Arrangement split =
                    new Splitter(
                                    problem,
                                    -1,
                                    -ANY,
                                    ANY,
                                    new TimeGrid(problem),
                                    new Work(1 << 24, () -> false),
                                    new Random(seed))
                            .split(new int[] {0, 0, 0, 1, 2, 3}, 1);

            assertThat(split).as("seed %d", seed).isNotNull();
            for (int s = 0; s < 3; s++) {
                assertThat(split.holds(s, 0)).isTrue();
                assertThat(split.member[s]).doesNotHaveDuplicates();
            }
        }
    }

    /** Three times that cannot be equal: each is the fair share rounded down or up to the grid. */
    @Test
    void goalsLieOnTheGridAndWithinTheRange() {
        for (int over = 0; over < 3; over++) {
            var pool = new java.util.ArrayList<PoolQuestion>();
            for (int i = 0; i < 12; i++) {
                int seconds = 60 + 60 * (i % 4) + (i < over ? 60 : 0);
                pool.add(SmallProblems.question(i, "S", 1, seconds, Set.of(), 0));
            }
            Problem problem =
                    Problem.of(
                            new Pool(pool),
                            new Blueprint(4, 600, List.of(), List.of()),
                            AssemblyRequest.sets(3, 1));
            int[] all = IntStream.range(0, 12).toArray();
            long high = over == 0 ? 600 : 660;
            for (long seed = 0; seed < 5; seed++) {
                Arrangement split =
                        new Splitter(
                                        problem,
                                        -1,
                                        600,
                                        high,
                                        new TimeGrid(problem),
                                        new Work(1 << 24, () -> false),
                                        new Random(seed))
                                .split(all, 3);

                assertThat(split).isNotNull();
                assertThat(Arrays.stream(split.time).boxed())
                        .allMatch(it -> it == 600 || it == high);
                assertThat(Arrays.stream(split.time).sum()).isEqualTo(problem.seconds(all));
            }
        }
    }

    private static @Nullable Arrangement split(
            Problem problem, long limit, long low, long high, int[] pool, int rounds) {
        return new Splitter(
                        problem,
                        limit,
                        low,
                        high,
                        new TimeGrid(problem),
                        new Work(1 << 26, () -> false),
                        new Random(7))
                .split(pool, rounds);
    }
}
