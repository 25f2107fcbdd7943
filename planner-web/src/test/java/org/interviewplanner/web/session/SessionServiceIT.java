package org.interviewplanner.web.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.interviewplanner.web.candidate.CandidateService;
import org.interviewplanner.web.data.AskedQuestionId;
import org.interviewplanner.web.data.CandidateId;
import org.interviewplanner.web.data.PersonId;
import org.interviewplanner.web.data.SessionId;
import org.interviewplanner.web.data.SetId;
import org.interviewplanner.web.data.TestDatabase;
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

@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
class SessionServiceIT {
    @Autowired ApplicationContext context;
    @Autowired SessionService sessions;
    @Autowired RehearsalService rehearsals;
    @Autowired CandidateService candidates;
    @Autowired JdbcClient jdbc;

    Member lead;
    Member ada;
    Member grace;
    SetId set;
    CandidateId candidate;
    SessionId session;
    List<AskedQuestion> questions;

    @BeforeEach
    void planAndStart() {
        var people = new TestPeople(context);
        lead = people.newTeamMember(Role.LEAD);
        ada = people.colleagueOf(lead, Role.INTERVIEWER);
        grace = people.colleagueOf(lead, Role.INTERVIEWER);
        set = new TestSets(context).newSet(lead.team(), 4);
        candidate = candidates.add(lead, "Kim Candidate", "kim@example.org", "").id();
        session =
                sessions.plan(
                        lead,
                        new Plan(
                                candidate,
                                set,
                                Set.of(ada.person(), grace.person()),
                                Instant.now(),
                                false));
        questions = sessions.questions(lead, session);
        sessions.start(ada, session);
    }

    @Test
    void plansTheQuestionsOfTheSetInItsOrder() {
        assertThat(questions).extracting(AskedQuestion::position).containsExactly(1, 2, 3, 4);
        assertThat(questions)
                .extracting(AskedQuestion::wording)
                .containsExactly(
                        "What is topic `1`?",
                        "What is topic `2`?",
                        "What is topic `3`?",
                        "What is topic `4`?");
        var header = sessions.session(ada, session);
        assertThat(header.candidateName()).isEqualTo("Kim Candidate");
        assertThat(header.plannedSeconds()).isEqualTo(480);
        assertThat(header.asker()).isEqualTo(ada.person());
        assertThat(header.state()).isEqualTo(SessionState.LIVE);
    }

    @Test
    void keepsTheLastWordOfEachRater() {
        rate(ada, 0, 2);
        rate(ada, 0, 4);
        rate(grace, 0, 1);

        assertThat(sessions.scorecard(ada, session).ratings().get(asked(0)).step()).isEqualTo(4);
        assertThat(sessions.scorecard(grace, session).ratings().get(asked(0)).step()).isEqualTo(1);
    }

    @Test
    void forgetsAWordThatWasTakenBack() {
        rate(ada, 0, 2);
        sessions.record(
                ada,
                session,
                new Entry.Rating(UUID.randomUUID(), asked(0), RatingKind.CLEARED, null, null));

        assertThat(sessions.scorecard(ada, session).ratings()).isEmpty();
    }

    @Test
    void takesARepeatedEntryForTheSameLine() {
        var entry = rating(0, 3);

        assertThat(sessions.record(ada, session, entry).repeated()).isFalse();
        assertThat(sessions.record(ada, session, entry).repeated()).isTrue();
        assertThat(lines("rating")).isEqualTo(1);
    }

    @Test
    void answersARepeatedEntryAlikeAfterTheScorecardWasLocked() {
        var entry = rating(0, 3);
        sessions.record(ada, session, entry);
        sessions.submit(ada, session);

        assertThat(sessions.record(ada, session, entry).repeated()).isTrue();
    }

    @Test
    void refusesAnIdThatAlreadySaysSomethingElse() {
        var entry = rating(0, 3);
        sessions.record(ada, session, entry);
        var other = new Entry.Rating(entry.id(), asked(0), RatingKind.RATED, 4, null);

        assertThatRefused(() -> sessions.record(ada, session, other), Reason.ID_TAKEN);
        assertThatRefused(() -> sessions.record(grace, session, entry), Reason.ID_TAKEN);
    }

    @Test
    void storesEachOfManyEntriesSentTwiceAtOnceExactlyOnce() throws Exception {
        var entries = new ArrayList<Entry>();
        for (var number = 0; number < 40; number++) {
            entries.add(rating(number % 4, 1 + number % 3));
        }
        var work = new ArrayList<Callable<Recorded>>();
        for (var entry : entries) {
            work.add(() -> sessions.record(ada, session, entry));
            work.add(() -> sessions.record(ada, session, entry));
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var answer : threads.invokeAll(work)) {
                answer.get();
            }
        }
        assertThat(lines("rating")).isEqualTo(40);
    }

    @Test
    void locksTheScorecardAtSubmission() {
        rate(ada, 0, 3);
        sessions.submit(ada, session);

        assertThatRefused(() -> rate(ada, 0, 4), Reason.SUBMITTED);
        assertThatThrownBy(() -> rate(ada, 0, 4))
                .hasMessage(
                        """
                        You have submitted this scorecard, so it is locked.
                        Maybe ask a lead to re-open it.\
                        """);
        rate(grace, 0, 2);
    }

    @Test
    void opensASubmittedScorecardAgainForAReason() {
        sessions.submit(ada, session);
        sessions.reopen(lead, session, ada.person(), "Mixed up two answers");
        rate(ada, 0, 1);
        sessions.submit(ada, session);

        assertThat(sessions.scorecard(ada, session).submissions())
                .extracting(
                        RaterScorecard.SubmissionLine::locked,
                        RaterScorecard.SubmissionLine::by,
                        RaterScorecard.SubmissionLine::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(true, ada.name(), ""),
                        org.assertj.core.groups.Tuple.tuple(
                                false, lead.name(), "Mixed up two answers"),
                        org.assertj.core.groups.Tuple.tuple(true, ada.name(), ""));
        assertThatThrownBy(() -> sessions.reopen(lead, session, ada.person(), " x "))
                .hasMessage(
                        "The reason (1 characters) for re-opening must have 3 to 2000 characters.");
        assertThatNotFound(() -> sessions.reopen(grace, session, ada.person(), "Because"));
    }

    @Test
    void showsTheScorecardsOnlyToRatersWhoHaveSubmitted() {
        rate(ada, 0, 4);
        rate(grace, 0, 1);

        assertThatNotFound(() -> sessions.debrief(ada, session));
        sessions.submit(ada, session);
        assertThat(sessions.debrief(ada, session).scorecards())
                .extracting(RaterScorecard::rater)
                .containsExactly(ada.person());
        assertThatNotFound(() -> sessions.debrief(grace, session));
        sessions.submit(grace, session);
        assertThat(sessions.debrief(grace, session).scorecards()).hasSize(2);
    }

    @Test
    void bindsALeadWhoRates() {
        var rehearsal =
                sessions.plan(
                        lead,
                        new Plan(
                                candidate,
                                set,
                                Set.of(lead.person(), ada.person()),
                                Instant.now(),
                                false));
        sessions.start(lead, rehearsal);
        sessions.submit(ada, rehearsal);

        assertThat(sessions.maySeeScores(lead, rehearsal)).isFalse();
        assertThatNotFound(() -> sessions.debrief(lead, rehearsal));
        assertThat(sessions.maySeeScores(lead, session)).isTrue();
    }

    @Test
    void mergesWhatTwoTabsTypedIntoOneNote() {
        var first = new Entry.Note(UUID.randomUUID(), asked(0), "knows GIL", null, null);
        sessions.record(ada, session, first);
        sessions.record(
                ada,
                session,
                new Entry.Note(
                        UUID.randomUUID(), asked(0), "knows GIL, threads", first.id(), null));
        var late = new Entry.Note(UUID.randomUUID(), asked(0), "He knows GIL", first.id(), null);

        var answer = sessions.record(ada, session, late);

        assertThat(answer.note().text()).isEqualTo("He knows GIL, threads");
        assertThat(sessions.record(ada, session, late).note()).isEqualTo(answer.note());
        assertThat(sessions.scorecard(ada, session).notes().get(asked(0))).isEqualTo(answer.note());
        assertThat(lines("note")).isEqualTo(4);
    }

    @Test
    void logsSkippingAndReorderingByItself() {
        rate(ada, 2, 3);
        rate(ada, 0, 3);
        rate(ada, 0, 2);
        sessions.record(
                ada,
                session,
                new Entry.Rating(UUID.randomUUID(), asked(1), RatingKind.NOT_ASKED, null, null));

        assertThat(sessions.scorecard(ada, session).deviations())
                .extracting(
                        RaterScorecard.LoggedDeviation::kind,
                        RaterScorecard.LoggedDeviation::question,
                        RaterScorecard.LoggedDeviation::automatic)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                DeviationKind.REORDERED, asked(0), true),
                        org.assertj.core.groups.Tuple.tuple(DeviationKind.SKIPPED, asked(1), true));
    }

    @Test
    void takesARecommendationOnlyWhenEveryQuestionHasAWord() {
        rate(ada, 0, 3);
        rate(ada, 1, 3);
        rate(ada, 2, 3);
        var submission = new Entry.Submission(UUID.randomUUID(), Recommendation.YES, "Solid", null);

        assertThatRefused(() -> sessions.record(ada, session, submission), Reason.UNRATED);
        sessions.record(
                ada,
                session,
                new Entry.Rating(UUID.randomUUID(), asked(3), RatingKind.NOT_ASKED, null, null));
        sessions.record(ada, session, submission);
        assertThat(sessions.scorecard(ada, session).recommendation()).isEqualTo(Recommendation.YES);
    }

    @Test
    void tellsTheBankWhatWasAskedWhenTheInterviewIsClosed() {
        rate(ada, 0, 3);
        rate(grace, 1, 2);
        sessions.record(
                grace,
                session,
                new Entry.Rating(UUID.randomUUID(), asked(2), RatingKind.NOT_ASKED, null, null));
        assertThatRefused(
                () -> sessions.close(ada, session, Outcome.COMPLETED), Reason.UNSUBMITTED);

        sessions.close(lead, session, Outcome.ENDED_EARLY);

        assertThat(
                        jdbc.sql("select question_id from question_use where session_id = ?")
                                .param(session.value())
                                .query(UUID.class)
                                .list())
                .containsExactlyInAnyOrder(
                        questions.get(0).question().value(), questions.get(1).question().value());
        assertThatRefused(() -> rate(ada, 0, 4), Reason.CLOSED);
        sessions.reopen(lead, session, ada.person(), "Typed in from paper");
        rate(ada, 0, 4);
    }

    @Test
    void neverStartsAClosedSession() {
        sessions.close(lead, session, Outcome.WITHDRAWN);

        assertThatRefused(() -> sessions.start(lead, session), Reason.CLOSED);
    }

    @Test
    void refusesEntriesBeforeTheStart() {
        var planned =
                sessions.plan(
                        lead, new Plan(candidate, set, Set.of(ada.person()), Instant.now(), false));
        var question = sessions.questions(ada, planned).getFirst().id();

        assertThatRefused(
                () ->
                        sessions.record(
                                ada,
                                planned,
                                new Entry.Rating(
                                        UUID.randomUUID(), question, RatingKind.RATED, 1, null)),
                Reason.NOT_STARTED);
        assertThatRefused(
                () -> sessions.close(lead, planned, Outcome.COMPLETED), Reason.NOT_STARTED);
        sessions.close(lead, planned, Outcome.NO_SHOW);
        assertThat(sessions.session(lead, planned).outcome()).isEqualTo(Outcome.NO_SHOW);
    }

    @Test
    void deletesARehearsalWithAllThatWasEnteredAndNothingElse() {
        var rehearsal =
                sessions.plan(ada, new Plan(null, set, Set.of(ada.person()), Instant.now(), true));
        sessions.start(ada, rehearsal);
        var question = sessions.questions(ada, rehearsal).getFirst().id();
        sessions.record(
                ada,
                rehearsal,
                new Entry.Rating(UUID.randomUUID(), question, RatingKind.RATED, 1, null));
        sessions.close(lead, rehearsal, Outcome.COMPLETED);
        assertThat(
                        jdbc.sql("select count(*) from question_use where session_id = ?")
                                .param(rehearsal.value())
                                .query(Integer.class)
                                .single())
                .isZero();

        assertThatNotFound(() -> rehearsals.delete(lead, session));
        rehearsals.delete(ada, rehearsal);

        assertThatNotFound(() -> sessions.session(lead, rehearsal));
        assertThatNotFound(() -> rehearsals.delete(ada, rehearsal));
        assertThat(sessions.sessions(lead))
                .extracting(InterviewSession::id)
                .contains(session)
                .doesNotContain(rehearsal);

        assertThatNotFound(() -> rehearsals.restore(grace, rehearsal));
        rehearsals.restore(ada, rehearsal);
        rehearsals.clear();
        assertThat(sessions.scorecard(ada, rehearsal).ratings()).hasSize(1);
        assertThatNotFound(() -> rehearsals.restore(ada, rehearsal));

        rehearsals.delete(lead, rehearsal);
        rehearsals.clear();
        assertThat(stored(rehearsal)).isTrue();
        jdbc.sql("update interview_session set discarded_at = ? where id = ?")
                .params(
                        java.sql.Timestamp.from(
                                Instant.now().minus(RehearsalService.REGRET).minusSeconds(1)),
                        rehearsal.value())
                .update();
        rehearsals.clear();
        assertThat(stored(rehearsal)).isFalse();
        assertThatNotFound(() -> rehearsals.restore(ada, rehearsal));
    }

    private boolean stored(SessionId of) {
        return jdbc.sql("select exists (select from interview_session where id = ?)")
                .param(of.value())
                .query(Boolean.class)
                .single();
    }

    @Test
    void letsOnlyTheAskerMoveTheInterview() {
        assertThat(sessions.move(ada, session, 2)).isTrue();
        assertThat(sessions.move(grace, session, 3)).isFalse();
        assertThat(sessions.session(grace, session).currentSlot()).isEqualTo(2);
        assertThat(sessions.move(ada, session, 99)).isFalse();

        sessions.ask(grace, session);

        assertThat(sessions.move(grace, session, null)).isTrue();
        assertThat(sessions.session(ada, session).currentSlot()).isNull();
    }

    @Test
    void showsInterviewersTheirOwnSessionsAndLeadsAll() {
        var alone =
                sessions.plan(
                        lead, new Plan(candidate, set, Set.of(ada.person()), Instant.now(), false));

        assertThat(sessions.sessions(grace))
                .extracting(InterviewSession::id)
                .containsExactly(session);
        assertThat(sessions.sessions(lead))
                .extracting(InterviewSession::id)
                .containsExactlyInAnyOrder(session, alone);
        assertThatNotFound(() -> sessions.session(grace, alone));
    }

    @Test
    void saysTheSameNotFoundToEverybodyElse() {
        var people = new TestPeople(context);
        var strangers =
                List.of(
                        people.newTeamMember(Role.LEAD, Role.INTERVIEWER, Role.ADMIN),
                        people.colleagueOf(lead, Role.ADMIN),
                        people.colleagueOf(lead, Role.AUTHOR),
                        people.colleagueOf(lead, Role.INTERVIEWER),
                        people.colleagueOf(lead));
        for (var stranger : strangers) {
            everyMethod(stranger, session).forEach(SessionServiceIT::assertThatNotFound);
        }
        // A known person with an unknown id is told the same.
        everyMethod(lead, SessionId.create()).forEach(SessionServiceIT::assertThatNotFound);
        everyMethod(ada, SessionId.create()).forEach(SessionServiceIT::assertThatNotFound);
        // A lead who does not rate enters nothing.
        assertThatNotFound(() -> rate(lead, 0, 3));
        assertThatNotFound(() -> sessions.scorecard(lead, session));
    }

    @Test
    void plansNothingAcrossTeams() {
        var people = new TestPeople(context);
        var other = people.newTeamMember(Role.LEAD);
        var foreignSet = new TestSets(context).newSet(other.team(), 1);
        var foreignCandidate = candidates.add(other, "Other", null, "").id();
        var author = people.colleagueOf(lead, Role.AUTHOR);

        assertThatNotFound(() -> plan(lead, candidate, foreignSet, ada.person(), false));
        assertThatNotFound(() -> plan(lead, foreignCandidate, set, ada.person(), false));
        assertThatNotFound(() -> plan(lead, candidate, set, other.person(), false));
        assertThatNotFound(() -> plan(lead, candidate, set, author.person(), false));
        assertThatNotFound(() -> plan(ada, candidate, set, ada.person(), false));
        assertThatNotFound(() -> plan(ada, null, set, grace.person(), true));
        assertThatNotFound(() -> plan(author, null, set, ada.person(), true));
        assertThatNotFound(() -> sessions.setChoices(author));
        assertThatNotFound(() -> sessions.raterChoices(author));
        assertThatNotFound(() -> sessions.sessions(author));
    }

    @Test
    void refusesAQuestionOfAnotherSession() {
        var other =
                sessions.plan(
                        lead, new Plan(candidate, set, Set.of(ada.person()), Instant.now(), false));
        var foreign = sessions.questions(ada, other).getFirst().id();

        assertThatNotFound(() ->
                sessions.record(
                        ada,
                        session,
                        new Entry.Rating(UUID.randomUUID(), foreign, RatingKind.RATED, 1, null)));
    }

    private List<ThrowingCallable> everyMethod(Member member, SessionId of) {
        return List.of(
                () -> sessions.session(member, of),
                () -> sessions.questions(member, of),
                () -> sessions.start(member, of),
                () -> sessions.close(member, of, Outcome.NO_SHOW),
                () -> sessions.ask(member, of),
                () -> sessions.move(member, of, 1),
                () -> sessions.record(member, of, rating(0, 1)),
                () -> sessions.submit(member, of),
                () -> sessions.scorecard(member, of),
                () -> sessions.takesEntries(member, of),
                () -> sessions.maySeeScores(member, of),
                () -> sessions.debrief(member, of),
                () -> sessions.reopen(member, of, ada.person(), "Because"),
                () -> sessions.addRater(member, of, ada.person()),
                () -> sessions.removeRater(member, of, ada.person(), "Because"),
                () -> rehearsals.delete(member, of));
    }

    private void plan(Member by, CandidateId candidate, SetId ofSet, PersonId rater, boolean mock) {
        sessions.plan(by, new Plan(candidate, ofSet, Set.of(rater), Instant.now(), mock));
    }

    private AskedQuestionId asked(int index) {
        return questions.get(index).id();
    }

    private Entry.Rating rating(int index, int step) {
        return new Entry.Rating(UUID.randomUUID(), asked(index), RatingKind.RATED, step, null);
    }

    private void rate(Member rater, int index, int step) {
        sessions.record(rater, session, rating(index, step));
    }

    private int lines(String table) {
        return jdbc.sql("select count(*) from " + table + " where session_id = ?")
                .param(session.value())
                .query(Integer.class)
                .single();
    }

    private static void assertThatNotFound(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isExactlyInstanceOf(NotFoundException.class)
                .hasMessage("Not found.");
    }

    private static void assertThatRefused(ThrowingCallable call, Reason reason) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        EntryRefusedException.class,
                        it -> assertThat(it.reason()).isEqualTo(reason));
    }
}
