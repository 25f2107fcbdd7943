package org.interviewplanner.web.session.live;

import java.time.Instant;
import java.util.List;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.session.InterviewSession;
import org.interviewplanner.web.session.Rater;
import org.jspecify.annotations.Nullable;

/**
 * How the interview stands for everybody on the panel: who has submitted, never what.
 *
 * @param now the server's time, so that a page with a wrong clock shows the right one
 * @param open whether the viewer's scorecard takes entries
 * @param asking whether the viewer is the one whom the candidate's screen follows
 * @param asker the name of that rater, or null
 */
record ProgressMessage(
        Instant now,
        String state,
        boolean mock,
        String candidate,
        String setCode,
        String setName,
        int plannedSeconds,
        @Nullable Instant startedAt,
        @Nullable Instant closedAt,
        @Nullable Integer currentSlot,
        boolean asking,
        @Nullable String asker,
        boolean submitted,
        boolean open,
        List<Panelist> panel) {

    /** A rater as colleagues may know them. */
    record Panelist(String name, boolean you, boolean submitted) {}

    static ProgressMessage of(Member viewer, InterviewSession session, boolean open, Instant now) {
        return new ProgressMessage(
                now,
                session.state().name(),
                session.mock(),
                session.candidateName(),
                session.setCode(),
                session.setName(),
                session.plannedSeconds(),
                session.startedAt(),
                session.closedAt(),
                session.currentSlot(),
                viewer.person().equals(session.asker()),
                session.asker() == null
                        ? null
                        : session.rater(session.asker()).map(Rater::name).orElse(null),
                session.rater(viewer.person()).map(Rater::submitted).orElse(false),
                open,
                session.raters().stream()
                        .map(rater ->
                                new Panelist(
                                        rater.name(),
                                        rater.person().equals(viewer.person()),
                                        rater.submitted()))
                        .toList());
    }
}
