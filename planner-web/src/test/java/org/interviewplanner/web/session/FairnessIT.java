package org.interviewplanner.web.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.interviewplanner.bank.RatingScale;
import org.interviewplanner.web.bank.BankQuestion;
import org.interviewplanner.web.blueprint.BlueprintDraft;
import org.interviewplanner.web.blueprint.BlueprintService;
import org.interviewplanner.web.blueprint.RatingRules;
import org.interviewplanner.web.blueprint.TagQuota;
import org.interviewplanner.web.build.SetService;
import org.interviewplanner.web.candidate.CandidateService;
import org.interviewplanner.web.data.AskedQuestionId;
import org.interviewplanner.web.data.QuestionId;
import org.interviewplanner.web.data.SessionId;
import org.interviewplanner.web.data.SetId;
import org.interviewplanner.web.data.TestDatabase;
import org.interviewplanner.web.report.ReportService;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.security.NotFoundException;
import org.interviewplanner.web.security.Role;
import org.interviewplanner.web.security.TestPeople;
import org.interviewplanner.web.session.EntryRefusedException.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** What keeps a panel fair: who may know what when, and what a rater is asked for. */
@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
class FairnessIT {
    @Autowired ApplicationContext context;
    @Autowired SessionService sessions;
    @Autowired AdviceService advice;
    @Autowired ReportService reports;
    @Autowired CandidateService candidates;
    @Autowired BlueprintService blueprints;
    @Autowired SetService sets;
    @Autowired JdbcClient jdbc;

    TestPeople people;
    Member lead;
    Member ada;
    Member grace;
    SetId set;

    @BeforeEach
    void newPanel() {
        people = new TestPeople(context);
        lead = people.newTeamMember(Role.LEAD);
        ada = people.colleagueOf(lead, Role.INTERVIEWER);
        grace = people.colleagueOf(lead, Role.INTERVIEWER);
        set = new TestSets(context).newSet(lead.team(), 6);
    }

    // ---- who may know what

    @Test
    void keepsThatALeadHasReadAndLetsThemNotJoinThePanelThen() {
        var session = started(false, ada);
        rate(ada, session, 1, 4);
        sessions.submit(ada, session);
        reports.debrief(lead, session);

        assertThatRefused(() -> sessions.addRater(lead, session, lead.person()), Reason.HAS_READ);
        sessions.addRater(lead, session, grace.person());

        assertThat(sessions.maySeeScores(grace, session)).isFalse();
        assertThatThrownBy(() -> reports.debrief(grace, session))
                .isInstanceOf(NotFoundException.class);
        assertThat(sessions.session(grace, session).submitted()).isEqualTo(1);
    }

    @Test
    void bindsALeadWhoJoinsUnread() {
        var session = started(false, ada);
        rate(ada, session, 1, 4);
        sessions.submit(ada, session);
        assertThat(sessions.maySeeScores(lead, session)).isTrue();

        sessions.addRater(lead, session, lead.person());

        assertThat(sessions.maySeeScores(lead, session)).isFalse();
        sessions.submit(lead, session);
        assertThat(reports.debrief(lead, session).results()).hasSize(2);
    }

    @Test
    void letsALeadWhoLeftThePanelToReadNotComeBack() {
        var session = started(false, ada, lead);
        rate(ada, session, 1, 2);
        sessions.submit(ada, session);
        assertThatThrownBy(() -> sessions.debrief(lead, session))
                .isInstanceOf(NotFoundException.class);
        sessions.removeRater(lead, session, lead.person(), "I want to read first");
        reports.debrief(lead, session);

        assertThatRefused(() -> sessions.addRater(lead, session, lead.person()), Reason.HAS_READ);
    }

    @Test
    void hidesAPanelFromWhomWasTakenOffItAndKeepsWhatTheyEntered() {
        var session = started(false, ada, grace);
        rate(grace, session, 1, 3);
        sessions.removeRater(lead, session, grace.person(), "Is ill today");

        assertThatThrownBy(() -> sessions.session(grace, session))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> rate(grace, session, 2, 3)).isInstanceOf(NotFoundException.class);
        sessions.submit(ada, session);
        assertThat(reports.debrief(lead, session).results()).hasSize(1);

        sessions.addRater(lead, session, grace.person());
        assertThat(sessions.scorecard(grace, session).ratings()).hasSize(1);
    }

    @Test
    void refusesChangesOfThePanelThatWouldHideOrEndSomething() {
        var session = started(false, ada, grace);
        sessions.submit(ada, session);

        assertThatRefused(
                () -> sessions.removeRater(lead, session, ada.person(), "Because"),
                Reason.SUBMITTED);
        assertThatThrownBy(() -> sessions.removeRater(lead, session, grace.person(), " "))
                .hasMessage(
                        "The reason (0 characters) for taking somebody off the panel must have 3 to"
                                + " 2000 characters.");
        assertThatThrownBy(() -> sessions.removeRater(ada, session, grace.person(), "Because"))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> sessions.addRater(grace, session, lead.person()))
                .isInstanceOf(NotFoundException.class);
        var author = people.colleagueOf(lead, Role.AUTHOR);
        assertThatThrownBy(() -> sessions.addRater(lead, session, author.person()))
                .isInstanceOf(NotFoundException.class);
        var stranger = people.newTeamMember(Role.LEAD);
        assertThatThrownBy(() -> sessions.addRater(stranger, session, stranger.person()))
                .isInstanceOf(NotFoundException.class);
        var alone = started(false, grace);
        assertThatRefused(
                () -> sessions.removeRater(lead, alone, grace.person(), "Because"),
                Reason.PANEL_SIZE);
        sessions.close(lead, session, Outcome.COMPLETED);
        assertThatRefused(() -> sessions.addRater(lead, session, lead.person()), Reason.CLOSED);
    }

    @Test
    void saysAtAReopeningHowManyScorecardsWereReadBefore() {
        var session = started(false, ada, grace);
        sessions.submit(ada, session);
        sessions.submit(grace, session);
        reports.debrief(ada, session);

        sessions.reopen(lead, session, ada.person(), "Mixed up two answers");
        sessions.reopen(lead, session, grace.person(), "Forgot a note");

        assertThat(reopening(ada, session).hadRead()).isEqualTo(1);
        assertThat(reopening(grace, session).hadRead()).isZero();
        assertThat(sessions.maySeeScores(ada, session)).isFalse();
    }

    // ---- what a rater is asked for

    @Test
    void asksForEvidenceWhereTheBlueprintSays() {
        giveRules(new RatingRules(new RatingScale(List.of("no", "unsure", "yes")), true));
        var session = started(false, ada);
        rate(ada, session, 1, 1);
        rate(ada, session, 2, 2);
        rate(ada, session, 3, 3);
        note(ada, session, 3, "named all three");

        assertThatRefused(() -> sessions.submit(ada, session), Reason.NO_EVIDENCE);
        assertThatThrownBy(() -> sessions.submit(ada, session))
                .hasMessageContaining("question 1 has none");
        note(ada, session, 1, " \n ");
        assertThatRefused(() -> sessions.submit(ada, session), Reason.NO_EVIDENCE);
        note(ada, session, 1, "could not begin");
        sessions.submit(ada, session);
    }

    @Test
    void keepsTheScaleThatItWasPlannedWith() {
        giveRules(new RatingRules(new RatingScale(List.of("no", "unsure", "yes")), false));
        var session = started(false, ada);
        giveRules(RatingRules.DEFAULT);

        assertThat(sessions.session(ada, session).rules().scale().labels())
                .containsExactly("no", "unsure", "yes");
        assertThatRefused(() -> rate(ada, session, 1, 4), Reason.NO_SUCH_STEP);
        rate(ada, session, 1, 3);
        sessions.submit(ada, session);
        assertThat(reports.debrief(ada, session).results().getFirst().card().scale().steps())
                .isEqualTo(3);
    }

    @Test
    void takesARecommendationOnlyWithAReasonAndAfterAllWords() {
        var session = started(false, ada);
        rate(ada, session, 1, 2);
        assertThatRefused(() -> recommend(ada, session, "Sound"), Reason.UNRATED);
        for (int place = 2; place <= 6; place++) {
            rate(ada, session, place, 3);
        }

        assertThatRefused(() -> recommend(ada, session, " "), Reason.NO_REASON);
        recommend(ada, session, "Sound throughout");

        assertThat(sessions.scorecard(ada, session).recommendation()).isEqualTo(Recommendation.YES);
    }

    // ---- advice

    @Test
    void saysNothingWhileAllQuestionsFit() {
        var session = started(false, ada);

        assertThat(advice.advice(ada, session, 1, 0)).isEqualTo(new Advice(null, null));
    }

    @Test
    void proposesWhatToAskWhenTimeRunsShort() {
        var session = started(false, ada, grace);
        rate(ada, session, 1, 3);
        rate(grace, session, 4, 1);
        beginEarlier(session, 12 * 60 - 6 * 60);

        var shortage = advice.advice(ada, session, 2, 60).shortage();

        // One minute of question 2, then two of the four others; the plan has three of each
        // section.
        assertThat(shortage.secondsLeft()).isBetween(330, 360);
        assertThat(shortage.leaveOut()).hasSize(2).contains(question(session, 3));
        assertThat(shortage.next()).isEqualTo(shortage.ask().getFirst());
        assertThat(sections(session, shortage.ask())).containsOnly("Database");
        assertThat(shortage.proved()).isTrue();
    }

    @Test
    void goesByTheBlueprintThatTheSetWasBuiltFromNotByTodays() {
        var recipe = recipe(Set.of(bankQuestion(4)));
        var blueprint = blueprints.create(lead, recipe);
        set = sets.keep(lead, sets.propose(lead, blueprint, null, 1, 0, 1), "Built").getFirst();
        blueprints.update(lead, blueprint, 0, recipe(Set.of(bankQuestion(5))).named(recipe.name()));
        var session = started(false, ada);
        beginEarlier(session, 12 * 60 - 3 * 60);

        // Only one question fits, and it is the one that was a must then.
        assertThat(advice.advice(ada, session, null, 0).shortage().ask())
                .containsExactly(asked(session, bankQuestion(4)));
    }

    @Test
    void keepsQuotasOfTags() {
        jdbc.sql("update question set tags = array['core'] where id = ?")
                .param(bankQuestion(6).value())
                .update();
        var draft = recipe(Set.of()).with(List.of(new TagQuota("core", 1, 6)), List.of());
        set =
                sets.keep(
                                lead,
                                sets.propose(lead, blueprints.create(lead, draft), null, 1, 0, 1),
                                "Tagged")
                        .getFirst();
        var session = started(false, ada);
        beginEarlier(session, 12 * 60 - 3 * 60);

        assertThat(advice.advice(ada, session, null, 0).shortage().ask())
                .containsExactly(asked(session, bankQuestion(6)));
    }

    private BlueprintDraft recipe(Set<QuestionId> needed) {
        return new BlueprintDraft(
                "Recipe " + UUID.randomUUID(), 6, 720, 0, 3600, false, List.of(), needed, Set.of());
    }

    private QuestionId bankQuestion(int topic) {
        return blueprints.stock(lead).questions().stream()
                .filter(question -> question.wording().contains("`" + topic + "`"))
                .map(BankQuestion::id)
                .findFirst()
                .orElseThrow();
    }

    private AskedQuestionId asked(SessionId session, QuestionId question) {
        return sessions.questions(lead, session).stream()
                .filter(one -> one.question().equals(question))
                .map(AskedQuestion::id)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void takesWhatWasMarkedAsNotAskedForGone() {
        var session = started(false, ada);
        for (int place = 2; place <= 5; place++) {
            sessions.record(
                    ada,
                    session,
                    new Entry.Rating(
                            UUID.randomUUID(),
                            question(session, place),
                            RatingKind.NOT_ASKED,
                            null,
                            null));
        }
        beginEarlier(session, 8 * 60);

        assertThat(advice.advice(ada, session, 1, 0).shortage()).isNull();
    }

    @Test
    void warnsOfContrastWithinAnHourAndTellsNothingElse() {
        var before = started(false, ada);
        for (int place = 1; place <= 6; place++) {
            rate(ada, before, place, place == 1 ? 3 : 4);
        }
        var next = started(false, ada, grace);
        assertThat(advice.advice(ada, next, null, 0).minutesSinceExtreme()).isNull();
        sessions.submit(ada, before);

        assertThat(advice.advice(ada, next, null, 0).minutesSinceExtreme()).isZero();
        assertThat(advice.advice(grace, next, null, 0).minutesSinceExtreme()).isNull();
        assertThat(advice.advice(ada, started(true, ada), null, 0).minutesSinceExtreme()).isNull();
        assertThat(after(Duration.ofMinutes(61)).advice(ada, next, null, 0).minutesSinceExtreme())
                .isNull();
        assertThat(after(Duration.ofMinutes(59)).advice(ada, next, null, 0).minutesSinceExtreme())
                .isEqualTo(59);
    }

    @Test
    void takesARehearsalForNoContrast() {
        var rehearsal = started(true, ada);
        for (int place = 1; place <= 6; place++) {
            rate(ada, rehearsal, place, 1);
        }
        sessions.submit(ada, rehearsal);

        assertThat(advice.advice(ada, started(false, ada), null, 0).minutesSinceExtreme()).isNull();
    }

    @Test
    void advisesRatersOnly() {
        var session = started(false, ada);

        for (var other : List.of(lead, grace, people.newTeamMember(Role.LEAD))) {
            assertThatThrownBy(() -> advice.advice(other, session, 1, 0))
                    .isInstanceOf(NotFoundException.class);
        }
        assertThatThrownBy(() -> advice.advice(ada, session, 1, -1))
                .hasMessage("The seconds spent (-1) must be at least 0.");
    }

    // ---- how it ended

    @Test
    void countsByHowItEnded() {
        assertThat(uses(ended(Outcome.COMPLETED))).isEqualTo(2);
        assertThat(uses(ended(Outcome.ENDED_EARLY))).isEqualTo(2);
        assertThat(uses(ended(Outcome.WITHDRAWN))).isEqualTo(2);
        assertThat(uses(ended(Outcome.NO_SHOW))).isZero();
    }

    @Test
    void saysWhatCountsInTheDebrief() {
        var completed = reports.debrief(lead, ended(Outcome.COMPLETED));
        var early = reports.debrief(lead, ended(Outcome.ENDED_EARLY));

        assertThat(completed.counts()).isTrue();
        assertThat(completed.results().getFirst().card().total().notAsked()).isZero();
        assertThat(early.counts()).isTrue();
        assertThat(early.results().getFirst().card().total().notAsked()).isEqualTo(4);
        assertThat(early.results().getFirst().card().total().ratings().count()).isEqualTo(2);
        assertThat(reports.debrief(lead, ended(Outcome.WITHDRAWN)).counts()).isFalse();
        assertThat(reports.debrief(lead, ended(Outcome.NO_SHOW)).counts()).isFalse();
    }

    @Test
    void forgetsThatAQuestionWasLeftOutWhenItWasAskedAfterAll() {
        var session = started(false, ada);
        var skipped =
                new Entry.Rating(
                        UUID.randomUUID(), question(session, 2), RatingKind.NOT_ASKED, null, null);
        sessions.record(ada, session, skipped);
        assertThat(sessions.scorecard(ada, session).deviations())
                .extracting(RaterScorecard.LoggedDeviation::kind)
                .containsExactly(DeviationKind.SKIPPED);

        rate(ada, session, 2, 3);

        assertThat(sessions.scorecard(ada, session).deviations()).isEmpty();
    }

    // ---- at hand

    private SessionId ended(Outcome outcome) {
        var session = started(false, ada);
        rate(ada, session, 1, 3);
        rate(ada, session, 2, 2);
        sessions.submit(ada, session);
        sessions.close(lead, session, outcome);
        return session;
    }

    private int uses(SessionId session) {
        return jdbc.sql("select count(*) from question_use where session_id = ?")
                .param(session.value())
                .query(Integer.class)
                .single();
    }

    private SessionId started(boolean mock, Member... raters) {
        var session =
                sessions.plan(
                        mock ? raters[0] : lead,
                        new Plan(
                                mock ? null : candidates.add(lead, "Kim", null, "").id(),
                                set,
                                Arrays.stream(raters)
                                        .map(Member::person)
                                        .collect(Collectors.toSet()),
                                Instant.now(),
                                mock));
        sessions.start(raters[0], session);
        return session;
    }

    private void giveRules(RatingRules rules) {
        var draft =
                new BlueprintDraft(
                        "Recipe " + UUID.randomUUID(),
                        6,
                        720,
                        0,
                        3600,
                        false,
                        List.of(),
                        Set.of(),
                        Set.of(),
                        rules);
        var id = blueprints.create(lead, draft);
        jdbc.sql("update interview_set set blueprint_id = ? where id = ?")
                .params(id.value(), set.value())
                .update();
    }

    private void beginEarlier(SessionId session, int seconds) {
        jdbc.sql(
                        "update interview_session set started_at = started_at - make_interval(secs =>"
                                + " ?) where id = ?")
                .params((double) seconds, session.value())
                .update();
    }

    private AdviceService after(Duration later) {
        return new AdviceService(
                sessions,
                context.getBean(SessionReader.class),
                context.getBean(Ledgers.class),
                context.getBean(PlanSource.class),
                Clock.offset(context.getBean(Clock.class), later));
    }

    private RaterScorecard.SubmissionLine reopening(Member rater, SessionId session) {
        return sessions.scorecard(rater, session).submissions().getLast();
    }

    private Set<String> sections(
            SessionId session, List<org.interviewplanner.web.data.AskedQuestionId> those) {
        return sessions.questions(ada, session).stream()
                .filter(one -> those.contains(one.id()))
                .map(AskedQuestion::section)
                .collect(Collectors.toSet());
    }

    private org.interviewplanner.web.data.AskedQuestionId question(SessionId session, int place) {
        return sessions.questions(lead, session).get(place - 1).id();
    }

    private void rate(Member rater, SessionId session, int place, int step) {
        sessions.record(
                rater,
                session,
                new Entry.Rating(
                        UUID.randomUUID(), question(session, place), RatingKind.RATED, step, null));
    }

    private void note(Member rater, SessionId session, int place, String text) {
        sessions.record(
                rater,
                session,
                new Entry.Note(UUID.randomUUID(), question(session, place), text, null, null));
    }

    private void recommend(Member rater, SessionId session, String reason) {
        sessions.record(
                rater,
                session,
                new Entry.Submission(UUID.randomUUID(), Recommendation.YES, reason, null));
    }

    private static void assertThatRefused(ThrowingCallable call, Reason reason) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        EntryRefusedException.class,
                        it -> assertThat(it.reason()).isEqualTo(reason));
    }
}
