package org.interviewplanner.web.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.interviewplanner.scoring.Debrief;
import org.interviewplanner.scoring.RatedQuestion;
import org.interviewplanner.scoring.Rating;
import org.interviewplanner.scoring.Scorecard;
import org.interviewplanner.web.data.SessionId;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.session.AskedQuestion;
import org.interviewplanner.web.session.InterviewSession;
import org.interviewplanner.web.session.Outcome;
import org.interviewplanner.web.session.Rater;
import org.interviewplanner.web.session.RaterScorecard;
import org.interviewplanner.web.session.RatingKind;
import org.interviewplanner.web.session.SessionService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Works out what a panel's scorecards come to. */
@Service
public class ReportService {
    private final SessionService sessions;

    ReportService(SessionService sessions) {
        this.sessions = sessions;
    }

    /**
     * The debrief of a session: what was submitted, per rater and together.
     *
     * @throws org.interviewplanner.web.security.NotFoundException if the member may not see the
     *     scorecards: raters before their own submission, and whoever has nothing to do with it
     */
    @Transactional
    public DebriefReport debrief(Member member, SessionId session) {
        var submitted = sessions.debrief(member, session);
        Map<Object, Rater> raters =
                submitted.session().raters().stream()
                        .collect(Collectors.toMap(Rater::person, rater -> rater));
        var results =
                submitted.scorecards().stream()
                        .map(entries ->
                                new DebriefReport.Result(
                                        java.util.Objects.requireNonNull(
                                                raters.get(entries.rater())),
                                        entries,
                                        card(submitted.session(), submitted.questions(), entries),
                                        submitted
                                                .corrections()
                                                .getOrDefault(entries.rater(), List.of())))
                        .toList();
        return new DebriefReport(
                submitted.session(),
                submitted.questions(),
                results,
                new Debrief(results.stream().map(DebriefReport.Result::card).toList()));
    }

    /** A pilot counts in no score; what nobody came to before an early end was not asked. */
    private static Scorecard card(
            InterviewSession session, List<AskedQuestion> questions, RaterScorecard entries) {
        var isRestNotAsked = session.outcome() == Outcome.ENDED_EARLY;
        var rated = new ArrayList<RatedQuestion>();
        for (var question : questions) {
            var rating = entries.ratings().get(question.id());
            if (question.pilot() || (rating == null && !isRestNotAsked)) {
                continue;
            }
            rated.add(
                    new RatedQuestion(
                            question.id().value().toString(),
                            question.section(),
                            rating == null ? new Rating.NotAsked() : rating(rating)));
        }
        return new Scorecard(session.rules().scale(), rated);
    }

    private static Rating rating(RaterScorecard.Rated rated) {
        var step = rated.step();
        if (step != null) {
            return new Rating.Rated(step);
        }
        return rated.kind() == RatingKind.NOT_ASKED
                ? new Rating.NotAsked()
                : new Rating.NotAssessed();
    }
}
