package org.interviewplanner.web.security;

import java.sql.Types;
import java.util.UUID;
import org.interviewplanner.web.data.PersonId;
import org.interviewplanner.web.data.TeamId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes down who did what that others may ask about later. A line belongs to the transaction of
 * the deed: neither is there without the other.
 */
@Component
public class AuditTrail {
    private final JdbcClient jdbc;

    AuditTrail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds one line.
     *
     * @param action what was done, a short name such as {@code person.disabled}, 1 to 100
     *     characters
     * @param subject the id of what it was done to
     * @param details what else to remember, without secrets and without personal data of candidates
     */
    public void record(Member by, String action, String subject, String details) {
        write(by.team(), by.person(), action, subject, details);
    }

    /** For deeds without a member: the installation's own. */
    void write(TeamId team, @Nullable PersonId by, String action, String subject, String details) {
        jdbc.sql(
                        """
                        insert into audit (id, team_id, person_id, action, subject, details)
                        values (:id, :team, :person, :action, :subject, :details)
                        """)
                .param("id", UUID.randomUUID())
                .param("team", team.value())
                .param("person", by == null ? null : by.value(), Types.OTHER)
                .param("action", action)
                .param("subject", subject)
                .param("details", details)
                .update();
    }
}
