package org.interviewplanner.web.blueprint;

import org.interviewplanner.bank.Difficulty;
import org.interviewplanner.web.data.SectionId;
import org.jspecify.annotations.Nullable;

/**
 * How many questions of a section, of a level, or of one section at one level.
 *
 * @param section the only section that counts, or null for any
 * @param difficulty the only level that counts, or null for any
 * @param min demanded at least, 0 to {@code max}
 * @param max demanded at most, up to {@link BlueprintDraft#MAX_SLOTS}
 * @param target wished number, or null if nothing is wished
 */
public record Quota(
        @Nullable SectionId section,
        @Nullable Difficulty difficulty,
        int min,
        int max,
        @Nullable Integer target) {

    /**
     * @throws IllegalArgumentException if neither section nor difficulty is given, or not {@code 0
     *     <= min <= max}, or target is out of bounds
     */
    public Quota {
        if (section == null && difficulty == null) {
            throw new IllegalArgumentException(
                    "A quota must name a section, a difficulty or both.");
        }
        if (min < 0 || max < min || max > BlueprintDraft.MAX_SLOTS) {
            throw new IllegalArgumentException(
                    "A quota must have 0 <= min (%d) <= max (%d) <= %d."
                            .formatted(min, max, BlueprintDraft.MAX_SLOTS));
        }
        if (target != null && (target < 0 || target > BlueprintDraft.MAX_SLOTS)) {
            throw new IllegalArgumentException(
                    "A target (%d) must be 0 to %d.".formatted(target, BlueprintDraft.MAX_SLOTS));
        }
    }

    /** The quota that a typed target proposes: at least one less, at most one more. */
    public static Quota aiming(
            @Nullable SectionId section, @Nullable Difficulty difficulty, int target) {
        return new Quota(
                section,
                difficulty,
                Math.max(0, target - 1),
                Math.min(BlueprintDraft.MAX_SLOTS, target + 1),
                target);
    }

    /** Whether the other quota speaks of the same section and level. */
    boolean sameCellAs(Quota other) {
        return java.util.Objects.equals(section, other.section) && difficulty == other.difficulty;
    }
}
