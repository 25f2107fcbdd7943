package org.interviewplanner.web.bank;

import java.time.Instant;
import java.util.List;
import org.interviewplanner.bank.Difficulty;
import org.interviewplanner.bank.Status;
import org.interviewplanner.web.data.QuestionId;
import org.interviewplanner.web.data.SectionId;
import org.jspecify.annotations.Nullable;

/**
 * One question with everything that is known about it.
 *
 * @param version for {@link BankService#edit}: tells whether somebody was faster
 * @param key its name for life, or null
 * @param confidence of an estimated level, 0 to 1, or null
 * @param reason why the level was estimated so, as a sentence, or null
 * @param reviewer who approved it, or null if nobody or the document did
 * @param reviewedAt when that person approved it, or null
 * @param sources where it stands in documents, the first to bring it first
 * @param followsUp wording of the question that this one follows up, or null
 * @param lastAsked when it was last asked in a session that counts, or null
 * @param timesAsked in how many such sessions
 */
public record QuestionDetail(
        QuestionId id,
        long version,
        @Nullable String key,
        SectionId section,
        List<String> path,
        QuestionText text,
        Difficulty difficulty,
        Origin difficultyOrigin,
        @Nullable Double confidence,
        @Nullable String reason,
        int seconds,
        Origin secondsOrigin,
        List<String> tags,
        Status status,
        @Nullable String reviewer,
        @Nullable Instant reviewedAt,
        List<Source> sources,
        @Nullable String followsUp,
        @Nullable Instant lastAsked,
        int timesAsked) {

    /**
     * Where the question stands in a document.
     *
     * @param line 1-based
     */
    public record Source(String document, int line) {}

    public QuestionDetail {
        path = List.copyOf(path);
        sources = List.copyOf(sources);
        tags = List.copyOf(tags);
    }
}
