package org.interviewplanner.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.interviewplanner.web.data.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** Log-ins that outlive the server that let the person in. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
@Import(GatesIT.Probe.class)
class SignInsIT {
    private static final String[] PAGE = {"Accept", "text/html"};

    @Autowired private AccountService accounts;
    @Autowired private SignIns signIns;
    @Autowired private People stored;
    @Autowired private JdbcClient jdbc;
    @Autowired private ApplicationContext context;
    @LocalServerPort private int port;
    private Member admin;
    private Member rater;
    private Visitor visitor;

    @BeforeEach
    void signIn() throws Exception {
        var people = new TestPeople(context);
        admin = people.newTeamMember(Role.ADMIN);
        rater = people.colleagueOf(admin, Role.INTERVIEWER);
        visitor = new Visitor(port);
        visitor.signIn(
                rater.name(), TestPeople.PASSWORD, "User-Agent", "Firefox/150.0 (X11; Linux)");
    }

    @AfterEach
    void part() {
        visitor.close();
    }

    @Test
    void keepsItsCookieFromScriptsAndOtherSitesAndForNoLongerThanTheBrowser() throws Exception {
        try (var plain = new Visitor(port);
                var behindTls = new Visitor(port)) {
            assertThat(cookie(plain.signIn(rater.name(), TestPeople.PASSWORD)))
                    .contains("HttpOnly", "SameSite=Lax", "Path=/")
                    .doesNotContain("Secure", "Max-Age", "Expires", "Domain");
            assertThat(
                            cookie(
                                    behindTls.signIn(
                                            rater.name(),
                                            TestPeople.PASSWORD,
                                            "X-Forwarded-Proto",
                                            "https")))
                    .contains("HttpOnly", "SameSite=Lax", "Secure");
        }
    }

    @Test
    void storesNothingThatOpensADoor() {
        assertThat(visitor.signInCookie()).matches("[A-Za-z0-9_-]{43}");
        assertThat(
                        jdbc.sql("select cast(s as text) from sign_in s where person_id = :person")
                                .param("person", rater.person().value())
                                .query(String.class)
                                .list())
                .singleElement()
                .asString()
                .doesNotContain(visitor.signInCookie())
                .contains(Token.hash(visitor.signInCookie()));
    }

    @Test
    void isKnownToAnotherServerByItsCookie() throws Exception {
        visitor.meetAnotherServer();

        // A program's request leaves no session behind.
        assertThat(visitor.post("/api/probe", "", "X-Planner", "1").body())
                .isEqualTo("changed by " + rater.name());
        assertThat(visitor.session()).isEmpty();
        assertThat(visitor.post("/api/probe", "").statusCode()).isEqualTo(403);

        // A page does.
        assertThat(visitor.get("/account", PAGE).statusCode()).isEqualTo(200);
        assertThat(visitor.session()).isNotEmpty();
        assertThat(visitor.get("/login", PAGE).statusCode()).isEqualTo(200);
        assertThat(visitor.get("/people", PAGE).statusCode()).isEqualTo(404);
    }

    @Test
    void letsManyRequestsAtOnceIn() throws Exception {
        visitor.meetAnotherServer();

        List<Callable<Integer>> requests = new java.util.ArrayList<>();
        for (var i = 0; i < 40; i++) {
            requests.add(
                    i % 4 == 0
                            ? () -> visitor.get("/account", PAGE).statusCode()
                            : () -> visitor.post("/api/probe", "", "X-Planner", "1").statusCode());
        }
        try (var threads = Executors.newFixedThreadPool(10)) {
            for (var answer : threads.invokeAll(requests)) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
        assertThat(accounts.signIns(rater)).hasSize(1);
    }

    @Test
    void endsWithTheLogOut() throws Exception {
        var token = visitor.signInCookie();

        visitor.get("/account", PAGE);
        var csrf = csrf(visitor.get("/account", PAGE).body());
        visitor.post(
                "/logout", "_csrf=" + csrf, "Content-Type", "application/x-www-form-urlencoded");

        assertThat(visitor.signInCookie()).isEmpty();
        assertThat(asks(token)).isEqualTo(401);
        assertThat(accounts.signIns(rater)).isEmpty();
    }

    @Test
    void endsInOneBrowserOnly() throws Exception {
        try (var other = new Visitor(port)) {
            other.signIn(rater.name(), TestPeople.PASSWORD);
            var first =
                    accounts.signIns(rater).stream()
                            .filter(it -> it.browser().equals("Firefox"))
                            .toList();
            assertThat(first)
                    .singleElement()
                    .satisfies(it -> {
                        assertThat(it.system()).isEqualTo("Linux");
                        assertThat(it.address()).isEqualTo("127.0.0.1");
                        assertThat(it.here()).isFalse();
                    });

            accounts.endSignIn(rater, first.getFirst().id());
            awaitStandingsToForget();

            assertThat(visitor.get("/api/probe").statusCode()).isEqualTo(401);
            assertThat(other.get("/api/probe").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void endsWhenThePersonIsDisabledAndForGood() throws Exception {
        accounts.disable(admin, rater.person(), version());
        visitor.meetAnotherServer();
        assertThat(visitor.get("/api/probe").statusCode()).isEqualTo(401);

        accounts.enable(admin, rater.person(), version());

        assertThat(visitor.get("/api/probe").statusCode()).isEqualTo(401);
        assertThat(Visitor.target(visitor.get("/account", PAGE))).isEqualTo("/login");
    }

    @Test
    void endsEverywhereElseWithANewPassword() throws Exception {
        try (var other = new Visitor(port)) {
            other.signIn(rater.name(), TestPeople.PASSWORD);
            var here = signIns.find(visitor.signInCookie()).orElseThrow();
            org.springframework.security.core.context.SecurityContextHolder.getContext()
                    .setAuthentication(here.toAuthentication(null));
            accounts.changeOwnPassword(rater, TestPeople.PASSWORD, "nine brown owls sleep");
            TestPeople.actAsNobody();
            awaitStandingsToForget();
            other.meetAnotherServer();

            assertThat(visitor.get("/api/probe").statusCode()).isEqualTo(200);
            assertThat(other.get("/api/probe").statusCode()).isEqualTo(401);
            visitor.meetAnotherServer();
            assertThat(visitor.get("/api/probe").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void bringsTheRolesOfNow() throws Exception {
        accounts.changeRoles(admin, rater.person(), version(), Set.of(Role.LEAD));
        visitor.meetAnotherServer();

        assertThat(visitor.get("/api/probe").body()).isEqualTo(rater.name() + " [LEAD]");
    }

    @Test
    void endsAfterTwelveHoursUnusedAndAfterAWeekInAnyCase() {
        var people = new TestPeople(context);
        var begin = Instant.now();
        var id = people.signIn(rater).id();

        assertThat(at(begin.plus(SignIns.IDLE).minusSeconds(60)).find(id)).isPresent();
        assertThat(at(begin.plus(SignIns.IDLE.multipliedBy(2)).minusSeconds(120)).find(id))
                .isPresent();
        assertThat(at(begin.plus(SignIns.IDLE.multipliedBy(3)).plusSeconds(120)).find(id))
                .isEmpty();
        for (var hours = 0; hours < 7 * 24; hours += 11) {
            at(begin.plus(Duration.ofHours(hours))).find(id);
        }
        assertThat(at(begin.plus(SignIns.LASTS).minusSeconds(60)).find(id)).isPresent();
        assertThat(at(begin.plus(SignIns.LASTS).plusSeconds(60)).find(id)).isEmpty();
    }

    @Test
    void forgetsWhatHasEnded() {
        var people = new TestPeople(context);
        at(Instant.now().minus(SignIns.LASTS))
                .begin(
                        new SignedIn(java.util.UUID.randomUUID(), rater, 0),
                        new Device("", ""),
                        "::1");
        people.signIn(rater);

        assertThat(
                        jdbc.sql("select count(*) from sign_in where person_id = :person")
                                .param("person", rater.person().value())
                                .query(Long.class)
                                .single())
                .isEqualTo(2);
    }

    @Test
    void takesNoInventedCookie() throws Exception {
        var ids = new HashSet<Integer>();
        for (var token :
                List.of("", "x", Token.create(), "a".repeat(5_000), "%00", "' or 1=1 --")) {
            ids.add(asks(token.replace(' ', '+')));
        }
        assertThat(ids).containsExactly(401);
    }

    private int asks(String token) throws Exception {
        try (var stranger = new Visitor(port)) {
            return stranger.get("/api/probe", "Cookie", SignInCookie.NAME + "=" + token)
                    .statusCode();
        }
    }

    private SignIns at(Instant time) {
        return new SignIns(jdbc, Clock.fixed(time, ZoneOffset.UTC));
    }

    private static String cookie(HttpResponse<?> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(it -> it.startsWith(SignInCookie.NAME + "="))
                .findFirst()
                .orElse("none");
    }

    private static String csrf(String page) {
        var found =
                java.util.regex.Pattern.compile("name=\"_csrf\" content=\"([^\"]*)\"")
                        .matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    /** A change is seen a second later at the latest. */
    private static void awaitStandingsToForget() throws InterruptedException {
        Thread.sleep(Standings.FRESH_FOR.plusMillis(50));
    }

    private long version() {
        var version = stored.findById(rater.person()).orElseThrow().version();
        return version == null ? -1 : version;
    }
}
