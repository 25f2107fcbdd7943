package org.interviewplanner.assembly;

import static org.assertj.core.api.Assertions.assertThat;

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
            var search = new Lexicographic(problem, new Work(4_000_000, () -> false), seed);

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
            var search = new Lexicographic(problem, new Work(4_000_000, () -> false), seed);

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
            var search = new Lexicographic(problem, new Work(1_500_000, () -> false), seed);
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
                var search = new Lexicographic(problem, new Work(limit, () -> false), seed);
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

            Outcome outcome =
                    new Lexicographic(problem, new Work(1_000_000, () -> false), seed).run();
            Outcome some = new Lexicographic(problem, new Work(1_000_000, () -> false), seed).any();

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

            Outcome any = new Lexicographic(problem, new Work(4_000_000, () -> false), seed).any();

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
