package org.interviewplanner.web.build.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.interviewplanner.web.Axe;
import org.interviewplanner.web.Chromium;
import org.interviewplanner.web.Pictures;
import org.interviewplanner.web.bank.BankService;
import org.interviewplanner.web.bank.TestBank;
import org.interviewplanner.web.build.SetService;
import org.interviewplanner.web.data.TestDatabase;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.security.Role;
import org.interviewplanner.web.security.TestPeople;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/**
 * A lead's way on the starter bank in a real Chromium: a blueprint typed, its clash mended, three
 * parallel sets, a question exchanged, two moved, all kept with a certificate on paper, two sets
 * compared. Takes pictures wide, narrow and dark ({@code target/build-walk}), and asks axe.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
class BuildWalkIT {
    private static final Pictures PICTURES = new Pictures("build-walk");
    private static final String CELL = "vaadin-text-field:has(input[aria-label^='%s, %s'])";

    @LocalServerPort int port;
    @Autowired ApplicationContext context;
    @Autowired BankService bank;
    @Autowired SetService sets;

    private final List<String> violations = new ArrayList<>();

    @Test
    @Timeout(value = 4, unit = TimeUnit.MINUTES)
    void fromATypedBlueprintToACertificateOnPaper() throws Exception {
        var lead = new TestPeople(context).newTeamMember(Role.LEAD, Role.AUTHOR);
        TestBank.fillWithStarterBank(bank, lead);
        try (var playwright = Chromium.playwright();
                var browser = Chromium.launch(playwright)) {
            var page = signIn(browser, lead);
            typeABlueprint(page);
            threeSets(page);
            exchange(page);
            move(page);
            keep(page);
            printCertificate(page);
            compare(page, lead);
            rest(page);
        }
        assertThat(violations).as("serious or critical violations").isEmpty();
    }

    private void typeABlueprint(Page page) {
        page.navigate(address("blueprints/new"));
        page.getByText("This works").waitFor();
        page.getByLabel("Name").first().fill("Backend, typed");
        fill(page, "Questions", "10");
        fill(page, "Planned minutes", "40");
        fill(page, "At least (min)", "30");
        fill(page, "At most (min)", "50");
        var section = bank.pool(anyLead).getFirst().path();
        var cell = page.locator(CELL.formatted(String.join(" / ", section), "5"));
        cell.locator("input").fill("≥9");
        page.getByText(Pattern.compile("has \\d+, needs 9")).waitFor();
        assertThat(cell).hasClass(Pattern.compile("clash"));
        look(page, "1-clash");
        page.getByTestId("repair").click();
        page.getByText("This works").waitFor();
        assertThat(page.getByTestId("capacity"))
                .containsText(Pattern.compile("common question (is|are) possible|possible"));
        page.locator(CELL.formatted("All sections", "3")).locator("input").fill("4");
        page.getByText("The levels aim at 4.").waitFor();
        page.getByText("This works").waitFor();
        look(page, "2-blueprint");
        button(page, "Build a set").click();
        page.waitForURL(Pattern.compile(".*/build/.+"));
    }

    private void threeSets(Page page) {
        button(page, "Keep this set").waitFor();
        fill(page, "Number of sets", "3");
        button(page, "Keep all sets").waitFor();
        assertThat(page.getByText("this is proved")).isVisible();
        look(page, "3-three-sets");
        tab(page, "Side by side").click();
        page.locator(".fairness-table").waitFor();
        look(page, "4-side-by-side");
        tab(page, "Set 1").click();
    }

    private void exchange(Page page) {
        var first = wording(page, 0);
        page.getByTestId("redraw-1").click();
        page.getByText("keep every demand").waitFor();
        look(page, "5-redraw");
        button(page, "Take “").first().click();
        page.getByText("Changed by hand.").waitFor();
        assertThat(wording(page, 0)).isNotEqualTo(first);
        button(page, "Undo").click();
        assertThat(page.locator(".slot .set-wording").first()).hasText(first);
        page.getByTestId("redraw-1").click();
        button(page, "Take “").first().click();
        page.getByText("Changed by hand.").waitFor();
    }

    private void move(Page page) {
        var second = wording(page, 1);
        page.getByTestId("up-2").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".slot .set-wording").first()).hasText(second);
        // Who uses the keyboard is still at the question that moved.
        page.waitForFunction(
                "document.activeElement?.closest('[data-testid]')?.dataset.testid === 'down-1'");
        var third = wording(page, 2);
        page.locator(".slot").nth(2).dragTo(page.locator(".slot").nth(0));
        assertThat(page.locator(".slot .set-wording").first()).hasText(third);
    }

    private void keep(Page page) {
        page.getByLabel("Name").first().fill("Cohort");
        button(page, "Keep all sets").dblclick();
        page.waitForURL(Pattern.compile(".*/certificate"));
        assertThat(page.locator("h1")).hasText("Fairness certificate");
        assertThat(page.getByText("A person exchanged questions")).isVisible();
        look(page, "6-certificate");
    }

    private void printCertificate(Page page) throws Exception {
        button(page, "Print the certificate").click();
        page.waitForURL(Pattern.compile(".*/print/.+/certificate"));
        var link = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open PDF"));
        var href = link.getAttribute("href").replaceFirst("^\\.?/", "");
        var answer = page.request().get(address(href));
        assertThat(answer.headers().get("content-type")).startsWith("application/pdf");
        try (var pdf = Loader.loadPDF(answer.body())) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("Fairness certificate", "Bank version", "Seed", "Mean level");
            assertThat(pdf.getNumberOfPages()).isBetween(1, 3);
            PICTURES.takePages(pdf, "7-certificate");
        }
    }

    private void compare(Page page, Member lead) {
        var kept = sets.summaries(lead);
        assertThat(kept).hasSize(3); // the double click kept them once
        page.navigate(address("sets/" + kept.getFirst().id().value()));
        page.getByText("Split over a panel").waitFor();
        look(page, "8-set");
        button(page, "Compare").click();
        page.waitForURL(Pattern.compile(".*/compare.*"));
        page.locator(".fairness-table").waitFor();
        look(page, "9-compare");
    }

    private void rest(Page page) {
        page.navigate(address("blueprints"));
        page.getByText("Ready to use").waitFor();
        look(page, "10-blueprints");
        page.navigate(address("sets"));
        page.locator(".card").first().waitFor();
        look(page, "11-sets");
    }

    // ---- tools

    private Member anyLead;

    private Page signIn(Browser browser, Member member) {
        anyLead = member;
        var fresh =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setViewportSize(1440, 900)
                                .setLocale("en-GB"));
        fresh.setDefaultTimeout(30_000);
        Chromium.signIn(fresh, address("login"), member.name(), TestPeople.PASSWORD);
        var page = fresh.newPage();
        page.onDialog(com.microsoft.playwright.Dialog::accept);
        return page;
    }

    private String address(String path) {
        return "http://localhost:" + port + "/" + path;
    }

    private static void fill(Page page, String label, String value) {
        var input = page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).first();
        input.fill(value);
        input.press("Tab");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator tab(Page page, String name) {
        return page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name));
    }

    private static String wording(Page page, int index) {
        return page.locator(".slot .slot-line:not(.alternative) .set-wording")
                .nth(index)
                .innerText()
                .strip();
    }

    /** Asks axe, and takes pictures: wide, dark, narrow. Nothing may be wider than the phone. */
    private void look(Page page, String name) {
        page.waitForTimeout(400); // animations
        Axe.serious(page).forEach(it -> violations.add(name + ": " + it));
        PICTURES.takeWhole(page, name);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        PICTURES.takeWhole(page, name + "-dark");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(390, 844);
        page.waitForTimeout(200);
        PICTURES.takeWhole(page, name + "-390");
        assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                .as(name + " on a phone")
                .isLessThanOrEqualTo(390);
        page.setViewportSize(1440, 900);
    }
}
