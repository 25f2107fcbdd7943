package org.interviewplanner.web.blueprint;

import java.util.List;
import java.util.Optional;
import org.interviewplanner.web.data.BlueprintId;
import org.interviewplanner.web.data.TeamId;
import org.springframework.data.repository.Repository;

/** The stored recipes. */
interface Blueprints extends Repository<BlueprintRow, BlueprintId> {

    /** Inserts if the version is null, else updates. */
    BlueprintRow save(BlueprintRow blueprint);

    Optional<BlueprintRow> findByTeamIdAndId(TeamId team, BlueprintId id);

    List<BlueprintRow> findAllByTeamIdOrderByName(TeamId team);

    void delete(BlueprintRow blueprint);
}
