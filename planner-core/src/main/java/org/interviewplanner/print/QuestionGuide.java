package org.interviewplanner.print;

import java.time.Duration;
import java.util.List;
import org.interviewplanner.bank.Difficulty;

/**
 * One question as the interviewer needs it: what the candidate sees, and what the candidate must
 * not see.
 *
 * @param question the part that both see
 * @param difficulty how hard it is
 * @param difficultyEstimated whether nobody has set the difficulty yet
 * @param planned the planned time, more than zero and at most a day; printed in minutes, rounded up
 * @param plannedEstimated whether nobody has set the planned time yet
 * @param answer a model answer as Markdown, empty for none
 * @param goodToHear the points that a strong answer contains, each Markdown of one line
 * @param followUps questions to ask after it, each Markdown of one line
 * @param anchors what an answer at each step of the rating scale sounds like, weakest first: plain
 *     text, empty where nothing is written; no anchors at all or one for each step
 */
public record QuestionGuide(
        PrintedQuestion question,
        Difficulty difficulty,
        boolean difficultyEstimated,
        Duration planned,
        boolean plannedEstimated,
        String answer,
        List<String> goodToHear,
        List<String> followUps,
        List<String> anchors) {

    private static final Duration LONGEST = Duration.ofDays(1);

    /**
     * Checks the values and copies the lists.
     *
     * @throws IllegalArgumentException if planned is not more than zero and at most a day
     */
    public QuestionGuide {
        if (!planned.isPositive() || planned.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "The planned time (%s) of question %d must be more than zero and at most a day."
                            .formatted(planned, question.position()));
        }
        goodToHear = List.copyOf(goodToHear);
        followUps = List.copyOf(followUps);
        anchors = List.copyOf(anchors);
    }

    /** The planned time in whole minutes, rounded up. */
    long minutes() {
        return (planned.toSeconds() + 59) / 60;
    }
}
