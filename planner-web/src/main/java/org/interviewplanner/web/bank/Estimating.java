package org.interviewplanner.web.bank;

import java.util.List;
import org.interviewplanner.bank.Difficulty;
import org.jspecify.annotations.Nullable;

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

    static Guess of(ImportPlan.Texts texts, @Nullable List<String> section) {
        return new Guess(
                Difficulty.INTERMEDIATE,
                0.1,
                "Nothing in the document tells how hard it is; the middle is assumed.",
                180);
    }
}
