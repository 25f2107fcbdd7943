package org.interviewplanner.web.bank;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a question's history.
 *
 * @param author who wrote it, or null if it came from the starter bank
 * @param source the document that it came from, or null if a person typed it
 * @param sourceLine its 1-based line there, or null
 */
public record PastWording(
        QuestionText text,
        Instant at,
        @Nullable String author,
        @Nullable String source,
        @Nullable Integer sourceLine) {}
