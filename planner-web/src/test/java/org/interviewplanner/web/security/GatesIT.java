package org.interviewplanner.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.interviewplanner.web.data.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the server answers at its two gates, asked over the wire. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
@Import(GatesIT.Probe.class)
class GatesIT {
    @Autowired private AccountService accounts;
    @Autowired private People stored;
    @Autowired private ApplicationContext context;
    @LocalServerPort private int port;
    private Member admin;
    private Member rater;
    private Visitor visitor;

    /** Stands for the entry points that other rooms will have. */
    @RestController
    static class Probe {
        private final CurrentMember current;

        Probe(CurrentMember current) {
            this.current = current;
        }

        @GetMapping("/api/probe")
        String who() {
            return current.get().name() + " " + current.get().roles().stream().sorted().toList();
        }

        @PostMapping("/api/probe")
        String change() {
            return "changed by " + current.get().name();
        }

        @GetMapping("/api/probe/lead")
        String forLeads() {
            current.get().require(Role.LEAD);
            return "led";
        }
    }

    @BeforeEach
    void meet() {
        var people = new TestPeople(context);
        admin = people.newTeamMember(Role.ADMIN);
        rater = people.colleagueOf(admin, Role.INTERVIEWER);
        visitor = new Visitor(port);
    }

    @AfterEach
    void part() {
        visitor.close();
    }

    @Test
    void letsInByNameAndPasswordUnderANewSessionId() throws Exception {
        visitor.get("/login");
        var before = visitor.session();

        var answer = visitor.signIn(rater.name(), TestPeople.PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(Visitor.target(answer)).isEqualTo("/");
        assertThat(before).isNotEmpty();
        assertThat(visitor.session()).isNotEmpty().isNotEqualTo(before);
        assertThat(visitor.get("/api/probe").body()).isEqualTo(rater.name() + " [INTERVIEWER]");
    }

    @Test
    void knowsANameWhateverItsCapitals() throws Exception {
        visitor.signIn(" " + rater.name().toUpperCase(java.util.Locale.ROOT), TestPeople.PASSWORD);

        assertThat(visitor.get("/api/probe").statusCode()).isEqualTo(200);
    }

    @Test
    void givesTheSameAnswerToAWrongPasswordAnUnknownNameAndADisabledPerson() throws Exception {
        accounts.disable(admin, rater.person(), version(rater));

        var wrong = visitor.signIn(admin.name(), "not the password");
        var unknown = visitor.signIn("Nobody " + rater.name(), TestPeople.PASSWORD);
        var disabled = visitor.signIn(rater.name(), TestPeople.PASSWORD);

        assertThat(List.of(wrong, unknown, disabled))
                .extracting(Visitor::target)
                .containsOnly("/login?error");
        assertThat(visitor.get("/api/probe").statusCode()).isEqualTo(401);
    }

    @Test
    void stopsLookingAfterFiveWrongPasswords() throws Exception {
        for (var attempt = 0; attempt < LoginThrottle.PER_ACCOUNT; attempt++) {
            assertThat(Visitor.target(visitor.signIn(rater.name(), "wrong " + attempt)))
                    .isEqualTo("/login?error");
        }

        assertThat(Visitor.target(visitor.signIn(rater.name(), TestPeople.PASSWORD)))
                .isEqualTo("/login?wait=15");
    }

    @Test
    void setsACookieThatScriptsAndOtherSitesDoNotGet() throws Exception {
        var plain = visitor.get("/login").headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(plain).contains("HttpOnly", "SameSite=Lax").doesNotContain("Secure");

        try (var behindTls = new Visitor(port)) {
            var secure =
                    behindTls
                            .get("/login", "X-Forwarded-Proto", "https")
                            .headers()
                            .firstValue("Set-Cookie")
                            .orElseThrow();
            assertThat(secure).contains("HttpOnly", "SameSite=Lax", "Secure");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/api/probe", "/", "/no/such/page", "/security.css"})
    void sendsTheHeadersThatKeepOthersOut(String path) throws Exception {
        var headers = visitor.get(path).headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains(
                        "default-src 'self'",
                        "object-src 'none'",
                        "base-uri 'self'",
                        "frame-ancestors 'none'",
                        "connect-src 'self'",
                        "img-src 'self' data:");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void letsNobodyKeepAPage() throws Exception {
        assertThat(visitor.get("/login").headers().firstValue("Cache-Control").orElse(""))
                .contains("no-store");
        assertThat(visitor.get("/api/probe").headers().firstValue("Cache-Control").orElse(""))
                .contains("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/security.css", "/aura/aura.css"})
    void givesStrangersTheStylesOfTheLoginPage(String path) throws Exception {
        assertThat(visitor.get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void asksBrowsersToStayWithTlsOnceTheyHaveIt() throws Exception {
        assertThat(
                        visitor.get("/login", "X-Forwarded-Proto", "https")
                                .headers()
                                .firstValue("Strict-Transport-Security"))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/people", "/account", "/no/such/page"})
    void sendsAStrangerToTheLoginPageFromEverywhere(String path) throws Exception {
        var answer = visitor.get(path);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(Visitor.target(answer)).endsWith("/login");
    }

    @Test
    void tellsAProgramInJsonToSignIn() throws Exception {
        for (var path : new String[] {"/api/probe", "/api/no/such", "/api"}) {
            var answer = visitor.get(path);

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                    .startsWith("application/json");
            assertThat(answer.body()).isEqualTo("{\"error\":\"Sign in first.\"}");
        }
        assertThat(visitor.post("/api/probe", "", "X-Planner", "1").statusCode()).isEqualTo(401);
    }

    @Test
    void takesChangesOnlyFromItsOwnPages() throws Exception {
        visitor.signIn(rater.name(), TestPeople.PASSWORD);

        var foreign = visitor.post("/api/probe", "");
        var own = visitor.post("/api/probe", "", "X-Planner", "1");

        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(foreign.body()).contains("X-Planner");
        assertThat(own.statusCode()).isEqualTo(200);
        assertThat(own.body()).isEqualTo("changed by " + rater.name());
    }

    @Test
    void answersAnUnknownAddressAndAMissingRoleWithTheSameBytes() throws Exception {
        visitor.signIn(rater.name(), TestPeople.PASSWORD);

        var unknown = visitor.get("/api/no/such");
        var missingRole = visitor.get("/api/probe/lead");

        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(missingRole.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).isEqualTo(missingRole.body()).contains("Not found.");
        assertThat(names(unknown)).isEqualTo(names(missingRole));
    }

    @ParameterizedTest
    @CsvSource({"cross-site,/login", "same-site,/login", "same-origin,/", "none,/"})
    void signsNobodyInFromAnotherSite(String site, String target) throws Exception {
        var answer = visitor.signIn(rater.name(), TestPeople.PASSWORD, "Sec-Fetch-Site", site);

        assertThat(Visitor.target(answer)).isEqualTo(target);
    }

    @Test
    void endsTheSessionOfADisabledPersonWithTheNextRequest() throws Exception {
        visitor.signIn(rater.name(), TestPeople.PASSWORD);
        assertThat(visitor.get("/api/probe").statusCode()).isEqualTo(200);

        accounts.disable(admin, rater.person(), version(rater));
        awaitStandingsToForget();

        assertThat(visitor.get("/api/probe").statusCode()).isEqualTo(401);
        accounts.enable(admin, rater.person(), version(rater));
        awaitStandingsToForget();
        assertThat(visitor.get("/api/probe").statusCode()).isEqualTo(401);
    }

    @Test
    void letsChangedRolesCountInAnOpenSession() throws Exception {
        visitor.signIn(rater.name(), TestPeople.PASSWORD);
        assertThat(visitor.get("/api/probe/lead").statusCode()).isEqualTo(404);

        accounts.changeRoles(admin, rater.person(), version(rater), Set.of(Role.LEAD));
        awaitStandingsToForget();

        assertThat(visitor.get("/api/probe/lead").body()).isEqualTo("led");
        assertThat(visitor.get("/api/probe").body()).isEqualTo(rater.name() + " [LEAD]");
    }

    @Test
    void tellsLoadBalancersOnlyThatItIsUp() throws Exception {
        var answer = visitor.get("/actuator/health");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("UP").doesNotContain("PostgreSQL");
        assertThat(visitor.get("/actuator/env").statusCode()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login?continue=//elsewhere.example",
                "/login?redirect=https://elsewhere.example",
                "//elsewhere.example/people",
                "/\\elsewhere.example",
                "/people?next=https://elsewhere.example/"
            })
    void leadsNobodyElsewhere(String target) throws Exception {
        assertThat(raw(target, "Host: elsewhere.example", "X-Forwarded-Host: elsewhere.example"))
                .doesNotContainPattern("(?im)^Location: *(https?:)?[/\\\\]{2}elsewhere")
                .doesNotContainPattern("(?im)^Location: *https?://elsewhere");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../../../../etc/passwd",
                "/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
                "/..%2f..%2f..%2fetc%2fpasswd",
                "/..%5c..%5cetc%5cpasswd",
                "/styles.css/..;/..;/api/probe",
                "/aura/../application.properties",
                "/aura/%2e%2e/application.properties",
                "/VAADIN/../application.properties",
                "/VAADIN/..%2f..%2fapplication.properties",
                "/WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF",
                "/application.properties",
                "/actuator",
                "/actuator/env",
                "/actuator/heapdump",
                "/api/probe;.css",
                "/api/probe%00.css",
                "/api//probe",
                "//api/probe"
            })
    void keepsWhatIsNoPageOfItsOwn(String target) throws Exception {
        var answer = raw(target, "Host: localhost");

        assertThat(answer).startsWith("HTTP/1.1 ");
        assertThat(answer.substring(9, 12)).isIn("301", "302", "400", "401", "404");
        assertThat(answer).doesNotContain("root:", "spring.", "Manifest-Version", "<web-app");
    }

    /** As it stands, which no well-behaved client would send. */
    private String raw(String target, String... headers) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(
                            ("GET %s HTTP/1.1\r\n%s\r\nConnection: close\r\n\r\n"
                                            .formatted(target, String.join("\r\n", headers)))
                                    .getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /**
     * A change is seen a second later at the latest; sleeping on it makes the test sure, not timed.
     */
    private static void awaitStandingsToForget() throws InterruptedException {
        Thread.sleep(Standings.FRESH_FOR.plusMillis(50));
    }

    private static Set<String> names(java.net.http.HttpResponse<?> response) {
        return response.headers().map().keySet();
    }

    private long version(Member member) {
        var version = stored.findById(member.person()).orElseThrow().version();
        return version == null ? -1 : version;
    }
}
