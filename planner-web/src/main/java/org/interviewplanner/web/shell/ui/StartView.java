package org.interviewplanner.web.shell.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.interviewplanner.web.security.CurrentMember;
import org.interviewplanner.web.security.Role;

/** Leads on to where a person's work is: the bank, their sessions, or the people. */
@Route("")
@PermitAll
class StartView extends Div implements BeforeEnterObserver {
    private final CurrentMember currentMember;

    StartView(CurrentMember currentMember) {
        this.currentMember = currentMember;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var member = currentMember.get();
        if (member.isAny(Role.AUTHOR, Role.LEAD)) {
            event.forwardTo("bank");
        } else if (member.isAny(Role.INTERVIEWER)) {
            event.forwardTo("sessions");
        } else {
            event.forwardTo("people");
        }
    }
}
