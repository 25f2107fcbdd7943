package org.interviewplanner.web.build;

import org.interviewplanner.bank.Difficulty;
import org.interviewplanner.web.data.QuestionId;
import org.interviewplanner.web.data.RevisionId;

/**
 * A place in a kept set, as the question was when it was kept.
 *
 * @param position 1-based, in asking order
 * @param revision the wording that counts
 * @param section path name of its section then
 * @param difficultyEstimated whether nobody had set the difficulty
 * @param plannedSeconds at least 1
 * @param plannedEstimated whether nobody had set the planned time
 * @param timesAsked how often it had been asked when the set was kept
 * @param exposure what asking it again cost then, as the assembler counts it
 * @param pilot whether it is on trial: it stands beside the demands and counts in no score
 */
public record KeptSlot(
        int position,
        QuestionId question,
        RevisionId revision,
        String section,
        Difficulty difficulty,
        boolean difficultyEstimated,
        int plannedSeconds,
        boolean plannedEstimated,
        int timesAsked,
        int exposure,
        boolean pilot) {}
