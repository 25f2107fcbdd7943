package org.interviewplanner.web.session.ui;

import org.interviewplanner.web.data.SessionId;
import org.interviewplanner.web.security.AddressPart;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.session.SessionService;
import org.springframework.stereotype.Component;

/** The session in {@code sessions/:session/…}. */
@Component
class SessionInAddress implements AddressPart {
    private final SessionService sessions;

    SessionInAddress(SessionService sessions) {
        this.sessions = sessions;
    }

    @Override
    public String name() {
        return "session";
    }

    @Override
    public void require(Member by, String value) {
        sessions.session(by, new SessionId(AddressPart.id(value)));
    }
}
