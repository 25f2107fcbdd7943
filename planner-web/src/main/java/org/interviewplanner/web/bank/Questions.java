package org.interviewplanner.web.bank;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.interviewplanner.bank.Difficulty;
import org.interviewplanner.bank.Status;
import org.interviewplanner.web.data.CandidateId;
import org.interviewplanner.web.data.QuestionId;
import org.interviewplanner.web.data.RevisionId;
import org.interviewplanner.web.data.SectionId;
import org.interviewplanner.web.data.TeamId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The stored questions with their revisions, as people read them. */
@Repository
class Questions {
    private static final int MOST_ALIKE = 200;
    private static final int MOST_RANKED = 3_000;
    private static final int MOST_READ = 50_000;

    private static final String FIRST_ONES =
            """
            select r.wording from question q join revision r on r.id = q.current_revision_id
            where q.team_id = :team and q.status <> 'RETIRED' limit :most
            """;

    /** Ranking is what costs: a word that half the bank is like must not be compared with all. */
    private static final String MOST_LIKE =
            """
            select wording from (
                select r.wording from question q join revision r on r.id = q.current_revision_id
                where q.team_id = :team and q.status <> 'RETIRED' and :word <% r.wording
                limit :ranked) alike
            order by :word <<-> wording limit :most
            """;

    /** The place of each section in the document order of the whole tree. */
    private static final String TREE =
            """
            with recursive tree as (
                select id, array[position] as place from section where team_id = :team and parent_id is null
                union all
                select s.id, t.place || s.position from section s join tree t on s.parent_id = t.id)
            """;

    private static final String QUESTION_WITH_USE =
            """
            select q.*, r.wording,
                   u.last_asked, coalesce(u.times_asked, 0) as times_asked,
                   coalesce(u.asked_lately, 0) as asked_lately, u.asked_to, p.planned_to
            from question q
            join tree t on t.id = q.section_id
            join revision r on r.id = q.current_revision_id
            left join (select question_id, max(asked_at) as last_asked, count(*) as times_asked,
                              count(*) filter (where asked_at > now() - interval '90 days') as asked_lately,
                              array_agg(distinct candidate_id::text) as asked_to
                       from question_use where team_id = :team group by question_id) u
                on u.question_id = q.id
            -- What is planned or going on is not in the ledger yet.
            left join (select a.question_id, array_agg(distinct s.candidate_id::text) as planned_to
                       from interview_session s join asked_question a on a.session_id = s.id
                       where s.team_id = :team and s.state <> 'CLOSED' and not s.mock
                       group by a.question_id) p
                on p.question_id = q.id
            """;

    private final JdbcClient jdbc;
    private final Sections sections;

    Questions(JdbcClient jdbc, Sections sections) {
        this.jdbc = jdbc;
        this.sections = sections;
    }

    /** All that can go into a set, in document order. */
    List<BankQuestion> pool(TeamId team) {
        var paths = sections.paths(team);
        return jdbc.sql(
                        TREE
                                + QUESTION_WITH_USE
                                + """
                                where q.team_id = :team and q.status <> 'RETIRED' and q.follows_id is null
                                order by t.place, q.position, q.id
                                """)
                .param("team", team.value())
                .query((row, number) -> bankQuestion(row, paths))
                .list();
    }

    /** One page of what the filter asks for, in document order. */
    List<BankQuestion> page(TeamId team, QuestionFilter filter, int offset, int limit) {
        var paths = sections.paths(team);
        return bound(
                        TREE
                                + QUESTION_WITH_USE
                                + where(filter)
                                + " order by t.place, q.position, q.id offset :offset limit :limit",
                        team,
                        filter)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) -> bankQuestion(row, paths))
                .list();
    }

    int count(TeamId team, QuestionFilter filter) {
        return bound(
                        "select count(*) from question q join revision r on r.id = q.current_revision_id "
                                + where(filter),
                        team,
                        filter)
                .query(Integer.class)
                .single();
    }

    List<QuestionId> ids(TeamId team, QuestionFilter filter) {
        return bound(
                        TREE
                                + """
                                select q.id from question q
                                join tree t on t.id = q.section_id
                                join revision r on r.id = q.current_revision_id
                                """
                                + where(filter)
                                + " order by t.place, q.position, q.id",
                        team,
                        filter)
                .query((row, number) -> new QuestionId(Sql.uuid(row, "id")))
                .list();
    }

    /** Whether a question that is not retired holds the word, or its tags do. */
    boolean holds(TeamId team, String word) {
        // Apart from each other, so that the wordings can be looked up by their trigrams.
        return jdbc.sql(
                        """
                        select exists (
                                select from question q join revision r on r.id = q.current_revision_id
                                where q.team_id = :team and q.status <> 'RETIRED' and r.wording ilike :word)
                            or exists (
                                select from question q where q.team_id = :team and q.status <> 'RETIRED'
                                    and array_to_string(q.tags, ' ') ilike :word)
                        """)
                .param("team", team.value())
                .param("word", "%" + escaped(word) + "%")
                .query(Boolean.class)
                .single();
    }

    /**
     * Wordings that hold a word like this one, and all tags. If the database knows trigrams, the
     * most alike of {@value #MOST_RANKED} come first; else the first {@value #MOST_READ} questions
     * are read.
     */
    List<String> like(TeamId team, String word) {
        var hasTrigrams =
                jdbc.sql("select exists (select from pg_extension where extname = 'pg_trgm')")
                        .query(Boolean.class)
                        .single();
        if (hasTrigrams) {
            jdbc.sql("select set_config('pg_trgm.word_similarity_threshold', '0.3', true)")
                    .query(String.class)
                    .single();
        }
        var statement =
                jdbc.sql(hasTrigrams ? MOST_LIKE : FIRST_ONES)
                        .param("team", team.value())
                        .param("most", hasTrigrams ? MOST_ALIKE : MOST_READ);
        var texts =
                new ArrayList<>(
                        (hasTrigrams
                                        ? statement.param("word", word).param("ranked", MOST_RANKED)
                                        : statement)
                                .query(String.class)
                                .list());
        texts.addAll(tags(team));
        return texts;
    }

    /** What waits for a person, the least sure first. */
    List<QuestionId> review(TeamId team, QuestionFilter filter) {
        return bound(
                        TREE
                                + """
                                select q.id from question q
                                join tree t on t.id = q.section_id
                                join revision r on r.id = q.current_revision_id
                                """
                                + where(filter)
                                + """
                                 and (q.status in ('DRAFT', 'IN_REVIEW') or q.difficulty_origin = 'ESTIMATED')
                                order by coalesce(q.difficulty_confidence, 1), t.place, q.position, q.id
                                """,
                        team,
                        filter)
                .query((row, number) -> new QuestionId(Sql.uuid(row, "id")))
                .list();
    }

    /** Fixed text only: what a person typed travels as parameters. */
    private static String where(QuestionFilter filter) {
        var where = new StringBuilder("where q.team_id = :team");
        if (filter.section() != null) {
            where.append(" and q.section_id = any(cast(:sections as uuid[]))");
        }
        if (!filter.difficulties().isEmpty()) {
            where.append(" and q.difficulty = any(cast(:difficulties as smallint[]))");
        }
        if (filter.statuses().isEmpty()) {
            where.append(" and q.status <> 'RETIRED'");
        } else {
            where.append(" and q.status = any(:statuses)");
        }
        if (filter.tag() != null) {
            where.append(" and :tag = any(q.tags)");
        }
        for (int i = 0; i < words(filter).size(); i++) {
            where.append(
                    " and (r.wording ilike :word%1$d or array_to_string(q.tags, ' ') ilike :word%1$d)"
                            .formatted(i));
        }
        return where.append('\n').toString();
    }

    private JdbcClient.StatementSpec bound(String sql, TeamId team, QuestionFilter filter) {
        var statement = jdbc.sql(sql).param("team", team.value());
        var section = filter.section();
        if (section != null) {
            statement =
                    statement.param(
                            "sections",
                            sections.below(team, section).stream()
                                    .map(Object::toString)
                                    .toArray(String[]::new));
        }
        if (!filter.difficulties().isEmpty()) {
            statement =
                    statement.param(
                            "difficulties",
                            filter.difficulties().stream()
                                    .map(it -> String.valueOf(it.level()))
                                    .toArray(String[]::new));
        }
        if (!filter.statuses().isEmpty()) {
            statement =
                    statement.param(
                            "statuses",
                            filter.statuses().stream().map(Enum::name).toArray(String[]::new));
        }
        if (filter.tag() != null) {
            statement = statement.param("tag", filter.tag());
        }
        var words = words(filter);
        for (int i = 0; i < words.size(); i++) {
            statement = statement.param("word" + i, "%" + escaped(words.get(i)) + "%");
        }
        return statement;
    }

    /** At most eight words count: nobody types more on purpose. */
    static List<String> words(QuestionFilter filter) {
        return List.of(filter.text().strip().split("\\s+")).stream()
                .filter(it -> !it.isEmpty())
                .map(it -> it.replace("\0", ""))
                .limit(8)
                .toList();
    }

    private static String escaped(String word) {
        return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static BankQuestion bankQuestion(ResultSet row, Map<SectionId, List<String>> paths)
            throws SQLException {
        var section = new SectionId(Sql.uuid(row, "section_id"));
        Set<CandidateId> askedTo = new HashSet<>();
        for (var column : List.of("asked_to", "planned_to")) {
            for (var candidate : Sql.texts(row, column)) {
                askedTo.add(new CandidateId(UUID.fromString(candidate)));
            }
        }
        return new BankQuestion(
                new QuestionId(Sql.uuid(row, "id")),
                new RevisionId(Sql.uuid(row, "current_revision_id")),
                section,
                paths.getOrDefault(section, List.of()),
                row.getString("wording"),
                Difficulty.ofLevel(row.getInt("difficulty")),
                Origin.valueOf(row.getString("difficulty_origin")),
                row.getString("difficulty_reason"),
                row.getInt("planned_seconds"),
                Origin.valueOf(row.getString("planned_origin")),
                Sql.texts(row, "tags"),
                Status.valueOf(row.getString("status")),
                Sql.instantOrNull(row, "last_asked"),
                row.getInt("times_asked"),
                row.getInt("asked_lately"),
                askedTo);
    }

    Optional<QuestionDetail> find(TeamId team, QuestionId question) {
        return Optional.ofNullable(find(team, List.of(question)).get(question));
    }

    Map<QuestionId, QuestionDetail> find(TeamId team, Collection<QuestionId> those) {
        var paths = sections.paths(team);
        var followUps = followUps(team, those);
        var sources = sources(team, those);
        var found = new HashMap<QuestionId, QuestionDetail>();
        jdbc.sql(
                        """
                        select q.*, r.number, r.wording, r.body, r.answer, r.good_to_hear, r.probes, r.anchors,
                               p.name as reviewer, pr.wording as follows_wording,
                               u.last_asked, coalesce(u.times_asked, 0) as times_asked
                        from question q
                        join revision r on r.id = q.current_revision_id
                        left join question pq on pq.id = q.follows_id
                        left join revision pr on pr.id = pq.current_revision_id
                        left join person p on p.id = q.reviewed_by
                        left join (select question_id, max(asked_at) as last_asked, count(*) as times_asked
                                   from question_use
                                   where team_id = :team and question_id = any(cast(:ids as uuid[]))
                                   group by question_id) u on u.question_id = q.id
                        where q.team_id = :team and q.id = any(cast(:ids as uuid[]))
                        """)
                .param("team", team.value())
                .param("ids", Sql.ids(those))
                .query(row -> {
                    var it = detail(row, paths, followUps, sources);
                    found.put(it.id(), it);
                });
        return found;
    }

    private static QuestionDetail detail(
            ResultSet row,
            Map<SectionId, List<String>> paths,
            Map<QuestionId, List<String>> followUps,
            Map<QuestionId, List<QuestionDetail.Source>> sources)
            throws SQLException {
        var id = new QuestionId(Sql.uuid(row, "id"));
        var section = new SectionId(Sql.uuid(row, "section_id"));
        var confidence = row.getObject("difficulty_confidence", Double.class);
        return new QuestionDetail(
                id,
                row.getLong("version"),
                row.getString("key"),
                section,
                paths.getOrDefault(section, List.of()),
                text(row, "current_revision_id", "id", followUps),
                Difficulty.ofLevel(row.getInt("difficulty")),
                Origin.valueOf(row.getString("difficulty_origin")),
                confidence,
                row.getString("difficulty_reason"),
                row.getInt("planned_seconds"),
                Origin.valueOf(row.getString("planned_origin")),
                Sql.texts(row, "tags"),
                Status.valueOf(row.getString("status")),
                row.getString("reviewer"),
                Sql.instantOrNull(row, "reviewed_at"),
                sources.getOrDefault(id, List.of()),
                row.getString("follows_wording"),
                Sql.instantOrNull(row, "last_asked"),
                row.getInt("times_asked"));
    }

    private Map<QuestionId, List<QuestionDetail.Source>> sources(
            TeamId team, Collection<QuestionId> those) {
        var sources = new HashMap<QuestionId, List<QuestionDetail.Source>>();
        jdbc.sql(
                        """
                        select s.question_id, s.document, s.line
                        from question_source s join bank_import i on i.id = s.import_id
                        where s.team_id = :team and s.question_id = any(cast(:ids as uuid[]))
                        order by i.at, s.document, s.line
                        """)
                .param("team", team.value())
                .param("ids", Sql.ids(those))
                .query(row -> {
                    sources.computeIfAbsent(
                                    new QuestionId(Sql.uuid(row, "question_id")),
                                    it -> new ArrayList<>())
                            .add(
                                    new QuestionDetail.Source(
                                            row.getString("document"), row.getInt("line")));
                });
        return sources;
    }

    private static QuestionText text(
            ResultSet row,
            String revisionColumn,
            String questionColumn,
            Map<QuestionId, List<String>> followUps)
            throws SQLException {
        var question = new QuestionId(Sql.uuid(row, questionColumn));
        return new QuestionText(
                new RevisionId(Sql.uuid(row, revisionColumn)),
                question,
                row.getInt("number"),
                row.getString("wording"),
                row.getString("body"),
                row.getString("answer"),
                Sql.texts(row, "good_to_hear"),
                followUps.getOrDefault(question, List.of()),
                new Guidance(Sql.texts(row, "probes"), Sql.texts(row, "anchors")));
    }

    /** Newest first. */
    List<PastWording> history(TeamId team, QuestionId question) {
        return jdbc.sql(
                        """
                        select r.*, p.name as author, coalesce(nullif(r.document, ''), i.name) as source
                        from revision r
                        left join person p on p.id = r.author_id
                        left join bank_import i on i.id = r.import_id
                        where r.team_id = :team and r.question_id = :question
                        order by r.number desc
                        """)
                .param("team", team.value())
                .param("question", question.value())
                .query((row, number) ->
                        new PastWording(
                                text(row, "id", "question_id", Map.of()),
                                java.util.Objects.requireNonNull(
                                        Sql.instantOrNull(row, "created_at")),
                                row.getString("author"),
                                row.getString("source"),
                                row.getObject("source_line", Integer.class)))
                .list();
    }

    Map<RevisionId, QuestionText> texts(TeamId team, Collection<RevisionId> revisions) {
        var found =
                jdbc.sql(
                                """
                                select r.* from revision r
                                where r.team_id = :team and r.id = any(cast(:ids as uuid[]))
                                """)
                        .param("team", team.value())
                        .param("ids", Sql.ids(revisions))
                        .query((row, number) -> text(row, "id", "question_id", Map.of()))
                        .list();
        var followUps = followUps(team, found.stream().map(QuestionText::question).toList());
        var texts = new HashMap<RevisionId, QuestionText>();
        for (var it : found) {
            texts.put(
                    it.revision(),
                    new QuestionText(
                            it.revision(),
                            it.question(),
                            it.number(),
                            it.wording(),
                            it.body(),
                            it.answer(),
                            it.goodToHear(),
                            followUps.getOrDefault(it.question(), List.of()),
                            it.guidance()));
        }
        return texts;
    }

    private Map<QuestionId, List<String>> followUps(TeamId team, Collection<QuestionId> questions) {
        var followUps = new HashMap<QuestionId, List<String>>();
        jdbc.sql(
                        """
                        select q.follows_id, r.wording
                        from question q join revision r on r.id = q.current_revision_id
                        where q.team_id = :team and q.follows_id = any(cast(:ids as uuid[])) and q.status <> 'RETIRED'
                        order by q.position, q.id
                        """)
                .param("team", team.value())
                .param("ids", Sql.ids(questions))
                .query(row -> {
                    followUps
                            .computeIfAbsent(
                                    new QuestionId(Sql.uuid(row, "follows_id")),
                                    it -> new ArrayList<>())
                            .add(row.getString("wording"));
                });
        return followUps;
    }

    /** Tags of questions that are not retired, the most used first. */
    List<String> tags(TeamId team) {
        return jdbc.sql(
                        """
                        select tag from question q, unnest(q.tags) as tag
                        where q.team_id = :team and q.status <> 'RETIRED'
                        group by tag order by count(*) desc, tag
                        """)
                .param("team", team.value())
                .query(String.class)
                .list();
    }

    boolean isEmpty(TeamId team) {
        return !jdbc.sql("select exists (select from question where team_id = :team)")
                .param("team", team.value())
                .query(Boolean.class)
                .single();
    }

    /** All questions, retired ones included, with what an import must know of them. */
    List<Snapshot.Known> known(TeamId team, Map<SectionId, List<String>> paths) {
        return jdbc.sql(
                        TREE
                                + """
                                select q.*, r.wording, r.body, r.answer, r.good_to_hear, r.origin,
                                       held.sources, held.documents, former.wordings as former
                                from question q
                                join tree t on t.id = q.section_id
                                join revision r on r.id = q.current_revision_id
                                left join (
                                    select question_id,
                                           array_agg(distinct import_id || ' ' || document) as sources,
                                           array_agg(distinct document) as documents
                                    from question_source where team_id = :team
                                    group by question_id) held on held.question_id = q.id
                                -- What a person replaced: everything before the last wording that is a person's choice.
                                left join lateral (
                                    select array_agg(o.wording order by o.number) as wordings
                                    from revision o
                                    where o.question_id = q.id and o.number < (
                                        select max(p.number) from revision p
                                        where p.question_id = q.id and p.origin <> 'IMPORT')) former on r.number > 1
                                where q.team_id = :team
                                order by t.place, q.position, q.id
                                """)
                .param("team", team.value())
                .query((row, number) -> {
                    var section = new SectionId(Sql.uuid(row, "section_id"));
                    return new Snapshot.Known(
                            new QuestionId(Sql.uuid(row, "id")),
                            row.getLong("version"),
                            row.getString("key"),
                            section,
                            paths.getOrDefault(section, List.of()),
                            row.getInt("position"),
                            row.getString("wording"),
                            row.getString("body"),
                            row.getString("answer"),
                            Sql.texts(row, "good_to_hear"),
                            Sql.texts(row, "former"),
                            !"IMPORT".equals(row.getString("origin")),
                            follows(row),
                            Sql.texts(row, "sources"),
                            Sql.texts(row, "documents"),
                            Status.valueOf(row.getString("status")),
                            "PERSON".equals(row.getString("status_origin")),
                            Origin.valueOf(row.getString("difficulty_origin")),
                            Origin.valueOf(row.getString("planned_origin")),
                            Sql.texts(row, "document_tags"));
                })
                .list();
    }

    private static @Nullable QuestionId follows(ResultSet row) throws SQLException {
        var follows = Sql.uuidOrNull(row, "follows_id");
        return follows == null ? null : new QuestionId(follows);
    }

    /** The questions that stand directly in the section, retired ones included, in its order. */
    List<SectionMoves.Move> in(TeamId team, SectionId section) {
        return jdbc.sql(
                        """
                        select q.id, r.wording from question q join revision r on r.id = q.current_revision_id
                        where q.team_id = :team and q.section_id = :section
                        order by q.position, q.id
                        """)
                .param("team", team.value())
                .param("section", section.value())
                .query((row, number) ->
                        new SectionMoves.Move(
                                new QuestionId(Sql.uuid(row, "id")),
                                row.getString("wording"),
                                null))
                .list();
    }

    /** Where each question of the section stands in it; locked until the transaction ends. */
    Map<QuestionId, Integer> places(TeamId team, SectionId section) {
        var places = new HashMap<QuestionId, Integer>();
        jdbc.sql(
                        """
                        select id, position from question
                        where team_id = :team and section_id = :section for update
                        """)
                .param("team", team.value())
                .param("section", section.value())
                .query(row -> {
                    places.put(new QuestionId(Sql.uuid(row, "id")), row.getInt("position"));
                });
        return places;
    }
}
