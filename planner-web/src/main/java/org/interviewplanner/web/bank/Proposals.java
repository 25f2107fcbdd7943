package org.interviewplanner.web.bank;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.interviewplanner.bank.SectionProposal;
import org.interviewplanner.web.data.QuestionId;
import org.interviewplanner.web.data.SectionId;
import org.interviewplanner.web.data.TeamId;
import org.jspecify.annotations.Nullable;
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
            @Nullable Integer line) {}

    /** A suggestion about one section, to be stored. */
    record NewSectionProposal(
            SectionProposal.Kind kind,
            @Nullable SectionId section,
            String sectionName,
            List<String> names,
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

    static String sectionSignature(SectionProposal.Kind kind, String section, List<String> names) {
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
                                    SectionProposal.Kind.valueOf(row.getString("kind")),
                                    row.getString("section_name"),
                                    Sql.texts(row, "names")));
                });
        return signatures;
    }

    void add(TeamId team, ImportId source, List<NewProposal> proposals) {
        jdbc.batchUpdate(
                """
                insert into proposal
                    (id, team_id, import_id, kind, question_id, quoted, wording, matched, approved, reason, source_line)
                values (:id, :team, :import, :kind, cast(:question as uuid), :quoted, :wording, :matched, :approved,
                    :reason, cast(:line as integer))
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
                                        .addValue("line", it.line()))
                        .toArray(MapSqlParameterSource[]::new));
    }

    void addSections(TeamId team, ImportId source, List<NewSectionProposal> proposals) {
        jdbc.batchUpdate(
                """
                insert into section_proposal
                    (id, team_id, import_id, kind, section_id, section_name, names, source_line)
                values (:id, :team, :import, :kind, cast(:section as uuid), :name, :names, :line)
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
                                        .addValue("line", it.line()))
                        .toArray(MapSqlParameterSource[]::new));
    }
}
