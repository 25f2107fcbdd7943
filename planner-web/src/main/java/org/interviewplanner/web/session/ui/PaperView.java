package org.interviewplanner.web.session.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.interviewplanner.web.security.CurrentMember;
import org.interviewplanner.web.security.Roles;
import org.interviewplanner.web.session.SessionService;

/** Typing in after an interview on paper. */
@Route(value = "sessions/:session/paper", autoLayout = false)
@RolesAllowed({Roles.LEAD, Roles.INTERVIEWER})
@StyleSheet("session.css")
class PaperView extends ScriptedView {

    PaperView(SessionService sessions, CurrentMember currentMember) {
        super(sessions, currentMember, "paper-session");
    }
}
