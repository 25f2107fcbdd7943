package org.interviewplanner.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole job in a real browser: setup link, import, blueprint, set, a session with two raters
 * and a server killed in the middle, debrief, paper. On the way it takes the pictures of the README
 * ({@code target/tour}) and asks axe about the screens as they then are; {@link LookIT} asks about
 * all of them.
 */
class WalkIT {
    private static final String PASSWORD = "seven Otters cross at noon";
    private static final Pictures PICTURES = new Pictures("tour");

    private static final String DOCUMENT =
            """
            # Platform questions

            ## Queues

            1. What would make you put a queue between two services? **done**
            2. How do you tell a slow consumer from a stuck one?
               *level 3 · 4 min*
            3. Explain what happens to a message whose consumer crashes half-way.

            ## Caches

            1. Когда кэш делает систему медленнее?
            2. When is stale data the better answer?
               *level 4 · 5 min · approved*
            """;

    /** What the screen says when every entry is in the database, and only then. */
    private static final Pattern SAVED =
            Pattern.compile("^(Saved|All saved)", Pattern.CASE_INSENSITIVE);

    private final List<String> violations = new ArrayList<>();
    private Product product;
    private String liveAddress;

    @Test
    @Timeout(value = 12, unit = java.util.concurrent.TimeUnit.MINUTES)
    void fromTheSetupLinkToThePrintedSheet(@TempDir Path folder) throws Exception {
        try (var running = new Product(folder.resolve("data"));
                var playwright = Chromium.playwright();
                var browser = Chromium.launch(playwright)) {
            product = running;
            var ada = page(browser);
            var adas = ada.context();
            setUp(ada);
            var invitation = invite(ada);
            importDocument(ada);
            ada.navigate(product.address("bank"));
            assertThat(ada.getByText("What makes Django a high-level framework")).isVisible();
            PICTURES.take(ada, "1-bank");
            var set = buildSet(ada);
            addCandidate(ada);
            var grace = page(browser);
            join(grace, invitation);
            plan(ada, set);
            interview(ada, grace);
            debrief(ada, grace);
            paper(ada, set);
            assertThat(violations).as("serious or critical violations").isEmpty();
            adas.close();
        }
    }

    private void setUp(Page page) {
        page.navigate(product.setupLink());
        nameAndPassword(page, "Ada");
        logIn(page, "Ada");
        assertThat(heading(page)).hasText("Question bank");
    }

    private void nameAndPassword(Page page, String name) {
        page.getByLabel("Name").first().fill(name);
        page.getByLabel("Password").first().fill(PASSWORD);
        check(page);
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/login.*"));
    }

    private void logIn(Page page, String name) {
        page.getByLabel("Name").first().fill(name);
        page.getByLabel("Password").first().fill(PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("/login"));
    }

    private String invite(Page page) {
        page.navigate(product.address("people"));
        button(page, "Invite a person").first().click();
        page.getByLabel("Interviewer").check();
        button(page, "Make the link").click();
        var link = page.locator("input[value*='/join/'], vaadin-text-field input").last();
        link.waitFor();
        page.waitForCondition(() -> link.inputValue().contains("/join/"));
        check(page);
        var address = link.inputValue();
        button(page, "Done, I have the link").click();
        return address;
    }

    private void join(Page page, String invitation) {
        page.navigate(invitation);
        nameAndPassword(page, "Grace");
        logIn(page, "Grace");
        assertThat(heading(page)).hasText("Sessions");
    }

    private void importDocument(Page page) {
        page.navigate(product.address("bank/import"));
        page.getByLabel("Paste the document").fill(DOCUMENT);
        button(page, "Look at it").click();
        button(page, "Accept").waitFor();
        PICTURES.take(page, "2-import");
        button(page, "Accept").click();
        button(page, "To the bank").waitFor();
        // The same document again: nothing to do.
        page.navigate(product.address("bank/import"));
        page.getByLabel("Paste the document").fill(DOCUMENT);
        button(page, "Look at it").click();
        assertThat(page.getByText("Nothing to do").first()).isVisible();
    }

    private String buildSet(Page page) {
        page.navigate(product.address("blueprints"));
        var use = button(page, "Use “Screening, 30 minutes”");
        use.waitFor();
        use.click();
        button(page, "Keep this set").waitFor();
        PICTURES.take(page, "3-build");
        button(page, "Keep this set").click();
        page.waitForURL(Pattern.compile(".*/sets/.+"));
        assertThat(page.getByText("proved best at the time")).isVisible();
        return page.url().replaceAll(".*/", "");
    }

    private void addCandidate(Page page) {
        page.navigate(product.address("candidates"));
        button(page, "Add candidate").first().click();
        page.getByLabel("Name").first().fill("Robin Example");
        check(page);
        button(page, "Save").click();
        assertThat(page.getByText("Robin Example").first()).isVisible();
    }

    private void plan(Page page, String set) {
        page.navigate(product.address("sessions/plan?set=" + set));
        page.getByLabel("Candidate").fill("Robin");
        page.getByRole(AriaRole.OPTION).first().click();
        page.getByLabel("Raters").fill("Grace");
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Grace")).click();
        page.keyboard().press("Escape");
        check(page);
        page.getByTestId("plan-save").click();
        page.waitForURL(Pattern.compile(".*/sessions"));
    }

    private void interview(Page ada, Page grace) throws Exception {
        openLive(ada);
        openLive(grace);
        ada.getByTestId("start").click();
        ada.getByTestId("rate-1").waitFor();
        grace.getByTestId("rate-1").waitFor(new Locator.WaitForOptions().setTimeout(20_000));
        check(ada);
        rateByKey(ada, "3");
        ada.getByTestId("next").click();
        rateByKey(ada, "4");
        ada.getByTestId("next").click();
        rateByKey(grace, "2");
        PICTURES.take(ada, "4-live");

        product.kill();
        ada.keyboard().press("1"); // nobody listens: kept on this device
        product.start();

        goesOn(ada);
        assertThat(ada.getByTestId("saved-state")).hasText(SAVED, patient());
        assertThat(ada.getByTestId("progress")).containsText("3 of", patientContains());
        goesOn(grace);
        assertThat(grace.getByTestId("progress")).containsText("1 of", patientContains());
        // The other's ratings are nowhere before one's own submit.
        assertThat(grace.content()).doesNotContain("3 of 11");
        finish(ada);
        finish(grace);
    }

    private void openLive(Page page) {
        page.navigate(product.address("sessions"));
        page.getByText(Pattern.compile("Prepare and start|Open live screen")).first().click();
        page.waitForURL(Pattern.compile(".*/live"));
        liveAddress = page.url();
    }

    /** A killed server takes no log-in along: the page is there again without anybody's doing. */
    private void goesOn(Page page) {
        try {
            page.getByTestId("rate-1").waitFor(new Locator.WaitForOptions().setTimeout(60_000));
        } catch (RuntimeException missing) {
            PICTURES.take(page, "failure");
            throw new AssertionError("No live screen at " + page.url(), missing);
        }
        assertThat(page).hasURL(liveAddress);
    }

    private void rateByKey(Page page, String key) {
        page.getByTestId("question").waitFor();
        page.locator("body").press(key);
        assertThat(page.getByTestId("rate-" + key)).hasAttribute("aria-pressed", "true");
        assertThat(page.getByTestId("saved-state")).hasText(SAVED, patient());
    }

    /** Marks the rest as not asked and submits. */
    private void finish(Page page) {
        var agenda = page.locator("[data-testid^='agenda-']");
        int questions = agenda.count();
        assertThat(questions).isPositive();
        for (int i = 0; i < questions; i++) {
            agenda.nth(i).click();
            var rated =
                    IntStream.rangeClosed(1, 4)
                            .anyMatch(step ->
                                    "true"
                                            .equals(
                                                    page.getByTestId("rate-" + step)
                                                            .getAttribute("aria-pressed")));
            if (!rated) {
                page.locator("body").press("n");
            }
        }
        assertThat(page.getByTestId("progress"))
                .containsText(questions + " of " + questions, patientContains());
        page.getByTestId("submit").click();
        page.getByTestId("submit-confirm").click();
        page.getByTestId("submit-confirm")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    private void debrief(Page ada, Page grace) {
        var address = ada.url().replace("/live", "/debrief");
        ada.navigate(address);
        assertThat(ada.getByTestId("debrief-total")).isVisible();
        PICTURES.take(ada, "5-debrief");
        grace.navigate(address);
        assertThat(grace.getByTestId("debrief-total")).isVisible();
    }

    private void paper(Page page, String set) throws IOException {
        page.navigate(product.address("print/" + set));
        for (var sheet : List.of("Candidate sheet", "Interviewer sheet")) {
            page.getByLabel(sheet).check();
            var link =
                    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open PDF"));
            page.waitForTimeout(500); // the link changes with the choice
            Chromium.awaitServer(page);
            var answer =
                    page.request()
                            .get(
                                    product.address(
                                            link.getAttribute("href").replaceFirst("^\\.?/", "")));
            assertThat(answer.headers().get("content-type")).startsWith("application/pdf");
            try (var pdf = Loader.loadPDF(answer.body())) {
                var text = new PDFTextStripper().getText(pdf);
                assertThat(pdf.getNumberOfPages()).isBetween(2, 20);
                if (sheet.startsWith("Candidate")) {
                    assertThat(text).doesNotContain("Excellent").doesNotContain("Level");
                } else {
                    assertThat(text).contains("Excellent");
                }
            }
        }
        PICTURES.take(page, "6-print");
    }

    // ---- tools

    private static Page page(Browser browser) {
        BrowserContext context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setViewportSize(1440, 900)
                                .setLocale("en-GB"));
        context.setDefaultTimeout(Duration.ofSeconds(45).toMillis());
        var page = context.newPage();
        // "Leave without saving?": the test knows what it does.
        page.onDialog(com.microsoft.playwright.Dialog::accept);
        return page;
    }

    private static Locator heading(Page page) {
        return page.locator("h1").first();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions patient() {
        return new com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions()
                .setTimeout(60_000);
    }

    private static com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions
            patientContains() {
        return new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions()
                .setTimeout(60_000);
    }

    /** Asks axe about the screen as it stands, where {@link LookIT} does not come. */
    private void check(Page page) {
        Axe.serious(page).forEach(it -> violations.add(page.url() + ": " + it));
    }
}
