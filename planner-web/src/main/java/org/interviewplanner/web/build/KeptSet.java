package org.interviewplanner.web.build;

import java.time.Instant;
import java.util.List;
import org.interviewplanner.web.data.BlueprintId;
import org.interviewplanner.web.data.SetId;
import org.jspecify.annotations.Nullable;

/**
 * A set that was kept; it never changes.
 *
 * @param code short name on paper, once in a team
 * @param blueprint the recipe it came from, or null if that was deleted
 * @param recipe the recipe as it was then, in words
 * @param seed what chose among equally good sets
 * @param proved whether it was proved then that no set was better
 */
public record KeptSet(
        SetId id,
        String code,
        String name,
        @Nullable BlueprintId blueprint,
        String recipe,
        long seed,
        boolean proved,
        Instant createdAt,
        List<KeptSlot> slots) {

    public KeptSet {
        slots = List.copyOf(slots);
    }

    /** Planned time of all questions together. */
    public int plannedSeconds() {
        return slots.stream().mapToInt(KeptSlot::plannedSeconds).sum();
    }
}
