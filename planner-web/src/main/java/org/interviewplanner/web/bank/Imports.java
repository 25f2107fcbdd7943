package org.interviewplanner.web.bank;

import org.interviewplanner.web.data.PersonId;
import org.interviewplanner.web.data.TeamId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The accepted imports. */
@Repository
class Imports {
    private final JdbcClient jdbc;

    Imports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets one import of a team go on at a time; held until the transaction ends. */
    void lock(TeamId team) {
        jdbc.sql("select id from team where id = :team for update")
                .param("team", team.value())
                .query((row, number) -> row.getString("id"))
                .single();
    }

    boolean hasAny(TeamId team) {
        return jdbc.sql("select exists (select from bank_import where team_id = :team)")
                .param("team", team.value())
                .query(Boolean.class)
                .single();
    }

    void add(
            ImportId id,
            TeamId team,
            String name,
            String sha256,
            ImportPlan plan,
            @Nullable PersonId person) {
        jdbc.sql(
                        """
                        insert into bank_import
                            (id, team_id, name, sha256, created, revised, updated, unchanged, missing, person_id)
                        values (:id, :team, :name, :sha256, :created, :revised, :updated, :unchanged, :missing,
                            cast(:person as uuid))
                        """)
                .param("id", id.value())
                .param("team", team.value())
                .param("name", name)
                .param("sha256", sha256)
                .param("created", plan.count(ImportPlan.Kind.CREATED))
                .param("revised", plan.count(ImportPlan.Kind.REVISED))
                .param("updated", plan.count(ImportPlan.Kind.UPDATED))
                .param("unchanged", plan.count(ImportPlan.Kind.UNCHANGED))
                .param("missing", plan.missing().size())
                .param("person", Sql.value(person))
                .update();
    }
}
