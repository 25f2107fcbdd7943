package org.interviewplanner.web.build;

import java.time.Instant;
import java.util.UUID;
import org.interviewplanner.web.blueprint.SavedBlueprint;
import org.interviewplanner.web.data.BlueprintId;
import org.jspecify.annotations.Nullable;

/**
 * What is known of sets that were kept at once.
 *
 * @param blueprint the recipe they came from, or null if that was deleted
 * @param recipe the recipe as it was then
 * @param overlap most questions that two of them were allowed to share
 * @param proved whether it was proved that no better sets existed
 * @param bankVersion fingerprint of the questions that could be chosen
 * @param bankQuestions how many these were
 */
public record Batch(
        UUID id,
        @Nullable BlueprintId blueprint,
        SavedBlueprint recipe,
        long seed,
        int sets,
        int overlap,
        boolean proved,
        Standing standing,
        String bankVersion,
        int bankQuestions,
        Instant createdAt) {}
