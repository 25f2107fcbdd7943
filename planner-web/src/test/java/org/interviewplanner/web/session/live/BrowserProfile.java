package org.interviewplanner.web.session.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.interviewplanner.web.Chromium;

/**
 * The browser of a person: what it knows it keeps in a folder, and it may die.
 *
 * @param folder the profile
 */
record BrowserProfile(Playwright playwright, Path folder) {

    /** Starts the browser (again) on what it knows. */
    BrowserContext open() {
        return playwright
                .chromium()
                .launchPersistentContext(
                        folder,
                        new BrowserType.LaunchPersistentContextOptions()
                                .setExecutablePath(Path.of(System.getenv("PLANNER_BROWSER")))
                                .setArgs(Chromium.ARGUMENTS));
    }

    /** Kills all its processes at once: no farewell, nothing is written any more. */
    void kill() {
        var processes =
                ProcessHandle.current()
                        .descendants()
                        .filter(process ->
                                process.info()
                                        .commandLine()
                                        .filter(line -> line.contains(folder.toString()))
                                        .isPresent())
                        .flatMap(one -> Stream.concat(Stream.of(one), one.descendants()))
                        .distinct()
                        .toList();
        assertThat(processes).as("processes of the browser on %s", folder).isNotEmpty();
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(process -> process.onExit().join());
    }
}
