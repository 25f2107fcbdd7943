package org.interviewplanner.web.session.live;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.stereotype.Component;

/**
 * Puts the script that sends what a device still keeps on every page: whoever signs in again need
 * not find the interview they were in. On the log-in page it tidies the device up instead.
 */
@Component
class ReplayOnEveryPage implements VaadinServiceInitListener {
    private static final long serialVersionUID = 1L;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(page ->
                page.getDocument()
                        .body()
                        .appendElement("script")
                        .attr("type", "module")
                        .attr("src", "live/replay.js"));
    }
}
