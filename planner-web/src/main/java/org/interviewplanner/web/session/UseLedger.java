package org.interviewplanner.web.session;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.interviewplanner.web.data.CandidateId;
import org.interviewplanner.web.data.QuestionId;
import org.interviewplanner.web.data.SessionId;
import org.interviewplanner.web.data.TeamId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the bank which questions a candidate knows now. */
@Component
class UseLedger {
    private final JdbcClient jdbc;

    UseLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void asked(
            TeamId team,
            SessionId session,
            CandidateId candidate,
            List<QuestionId> questions,
            Instant at) {
        for (var question : questions) {
            jdbc.sql(
                            """
                            insert into question_use (id, team_id, question_id, candidate_id, session_id,
                                asked_at)
                            values (:id, :team, :question, :candidate, :session, :at)
                            on conflict (session_id, question_id) do nothing
                            """)
                    .param("id", UUID.randomUUID())
                    .param("team", team.value())
                    .param("question", question.value())
                    .param("candidate", candidate.value())
                    .param("session", session.value())
                    .param("at", Timestamp.from(at))
                    .update();
        }
    }
}
