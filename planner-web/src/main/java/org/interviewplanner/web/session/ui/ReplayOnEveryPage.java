package org.interviewplanner.web.session.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Puts the script that sends what a device still keeps on every page: whoever signs in again need
 * not find the interview they were in. On the log-in page it tidies the device up instead.
 */
@Component
class ReplayOnEveryPage implements VaadinServiceInitListener {
    private static final long serialVersionUID = 1L;

    /** The notices about what waits; not the texts of the live page itself. */
    private static final Predicate<String> WHAT_IT_SAYS =
            Pattern.compile("(outbox|banner|refused|entry|kind|recommendation)([.-].*)?")
                    .asMatchPredicate();

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(page ->
                page.getDocument()
                        .body()
                        .appendElement("script")
                        .attr("type", "module")
                        .attr("src", "live/replay.js")
                        .attr("data-texts", LiveTexts.json(WHAT_IT_SAYS, Locale.getDefault())));
    }
}
