package org.interviewplanner.web.candidate;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.interviewplanner.web.data.CandidateId;
import org.interviewplanner.web.data.TeamId;
import org.springframework.data.repository.Repository;

/** The stored candidates. */
interface Candidates extends Repository<CandidateRow, CandidateId> {

    /** Inserts if the version is null, else updates. */
    CandidateRow save(CandidateRow candidate);

    Optional<CandidateRow> findByTeamIdAndId(TeamId team, CandidateId id);

    List<CandidateRow> findAllByTeamIdOrderByName(TeamId team);

    List<CandidateRow> findAllByTeamIdAndIdIn(TeamId team, Collection<CandidateId> ids);
}
