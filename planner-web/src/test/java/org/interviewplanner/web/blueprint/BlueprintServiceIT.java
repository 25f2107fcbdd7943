package org.interviewplanner.web.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.interviewplanner.assembly.AskingOrder;
import org.interviewplanner.assembly.Assembly;
import org.interviewplanner.bank.Difficulty;
import org.interviewplanner.bank.RatingScale;
import org.interviewplanner.bank.Status;
import org.interviewplanner.web.bank.BankQuestion;
import org.interviewplanner.web.bank.BankService;
import org.interviewplanner.web.bank.TestBank;
import org.interviewplanner.web.data.BlueprintId;
import org.interviewplanner.web.data.SectionId;
import org.interviewplanner.web.data.TestDatabase;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.security.NotFoundException;
import org.interviewplanner.web.security.Role;
import org.interviewplanner.web.security.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
class BlueprintServiceIT {
    @Autowired BlueprintService blueprints;
    @Autowired BankService bank;
    @Autowired JdbcClient jdbc;
    @Autowired ApplicationContext context;

    private TestPeople people;
    private Member lead;

    @BeforeEach
    void newTeam() {
        people = new TestPeople(context);
        lead = people.newTeamMember(Role.LEAD, Role.AUTHOR);
    }

    @Test
    void keepsARecipeWithItsQuotasAndQuestions() {
        TestBank.fill(bank, lead, TestBank.document(2, 10));
        var questions = bank.pool(lead);
        var draft =
                new BlueprintDraft(
                        "Backend",
                        6,
                        1200,
                        900,
                        1500,
                        true,
                        List.of(
                                new Quota(section(0), null, 2, 4, 3),
                                new Quota(null, Difficulty.EXPERT, 0, 1, null),
                                new Quota(section(1), Difficulty.BASIC, 1, 1, null)),
                        Set.of(questions.get(0).id()),
                        Set.of(questions.get(1).id()),
                        new RatingRules(new RatingScale(List.of("weak", "fair", "strong")), true));

        var id = blueprints.create(lead, draft);

        assertThat(blueprints.blueprint(lead, id).draft()).isEqualTo(draft);
        assertThat(blueprints.blueprints(lead)).extracting(SavedBlueprint::id).containsExactly(id);
    }

    @Test
    void doesNotLetTheSlowerOneOverwriteTheFaster() {
        var id = blueprints.create(lead, plain("Backend", 5));
        var seen = blueprints.blueprint(lead, id);
        blueprints.update(lead, id, seen.version(), plain("Backend", 6));

        assertThatThrownBy(() -> blueprints.update(lead, id, seen.version(), plain("Backend", 7)))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThatThrownBy(() -> blueprints.delete(lead, id, seen.version()))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(blueprints.blueprint(lead, id).draft().slots()).isEqualTo(6);
    }

    @Test
    void refusesANameThatTheTeamHas() {
        blueprints.create(lead, plain("Backend", 5));

        assertThatThrownBy(() -> blueprints.create(lead, plain("Backend", 6)))
                .isInstanceOf(NameTakenException.class)
                .hasMessage(
                        "The name (Backend) must be new in the team.\nMaybe add the role or the month.");
    }

    @Test
    void hidesTheRecipesOfOtherTeams() {
        var id = blueprints.create(lead, plain("Backend", 5));
        var version = blueprints.blueprint(lead, id).version();
        var stranger = people.newTeamMember(Role.LEAD);

        assertThat(blueprints.blueprints(stranger)).isEmpty();
        assertThatThrownBy(() -> blueprints.blueprint(stranger, id))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> blueprints.update(stranger, id, version, plain("Mine", 5)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> blueprints.delete(stranger, id, version))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> blueprints.blueprint(lead, BlueprintId.create()))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void refusesSectionsOfOtherTeams() {
        TestBank.fill(bank, lead, TestBank.document(1, 5));
        var stranger = people.newTeamMember(Role.LEAD);
        var stolen = plain("Backend", 2).with(List.of(new Quota(section(0), null, 0, 2, null)));

        assertThatThrownBy(() -> blueprints.create(stranger, stolen))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void letsOnlyLeadsWrite() {
        var id = blueprints.create(lead, plain("Backend", 5));
        var version = blueprints.blueprint(lead, id).version();
        for (var role : List.of(Role.ADMIN, Role.AUTHOR, Role.INTERVIEWER)) {
            var colleague = people.colleagueOf(lead, role);
            assertThatThrownBy(() -> blueprints.create(colleague, plain("Other", 5)))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> blueprints.update(colleague, id, version, plain("Other", 5)))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> blueprints.delete(colleague, id, version))
                    .isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void offersPresetsThatWorkOnTheStarterBank() {
        TestBank.fillWithStarterBank(bank, lead);

        var presets = blueprints.presets(lead, key -> key + " {0}");

        assertThat(presets).hasSizeGreaterThanOrEqualTo(3);
        assertThat(presets)
                .allSatisfy(preset ->
                        assertThat(blueprints.check(lead, preset).outcome())
                                .as(preset.name())
                                .isInstanceOf(Assembly.Assembled.class));
    }

    @Test
    void offersNoPresetsForAnEmptyBank() {
        assertThat(blueprints.presets(lead, key -> key)).isEmpty();
    }

    @Test
    void saysWhatClashesAndHowToMendIt() {
        TestBank.fill(bank, lead, TestBank.document(2, 10));
        var draft =
                plain("Backend", 6)
                        .with(List.of(new Quota(section(0), Difficulty.EXPERT, 5, 6, null)));

        var checked = blueprints.check(lead, draft);

        assertThat(checked.outcome())
                .isInstanceOfSatisfying(
                        Assembly.Infeasible.class,
                        infeasible -> {
                            assertThat(infeasible.shortfalls().getFirst().have()).isEqualTo(2);
                            assertThat(infeasible.shortfalls().getFirst().need()).isEqualTo(5);
                            var mended = checked.recipe().repaired(infeasible.repair());
                            assertThat(blueprints.check(lead, mended).outcome())
                                    .isInstanceOf(Assembly.Assembled.class);
                        });
    }

    @Test
    void keepsEveryRule() {
        TestBank.fill(bank, lead, TestBank.document(2, 10));
        var questions = bank.pool(lead);
        var draft =
                plain("All rules", 6)
                        .with(
                                List.of(new TagQuota("async", 0, 2)),
                                List.of(new Enemies(questions.get(0).id(), questions.get(1).id())))
                        .with(
                                new Rest(false, 30, 5),
                                new Asking(
                                        AskingOrder.Policy.EASY_TO_HARD,
                                        questions.get(2).id(),
                                        questions.get(3).id()),
                                true);

        var saved = blueprints.blueprint(lead, blueprints.create(lead, draft));

        assertThat(saved.draft()).isEqualTo(draft);
        assertThat(saved.wordings().get(questions.get(2).id()))
                .isEqualTo(questions.get(2).wording());
        assertThat(blueprints.concerns(lead, saved, blueprints.stock(lead))).isEmpty();
    }

    @Test
    void namesWhatWasRenamedRetiredOrRemovedSinceItWasSaved() {
        TestBank.fill(bank, lead, TestBank.document(3, 6));
        var questions = bank.pool(lead);
        var first = section(0);
        var second = section(1);
        var id =
                blueprints.create(
                        lead,
                        new BlueprintDraft(
                                "Old",
                                4,
                                720,
                                0,
                                7200,
                                true,
                                List.of(
                                        new Quota(first, null, 1, 4, null),
                                        new Quota(second, null, 1, 4, null)),
                                Set.of(questions.getLast().id()),
                                Set.of()));
        jdbc.sql("update section set name = 'Renamed' where id = ?").param(first.value()).update();
        bank.setStatus(
                lead,
                questions.stream()
                        .filter(it -> it.section().equals(second))
                        .map(BankQuestion::id)
                        .toList(),
                Status.RETIRED);
        bank.setStatus(lead, List.of(questions.getLast().id()), Status.RETIRED);
        var gone = SectionId.create();
        jdbc.sql("update blueprint_quota set section_id = ? where section_id = ?")
                .params(gone.value(), second.value())
                .update();

        var saved = blueprints.blueprint(lead, id);
        var stock = blueprints.stock(lead);

        assertThat(blueprints.concerns(lead, saved, stock))
                .containsExactlyInAnyOrder(
                        new Concern.SectionRenamed(
                                first,
                                questions.getFirst().path().stream()
                                        .reduce((a, b) -> a + " / " + b)
                                        .orElseThrow(),
                                String.valueOf(stock.sectionName(first))),
                        new Concern.SectionGone(gone, saved.sections().get(gone)),
                        new Concern.QuestionRetired(
                                questions.getLast().id(), questions.getLast().wording()));
        // What is gone is not met silently: the recipe does not work until it is mended.
        var recipe = blueprints.recipe(lead, stock, saved.draft(), saved.sections(), Set.of());
        var outcome = blueprints.check(recipe, () -> false).outcome();
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Assembly.Infeasible.class,
                        it -> {
                            var mended = recipe.repaired(it.repair());
                            assertThat(blueprints.check(lead, mended).outcome())
                                    .isInstanceOf(Assembly.Assembled.class);
                        });
        // It can be saved as it is: nothing is lost unasked.
        assertThat(blueprints.update(lead, id, saved.version(), saved.draft()).draft())
                .isEqualTo(saved.draft());
    }

    @Test
    void offersPresetsThatWorkOnOddBanks() {
        var banks =
                Map.of(
                        "ten questions", TestBank.document(1, 10),
                        "few approved", TestBank.document(4, 9).replace(" · approved", ""),
                        "all one level",
                                TestBank.document(3, 14).replaceAll("level \\d", "level 3"),
                        "all easy", TestBank.document(2, 8).replaceAll("level \\d", "level 1"),
                        "three questions", TestBank.document(1, 3),
                        "many sections", TestBank.document(40, 2));
        banks.forEach((name, document) -> {
            var other = people.newTeamMember(Role.LEAD, Role.AUTHOR);
            TestBank.fill(bank, other, document);

            var presets = blueprints.presets(other, key -> key + " {0} {1}");

            assertThat(presets).as(name).isNotEmpty();
            assertThat(presets)
                    .as(name)
                    .allSatisfy(preset -> {
                        assertThat(blueprints.check(other, preset).outcome())
                                .as(preset.name())
                                .isInstanceOf(Assembly.Assembled.class);
                        assertThat(preset.plannedSeconds())
                                .isBetween(preset.minSeconds(), Math.max(60, preset.maxSeconds()));
                    });
        });
    }

    @Test
    void offersPresetsForTwoThousandQuestionsSoon() {
        TestBank.fill(bank, lead, TestBank.document(20, 100));
        var stock = blueprints.stock(lead);
        blueprints.presets(lead, stock, key -> key);

        var start = System.nanoTime();
        var presets = blueprints.presets(lead, stock, key -> key + " {1}");

        assertThat(presets).hasSizeGreaterThanOrEqualTo(10);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void saysHowManySetsThereCouldBeAndWhatHoldsUpTheNext() {
        TestBank.fill(bank, lead, TestBank.document(2, 10));
        var draft =
                plain("Two experts", 4)
                        .with(List.of(new Quota(section(0), Difficulty.EXPERT, 1, 4, null)));
        var recipe = blueprints.recipe(lead, blueprints.stock(lead), draft, Map.of(), Set.of());

        var capacity = blueprints.capacity(recipe, () -> false);

        assertThat(capacity.sets()).isEqualTo(2);
        assertThat(capacity.isExact()).isTrue();
        var said =
                new DemandWords(recipe, (key, values) -> key + Arrays.toString(values))
                        .capacity(capacity, BlueprintService.MOST_CAPACITY);
        assertThat(said)
                .contains("demand.capacity[2]", "demand.bottleneck[Demand.cell", "Topic 1, 5]")
                .contains("demand.write[1,");
    }

    @Test
    void refusesRecipesOutOfBounds() {
        var many = new ArrayList<Quota>();
        for (int i = 0; i < 10_000; i++) {
            many.add(new Quota(SectionId.create(), null, 0, 1, null));
        }
        assertThatThrownBy(() -> plain("Many", 5).with(many))
                .hasMessage("A blueprint must have at most 2000 quotas, not 10000.");
        assertThatThrownBy(() -> plain("None", 0))
                .hasMessage("The number of questions (0) must be 1 to 200.");
        assertThatThrownBy(() ->
                        new BlueprintDraft(
                                "Negative", 5, 600, -60, 600, true, List.of(), Set.of(), Set.of()))
                .hasMessageContaining("at least (-60 s)");
        assertThatThrownBy(() -> new Rest(true, 0, null))
                .hasMessage(
                        "The days of rest (0) must be 1 to 3650.\nMaybe leave them empty for none.");
        assertThatThrownBy(() -> new TagQuota("a", 3, 2))
                .hasMessage("The quota of tag (a) must have 0 <= min (3) <= max (2) <= 200.");
        var one = org.interviewplanner.web.data.QuestionId.create();
        assertThatThrownBy(() -> new Enemies(one, one))
                .hasMessageContaining("cannot be its own enemy");
        assertThatThrownBy(() ->
                        blueprints.create(
                                lead,
                                plain("Foreign", 5)
                                        .with(
                                                List.of(
                                                        new Quota(
                                                                SectionId.create(),
                                                                null,
                                                                0,
                                                                1,
                                                                null)))))
                .isInstanceOf(NotFoundException.class);
        assertThat(blueprints.blueprints(lead)).isEmpty();
    }

    @Test
    void saysOfAnEmptyBankThatItIsEmpty() {
        assertThat(blueprints.check(lead, plain("Empty", 5)).outcome())
                .isInstanceOfSatisfying(
                        Assembly.Infeasible.class,
                        it -> assertThat(it.shortfalls().getFirst().have()).isZero());
    }

    @Test
    void copiesUnderAFreeName() {
        var id = blueprints.create(lead, plain("Backend", 5));
        var draft = blueprints.blueprint(lead, id).draft();

        var first = blueprints.createCopy(lead, draft, Map.of(), Map.of());
        var second = blueprints.createCopy(lead, draft, Map.of(), Map.of());

        assertThat(blueprints.blueprint(lead, first).draft().name()).isEqualTo("Backend 2");
        assertThat(blueprints.blueprint(lead, second).draft().name()).isEqualTo("Backend 3");
    }

    private SectionId section(int index) {
        return bank.pool(lead).stream().map(BankQuestion::section).distinct().toList().get(index);
    }

    private static BlueprintDraft plain(String name, int slots) {
        return new BlueprintDraft(
                name, slots, slots * 180, 0, 7200, true, List.of(), Set.of(), Set.of());
    }
}
