package org.interviewplanner.web.session.live;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.interviewplanner.web.Chromium;
import org.interviewplanner.web.candidate.CandidateService;
import org.interviewplanner.web.data.SessionId;
import org.interviewplanner.web.data.TestDatabase;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.security.Role;
import org.interviewplanner.web.security.TestPeople;
import org.interviewplanner.web.session.AskedQuestion;
import org.interviewplanner.web.session.NoteVersion;
import org.interviewplanner.web.session.Plan;
import org.interviewplanner.web.session.RatingKind;
import org.interviewplanner.web.session.SessionService;
import org.interviewplanner.web.session.TestSets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** The live page and its outbox in a real Chromium, with the network cut and tabs killed. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
class LivePageIT {
    private static Playwright playwright;
    private static Browser browser;

    @LocalServerPort int port;
    @Autowired ApplicationContext context;
    @Autowired SessionService sessions;
    @Autowired CandidateService candidates;
    @Autowired JdbcClient jdbc;

    Member lead;
    Member ada;
    Member grace;
    SessionId session;
    List<AskedQuestion> questions;
    BrowserContext adasBrowser;

    @BeforeAll
    static void openBrowser() {
        playwright = Chromium.playwright();
        browser = Chromium.launch(playwright);
    }

    @AfterAll
    static void closeBrowser() {
        playwright.close();
    }

    @BeforeEach
    void planAndStart() {
        var people = new TestPeople(context);
        lead = people.newTeamMember(Role.LEAD);
        ada = people.colleagueOf(lead, Role.INTERVIEWER);
        grace = people.colleagueOf(lead, Role.INTERVIEWER);
        session =
                sessions.plan(
                        lead,
                        new Plan(
                                candidates.add(lead, "Kim Candidate", null, "").id(),
                                new TestSets(context).newSet(lead.team(), 6),
                                Set.of(ada.person(), grace.person()),
                                Instant.now(),
                                false));
        questions = sessions.questions(lead, session);
        sessions.start(ada, session);
        adasBrowser = signIn(ada);
    }

    @AfterEach
    void closeContexts() {
        for (var one : List.copyOf(browser.contexts())) {
            one.close();
        }
    }

    @Test
    void showsARatingAsSavedOnlyAfterItIsInTheLedger() {
        var page = openLive(adasBrowser);

        page.keyboard().press("3");

        assertThat(page.getByTestId("rate-3")).hasAttribute("aria-pressed", "true");
        assertThat(page.getByTestId("entry-state")).hasText("saved");
        assertThat(step(ada, 0)).isEqualTo(3);
    }

    @Test
    void goesByKeysThroughAnInterview() {
        var page = openLive(adasBrowser);
        page.keyboard().press("4");
        page.keyboard().press("j");
        page.keyboard().press("n");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("a");
        page.keyboard().press("/");
        page.keyboard().type("spoke of 1 thing");
        page.keyboard().press("Escape");
        page.keyboard().press("k");
        assertThat(page.getByTestId("question")).containsText("topic 2");
        assertThat(page.getByTestId("saved-state")).hasText("All saved");

        var card = sessions.scorecard(ada, session);
        assertThat(card.ratings().get(questions.get(0).id()).step()).isEqualTo(4);
        assertThat(card.ratings().get(questions.get(1).id()).kind())
                .isEqualTo(RatingKind.NOT_ASKED);
        assertThat(card.ratings().get(questions.get(2).id()).kind())
                .isEqualTo(RatingKind.NOT_ASSESSED);
        assertThat(card.notes().get(questions.get(2).id()))
                .extracting(NoteVersion::text)
                .isEqualTo("spoke of 1 thing");
        assertThat(page.getByTestId("progress")).hasText("3 of 6 done");
    }

    @Test
    void keepsEverythingOnTheDeviceWhileTheNetworkIsCut() {
        var page = openLive(adasBrowser);
        adasBrowser.setOffline(true);
        page.keyboard().press("2");
        page.keyboard().press("/");
        page.keyboard().type("typed without network");
        page.keyboard().press("Escape");
        page.keyboard().press("j");
        page.keyboard().press("1");

        assertThat(page.getByTestId("entry-state")).hasText("kept on this device");
        assertThat(page.getByTestId("saved-state")).containsText("kept on this device");
        assertThat(sessions.scorecard(ada, session).ratings()).isEmpty();

        adasBrowser.setOffline(false);

        assertThat(page.getByTestId("saved-state")).hasText("All saved");
        assertThat(step(ada, 0)).isEqualTo(2);
        assertThat(step(ada, 1)).isEqualTo(1);
        assertThat(note(ada, 0)).isEqualTo("typed without network");
    }

    @Test
    void sendsWhatAKilledTabHadKeptWhenThePersonComesBack() {
        var page = openLive(adasBrowser);
        adasBrowser.setOffline(true);
        page.keyboard().press("4");
        assertThat(page.getByTestId("entry-state")).hasText("kept on this device");
        page.keyboard().press("/");
        page.keyboard().type("unfinished sent");
        // The draft reaches the device long before a version is due.
        page.waitForFunction(
                """
                () => [...document.querySelector('live-session').notes.values()]
                    .every(note => !note.dirty || note.drafted)
                """);
        kill(page);
        adasBrowser.setOffline(false);

        var other = adasBrowser.newPage();
        other.navigate(address("sessions"));
        other.getByTestId("sessions").waitFor();

        waitUntil(() -> sessions.scorecard(ada, session).notes().size() == 1);
        assertThat(step(ada, 0)).isEqualTo(4);
        assertThat(note(ada, 0)).isEqualTo("unfinished sent");
    }

    @Test
    void keepsWhatStandsInADialogThroughTheDeathOfItsTab() {
        var page = openLive(adasBrowser);
        page.keyboard().press("d");
        page.getByTestId("deviation-kind").selectOption("PROMPTED");
        page.getByTestId("deviation-text").fill("Think of a queue");
        page.keyboard().press("Escape");
        assertThat(page.getByTestId("deviation-draft"))
                .containsText("Not logged yet: Hint given: Think of a queue");
        page.keyboard().press("j");
        assertThat(page.getByTestId("deviation-draft")).hasCount(0);
        for (var place = 1; place <= 6; place++) {
            page.getByTestId("agenda-" + place).click();
            page.keyboard().press("n");
        }
        page.getByTestId("submit").click();
        page.getByTestId("recommend-NO").check();
        page.getByTestId("recommendation-reason").fill("Spoke of nothing we asked");
        page.evaluate("() => document.querySelector('live-session').outbox.dialogChain");
        kill(page);

        var next = openLive(adasBrowser);
        assertThat(next.getByTestId("saved-state")).hasText("All saved");
        next.getByTestId("agenda-1").click();
        assertThat(next.getByTestId("deviation-draft")).containsText("Think of a queue");
        next.keyboard().press("d");
        assertThat(next.getByTestId("deviation-kind")).hasValue("PROMPTED");
        assertThat(next.getByTestId("deviation-text")).hasValue("Think of a queue");
        next.getByTestId("deviation-save").click();
        assertThat(next.getByTestId("deviation-draft")).hasCount(0);
        next.keyboard().press("d");
        assertThat(next.getByTestId("deviation-text")).hasValue("");
        next.keyboard().press("Escape");
        next.getByTestId("submit").click();
        assertThat(next.getByTestId("recommend-NO")).isChecked();
        assertThat(next.getByTestId("recommendation-reason")).hasValue("Spoke of nothing we asked");
        // Cancelled is cancelled.
        next.getByTestId("submit-cancel").click();
        next.getByTestId("submit").click();
        assertThat(next.getByTestId("recommendation-reason")).hasValue("");
        assertThat(sessions.scorecard(ada, session).deviations())
                .extracting(line -> line.text())
                .contains("Think of a queue");
    }

    @Test
    void storesAnEntryOnceWhenTheAnswerIsLostAfterTheCommit() {
        var lost = new AtomicInteger();
        adasBrowser.route(
                "**/entries",
                route -> {
                    if (lost.getAndIncrement() < 2) {
                        route.fetch();
                        route.abort();
                    } else {
                        route.resume();
                    }
                });
        var page = openLive(adasBrowser);

        page.keyboard().press("2");

        assertThat(page.getByTestId("saved-state")).hasText("All saved");
        assertThat(lost.get()).isGreaterThan(2);
        assertThat(lines("rating")).isEqualTo(1);
    }

    @Test
    void keepsWhatIsTypedWhenTheSignInEndsAndSendsItForTheSamePersonOnly() {
        var page = openLive(adasBrowser);
        adasBrowser.clearCookies();
        page.keyboard().press("3");
        assertThat(page.getByTestId("banner-signed-out")).isVisible();
        assertThat(page.getByTestId("entry-state")).hasText("kept on this device");

        signIn(adasBrowser, grace);
        page.waitForTimeout(2_500);
        assertThat(sessions.scorecard(grace, session).ratings()).isEmpty();
        assertThat(sessions.scorecard(ada, session).ratings()).isEmpty();

        adasBrowser.clearCookies();
        signIn(adasBrowser, ada);
        waitUntil(() -> !sessions.scorecard(ada, session).ratings().isEmpty());
        assertThat(step(ada, 0)).isEqualTo(3);
        assertThat(sessions.scorecard(grace, session).ratings()).isEmpty();
    }

    @Test
    void mergesWhatTwoTabsOfOneRaterType() {
        var one = openLive(adasBrowser);
        var two = openLive(adasBrowser);
        one.getByTestId("note").fill("from the first tab");
        two.getByTestId("note").fill("from the second tab");
        one.keyboard().press("Escape");
        two.keyboard().press("Escape");

        waitUntil(() -> lines("note") >= 3);
        assertThat(note(ada, 0)).contains("from the first tab").contains("from the second tab");
        assertThat(one.getByTestId("note")).hasValue(note(ada, 0));
        assertThat(two.getByTestId("note")).hasValue(note(ada, 0));
    }

    @Test
    void keepsNothingReadableOnTheDevice() {
        var page = openLive(adasBrowser);
        adasBrowser.setOffline(true);
        page.keyboard().press("/");
        page.keyboard().type("a secret remark");
        page.keyboard().press("Escape");
        assertThat(page.getByTestId("entry-state")).hasText("kept on this device");

        var stored =
                (String)
                        page.evaluate(
                                """
                                async () => {
                                  const open = name => new Promise(done => {
                                    const request = indexedDB.open(name);
                                    request.onsuccess = () => done(request.result);
                                  });
                                  const database = await open('interview-planner-outbox');
                                  const all = store => new Promise(done => {
                                    const request = database.transaction(store).objectStore(store).getAll();
                                    request.onsuccess = () => done(request.result);
                                  });
                                  const text = rows => rows.map(row => JSON.stringify(row)
                                      + new TextDecoder().decode(row.data)).join();
                                  const keys = await all('keys');
                                  return text(await all('entries')) + text(await all('drafts'))
                                      + ' extractable ' + keys.filter(key => key instanceof CryptoKey).map(key => key.extractable).join();
                                }
                                """);
        assertThat(stored).doesNotContain("secret").endsWith(" extractable false");
    }

    @Test
    void showsNothingOfAColleagueBeforeOnesOwnSubmission() {
        var heard = new StringBuffer();
        adasBrowser.onResponse(response -> {
            if (response.url().contains("/api/") && !response.url().contains("/events")) {
                heard.append(response.text());
            }
        });
        var page = openLive(adasBrowser);
        var gracesBrowser = signIn(grace);
        var gracesPage = openLive(gracesBrowser);
        gracesPage.getByTestId("note").fill("graces-own-remark");
        gracesPage.keyboard().press("Escape");
        gracesPage.keyboard().press("1");
        assertThat(gracesPage.getByTestId("saved-state")).hasText("All saved");
        gracesPage.getByTestId("submit").click();
        gracesPage.getByTestId("submit-confirm").click();
        assertThat(gracesPage.getByTestId("to-debrief")).isVisible();

        assertThat(page.getByTestId("panel")).containsText("submitted");
        assertThat(heard.toString()).doesNotContain("graces-own-remark");
        assertThat(page.content()).doesNotContain("graces-own-remark");
        assertThat(page.getByTestId("progress")).hasText("0 of 6 done");
    }

    @Test
    void locksThePageAtSubmission() {
        var page = openLive(adasBrowser);
        page.keyboard().press("3");
        page.getByTestId("submit").click();
        page.getByTestId("submit-confirm").click();
        assertThat(page.getByTestId("to-debrief")).isVisible();
        assertThat(page.getByTestId("rate-1")).isDisabled();

        page.keyboard().press("1");

        assertThat(sessions.session(ada, session).submitted()).isEqualTo(1);
        assertThat(step(ada, 0)).isEqualTo(3);
    }

    @Test
    void letsTheCandidatesScreenFollowTheAskerAndShowNothingElse() {
        var page = openLive(adasBrowser);
        page.getByTestId("candidate-screen").click();
        assertThat(page.getByTestId("candidate-link-new")).hasText("Make the link");
        assertThat(page.getByTestId("candidate-link-end")).isHidden();
        var made = new java.util.concurrent.atomic.AtomicInteger();
        page.onRequest(request -> {
            if (request.url().endsWith("/candidate-link") && request.method().equals("POST")) {
                made.incrementAndGet();
            }
        });
        page.getByTestId("candidate-link-new").dblclick();
        var link = page.getByTestId("candidate-link");
        assertThat(link).not().hasValue("");
        var address = link.inputValue();
        assertThat(made).hasValue(1);
        page.keyboard().press("Escape");

        // No account: a browser of its own.
        var seen = new StringBuffer();
        var candidatesBrowser = browser.newContext();
        candidatesBrowser.onResponse(response -> {
            if (response.url().endsWith("/question") && response.ok()) {
                seen.append(response.text());
            }
        });
        var screen = candidatesBrowser.newPage();
        screen.navigate(address);
        page.keyboard().press("j");
        assertThat(screen.locator("#question")).containsText("topic 2");
        page.keyboard().press("j");
        assertThat(screen.locator("#question")).containsText("topic 3");
        page.keyboard().press("w");
        assertThat(screen.locator("#question")).hasText("One moment…");

        assertThat(seen.toString())
                .contains("topic")
                .doesNotContain("<code>4</code>")
                .doesNotContain("The <strong>answer")
                .doesNotContain("First point")
                .doesNotContain("Kim");

        // A page that did not make it knows of it, too.
        page.reload();
        page.getByTestId("candidate-screen").click();
        assertThat(page.getByText("A link works until")).isVisible();
        page.getByTestId("candidate-link-end").click();
        assertThat(page.getByText("The link has ended.")).isVisible();
        assertThat(page.getByTestId("candidate-link-end")).isHidden();
        assertThat(screen.locator("#question")).hasText("");
        assertThat(screen.navigate(address).status()).isEqualTo(404);
    }

    @Test
    void takesWhatIsTypedInFromPaperIntoTheSameLedger() {
        var page = adasBrowser.newPage();
        page.navigate(address("sessions/" + session.value() + "/paper"));
        page.locator("paper-session[ready]").waitFor();
        page.getByTestId("word-1").focus();
        page.keyboard().press("3");
        page.keyboard().press("Tab");
        page.keyboard().type("from paper");
        page.keyboard().press("Tab");
        page.keyboard().press("n");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("9");
        assertThat(page.getByTestId("word-3")).hasAttribute("aria-invalid", "true");
        assertThat(page.getByTestId("saved-state")).hasText("All saved");

        assertThat(step(ada, 0)).isEqualTo(3);
        assertThat(note(ada, 0)).isEqualTo("from paper");
        assertThat(sessions.scorecard(ada, session).ratings().get(questions.get(1).id()).kind())
                .isEqualTo(RatingKind.NOT_ASKED);
        assertThat(sessions.scorecard(ada, session).ratings()).hasSize(2);
    }

    // ---- at hand

    private String address(String path) {
        return "http://localhost:" + port + "/" + path;
    }

    private BrowserContext signIn(Member member) {
        var fresh = browser.newContext();
        fresh.setDefaultTimeout(45_000);
        signIn(fresh, member);
        return fresh;
    }

    private void signIn(BrowserContext into, Member member) {
        Chromium.signIn(into, address("login"), member.name(), TestPeople.PASSWORD);
    }

    private Page openLive(BrowserContext with) {
        var page = with.newPage();
        page.navigate(address("sessions/" + session.value() + "/live"));
        page.locator("live-session[ready]")
                .waitFor(new Locator.WaitForOptions().setTimeout(30_000));
        return page;
    }

    /** No farewell: what the page would do when closed does not happen. */
    private static void kill(Page page) {
        try {
            page.navigate("chrome://crash", new Page.NavigateOptions().setTimeout(2_000));
        } catch (PlaywrightException crashed) {
            // As wished.
        }
        page.close();
    }

    private Integer step(Member rater, int index) {
        return sessions.scorecard(rater, session).ratings().get(questions.get(index).id()).step();
    }

    private String note(Member rater, int index) {
        return sessions.scorecard(rater, session).notes().get(questions.get(index).id()).text();
    }

    private int lines(String table) {
        return jdbc.sql("select count(*) from " + table + " where session_id = ?")
                .param(session.value())
                .query(Integer.class)
                .single();
    }

    private static void waitUntil(java.util.function.BooleanSupplier condition) {
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(30))
                .until(condition::getAsBoolean);
    }
}
