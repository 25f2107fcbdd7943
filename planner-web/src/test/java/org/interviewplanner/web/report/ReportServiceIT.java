package org.interviewplanner.web.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.interviewplanner.web.candidate.CandidateService;
import org.interviewplanner.web.data.SessionId;
import org.interviewplanner.web.data.TestDatabase;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.security.NotFoundException;
import org.interviewplanner.web.security.Role;
import org.interviewplanner.web.security.TestPeople;
import org.interviewplanner.web.session.AskedQuestion;
import org.interviewplanner.web.session.Entry;
import org.interviewplanner.web.session.Plan;
import org.interviewplanner.web.session.RatingKind;
import org.interviewplanner.web.session.SessionService;
import org.interviewplanner.web.session.TestSets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
class ReportServiceIT {
    @Autowired ApplicationContext context;
    @Autowired SessionService sessions;
    @Autowired ReportService reports;
    @Autowired CandidateService candidates;

    TestPeople people;
    Member lead;
    Member ada;
    Member grace;
    SessionId session;
    List<AskedQuestion> questions;

    @BeforeEach
    void planAndStart() {
        people = new TestPeople(context);
        lead = people.newTeamMember(Role.LEAD);
        ada = people.colleagueOf(lead, Role.INTERVIEWER);
        grace = people.colleagueOf(lead, Role.INTERVIEWER);
        session =
                sessions.plan(
                        lead,
                        new Plan(
                                candidates.add(lead, "Kim", null, "").id(),
                                new TestSets(context).newSet(lead.team(), 4),
                                Set.of(ada.person(), grace.person()),
                                Instant.now(),
                                false));
        questions = sessions.questions(lead, session);
        sessions.start(ada, session);
    }

    @Test
    void countsNothingThatWasNotAskedOrNotAssessed() {
        rate(ada, 0, RatingKind.RATED, 4);
        rate(ada, 1, RatingKind.NOT_ASKED, null);
        rate(ada, 2, RatingKind.NOT_ASSESSED, null);
        sessions.submit(ada, session);
        rate(grace, 0, RatingKind.RATED, 2);
        rate(grace, 3, RatingKind.RATED, 3);
        sessions.submit(grace, session);

        var report = reports.debrief(lead, session);

        var adas = result(report, ada).card().total();
        assertThat(adas.ratings().mean()).hasValue(4);
        assertThat(adas.ratings().count()).isEqualTo(1);
        assertThat(adas.notAsked()).isEqualTo(1);
        assertThat(adas.notAssessed()).isEqualTo(1);
        assertThat(result(report, grace).card().total().ratings().mean()).hasValue(2.5);
        assertThat(report.scores().total().mean()).hasValue(3.25);
        assertThat(report.scores().sections().get("Database").mean()).hasValue(3);
        assertThat(report.scores().sections().get("Database").count()).isEqualTo(1);
    }

    @Test
    void leavesOutWhoHasNotSubmitted() {
        rate(ada, 0, RatingKind.RATED, 4);
        rate(grace, 0, RatingKind.RATED, 1);
        sessions.submit(ada, session);

        assertThat(reports.debrief(ada, session).results())
                .extracting(result -> result.rater().person())
                .containsExactly(ada.person());
        assertThat(reports.debrief(lead, session).scores().total().mean()).hasValue(4);
        assertThatThrownBy(() -> reports.debrief(grace, session))
                .isExactlyInstanceOf(NotFoundException.class);
    }

    @Test
    void hidesTheDebriefAgainFromWhoseScorecardWasReopened() {
        sessions.submit(ada, session);
        sessions.reopen(lead, session, ada.person(), "Typing mistake");

        assertThatThrownBy(() -> reports.debrief(ada, session))
                .isExactlyInstanceOf(NotFoundException.class);
    }

    @Test
    void saysNotFoundToStrangers() {
        for (var stranger :
                List.of(
                        people.newTeamMember(Role.LEAD),
                        people.colleagueOf(lead, Role.INTERVIEWER),
                        people.colleagueOf(lead, Role.ADMIN, Role.AUTHOR))) {
            assertThatThrownBy(() -> reports.debrief(stranger, session))
                    .isExactlyInstanceOf(NotFoundException.class);
        }
    }

    private static DebriefReport.Result result(DebriefReport report, Member rater) {
        return report.results().stream()
                .filter(result -> result.rater().person().equals(rater.person()))
                .findFirst()
                .orElseThrow();
    }

    private void rate(Member rater, int index, RatingKind kind, Integer step) {
        sessions.record(
                rater,
                session,
                new Entry.Rating(UUID.randomUUID(), questions.get(index).id(), kind, step, null));
    }
}
