package org.interviewplanner.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which way of searching is given up when, and what the next one then finds with little work. */
class SearchWorkTest {

    private static final long LIMIT = 200_000;

    private enum Told {
        NONE,
        FOUND,
        PROVED,
        NOTHING
    }

    /** Fifty questions make 19,600 sets of three, which are listed; 51 make more than 20,000. */
    @Test
    void listsAllSetsWhereFewExistAndTheFastSearchGaveUp() {
        Problem few = HardProblems.acquainted(50, 1, 0, Set.of());
        Problem many = HardProblems.acquainted(51, 1, 0, Set.of());
        Problem one = HardProblems.acquainted(50, 1, 0, Set.of(7, 19, 45));

        solves(few, LIMIT, Told.NONE, LIMIT / 5);
        solves(one, LIMIT, Told.PROVED, LIMIT / 5);
        solves(many, LIMIT, Told.NOTHING, LIMIT * 31 / 100);
        meets(few, LIMIT, Told.NONE, LIMIT * 55 / 100);
        meets(one, LIMIT, Told.FOUND, LIMIT * 55 / 100);
        meets(many, LIMIT, Told.NOTHING, LIMIT * 53 / 100);
        // Two sets could share nothing of the only one: there are no two, but that is not seen.
        meets(
                HardProblems.acquainted(51, 2, 0, Set.of(7, 19, 45)),
                LIMIT,
                Told.NOTHING,
                LIMIT * 77 / 100);
    }

    /** A demand on the time that any set meets: the sums of times are looked at, and no more. */
    @Test
    void looksAtTimesSoonerAndSpendsLittleOnThem() {
        var problem = HardProblems.acquainted(51, 1, 0, Set.of(), new Demand.Time(0, 10_000));

        solves(problem, LIMIT, Told.NOTHING, LIMIT * 32 / 100);
        meets(problem, LIMIT, Told.NOTHING, LIMIT * 66 / 100);
    }

    /** Of threes and fives no sum is one, four or seven: the table of sums tells it soon. */
    @Test
    void timesThatNoSumReachesAreToldSoon() {
        for (int odd : new int[] {0, 3}) {
            for (int steps : new int[] {4, 7}) {
                Problem problem = HardProblems.stepped(60, odd, 1, 0, steps);

                solves(problem, LIMIT, Told.NONE, LIMIT * 11 / 1_000);
                meets(problem, LIMIT, Told.NONE, LIMIT * 13 / 100);
                solves(problem, 20_000, Told.NONE, 320);
                meets(problem, 20_000, Told.NONE, 2_600);
            }
            Problem reached = HardProblems.stepped(60, odd, 1, 0, 11);
            solves(reached, 20_000, Told.PROVED, 1_700);
            meets(reached, 20_000, Told.FOUND, 3_700);
            Problem two = HardProblems.stepped(60, odd, 2, 0, 11);
            solves(two, 20_000, Told.PROVED, 5_000);
            meets(two, 20_000, Told.FOUND, 6_000);
        }
    }

    /** Sets that share questions are searched with all the work before anything else is tried. */
    @Test
    void setsThatShareQuestionsAreSearchedLonger() {
        solves(HardProblems.stepped(60, 3, 2, 1, 11), LIMIT, Told.FOUND, LIMIT * 103 / 100);
        meets(HardProblems.stepped(60, 3, 2, 1, 11), LIMIT, Told.FOUND, LIMIT / 5);
    }

    /**
     * Twice a triangle of tags: a half of each kind has all six tags with three questions, whole
     * ones need four. Alike questions in one column tell it soon, one by one they do not.
     */
    @Test
    void whatOnlyWholeNumbersExcludeIsToldSoon() {
        for (int sets = 1; sets <= 2; sets++) {
            Problem three = HardProblems.triangles(16, 3, sets);
            Problem four = HardProblems.triangles(16, 4, sets);

            solves(three, LIMIT, Told.NONE, LIMIT * 75 / 1_000);
            meets(three, LIMIT, Told.NONE, LIMIT * (sets == 1 ? 53 : 79) / 100);
            meets(four, LIMIT, Told.FOUND, LIMIT * 56 / 100);
            solves(four, LIMIT, sets == 1 ? Told.PROVED : Told.FOUND, LIMIT * 42 / 100);
        }
        // What was spent on sets one by one counts too.
        Work work = work(LIMIT);
        Search.feasible(HardProblems.triangles(16, 3, 2), work, 1);
        assertThat(work.spent()).isGreaterThan(LIMIT * 3 / 4);
    }

    /** Sets of any size by the exact time: the first questions fit into none. */
    @Test
    void setsOfAnySizeAreFoundOneAfterTheOther() {
        for (int odd : new int[] {0, 2}) {
            meets(
                    HardProblems.ofAnySize(18, 2, odd, new Demand.Time(700, 700)),
                    LIMIT,
                    Told.FOUND,
                    LIMIT / 7);
        }
        // 770 is reached with the two odd ones only, or not at all.
        Demand late = new Demand.Time(770, 770);
        meets(HardProblems.ofAnySize(18, 2, 0, late), LIMIT, Told.FOUND, LIMIT / 50);
        meets(HardProblems.ofAnySize(18, 2, 2, late), LIMIT, Told.NONE, LIMIT / 7);
        meets(
                HardProblems.ofAnySize(18, 2, 2, new Demand.Time(80, 80)),
                LIMIT,
                Told.NONE,
                LIMIT / 9);
        Demand quota = new Demand.Quota("S", null, 3, 5);
        meets(HardProblems.ofAnySize(18, 2, 0, quota), LIMIT, Told.FOUND, 500);
        meets(HardProblems.ofAnySize(11, 3, 0, quota), LIMIT, Told.FOUND, LIMIT / 10);
        meets(HardProblems.ofAnySize(8, 3, 0, quota), LIMIT, Told.NONE, 100);
    }

    @Test
    void numbersThatNoSetHasAreToldWithoutSearch() {
        // Two of 90 and two of 60 seconds are 300: 270 is on the grid of 30, but not with two.
        var pool =
                IntStream.range(0, 12)
                        .mapToObj(i -> HardProblems.question(i, i < 6 ? "A" : "B", i < 6 ? 90 : 60))
                        .toList();
        var demands = List.<Demand>of(new Demand.Quota("A", null, 2, 2), new Demand.Time(270, 270));
        Problem problem =
                Problem.of(
                        new Pool(pool),
                        new Blueprint(4, 270, demands, List.of()),
                        AssemblyRequest.one(1));

        solves(problem, LIMIT, Told.NONE, 0);
        meets(problem, LIMIT, Told.NONE, 0);
    }

    /** Sets that may be alike are drawn by seeds of their own, so they mostly are not. */
    @Test
    void setsThatMayBeAlikeAreDrawnEachForItself() {
        var pool =
                IntStream.range(0, 12)
                        .mapToObj(i -> SmallProblems.question(i, "S", 1, 60, Set.of(), 0))
                        .toList();
        var blueprint = new Blueprint(3, 180, List.of(), List.of());
        for (int sets : new int[] {6, 1}) {
            var request = AssemblyRequest.sets(sets, 1).withOverlap(3);
            Problem problem = Problem.of(new Pool(pool), blueprint, request);

            Outcome best = Search.solve(problem, work(LIMIT), 1);

            assertThat(best.isProved(problem)).isTrue();
            assertThat(best.sets()).hasDimensions(sets, 3);
            assertThat(Stream.of(best.sets()).map(Arrays::hashCode)).doesNotHaveDuplicates();
            meets(problem, LIMIT, Told.FOUND, LIMIT / 100);
        }
    }

    private static void solves(Problem problem, long limit, Told told, long most) {
        Work work = work(limit);
        tells(problem, Search.solve(problem, work, 1), told);
        assertThat(work.spent()).as("work").isLessThanOrEqualTo(most);
    }

    private static void meets(Problem problem, long limit, Told told, long most) {
        Work work = work(limit);
        tells(problem, Search.feasible(problem, work, 1), told);
        assertThat(work.spent()).as("work").isLessThanOrEqualTo(most);
    }

    private static void tells(Problem problem, Outcome outcome, Told told) {
        assertThat(outcome.infeasible()).isEqualTo(told == Told.NONE);
        assertThat(outcome.sets() != null).isEqualTo(told == Told.FOUND || told == Told.PROVED);
        if (outcome.sets() != null) {
            assertThat(SmallProblems.isValid(problem, outcome.sets())).isTrue();
            assertThat(told == Told.FOUND || outcome.isProved(problem)).isTrue();
        }
    }

    private static Work work(long limit) {
        return new Work(limit, () -> false);
    }
}
