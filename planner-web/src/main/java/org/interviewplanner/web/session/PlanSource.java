package org.interviewplanner.web.session;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.interviewplanner.web.data.PersonId;
import org.interviewplanner.web.data.QuestionId;
import org.interviewplanner.web.data.RevisionId;
import org.interviewplanner.web.data.SetId;
import org.interviewplanner.web.data.TeamId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a plan is made of: kept sets and people who may rate. */
@Component
class PlanSource {
    private final JdbcClient jdbc;

    PlanSource(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<SetChoice> sets(TeamId team) {
        return jdbc.sql(
                        """
                        select s.id, s.code, s.name, count(*) as questions,
                            sum(t.planned_seconds) as seconds
                        from interview_set s join slot t on t.interview_set_id = s.id
                        where s.team_id = :team
                        group by s.id order by s.created_at desc, s.code
                        """)
                .param("team", team.value())
                .query((row, number) ->
                        new SetChoice(
                                new SetId(row.getObject("id", UUID.class)),
                                row.getString("code"),
                                row.getString("name"),
                                row.getInt("questions"),
                                row.getInt("seconds")))
                .list();
    }

    /** The slots of a kept set in order, or empty if the team has no such set. */
    Optional<List<Slot>> slots(TeamId team, SetId set) {
        var slots =
                jdbc.sql(
                                """
                                select t.* from interview_set s join slot t on t.interview_set_id = s.id
                                where s.team_id = :team and s.id = :set order by t.position
                                """)
                        .param("team", team.value())
                        .param("set", set.value())
                        .query((row, number) ->
                                new Slot(
                                        row.getInt("position"),
                                        new QuestionId(row.getObject("question_id", UUID.class)),
                                        new RevisionId(row.getObject("revision_id", UUID.class)),
                                        row.getString("section"),
                                        row.getInt("difficulty"),
                                        row.getInt("planned_seconds")))
                        .list();
        return slots.isEmpty() ? Optional.empty() : Optional.of(slots);
    }

    List<RaterChoice> raters(TeamId team) {
        return jdbc.sql(
                        """
                        select p.id, p.name from person p
                        where p.team_id = :team and p.enabled and exists (
                            select from person_role r
                            where r.person_id = p.id and r.role in ('LEAD', 'INTERVIEWER'))
                        order by lower(p.name)
                        """)
                .param("team", team.value())
                .query((row, number) ->
                        new RaterChoice(
                                new PersonId(row.getObject("id", UUID.class)),
                                row.getString("name")))
                .list();
    }

    record Slot(
            int position,
            QuestionId question,
            RevisionId revision,
            String section,
            int difficulty,
            int plannedSeconds) {}
}
