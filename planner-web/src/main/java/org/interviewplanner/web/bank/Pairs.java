package org.interviewplanner.web.bank;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.interviewplanner.web.data.PersonId;
import org.interviewplanner.web.data.QuestionId;
import org.interviewplanner.web.data.SectionId;
import org.interviewplanner.web.data.TeamId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Pairs of questions that look alike, or must not stand in one set: one row a pair. */
@Repository
class Pairs {

    /** A pair that an import found, to be stored. */
    record NewPair(QuestionId one, QuestionId other, boolean exact, double score, String reason) {}

    private static final String BOTH =
            """
            from question_pair p
            join question a on a.id = p.first_id
            join question b on b.id = p.second_id
            join revision ar on ar.id = a.current_revision_id
            join revision br on br.id = b.current_revision_id
            where p.team_id = :team and a.status <> 'RETIRED' and b.status <> 'RETIRED'
            """;

    private final JdbcClient client;
    private final NamedParameterJdbcOperations jdbc;

    Pairs(JdbcClient client, NamedParameterJdbcOperations jdbc) {
        this.client = client;
        this.jdbc = jdbc;
    }

    /** Pairs that are there already stay as they were decided. */
    void add(TeamId team, ImportId source, List<NewPair> pairs) {
        jdbc.batchUpdate(
                """
                insert into question_pair (id, team_id, first_id, second_id, import_id, exact, score, reason)
                select :id, :team, least(one, other), greatest(one, other), :import, :exact, :score, :reason
                from (select cast(:one as uuid) as one, cast(:other as uuid) as other) both_ids
                on conflict on constraint pair_once do nothing
                """,
                pairs.stream()
                        .map(it ->
                                new MapSqlParameterSource("id", UUID.randomUUID())
                                        .addValue("team", team.value())
                                        .addValue("import", source.value())
                                        .addValue("one", it.one().value())
                                        .addValue("other", it.other().value())
                                        .addValue("exact", it.exact())
                                        .addValue("score", it.score())
                                        .addValue("reason", it.reason()))
                        .toArray(MapSqlParameterSource[]::new));
    }

    /** The most alike first. */
    List<QuestionPair> inState(
            TeamId team, QuestionPair.State state, Map<SectionId, List<String>> paths) {
        return client.sql(
                        """
                        select p.*, a.section_id as a_section, b.section_id as b_section,
                               ar.wording as a_wording, br.wording as b_wording
                        """
                                + BOTH
                                + " and p.state = :state order by p.score desc nulls last, p.id")
                .param("team", team.value())
                .param("state", state.name())
                .query((row, number) ->
                        new QuestionPair(
                                Sql.uuid(row, "id"),
                                row.getLong("version"),
                                side(row, "first_id", "a_", paths),
                                side(row, "second_id", "b_", paths),
                                row.getBoolean("exact"),
                                row.getString("reason"),
                                state))
                .list();
    }

    private static QuestionPair.Side side(
            ResultSet row, String id, String prefix, Map<SectionId, List<String>> paths)
            throws SQLException {
        return new QuestionPair.Side(
                new QuestionId(Sql.uuid(row, id)),
                row.getString(prefix + "wording"),
                paths.getOrDefault(new SectionId(Sql.uuid(row, prefix + "section")), List.of()));
    }

    int count(TeamId team, QuestionPair.State state) {
        return client.sql("select count(*) " + BOTH + " and p.state = :state")
                .param("team", team.value())
                .param("state", state.name())
                .query(Integer.class)
                .single();
    }

    /** Whether the pair was as {@code version} says. */
    boolean decide(
            TeamId team,
            UUID pair,
            long version,
            QuestionPair.State state,
            PersonId person,
            Instant now) {
        return client.sql(
                                """
                                update question_pair set state = :state, decided_by = :person, decided_at = :now,
                                    version = version + 1
                                where team_id = :team and id = :id and version = :version
                                """)
                        .param("state", state.name())
                        .param("person", person.value())
                        .param("now", Sql.timestamp(now))
                        .param("team", team.value())
                        .param("id", pair)
                        .param("version", version)
                        .update()
                > 0;
    }

    /** A pair that a person names; one that is there already is decided so. */
    void name(
            TeamId team,
            QuestionId one,
            QuestionId other,
            QuestionPair.State state,
            @Nullable PersonId person,
            Instant now) {
        client.sql(
                        """
                        insert into question_pair (id, team_id, first_id, second_id, state, decided_by, decided_at)
                        select :id, :team, least(one, other), greatest(one, other), :state, :person, :now
                        from (select cast(:one as uuid) as one, cast(:other as uuid) as other) both_ids
                        on conflict on constraint pair_once do update set state = excluded.state,
                            decided_by = excluded.decided_by, decided_at = excluded.decided_at,
                            version = question_pair.version + 1
                        """)
                .param("id", UUID.randomUUID())
                .param("team", team.value())
                .param("one", one.value())
                .param("other", other.value())
                .param("state", state.name())
                .param("person", Sql.value(person))
                .param("now", Sql.timestamp(now))
                .update();
    }
}
