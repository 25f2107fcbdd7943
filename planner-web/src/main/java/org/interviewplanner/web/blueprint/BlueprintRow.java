package org.interviewplanner.web.blueprint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
        @MappedCollection(idColumn = "blueprint_id", keyColumn = "position") List<QuotaRow> quotas,
        @MappedCollection(idColumn = "blueprint_id", keyColumn = "position")
                List<QuestionRow> questions) {

    @Table("blueprint_quota")
    record QuotaRow(
            @Nullable SectionId sectionId,
            @Nullable Integer difficulty,
            int min,
            int max,
            @Nullable Integer target) {}

    @Table("blueprint_question")
    record QuestionRow(QuestionId questionId, boolean must) {}

    static BlueprintRow of(
            BlueprintId id, TeamId team, @Nullable Long version, BlueprintDraft draft) {
        var quotas = new ArrayList<QuotaRow>();
        for (var quota : draft.quotas()) {
            var difficulty = quota.difficulty();
            quotas.add(
                    new QuotaRow(
                            quota.section(),
                            difficulty == null ? null : difficulty.level(),
                            quota.min(),
                            quota.max(),
                            quota.target()));
        }
        var questions = new ArrayList<QuestionRow>();
        draft.mustHave().forEach(it -> questions.add(new QuestionRow(it, true)));
        draft.mustNotHave().forEach(it -> questions.add(new QuestionRow(it, false)));
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
                quotas,
                questions);
    }

    SavedBlueprint toSaved() {
        var mustHave = new HashSet<QuestionId>();
        var mustNotHave = new HashSet<QuestionId>();
        for (var question : questions) {
            (question.must() ? mustHave : mustNotHave).add(question.questionId());
        }
        var drafted = new ArrayList<Quota>();
        for (var row : quotas) {
            var level = row.difficulty();
            drafted.add(
                    new Quota(
                            row.sectionId(),
                            level == null ? null : Difficulty.ofLevel(level),
                            row.min(),
                            row.max(),
                            row.target()));
        }
        return new SavedBlueprint(
                id,
                java.util.Objects.requireNonNull(version),
                new BlueprintDraft(
                        name,
                        slots,
                        plannedSeconds,
                        minSeconds,
                        maxSeconds,
                        approvedOnly,
                        drafted,
                        mustHave,
                        mustNotHave,
                        new RatingRules(new RatingScale(ratingScale), evidenceForExtremes)));
    }
}
