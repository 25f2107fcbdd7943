package org.interviewplanner.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A new user's first day in a real browser: the team's document, uploaded to an empty bank, and a
 * kept set of an hour within twelve clicks; then the document's suggestions, a section split by
 * hand and put back, and the same document again. With a folder named by {@code
 * INTERVIEWPLANNER_SEED}, the seed document goes the same way. Its screens are asked by axe and
 * pictured ({@code target/first-day}), also narrow and dark.
 */
class FirstDayIT {
    private static final String PASSWORD = "seven Otters cross at noon";
    private static final Pictures PICTURES = new Pictures("first-day");
    private static final int MOST_CLICKS = 12;

    /** What the document holds, and what to do with its first section that is to be split. */
    private record Expected(
            int questions, int rewordings, int sectionSuggestions, String split, int inSplit) {}

    private final List<String> violations = new ArrayList<>();
    private Product product;
    private boolean closely;
    private int clicks;

    @Test
    @Timeout(value = 6, unit = TimeUnit.MINUTES)
    void aDocumentOfOurs(@TempDir Path folder) throws Exception {
        try (var in = FirstDayIT.class.getResourceAsStream("first-day.md")) {
            spend(folder, in.readAllBytes(), new Expected(54, 3, 3, "Storage", 14), true);
        }
    }

    @Test
    @Timeout(value = 6, unit = TimeUnit.MINUTES)
    void theSeed(@TempDir Path folder) throws Exception {
        var seed = System.getenv("INTERVIEWPLANNER_SEED");
        Assumptions.assumeTrue(
                seed != null, "INTERVIEWPLANNER_SEED does not name the folder of the seed.");
        spend(
                folder,
                Files.readAllBytes(Path.of(seed, "django.md")),
                new Expected(225, 27, 9, "URL", 20),
                false);
    }

    /**
     * Asks axe, and looks at phone and dark screens, only where {@code closely}: once is enough.
     */
    private void spend(Path folder, byte[] document, Expected expected, boolean closely)
            throws Exception {
        this.closely = closely;
        try (var running = new Product(folder.resolve("data"));
                var playwright = Chromium.playwright();
                var browser = Chromium.launch(playwright)) {
            product = running;
            var page = signIn(browser);
            removeExamples(page);
            if (closely) {
                refusesWhatIsTooLarge(page);
            }
            fromDocumentToSet(page, document, expected);
            decide(page, expected);
            split(page, expected);
            nothingToDoTheSecondTime(page, document);
            refusesToTakeBackWhatASetUses(page);
            if (closely) {
                pictures(page, document);
            }
            assertThat(violations).as("serious or critical violations").isEmpty();
        }
    }

    private Page signIn(Browser browser) {
        var page =
                browser.newContext(new Browser.NewContextOptions().setViewportSize(1440, 900))
                        .newPage();
        page.navigate(product.setupLink());
        for (int step = 0; step < 2; step++) {
            page.getByLabel("Name").first().fill("Ada");
            page.getByLabel("Password").first().fill(PASSWORD);
            page.keyboard().press("Enter");
            var wanted = step == 0 ? ".*/login.*" : "^((?!/login|/setup).)*$";
            page.waitForURL(Pattern.compile(wanted));
        }
        return page;
    }

    private void removeExamples(Page page) {
        page.navigate(product.address("bank"));
        button(page, "Remove the examples").waitFor();
        check(page);
        picture(page, "0-examples");
        button(page, "Remove the examples").click();
        check(page);
        button(page, "Take it back").click();
        page.waitForURL(Pattern.compile(".*/bank/import"));
        page.navigate(product.address("bank"));
        assertThat(page.getByText("No questions yet")).isVisible();
    }

    /** Past the browser's own check, as a stranger's program would. */
    private void refusesWhatIsTooLarge(Page page) throws IOException, InterruptedException {
        page.navigate(product.address("bank/import"));
        var upload = page.locator("vaadin-upload");
        upload.waitFor();
        upload.evaluate("it => { it.maxFileSize = Infinity; }");
        var large = Files.createTempFile("large", ".md");
        try {
            Files.write(large, new byte[50 * 1024 * 1024]);
            long before = product.heap();
            page.locator("vaadin-upload input[type=file]").first().setInputFiles(large);
            assertThat(page.getByRole(AriaRole.ALERT).first())
                    .containsText("The document has more than 5 MB");
            assertThat(product.heap() - before)
                    .as("bytes of heap that a refused file of 50 MB leaves")
                    .isLessThan(20L * 1024 * 1024);
        } finally {
            Files.delete(large);
        }
        check(page);
    }

    private void fromDocumentToSet(Page page, byte[] document, Expected expected) {
        page.navigate(product.address("bank"));
        clicks = 0;
        click(button(page, "Import").first());
        var choose = button(page, "Choose files");
        choose.waitFor();
        check(page);
        picture(page, "1-import");
        var chooser = page.waitForFileChooser(() -> click(choose));
        clicks++; // in the window of the system
        chooser.setFiles(new FilePayload("team.md", "text/markdown", document));
        var accept = button(page, "Accept");
        accept.waitFor();
        assertThat(page.getByText("Questions (%d)".formatted(expected.questions()))).isVisible();
        check(page);
        picture(page, "2-preview");
        tab(page, "Suggestions");
        check(page);
        picture(page, "3-suggestions");
        for (var name : List.of("Problems", "Look alike")) {
            if (page.getByRole(AriaRole.TAB).filter(text(name)).count() > 0) {
                tab(page, name);
                check(page);
                picture(page, "4-" + name);
            }
        }
        click(accept);
        button(page, "Make a set").waitFor();
        check(page);
        picture(page, "6-result");
        click(button(page, "Make a set"));
        click(button(page, "Use “Mid-level, 60 minutes”"));
        click(button(page, "Keep this set"));
        page.waitForURL(Pattern.compile(".*/sets/.+"));
        assertThat(page.getByText("estimated").first()).isVisible();
        assertThat(clicks)
                .as("clicks from the empty bank to a kept set")
                .isLessThanOrEqualTo(MOST_CLICKS);
        System.out.printf("%d clicks from the empty bank to a kept set%n", clicks);
    }

    private void decide(Page page, Expected expected) {
        page.navigate(product.address("bank/proposals"));
        assertThat(page.getByText("About questions (%d)".formatted(expected.rewordings())))
                .isVisible();
        check(page);
        picture(page, "7-inbox");
        assertThat(page.locator("[data-testid=section-suggestion] vaadin-radio-button"))
                .hasCount(expected.sectionSuggestions());
        page.getByRole(AriaRole.BUTTON, named("Accept:")).first().click();
        assertThat(page.getByText("About questions (%d)".formatted(expected.rewordings() - 1)))
                .isVisible();
    }

    /** The guess, one question dragged elsewhere, applied, and taken back. */
    private void split(Page page, Expected expected) {
        var before = sections(page);
        page.navigate(product.address("bank/proposals"));
        page.getByRole(AriaRole.BUTTON, named("See what would move: .*" + expected.split() + ".*"))
                .first()
                .click();
        var stays = page.locator(".bank-drop-stay");
        stays.waitFor();
        check(page);
        picture(page, "8-split");
        var second = page.locator(".bank-drop-1");
        int there = count(second);
        var row = page.locator(".bank-change-grid vaadin-grid-cell-content").filter(text("?"));
        dragTo(page, row, second);
        page.waitForCondition(() -> count(second) != there || count(stays) > 0);
        assertThat(page.getByText("Saved blueprints count only")).isVisible();
        button(page, "Apply").click();
        var undo = page.getByRole(AriaRole.BUTTON, named("Undo: .*" + expected.split() + ".*"));
        undo.waitFor();
        assertThat(sections(page)).isNotEqualTo(before);
        page.navigate(product.address("bank/proposals"));
        undo.click();
        undo.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        assertThat(sections(page)).isEqualTo(before);
    }

    private static int count(Locator branch) {
        return Integer.parseInt(branch.innerText().replaceAll("(?s).*\\((\\d+)\\).*", "$1"));
    }

    private static void dragTo(Page page, Locator rows, Locator target) {
        for (int i = 0; i < rows.count(); i++) {
            if (rows.nth(i).isVisible()) {
                rows.nth(i).dragTo(target);
                page.waitForTimeout(300);
                return;
            }
        }
    }

    private List<String> sections(Page page) {
        page.navigate(product.address("bank"));
        page.locator(".bank-tree").waitFor();
        page.waitForTimeout(500);
        return page.locator(".bank-tree vaadin-grid-cell-content").allInnerTexts().stream()
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .sorted()
                .toList();
    }

    private void nothingToDoTheSecondTime(Page page, byte[] document) {
        page.navigate(product.address("bank/import"));
        upload(page, document);
        assertThat(button(page, "Nothing to do")).isDisabled();
        check(page);
        picture(page, "9-again");
    }

    private static void upload(Page page, byte[] document) {
        page.locator("vaadin-upload input[type=file]")
                .first()
                .setInputFiles(new FilePayload("team.md", "text/markdown", document));
        page.locator(".bank-preview").waitFor();
    }

    private void refusesToTakeBackWhatASetUses(Page page) {
        page.navigate(product.address("bank/import"));
        page.getByRole(AriaRole.BUTTON, named("Take back the import of team.md")).click();
        assertThat(page.getByText("stand in kept sets")).isVisible();
        check(page);
        picture(page, "10-undo");
        page.keyboard().press("Escape");
    }

    /** Narrow and dark at once: what only one of them spoils shows as well. */
    private void pictures(Page page, byte[] document) {
        page.setViewportSize(390, 844);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.navigate(product.address("bank/import"));
        page.locator("vaadin-upload").waitFor();
        check(page);
        picture(page, "phone-import");
        upload(
                page,
                new String(document, StandardCharsets.UTF_8)
                        .replace("How ", "In which way ")
                        .getBytes(StandardCharsets.UTF_8));
        check(page);
        picture(page, "phone-preview");
        page.navigate(product.address("bank/proposals"));
        page.getByTestId("section-suggestion").first().waitFor();
        check(page);
        picture(page, "phone-inbox");
        page.getByRole(AriaRole.BUTTON, named("See what would move:.*")).first().click();
        page.locator(".bank-before-after").first().waitFor();
        check(page);
        picture(page, "phone-split");
        page.navigate(product.address("bank/review"));
        page.locator(".bank-levels").waitFor();
        check(page);
        picture(page, "phone-review");
        page.navigate(product.address("bank"));
        page.locator(".bank-grid").waitFor();
        check(page);
        picture(page, "phone-bank");
    }

    private void click(Locator what) {
        what.click();
        clicks++;
    }

    private static void tab(Page page, String name) {
        page.getByRole(AriaRole.TAB).filter(text(name)).first().click();
        page.waitForTimeout(300);
    }

    private static Locator.FilterOptions text(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static Page.GetByRoleOptions named(String pattern) {
        return new Page.GetByRoleOptions().setName(Pattern.compile(pattern));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private void picture(Page page, String name) {
        if (closely) {
            PICTURES.take(page, name);
        }
    }

    private void check(Page page) {
        if (!closely) {
            return;
        }
        page.waitForTimeout(300);
        Axe.serious(page).forEach(it -> violations.add(page.url() + ": " + it));
    }
}
