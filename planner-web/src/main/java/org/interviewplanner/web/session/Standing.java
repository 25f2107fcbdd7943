package org.interviewplanner.web.session;

import org.interviewplanner.web.data.PersonId;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.security.Role;
import org.jspecify.annotations.Nullable;

/**
 * How a person stands to a session.
 *
 * @param rates whether the person is on its panel
 * @param locked whether the person's scorecard is submitted
 * @param reopened whether a lead re-opened it and it was not submitted since
 * @param steps of the session's rating scale
 */
record Standing(
        SessionState state,
        boolean mock,
        @Nullable PersonId asker,
        boolean rates,
        boolean locked,
        boolean reopened,
        int steps) {

    /** Whether the scorecard takes entries now. */
    boolean isOpen() {
        return !locked
                && (state == SessionState.LIVE || (state == SessionState.CLOSED && reopened));
    }

    boolean maySee(Member member) {
        return rates || member.isAny(Role.LEAD);
    }

    /** A lead who rates is bound like every rater. */
    boolean maySeeScores(Member member) {
        return rates ? locked : member.isAny(Role.LEAD);
    }
}
