package org.interviewplanner.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Goal after goal, beside all subsets and without any listing of sets. */
class LexicographicTest {

    @Test
    void boundsAndSetsHoldTheBestBetweenThem() {
        int single = 0;
        int several = 0;
        int proved = 0;
        int reached = 0;
        for (long seed = 0; seed < 200; seed++) {
            SmallCase it = SmallCase.of(seed);
            Problem problem = Problem.of(new Pool(it.pool()), it.blueprint(), it.request());
            if (problem.impossible
                    || problem.sets > 1 && problem.overlap >= problem.maxSlots
                    || Lattice.excludes(problem)) {
                continue;
            }
            Objective best = SmallProblems.best(problem);
            var search = new Lexicographic(problem, work(4_000_000), seed);

            Outcome outcome = search.run();

            holds(problem, outcome, best, "case %d".formatted(seed));
            if (problem.sets == 1) {
                single++;
                assertThat(outcome.infeasible() || outcome.isProved(problem))
                        .as("case %d", seed)
                        .isTrue();
            } else if (best != null) {
                several++;
                proved += outcome.isProved(problem) ? 1 : 0;
                reached +=
                        outcome.sets() != null
                                        && Outcome.value(problem, outcome.sets()).equals(best)
                                ? 1
                                : 0;
            }
        }
        assertThat(single).isGreaterThan(50);
        assertThat(several).isGreaterThan(12);
        assertThat(proved).isPositive();
        assertThat(reached).isGreaterThan(several / 2);
    }

    /** Two sets of four with targets: bounds are as strong as they were, and mostly reached. */
    @Test
    void boundsOfSeveralSetsAreStrong() {
        int cases = 0;
        int reached = 0;
        int proved = 0;
        long balance = 0;
        long deviation = 0;
        for (long seed = 0; seed < 60; seed++) {
            boolean isTargeted = seed % 3 > 0;
            Problem problem =
                    SmallProblems.of(
                            seed,
                            8 + (int) (seed % 4),
                            2,
                            seed % 5 == 0 ? 1 : 0,
                            1 + (int) (seed % 2),
                            0,
                            isTargeted);
            Objective best = SmallProblems.best(problem);
            var search = new Lexicographic(problem, work(4_000_000), seed);

            Outcome outcome = search.run();

            holds(problem, outcome, best, "case %d".formatted(seed));
            if (best != null) {
                cases++;
                balance += best.balance() - outcome.bound().balance();
                if (outcome.bound().balance() == best.balance()) {
                    deviation += best.deviation() - outcome.bound().deviation();
                }
                boolean isReached =
                        outcome.sets() != null
                                && Outcome.value(problem, outcome.sets()).equals(best);
                reached += isReached ? 1 : 0;
                proved += outcome.isProved(problem) ? 1 : 0;
            }
        }
        // Today the best is reached in 49 of 60 cases and proved in 44.
        assertThat(cases).isGreaterThan(50);
        assertThat(reached).isGreaterThan(cases * 3 / 4);
        assertThat(proved).isGreaterThan(cases * 2 / 3);
        assertThat(balance).isZero();
        assertThat(deviation).isLessThan(240);
    }

    @Test
    void polishingKeepsTheBestBetweenBoundsAndSets() {
        int better = 0;
        int cases = 0;
        for (long seed = 0; seed < 24; seed++) {
            int overlap = seed % 3 == 0 ? 1 : 0;
            Problem problem =
                    SmallProblems.of(seed, 9, 2, overlap, 1, (int) (seed % 2), seed % 4 < 2);
            if (problem.impossible || Lattice.excludes(problem)) {
                continue;
            }
            Objective best = SmallProblems.best(problem);
            var search = new Lexicographic(problem, work(1_500_000), seed);
            Outcome outcome = search.run();
            if (outcome.infeasible() || outcome.isProved(problem)) {
                continue;
            }
            cases++;

            Outcome polished = search.polished(outcome);

            holds(problem, polished, best, "case %d".formatted(seed));
            if (outcome.sets() != null) {
                assertThat(polished.sets()).as("case %d", seed).isNotNull();
                assertThat(Outcome.value(problem, polished.sets()))
                        .as("case %d", seed)
                        .isLessThanOrEqualTo(Outcome.value(problem, outcome.sets()));
            }
            boolean isBetter =
                    polished.sets() != null
                            && best != null
                            && Outcome.value(problem, polished.sets()).equals(best);
            better += isBetter || best == null ? 1 : 0;
        }
        assertThat(cases).isGreaterThan(4);
        assertThat(better).isGreaterThan(cases / 2);
    }

    /** Polishing begins with sets found one by one, or dealt: in the end bounds and sets agree. */
    @Test
    void polishingStartsFromNothingToo() {
        int found = 0;
        int possible = 0;
        int reached = 0;
        int proved = 0;
        long slack = 0;
        for (long seed = 0; seed < 16; seed++) {
            int overlap = seed % 2 == 0 ? 1 : 0;
            Problem problem =
                    SmallProblems.of(
                            seed,
                            overlap > 0 ? 8 : 11,
                            2,
                            overlap,
                            1,
                            (int) (seed % 3),
                            seed % 4 < 2);
            Objective best = SmallProblems.best(problem);
            if (problem.impossible || best == null) {
                continue;
            }
            for (long limit : new long[] {200_000, 1_500_000}) {
                String name = "case %d limit %d".formatted(seed, limit);
                var search = new Lexicographic(problem, work(limit), seed);
                Outcome outcome = search.run();

                Outcome polished = search.polished(Outcome.unknown(outcome.bound()));

                possible++;
                holds(problem, polished, best, name);
                if (polished.sets() != null) {
                    found++;
                    Objective value = Outcome.value(problem, polished.sets());
                    Objective bound = polished.bound();
                    assertThat(bound.balance()).as(name).isBetween(0L, value.balance());
                    assertThat(bound.deviation()).as(name).isBetween(0L, value.deviation());
                    assertThat(bound.exposure()).as(name).isBetween(0L, value.exposure());
                    if (value.equals(best)) {
                        reached++;
                        proved += polished.isProved(problem) ? 1 : 0;
                        slack += value.exposure() - bound.exposure();
                    } else {
                        assertThat(polished.isProved(problem)).as(name).isFalse();
                    }
                }
            }
        }
        // Today the best is reached in 25 of 32 cases and proved in 21.
        assertThat(possible).isGreaterThan(20);
        assertThat(found).isGreaterThan(possible * 3 / 4);
        assertThat(reached).isGreaterThan(possible * 2 / 3);
        assertThat(proved).isGreaterThan(reached * 3 / 4);
        assertThat(slack).isLessThan(30);
    }

    /** Sets that may share a little: the search goes from cheap pools to dear ones that split. */
    @Test
    void setsThatShareAreFoundWithinTheBounds() {
        int cases = 0;
        int found = 0;
        int any = 0;
        for (long seed = 0; seed < 40; seed++) {
            Problem problem =
                    SmallProblems.of(seed, 6 + (int) (seed % 3), 2, 2, 1, 0, seed % 2 == 0);
            Objective best = SmallProblems.best(problem);
            if (problem.impossible || best == null) {
                continue;
            }
            cases++;
            String name = "case %d".formatted(seed);

            Outcome outcome = new Lexicographic(problem, work(1_000_000), seed).run();
            Outcome some = new Lexicographic(problem, work(1_000_000), seed).any();

            holds(problem, outcome, best, name);
            holds(problem, some, best, name);
            found += outcome.sets() == null ? 0 : 1;
            any += some.sets() == null ? 0 : 1;
        }
        // Today sets are found in 26 of 40 cases; the others are left to polishing.
        assertThat(cases).isGreaterThan(30);
        assertThat(found).isGreaterThan(cases * 6 / 10);
        assertThat(any).isGreaterThan(cases * 6 / 10);
    }

    @Test
    void anySetsWillDoForFeasibility() {
        int found = 0;
        int possible = 0;
        for (long seed = 300; seed < 420; seed++) {
            SmallCase it = SmallCase.of(seed);
            Problem problem = Problem.of(new Pool(it.pool()), it.blueprint(), it.request());
            if (problem.impossible || problem.sets > 1 && problem.overlap >= problem.maxSlots) {
                continue;
            }
            Objective best = SmallProblems.best(problem);

            Outcome any = new Lexicographic(problem, work(4_000_000), seed).any();

            assertThat(any.infeasible() && best != null).as("case %d", seed).isFalse();
            assertThat(any.bound()).isEqualTo(Outcome.ZERO);
            if (any.sets() != null) {
                found++;
                assertThat(SmallProblems.isValid(problem, any.sets())).as("case %d", seed).isTrue();
            }
            possible += best == null ? 0 : 1;
            if (problem.sets == 1) {
                assertThat(any.infeasible()).as("case %d", seed).isEqualTo(best == null);
            }
        }
        assertThat(found).isGreaterThan(possible * 9 / 10);
    }

    /** Pools know no enemies, but one set does: what it has at least, all sets have. */
    @Test
    void whatOneSetCannotReachAllCannot() {
        // Of the four that cost nothing, fit the target or take the time a set has but one.
        var two = List.of(new Target("A", null, 2));
        for (Problem problem :
                List.of(
                        rivals(4, 6, 0, List.of(), 0, 60, 120),
                        rivals(4, 6, 0, two, 10, 60, 120),
                        rivals(4, 6, 0, two, 0, 90, 180),
                        rivals(4, 6, 0, List.of(), 10, 90, 120),
                        rivals(4, 6, 1, two, 10, 60, 120),
                        rivals(4, 6, 1, List.of(), 10, 90, 120))) {
            Work work = work(900_000);
            var search = new Lexicographic(problem, work, 1);
            Outcome outcome = search.run();

            Outcome polished = search.polished(outcome);

            assertThat(outcome.sets()).isNotNull();
            assertThat(outcome.isProved(problem)).isFalse();
            assertThat(polished.isProved(problem)).isTrue();
            assertThat(Outcome.value(problem, polished.sets()))
                    .isEqualTo(SmallProblems.best(problem));
        }
        Problem none = rivals(12, 0, 0, List.of(), 10, 60, 120);
        Work work = work(900_000);
        work.giveUpAfter(100_000);
        var search = new Lexicographic(none, work, 1);
        Outcome outcome = search.run();
        work.giveUpAfter(900_000);
        assertThat(outcome.infeasible()).isFalse();
        assertThat(search.polished(outcome).infeasible()).isTrue();
    }

    /** Pools that cannot be split are left for longer times first, and nothing else is given up. */
    @Test
    void widensTheTimesBeforeTheBalance() {
        var one = List.of(new Target("A", null, 1));
        for (int overlap = 0; overlap <= 1; overlap++) {
            Problem problem = rivals(4, 8, overlap, one, 0, 90, 120);
            Work work = work(3_000_000);

            Outcome outcome = new Lexicographic(problem, work, 1).run();

            assertThat(outcome.isProved(problem)).isTrue();
            assertThat(work.spent()).isLessThan(9_000);
            work.giveUpAfter(1);
            assertThat(work.spend(2)).as("sets were found").isTrue();
        }
        Work work = work(3_000_000);
        Problem unsplit = rivals(4, 8, 0, List.of(new Target("A", null, 2)), 10, 60, 120);
        assertThat(new Lexicographic(unsplit, work, 1).run().sets()).isNotNull();
        assertThat(work.spent()).isLessThan(65_000);
    }

    /**
     * Two sets of two. Rivals, in section A, are enemies of each other and take 60 seconds; others
     * are in B, cost 10 and take so many seconds.
     */
    private static Problem rivals(
            int rivals,
            int others,
            int overlap,
            List<Target> targets,
            int exposure,
            int seconds,
            int target) {
        var pool = new ArrayList<PoolQuestion>();
        var demands = new ArrayList<Demand>();
        for (int i = 0; i < rivals + others; i++) {
            pool.add(
                    i < rivals
                            ? SmallProblems.question(i, "A", 1, 60, Set.of(), exposure)
                            : SmallProblems.question(i, "B", 1, seconds, Set.of(), 10));
            for (int j = 0; j < Math.min(i, rivals) && i < rivals; j++) {
                demands.add(new Demand.Enemies("q%02d".formatted(j), "q%02d".formatted(i)));
            }
        }
        return Problem.of(
                new Pool(pool),
                new Blueprint(2, target, demands, targets),
                AssemblyRequest.sets(2, 1).withOverlap(overlap));
    }

    /** All questions are needed, or more than there are: sets are dealt where none were found. */
    @Test
    void dealsQuestionsWhereNoSetsWereFound() {
        for (long seed : new long[] {27, 32, 58}) {
            for (int overlap = 0; overlap <= 1; overlap++) {
                for (int size = 7; size <= 8; size++) {
                    Problem problem =
                            SmallProblems.of(seed, size, 2, overlap, 1, size == 8 ? 10 : 1, false);
                    var search = new Lexicographic(problem, work(1_000_000), seed);
                    Outcome outcome = search.run();

                    Outcome polished = search.polished(Outcome.unknown(outcome.bound()));

                    String name = "case %d %d %d".formatted(seed, overlap, size);
                    boolean isEnough = overlap > 0 || size == 8;
                    assertThat(polished.sets() != null).as(name).isEqualTo(isEnough);
                    holds(problem, polished, SmallProblems.best(problem), name);
                }
            }
        }
    }

    /** Work that parts of the search have spent is spent for all. */
    @Test
    void countsTheWorkOfEveryPart() {
        Problem problem = HardProblems.acquainted(51, 2, 0, Set.of());
        Work work = work(100_000);
        work.giveUpAfter(1_000);
        var search = new Lexicographic(problem, work, 1);
        Outcome outcome = search.run();
        work.giveUpAfter(100_000);

        Outcome polished = search.polished(outcome);

        assertThat(polished.sets()).isNull();
        assertThat(work.isOut()).isTrue();
        // One set alone, one by one, and polishing: an eighth, and twice the rest.
        assertThat(work.spent()).isGreaterThan(185_000);
    }

    /** With hardly any work at all the bounds hold, and nothing is excluded. */
    @Test
    void hardlyAnyWorkExcludesNothing() {
        for (int sets = 1; sets <= 2; sets++) {
            Problem problem = SmallProblems.of(2, 12, sets, 0, 1, 0, true);

            Outcome outcome = new Lexicographic(problem, work(100), 1).run();

            assertThat(outcome.infeasible()).isFalse();
            assertThat(outcome.sets()).isNull();
            assertThat(outcome.bound()).isLessThanOrEqualTo(SmallProblems.best(problem));
        }
    }

    /** Some questions count for a target, others for none: the balance may be even or odd. */
    @Test
    void expectsNoParityWhereQuestionsCountDifferently() {
        for (String first : List.of("A", "B")) {
            var pool =
                    IntStream.range(0, 12)
                            .mapToObj(i ->
                                    SmallProblems.question(
                                            i, i % 2 == 0 ? "A" : "B", 1, 60, Set.of(), i))
                            .toList();
            for (int count = 1; count <= 2; count++) {
                Problem problem =
                        Problem.of(
                                new Pool(pool),
                                new Blueprint(
                                        3, 180, List.of(), List.of(new Target(first, null, count))),
                                AssemblyRequest.sets(2, 1));

                Outcome outcome = new Lexicographic(problem, work(1_000_000), 1).run();

                assertThat(outcome.isProved(problem)).isTrue();
                assertThat(Outcome.value(problem, outcome.sets()).balance()).isZero();
            }
        }
    }

    @Test
    void setsOfAnySizeAreExcludedOrLeftOpen() {
        var pool =
                IntStream.range(0, 9)
                        .mapToObj(i -> HardProblems.question(i, i < 3 ? "A" : "B", 60))
                        .toList();
        for (int need = 1; need <= 2; need++) {
            Problem problem =
                    Problem.of(
                            new Pool(pool),
                            new Blueprint(
                                    4,
                                    240,
                                    List.of(new Demand.Quota("A", null, need, 3)),
                                    List.of()),
                            AssemblyRequest.sets(2, 1),
                            Set.of(Names.SLOTS));

            Outcome any = new Lexicographic(problem, work(1_000_000), 1).any();

            assertThat(any.infeasible()).isEqualTo(need == 2);
            assertThat(any.sets()).isNull();
        }
    }

    private static Work work(long limit) {
        return new Work(limit, () -> false);
    }

    private static void holds(Problem problem, Outcome outcome, Objective best, String name) {
        assertThat(outcome.infeasible() && best != null).as(name).isFalse();
        if (best != null) {
            assertThat(outcome.bound().balance()).as(name).isLessThanOrEqualTo(best.balance());
            assertThat(outcome.bound()).as(name).isLessThanOrEqualTo(best);
        }
        if (outcome.sets() != null) {
            assertThat(SmallProblems.isValid(problem, outcome.sets())).as(name).isTrue();
            assertThat(Outcome.value(problem, outcome.sets()))
                    .as(name)
                    .isGreaterThanOrEqualTo(best);
        }
    }
}
