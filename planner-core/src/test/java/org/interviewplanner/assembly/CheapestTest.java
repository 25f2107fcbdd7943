package org.interviewplanner.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.interviewplanner.bank.Difficulty;
import org.junit.jupiter.api.Test;

/** What the cheapest questions of a large pool decide is true of the whole pool. */
class CheapestTest {

    private static final int CASES = Integer.getInteger("assembly.cases", 2_000) / 10;

    @Test
    void theBestOfTheCheapestAreTheBestOfAll() {
        int decided = 0;
        int open = 0;
        int proved = 0;
        for (long seed = 0; seed < CASES; seed++) {
            SmallCase it = SmallCase.of(seed);
            AssemblyRequest request = it.request().withOverlap(0);
            var pool = new Pool(multiplied(it.pool(), 260 / it.pool().size(), seed));
            Problem whole = Problem.of(pool, it.blueprint(), request);
            var work = new Work(request.workLimit(), () -> false);
            for (Pool from : List.of(pool, pool.prepared())) {
                Cheapest.Solved cheapest =
                        Cheapest.solve(from, it.blueprint(), request, work, seed);
                if (cheapest == null) {
                    open++;
                    continue;
                }
                decided++;

                Outcome all = Search.solve(whole, work, seed);

                Objective value = value(cheapest.problem(), cheapest.outcome());
                assertThat(all.infeasible()).as("case %d", seed).isFalse();
                assertThat(value).as("case %d", seed).isGreaterThanOrEqualTo(all.bound());
                if (all.isProved(whole)) {
                    proved++;
                    assertThat(value).as("case %d", seed).isEqualTo(value(whole, all));
                }
            }
        }
        assertThat(proved).isGreaterThan(decided * 9 / 10);
        assertThat(decided).isGreaterThan(CASES / 3);
        assertThat(open).isGreaterThan(CASES / 10);
    }

    private static Objective value(Problem problem, Outcome outcome) {
        return Outcome.value(problem, outcome.sets());
    }

    @Test
    void dearerQuestionsThatFitTheTimeBetterAreNotMissed() {
        var pool = new ArrayList<PoolQuestion>();
        for (int i = 0; i < 40; i++) {
            pool.add(question("q" + i, 60, i));
        }
        var blueprint = new Blueprint(2, 121, List.of(), List.of());
        assertThat(cheapest(pool, blueprint)).isNotNull();

        pool.add(question("exact", 61, 1_000));

        assertThat(cheapest(pool, blueprint)).isNull();
        assertThat(assembled(pool, blueprint, 1).questions()).contains("exact");
    }

    @Test
    void aDearerQuestionThatTheTimeNeedsIsNotMissed() {
        // Two of 45 seconds and one of 30 make 120 for 7; so do three of 40, for 100.
        var pool = new ArrayList<PoolQuestion>();
        for (int i = 0; i < 60; i++) {
            pool.add(question("free" + i, 45, 0));
        }
        for (int i = 0; i < 3; i++) {
            pool.add(question("dear" + i, 40, i == 0 ? 0 : 50));
        }
        pool.add(question("short", 30, 7));
        var blueprint = new Blueprint(3, 120, List.of(), List.of());

        assertThat(assembled(pool, blueprint, 1).questions()).contains("short");
    }

    @Test
    void triesOfEquallyDearQuestionsAny() {
        var pool = new ArrayList<PoolQuestion>();
        for (int i = 0; i < 60; i++) {
            pool.add(question("q" + i, 60, i < 3 ? 1 : 2));
        }
        var blueprint = new Blueprint(4, 240, List.of(), List.of());
        var plain = new HashSet<String>();
        var prepared = new HashSet<String>();

        for (long seed = 0; seed < 600; seed++) {
            plain.addAll(assembled(pool, blueprint, seed).questions());
            prepared.addAll(assembled(new Pool(pool).prepared(), blueprint, seed).questions());
        }

        assertThat(plain).hasSize(60);
        assertThat(prepared).hasSize(60);
    }

    @Test
    void triesNoneThatAreForbiddenOrNotApproved() {
        var pool = new ArrayList<PoolQuestion>();
        for (int i = 0; i < 100; i++) {
            pool.add(new PoolQuestion("q" + i, "S", Difficulty.BASIC, 60, Set.of(), i, i % 2 == 0));
        }
        var blueprint =
                new Blueprint(
                        2,
                        120,
                        List.of(
                                new Demand.ApprovedOnly(),
                                new Demand.Exclude(Set.of("q0", "q4")),
                                new Demand.Include(Set.of("q90"))),
                        List.of());

        Cheapest.Solved solved = cheapest(pool, blueprint);

        assertThat(solved.problem().pool.questions())
                .hasSize(17)
                .allMatch(PoolQuestion::approved)
                .extracting(PoolQuestion::id)
                .contains("q2", "q6", "q34", "q90")
                .doesNotContain("q0", "q4", "q36");
        assertThat(assembled(pool, blueprint, 1).questions())
                .containsExactlyInAnyOrder("q2", "q90");
    }

    @Test
    void leavesSmallPoolsAndSharedQuestionsToTheSearch() {
        var pool = new ArrayList<PoolQuestion>();
        for (int i = 0; i < 40; i++) {
            pool.add(question("q" + i, 60, i));
        }
        var work = new Work(1_000_000, () -> false);
        var blueprint = new Blueprint(1, 60, List.of(), List.of());

        assertThat(
                        Cheapest.solve(
                                new Pool(pool.subList(0, 15)),
                                blueprint,
                                AssemblyRequest.one(1),
                                work,
                                1))
                .isNull();
        assertThat(
                        Cheapest.solve(
                                new Pool(pool),
                                new Blueprint(2, 120, List.of(), List.of()),
                                AssemblyRequest.sets(2, 1).withOverlap(1),
                                work,
                                1))
                .isNull();
    }

    private static Cheapest.Solved cheapest(List<PoolQuestion> pool, Blueprint blueprint) {
        return Cheapest.solve(
                new Pool(pool),
                blueprint,
                AssemblyRequest.one(1),
                new Work(10_000_000, () -> false),
                1);
    }

    private static InterviewSet assembled(Pool pool, Blueprint blueprint, long seed) {
        var found =
                (Assembly.Assembled)
                        new Assembler().assemble(pool, blueprint, AssemblyRequest.one(seed));
        assertThat(found.proved()).isTrue();
        return found.sets().getFirst();
    }

    private static InterviewSet assembled(List<PoolQuestion> pool, Blueprint blueprint, long seed) {
        return assembled(new Pool(pool), blueprint, seed);
    }

    private static PoolQuestion question(String id, int seconds, int exposure) {
        return new PoolQuestion(id, "S", Difficulty.BASIC, seconds, Set.of(), exposure, true);
    }

    /** Other questions of the same kinds at other costs, half of them as cheap. */
    static List<PoolQuestion> multiplied(List<PoolQuestion> pool, int times, long seed) {
        var random = new Random(seed);
        var all = new ArrayList<PoolQuestion>(pool);
        for (int i = 1; i < times; i++) {
            for (PoolQuestion it : pool) {
                all.add(
                        new PoolQuestion(
                                it.id() + "-" + i,
                                it.section(),
                                it.difficulty(),
                                it.seconds(),
                                it.tags(),
                                random.nextBoolean() ? it.exposure() : random.nextInt(50),
                                random.nextInt(6) > 0));
            }
        }
        return all;
    }
}
