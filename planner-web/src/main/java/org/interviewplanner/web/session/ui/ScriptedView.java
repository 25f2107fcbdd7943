package org.interviewplanner.web.session.ui;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.shared.communication.PushMode;
import java.util.UUID;
import org.interviewplanner.web.data.SessionId;
import org.interviewplanner.web.security.CurrentMember;
import org.interviewplanner.web.session.InterviewSession;
import org.interviewplanner.web.session.SessionService;
import org.jspecify.annotations.Nullable;

/**
 * A page on which a rater enters something.
 *
 * <p>It only lets in and hosts: everything on it is drawn, entered and sent by the script in {@code
 * live/}, which goes on when this server-side view is long dead.
 */
abstract class ScriptedView extends Main
        implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {
    private final transient SessionService sessions;
    private final transient CurrentMember currentMember;
    private final String script;
    private String title = "";

    /**
     * @param script the name of the script, which is that of its element too
     */
    ScriptedView(SessionService sessions, CurrentMember currentMember, String script) {
        this.script = script;
        this.sessions = sessions;
        this.currentMember = currentMember;
        addClassName("live-host");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var member = currentMember.get();
        var session = find(event);
        if (session == null) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        if (session.rater(member.person()).isEmpty()) {
            event.forwardTo("sessions/" + session.id().value() + "/debrief");
            return;
        }
        // Over this line Vaadin's client would hear that its server has died and load the page
        // anew,
        // in the middle of a word. The script has a line of its own.
        event.getUI().getPushConfiguration().setPushMode(PushMode.DISABLED);
        title =
                session.candidateName().isEmpty()
                        ? getTranslation("session.rehearsal")
                        : session.candidateName();
        var live = new Element(script);
        live.setAttribute("session", session.id().value().toString());
        live.setAttribute("texts", LiveTexts.json(getLocale()));
        getElement().appendChild(live);
        event.getUI().getPage().addJsModule("context://live/" + script + ".js");
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        event.getUI().getPushConfiguration().setPushMode(PushMode.AUTOMATIC);
    }

    private @Nullable InterviewSession find(BeforeEnterEvent event) {
        try {
            var id = event.getRouteParameters().get("session").map(UUID::fromString);
            return id.isEmpty()
                    ? null
                    : sessions.session(currentMember.get(), new SessionId(id.get()));
        } catch (IllegalArgumentException | org.interviewplanner.web.security.NotFoundException e) {
            return null;
        }
    }

    @Override
    public String getPageTitle() {
        return title + " · " + getTranslation("shell.product");
    }
}
