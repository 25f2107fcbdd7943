package org.interviewplanner.web.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.interviewplanner.assembly.Assembly;
import org.interviewplanner.bank.Difficulty;
import org.interviewplanner.bank.RatingScale;
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
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
class BlueprintServiceIT {
    @Autowired BlueprintService blueprints;
    @Autowired BankService bank;
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

    private SectionId section(int index) {
        return bank.pool(lead).stream().map(BankQuestion::section).distinct().toList().get(index);
    }

    private static BlueprintDraft plain(String name, int slots) {
        return new BlueprintDraft(
                name, slots, slots * 180, 0, 7200, true, List.of(), Set.of(), Set.of());
    }
}
