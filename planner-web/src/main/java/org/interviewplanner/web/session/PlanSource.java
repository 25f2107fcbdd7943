package org.interviewplanner.web.session;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.interviewplanner.web.data.QuestionId;
import org.interviewplanner.web.data.RevisionId;
import org.interviewplanner.web.data.SetId;
import org.interviewplanner.web.data.TeamId;
import org.interviewplanner.web.security.AccountService;
import org.interviewplanner.web.security.Colleague;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.security.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a plan is made of: kept sets and people who may rate. */
@Component
class PlanSource {
    private final JdbcClient jdbc;
    private final AccountService accounts;

    PlanSource(JdbcClient jdbc, AccountService accounts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
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

    /** Who may be put on a panel: enabled leads and interviewers, by name. */
    List<RaterChoice> raters(Member member) {
        return accounts.colleagues(member).stream()
                .filter(Colleague::isEnabled)
                .filter(colleague -> colleague.has(Role.LEAD) || colleague.has(Role.INTERVIEWER))
                .map(colleague -> new RaterChoice(colleague.id(), colleague.name()))
                .sorted(Comparator.comparing(RaterChoice::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    record Slot(
            int position,
            QuestionId question,
            RevisionId revision,
            String section,
            int difficulty,
            int plannedSeconds) {}
}
