package org.interviewplanner.bank;

/**
 * A guess at a question's level and time, to be shown as a guess until a person sets them.
 *
 * @param difficulty the level, rounded
 * @param level the same unrounded, 1 to 5; finer than {@code difficulty}, for putting questions in
 *     order
 * @param seconds planned time in whole seconds, a multiple of 30, 60 to 480
 * @param confidence 0 (a guess in the dark) to 1 (certain); comparable inside one bank, no
 *     probability
 * @param reason one English sentence that says what the guess rests on
 */
public record Estimate(
        Difficulty difficulty, double level, int seconds, double confidence, String reason) {

    /**
     * @throws IllegalArgumentException if a number is out of its range or the reason is blank
     */
    public Estimate {
        if (!(level >= 1 && level <= 5) || !(confidence >= 0 && confidence <= 1) || seconds < 1) {
            throw new IllegalArgumentException(
                    "The estimate must have 1 <= level (%s) <= 5, 0 <= confidence (%s) <= 1 and seconds (%d) >= 1."
                            .formatted(level, confidence, seconds));
        }
        if (reason.isBlank()) {
            throw new IllegalArgumentException("The reason of an estimate must not be blank.");
        }
    }
}
