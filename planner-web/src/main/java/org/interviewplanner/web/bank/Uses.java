package org.interviewplanner.web.bank;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.interviewplanner.web.data.CandidateId;
import org.interviewplanner.web.data.QuestionId;
import org.interviewplanner.web.data.SessionId;
import org.interviewplanner.web.data.TeamId;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.stereotype.Repository;

/** The usage ledger: asked when, to whom. */
@Repository
class Uses {
    private final NamedParameterJdbcOperations jdbc;

    Uses(NamedParameterJdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    void add(
            TeamId team,
            SessionId session,
            CandidateId candidate,
            Collection<QuestionId> questions,
            Instant at) {
        jdbc.batchUpdate(
                """
                insert into question_use (id, team_id, question_id, candidate_id, session_id, asked_at)
                values (:id, :team, :question, :candidate, :session, :at)
                on conflict (session_id, question_id) do nothing
                """,
                questions.stream()
                        .distinct()
                        .map(it ->
                                new MapSqlParameterSource("id", UUID.randomUUID())
                                        .addValue("team", team.value())
                                        .addValue("question", it.value())
                                        .addValue("candidate", candidate.value())
                                        .addValue("session", session.value())
                                        .addValue("at", Sql.timestamp(at)))
                        .toArray(MapSqlParameterSource[]::new));
    }
}
