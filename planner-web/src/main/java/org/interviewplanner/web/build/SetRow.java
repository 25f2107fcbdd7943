package org.interviewplanner.web.build;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.interviewplanner.bank.Difficulty;
import org.interviewplanner.web.data.BlueprintId;
import org.interviewplanner.web.data.CandidateId;
import org.interviewplanner.web.data.PersonId;
import org.interviewplanner.web.data.QuestionId;
import org.interviewplanner.web.data.RevisionId;
import org.interviewplanner.web.data.SetId;
import org.interviewplanner.web.data.TeamId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

@Table("interview_set")
record SetRow(
        @Id SetId id,
        TeamId teamId,
        @Version @Nullable Long version,
        String code,
        String name,
        @Nullable BlueprintId blueprintId,
        String blueprint,
        long seed,
        boolean proved,
        @Nullable PersonId createdBy,
        Instant createdAt,
        @Nullable UUID batchId,
        int batchNumber,
        @Nullable CandidateId candidateId,
        @MappedCollection(idColumn = "interview_set_id", keyColumn = "position")
                Map<Integer, SlotRow> slots) {

    /** A place; its key in the map is its 1-based position. */
    @Table("slot")
    record SlotRow(
            QuestionId questionId,
            RevisionId revisionId,
            String section,
            int difficulty,
            boolean difficultyEstimated,
            int plannedSeconds,
            boolean plannedEstimated,
            int timesAsked,
            int exposure,
            boolean pilot) {}

    KeptSet toKept() {
        var kept = new ArrayList<KeptSlot>();
        for (var place : new TreeMap<>(slots).entrySet()) {
            var slot = place.getValue();
            kept.add(
                    new KeptSlot(
                            place.getKey(),
                            slot.questionId(),
                            slot.revisionId(),
                            slot.section(),
                            Difficulty.ofLevel(slot.difficulty()),
                            slot.difficultyEstimated(),
                            slot.plannedSeconds(),
                            slot.plannedEstimated(),
                            slot.timesAsked(),
                            slot.exposure(),
                            slot.pilot()));
        }
        return new KeptSet(
                id,
                code,
                name,
                blueprintId,
                blueprint,
                seed,
                proved,
                createdAt,
                batchId,
                batchNumber,
                candidateId,
                kept);
    }
}
