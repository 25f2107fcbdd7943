package org.interviewplanner.web.bank;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.interviewplanner.bank.Difficulty;
import org.interviewplanner.bank.Status;
import org.interviewplanner.web.data.PersonId;
import org.interviewplanner.web.data.QuestionId;
import org.interviewplanner.web.data.RevisionId;
import org.interviewplanner.web.data.SectionId;
import org.interviewplanner.web.data.TeamId;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes questions and revisions; every change of a question raises its version. */
@Repository
class Changes {

    /** A question with its first revision. */
    record NewQuestion(
            QuestionId id,
            RevisionId revision,
            SectionId section,
            @Nullable QuestionId follows,
            @Nullable String key,
            int position,
            Status status,
            boolean statusByPerson,
            Difficulty difficulty,
            @Nullable Double confidence,
            @Nullable String reason,
            int seconds,
            boolean secondsEstimated,
            List<String> tags,
            String mark) {}

    /**
     * A wording to be stored.
     *
     * @param guidance null to keep what the wording before had
     */
    record NewRevision(
            RevisionId id,
            QuestionId question,
            ImportPlan.Texts texts,
            String origin,
            String document,
            @Nullable Integer sourceLine,
            @Nullable Guidance guidance) {

        /** One that a person took from a proposal. */
        NewRevision(
                RevisionId id,
                QuestionId question,
                ImportPlan.Texts texts,
                String origin,
                @Nullable Integer sourceLine) {
            this(id, question, texts, origin, "", sourceLine, null);
        }

        /** One that a person typed. */
        NewRevision(
                RevisionId id,
                QuestionId question,
                ImportPlan.Texts texts,
                @Nullable Guidance guidance) {
            this(id, question, texts, "EDIT", "", null, guidance);
        }
    }

    private final JdbcClient client;
    private final NamedParameterJdbcOperations jdbc;

    Changes(JdbcClient client, NamedParameterJdbcOperations jdbc) {
        this.client = client;
        this.jdbc = jdbc;
    }

    void insertQuestions(
            TeamId team,
            List<NewQuestion> questions,
            @Nullable ImportId source,
            @Nullable PersonId person,
            Instant now) {
        jdbc.batchUpdate(
                """
                insert into question (id, team_id, section_id, follows_id, import_id, key, position, status, status_origin,
                    difficulty, difficulty_origin, difficulty_confidence, difficulty_reason, planned_seconds,
                    planned_origin, tags, document_tags, mark, current_revision_id, reviewed_by, reviewed_at, version)
                values (:id, :team, :section, cast(:follows as uuid), cast(:import as uuid), :key, :position, :status,
                    :statusOrigin, :difficulty, :difficultyOrigin, cast(:confidence as double precision),
                    cast(:reason as text), :seconds, :secondsOrigin, :tags, :documentTags, :mark, :revision,
                    cast(:reviewer as uuid), cast(:reviewedAt as timestamptz), 0)
                """,
                questions.stream()
                        .map(it -> {
                            var approvedByPerson =
                                    it.statusByPerson() && it.status() == Status.APPROVED;
                            return new MapSqlParameterSource("id", it.id().value())
                                    .addValue("team", team.value())
                                    .addValue("section", it.section().value())
                                    .addValue("follows", Sql.value(it.follows()))
                                    .addValue("import", source == null ? null : source.value())
                                    .addValue("key", it.key())
                                    .addValue("position", it.position())
                                    .addValue("status", it.status().name())
                                    .addValue(
                                            "statusOrigin",
                                            it.statusByPerson() ? "PERSON" : "DOCUMENT")
                                    .addValue("difficulty", it.difficulty().level())
                                    .addValue(
                                            "difficultyOrigin",
                                            (it.confidence() == null
                                                            ? Origin.AUTHOR
                                                            : Origin.ESTIMATED)
                                                    .name())
                                    .addValue("confidence", it.confidence())
                                    .addValue("reason", it.reason())
                                    .addValue("seconds", it.seconds())
                                    .addValue(
                                            "secondsOrigin",
                                            (it.secondsEstimated()
                                                            ? Origin.ESTIMATED
                                                            : Origin.AUTHOR)
                                                    .name())
                                    .addValue("tags", Sql.array(it.tags()))
                                    .addValue(
                                            "documentTags",
                                            source == null ? new String[0] : Sql.array(it.tags()))
                                    .addValue("mark", it.mark())
                                    .addValue("revision", it.revision().value())
                                    .addValue(
                                            "reviewer", approvedByPerson ? Sql.value(person) : null)
                                    .addValue(
                                            "reviewedAt",
                                            approvedByPerson ? Sql.timestamp(now) : null);
                        })
                        .toArray(MapSqlParameterSource[]::new));
    }

    /** Stores the first wordings of new questions, which name them already. */
    void insertFirstRevisions(
            TeamId team,
            List<NewRevision> revisions,
            @Nullable ImportId source,
            @Nullable PersonId author) {
        jdbc.batchUpdate(
                """
                insert into revision (id, team_id, question_id, number, wording, body, answer, good_to_hear, probes,
                    anchors, origin, document, source_line, import_id, author_id)
                values (:id, :team, :question, 1, :wording, :body, :answer, :goodToHear,
                    coalesce(cast(:probes as text[]), '{}'), coalesce(cast(:anchors as text[]), '{}'),
                    :origin, :document, cast(:line as integer), cast(:import as uuid), cast(:author as uuid))
                """,
                parameters(team, revisions, source, author));
    }

    /** Stores wordings behind those that their questions have already, and makes them current. */
    void insertRevisions(
            TeamId team,
            List<NewRevision> revisions,
            @Nullable ImportId source,
            @Nullable PersonId author) {
        jdbc.batchUpdate(
                """
                insert into revision (id, team_id, question_id, number, wording, body, answer, good_to_hear, probes,
                    anchors, origin, document, source_line, import_id, author_id)
                select :id, :team, :question, number + 1, :wording, :body, :answer, :goodToHear,
                    coalesce(cast(:probes as text[]), probes), coalesce(cast(:anchors as text[]), anchors),
                    :origin, :document, cast(:line as integer), cast(:import as uuid), cast(:author as uuid)
                from revision where question_id = :question order by number desc limit 1
                """,
                parameters(team, revisions, source, author));
        jdbc.batchUpdate(
                """
                update question set current_revision_id = :id, version = version + 1
                where team_id = :team and id = :question
                """,
                revisions.stream()
                        .map(it ->
                                new MapSqlParameterSource("id", it.id().value())
                                        .addValue("team", team.value())
                                        .addValue("question", it.question().value()))
                        .toArray(MapSqlParameterSource[]::new));
    }

    private static MapSqlParameterSource[] parameters(
            TeamId team,
            List<NewRevision> revisions,
            @Nullable ImportId source,
            @Nullable PersonId author) {
        return revisions.stream()
                .map(it ->
                        new MapSqlParameterSource("id", it.id().value())
                                .addValue("team", team.value())
                                .addValue("question", it.question().value())
                                .addValue("wording", it.texts().wording())
                                .addValue("body", it.texts().body())
                                .addValue("answer", it.texts().answer())
                                .addValue("goodToHear", Sql.array(it.texts().goodToHear()))
                                .addValue("probes", array(it.guidance(), Guidance::probes))
                                .addValue("anchors", array(it.guidance(), Guidance::anchors))
                                .addValue("origin", it.origin())
                                .addValue("document", it.document())
                                .addValue("line", it.sourceLine())
                                .addValue("import", source == null ? null : source.value())
                                .addValue("author", Sql.value(author)))
                .toArray(MapSqlParameterSource[]::new);
    }

    private static @Nullable Object array(
            @Nullable Guidance guidance, Function<Guidance, List<String>> part) {
        return guidance == null ? null : Sql.array(part.apply(guidance));
    }

    /** Raises the version if it is still the one that the person saw. */
    void claim(TeamId team, QuestionId question, long version) {
        var claimed =
                client.sql(
                                """
                                update question set version = version + 1
                                where team_id = :team and id = :id and version = :version
                                """)
                        .param("team", team.value())
                        .param("id", question.value())
                        .param("version", version)
                        .update();
        if (claimed == 0) {
            throw new OptimisticLockingFailureException(
                    "The question (%s) is not at version (%d) any more."
                            .formatted(question.value(), version));
        }
    }

    /** How many of the questions were found. */
    int setDifficulty(
            TeamId team, Collection<QuestionId> questions, Difficulty difficulty, Origin origin) {
        return client.sql(
                        """
                        update question set difficulty = :difficulty, difficulty_origin = :origin,
                            difficulty_confidence = null, difficulty_reason = null, version = version + 1
                        where team_id = :team and id = any(cast(:ids as uuid[]))
                        """)
                .param("difficulty", difficulty.level())
                .param("origin", origin.name())
                .param("team", team.value())
                .param("ids", Sql.ids(questions))
                .update();
    }

    /** Puts an estimate back: undo of a person's level. */
    int setEstimate(
            TeamId team,
            QuestionId question,
            Difficulty difficulty,
            @Nullable Double confidence,
            @Nullable String reason) {
        return client.sql(
                        """
                        update question set difficulty = :difficulty, difficulty_origin = 'ESTIMATED',
                            difficulty_confidence = cast(:confidence as double precision),
                            difficulty_reason = cast(:reason as text), version = version + 1
                        where team_id = :team and id = :id
                        """)
                .param("difficulty", difficulty.level())
                .param("confidence", confidence)
                .param("reason", reason)
                .param("team", team.value())
                .param("id", question.value())
                .update();
    }

    int setSeconds(TeamId team, Collection<QuestionId> questions, int seconds) {
        return client.sql(
                        """
                        update question set planned_seconds = :seconds, planned_origin = 'AUTHOR', version = version + 1
                        where team_id = :team and id = any(cast(:ids as uuid[]))
                        """)
                .param("seconds", seconds)
                .param("team", team.value())
                .param("ids", Sql.ids(questions))
                .update();
    }

    int setTags(TeamId team, QuestionId question, List<String> tags) {
        return client.sql(
                        "update question set tags = :tags, version = version + 1 where team_id = :team and id = :id")
                .param("tags", Sql.array(tags))
                .param("team", team.value())
                .param("id", question.value())
                .update();
    }

    int addTags(TeamId team, QuestionId question, List<String> tags) {
        return client.sql(
                        """
                        update question set tags = tags || array(
                                select t from unnest(cast(:tags as text[])) as t where t <> all(tags)),
                            document_tags = document_tags || cast(:tags as text[]), version = version + 1
                        where team_id = :team and id = :id
                        """)
                .param("tags", Sql.array(tags))
                .param("team", team.value())
                .param("id", question.value())
                .update();
    }

    /** An approval by a person records who and when; any other status forgets it. */
    int setStatus(
            TeamId team,
            Collection<QuestionId> questions,
            Status status,
            @Nullable PersonId person,
            boolean byPerson,
            Instant now) {
        var reviewed = byPerson && status == Status.APPROVED;
        return client.sql(
                        """
                        update question set status = :status, status_origin = :origin,
                            reviewed_by = cast(:reviewer as uuid), reviewed_at = cast(:at as timestamptz),
                            version = version + 1
                        where team_id = :team and id = any(cast(:ids as uuid[]))
                        """)
                .param("status", status.name())
                .param("origin", byPerson ? "PERSON" : "DOCUMENT")
                .param("reviewer", reviewed ? Sql.value(person) : null)
                .param("at", reviewed ? Sql.timestamp(now) : null)
                .param("team", team.value())
                .param("ids", Sql.ids(questions))
                .update();
    }

    /** Puts the questions behind those that stand in the section already, in the given order. */
    int move(TeamId team, List<QuestionId> questions, SectionId section) {
        return client.sql(
                        """
                        update question q set section_id = :section, version = version + 1,
                            position = moved.place - 1 + coalesce(
                                (select max(o.position) + 1 from question o
                                 where o.team_id = :team and o.section_id = :section), 0)
                        from unnest(cast(:ids as uuid[])) with ordinality as moved (id, place)
                        where q.team_id = :team and q.id = moved.id
                        """)
                .param("section", section.value())
                .param("team", team.value())
                .param("ids", Sql.ids(questions))
                .update();
    }

    int firstFreePosition(TeamId team, SectionId section) {
        return client.sql(
                        "select coalesce(max(position) + 1, 0) from question where team_id = :team and section_id = :section")
                .param("team", team.value())
                .param("section", section.value())
                .query(Integer.class)
                .single();
    }
}
