package org.interviewplanner.web.report.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.interviewplanner.web.candidate.CandidateService;
import org.interviewplanner.web.data.SessionId;
import org.interviewplanner.web.data.TestDatabase;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.security.Role;
import org.interviewplanner.web.security.TestPeople;
import org.interviewplanner.web.session.Entry;
import org.interviewplanner.web.session.Plan;
import org.interviewplanner.web.session.RaterChoice;
import org.interviewplanner.web.session.RatingKind;
import org.interviewplanner.web.session.SessionService;
import org.interviewplanner.web.session.TestSets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
class DebriefViewIT extends SpringBrowserlessTest {
    @Autowired private ApplicationContext context;
    @Autowired private SessionService sessions;
    @Autowired private CandidateService candidates;
    private TestPeople people;
    private Member ada;
    private Member grace;
    private SessionId session;

    @BeforeEach
    void letGraceSubmit() {
        people = new TestPeople(context);
        var lead = people.newTeamMember(Role.LEAD);
        ada = people.colleagueOf(lead, Role.INTERVIEWER, Role.LEAD);
        grace = people.colleagueOf(lead, Role.INTERVIEWER);
        session =
                sessions.plan(
                        lead,
                        new Plan(
                                candidates.add(lead, "Kim", null, "").id(),
                                new TestSets(context).newSet(lead.team(), 2),
                                Set.of(ada.person(), grace.person()),
                                Instant.now(),
                                false));
        sessions.start(grace, session);
        var question = sessions.questions(grace, session).getFirst().id();
        sessions.record(
                grace,
                session,
                new Entry.Rating(UUID.randomUUID(), question, RatingKind.RATED, 4, null));
        sessions.record(
                grace,
                session,
                new Entry.Note(UUID.randomUUID(), question, "graces-own-remark", null, null));
        sessions.submit(grace, session);
    }

    @AfterEach
    void leave() {
        TestPeople.actAsNobody();
    }

    @Test
    void tellsARaterBeforeSubmissionThatAColleagueHasSubmittedButNotWhat() {
        TestPeople.actAs(ada);

        assertThat(open())
                .contains("1 of 2 scorecards submitted", "First your own word")
                .doesNotContain("Excellent")
                .doesNotContain("graces-own-remark");
    }

    @Test
    void showsTheScorecardsAfterOnesOwnSubmission() {
        sessions.submit(ada, session);
        TestPeople.actAs(ada);

        assertThat(open())
                .contains("2 of 2 scorecards submitted", "4 · Excellent", "graces-own-remark")
                .contains("no word");
    }

    @Test
    void keepsALeadWhoRatesFromReadingBeforeTheirOwnSubmission() {
        // Ada is a lead too, and on the panel.
        TestPeople.actAs(ada);

        assertThat(open()).doesNotContain("graces-own-remark").doesNotContain("4 · Excellent");
    }

    @Test
    void tellsTheRestWhoHadReadWhatWhenAScorecardWasReopened() {
        sessions.submit(ada, session);
        TestPeople.actAs(ada);
        open();
        sessions.reopen(ada, session, grace.person(), "Forgot a note");
        rateFirst(2);
        sessions.submit(grace, session);
        TestPeople.actAs(grace);
        open();
        sessions.reopen(ada, session, grace.person(), "Mixed up two answers");
        rateFirst(1);
        rateFirst(3);
        sessions.submit(grace, session);
        TestPeople.actAs(ada);

        assertThat(open())
                .contains("3 · Good")
                .contains(
                        "Was “4 · Excellent”, became “2 · Mixed” after "
                                + ada.name()
                                + " re-opened the scorecard: Forgot a note")
                .contains(
                        "Was “2 · Mixed”, became “3 · Good” after "
                                + ada.name()
                                + " re-opened the scorecard: Mixed up two answers")
                .doesNotContain("“1 · Poor”")
                .contains("re-opened by " + ada.name() + ": Forgot a note")
                .contains("Mixed up two answers – had read 1 other scorecard(s) by then");
    }

    @Test
    void showsNoTotalsOfAnInterviewThatDoesNotCount() {
        sessions.submit(ada, session);
        sessions.close(ada, session, org.interviewplanner.web.session.Outcome.WITHDRAWN);
        TestPeople.actAs(ada);

        assertThat(open())
                .contains("The candidate withdrew", "graces-own-remark")
                .doesNotContain("By section");
    }

    @Test
    void letsALeadChangeThePanel() {
        sessions.submit(ada, session);
        TestPeople.actAs(ada);
        open();

        test($view(Button.class).withText("Add a rater…").single()).click();
        @SuppressWarnings("unchecked")
        ComboBox<RaterChoice> person = $(ComboBox.class).withCaption("Rater").single();
        var barbara = people.colleagueOf(ada, Role.INTERVIEWER);
        person.setItems(sessions.raterChoices(ada));
        person.setValue(
                sessions.raterChoices(ada).stream()
                        .filter(choice -> choice.person().equals(barbara.person()))
                        .findFirst()
                        .orElseThrow());
        test($(Button.class).withText("Add a rater").single()).click();

        assertThat(sessions.session(ada, session).rater(barbara.person())).isPresent();
        assertThat(sessions.maySeeScores(barbara, session)).isFalse();
    }

    private void rateFirst(int step) {
        sessions.record(
                grace,
                session,
                new Entry.Rating(
                        UUID.randomUUID(),
                        sessions.questions(grace, session).getFirst().id(),
                        RatingKind.RATED,
                        step,
                        null));
    }

    private String open() {
        return navigate(DebriefView.class, Map.of("session", session.value().toString()))
                .getElement()
                .getTextRecursively();
    }
}
