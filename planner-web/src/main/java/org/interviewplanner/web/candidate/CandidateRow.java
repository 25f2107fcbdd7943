package org.interviewplanner.web.candidate;

import java.util.Objects;
import org.interviewplanner.web.data.CandidateId;
import org.interviewplanner.web.data.TeamId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A candidate as stored. */
@Table("candidate")
record CandidateRow(
        @Id CandidateId id,
        @Version @Nullable Long version,
        TeamId teamId,
        String name,
        @Nullable String email,
        String note) {

    Candidate toCandidate() {
        return new Candidate(id, Objects.requireNonNull(version), name, email, note);
    }
}
