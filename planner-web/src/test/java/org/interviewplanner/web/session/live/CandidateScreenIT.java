package org.interviewplanner.web.session.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.interviewplanner.web.candidate.CandidateService;
import org.interviewplanner.web.data.SessionId;
import org.interviewplanner.web.data.TestDatabase;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.security.NotFoundException;
import org.interviewplanner.web.security.Role;
import org.interviewplanner.web.security.TestPeople;
import org.interviewplanner.web.session.CandidateScreenService;
import org.interviewplanner.web.session.CandidateScreenService.Link;
import org.interviewplanner.web.session.Outcome;
import org.interviewplanner.web.session.Plan;
import org.interviewplanner.web.session.SessionService;
import org.interviewplanner.web.session.TestSets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** Who may make and end the candidate's link, how long it works, and what a guess finds. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
class CandidateScreenIT {
    @LocalServerPort int port;
    @Autowired ApplicationContext context;
    @Autowired SessionService sessions;
    @Autowired CandidateScreenService screens;
    @Autowired CandidateService candidates;
    @Autowired JdbcClient jdbc;

    private TestPeople people;
    private Member lead;
    private Member rater;
    private Member colleague;
    private SessionId session;
    private HttpClient browser;

    @BeforeEach
    void start() {
        people = new TestPeople(context);
        lead = people.newTeamMember(Role.LEAD);
        rater = people.colleagueOf(lead, Role.INTERVIEWER);
        colleague = people.colleagueOf(lead, Role.INTERVIEWER);
        session =
                sessions.plan(
                        lead,
                        new Plan(
                                candidates.add(lead, "Kim Candidate", null, "").id(),
                                new TestSets(context).newSet(lead.team(), 3),
                                Set.of(rater.person(), colleague.person()),
                                Instant.now(),
                                false));
        sessions.start(rater, session);
        browser = HttpClient.newHttpClient();
    }

    @AfterEach
    void close() {
        browser.shutdownNow();
    }

    @Test
    void lastsHalfADayAndIsNotStoredItself() {
        var link = screens.newLink(rater, session);

        assertThat(screens.worksUntil(colleague, session)).contains(link.expiresAt());
        assertThat(link.expiresAt())
                .isBetween(
                        Instant.now().plus(Duration.ofHours(12)).minusSeconds(60),
                        Instant.now().plus(Duration.ofHours(12)));
        assertThat(
                        jdbc.sql("select token_hash from candidate_link where session_id = ?")
                                .param(session.value())
                                .query(String.class)
                                .list())
                .noneMatch(hash -> hash.contains(link.token()));
        assertThat(question(link).statusCode()).isEqualTo(200);

        jdbc.sql("update candidate_link set expires_at = ? where session_id = ?")
                .params(java.sql.Timestamp.from(Instant.now().minusSeconds(1)), session.value())
                .update();

        assertThat(question(link).statusCode()).isEqualTo(404);
        assertThat(screens.worksUntil(rater, session)).isEmpty();
    }

    @Test
    void endsWithTheNextOneAndWithTheInterview() {
        var first = screens.newLink(rater, session);
        var second = screens.newLink(colleague, session);

        assertThat(question(first).statusCode()).isEqualTo(404);
        assertThat(question(second).statusCode()).isEqualTo(200);

        sessions.close(lead, session, Outcome.ENDED_EARLY);

        assertThat(question(second).statusCode()).isEqualTo(404);
        assertThat(screens.worksUntil(rater, session)).isEmpty();
    }

    @Test
    void leavesOneLinkWhenTwoMakeOneAtOnce() {
        var links =
                java.util.stream.IntStream.range(0, 8)
                        .mapToObj(n ->
                                CompletableFuture.supplyAsync(() ->
                                        screens.newLink(n % 2 == 0 ? rater : colleague, session)))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(links.stream().filter(link -> question(link).statusCode() == 200)).hasSize(1);
    }

    @Test
    void belongsToThePanelAlone() {
        var link = screens.newLink(rater, session);
        for (var stranger :
                new Member[] {
                    lead,
                    people.colleagueOf(lead, Role.INTERVIEWER),
                    people.newTeamMember(Role.ADMIN)
                }) {
            assertThatExceptionOfType(NotFoundException.class)
                    .isThrownBy(() -> screens.newLink(stranger, session));
            assertThatExceptionOfType(NotFoundException.class)
                    .isThrownBy(() -> screens.revoke(stranger, session));
            assertThatExceptionOfType(NotFoundException.class)
                    .isThrownBy(() -> screens.worksUntil(stranger, session));
        }
        assertThat(question(link).statusCode()).isEqualTo(200);
    }

    @Test
    void tellsAnOpenScreenThatItsLinkHasEnded() throws Exception {
        var link = screens.newLink(rater, session);
        var open = browser.send(get(link.token(), "events"), BodyHandlers.ofInputStream());
        try (var stream = open.body()) {
            var heard =
                    CompletableFuture.supplyAsync(() ->
                            new java.util.Scanner(stream, java.nio.charset.StandardCharsets.UTF_8)
                                    .findWithinHorizon("event: ?changed", 10_000));

            screens.revoke(colleague, session);

            assertThat(heard.get(5, TimeUnit.SECONDS)).isNotNull();
            assertThat(question(link).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void looksNoMoreAfterTooManyGuessesButSparesWhoeverHoldsALink() throws Exception {
        // An address of its own, so that no other test is slowed down.
        var guesser =
                HttpClient.newBuilder().localAddress(InetAddress.getByName("127.0.0.2")).build();
        try (guesser) {
            var known = screens.newLink(rater, session);
            assertThat(question(guesser, known.token()).statusCode()).isEqualTo(200);
            for (var n = 0; n < GuessThrottle.ALLOWED; n++) {
                assertThat(question(guesser, "guess-" + n).statusCode()).isEqualTo(404);
            }
            assertThat(question(guesser, known.token()).statusCode()).isEqualTo(200);

            var lucky = screens.newLink(rater, session);

            assertThat(question(guesser, lucky.token()).statusCode()).isEqualTo(404);
            assertThat(question(lucky).statusCode()).isEqualTo(200);
        }
    }

    private HttpResponse<String> question(Link link) {
        return question(browser, link.token());
    }

    private HttpResponse<String> question(HttpClient by, String token) {
        try {
            return by.send(get(token, "question"), BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest get(String token, String what) {
        var address = "http://127.0.0.1:%d/candidate/%s/%s".formatted(port, token, what);
        return HttpRequest.newBuilder(URI.create(address)).build();
    }
}
