package org.interviewplanner.web.session;

import java.time.Instant;
import java.util.List;
import org.interviewplanner.web.blueprint.RatingRules;
import org.interviewplanner.web.data.CandidateId;
import org.interviewplanner.web.data.PersonId;
import org.interviewplanner.web.data.SessionId;
import org.interviewplanner.web.data.SetId;
import org.interviewplanner.web.data.TeamId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** The header of a session as stored. */
@Table("interview_session")
record SessionRow(
        @Id SessionId id,
        @Version @Nullable Long version,
        TeamId teamId,
        @Nullable CandidateId candidateId,
        SetId setId,
        SessionState state,
        boolean mock,
        Instant plannedAt,
        @Nullable PersonId plannedBy,
        @Nullable Instant startedAt,
        @Nullable Instant closedAt,
        @Nullable Outcome outcome,
        @Nullable PersonId askerId,
        @Nullable Integer currentSlot,
        List<String> ratingScale,
        boolean evidenceForExtremes) {

    static SessionRow planned(TeamId team, Plan plan, RatingRules rules, PersonId by) {
        return new SessionRow(
                SessionId.create(),
                null,
                team,
                plan.candidate(),
                plan.set(),
                SessionState.PLANNED,
                plan.mock(),
                plan.at(),
                by,
                null,
                null,
                null,
                null,
                null,
                rules.scale().labels(),
                rules.evidence());
    }

    SessionRow started(Instant at, @Nullable PersonId asker) {
        return new SessionRow(
                id,
                version,
                teamId,
                candidateId,
                setId,
                SessionState.LIVE,
                mock,
                plannedAt,
                plannedBy,
                at,
                null,
                null,
                asker,
                null,
                ratingScale,
                evidenceForExtremes);
    }

    SessionRow closed(Instant at, Outcome how) {
        return new SessionRow(
                id,
                version,
                teamId,
                candidateId,
                setId,
                SessionState.CLOSED,
                mock,
                plannedAt,
                plannedBy,
                startedAt,
                at,
                how,
                askerId,
                null,
                ratingScale,
                evidenceForExtremes);
    }
}
