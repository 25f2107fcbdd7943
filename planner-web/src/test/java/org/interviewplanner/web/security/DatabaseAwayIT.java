package org.interviewplanner.web.security;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import org.assertj.core.api.ThrowableAssert;
import org.interviewplanner.web.Chromium;
import org.interviewplanner.web.data.TestDatabase;
import org.interviewplanner.web.data.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

/** An external database that goes away and comes back while the product runs. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = DatabaseAwayIT.ByWire.class)
@Import(GatesIT.Probe.class)
@DirtiesContext
@Timeout(180)
class DatabaseAwayIT {
    private static final String TITLE = "The database does not answer";
    private static final String[] PAGE = {"Accept", "text/html"};

    /** As slow as one may be: the wait for a connection, and some for a busy machine. */
    private static final long AT_MOST_SECONDS = 10;

    private static Wire wire;

    @Autowired private ApplicationContext context;
    @LocalServerPort private int port;
    private Member member;

    static class ByWire extends TestDatabase {
        @Override
        public void initialize(ConfigurableApplicationContext application) {
            super.initialize(application);
            wire = new Wire(URI.create(url().replace("jdbc:", "")).getPort());
            TestPropertyValues.of(
                            "planner.database=jdbc:postgresql://localhost:%d/planner"
                                    .formatted(wire.port()))
                    .applyTo(application);
        }
    }

    @BeforeEach
    void meet() {
        member = new TestPeople(context).newTeamMember(Role.values());
    }

    @AfterEach
    void mendWhatATestLeftCut() throws Exception {
        if (wire.isCut()) {
            wire.mend();
        }
        waitForThePool();
    }

    @Test
    void saysSoToWhoeverAsksAndForgetsNobody() throws Exception {
        try (var visitor = new Visitor(port);
                var stranger = new Visitor(port)) {
            visitor.signIn(member.name(), TestPeople.PASSWORD);
            assertThat(visitor.get("/account", PAGE).statusCode()).isEqualTo(200);

            wire.cut();
            Thread.sleep(Standings.FRESH_FOR.plusMillis(50)); // for what is still remembered
            var begin = System.nanoTime();
            var page = visitor.get("/account", PAGE);
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.body()).contains(TITLE, "database-away.js");
            assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
            assertThat(page.headers().firstValue("Retry-After")).isPresent();
            assertThat((System.nanoTime() - begin) / 1_000_000_000).isLessThan(AT_MOST_SECONDS);
            assertThat(visitor.get("/styles.css").statusCode()).isEqualTo(200);
            assertThat(visitor.get("/database-away.js").statusCode()).isEqualTo(200);
            assertThat(Visitor.target(stranger.signIn(member.name(), TestPeople.PASSWORD)))
                    .isEqualTo("/login?broken");
            assertThat(stranger.get("/login", PAGE).statusCode()).isEqualTo(200);
            assertThat(stranger.get("/actuator/health").statusCode()).isEqualTo(503);

            // A server that does not remember the visitor cannot know them now.
            visitor.meetAnotherServer();
            var program = visitor.get("/api/probe");
            assertThat(program.statusCode()).isEqualTo(503);
            assertThat(program.body()).contains("AWAY");
            assertThat(visitor.get("/account", PAGE).statusCode()).isEqualTo(503);

            wire.mend();
            // The pool looks for it every few seconds.
            for (var end = System.nanoTime() + 20_000_000_000L;
                    visitor.get("/api/probe").statusCode() != 200; ) {
                assertThat(System.nanoTime()).as("still away").isLessThan(end);
                Thread.sleep(100);
            }
            assertThat(visitor.get("/account", PAGE).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void bringsPagesBackByThemselves() throws Exception {
        try (var playwright = Chromium.playwright();
                var browser = Chromium.launch(playwright)) {
            var loaded = browser.newContext().newPage();
            loaded.navigate(address("login"));
            loaded.getByLabel("Name").first().fill(member.name());
            loaded.getByLabel("Password").first().fill(TestPeople.PASSWORD);
            loaded.keyboard().press("Enter");
            loaded.waitForURL(url -> !url.contains("/login"));
            var open = loaded.context().newPage();
            open.navigate(address("account"));
            assertThat(heading(open)).hasText("Your account");
            loaded.navigate(address("people"));
            assertThat(heading(loaded)).hasText("People");

            wire.cut();
            loaded.reload();
            assertThat(heading(loaded)).hasText(TITLE, patient());
            // An open page finds out when it wants something.
            open.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Candidates"))
                    .click();
            assertThat(heading(open)).hasText(TITLE, patient());

            wire.mend();
            assertThat(heading(loaded)).hasText("People", patient());
            assertThat(heading(open)).hasText("Candidates", patient());
        }
    }

    /** Who does not know a lost connection for one, shows an error that nobody can act on. */
    @Test
    void knowsALostConnectionAtEveryStep() throws Exception {
        var jdbc = context.getBean(JdbcTemplate.class);
        var transaction = new TransactionTemplate(context.getBean(JdbcTransactionManager.class));
        ThrowableAssert.ThrowingCallable ask = () -> jdbc.execute("select 1");

        assertThatThrownBy(() ->
                        transaction.execute(status -> {
                            cutBetweenStatements(ask);
                            jdbc.execute("select 1");
                            return null;
                        }))
                .as("another statement, and the rollback")
                .isInstanceOf(DataAccessResourceFailureException.class);
        wire.mend();
        waitForThePool();
        assertThatThrownBy(
                        () -> transaction.executeWithoutResult(status -> cutBetweenStatements(ask)))
                .as("the commit")
                .isInstanceOf(DataAccessResourceFailureException.class);
    }

    private static void cutBetweenStatements(ThrowableAssert.ThrowingCallable ask) {
        try {
            ask.call();
            wire.cut();
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
        assertThatThrownBy(ask).isInstanceOf(DataAccessResourceFailureException.class);
    }

    private void waitForThePool() throws InterruptedException {
        var jdbc = context.getBean(JdbcTemplate.class);
        for (var end = System.nanoTime() + 20_000_000_000L; ; ) {
            try {
                jdbc.execute("select 1");
                return;
            } catch (DataAccessException e) {
                assertThat(System.nanoTime()).as("still away").isLessThan(end);
                Thread.sleep(100);
            }
        }
    }

    private String address(String path) {
        return "http://localhost:" + port + "/" + path;
    }

    private static com.microsoft.playwright.Locator heading(Page page) {
        return page.locator("h1").first();
    }

    private static LocatorAssertions.HasTextOptions patient() {
        return new LocatorAssertions.HasTextOptions().setTimeout(40_000);
    }
}
