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
 * @param plannedSeconds at least 1
 */
public record KeptSlot(
        int position,
        QuestionId question,
        RevisionId revision,
        String section,
        Difficulty difficulty,
        int plannedSeconds) {}
