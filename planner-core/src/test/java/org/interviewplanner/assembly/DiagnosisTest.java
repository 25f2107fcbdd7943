package org.interviewplanner.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interviewplanner.bank.Difficulty.BASIC;
import static org.interviewplanner.bank.Difficulty.EXPERT;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.interviewplanner.bank.Difficulty;
import org.junit.jupiter.api.Test;

class DiagnosisTest {

    private static final int CASES = Integer.getInteger("assembly.cases", 2_000) / 10;

    @Test
    void everyClashOfSmallCasesIsIrreducibleAndItsRepairWorks() {
        int infeasible = 0;
        int repaired = 0;
        for (long seed = 100_000; infeasible < CASES / 2; seed++) {
            SmallCase it = SmallCase.of(seed);
            var pool = new Pool(it.pool());
            if (new Assembler().assemble(pool, it.blueprint(), it.request())
                    instanceof Assembly.Infeasible answer) {
                infeasible++;
                for (Shortfall shortfall : answer.shortfalls()) {
                    assertThat(BruteForce.exists(it, shortfall.demands()))
                            .as("case %d: %s clash", seed, shortfall.demands())
                            .isFalse();
                    for (String name : shortfall.demands()) {
                        var rest = new ArrayList<>(shortfall.demands());
                        rest.remove(name);
                        assertThat(BruteForce.exists(it, rest))
                                .as("case %d: %s can be met", seed, rest)
                                .isTrue();
                    }
                }
                if (!answer.repair().isEmpty()) {
                    repaired++;
                    assertThat(
                                    BruteForce.best(
                                            it.pool(),
                                            it.blueprint().with(answer.repair()),
                                            it.request().with(answer.repair())))
                            .as("case %d: %s repairs", seed, answer.repair())
                            .isNotNull();
                }
            }
        }
        assertThat(repaired).isGreaterThan(infeasible * 9 / 10);
    }

    @Test
    void saysWhichQuotaThePoolCannotMeet() {
        var pool =
                new Pool(List.of(question("acid", "SQL", BASIC), question("joins", "SQL", BASIC)));
        var blueprint =
                new Blueprint(2, 600, List.of(new Demand.Quota("SQL", EXPERT, 1, 2)), List.of());

        Assembly answer = new Assembler().assemble(pool, blueprint, AssemblyRequest.one(1));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Assembly.Infeasible.class,
                        it -> {
                            assertThat(it.shortfalls())
                                    .extracting(Shortfall::message)
                                    .containsExactly(
                                            "Section SQL at difficulty 5 needs 1 question(s), the"
                                                    + " pool can give 0.");
                            assertThat(it.repair())
                                    .extracting(Repair::message)
                                    .containsExactly(
                                            "Change section SQL at difficulty 5 to 0 to 2.");
                        });
    }

    @Test
    void saysThatSectionsTogetherAskForMoreThanASetHolds() {
        var questions = new ArrayList<PoolQuestion>();
        for (int i = 0; i < 30; i++) {
            questions.add(question("q" + i, "S" + i % 3, BASIC));
        }
        var blueprint =
                new Blueprint(
                        8,
                        600,
                        List.of(
                                new Demand.Quota("S0", null, 3, 8),
                                new Demand.Quota("S1", null, 3, 8),
                                new Demand.Quota("S2", null, 3, 8)),
                        List.of());

        var answer =
                (Assembly.Infeasible)
                        new Assembler()
                                .assemble(
                                        new Pool(questions), blueprint, AssemblyRequest.sets(2, 1));

        assertThat(answer.shortfalls())
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.demands())
                            .containsExactlyInAnyOrder(
                                    "section S0", "section S1", "section S2", "slots");
                    assertThat(it.have()).isEqualTo(8);
                    assertThat(it.need()).isEqualTo(9);
                });
        assertThat(answer.repair()).containsExactly(new Repair("section S0", 2, 8));
    }

    @Test
    void saysThatSectionsTogetherAllowFewerThanASetHolds() {
        var blueprint =
                new Blueprint(
                        4,
                        600,
                        List.of(
                                new Demand.Quota("S0", null, 0, 1),
                                new Demand.Quota("S1", null, 0, 1)),
                        List.of());

        Assembly.Infeasible answer = infeasible(sectioned(12, 2), blueprint);

        assertThat(answer.shortfalls())
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.demands())
                            .containsExactlyInAnyOrder("section S0", "section S1", "slots");
                    assertThat(it.have()).isEqualTo(2);
                    assertThat(it.need()).isEqualTo(4);
                });
        assertThat(answer.repair()).containsExactly(new Repair("section S0", 0, 3));
    }

    @Test
    void addsUpLevelsButNotSectionsAndLevels() {
        var levels = new ArrayList<Demand>();
        for (int level = 1; level <= 3; level++) {
            levels.add(new Demand.Quota(null, Difficulty.ofLevel(level), 2, 9));
        }
        // Section S0 is of level 1 only, so three of it leave two of five for level 2.
        var mixed =
                List.<Demand>of(
                        new Demand.Quota("S0", null, 3, 9),
                        new Demand.Quota(null, Difficulty.ofLevel(2), 3, 9));

        Assembly.Infeasible ofLevels =
                infeasible(sectioned(12, 3), new Blueprint(5, 600, levels, List.of()));
        Assembly.Infeasible ofBoth =
                infeasible(sectioned(12, 3), new Blueprint(5, 600, mixed, List.of()));

        assertThat(ofLevels.shortfalls())
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.demands()).hasSize(4);
                    assertThat(it.have()).isEqualTo(5);
                    assertThat(it.need()).isEqualTo(6);
                });
        assertThat(ofBoth.shortfalls())
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.demands())
                            .containsExactlyInAnyOrder("section S0", "difficulty 2", "slots");
                    assertThat(it.have()).isEqualTo(2);
                    assertThat(it.need()).isEqualTo(3);
                });
    }

    @Test
    void saysHowManySecondsAreMissing() {
        var blueprint = new Blueprint(3, 900, List.of(new Demand.Time(1_000, 1_400)), List.of());

        Assembly.Infeasible answer = infeasible(sectioned(12, 3), blueprint);

        assertThat(answer.shortfalls())
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.demands()).containsExactlyInAnyOrder("seconds", "slots");
                    assertThat(it.have()).isEqualTo(900);
                    assertThat(it.need()).isEqualTo(1_000);
                });
        assertThat(answer.repair()).containsExactly(new Repair("seconds", 900, 1_400));
    }

    /** Two clashes are named once each, the shorter one first, and both are repaired. */
    @Test
    void namesEveryClashOnceTheShortestFirst() {
        var blueprint =
                new Blueprint(
                        4,
                        600,
                        List.of(
                                new Demand.TagQuota("none", 1, 4),
                                new Demand.Quota("S0", null, 3, 4),
                                new Demand.Quota("S1", null, 3, 4)),
                        List.of());

        Assembly.Infeasible answer = infeasible(sectioned(12, 2), blueprint);

        assertThat(answer.shortfalls())
                .extracting(it -> Set.copyOf(it.demands()))
                .containsExactly(Set.of("tag none"), Set.of("section S0", "section S1", "slots"));
        assertThat(answer.repair())
                .containsExactlyInAnyOrder(
                        new Repair("tag none", 0, 4), new Repair("section S0", 1, 4));
    }

    /** Left out in turn, the parts of the longer clash lead to the shorter one again and again. */
    @Test
    void namesAClashOnceThatIsFoundTwice() {
        var blueprint =
                new Blueprint(
                        4,
                        600,
                        List.of(
                                new Demand.TagQuota("none", 1, 4),
                                new Demand.Quota("S0", BASIC, 0, 4),
                                new Demand.Quota("S0", null, 3, 4),
                                new Demand.Quota("S1", null, 3, 4)),
                        List.of());

        assertThat(infeasible(sectioned(12, 2), blueprint).shortfalls())
                .extracting(it -> Set.copyOf(it.demands()))
                .containsExactly(Set.of("tag none"), Set.of("section S0", "section S1", "slots"));
    }

    /** Any four of five sections ask for more than a set holds: four such clashes are enough. */
    @Test
    void namesFourClashesAtMost() {
        var demands = new ArrayList<Demand>();
        for (int s = 0; s < 5; s++) {
            demands.add(new Demand.Quota("S" + s, null, 2, 9));
        }

        var answer = infeasible(sectioned(30, 5), new Blueprint(7, 600, demands, List.of()));

        assertThat(answer.shortfalls())
                .hasSize(4)
                .allSatisfy(it -> {
                    assertThat(it.demands()).hasSize(5);
                    assertThat(it.have()).isEqualTo(7);
                    assertThat(it.need()).isEqualTo(8);
                });
        assertThat(answer.shortfalls()).extracting(Shortfall::demands).doesNotHaveDuplicates();
    }

    @Test
    void saysHowManyQuestionsThereAre() {
        var answer = infeasible(sectioned(3, 1), new Blueprint(5, 600, List.of(), List.of()));

        assertThat(answer.shortfalls()).containsExactly(new Shortfall(List.of("slots"), 3, 5));
        assertThat(answer.repair()).containsExactly(new Repair("slots", 3, 3));
    }

    /** What cannot be shown irreducible with the work is not told. */
    @Test
    void explainsNothingThatItCannotShow() {
        List<Demand> strangers = HardProblems.strangers(51, Set.of());
        var work = new Work(300_000, () -> false);
        var enough = explained(new Blueprint(3, 180, strangers, List.of()), work).shortfalls();
        assertThat(enough)
                .singleElement()
                .satisfies(it -> assertThat(it.demands()).containsExactly("enemies", "slots"));

        // Nobody knows whether the size alone is too much for the enemies.
        strangers.add(new Demand.Quota("S", null, 3, 3));
        work = new Work(300_000, () -> false);
        assertThat(explained(new Blueprint(3, 180, strangers, List.of()), work)).isNull();
    }

    private static Assembly.Infeasible explained(Blueprint blueprint, Work work) {
        return new Diagnosis(HardProblems.pool(51), blueprint, AssemblyRequest.one(1), work)
                .explain();
    }

    /** What people mean is likeliest to stay: the time rather than a tag, the size above all. */
    @Test
    void repairsTheClashOfTimeAndSizeFirst() {
        var blueprint =
                new Blueprint(
                        4,
                        600,
                        List.of(new Demand.Time(2_000, 2_400), new Demand.TagQuota("none", 1, 4)),
                        List.of());

        assertThat(infeasible(sectioned(12, 2), blueprint).repair())
                .containsExactly(new Repair("seconds", 1_200, 2_400), new Repair("tag none", 0, 4));
    }

    @Test
    void noRepairOfSmallCasesIsNeedless() {
        int several = 0;
        for (long seed = 200_000; seed < 200_000 + 2 * CASES; seed++) {
            SmallCase it = SmallCase.of(seed);
            if (new Assembler().assemble(new Pool(it.pool()), it.blueprint(), it.request())
                            instanceof Assembly.Infeasible answer
                    && answer.repair().size() > 1) {
                several++;
                for (Repair repair : answer.repair()) {
                    var rest = new ArrayList<>(answer.repair());
                    rest.remove(repair);
                    assertThat(
                                    BruteForce.best(
                                            it.pool(),
                                            it.blueprint().with(rest),
                                            it.request().with(rest)))
                            .as("case %d: %s without %s", seed, answer.repair(), repair)
                            .isNull();
                }
            }
        }
        assertThat(several).isGreaterThanOrEqualTo(CASES / 20);
    }

    /** So many questions of 300 seconds, in sections in turn, all of a section of one level. */
    private static Pool sectioned(int size, int sections) {
        var questions = new ArrayList<PoolQuestion>();
        for (int i = 0; i < size; i++) {
            int section = i % sections;
            questions.add(question("q" + i, "S" + section, Difficulty.ofLevel(1 + section)));
        }
        return new Pool(questions);
    }

    @Test
    void findsClashesThatOnlyWholeNumbersHave() {
        // A triangle of enemies: by halves each may be half there, in whole numbers two are needed.
        var pool =
                new Pool(
                        List.of(
                                question("a", "S", BASIC),
                                question("b", "S", BASIC),
                                question("c", "S", BASIC)));
        var blueprint =
                new Blueprint(
                        2,
                        600,
                        List.of(
                                new Demand.Enemies("a", "b"),
                                new Demand.Enemies("b", "c"),
                                new Demand.Enemies("a", "c")),
                        List.of());

        var answer =
                (Assembly.Infeasible)
                        new Assembler().assemble(pool, blueprint, AssemblyRequest.one(1));

        assertThat(answer.shortfalls())
                .extracting(it -> Set.copyOf(it.demands()))
                .containsExactly(Set.of("enemies", "slots"));
        assertThat(answer.repair()).containsExactly(new Repair("slots", 1, 1));
    }

    @Test
    void dropsNoPairThatIsNotTheBlueprintsToGiveUp() {
        var pool = new Pool(List.of(question("a", "S", BASIC), question("b", "S", BASIC)));
        for (boolean isLasting : new boolean[] {false, true}) {
            var blueprint =
                    new Blueprint(
                            1,
                            600,
                            List.of(
                                    new Demand.Enemies("a", "b", isLasting),
                                    new Demand.Include(Set.of("b")),
                                    new Demand.Include(Set.of("a"))),
                            List.of());
            var sized = new Blueprint(2, 600, List.of(blueprint.demands().getFirst()), List.of());

            var wanted = infeasible(pool, blueprint);
            var both = infeasible(pool, sized);

            String pair = isLasting ? "apart" : "enemies";
            assertThat(wanted.shortfalls())
                    .extracting(it -> Set.copyOf(it.demands()))
                    .contains(Set.of(pair, "include"));
            assertThat(wanted.repair()).extracting(Repair::demand).contains("include");
            assertThat(both.shortfalls())
                    .extracting(it -> Set.copyOf(it.demands()))
                    .containsExactly(Set.of(pair, "slots"));
            assertThat(both.repair()).containsExactly(new Repair("slots", 1, 1));
        }
        // The size alone cannot give way: the quota must follow.
        var quota = new Demand.Quota("S", null, 2, 2);
        var apart = new Demand.Enemies("a", "b", true);
        assertThat(
                        infeasible(pool, new Blueprint(2, 600, List.of(quota, apart), List.of()))
                                .repair())
                .containsExactlyInAnyOrder(
                        new Repair("slots", 1, 1), new Repair("section S", 1, 2));
    }

    private static Assembly.Infeasible infeasible(Pool pool, Blueprint blueprint) {
        return (Assembly.Infeasible)
                new Assembler().assemble(pool, blueprint, AssemblyRequest.one(1));
    }

    @Test
    void tenThousandDemandsAreAnsweredToo() {
        var questions = new ArrayList<PoolQuestion>();
        for (int i = 0; i < 40; i++) {
            questions.add(question("q" + i, "S" + i % 4, Difficulty.ofLevel(1 + i % 5)));
        }
        var demands = new ArrayList<Demand>();
        for (int i = 0; i < 9_000; i++) {
            demands.add(new Demand.Quota("nowhere " + i, null, 0, 1));
        }
        for (int i = 0; i < 1_000; i++) {
            demands.add(new Demand.TagQuota("tag" + i, i == 500 ? 1 : 0, 3));
        }
        var blueprint = new Blueprint(5, 600, demands, List.of());

        Assembly answer =
                new Assembler().assemble(new Pool(questions), blueprint, AssemblyRequest.one(1));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Assembly.Infeasible.class,
                        it -> {
                            assertThat(it.shortfalls())
                                    .extracting(Shortfall::demands)
                                    .containsExactly(List.of("tag tag500"));
                            assertThat(it.repair()).containsExactly(new Repair("tag tag500", 0, 3));
                        });
    }

    @Test
    void anEmptyPoolGivesNoSets() {
        var blueprint = new Blueprint(1, 0, List.of(), List.of());

        Assembly answer =
                new Assembler().assemble(new Pool(List.of()), blueprint, AssemblyRequest.one(1));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Assembly.Infeasible.class,
                        it ->
                                assertThat(it.shortfalls())
                                        .extracting(Shortfall::demands)
                                        .containsExactly(List.of("slots")));
    }

    private static PoolQuestion question(String id, String section, Difficulty difficulty) {
        return new PoolQuestion(id, section, difficulty, 300, Set.of(), 0, true);
    }
}
