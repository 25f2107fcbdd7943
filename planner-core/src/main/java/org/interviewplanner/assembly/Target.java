package org.interviewplanner.assembly;

import org.interviewplanner.bank.Difficulty;
import org.jspecify.annotations.Nullable;

/**
 * A wished number of questions of a section, of a difficulty, or of a section at a difficulty.
 *
 * @param section the section that counts, or null for any
 * @param difficulty the difficulty that counts, or null for any; not both are null
 * @param count wished number of questions, at least 0
 */
public record Target(@Nullable String section, @Nullable Difficulty difficulty, int count) {

    /**
     * @throws IllegalArgumentException if section and difficulty are both null, section is blank,
     *     or count is negative
     */
    public Target {
        Names.requireCell("target", section, difficulty);
        Names.requireRange("target", Names.ofCell(section, difficulty), count, count);
    }

    /**
     * The name of what it counts: {@code section SQL}, {@code difficulty 5} or {@code cell SQL 5}.
     */
    public String name() {
        return Names.ofCell(section, difficulty);
    }
}
