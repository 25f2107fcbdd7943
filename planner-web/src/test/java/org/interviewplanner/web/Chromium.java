package org.interviewplanner.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The real browser of the tests: the Chromium that {@code ./planner test} found or installed. */
public final class Chromium {

    /** How every browser of the tests is started. */
    public static final List<String> ARGUMENTS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--no-first-run");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Chromium() {}

    /** Playwright without a browser of its own, and with patience for a busy machine. */
    public static Playwright playwright() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
        return Playwright.create(
                new Playwright.CreateOptions()
                        .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    /**
     * Starts the browser; fails if none is named, so that no browser test is ever skipped silently.
     */
    public static Browser launch(Playwright playwright) {
        var path = System.getenv("PLANNER_BROWSER");
        assertThat(path)
                .as("PLANNER_BROWSER must name a Chromium; ./planner test finds or installs one")
                .isNotBlank();
        return playwright
                .chromium()
                .launch(
                        new BrowserType.LaunchOptions()
                                .setExecutablePath(Path.of(path))
                                .setArgs(ARGUMENTS));
    }

    /**
     * Sends what the log-in form sends, without drawing it: for tests of other things.
     *
     * @param login the address of the log-in
     */
    public static void signIn(BrowserContext into, String login, String name, String password) {
        var answer =
                into.request()
                        .post(
                                login,
                                RequestOptions.create()
                                        .setMaxRedirects(0)
                                        .setForm(
                                                FormData.create()
                                                        .set("username", name)
                                                        .set("password", password)));
        assertThat(answer.headers().get("location"))
                .as("where the log-in leads")
                .isNotNull()
                .doesNotContain("login");
    }

    /** Waits until the page has shown all that it asked the server for. */
    public static void awaitServer(Page page) {
        page.waitForFunction(
                """
                () => {
                  const clients = Object.values(window.Vaadin?.Flow?.clients ?? {});
                  return clients.length > 0 && clients.every(it => !it.isActive?.());
                }
                """);
    }
}
