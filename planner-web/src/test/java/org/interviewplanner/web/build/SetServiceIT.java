package org.interviewplanner.web.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.interviewplanner.assembly.Assembly;
import org.interviewplanner.bank.Difficulty;
import org.interviewplanner.bank.Status;
import org.interviewplanner.web.bank.BankQuestion;
import org.interviewplanner.web.bank.BankService;
import org.interviewplanner.web.bank.TestBank;
import org.interviewplanner.web.blueprint.BlueprintDraft;
import org.interviewplanner.web.blueprint.BlueprintService;
import org.interviewplanner.web.blueprint.Quota;
import org.interviewplanner.web.data.BlueprintId;
import org.interviewplanner.web.data.SetId;
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
class SetServiceIT {
    @Autowired SetService sets;
    @Autowired BlueprintService blueprints;
    @Autowired BankService bank;
    @Autowired ApplicationContext context;

    private TestPeople people;
    private Member lead;
    private BlueprintId blueprint;

    @BeforeEach
    void newTeamWithABank() {
        people = new TestPeople(context);
        lead = people.newTeamMember(Role.LEAD, Role.AUTHOR);
        TestBank.fill(bank, lead, TestBank.document(4, 10));
        blueprint =
                blueprints.create(
                        lead,
                        new BlueprintDraft(
                                "Backend",
                                8,
                                1440,
                                1200,
                                1600,
                                true,
                                List.of(Quota.aiming(null, Difficulty.EXPERT, 2)),
                                Set.of(),
                                Set.of()));
    }

    @Test
    void proposesAProvedSetAndKeepsItInOrder() {
        var proposal = sets.propose(lead, blueprint, null, 1, 0, 7);

        var id = sets.keep(lead, proposal, "For Monday").getFirst();

        var kept = sets.set(lead, id);
        assertThat(proposal.outcome())
                .isInstanceOfSatisfying(
                        Assembly.Assembled.class, it -> assertThat(it.proved()).isTrue());
        assertThat(kept.slots())
                .extracting(KeptSlot::question)
                .containsExactlyElementsOf(
                        proposal.sets().getFirst().stream().map(BankQuestion::id).toList());
        assertThat(kept.slots())
                .extracting(KeptSlot::position)
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(kept.slots().stream().filter(it -> it.difficulty() == Difficulty.EXPERT))
                .hasSize(2);
        assertThat(kept.name()).isEqualTo("For Monday");
        assertThat(kept.code()).matches("[A-Z2-9]{5}");
        assertThat(kept.recipe()).startsWith("Backend: 8 questions, 20–26 min");
    }

    @Test
    void givesTheSameSetForTheSameSeed() {
        assertThat(sets.propose(lead, blueprint, null, 1, 0, 42).sets())
                .isEqualTo(sets.propose(lead, blueprint, null, 1, 0, 42).sets());
    }

    @Test
    void givesParallelSetsThatShareNothing() {
        var proposal = sets.propose(lead, blueprint, null, 3, 0, 1);

        var all = new HashSet<>();
        proposal.sets().forEach(set -> set.forEach(it -> all.add(it.id())));
        assertThat(proposal.sets()).hasSize(3);
        assertThat(all).hasSize(24);
    }

    @Test
    void storesNothingWhenItProposes() {
        sets.propose(lead, blueprint, null, 1, 0, 1);

        assertThat(sets.summaries(lead)).isEmpty();
    }

    @Test
    void saysWhyThereIsNoSet() {
        var proposal = sets.propose(lead, blueprint, null, 6, 0, 1);

        assertThat(proposal.outcome())
                .isInstanceOfSatisfying(
                        Assembly.Infeasible.class,
                        it -> assertThat(it.shortfalls().getFirst().message()).isNotBlank());
        assertThatThrownBy(() -> sets.keep(lead, proposal, "None"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Only an assembled proposal can be kept.");
    }

    @Test
    void keepsNothingOnceAQuestionOfItIsRetired() {
        var proposal = sets.propose(lead, blueprint, null, 1, 0, 7);
        bank.setStatus(lead, List.of(proposal.sets().getFirst().getFirst().id()), Status.RETIRED);

        assertThatThrownBy(() -> sets.keep(lead, proposal, "Late"))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(sets.summaries(lead)).isEmpty();
    }

    @Test
    void hidesSetsOfOtherTeamsAndFromOtherRoles() {
        var id = sets.keep(lead, sets.propose(lead, blueprint, null, 1, 0, 7), "Ours").getFirst();
        var stranger = people.newTeamMember(Role.LEAD);
        var admin = people.colleagueOf(lead, Role.ADMIN);
        var interviewer = people.colleagueOf(lead, Role.INTERVIEWER);

        assertThat(sets.summaries(stranger)).isEmpty();
        assertThatThrownBy(() -> sets.set(stranger, id)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> sets.set(admin, id)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> sets.set(lead, SetId.create()))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> sets.propose(stranger, blueprint, null, 1, 0, 1))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> sets.propose(interviewer, blueprint, null, 1, 0, 1))
                .isInstanceOf(NotFoundException.class);
        assertThat(sets.set(interviewer, id).name()).isEqualTo("Ours");
    }
}
