package org.interviewplanner.web.session.live;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.interviewplanner.web.Chromium;
import org.interviewplanner.web.Product;
import org.interviewplanner.web.candidate.CandidateService;
import org.interviewplanner.web.data.SessionId;
import org.interviewplanner.web.data.TestDatabase;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.security.Role;
import org.interviewplanner.web.security.TestPeople;
import org.interviewplanner.web.session.Plan;
import org.interviewplanner.web.session.SessionService;
import org.interviewplanner.web.session.TestSets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/**
 * Two nodes on one database, a proxy in between: what happens on one is seen on the other, and when
 * one dies its raters go on through the other. {@code -Dplanner.nodes.ratings=100} for figures.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
class TwoNodesIT {
    private static final int RATINGS = Integer.getInteger("planner.nodes.ratings", 12);
    private static final int QUESTIONS = 6;
    private static final int WARM_UP = 8;

    /** The bar is for a quiet machine; in the suite it only must not be a matter of luck. */
    private static final long SEEN_MILLIS =
            Long.getLong("planner.nodes.ratings") == null ? 2_000 : 300;

    /** Says when a rating was pressed here, and when one was first seen here. */
    private static final String WATCH =
            """
            window.pressed = 0;
            window.seen = 0;
            addEventListener('keydown', () => { window.pressed = Date.now(); }, true);
            new MutationObserver(() => {
              const now = document.querySelector('[data-testid^=rate-][aria-pressed=true]')?.dataset.testid;
              if (now !== window.shown) { window.shown = now; window.seen = Date.now(); }
            }).observe(document, { subtree: true, attributes: true, childList: true });
            """;

    @Autowired ApplicationContext context;
    @Autowired SessionService sessions;
    @Autowired CandidateService candidates;

    private Member ada;
    private Member grace;
    private SessionId session;

    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES)
    void showWhatHappensOnTheOtherAndTakeOverItsRaters() throws Exception {
        plan();
        var starting = CompletableFuture.supplyAsync(TwoNodesIT::node);
        try (var second = node();
                var first = starting.join();
                var adas = new ShakyProxy(List.of(first.port(), second.port()));
                var graces = new ShakyProxy(List.of(second.port(), first.port()));
                var playwright = Chromium.playwright();
                var browser = Chromium.launch(playwright)) {
            var laptop = browser.newContext();
            var tablet = browser.newContext();
            var colleague = browser.newContext();
            var here = open(laptop, adas, ada);
            var there = open(tablet, graces, ada);
            var colleagues = open(colleague, graces, grace);

            figures(here, there);
            assertThat(sessions.scorecard(grace, session).ratings()).isEmpty();
            colleagues.getByTestId("submit").click();
            colleagues.getByTestId("submit-confirm").click();
            assertThat(here.getByTestId("panel")).containsText("submitted");

            first.kill();
            var killed = System.nanoTime();
            here.keyboard().press("1");
            assertThat(here.getByTestId("saved-state")).hasText("All saved");
            System.out.printf(
                    "TwoNodesIT: saved through the other node %d ms after the kill%n",
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - killed));
            assertThat(there.getByTestId("rate-1")).hasAttribute("aria-pressed", "true");
            var fresh = laptop.newPage();
            fresh.navigate(adas.address("sessions"));
            assertThat(fresh.getByTestId("sessions")).isVisible();

            first.start();
            there.keyboard().press("2");
            assertThat(here.getByTestId("rate-2")).hasAttribute("aria-pressed", "true");
        }
    }

    private void figures(Page here, Page there) {
        var millis = new ArrayList<Long>();
        for (var n = 0; n < WARM_UP + RATINGS; n++) {
            var step = 1 + n % 4;
            here.keyboard().press(String.valueOf(step));
            assertThat(there.getByTestId("rate-" + step)).hasAttribute("aria-pressed", "true");
            if (n >= WARM_UP) {
                millis.add(number(there, "seen") - number(here, "pressed"));
            }
        }
        Collections.sort(millis);
        var p95 = millis.get((int) Math.ceil(0.95 * millis.size()) - 1);
        System.out.printf(
                "TwoNodesIT: pressed on one node, seen on the other, %d times: p50 %d ms, p95 %d"
                        + " ms, slowest %d ms%n",
                millis.size(), millis.get(millis.size() / 2), p95, millis.getLast());
        assertThat(p95).isLessThan(SEEN_MILLIS);
    }

    private static long number(Page page, String name) {
        return ((Number) page.evaluate("name => window[name]", name)).longValue();
    }

    private void plan() {
        var people = new TestPeople(context);
        var lead = people.newTeamMember(Role.LEAD);
        ada = people.colleagueOf(lead, Role.INTERVIEWER);
        grace = people.colleagueOf(lead, Role.INTERVIEWER);
        session =
                sessions.plan(
                        lead,
                        new Plan(
                                candidates.add(lead, "Kim Candidate", null, "").id(),
                                new TestSets(context).newSet(lead.team(), QUESTIONS),
                                Set.of(ada.person(), grace.person()),
                                Instant.now(),
                                false));
        sessions.start(ada, session);
    }

    private static Product node() {
        try {
            return new Product(
                    List.of(
                            "--database",
                            TestDatabase.url(),
                            "--planner.database.user=planner_app",
                            "--planner.database.password=" + TestDatabase.password(),
                            "--planner.database.owner.user=planner_owner",
                            "--planner.database.owner.password=" + TestDatabase.password()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Page open(BrowserContext context, ShakyProxy proxy, Member rater) {
        context.setDefaultTimeout(30_000);
        context.addInitScript(WATCH);
        Chromium.signIn(context, proxy.address("login"), rater.name(), TestPeople.PASSWORD);
        var page = context.newPage();
        page.navigate(proxy.address("sessions/" + session.value() + "/live"));
        page.locator("live-session[ready]").waitFor();
        return page;
    }
}
