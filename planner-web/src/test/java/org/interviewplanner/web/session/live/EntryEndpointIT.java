package org.interviewplanner.web.session.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.interviewplanner.web.candidate.CandidateService;
import org.interviewplanner.web.data.SessionId;
import org.interviewplanner.web.data.TestDatabase;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.security.Role;
import org.interviewplanner.web.security.TestPeople;
import org.interviewplanner.web.session.AskedQuestion;
import org.interviewplanner.web.session.Entry;
import org.interviewplanner.web.session.Plan;
import org.interviewplanner.web.session.RatingKind;
import org.interviewplanner.web.session.SessionService;
import org.interviewplanner.web.session.TestSets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** What the endpoint answers to whom, and what of a colleague is in the bytes. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
class EntryEndpointIT {
    @LocalServerPort int port;
    @Autowired ApplicationContext context;
    @Autowired SessionService sessions;
    @Autowired CandidateService candidates;
    @Autowired JdbcClient jdbc;

    private Member lead;
    private Member ada;
    private Member grace;
    private SessionId session;
    private List<AskedQuestion> questions;
    private HttpClient client;

    @BeforeEach
    void plan() throws Exception {
        var people = new TestPeople(context);
        lead = people.newTeamMember(Role.LEAD);
        ada = people.colleagueOf(lead, Role.INTERVIEWER);
        grace = people.colleagueOf(lead, Role.INTERVIEWER);
        session = newSession(lead, ada, grace);
        questions = sessions.questions(lead, session);
        sessions.start(ada, session);
        client = signIn(ada);
    }

    @AfterEach
    void close() {
        client.shutdownNow();
    }

    @Test
    void answersOnlyWhatIsStoredWith200AndTheSameTwice() throws Exception {
        var body = rating(UUID.randomUUID(), 0, 3);

        assertThat(post(body).body()).contains("\"repeated\":false");
        assertThat(post(body).body()).contains("\"repeated\":true");
        assertThat(lines("rating")).isEqualTo(1);
    }

    @Test
    void takesTheLongestNoteInItsLongestSpellingAndNoLongerOne() throws Exception {
        var longest = "\\u2028".repeat(Entry.NOTE_LENGTH);

        assertThat(post(note(longest)).statusCode()).isEqualTo(200);
        assertThat(post(note("a".repeat(Entry.NOTE_LENGTH + 1))))
                .returns(400, HttpResponse::statusCode)
                .extracting(HttpResponse::body)
                .asString()
                .contains("20001 characters", "INVALID");
        assertThat(lines("note")).isEqualTo(1);
    }

    @Test
    void refusesWhatIsLargerThanAnyEntryAlsoWhenItsLengthIsNotSaid() throws Exception {
        var large = note("a".repeat(BodyLimit.MOST_BYTES));

        assertThat(post(large)).returns(413, HttpResponse::statusCode);
        var piecemeal =
                request("entries")
                        .POST(
                                BodyPublishers.ofInputStream(() ->
                                        new java.io.ByteArrayInputStream(
                                                large.getBytes(StandardCharsets.UTF_8))))
                        .build();
        assertThat(client.send(piecemeal, BodyHandlers.ofString()).statusCode()).isEqualTo(400);
        assertThat(lines("note")).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | must have a type",
                "null | no JSON",
                "[1,2] | no JSON",
                "{\"type\":\"rating\"} | must have a id",
                "{\"type\":\"gossip\",\"id\":\"ID\"} | must be rating, note, tick",
                "{\"type\":\"rating\",\"id\":\"ID\",\"question\":\"Q\",\"kind\":\"RATED\"} | step (null)",
                "{\"type\":\"rating\",\"id\":\"ID\",\"question\":\"Q\",\"kind\":\"RATED\",\"step\":9} | step (9)",
                "{\"type\":\"rating\",\"id\":\"ID\",\"question\":\"Q\",\"kind\":\"LOVED\"} | kind (LOVED)",
                "{\"type\":\"rating\",\"id\":\"1; drop table rating\"} | no JSON",
                "{\"type\":\"tick\",\"id\":\"ID\",\"question\":\"Q\",\"point\":-1,\"heard\":true} | point (-1)",
                "{\"type\":\"tick\",\"id\":\"ID\",\"question\":\"Q\",\"point\":100,\"heard\":true} | point (100)",
                "{\"type\":\"submission\",\"id\":\"ID\",\"recommendation\":\"MAYBE\"} | recommendation (MAYBE)",
                "{\"type\":\"note\" | no JSON"
            })
    void saysWhatMakesNoSense(String body, String sentence) throws Exception {
        var sent =
                body.replace("ID", UUID.randomUUID().toString())
                        .replace("\"Q\"", '"' + questions.getFirst().id().value().toString() + '"');

        var answer = post(sent);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(sentence).contains("INVALID");
    }

    @Test
    void storesWhatAClockThatStandsAnywhereSays() throws Exception {
        for (var at :
                List.of(
                        "+275760-09-13T00:00:00Z",
                        "-271821-04-20T00:00:00Z",
                        "1970-01-01T00:00:00Z")) {
            var body = rating(UUID.randomUUID(), 0, 2).replace("}", ",\"at\":\"" + at + "\"}");
            assertThat(post(body).statusCode()).isEqualTo(200);
        }
        assertThat(lines("rating")).isEqualTo(3);
    }

    @Test
    void keepsHalfCharactersAndZerosFromBreakingTheQueue() throws Exception {
        assertThat(post(note("half \\ud800 and zero \\u0000 end")).statusCode()).isEqualTo(200);
        assertThat(lines("note")).isEqualTo(1);
    }

    @Test
    void answersStrangersAlikeAndTheSignedOutOtherwise() throws Exception {
        var people = new TestPeople(context);
        var outsider = people.colleagueOf(lead, Role.INTERVIEWER);
        var foreigner = people.newTeamMember(Role.LEAD, Role.INTERVIEWER);
        var body = rating(UUID.randomUUID(), 0, 3);

        var unknown = post(client, UUID.randomUUID().toString(), body);
        assertThat(unknown.statusCode()).isEqualTo(404);
        for (var stranger : List.of(outsider, foreigner, lead)) {
            var answer = post(signIn(stranger), session.value().toString(), body);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).isEqualTo(unknown.body());
        }
        assertThat(post(client, "no-uuid", body).statusCode()).isEqualTo(404);
        assertThat(post(HttpClient.newHttpClient(), session.value().toString(), body).statusCode())
                .isEqualTo(401);
        assertThat(lines("rating")).isZero();
    }

    @Test
    void takesNoQuestionOfAnotherSession() throws Exception {
        var other = newSession(lead, ada);
        sessions.start(ada, other);
        var foreign = sessions.questions(ada, other).getFirst().id().value();

        var answer =
                post(
                        """
                        {"id":"%s","type":"rating","question":"%s","kind":"RATED","step":1}
                        """
                                .formatted(UUID.randomUUID(), foreign));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(lines("rating")).isZero();
    }

    @Test
    void saysWhyItTakesNothingNow() throws Exception {
        var planned = newSession(lead, ada);
        var question = sessions.questions(ada, planned).getFirst().id().value();
        var early =
                """
                {"id":"%s","type":"rating","question":"%s","kind":"RATED","step":1}
                """
                        .formatted(UUID.randomUUID(), question);
        assertThat(post(client, planned.value().toString(), early))
                .returns(409, HttpResponse::statusCode)
                .extracting(HttpResponse::body)
                .asString()
                .contains("NOT_STARTED");
        var stored = rating(UUID.randomUUID(), 0, 3);
        post(stored);
        sessions.submit(ada, session);

        assertThat(post(rating(UUID.randomUUID(), 0, 4)).body()).contains("SUBMITTED");
        assertThat(post(stored).body()).contains("\"repeated\":true");
        assertThat(post(stored.replace("\"step\":3", "\"step\":4")).body()).contains("ID_TAKEN");
        assertThat(post(stored.replace("}", ",\"rater\":\"" + grace.person().value() + "\"}")))
                .returns(409, HttpResponse::statusCode)
                .extracting(HttpResponse::body)
                .asString()
                .contains("OTHER_PERSON");
    }

    /** Also the moment would tell something: the stream must stay silent. */
    @Test
    void hasNothingOfAColleagueInTheBytesBeforeOnesOwnSubmission() throws Exception {
        var bytes = new StringBuffer();
        var opened = new CountDownLatch(1);
        var listening =
                client.sendAsync(
                        request("events").header("Accept", "text/event-stream").GET().build(),
                        BodyHandlers.ofInputStream());
        var stream = listening.get(10, TimeUnit.SECONDS).body();
        var reading =
                Thread.startVirtualThread(() -> {
                    var buffer = new byte[4096];
                    try {
                        for (int read; (read = stream.read(buffer)) >= 0; ) {
                            bytes.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
                            opened.countDown();
                        }
                    } catch (IOException e) {
                        // Closed at the end.
                    }
                });
        assertThat(opened.await(10, TimeUnit.SECONDS)).isTrue();
        var quiet = bytes.toString();
        var before = get("progress") + get("scorecard");

        var rated = UUID.randomUUID();
        var noted = UUID.randomUUID();
        var logged = UUID.randomUUID();
        var second = questions.get(1).id();
        sessions.record(grace, session, new Entry.Rating(rated, second, RatingKind.RATED, 1, null));
        sessions.record(
                grace, session, new Entry.Note(noted, second, "graces-own-remark", null, null));
        sessions.record(grace, session, new Entry.Tick(UUID.randomUUID(), second, 0, true, null));
        sessions.record(
                grace,
                session,
                new Entry.Deviation(
                        logged,
                        second,
                        org.interviewplanner.web.session.DeviationKind.PROMPTED,
                        "graces-hint",
                        null));
        // What concerns Ada herself comes through: so the silence before it was no accident.
        var own = UUID.randomUUID();
        post(rating(own, 0, 2));
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(30))
                .until(() -> bytes.toString().contains(own.toString()));

        var said = bytes.toString().substring(quiet.length());
        assertThat(said.lines().filter(line -> line.contains("changed")).count()).isEqualTo(1);
        var after = get("progress") + get("scorecard");
        var all = said + after + page("sessions") + page("sessions/" + session.value() + "/live");
        assertThat(all)
                .doesNotContain("graces-own-remark")
                .doesNotContain("graces-hint")
                .doesNotContain(rated.toString())
                .doesNotContain(noted.toString())
                .doesNotContain(logged.toString());
        assertThat(withoutTimes(after.replace(own.toString(), "")).length())
                .as("but for Ada's own rating nothing has grown")
                .isCloseTo(withoutTimes(before).length(), org.assertj.core.data.Offset.offset(120));

        sessions.submit(grace, session);
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(30))
                .until(() ->
                        bytes.toString()
                                        .substring(quiet.length())
                                        .lines()
                                        .filter(line -> line.contains("changed"))
                                        .count()
                                == 2);
        assertThat(get("progress") + get("scorecard"))
                .contains("\"submitted\":true")
                .doesNotContain("graces-own-remark")
                .doesNotContain(rated.toString());
        stream.close();
        reading.join(1_000);
    }

    // ---- at hand

    private SessionId newSession(Member by, Member... raters) {
        return sessions.plan(
                by,
                new Plan(
                        candidates.add(by, "Kim Candidate", null, "").id(),
                        new TestSets(context).newSet(by.team(), 3),
                        java.util.Arrays.stream(raters)
                                .map(Member::person)
                                .collect(java.util.stream.Collectors.toSet()),
                        Instant.now(),
                        false));
    }

    private HttpClient signIn(Member member) throws Exception {
        var visitor = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        visitor.send(
                HttpRequest.newBuilder(address("login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                BodyPublishers.ofString(
                                        "username="
                                                + URLEncoder.encode(
                                                        member.name(), StandardCharsets.UTF_8)
                                                + "&password="
                                                + URLEncoder.encode(
                                                        TestPeople.PASSWORD,
                                                        StandardCharsets.UTF_8)))
                        .build(),
                BodyHandlers.discarding());
        return visitor;
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + "/" + path);
    }

    private HttpRequest.Builder request(String what) {
        return HttpRequest.newBuilder(address("api/sessions/" + session.value() + "/" + what))
                .header("Content-Type", "application/json")
                .header("X-Planner", "test");
    }

    private String get(String what) throws Exception {
        return client.send(request(what).GET().build(), BodyHandlers.ofString()).body();
    }

    private String page(String path) throws Exception {
        return client.send(
                        HttpRequest.newBuilder(address(path)).GET().build(),
                        BodyHandlers.ofString())
                .body();
    }

    private HttpResponse<String> post(String body) throws Exception {
        return post(client, session.value().toString(), body);
    }

    private HttpResponse<String> post(HttpClient by, String to, String body) throws Exception {
        return by.send(
                HttpRequest.newBuilder(address("api/sessions/" + to + "/entries"))
                        .header("Content-Type", "application/json")
                        .header("X-Planner", "test")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private String rating(UUID id, int question, int step) {
        return """
        {"id":"%s","type":"rating","question":"%s","kind":"RATED","step":%d}\
        """
                .formatted(id, questions.get(question).id().value(), step);
    }

    private String note(String text) {
        return """
        {"id":"%s","type":"note","question":"%s","text":"%s"}\
        """
                .formatted(UUID.randomUUID(), questions.getFirst().id().value(), text);
    }

    private static String withoutTimes(String json) {
        return json.replaceAll("\"(now|at|startedAt)\":\"[^\"]*\"", "");
    }

    private int lines(String table) {
        return jdbc.sql("select count(*) from " + table + " where session_id = ?")
                .param(session.value())
                .query(Integer.class)
                .single();
    }
}
