package org.interviewplanner.web.security;

import java.util.List;
import java.util.Optional;
import org.interviewplanner.web.data.PersonId;
import org.interviewplanner.web.data.TeamId;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** The stored people. */
interface People extends Repository<PersonRow, PersonId> {

    /** Inserts if the version is null, else updates. */
    PersonRow save(PersonRow person);

    Optional<PersonRow> findById(PersonId id);

    Optional<PersonRow> findByTeamIdAndId(TeamId teamId, PersonId id);

    List<PersonRow> findAllByTeamIdOrderByName(TeamId teamId);

    /** By log-in name, whatever its capitals. */
    @Query("select * from person where lower(name) = lower(:name)")
    Optional<PersonRow> findByLogInName(@Param("name") String name);

    boolean existsByTeamId(TeamId teamId);
}
