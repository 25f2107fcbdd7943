package org.interviewplanner.web.build;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.interviewplanner.web.data.SetId;
import org.interviewplanner.web.data.TeamId;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** The kept sets; inserted once, never saved again. */
interface Sets extends Repository<SetRow, SetId> {

    SetRow save(SetRow set);

    Optional<SetRow> findByTeamIdAndId(TeamId team, SetId id);

    @Query(
            """
            select s.id, s.code, s.name, s.created_at, count(*) as questions,
                coalesce(sum(t.planned_seconds), 0) as planned_seconds
            from interview_set s join slot t on t.interview_set_id = s.id
            where s.team_id = :team
            group by s.id order by s.created_at desc, s.batch_number, s.code
            """)
    List<SetSummary> summaries(TeamId team);

    List<SetRow> findAllByTeamIdAndBatchIdOrderByBatchNumber(TeamId team, UUID batch);

    boolean existsByTeamIdAndCode(TeamId team, String code);
}
