package org.interviewplanner.web.security;

import java.util.Optional;
import java.util.UUID;
import org.interviewplanner.web.data.TeamId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored teams: one per installation today, a column everywhere from the start. */
@Component
class Teams {
    private final JdbcClient jdbc;

    Teams(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The oldest team, or empty in a new installation. */
    Optional<TeamId> findFirst() {
        return jdbc.sql("select id from team order by created_at, id limit 1")
                .query(UUID.class)
                .optional()
                .map(TeamId::new);
    }

    TeamId create(String name) {
        var id = TeamId.create();
        jdbc.sql("insert into team (id, name) values (:id, :name)")
                .param("id", id.value())
                .param("name", name)
                .update();
        return id;
    }

    /** Until the end of the transaction nobody else changes who belongs to the team and how. */
    void lock(TeamId team) {
        var isThere =
                jdbc.sql("select id from team where id = :id for no key update")
                        .param("id", team.value())
                        .query(UUID.class)
                        .optional()
                        .isPresent();
        if (!isThere) {
            throw new NotFoundException();
        }
    }

    /** Until the end of the transaction no other node creates the first team. */
    void lockAll() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('first team', 0))")
                .query((row, number) -> number)
                .single();
    }
}
