package org.interviewplanner.web.report.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
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
    private Member ada;
    private Member grace;
    private SessionId session;

    @BeforeEach
    void letGraceSubmit() {
        var people = new TestPeople(context);
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

    private String open() {
        return navigate(DebriefView.class, Map.of("session", session.value().toString()))
                .getElement()
                .getTextRecursively();
    }
}
