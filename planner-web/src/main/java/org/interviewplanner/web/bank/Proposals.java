package org.interviewplanner.web.bank;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.interviewplanner.bank.Difficulty;
import org.interviewplanner.bank.ProposedRevision;
import org.interviewplanner.web.data.PersonId;
import org.interviewplanner.web.data.QuestionId;
import org.interviewplanner.web.data.SectionId;
import org.interviewplanner.web.data.TeamId;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What documents suggest, open and decided. */
@Repository
class Proposals {

    /** A suggestion about one question, to be stored. */
    record NewProposal(
            String kind,
            @Nullable QuestionId question,
            String quoted,
            String wording,
            String matched,
            boolean approved,
            String reason,
            String document,
            @Nullable Integer line) {}

    /** A suggestion about one section, to be stored. */
    record NewSectionProposal(
            SectionChange.Kind kind,
            @Nullable SectionId section,
            String sectionName,
            List<String> names,
            String document,
            int line) {}

    private final JdbcClient client;
    private final NamedParameterJdbcOperations jdbc;

    Proposals(JdbcClient client, NamedParameterJdbcOperations jdbc) {
        this.client = client;
        this.jdbc = jdbc;
    }

    /**
     * What makes two re-wordings the same suggestion.
     *
     * @param subject the question's id, or {@code ?} and the quoted wording if none was found
     */
    static String rewordingSignature(String subject, String wording) {
        return "REWORDING " + subject + " " + Snapshot.folded(wording);
    }

    static String retirementSignature(QuestionId question) {
        return "RETIREMENT " + question.value();
    }

    static String sectionSignature(SectionChange.Kind kind, String section, List<String> names) {
        return "%s %s %s"
                .formatted(kind, Snapshot.folded(section), Snapshot.folded(List.copyOf(names)));
    }

    /** The signatures of all suggestions that were ever made. */
    Set<String> signatures(TeamId team) {
        var signatures = new HashSet<String>();
        client.sql("select kind, question_id, quoted, wording from proposal where team_id = :team")
                .param("team", team.value())
                .query(row -> {
                    var question = Sql.uuidOrNull(row, "question_id");
                    if ("RETIREMENT".equals(row.getString("kind"))) {
                        if (question != null) {
                            signatures.add(retirementSignature(new QuestionId(question)));
                        }
                        return;
                    }
                    var wording = row.getString("wording");
                    if (question != null) {
                        signatures.add(rewordingSignature(question.toString(), wording));
                    }
                    // Also where a person chose the question: the document still names none.
                    signatures.add(
                            rewordingSignature(
                                    "?" + Snapshot.folded(row.getString("quoted")), wording));
                });
        client.sql("select kind, section_name, names from section_proposal where team_id = :team")
                .param("team", team.value())
                .query(row -> {
                    signatures.add(
                            sectionSignature(
                                    SectionChange.Kind.valueOf(row.getString("kind")),
                                    row.getString("section_name"),
                                    Sql.texts(row, "names")));
                });
        return signatures;
    }

    void add(TeamId team, ImportId source, List<NewProposal> proposals) {
        jdbc.batchUpdate(
                """
                insert into proposal
                    (id, team_id, import_id, kind, question_id, quoted, wording, matched, approved, reason, document,
                     source_line)
                values (:id, :team, :import, :kind, cast(:question as uuid), :quoted, :wording, :matched, :approved,
                    :reason, :document, cast(:line as integer))
                """,
                proposals.stream()
                        .map(it ->
                                new MapSqlParameterSource("id", UUID.randomUUID())
                                        .addValue("team", team.value())
                                        .addValue("import", source.value())
                                        .addValue("kind", it.kind())
                                        .addValue("question", Sql.value(it.question()))
                                        .addValue("quoted", it.quoted())
                                        .addValue("wording", it.wording())
                                        .addValue("matched", it.matched())
                                        .addValue("approved", it.approved())
                                        .addValue("reason", it.reason())
                                        .addValue("document", it.document())
                                        .addValue("line", it.line()))
                        .toArray(MapSqlParameterSource[]::new));
    }

    void addSections(TeamId team, ImportId source, List<NewSectionProposal> proposals) {
        jdbc.batchUpdate(
                """
                insert into section_proposal
                    (id, team_id, import_id, kind, section_id, section_name, names, document, source_line)
                values (:id, :team, :import, :kind, cast(:section as uuid), :name, :names, :document, :line)
                """,
                proposals.stream()
                        .map(it ->
                                new MapSqlParameterSource("id", UUID.randomUUID())
                                        .addValue("team", team.value())
                                        .addValue("import", source.value())
                                        .addValue("kind", it.kind().name())
                                        .addValue("section", Sql.value(it.section()))
                                        .addValue("name", it.sectionName())
                                        .addValue("names", Sql.array(it.names()))
                                        .addValue("document", it.document())
                                        .addValue("line", it.line()))
                        .toArray(MapSqlParameterSource[]::new));
    }

    List<Suggestion> open(TeamId team, Map<SectionId, List<String>> paths) {
        return client.sql(
                        """
                        select p.*, coalesce(nullif(p.document, ''), i.name) as source, q.section_id, r.wording as current
                        from proposal p
                        join bank_import i on i.id = p.import_id
                        left join question q on q.id = p.question_id
                        left join revision r on r.id = q.current_revision_id
                        where p.team_id = :team and p.state = 'OPEN'
                        order by i.at, p.source_line nulls last, p.id
                        """)
                .param("team", team.value())
                .query((row, number) -> suggestion(row, paths))
                .list();
    }

    private static Suggestion suggestion(ResultSet row, Map<SectionId, List<String>> paths)
            throws SQLException {
        var id = new ProposalId(Sql.uuid(row, "id"));
        var question = Sql.uuidOrNull(row, "question_id");
        var section = Sql.uuidOrNull(row, "section_id");
        var path =
                section == null
                        ? List.<String>of()
                        : paths.getOrDefault(new SectionId(section), List.of());
        var line = row.getObject("source_line", Integer.class);
        if (question != null && "RETIREMENT".equals(row.getString("kind"))) {
            return new Suggestion.Retirement(
                    id,
                    row.getLong("version"),
                    row.getString("source"),
                    line,
                    new QuestionId(question),
                    path,
                    row.getString("current"),
                    row.getString("reason"));
        }
        return new Suggestion.Rewording(
                id,
                row.getLong("version"),
                row.getString("source"),
                line,
                question == null ? null : new QuestionId(question),
                path,
                question == null ? row.getString("quoted") : row.getString("current"),
                row.getString("wording"),
                ProposedRevision.Match.valueOf(row.getString("matched")),
                row.getBoolean("approved"));
    }

    int count(TeamId team) {
        return client.sql(
                        """
                        select (select count(*) from proposal where team_id = :team and state = 'OPEN')
                             + (select count(*) from section_proposal where team_id = :team and state = 'OPEN')
                        """)
                .param("team", team.value())
                .query(Integer.class)
                .single();
    }

    List<SectionChange> sectionChanges(TeamId team) {
        return client.sql(
                        """
                        select p.*, coalesce(nullif(p.document, ''), i.name) as source
                        from section_proposal p
                        join bank_import i on i.id = p.import_id
                        where p.team_id = :team and (p.state = 'APPLIED' or (p.state = 'OPEN' and not exists (
                            select from section_proposal a
                            where a.team_id = p.team_id and a.state = 'APPLIED' and a.section_id = p.section_id)))
                        order by i.at, p.source_line nulls last, p.id
                        """)
                .param("team", team.value())
                .query((row, number) -> {
                    var section = Sql.uuidOrNull(row, "section_id");
                    return new SectionChange(
                            new ProposalId(Sql.uuid(row, "id")),
                            row.getLong("version"),
                            SectionChange.Kind.valueOf(row.getString("kind")),
                            section == null ? null : new SectionId(section),
                            row.getString("section_name"),
                            Sql.texts(row, "names"),
                            row.getString("source"),
                            row.getObject("source_line", Integer.class),
                            "APPLIED".equals(row.getString("state")));
                })
                .list();
    }

    /** The quotas that saved blueprints have for the section. */
    List<SectionMoves.Effect> effects(TeamId team, SectionId section) {
        return client.sql(
                        """
                        select b.name, q.difficulty, q.min, q.max
                        from blueprint b join blueprint_quota q on q.blueprint_id = b.id
                        where b.team_id = :team and q.section_id = :section
                        order by b.name, q.position
                        """)
                .param("team", team.value())
                .param("section", section.value())
                .query((row, number) -> {
                    var level = row.getObject("difficulty", Integer.class);
                    return new SectionMoves.Effect(
                            row.getString("name"),
                            level == null ? null : Difficulty.ofLevel(level),
                            row.getInt("min"),
                            row.getInt("max"));
                })
                .list();
    }

    void decide(
            TeamId team,
            ProposalId proposal,
            long version,
            String state,
            @Nullable QuestionId question,
            PersonId person,
            Instant now) {
        requireFirst(
                proposal,
                client.sql(
                                """
                                update proposal set state = :state, decided_by = :person, decided_at = :now,
                                    question_id = coalesce(cast(:question as uuid), question_id),
                                    version = version + 1
                                where team_id = :team and id = :id and version = :version and state = 'OPEN'
                                """)
                        .param("state", state)
                        .param("person", person.value())
                        .param("now", Sql.timestamp(now))
                        .param("question", Sql.value(question))
                        .param("team", team.value())
                        .param("id", proposal.value())
                        .param("version", version)
                        .update());
    }

    void apply(
            TeamId team,
            ProposalId proposal,
            long version,
            SectionId section,
            PersonId person,
            Instant now) {
        requireFirst(
                proposal,
                client.sql(
                                """
                                update section_proposal set state = 'APPLIED', section_id = :section,
                                    decided_by = :person, decided_at = :now, version = version + 1
                                where team_id = :team and id = :id and version = :version and state = 'OPEN'
                                  and not exists (select from section_proposal a
                                      where a.team_id = :team and a.state = 'APPLIED' and a.section_id = :section)
                                """)
                        .param("section", section.value())
                        .param("person", person.value())
                        .param("now", Sql.timestamp(now))
                        .param("team", team.value())
                        .param("id", proposal.value())
                        .param("version", version)
                        .update());
    }

    void rejectSection(
            TeamId team, ProposalId proposal, long version, PersonId person, Instant now) {
        requireFirst(
                proposal,
                client.sql(
                                """
                                update section_proposal set state = 'REJECTED', decided_by = :person,
                                    decided_at = :now, version = version + 1
                                where team_id = :team and id = :id and version = :version and state = 'OPEN'
                                """)
                        .param("person", person.value())
                        .param("now", Sql.timestamp(now))
                        .param("team", team.value())
                        .param("id", proposal.value())
                        .param("version", version)
                        .update());
    }

    void reopen(TeamId team, ProposalId proposal, long version) {
        requireFirst(
                proposal,
                client.sql(
                                """
                                update section_proposal set state = 'OPEN', decided_by = null, decided_at = null,
                                    version = version + 1
                                where team_id = :team and id = :id and version = :version and state = 'APPLIED'
                                """)
                        .param("team", team.value())
                        .param("id", proposal.value())
                        .param("version", version)
                        .update());
    }

    void rememberName(ProposalId proposal, SectionId section, String formerName) {
        client.sql("insert into section_proposal_name values (:proposal, :section, :name)")
                .param("proposal", proposal.value())
                .param("section", section.value())
                .param("name", formerName)
                .update();
    }

    /** How the sections that the proposal renamed were called. */
    Map<SectionId, String> forgetNames(ProposalId proposal) {
        var names = new HashMap<SectionId, String>();
        client.sql(
                        "delete from section_proposal_name where section_proposal_id = :id returning section_id, former_name")
                .param("id", proposal.value())
                .query(row -> {
                    names.put(
                            new SectionId(Sql.uuid(row, "section_id")),
                            row.getString("former_name"));
                });
        return names;
    }

    /** The sections that a person has let a document move. */
    Set<SectionId> moved(TeamId team) {
        return Set.copyOf(
                client.sql(
                                """
                                select distinct section_id from section_proposal
                                where team_id = :team and kind = 'MOVE' and state = 'APPLIED' and section_id is not null
                                """)
                        .param("team", team.value())
                        .query((row, number) -> new SectionId(Sql.uuid(row, "section_id")))
                        .list());
    }

    void rememberPlace(ProposalId proposal, SectionId section) {
        client.sql(
                        """
                        insert into section_proposal_place
                            (section_proposal_id, section_id, former_parent_id, former_position)
                        select :proposal, id, parent_id, position from section where id = :section
                        """)
                .param("proposal", proposal.value())
                .param("section", section.value())
                .update();
    }

    /** Puts the sections that the proposal moved back where they were. */
    void placeBack(TeamId team, ProposalId proposal) {
        client.sql(
                        """
                        with place as (
                            delete from section_proposal_place where section_proposal_id = :proposal returning *)
                        update section s set parent_id = p.former_parent_id, position = p.former_position,
                            version = version + 1
                        from place p where s.team_id = :team and s.id = p.section_id
                        """)
                .param("proposal", proposal.value())
                .param("team", team.value())
                .update();
    }

    void rememberSection(ProposalId proposal, SectionId made) {
        client.sql("insert into section_proposal_section values (:proposal, :section)")
                .param("proposal", proposal.value())
                .param("section", made.value())
                .update();
    }

    void rememberMoves(
            ProposalId proposal,
            List<QuestionId> questions,
            Map<QuestionId, Integer> places,
            SectionId from,
            SectionId to) {
        jdbc.batchUpdate(
                """
                insert into section_proposal_move
                    (section_proposal_id, question_id, from_section_id, from_position, to_section_id)
                values (:proposal, :question, :from, :position, :to)
                """,
                questions.stream()
                        .map(it ->
                                new MapSqlParameterSource("proposal", proposal.value())
                                        .addValue("question", it.value())
                                        .addValue("from", from.value())
                                        .addValue("position", places.getOrDefault(it, 0))
                                        .addValue("to", to.value()))
                        .toArray(MapSqlParameterSource[]::new));
    }

    /** Only what is still where the proposal put it: a later move is a later decision. */
    void moveBack(TeamId team, ProposalId proposal) {
        client.sql(
                        """
                        update question q set section_id = m.from_section_id, position = m.from_position,
                            version = version + 1
                        from section_proposal_move m
                        where m.section_proposal_id = :proposal and q.team_id = :team and q.id = m.question_id
                          and q.section_id = m.to_section_id
                        """)
                .param("proposal", proposal.value())
                .param("team", team.value())
                .update();
    }

    /** The sections that the proposal had made. */
    List<SectionId> forgetMoves(ProposalId proposal) {
        var made =
                client.sql(
                                "delete from section_proposal_section where section_proposal_id = :id returning section_id")
                        .param("id", proposal.value())
                        .query((row, number) -> new SectionId(Sql.uuid(row, "section_id")))
                        .list();
        client.sql("delete from section_proposal_move where section_proposal_id = :id")
                .param("id", proposal.value())
                .update();
        return made;
    }

    private static void requireFirst(ProposalId proposal, int changed) {
        if (changed == 0) {
            throw new OptimisticLockingFailureException(
                    "The proposal (%s) was decided meanwhile.".formatted(proposal.value()));
        }
    }
}
