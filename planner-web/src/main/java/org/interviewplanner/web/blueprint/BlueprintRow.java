package org.interviewplanner.web.blueprint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.interviewplanner.assembly.AskingOrder;
import org.interviewplanner.bank.Difficulty;
import org.interviewplanner.bank.RatingScale;
import org.interviewplanner.web.data.BlueprintId;
import org.interviewplanner.web.data.QuestionId;
import org.interviewplanner.web.data.SectionId;
import org.interviewplanner.web.data.TeamId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/** A recipe as stored, with the names of what it points at: that may go, the recipe stays. */
@Table("blueprint")
record BlueprintRow(
        @Id BlueprintId id,
        TeamId teamId,
        @Version @Nullable Long version,
        String name,
        int slots,
        int plannedSeconds,
        int minSeconds,
        int maxSeconds,
        boolean approvedOnly,
        List<String> ratingScale,
        boolean evidenceForExtremes,
        AskingOrder.Policy orderPolicy,
        @Nullable QuestionId openerId,
        String openerWording,
        @Nullable QuestionId closerId,
        String closerWording,
        boolean neverAgain,
        @Nullable Integer restDays,
        @Nullable Integer mostUses,
        boolean pilot,
        @MappedCollection(idColumn = "blueprint_id", keyColumn = "position") List<QuotaRow> quotas,
        @MappedCollection(idColumn = "blueprint_id", keyColumn = "position") List<TagRow> tags,
        @MappedCollection(idColumn = "blueprint_id", keyColumn = "position")
                List<QuestionRow> questions,
        @MappedCollection(idColumn = "blueprint_id", keyColumn = "position")
                List<EnemiesRow> enemies) {

    @Table("blueprint_quota")
    record QuotaRow(
            @Nullable SectionId sectionId,
            String sectionName,
            @Nullable Integer difficulty,
            int min,
            int max,
            @Nullable Integer target) {

        Quota toQuota() {
            return new Quota(
                    sectionId,
                    difficulty == null ? null : Difficulty.ofLevel(difficulty),
                    min,
                    max,
                    target);
        }
    }

    @Table("blueprint_tag")
    record TagRow(String tag, int min, int max) {}

    @Table("blueprint_question")
    record QuestionRow(QuestionId questionId, boolean must, String wording) {}

    @Table("blueprint_enemies")
    record EnemiesRow(
            QuestionId firstId, String firstWording, QuestionId secondId, String secondWording) {}

    /**
     * @param sections the names of the draft's sections
     * @param wordings what the draft's questions say
     */
    static BlueprintRow of(
            BlueprintId id,
            TeamId team,
            @Nullable Long version,
            BlueprintDraft draft,
            Map<SectionId, String> sections,
            Map<QuestionId, String> wordings) {
        var quotas = new ArrayList<QuotaRow>();
        for (var quota : draft.quotas()) {
            var section = quota.section();
            var difficulty = quota.difficulty();
            quotas.add(
                    new QuotaRow(
                            section,
                            section == null ? "" : sections.getOrDefault(section, ""),
                            difficulty == null ? null : difficulty.level(),
                            quota.min(),
                            quota.max(),
                            quota.target()));
        }
        var questions = new ArrayList<QuestionRow>();
        draft.mustHave().forEach(it -> questions.add(question(it, true, wordings)));
        draft.mustNotHave().forEach(it -> questions.add(question(it, false, wordings)));
        var opener = draft.asking().opener();
        var closer = draft.asking().closer();
        return new BlueprintRow(
                id,
                team,
                version,
                draft.name(),
                draft.slots(),
                draft.plannedSeconds(),
                draft.minSeconds(),
                draft.maxSeconds(),
                draft.approvedOnly(),
                draft.rating().scale().labels(),
                draft.rating().evidence(),
                draft.asking().policy(),
                opener,
                opener == null ? "" : wordings.getOrDefault(opener, ""),
                closer,
                closer == null ? "" : wordings.getOrDefault(closer, ""),
                draft.rest().neverAgain(),
                draft.rest().days(),
                draft.rest().uses(),
                draft.pilot(),
                quotas,
                draft.tags().stream().map(it -> new TagRow(it.tag(), it.min(), it.max())).toList(),
                questions,
                draft.enemies().stream()
                        .map(it ->
                                new EnemiesRow(
                                        it.first(),
                                        wordings.getOrDefault(it.first(), ""),
                                        it.second(),
                                        wordings.getOrDefault(it.second(), "")))
                        .toList());
    }

    private static QuestionRow question(
            QuestionId id, boolean must, Map<QuestionId, String> wordings) {
        return new QuestionRow(id, must, wordings.getOrDefault(id, ""));
    }

    SavedBlueprint toSaved() {
        var mustHave = new HashSet<QuestionId>();
        var mustNotHave = new HashSet<QuestionId>();
        for (var question : questions) {
            (question.must() ? mustHave : mustNotHave).add(question.questionId());
        }
        return new SavedBlueprint(
                id,
                Objects.requireNonNull(version),
                new BlueprintDraft(
                        name,
                        slots,
                        plannedSeconds,
                        minSeconds,
                        maxSeconds,
                        approvedOnly,
                        quotas.stream().map(QuotaRow::toQuota).toList(),
                        tags.stream()
                                .map(it -> new TagQuota(it.tag(), it.min(), it.max()))
                                .toList(),
                        mustHave,
                        mustNotHave,
                        enemies.stream()
                                .map(it -> new Enemies(it.firstId(), it.secondId()))
                                .toList(),
                        new Rest(neverAgain, restDays, mostUses),
                        new Asking(orderPolicy, openerId, closerId),
                        pilot,
                        new RatingRules(new RatingScale(ratingScale), evidenceForExtremes)),
                sectionNames(),
                wordings());
    }

    Map<SectionId, String> sectionNames() {
        var names = new HashMap<SectionId, String>();
        for (var quota : quotas) {
            if (quota.sectionId() != null) {
                names.put(quota.sectionId(), quota.sectionName());
            }
        }
        return names;
    }

    Map<QuestionId, String> wordings() {
        var said = new HashMap<QuestionId, String>();
        questions.forEach(it -> said.put(it.questionId(), it.wording()));
        enemies.forEach(it -> {
            said.put(it.firstId(), it.firstWording());
            said.put(it.secondId(), it.secondWording());
        });
        if (openerId != null) {
            said.put(openerId, openerWording);
        }
        if (closerId != null) {
            said.put(closerId, closerWording);
        }
        return said;
    }
}
