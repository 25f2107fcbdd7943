package org.interviewplanner.web.build;

import java.util.List;
import java.util.Optional;
import org.interviewplanner.web.data.SetId;
import org.interviewplanner.web.data.TeamId;
import org.springframework.data.repository.Repository;

/** The kept sets; inserted once, never saved again. */
interface Sets extends Repository<SetRow, SetId> {

    SetRow save(SetRow set);

    Optional<SetRow> findByTeamIdAndId(TeamId team, SetId id);

    List<SetRow> findAllByTeamIdOrderByCreatedAtDesc(TeamId team);

    boolean existsByTeamIdAndCode(TeamId team, String code);
}
