package org.interviewplanner.web.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.interviewplanner.assembly.AskingOrder;
import org.interviewplanner.assembly.Assembly;
import org.interviewplanner.assembly.PanelSplit;
import org.interviewplanner.assembly.Slot;
import org.interviewplanner.bank.Difficulty;
import org.interviewplanner.bank.Status;
import org.interviewplanner.web.bank.BankQuestion;
import org.interviewplanner.web.bank.BankService;
import org.interviewplanner.web.bank.PairService;
import org.interviewplanner.web.bank.TestBank;
import org.interviewplanner.web.blueprint.Asking;
import org.interviewplanner.web.blueprint.BlueprintDraft;
import org.interviewplanner.web.blueprint.BlueprintService;
import org.interviewplanner.web.blueprint.Quota;
import org.interviewplanner.web.blueprint.Rest;
import org.interviewplanner.web.data.BlueprintId;
import org.interviewplanner.web.data.CandidateId;
import org.interviewplanner.web.data.QuestionId;
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
    @Autowired PanelService panels;
    @Autowired PairService pairs;
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
                        proposal.sets().getFirst().stream().map(it -> it.question().id()).toList());
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
        proposal.sets().forEach(set -> set.forEach(it -> all.add(it.question().id())));
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
        bank.setStatus(
                lead,
                List.of(proposal.sets().getFirst().getFirst().question().id()),
                Status.RETIRED);

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

    @Test
    void offersOtherQuestionsThatKeepEveryDemandAndSaysWhatTheyShift() {
        var proposal = sets.propose(lead, SetRequest.parallel(blueprint, 2, 7), () -> false);

        for (int position = 1; position <= 8; position++) {
            var others = sets.alternatives(lead, proposal, 1, position);
            assertThat(others).hasSizeBetween(1, SetService.ALTERNATIVES);
            for (var other : others) {
                var changed = sets.exchanged(lead, proposal, 1, position, other.question());
                var before = Objects.requireNonNull(proposal.standing()).value();
                var after = Objects.requireNonNull(changed.standing());
                assertThat(after.byHand()).isTrue();
                assertThat(after.value().balance() - before.balance()).isEqualTo(other.balance());
                assertThat(after.value().deviation() - before.deviation())
                        .isEqualTo(other.deviation());
                assertThat(changed.sets().getFirst()).isEqualTo(proposal.sets().getFirst());
                assertThat(changed.sets().get(1).get(position - 1).question())
                        .isEqualTo(other.question());
                assertThat(questions(changed)).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void refusesAnExchangeThatBreaksADemand() {
        var proposal = sets.propose(lead, SetRequest.parallel(blueprint, 2, 7), () -> false);
        var taken = proposal.sets().get(1).getFirst().question();

        assertThatThrownBy(() -> sets.exchanged(lead, proposal, 0, 1, taken))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The exchanged question would break a demand of the blueprint.");
    }

    @Test
    void proposesOneSetAgainAroundItsPinsWhileTheOthersStay() {
        var proposal = sets.propose(lead, SetRequest.parallel(blueprint, 3, 7), () -> false);
        var pinned = proposal.pinned(1, 2, true).pinned(1, 5, true);

        var again = sets.proposeAround(lead, pinned, 1, 99, () -> false);

        assertThat(again.sets().get(0)).isEqualTo(proposal.sets().get(0));
        assertThat(again.sets().get(2)).isEqualTo(proposal.sets().get(2));
        assertThat(again.sets().get(1).stream().filter(ProposedQuestion::pinned))
                .extracting(ProposedQuestion::question)
                .containsExactlyInAnyOrder(
                        proposal.sets().get(1).get(1).question(),
                        proposal.sets().get(1).get(4).question());
        assertThat(questions(again)).hasSize(24).doesNotHaveDuplicates();
    }

    @Test
    void asksInTheOrderThatIsWanted() {
        var proposal = sets.propose(lead, blueprint, null, 1, 0, 7);

        var rising = proposal.ordered(AskingOrder.Policy.EASY_TO_HARD).sets().getFirst();
        assertThat(rising)
                .isSortedAccordingTo(Comparator.comparing(it -> it.question().difficulty()));
        var bySection = proposal.ordered(AskingOrder.Policy.BY_SECTION).sets().getFirst();
        assertThat(
                        bySection.stream()
                                .map(it -> it.question().path())
                                .reduce(
                                        new ArrayList<List<String>>(),
                                        (seen, path) -> {
                                            if (seen.isEmpty() || !seen.getLast().equals(path)) {
                                                seen.add(path);
                                            }
                                            return seen;
                                        },
                                        (a, b) -> a))
                .doesNotHaveDuplicates();
        assertThat(proposal.moved(0, 1, 8).sets().getFirst().get(7))
                .isEqualTo(proposal.sets().getFirst().getFirst());
    }

    @Test
    void opensAndClosesAsTheBlueprintSays() {
        var questions = bank.pool(lead);
        var opener = questions.get(17).id();
        var closer = questions.get(3).id();
        var fixed =
                blueprints.create(
                        lead,
                        blueprints
                                .blueprint(lead, blueprint)
                                .draft()
                                .named("Fixed")
                                .with(
                                        Rest.DEFAULT,
                                        new Asking(
                                                AskingOrder.Policy.WARM_UP_FIRST, opener, closer),
                                        false));

        for (var set : sets.propose(lead, SetRequest.parallel(fixed, 2, 3), () -> false).sets()) {
            assertThat(set.getFirst().question().id()).isEqualTo(opener);
            assertThat(set.getLast().question().id()).isEqualTo(closer);
        }
    }

    @Test
    void keepsAProposalOnceHoweverOftenAndFromHoweverManyHandsAtOnce() throws Exception {
        var proposal = sets.propose(lead, SetRequest.parallel(blueprint, 2, 7), () -> false);
        var keeping = new ArrayList<Callable<List<SetId>>>();
        for (int i = 0; i < 6; i++) {
            keeping.add(() -> sets.keep(lead, proposal, "Together"));
        }

        var kept = new HashSet<List<SetId>>();
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var one : threads.invokeAll(keeping)) {
                kept.add(one.get());
            }
        }

        assertThat(kept).hasSize(1);
        assertThat(sets.summaries(lead)).hasSize(2);
        var stranger = people.newTeamMember(Role.LEAD);
        assertThatThrownBy(() -> sets.keep(stranger, proposal, "Stolen"))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void keepsWhatTwoPeopleProposedAtTheSameTime() {
        var colleague = people.colleagueOf(lead, Role.LEAD);
        var mine = sets.propose(lead, blueprint, null, 1, 0, 7);
        var theirs = sets.propose(colleague, blueprint, null, 1, 0, 7);

        sets.keep(lead, mine, "Same name");
        sets.keep(colleague, theirs, "Same name");

        assertThat(sets.summaries(lead)).extracting(SetSummary::code).doesNotHaveDuplicates();
    }

    @Test
    void namesTheQuestionsThatChangedSinceTheyWereProposed() {
        var proposal = sets.propose(lead, blueprint, null, 1, 0, 7);
        var changed = proposal.sets().getFirst().get(2).question();
        bank.setSeconds(lead, List.of(changed.id()), 999);

        assertThatThrownBy(() -> sets.keep(lead, proposal, "Late"))
                .isInstanceOfSatisfying(
                        ProposalOutdatedException.class,
                        it -> assertThat(it.wordings()).containsExactly(changed.wording()));
        assertThat(sets.summaries(lead)).isEmpty();
    }

    @Test
    void keepsWhatItUsedWhenTheBlueprintChangesOrGoes() {
        var saved = blueprints.blueprint(lead, blueprint);
        var proposal = sets.propose(lead, blueprint, null, 1, 0, 7);
        var first = sets.keep(lead, proposal, "First").getFirst();
        blueprints.update(lead, blueprint, saved.version(), saved.draft().named("Changed"));

        var batch = Objects.requireNonNull(sets.batch(lead, first));
        assertThat(batch.recipe()).isEqualTo(saved);
        assertThat(batch.recipe().version())
                .isLessThan(blueprints.blueprint(lead, blueprint).version());

        var late = sets.propose(lead, blueprint, null, 1, 0, 8);
        blueprints.delete(lead, blueprint, blueprints.blueprint(lead, blueprint).version());
        var second = sets.keep(lead, late, "After the end").getFirst();

        assertThat(sets.set(lead, second).blueprint()).isNull();
        assertThat(sets.batch(lead, second).recipe().draft().name()).isEqualTo("Changed");
        assertThat(
                        blueprints.createCopy(
                                lead,
                                batch.recipe().draft(),
                                batch.recipe().sections(),
                                batch.recipe().wordings()))
                .satisfies(copy ->
                        assertThat(blueprints.blueprint(lead, copy).draft())
                                .isEqualTo(saved.draft()));
    }

    @Test
    void certifiesThatParallelSetsAreEqual() {
        var proposal = sets.propose(lead, SetRequest.parallel(blueprint, 3, 7), () -> false);
        var kept = sets.keep(lead, proposal, "Cohort");
        bank.setStatus(
                lead,
                List.of(proposal.sets().getFirst().getFirst().question().id()),
                Status.RETIRED);

        var certificate = sets.certificate(lead, kept.get(1));

        assertThat(certificate.sets()).extracting(KeptSet::id).containsExactlyElementsOf(kept);
        assertThat(certificate.fairness().sets()).hasSize(3);
        assertThat(certificate.fairness().sets())
                .allSatisfy(it -> {
                    assertThat(it.seconds()).isEqualTo(1440);
                    assertThat(it.difficulties()).containsEntry(Difficulty.EXPERT, 2);
                });
        assertThat(certificate.fairness().overlaps()).isEmpty();
        var batch = Objects.requireNonNull(certificate.batch());
        assertThat(batch.seed()).isEqualTo(7);
        assertThat(batch.bankQuestions()).isEqualTo(40);
        assertThat(batch.bankVersion()).matches("[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}");
        assertThat(batch.standing()).isEqualTo(proposal.standing());
        var stranger = people.newTeamMember(Role.LEAD);
        assertThatThrownBy(() -> sets.certificate(stranger, kept.getFirst()))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void comparesTwoSetsAndSplitsOneOverAPanel() {
        var kept =
                sets.keep(
                        lead,
                        sets.propose(
                                lead,
                                new SetRequest(blueprint, List.of(), 2, 3, 7, null),
                                () -> false),
                        "Pair");

        var compared = sets.compare(lead, kept.get(0), kept.get(1));
        assertThat(compared.shared()).hasSizeLessThanOrEqualTo(3);
        assertThat(compared.sections()).isNotEmpty();
        var split = sets.split(lead, kept.getFirst(), 2);
        assertThat(split.shares().stream().flatMap(it -> it.slots().stream()))
                .extracting(it -> it.question())
                .containsExactlyInAnyOrderElementsOf(
                        sets.set(lead, kept.getFirst()).slots().stream()
                                .map(it -> it.question().value().toString())
                                .toList());
        assertThatThrownBy(() -> sets.split(lead, kept.getFirst(), 0))
                .hasMessage("The number of raters (0) must be 1 to 12.");
    }

    @Test
    void keepsWhoAsksWhatInsteadOfWhatWasKeptBefore() {
        var id = sets.keep(lead, sets.propose(lead, blueprint, null, 1, 0, 7), "Panel").getFirst();
        var ada = people.colleagueOf(lead, Role.INTERVIEWER);
        assertThat(panels.panel(lead, id)).isEmpty();

        panels.keep(lead, id, List.of(lead.person()));
        panels.keep(lead, id, List.of(ada.person(), lead.person()));

        var shares = sets.split(lead, id, 2).shares();
        assertThat(panels.panel(ada, id))
                .containsExactly(
                        new PanelShare(ada.person(), ada.name(), positions(shares.get(0))),
                        new PanelShare(lead.person(), lead.name(), positions(shares.get(1))));
        panels.forget(lead, id);
        assertThat(panels.panel(ada, id)).isEmpty();
    }

    private static List<Integer> positions(PanelSplit.Share share) {
        return share.slots().stream().map(Slot::position).toList();
    }

    @Test
    void putsOnlyPeopleOfTheTeamWhoMayRateOnAPanel() {
        var id = sets.keep(lead, sets.propose(lead, blueprint, null, 1, 0, 7), "Panel").getFirst();
        var author = people.colleagueOf(lead, Role.AUTHOR);
        var interviewer = people.colleagueOf(lead, Role.INTERVIEWER);
        var stranger = people.newTeamMember(Role.LEAD);

        for (var other : List.of(author, stranger)) {
            assertThatThrownBy(() -> panels.keep(lead, id, List.of(other.person())))
                    .isInstanceOf(NotFoundException.class);
        }
        assertThatThrownBy(() -> panels.keep(interviewer, id, List.of(interviewer.person())))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> panels.keep(stranger, id, List.of(stranger.person())))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> panels.panel(stranger, id)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> panels.keep(lead, id, List.of(lead.person(), lead.person())))
                .hasMessage("Each rater may have one share.");
        assertThat(panels.panel(lead, id)).isEmpty();
    }

    @Test
    void putsQuestionsThatTheBankPartsInNoSetTogether() {
        var pool = bank.pool(lead);
        var one = pool.get(0).id();
        var other = pool.get(1).id();
        var nearlyAll = allButOne(39, Set.of(one));
        assertThat(asked(sets.propose(lead, nearlyAll, null, 1, 0, 1))).hasSize(39);
        var version = blueprints.stock(lead).version();

        pairs.part(lead, one, other);

        for (int seed = 1; seed <= 5; seed++) {
            assertThat(asked(sets.propose(lead, nearlyAll, null, 1, 0, seed)))
                    .hasSize(39)
                    .contains(one)
                    .doesNotContain(other);
        }
        assertThat(blueprints.stock(lead).version()).isNotEqualTo(version);
        // No recipe can give up what the bank parts: the repair changes something else.
        var clash = sets.propose(lead, allButOne(40, Set.of()), null, 1, 0, 1);
        assertThat(clash.outcome())
                .isInstanceOfSatisfying(
                        Assembly.Infeasible.class,
                        it -> {
                            assertThat(it.shortfalls())
                                    .anyMatch(clashing -> clashing.demands().contains("apart"));
                            var mended = clash.recipe().repaired(it.repair());
                            assertThat(
                                            blueprints
                                                    .check(
                                                            blueprints.recipe(
                                                                    lead,
                                                                    clash.stock(),
                                                                    mended,
                                                                    Map.of(),
                                                                    Set.of()),
                                                            () -> false)
                                                    .outcome())
                                    .isInstanceOf(Assembly.Assembled.class);
                        });
        // A recipe that wants both knows better.
        assertThat(asked(sets.propose(lead, allButOne(2, Set.of(one, other)), null, 1, 0, 1)))
                .containsExactlyInAnyOrder(one, other);

        pairs.keepBoth(lead, pairs.enemies(lead).getFirst());
        assertThat(asked(sets.propose(lead, allButOne(40, Set.of(one)), null, 1, 0, 1)))
                .hasSize(40);
    }

    private static List<QuestionId> asked(Proposal proposal) {
        return questions(proposal).stream().map(BankQuestion::id).toList();
    }

    private BlueprintId allButOne(int slots, Set<QuestionId> must) {
        return blueprints.createCopy(
                lead,
                new BlueprintDraft(
                        "Many", slots, slots * 180, 0, 20_000, true, List.of(), must, Set.of()),
                java.util.Map.of(),
                java.util.Map.of());
    }

    @Test
    void refusesRequestsOutOfBounds() {
        assertThatThrownBy(() -> SetRequest.parallel(blueprint, 51, 1))
                .hasMessage("The number of sets (51) must be 1 to 50.");
        assertThatThrownBy(() -> new SetRequest(blueprint, List.of(), 1, -1, 1, null))
                .hasMessage("The overlap (-1) must be at least 0.");
        assertThatThrownBy(() ->
                        new SetRequest(
                                blueprint,
                                List.of(CandidateId.create(), CandidateId.create()),
                                1,
                                0,
                                1,
                                null))
                .hasMessageContaining("must be at least the number of candidates (2)");
    }

    private static List<BankQuestion> questions(Proposal proposal) {
        return proposal.sets().stream()
                .flatMap(List::stream)
                .map(ProposedQuestion::question)
                .toList();
    }
}
