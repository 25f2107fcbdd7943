package org.interviewplanner.web.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.interviewplanner.assembly.Assembly;
import org.interviewplanner.bank.Status;
import org.interviewplanner.web.bank.BankQuestion;
import org.interviewplanner.web.bank.BankService;
import org.interviewplanner.web.bank.TestBank;
import org.interviewplanner.web.blueprint.Asking;
import org.interviewplanner.web.blueprint.BlueprintDraft;
import org.interviewplanner.web.blueprint.BlueprintService;
import org.interviewplanner.web.blueprint.Rest;
import org.interviewplanner.web.candidate.CandidateService;
import org.interviewplanner.web.data.BlueprintId;
import org.interviewplanner.web.data.CandidateId;
import org.interviewplanner.web.data.QuestionId;
import org.interviewplanner.web.data.SessionId;
import org.interviewplanner.web.data.SetId;
import org.interviewplanner.web.data.TestDatabase;
import org.interviewplanner.web.report.ReportService;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.security.Role;
import org.interviewplanner.web.security.TestPeople;
import org.interviewplanner.web.session.AskedQuestion;
import org.interviewplanner.web.session.Entry;
import org.interviewplanner.web.session.Outcome;
import org.interviewplanner.web.session.Plan;
import org.interviewplanner.web.session.RatingKind;
import org.interviewplanner.web.session.SessionService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/** What was asked in real sessions, and what comes of it when the next sets are built. */
@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
class ExposureIT {
    @Autowired SetService sets;
    @Autowired BlueprintService blueprints;
    @Autowired BankService bank;
    @Autowired SessionService sessions;
    @Autowired CandidateService candidates;
    @Autowired ReportService reports;
    @Autowired ApplicationContext context;

    private Member lead;
    private CandidateId kim;
    private CandidateId robin;

    @BeforeEach
    void newTeamWithABank() {
        lead = new TestPeople(context).newTeamMember(Role.LEAD, Role.AUTHOR, Role.INTERVIEWER);
        TestBank.fill(bank, lead, TestBank.document(2, 10));
        kim = candidates.add(lead, "Kim", null, "").id();
        robin = candidates.add(lead, "Robin", null, "").id();
    }

    @Test
    void neverAsksACandidateTheSameAgainWhateverTheSet() {
        var blueprint = blueprint("Plain", 8, Rest.DEFAULT, false);
        var asked = interview(kim, blueprint, 1, false);

        var forKim = sets.propose(lead, blueprint, kim, 1, 0, 1);
        var forRobin = sets.propose(lead, blueprint, robin, 1, 0, 1);
        var forBoth =
                sets.propose(
                        lead,
                        new SetRequest(blueprint, List.of(robin, kim), 2, 8, 1, null),
                        () -> false);

        assertThat(ids(forKim)).doesNotContainAnyElementsOf(asked);
        assertThat(ids(forBoth)).doesNotContainAnyElementsOf(asked);
        assertThat(forKim.recipe().resting().askedBefore()).hasSameElementsAs(asked);
        assertThat(forRobin.recipe().resting().all()).isEmpty();
        assertThat(sets.set(lead, sets.keep(lead, forBoth, "Both").get(1)).candidate())
                .isEqualTo(kim);
    }

    @Test
    void countsWhatIsPlannedOrGoesOnForTheCandidate() {
        var blueprint = blueprint("Plain", 8, Rest.DEFAULT, false);
        var proposal = sets.propose(lead, blueprint, null, 1, 0, 1);
        var set = sets.keep(lead, proposal, "Set").getFirst();
        sessions.plan(lead, plan(kim, set, true));
        assertThat(sets.propose(lead, blueprint, kim, 1, 0, 1).recipe().resting().all()).isEmpty();

        var session = sessions.plan(lead, plan(kim, set, false));
        assertThat(ids(sets.propose(lead, blueprint, kim, 1, 0, 1)))
                .doesNotContainAnyElementsOf(ids(proposal));
        sessions.start(lead, session);
        assertThat(ids(sets.propose(lead, blueprint, kim, 1, 0, 1)))
                .doesNotContainAnyElementsOf(ids(proposal));
        assertThat(sets.propose(lead, blueprint, robin, 1, 0, 1).recipe().resting().all())
                .isEmpty();

        sessions.close(lead, session, Outcome.NO_SHOW);
        assertThat(sets.propose(lead, blueprint, kim, 1, 0, 1).recipe().resting().all()).isEmpty();
    }

    private Plan plan(CandidateId candidate, SetId set, boolean mock) {
        return new Plan(candidate, set, Set.of(lead.person()), Instant.now(), mock);
    }

    @Test
    void givesEachOfACohortASetWithoutTheirOwnPastWhereNoSetFitsAll() {
        var blueprint = blueprint("Plain", 8, Rest.DEFAULT, false);
        var first = sets.propose(lead, SetRequest.parallel(blueprint, 2, 3), () -> false);
        var kept = sets.keep(lead, first, "Past");
        hold(kim, kept.getFirst(), false, 3);
        hold(robin, kept.getLast(), false, 3);
        var six = blueprint("Six", 6, Rest.DEFAULT, false);

        var cohort =
                sets.propose(
                        lead, new SetRequest(six, List.of(kim, robin), 2, 0, 1, null), () -> false);

        assertThat(cohort.sets()).hasSize(2).allSatisfy(set -> assertThat(set).hasSize(6));
        assertThat(ids(cohort)).hasSize(12);
        assertThat(ids(cohort.sets().getFirst()))
                .doesNotContainAnyElementsOf(ids(first.sets().getFirst()));
        assertThat(ids(cohort.sets().getLast()))
                .doesNotContainAnyElementsOf(ids(first.sets().getLast()));
        assertThat(sets.alternatives(lead, cohort, 0, 1))
                .isNotEmpty()
                .extracting(it -> it.question().id())
                .doesNotContainAnyElementsOf(ids(first.sets().getFirst()));
        var past = first.sets().getFirst().getFirst().question();
        assertThatThrownBy(() -> sets.exchanged(lead, cohort, 0, 1, past))
                .hasMessage("The candidate of this set was asked it before.");
        assertThat(
                        sets.propose(
                                        lead,
                                        new SetRequest(
                                                blueprint("Much", 15, Rest.DEFAULT, false),
                                                List.of(kim, robin),
                                                2,
                                                0,
                                                1,
                                                null),
                                        () -> false)
                                .outcome())
                .isInstanceOf(Assembly.Infeasible.class);
    }

    @Test
    void asksAgainIfTheBlueprintAllowsIt() {
        var blueprint = blueprint("Again", 15, new Rest(false, null, null), false);
        interview(kim, blueprint, 1, false);

        assertThat(sets.propose(lead, blueprint, kim, 1, 0, 1).outcome())
                .isInstanceOf(Assembly.Assembled.class);
    }

    @Test
    void saysWhyNothingIsLeftForACandidate() {
        var blueprint = blueprint("Most", 15, Rest.DEFAULT, false);
        interview(kim, blueprint, 1, false);

        assertThat(sets.propose(lead, blueprint, kim, 1, 0, 1).outcome())
                .isInstanceOfSatisfying(
                        Assembly.Infeasible.class,
                        it -> {
                            assertThat(it.shortfalls().getFirst().have()).isEqualTo(5);
                            assertThat(it.shortfalls().getFirst().need()).isEqualTo(15);
                        });
    }

    @Test
    void letsQuestionsRestByDaysAndByTimes() {
        var plain = blueprint("Plain", 8, Rest.DEFAULT, false);
        var asked = interview(kim, plain, 1, false);

        var byDays = blueprint("By days", 8, new Rest(true, 30, null), false);
        var byTimes = blueprint("By times", 8, new Rest(true, null, 1), false);
        var byMoreTimes = blueprint("By two", 8, new Rest(true, null, 2), false);

        assertThat(ids(sets.propose(lead, byDays, robin, 1, 0, 1)))
                .doesNotContainAnyElementsOf(asked);
        assertThat(ids(sets.propose(lead, byTimes, robin, 1, 0, 1)))
                .doesNotContainAnyElementsOf(asked);
        assertThat(sets.propose(lead, byMoreTimes, robin, 1, 0, 1).recipe().resting().all())
                .isEmpty();
    }

    @Test
    void prefersWhatWasAskedLess() {
        var blueprint = blueprint("Plain", 8, Rest.DEFAULT, false);
        var asked = interview(kim, blueprint, 1, false);

        assertThat(ids(sets.propose(lead, blueprint, robin, 1, 0, 2)))
                .doesNotContainAnyElementsOf(asked);
    }

    @Test
    void tellsHowOftenAndHowLatelyAndOfNoRehearsal() {
        var blueprint = blueprint("Plain", 8, Rest.DEFAULT, false);
        interview(kim, blueprint, 1, true);
        assertThat(bank.pool(lead)).allSatisfy(it -> assertThat(it.timesAsked()).isZero());

        var asked = interview(kim, blueprint, 1, false);

        assertThat(bank.pool(lead).stream().filter(it -> asked.contains(it.id())))
                .hasSize(8)
                .allSatisfy(it -> {
                    assertThat(it.timesAsked()).isEqualTo(1);
                    assertThat(it.askedLately()).isEqualTo(1);
                    assertThat(it.askedTo()).containsExactly(kim);
                });
        assertThat(bank.pool(lead).stream().filter(it -> it.timesAsked() > 0)).hasSize(8);
    }

    @Test
    void putsOneUnapprovedQuestionOnTrialThatCountsInNoScore() {
        var drafts = bank.pool(lead).stream().limit(3).map(BankQuestion::id).toList();
        bank.setStatus(lead, drafts, Status.DRAFT);
        var blueprint = blueprint("Trial", 4, Rest.DEFAULT, true);

        var proposal = sets.propose(lead, SetRequest.parallel(blueprint, 2, 5), () -> false);
        var pilots =
                proposal.sets().stream()
                        .flatMap(List::stream)
                        .filter(ProposedQuestion::pilot)
                        .map(it -> it.question().id())
                        .toList();
        assertThat(pilots).hasSize(2).doesNotHaveDuplicates().isSubsetOf(drafts);
        assertThat(proposal.sets()).allSatisfy(set -> assertThat(set).hasSize(5));
        assertThat(sets.alternatives(lead, proposal, 0, 5))
                .extracting(it -> it.question().id())
                .hasSize(1)
                .isSubsetOf(drafts)
                .doesNotContainAnyElementsOf(pilots);

        var set = sets.keep(lead, proposal, "Trial").getFirst();
        assertThat(sets.set(lead, set).scored()).hasSize(4);
        assertThat(sets.certificate(lead, set).fairness().sets().getFirst().difficulties().values())
                .satisfies(it ->
                        assertThat(it.stream().mapToInt(Integer::intValue).sum()).isEqualTo(4));
        var session = hold(kim, set, false, 4);
        assertThat(sessions.questions(lead, session).stream().filter(AskedQuestion::pilot))
                .hasSize(1)
                .allSatisfy(it -> {
                    assertThat(it.heading()).endsWith("pilot, not scored");
                    assertThat(it.question()).isIn(pilots);
                });
        // Everything scored got 4, the pilot got 1: the mean says which of them count.
        assertThat(
                        reports.debrief(lead, session)
                                .results()
                                .getFirst()
                                .card()
                                .total()
                                .ratings()
                                .mean())
                .hasValue(4);
    }

    @Test
    void saysThatNothingIsFreeForATrial() {
        var blueprint = blueprint("Trial", 4, Rest.DEFAULT, true);

        var proposal = sets.propose(lead, blueprint, null, 1, 0, 1);

        assertThat(proposal.lacksPilot()).isTrue();
        assertThat(proposal.sets().getFirst()).hasSize(4);
    }

    private BlueprintId blueprint(String name, int slots, Rest rest, boolean pilot) {
        return blueprints.create(
                lead,
                new BlueprintDraft(
                                name,
                                slots,
                                slots * 180,
                                0,
                                7200,
                                true,
                                List.of(),
                                Set.of(),
                                Set.of())
                        .with(rest, Asking.DEFAULT, pilot));
    }

    private Set<QuestionId> interview(
            CandidateId candidate, BlueprintId blueprint, long seed, boolean mock) {
        var proposal = sets.propose(lead, blueprint, null, 1, 0, seed);
        hold(candidate, sets.keep(lead, proposal, "Set").getFirst(), mock, 3);
        return ids(proposal);
    }

    /** A whole session; a pilot gets the lowest step. */
    private SessionId hold(CandidateId candidate, SetId set, boolean mock, int step) {
        var session =
                sessions.plan(
                        lead, new Plan(candidate, set, Set.of(lead.person()), Instant.now(), mock));
        sessions.start(lead, session);
        for (var question : sessions.questions(lead, session)) {
            sessions.record(
                    lead,
                    session,
                    new Entry.Rating(
                            UUID.randomUUID(),
                            question.id(),
                            RatingKind.RATED,
                            question.pilot() ? 1 : step,
                            null));
        }
        sessions.submit(lead, session);
        sessions.close(lead, session, Outcome.COMPLETED);
        return session;
    }

    private static Set<QuestionId> ids(Proposal proposal) {
        return ids(proposal.sets().stream().flatMap(List::stream).toList());
    }

    private static Set<QuestionId> ids(List<ProposedQuestion> questions) {
        return questions.stream()
                .map(it -> it.question().id())
                .collect(Collectors.toCollection(HashSet::new));
    }
}
