package org.interviewplanner.assembly;

import org.interviewplanner.bank.Difficulty;
import org.jspecify.annotations.Nullable;

/** The names of demands and the rules that all ranges share. */
final class Names {

    static final String SLOTS = "slots";
    static final String SETS = "sets";
    static final String OVERLAP = "overlap";
    static final String SECONDS = "seconds";
    static final String INCLUDE = "include";
    static final String EXCLUDE = "exclude";
    static final String ENEMIES = "enemies";
    static final String APART = "apart";
    static final String APPROVED = "approved";

    private Names() {}

    static String ofCell(@Nullable String section, @Nullable Difficulty difficulty) {
        if (difficulty == null) {
            return "section " + section;
        }
        return section == null
                ? "difficulty " + difficulty.level()
                : "cell " + section + " " + difficulty.level();
    }

    static void requireCell(
            String what, @Nullable String section, @Nullable Difficulty difficulty) {
        if (section == null ? difficulty == null : section.isBlank()) {
            throw new IllegalArgumentException(
                    "The %s (%s, %s) must name a section, a difficulty or both."
                            .formatted(what, section, difficulty));
        }
    }

    static void requireRange(String what, String name, int min, int max) {
        if (min < 0 || max < min) {
            throw new IllegalArgumentException(
                    "The %s (%s) must have 0 <= min (%d) <= max (%d)."
                            .formatted(what, name, min, max));
        }
    }
}
