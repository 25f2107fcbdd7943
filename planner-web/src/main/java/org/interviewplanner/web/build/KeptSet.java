package org.interviewplanner.web.build;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.interviewplanner.web.data.BlueprintId;
import org.interviewplanner.web.data.CandidateId;
import org.interviewplanner.web.data.SetId;
import org.jspecify.annotations.Nullable;

/**
 * A set that was kept; it never changes.
 *
 * @param code short name on paper, once in a team
 * @param blueprint the recipe it came from, or null if that was deleted
 * @param recipe the recipe as it was then, in words
 * @param seed what chose among equally good sets
 * @param batch the sets that it was kept with, or null if it is from before they were remembered
 * @param number its number among them, from 1
 * @param candidate for whom it was built, or null if for nobody in particular
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
        @Nullable UUID batch,
        int number,
        @Nullable CandidateId candidate,
        List<KeptSlot> slots) {

    public KeptSet {
        slots = List.copyOf(slots);
    }

    /** Planned time of all questions together, a pilot among them. */
    public int plannedSeconds() {
        return slots.stream().mapToInt(KeptSlot::plannedSeconds).sum();
    }

    /** The slots whose ratings count: all but a pilot. */
    public List<KeptSlot> scored() {
        return slots.stream().filter(it -> !it.pilot()).toList();
    }
}
