package org.interviewplanner.bank;

/** How hard a question is, on the one five-step scale of the product. */
public enum Difficulty {
    INTRODUCTORY,
    BASIC,
    INTERMEDIATE,
    ADVANCED,
    EXPERT;

    /** The level as a number, 1 (introductory) to 5 (expert). */
    public int level() {
        return ordinal() + 1;
    }

    /**
     * The difficulty of a level.
     *
     * @param level 1 (introductory) to 5 (expert)
     * @throws IllegalArgumentException if level is not 1 to 5
     */
    public static Difficulty ofLevel(int level) {
        if (level < 1 || level > 5) {
            throw new IllegalArgumentException("The level (%d) must be 1 to 5.".formatted(level));
        }
        return values()[level - 1];
    }
}
