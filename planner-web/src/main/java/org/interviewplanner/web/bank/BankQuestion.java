package org.interviewplanner.web.bank;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.interviewplanner.bank.Difficulty;
import org.interviewplanner.bank.Status;
import org.interviewplanner.web.data.CandidateId;
import org.interviewplanner.web.data.QuestionId;
import org.interviewplanner.web.data.RevisionId;
import org.interviewplanner.web.data.SectionId;
import org.jspecify.annotations.Nullable;

/**
 * A question that can go into a set, with its past use.
 *
 * @param revision its current wording
 * @param path names from the outermost section to the question's own
 * @param wording inline Markdown on one line
 * @param difficultyReason why the level was estimated so, as a sentence; null if it is no estimate
 * @param seconds planned time in whole seconds
 * @param lastAsked when it was last asked in a session that counts, or null
 * @param timesAsked in how many such sessions
 * @param askedLately in how many of them within the last {@link #LATELY} days
 * @param askedTo the candidates who were asked it, or will be in a session that is planned or goes
 *     on; rehearsals do not count
 */
public record BankQuestion(
        QuestionId id,
        RevisionId revision,
        SectionId section,
        List<String> path,
        String wording,
        Difficulty difficulty,
        Origin difficultyOrigin,
        @Nullable String difficultyReason,
        int seconds,
        Origin secondsOrigin,
        List<String> tags,
        Status status,
        @Nullable Instant lastAsked,
        int timesAsked,
        int askedLately,
        Set<CandidateId> askedTo) {

    /** How many days back counts as lately. */
    public static final int LATELY = 90;

    public BankQuestion {
        path = List.copyOf(path);
        tags = List.copyOf(tags);
        askedTo = Set.copyOf(askedTo);
    }
}
