package org.interviewplanner.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The real browser of the tests: the Chromium that {@code ./planner test} found or installed. */
public final class Chromium {

    private static final List<String> ARGUMENTS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--no-first-run");

    private Chromium() {}

    /** Playwright without a browser of its own. */
    public static Playwright playwright() {
        return Playwright.create(
                new Playwright.CreateOptions()
                        .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    /**
     * Starts the browser; fails if none is named, so that no browser test is ever skipped silently.
     */
    public static Browser launch(Playwright playwright) {
        return playwright
                .chromium()
                .launch(
                        new BrowserType.LaunchOptions()
                                .setExecutablePath(executable())
                                .setArgs(ARGUMENTS));
    }

    /** Starts a browser that keeps what it knows in a folder, as a person's own does. */
    public static BrowserContext launch(Playwright playwright, Path profile) {
        return playwright
                .chromium()
                .launchPersistentContext(
                        profile,
                        new BrowserType.LaunchPersistentContextOptions()
                                .setExecutablePath(executable())
                                .setArgs(ARGUMENTS));
    }

    /**
     * Kills all of the browser of that profile at once: no farewell, nothing is written any more.
     */
    public static void kill(Path profile) {
        var processes =
                ProcessHandle.current()
                        .descendants()
                        .filter(process ->
                                process.info()
                                        .commandLine()
                                        .filter(line -> line.contains(profile.toString()))
                                        .isPresent())
                        .flatMap(
                                browser -> Stream.concat(Stream.of(browser), browser.descendants()))
                        .distinct()
                        .toList();
        assertThat(processes).as("processes of the browser on %s", profile).isNotEmpty();
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(process -> process.onExit().join());
    }

    private static Path executable() {
        var path = System.getenv("PLANNER_BROWSER");
        assertThat(path)
                .as("PLANNER_BROWSER must name a Chromium; ./planner test finds or installs one")
                .isNotBlank();
        return Path.of(path);
    }
}
