package org.interviewplanner.web.build;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.interviewplanner.assembly.Objective;
import org.interviewplanner.web.blueprint.SavedBlueprint;
import org.interviewplanner.web.data.BlueprintId;
import org.interviewplanner.web.data.PersonId;
import org.interviewplanner.web.data.TeamId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What is known of sets that were kept at once; inserted, never changed. */
@Repository
class Batches {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    Batches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds a batch unless there is one of this id; waits for whoever is adding the same one.
     *
     * @return whether it was added
     */
    boolean add(TeamId team, PersonId by, Batch batch) {
        var value = batch.standing().value();
        var bound = batch.standing().bound();
        return jdbc.sql(
                                """
                                insert into set_batch (id, team_id, blueprint_id, blueprint_version, recipe, seed,
                                    sets, overlap, proved, by_hand, balance, deviation, exposure, least_balance,
                                    least_deviation, least_exposure, bank_version, bank_questions, created_by, created_at)
                                values (:id, :team, (select id from blueprint where team_id = :team and id = :blueprint),
                                    :version, :recipe, :seed, :sets, :overlap, :proved, :byHand, :balance, :deviation,
                                    :exposure, :leastBalance, :leastDeviation, :leastExposure, :bankVersion,
                                    :bankQuestions, :by, :at)
                                on conflict do nothing
                                """)
                        .param("id", batch.id())
                        .param("team", team.value())
                        .param("blueprint", batch.recipe().id().value())
                        .param("version", batch.recipe().version())
                        .param("recipe", JSON.writeValueAsString(Stored.of(batch.recipe())))
                        .param("seed", batch.seed())
                        .param("sets", batch.sets())
                        .param("overlap", batch.overlap())
                        .param("proved", batch.proved())
                        .param("byHand", batch.standing().byHand())
                        .param("balance", value.balance())
                        .param("deviation", value.deviation())
                        .param("exposure", value.exposure())
                        .param("leastBalance", bound.balance())
                        .param("leastDeviation", bound.deviation())
                        .param("leastExposure", bound.exposure())
                        .param("bankVersion", batch.bankVersion())
                        .param("bankQuestions", batch.bankQuestions())
                        .param("by", by.value())
                        .param("at", java.sql.Timestamp.from(batch.createdAt()))
                        .update()
                > 0;
    }

    Optional<Batch> find(TeamId team, UUID id) {
        return jdbc.sql("select * from set_batch where team_id = :team and id = :id")
                .param("team", team.value())
                .param("id", id)
                .query((row, number) -> batch(row))
                .optional();
    }

    private static Batch batch(ResultSet row) throws SQLException {
        var blueprint = row.getObject("blueprint_id", UUID.class);
        return new Batch(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                blueprint == null ? null : new BlueprintId(blueprint),
                JSON.readValue(row.getString("recipe"), Stored.class).toSaved(),
                row.getLong("seed"),
                row.getInt("sets"),
                row.getInt("overlap"),
                row.getBoolean("proved"),
                new Standing(
                        new Objective(
                                row.getLong("balance"),
                                row.getLong("deviation"),
                                row.getLong("exposure")),
                        new Objective(
                                row.getLong("least_balance"),
                                row.getLong("least_deviation"),
                                row.getLong("least_exposure")),
                        row.getBoolean("by_hand")),
                row.getString("bank_version"),
                row.getInt("bank_questions"),
                row.getTimestamp("created_at").toInstant());
    }

    /** A recipe whose names are found by text, as JSON wants it. */
    private record Stored(
            UUID id,
            long version,
            org.interviewplanner.web.blueprint.BlueprintDraft draft,
            java.util.Map<UUID, String> sections,
            java.util.Map<UUID, String> wordings) {

        static Stored of(SavedBlueprint saved) {
            var sections = new java.util.TreeMap<UUID, String>();
            saved.sections().forEach((id, name) -> sections.put(id.value(), name));
            var wordings = new java.util.TreeMap<UUID, String>();
            saved.wordings().forEach((id, wording) -> wordings.put(id.value(), wording));
            return new Stored(
                    saved.id().value(), saved.version(), saved.draft(), sections, wordings);
        }

        SavedBlueprint toSaved() {
            var names = new java.util.HashMap<org.interviewplanner.web.data.SectionId, String>();
            sections.forEach((key, name) ->
                    names.put(new org.interviewplanner.web.data.SectionId(key), name));
            var said = new java.util.HashMap<org.interviewplanner.web.data.QuestionId, String>();
            wordings.forEach((key, wording) ->
                    said.put(new org.interviewplanner.web.data.QuestionId(key), wording));
            return new SavedBlueprint(new BlueprintId(id), version, draft, names, said);
        }
    }
}
