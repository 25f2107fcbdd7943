package org.interviewplanner.web.session.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import java.time.Instant;
import java.util.Set;
import org.interviewplanner.web.candidate.CandidateService;
import org.interviewplanner.web.data.SessionId;
import org.interviewplanner.web.data.TestDatabase;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.security.Role;
import org.interviewplanner.web.security.TestPeople;
import org.interviewplanner.web.session.Outcome;
import org.interviewplanner.web.session.Plan;
import org.interviewplanner.web.session.SessionService;
import org.interviewplanner.web.session.SetChoice;
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
class SessionScreensIT extends SpringBrowserlessTest {
    @Autowired private ApplicationContext context;
    @Autowired private SessionService sessions;
    @Autowired private CandidateService candidates;
    private TestPeople people;
    private Member lead;
    private Member ada;

    @BeforeEach
    void signIn() {
        people = new TestPeople(context);
        lead = people.newTeamMember(Role.LEAD);
        ada = people.colleagueOf(lead, Role.INTERVIEWER);
        TestPeople.actAs(lead);
    }

    @AfterEach
    void leave() {
        TestPeople.actAsNobody();
    }

    @Test
    void sayWhatToDoWhenThereIsNoSet() {
        assertThat(text(navigate(SessionsView.class)))
                .contains("No sessions yet", "A session needs a set of questions");
    }

    @Test
    void showLeadsAllSessions() {
        plan("Kim", ada);
        var closed = plan("Robin", lead);
        sessions.close(lead, closed, Outcome.NO_SHOW);

        assertThat(text(navigate(SessionsView.class)))
                .contains("Planned", "Kim", "Closed", "Robin", "No-show", "Plan a session");
    }

    @Test
    void showRatersTheirSessionsOnly() {
        plan("Kim", ada);
        plan("Robin", lead);
        TestPeople.actAs(ada);

        assertThat(text(navigate(SessionsView.class)))
                .contains("Kim", "Prepare and start")
                .doesNotContain("Robin");
    }

    @Test
    void deleteARehearsalAtOneClickAndBringItBackAtAnother() {
        TestPeople.actAs(ada);
        sessions.plan(
                ada,
                new Plan(
                        null,
                        new TestSets(context).newSet(lead.team(), 2),
                        Set.of(ada.person()),
                        Instant.now(),
                        true));
        var view = navigate(SessionsView.class);

        test($view(Button.class).withTestId("session-delete").single()).click();
        assertThat(sessions.sessions(ada)).isEmpty();
        assertThat(text(view)).contains("No sessions yet");

        test($(Button.class).withTestId("notice-undo").single()).click();
        assertThat(sessions.sessions(ada)).hasSize(1);
        assertThat(text(view)).contains("Rehearsal");
        // What was said of it meanwhile is still heard by somebody who is signed in.
        navigate(PlanView.class);
    }

    @Test
    void sayWhatAPlanLacks() {
        new TestSets(context).newSet(lead.team(), 2);
        var view = navigate(PlanView.class);

        test($view(Button.class).withText("Plan").single()).click();
        assertThat(text(view)).contains("Please choose a set.");

        @SuppressWarnings("unchecked")
        ComboBox<SetChoice> set = $view(ComboBox.class).withCaption("Set").single();
        set.setValue(sessions.setChoices(lead).getFirst());
        test($view(Button.class).withText("Plan").single()).click();
        assertThat(text(view)).contains("Please choose a candidate");
        assertThat(sessions.sessions(lead)).isEmpty();
    }

    private static String text(com.vaadin.flow.component.Component view) {
        return view.getElement().getTextRecursively();
    }

    private SessionId plan(String candidate, Member rater) {
        return sessions.plan(
                lead,
                new Plan(
                        candidates.add(lead, candidate, null, "").id(),
                        new TestSets(context).newSet(lead.team(), 2),
                        Set.of(rater.person()),
                        Instant.now(),
                        false));
    }
}
