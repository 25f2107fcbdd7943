package org.interviewplanner.web.session.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.interviewplanner.web.security.CurrentMember;
import org.interviewplanner.web.security.Roles;
import org.interviewplanner.web.session.SessionService;

/** The page of a rater during an interview. */
@Route(value = "sessions/:session/live", autoLayout = false)
@RolesAllowed({Roles.LEAD, Roles.INTERVIEWER})
@StyleSheet("session.css")
class LiveView extends ScriptedView {

    LiveView(SessionService sessions, CurrentMember currentMember) {
        super(sessions, currentMember, "live-session");
    }
}
