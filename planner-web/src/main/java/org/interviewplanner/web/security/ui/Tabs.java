package org.interviewplanner.web.security.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import java.util.function.Consumer;
import org.interviewplanner.web.security.OpenSessions;
import org.interviewplanner.web.security.OpenSessions.OpenSession;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** Puts the browser tabs of each session under the eyes of {@link OpenSessions}. */
@Component
class Tabs implements VaadinServiceInitListener {
    private static final long serialVersionUID = 1L;
    private static final String CONTEXT =
            HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

    private final transient OpenSessions openSessions;

    Tabs(OpenSessions openSessions) {
        this.openSessions = openSessions;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource()
                .addSessionInitListener(
                        init -> openSessions.add(new TabsOfSession(init.getSession())));
        event.getSource()
                .addSessionDestroyListener(
                        destroy -> openSessions.remove(new TabsOfSession(destroy.getSession())));
    }

    private record TabsOfSession(VaadinSession session) implements OpenSession {

        @Override
        public @Nullable SecurityContext context() {
            var http = session.getSession();
            try {
                return http != null && http.getAttribute(CONTEXT) instanceof SecurityContext context
                        ? context
                        : null;
            } catch (IllegalStateException e) {
                return null; // Ended in this very moment.
            }
        }

        @Override
        public void reload() {
            eachTab(ui -> ui.getPage().reload());
        }

        @Override
        public void end() {
            var http = session.getSession();
            if (http == null) {
                return;
            }
            // At once, even if the session is busy: from here on its requests are nobody's.
            forget(http);
            eachTab(ui -> ui.getPage().setLocation("login?ended"));
            session.access(() -> invalidate(http));
        }

        private void eachTab(Consumer<UI> deed) {
            session.access(() -> {
                for (var ui : session.getUIs()) {
                    deed.accept(ui);
                    if (ui.getPushConfiguration().getPushMode().isEnabled()) {
                        ui.push();
                    }
                }
            });
        }

        private static void forget(WrappedSession http) {
            try {
                http.removeAttribute(CONTEXT);
            } catch (IllegalStateException e) {
                // Ended already: nothing left to forget.
            }
        }

        private static void invalidate(WrappedSession http) {
            try {
                http.invalidate();
            } catch (IllegalStateException e) {
                // Ended already.
            }
        }
    }
}
