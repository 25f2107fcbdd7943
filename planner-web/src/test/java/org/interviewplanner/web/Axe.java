package org.interviewplanner.web;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Stream;

/** Asks axe-core about the screen as it stands. */
public final class Axe {
    private static final List<String> SERIOUS = List.of("serious", "critical");

    private Axe() {}

    /** What is serious or critical, as rule and first place. */
    public static List<String> serious(Page page) {
        return found(page)
                .filter(it -> SERIOUS.contains(it.getImpact()))
                .map(Axe::sentence)
                .toList();
    }

    /** All that it finds, whatever the impact. */
    public static List<String> all(Page page) {
        return found(page).map(Axe::sentence).toList();
    }

    private static String sentence(Rule rule) {
        return rule.getId() + " " + rule.getNodes().getFirst().getHtml();
    }

    /**
     * No screen has frames, which alone need axe's second page; and what passed is not asked for:
     * of a screen with hundreds of rows that would be megabytes.
     */
    private static Stream<Rule> found(Page page) {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        // The indicator is Vaadin's and outside of every page's main part.
        return new AxeBuilder(page)
                        .options(options)
                        .setLegacyMode(true)
                        .exclude("vaadin-connection-indicator")
                        .analyze()
                        .getViolations()
                        .stream();
    }
}
