package org.interviewplanner.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.interviewplanner.bank.Difficulty;
import org.junit.jupiter.api.Test;

class ValuesTest {

    private static final PoolQuestion ACID = question("acid", "SQL", 300, 10);

    @Test
    void wrongValuesCannotBeBuilt() {
        refuses(
                () -> question(" ", "SQL", 1, 1),
                "The question ( ) of section (SQL) must have an id and a section.");
        refuses(
                () -> question("a", "", 1, 1),
                "The question (a) of section () must have an id and a section.");
        refuses(
                () -> question("a", "SQL", -60, 1),
                "The seconds (-60) of question (a) must be 0 to 86400.");
        refuses(
                () -> question("a", "SQL", 86_401, 1),
                "The seconds (86401) of question (a) must be 0 to 86400.");
        refuses(
                () -> question("a", "SQL", 60, -1),
                "The exposure (-1) of question (a) must be 0 to 1000000000.");
        refuses(
                () -> question("a", "SQL", 60, 1_000_000_001),
                "The exposure (1000000001) of question (a) must be 0 to 1000000000.");
        refuses(
                () -> new Demand.Quota(null, null, 0, 1),
                "The quota (null, null) must name a section, a difficulty or both.");
        refuses(
                () -> new Demand.Quota(" ", Difficulty.BASIC, 0, 1),
                "The quota ( , BASIC) must name a section, a difficulty or both.");
        refuses(
                () -> new Demand.Quota("SQL", Difficulty.BASIC, 2, 1),
                "The quota (cell SQL 2) must have 0 <= min (2) <= max (1).");
        refuses(
                () -> new Demand.Quota(null, Difficulty.EXPERT, -1, 1),
                "The quota (difficulty 5) must have 0 <= min (-1) <= max (1).");
        refuses(() -> new Demand.TagQuota(" ", 0, 1), "The tag ( ) of a quota must not be blank.");
        refuses(
                () -> new Demand.TagQuota("t", 2, 1),
                "The quota (tag t) must have 0 <= min (2) <= max (1).");
        refuses(
                () -> new Demand.Time(-1, 5),
                "The time (seconds) must have 0 <= min (-1) <= max (5).");
        refuses(
                () -> new Demand.Enemies("a", "a"),
                "The enemies (a, a) must be two different questions.");
        refuses(
                () -> new Target(null, null, 1),
                "The target (null, null) must name a section, a difficulty or both.");
        refuses(
                () -> new Target("SQL", null, -1),
                "The target (section SQL) must have 0 <= min (-1) <= max (-1).");
        refuses(
                () -> new Blueprint(0, 60, List.of(), List.of()),
                "The slots (0) must be 1 to 1000.");
        refuses(
                () -> new Blueprint(1_001, 60, List.of(), List.of()),
                "The slots (1001) must be 1 to 1000.");
        refuses(
                () -> new Blueprint(1, -60, List.of(), List.of()),
                "The target seconds (-60) must be at least 0.");
        refuses(
                () ->
                        new Blueprint(
                                1,
                                60,
                                List.of(),
                                List.of(new Target("S", null, 1), new Target("S", null, 2))),
                "The targets must not count the same (section S) twice.");
        refuses(
                () -> new AskingOrder(AskingOrder.Policy.BY_SECTION, "a", "a"),
                "The question (a) must not be opener and closer at once.");
        refuses(() -> AssemblyRequest.sets(0, 1), "The sets (0) must be 1 to 100000.");
        refuses(() -> AssemblyRequest.sets(100_001, 1), "The sets (100001) must be 1 to 100000.");
        refuses(
                () -> AssemblyRequest.one(1).withOverlap(-1),
                "The overlap (-1) must be at least 0.");
        refuses(
                () -> AssemblyRequest.one(1).withWorkLimit(0),
                "The work limit (0) must be at least 1.");
        refuses(
                () -> new Shortfall(List.of(), 0, 1),
                "The demands of a shortfall must not be empty.");
        refuses(() -> new Slot(0, "a"), "The slot (0) must be at least 1 and hold a question (a).");
        refuses(() -> new Slot(1, ""), "The slot (1) must be at least 1 and hold a question ().");
        refuses(
                () -> InterviewSet.of(List.of("a", "a")),
                "The slot (Slot[position=2, question=a]) must have position 2 and a question that"
                        + " stands once.");
        refuses(
                () -> new InterviewSet(List.of(new Slot(2, "a"))),
                "The slot (Slot[position=2, question=a]) must have position 1 and a question that"
                        + " stands once.");
        refuses(() -> new Pool(List.of(ACID, ACID)), "The id (acid) must be unique in the pool.");
        refuses(
                () -> new Pool(List.of(ACID)).question("base"),
                "The question (base) is not in the pool.");
        refuses(
                () -> PanelSplit.of(new Pool(List.of(ACID)), InterviewSet.of(List.of("acid")), 0),
                "The raters (0) must be at least 1.");
    }

    @Test
    void theirBoundsAreAllowed() {
        assertThat(question("a", "SQL", 0, 0).seconds()).isZero();
        assertThat(question("a", "SQL", 86_400, 1_000_000_000).exposure()).isEqualTo(1_000_000_000);
        assertThat(AssemblyRequest.sets(100_000, 1).withWorkLimit(1).sets()).isEqualTo(100_000);
        assertThat(new Blueprint(1_000, 0, List.of(), List.of()).slots()).isEqualTo(1_000);
        refuses(
                () -> new Repair("section SQL", 2, 1),
                "The repair (section SQL) must have 0 <= min (2) <= max (1).");
    }

    @Test
    void amendmentsGoFurtherTheSameWay() {
        assertThat(further(new Repair("section SQL", 2, 4), false, 3))
                .isEqualTo(new Repair("section SQL", 0, 4));
        assertThat(further(new Repair("section SQL", 2, 4), true, 3))
                .isEqualTo(new Repair("section SQL", 2, 7));
        assertThat(further(new Repair("seconds", 600, 900), false, 2))
                .isEqualTo(new Repair("seconds", 480, 900));
        assertThat(further(new Repair("slots", 5, 5), false, 1))
                .isEqualTo(new Repair("slots", 4, 4));
        assertThat(further(new Repair("slots", 5, 5), true, 1))
                .isEqualTo(new Repair("slots", 6, 6));
        assertThat(new Amendment(new Repair("tag t", 2, 4), 2, 3, 1, false).edge())
                .isEqualTo(new Repair("tag t", 2, 2));
        assertThat(new Amendment(new Repair("tag t", 2, 4), 2, 3, 1, true).edge())
                .isEqualTo(new Repair("tag t", 4, 4));
    }

    private static Repair further(Repair repair, boolean raises, int by) {
        return new Amendment(repair, 1, 2, 3, raises).further(by).repair();
    }

    private static void refuses(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void repairsChangeTheDemandsOfTheirName() {
        var blueprint =
                new Blueprint(
                        5,
                        600,
                        List.of(
                                new Demand.Quota("SQL", null, 3, 4),
                                new Demand.TagQuota("t", 1, 2),
                                new Demand.Time(600, 900),
                                new Demand.Include(Set.of("a")),
                                new Demand.Exclude(Set.of("b")),
                                new Demand.Enemies("c", "d"),
                                new Demand.ApprovedOnly()),
                        List.of());

        Blueprint repaired =
                blueprint.with(
                        List.of(
                                new Repair("section SQL", 2, 4),
                                new Repair("tag t", 0, 2),
                                new Repair("seconds", 300, 900),
                                new Repair("include", 0, 0),
                                new Repair("slots", 4, 4),
                                new Repair("sets", 2, 2)));

        assertThat(repaired.slots()).isEqualTo(4);
        assertThat(repaired.demands())
                .containsExactly(
                        new Demand.Quota("SQL", null, 2, 4),
                        new Demand.TagQuota("t", 0, 2),
                        new Demand.Time(300, 900),
                        new Demand.Exclude(Set.of("b")),
                        new Demand.Enemies("c", "d"),
                        new Demand.ApprovedOnly());
        assertThat(AssemblyRequest.sets(5, 1).with(List.of(new Repair("sets", 2, 2))).sets())
                .isEqualTo(2);
        assertThat(new Repair("sets", 2, 2).message()).isEqualTo("Ask for 2 sets.");
        assertThat(new Repair("include", 0, 0).message())
                .isEqualTo("Drop the demand the must-have questions.");
    }

    @Test
    void theCheckerCatchesEveryBrokenDemand() {
        var pool =
                new Pool(
                        List.of(
                                ACID,
                                question("joins", "SQL", 300, 0),
                                new PoolQuestion(
                                        "csrf",
                                        "Security",
                                        Difficulty.EXPERT,
                                        600,
                                        Set.of("web"),
                                        0,
                                        false)));
        breaks(pool, new Demand.Quota("SQL", null, 0, 1), "section SQL");
        breaks(pool, new Demand.Quota("SQL", Difficulty.BASIC, 3, 3), "cell SQL 2");
        breaks(pool, new Demand.TagQuota("web", 1, 2), "tag web");
        breaks(pool, new Demand.Time(0, 500), "seconds");
        breaks(pool, new Demand.Include(Set.of("csrf")), "include");
        breaks(pool, new Demand.Exclude(Set.of("acid")), "exclude");
        breaks(pool, new Demand.Enemies("joins", "acid"), "enemies");
        var set = InterviewSet.of(List.of("acid", "csrf"));
        var approved = new Blueprint(2, 900, List.of(new Demand.ApprovedOnly()), List.of());
        assertThatThrownBy(() ->
                        new Checker(pool, approved, AssemblyRequest.one(1)).check(List.of(set)))
                .hasMessageContaining("(approved) with (csrf)");
        var free = new Blueprint(2, 900, List.of(), List.of());
        assertThatThrownBy(() ->
                        new Checker(pool, free, AssemblyRequest.sets(2, 1))
                                .check(List.of(set, set)))
                .hasMessageContaining("(overlap) with (1)");
        assertThatThrownBy(() ->
                        new Checker(pool, free, AssemblyRequest.sets(2, 1)).check(List.of(set)))
                .hasMessageContaining("(sets) with (1)");
        assertThatThrownBy(() ->
                        new Checker(pool, free, AssemblyRequest.one(1))
                                .check(List.of(InterviewSet.of(List.of("acid")))))
                .hasMessageContaining("(slots) with (1)");
        assertThat(
                        new Checker(pool, free, AssemblyRequest.sets(2, 1).withOverlap(2))
                                .check(List.of(set, set)))
                .isEqualTo(new Objective(0, 0, 20));
    }

    private static void breaks(Pool pool, Demand demand, String name) {
        var blueprint = new Blueprint(2, 600, List.of(demand), List.of());
        assertThatThrownBy(() ->
                        new Checker(pool, blueprint, AssemblyRequest.one(1))
                                .check(List.of(InterviewSet.of(List.of("acid", "joins")))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("break the demand (" + name + ")");
    }

    @Test
    void splitsASetOverAPanelBySectionWithEqualMinutes() {
        var questions = new ArrayList<PoolQuestion>();
        int[] minutes = {7, 5, 4, 3, 3, 2};
        for (int i = 0; i < minutes.length; i++) {
            questions.add(question("a" + i, "S" + i, 60 * minutes[i], 0));
        }
        var set = InterviewSet.of(questions.stream().map(PoolQuestion::id).toList());

        PanelSplit split = PanelSplit.of(new Pool(questions), set, 2);

        assertThat(split.shares())
                .extracting(PanelSplit.Share::seconds)
                .containsExactly(720L, 720L);
        assertThat(split.shares().stream().flatMap(it -> it.slots().stream()))
                .containsExactlyInAnyOrderElementsOf(set.slots());
    }

    @Test
    void dividesSectionsIfThereAreFewerThanRaters() {
        var questions = new ArrayList<PoolQuestion>();
        for (int i = 0; i < 6; i++) {
            questions.add(question("a" + i, "SQL", 60, 0));
        }
        var set = InterviewSet.of(questions.stream().map(PoolQuestion::id).toList());

        PanelSplit split = PanelSplit.of(new Pool(questions), set, 3);

        assertThat(split.shares()).extracting(PanelSplit.Share::seconds).containsOnly(120L);
    }

    @Test
    void comparesParallelSets() {
        var pool =
                new Pool(
                        List.of(
                                ACID,
                                question("joins", "SQL", 300, 30),
                                new PoolQuestion(
                                        "csrf",
                                        "Security",
                                        Difficulty.EXPERT,
                                        600,
                                        Set.of(),
                                        0,
                                        true)));
        var blueprint =
                new Blueprint(2, 600, List.of(new Demand.Include(Set.of("csrf"))), List.of());
        var sets =
                List.of(
                        InterviewSet.of(List.of("acid", "csrf")),
                        InterviewSet.of(List.of("joins", "csrf")),
                        InterviewSet.of(List.of("acid", "joins")));

        Fairness fairness = Fairness.of(pool, blueprint, sets);

        assertThat(fairness.secondsSpread()).isEqualTo(300);
        assertThat(fairness.difficultySpread()).isCloseTo(1.5, within(1e-9));
        assertThat(fairness.overlaps())
                .containsExactly(new Fairness.Overlap(1, 3, 1), new Fairness.Overlap(2, 3, 1));
        assertThat(fairness.sets().get(2).sections())
                .containsEntry("Security", 0)
                .containsEntry("SQL", 2);
        assertThat(fairness.sets().get(0).difficulties()).containsEntry(Difficulty.EXPERT, 1);
        assertThat(fairness.sets().get(1).exposureShare()).isCloseTo(30.0 / 80, within(1e-9));
    }

    @Test
    void spokenNamesAreWords() {
        assertThat(new Shortfall(List.of("include", "enemies"), 0, 1).message())
                .isEqualTo(
                        "The must-have questions and the enemies cannot hold together: need 1"
                                + " question(s), can have 0.");
        assertThat(new Shortfall(List.of("exclude", "approved", "slots"), 3, 5).message())
                .isEqualTo(
                        "The excluded questions, approved only and the number of questions cannot"
                                + " hold together: need 5 question(s), can have 3.");
        assertThat(new Shortfall(List.of("seconds"), 300, 600).message())
                .isEqualTo("The time needs 600 second(s), the pool can give 300.");
    }

    private static PoolQuestion question(String id, String section, int seconds, int exposure) {
        return new PoolQuestion(id, section, Difficulty.BASIC, seconds, Set.of(), exposure, true);
    }
}
