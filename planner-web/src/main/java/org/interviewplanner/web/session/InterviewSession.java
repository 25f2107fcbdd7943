package org.interviewplanner.web.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.interviewplanner.web.blueprint.RatingRules;
import org.interviewplanner.web.data.CandidateId;
import org.interviewplanner.web.data.PersonId;
import org.interviewplanner.web.data.SessionId;
import org.interviewplanner.web.data.SetId;
import org.jspecify.annotations.Nullable;

/**
 * One interview as its panel and the leads see it; holds nothing that any rater entered.
 *
 * @param candidate null in a rehearsal without one
 * @param candidateName empty if {@code candidate} is null
 * @param setCode the short name of the set on paper
 * @param questions the number of questions planned
 * @param plannedSeconds their planned times together
 * @param asker who asks at the moment; the candidate's screen follows this rater
 * @param currentSlot the 1-based place the asker stands at, or null before, after and between
 * @param raters by name
 * @param rules how its answers are rated, as when it was planned
 */
public record InterviewSession(
        SessionId id,
        @Nullable CandidateId candidate,
        String candidateName,
        SetId set,
        String setCode,
        String setName,
        int questions,
        int plannedSeconds,
        SessionState state,
        boolean mock,
        Instant plannedAt,
        @Nullable Instant startedAt,
        @Nullable Instant closedAt,
        @Nullable Outcome outcome,
        @Nullable PersonId asker,
        @Nullable Integer currentSlot,
        List<Rater> raters,
        RatingRules rules) {

    public InterviewSession {
        raters = List.copyOf(raters);
    }

    /** The person as a rater of this session, or empty if not on its panel. */
    public Optional<Rater> rater(PersonId person) {
        return raters.stream().filter(rater -> rater.person().equals(person)).findFirst();
    }

    /** How many raters have submitted. */
    public long submitted() {
        return raters.stream().filter(Rater::submitted).count();
    }
}
