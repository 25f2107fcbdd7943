package org.interviewplanner.web.bank;

import java.util.List;
import java.util.UUID;
import org.interviewplanner.web.data.QuestionId;

/**
 * Two questions of the bank that look alike, or that a person parted. Neither is retired.
 *
 * @param version tells whether somebody was faster
 * @param exact whether they were the same words when they were found
 * @param reason what they share and what sets them apart, as a sentence; empty if a person named
 *     them
 */
public record QuestionPair(
        UUID id, long version, Side first, Side second, boolean exact, String reason, State state) {

    /** Whether the question is one of the two. */
    public boolean holds(QuestionId question) {
        return question.equals(first.question()) || question.equals(second.question());
    }

    /** One of the two, as it is now. */
    public record Side(QuestionId question, String wording, List<String> section) {}

    /** What is decided about a pair. */
    public enum State {
        /** Nothing yet. */
        OPEN,
        /** They are two questions. */
        BOTH_KEPT,
        /** They were one: the other was retired. */
        ONE_RETIRED,
        /** They are two questions that stand in no set together. */
        ENEMIES
    }
}
