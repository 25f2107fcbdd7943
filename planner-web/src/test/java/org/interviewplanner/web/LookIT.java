package org.interviewplanner.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Every screen of the demonstration in light and dark, on a desk and on a phone: axe finds nothing
 * serious, and nothing sticks out at the side. {@link Pictures} go to {@code target/look}.
 */
class LookIT {
    private static final Pictures PICTURES = new Pictures("look");
    private static final Pattern PASSWORD = Pattern.compile("^ +Ada +(\\S+)");

    private static final int DESK = 1440;
    private static final int PHONE = 390;

    /** Light on the desk and dark on the phone, or each with each: {@code -Dplanner.look.all}. */
    private static final boolean ALL = Boolean.getBoolean("planner.look.all");

    private final List<String> findings = new ArrayList<>();
    private final Map<String, String> things = new LinkedHashMap<>();
    private Product product;

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void isFitToBeSeenEverywhere() throws Exception {
        try (var running = new Product(List.of("--demo"));
                var playwright = Chromium.playwright();
                var browser = Chromium.launch(playwright)) {
            product = running;
            var password = running.await(PASSWORD);
            running.await(Pattern.compile("The starter bank was loaded"));
            var stranger = page(browser);
            look(stranger, "login");
            var page = page(browser);
            logIn(page, password);
            find(page, ":set", "sets", "a[href*='sets/']");
            find(page, ":session/debrief", "sessions", "[data-testid=session-debrief]");
            find(page, ":session", "sessions", "[data-testid=session-open]");
            findBlueprint(page);
            for (var route : Screens.routes()) {
                if (!route.equals("login") && !route.isEmpty()) {
                    look(route.contains(":token") ? stranger : page, route);
                }
            }
            look(page, "blueprints/new");
            look(stranger, linkForANewPassword(page));
            look(page, "no-such-place");
        }
        assertThat(findings).isEmpty();
    }

    private static Page page(Browser browser) {
        var page = browser.newContext(new Browser.NewContextOptions().setLocale("en-GB")).newPage();
        page.setDefaultTimeout(45_000);
        page.onDialog(com.microsoft.playwright.Dialog::accept);
        return page;
    }

    private void logIn(Page page, String password) {
        page.navigate(product.address("login"));
        page.getByLabel("Name").first().fill("Ada");
        page.getByLabel("Password").first().fill(password);
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("/login"));
    }

    /** The id of a thing in a list, from a link that leads to it. */
    private void find(Page page, String name, String list, String links) {
        page.navigate(product.address(list));
        var link = page.locator(links).first();
        link.waitFor();
        remember(name, link.getAttribute("href"));
    }

    private void findBlueprint(Page page) {
        page.navigate(product.address("blueprints"));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Edit"))
                .first()
                .click();
        page.waitForURL(Pattern.compile(".*/blueprints/.+"));
        remember(":blueprint", page.url());
    }

    /** Its page shows a form only to whom it was made for. */
    private String linkForANewPassword(Page page) {
        page.navigate(product.address("people"));
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(Pattern.compile("Actions for .*")))
                .first()
                .click();
        page.getByText("Link for a new password").click();
        var link = page.getByLabel("Link", new Page.GetByLabelOptions().setExact(true));
        return link.inputValue().replaceFirst("^https?://[^/]+/", "");
    }

    private void remember(String name, String address) {
        var id = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}").matcher(address);
        assertThat(id.find()).as("no id in %s", address).isTrue();
        things.put(name, name.replaceFirst(":[a-z]+", id.group()));
    }

    private void look(Page page, String route) throws Exception {
        var address = route.replaceFirst(":token", "no-such-token").replaceFirst("\\?$", "");
        for (var thing : things.entrySet()) {
            address = address.replace(thing.getKey(), thing.getValue());
        }
        assertThat(address).as("nothing known for %s", route).doesNotContain(":");
        // A token of its own in the name of a picture helps nobody.
        var name = route.replaceFirst("[A-Za-z0-9_-]{43}$", "real-token");
        page.setViewportSize(DESK, 900);
        page.navigate(product.address(address));
        page.locator("h1, h2").first().waitFor();
        Chromium.awaitServer(page);
        // Its preview may run no scripts, so axe would wait for it for ever.
        page.evaluate("document.querySelectorAll('iframe').forEach(it => it.remove())");
        for (var width : List.of(DESK, PHONE)) {
            page.setViewportSize(width, 900);
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                // One in each column and row of the four shows what only one of them has.
                if (ALL || (width == DESK) == (scheme == ColorScheme.LIGHT)) {
                    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                    page.waitForTimeout(300);
                    Chromium.awaitServer(page);
                    check(page, name + " " + scheme + " " + width);
                }
            }
        }
    }

    private void check(Page page, String where) {
        PICTURES.take(page, where);
        Axe.serious(page).forEach(it -> findings.add(where + ": " + it));
        var overhang =
                (int)
                        page.evaluate(
                                "document.documentElement.scrollWidth -"
                                        + " document.documentElement.clientWidth");
        if (overhang > 1) {
            findings.add(where + ": sticks out by " + overhang + " pixels");
        }
    }
}
