package org.interviewplanner.web.bank;

import org.interviewplanner.bank.Difficulty;
import org.interviewplanner.bank.ParsedQuestion;

/** What is taken for the level and the time of a question that states none. */
final class Estimating {

    /**
     * A guess.
     *
     * @param confidence 0 to 1
     * @param reason as a sentence
     */
    record Guess(Difficulty difficulty, double confidence, String reason, int seconds) {}

    private Estimating() {}

    static Guess of(ParsedQuestion question) {
        return new Guess(
                Difficulty.INTERMEDIATE,
                0.1,
                "Nothing in the document tells how hard it is; the middle is assumed.",
                180);
    }
}
