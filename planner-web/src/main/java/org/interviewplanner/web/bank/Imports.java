package org.interviewplanner.web.bank;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.interviewplanner.web.data.PersonId;
import org.interviewplanner.web.data.QuestionId;
import org.interviewplanner.web.data.SectionId;
import org.interviewplanner.web.data.TeamId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The accepted imports, and what each did: enough to take it back. */
@Repository
class Imports {

    /** Where a question stands, to be stored. */
    record NewSource(QuestionId question, String document, int line, String mark) {}

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batch;

    Imports(JdbcClient jdbc, NamedParameterJdbcOperations batch) {
        this.jdbc = jdbc;
        this.batch = batch;
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

    boolean exists(TeamId team, ImportId id) {
        return jdbc.sql(
                        "select exists (select from bank_import where team_id = :team and id = :id)")
                .param("team", team.value())
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    /** The newest first. */
    List<PastImport> past(TeamId team, int limit) {
        return jdbc.sql(
                        """
                        select i.*, p.name as person, u.at as undone
                        from bank_import i
                        left join person p on p.id = i.person_id
                        left join import_undo u on u.import_id = i.id
                        where i.team_id = :team
                        order by i.at desc, i.id
                        limit :limit
                        """)
                .param("team", team.value())
                .param("limit", limit)
                .query((row, number) ->
                        new PastImport(
                                new ImportId(Sql.uuid(row, "id")),
                                row.getString("name"),
                                Objects.requireNonNull(Sql.instantOrNull(row, "at")),
                                row.getString("person"),
                                row.getInt("created"),
                                row.getInt("revised"),
                                row.getInt("updated"),
                                Sql.instantOrNull(row, "undone")))
                .list();
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

    void addSources(TeamId team, ImportId id, List<NewSource> sources) {
        batch.batchUpdate(
                """
                insert into question_source (question_id, import_id, document, line, team_id, mark)
                values (:question, :import, :document, :line, :team, :mark)
                on conflict do nothing
                """,
                sources.stream()
                        .map(it ->
                                new MapSqlParameterSource("question", it.question().value())
                                        .addValue("import", id.value())
                                        .addValue("document", it.document())
                                        .addValue("line", it.line())
                                        .addValue("team", team.value())
                                        .addValue("mark", it.mark()))
                        .toArray(MapSqlParameterSource[]::new));
    }

    /** Keeps what questions are before the import changes them. */
    void rememberBefore(TeamId team, ImportId id, Collection<QuestionId> questions) {
        jdbc.sql(
                        """
                        insert into import_change (import_id, question_id, team_id, before, version)
                        select :import, q.id, q.team_id, to_jsonb(q), q.version
                        from question q where q.team_id = :team and q.id = any(cast(:ids as uuid[]))
                        """)
                .param("import", id.value())
                .param("team", team.value())
                .param("ids", Sql.ids(questions))
                .update();
    }

    /** Keeps what the import made, and the versions that it leaves. */
    void rememberAfter(TeamId team, ImportId id, Collection<SectionId> made) {
        jdbc.sql(
                        """
                        update import_change c set version = q.version
                        from question q where c.import_id = :import and q.id = c.question_id
                        """)
                .param("import", id.value())
                .update();
        jdbc.sql(
                        """
                        insert into import_change (import_id, question_id, team_id, before, version)
                        select :import, q.id, q.team_id, null, q.version
                        from question q where q.team_id = :team and q.import_id = :import
                        """)
                .param("import", id.value())
                .param("team", team.value())
                .update();
        jdbc.sql(
                        """
                        insert into import_section (import_id, section_id)
                        select :import, unnest(cast(:ids as uuid[]))
                        """)
                .param("import", id.value())
                .param("ids", Sql.ids(made))
                .update();
    }

    // ---- taking back

    /** What stands against taking the import back; empty if nothing does. */
    List<ImportUndo.Obstacle> obstacles(TeamId team, ImportId id) {
        var found = new ArrayList<ImportUndo.Obstacle>();
        if (is("select exists (select from import_undo where import_id = :import)", id)) {
            found.add(new ImportUndo.Obstacle(ImportUndo.Reason.UNDONE_BEFORE, 0, List.of()));
            return found;
        }
        if (is(
                """
                select not exists (select from import_change where import_id = :import)
                   and exists (select from bank_import where id = :import and created + revised + updated > 0)
                """,
                id)) {
            found.add(new ImportUndo.Obstacle(ImportUndo.Reason.NOT_RECORDED, 0, List.of()));
            return found;
        }
        add(
                found,
                ImportUndo.Reason.IN_SET,
                """
                select i.code as name, s.question_id as thing from slot s
                join interview_set i on i.id = s.interview_set_id
                where s.question_id in (select question_id from import_change where import_id = :import and before is null)
                   or s.revision_id in (select id from revision where import_id = :import)
                """,
                id);
        add(
                found,
                ImportUndo.Reason.IN_SESSION,
                """
                select '' as name, a.question_id as thing from asked_question a
                where a.team_id = :team
                  and (a.question_id in (select question_id from import_change where import_id = :import and before is null)
                    or a.revision_id in (select id from revision where import_id = :import))
                union all
                select '', u.question_id from question_use u
                where u.team_id = :team
                  and u.question_id in (select question_id from import_change where import_id = :import and before is null)
                """,
                id,
                team);
        add(
                found,
                ImportUndo.Reason.IN_BLUEPRINT,
                """
                select b.name, q.question_id as thing from blueprint_question q
                join blueprint b on b.id = q.blueprint_id
                where q.question_id in (select question_id from import_change where import_id = :import and before is null)
                union all
                select b.name, q.section_id from blueprint_quota q
                join blueprint b on b.id = q.blueprint_id
                where q.section_id in (select section_id from import_section where import_id = :import)
                """,
                id);
        add(
                found,
                ImportUndo.Reason.IN_IMPORT,
                """
                select i.name, later.question_id as thing
                from (
                    select s.question_id, s.import_id from question_source s
                    union all select c.question_id, c.import_id from import_change c
                    union all select q.follows_id, q.import_id from question q
                    union all select p.question_id, p.import_id from proposal p where p.state = 'OPEN') later
                join bank_import i on i.id = later.import_id and i.id <> :import and i.team_id = :team
                join import_change mine on mine.import_id = :import and mine.question_id = later.question_id
                join bank_import this on this.id = :import
                where i.at > this.at and (mine.before is null or exists (
                    select from import_change c where c.import_id = i.id and c.question_id = mine.question_id))
                  and not exists (select from import_undo u where u.import_id = i.id)
                """,
                id,
                team);
        add(
                found,
                ImportUndo.Reason.CHANGED,
                """
                select '' as name, c.question_id as thing
                from import_change c join question q on q.id = c.question_id
                where c.import_id = :import and q.version <> c.version
                  and not exists (select from import_change later
                      join bank_import i on i.id = later.import_id
                      join bank_import this on this.id = :import
                      where later.question_id = c.question_id and i.at > this.at
                        and not exists (select from import_undo u where u.import_id = i.id))
                union all
                select '', q.id from question q
                where q.follows_id in (select question_id from import_change where import_id = :import and before is null)
                  and q.import_id is null
                """,
                id);
        add(
                found,
                ImportUndo.Reason.DECIDED,
                """
                select '' as name, id as thing from proposal where import_id = :import and state <> 'OPEN'
                union all
                select '', id from section_proposal where import_id = :import and state <> 'OPEN'
                union all
                select '', id from proposal where import_id <> :import and state <> 'OPEN'
                  and question_id in (select question_id from import_change where import_id = :import and before is null)
                """,
                id);
        return found;
    }

    private boolean is(String sql, ImportId id) {
        return jdbc.sql(sql).param("import", id.value()).query(Boolean.class).single();
    }

    private void add(
            List<ImportUndo.Obstacle> found, ImportUndo.Reason reason, String uses, ImportId id) {
        add(found, reason, uses, id, null);
    }

    /**
     * @param uses fixed text: selects the name of what uses a thing, or '', and the thing
     */
    private void add(
            List<ImportUndo.Obstacle> found,
            ImportUndo.Reason reason,
            String uses,
            ImportId id,
            @Nullable TeamId team) {
        var statement =
                jdbc.sql(
                                """
                                with uses as (%s)
                                select count(distinct thing) as things,
                                       array(select distinct name from uses where name <> '' order by 1 limit 5) as names
                                from uses
                                """
                                        .formatted(uses))
                        .param("import", id.value());
        var obstacle =
                (team == null ? statement : statement.param("team", team.value()))
                        .query((row, number) ->
                                new ImportUndo.Obstacle(
                                        reason, row.getInt("things"), Sql.texts(row, "names")))
                        .single();
        if (obstacle.count() > 0) {
            found.add(obstacle);
        }
    }

    /**
     * Puts the bank back to what it was before the import. Only right if there are no {@link
     * #obstacles}.
     */
    ImportUndo.Undone undo(TeamId team, ImportId id, PersonId person) {
        jdbc.sql(
                        "insert into import_undo (import_id, team_id, person_id) values (:import, :team, :person)")
                .param("import", id.value())
                .param("team", team.value())
                .param("person", person.value())
                .update();
        update("delete from proposal where import_id = :import", id);
        update("delete from section_proposal where import_id = :import", id);
        update("delete from question_source where import_id = :import", id);
        int restored =
                update(
                        """
                        update question q set (current_revision_id, status, status_origin, reviewed_by, reviewed_at,
                                difficulty, difficulty_origin, difficulty_confidence, difficulty_reason,
                                planned_seconds, planned_origin, tags, document_tags, key, version) =
                            (select b.current_revision_id, b.status, b.status_origin, b.reviewed_by, b.reviewed_at,
                                b.difficulty, b.difficulty_origin, b.difficulty_confidence, b.difficulty_reason,
                                b.planned_seconds, b.planned_origin, b.tags, b.document_tags, b.key, b.version
                             from jsonb_populate_record(null::question, c.before) b)
                        from import_change c
                        where c.import_id = :import and c.question_id = q.id and c.before is not null
                        """,
                        id);
        jdbc.sql("select delete_wordings_of_undone_import(:import)")
                .param("import", id.value())
                .query(row -> {});
        var made =
                jdbc.sql(
                                """
                                with gone as (delete from import_change where import_id = :import returning *)
                                select question_id from gone where before is null
                                """)
                        .param("import", id.value())
                        .query((row, number) -> new QuestionId(Sql.uuid(row, "question_id")))
                        .list();
        jdbc.sql("delete from import_change where question_id = any(cast(:ids as uuid[]))")
                .param("ids", Sql.ids(made))
                .update();
        jdbc.sql("delete from question where team_id = :team and id = any(cast(:ids as uuid[]))")
                .param("team", team.value())
                .param("ids", Sql.ids(made))
                .update();
        return new ImportUndo.Undone(made.size(), restored, removeSections(id));
    }

    /** Inner ones first: each round removes what has become empty. */
    private int removeSections(ImportId id) {
        int all = 0;
        int removed;
        do {
            removed =
                    update(
                            """
                            delete from section s
                            where s.id in (select section_id from import_section where import_id = :import)
                              and not exists (select from question q where q.team_id = s.team_id and q.section_id = s.id)
                              and not exists (select from section c where c.team_id = s.team_id and c.parent_id = s.id)
                              and not exists (select from blueprint_quota b where b.section_id = s.id)
                              and not exists (select from section_proposal p where p.section_id = s.id)
                              and not exists (select from section_proposal_move m
                                  where m.from_section_id = s.id or m.to_section_id = s.id)
                              and not exists (select from section_proposal_place p where p.former_parent_id = s.id)
                            """,
                            id);
            all += removed;
        } while (removed > 0);
        update("delete from import_section where import_id = :import", id);
        return all;
    }

    private int update(String sql, ImportId id) {
        return jdbc.sql(sql).param("import", id.value()).update();
    }
}
