package org.interviewplanner.web.print;

import java.time.LocalDate;
import org.interviewplanner.print.SheetFormat;
import org.jspecify.annotations.Nullable;

/**
 * What to print of a set.
 *
 * @param candidate printed in the heading, or null for a blank to fill in
 * @param date printed in the heading, or null for a blank to fill in
 */
public record SheetChoice(
        Kind kind, SheetFormat format, @Nullable String candidate, @Nullable LocalDate date) {

    /** Longest candidate's name on paper. */
    public static final int MAX_CANDIDATE = 150;

    /** Which sheets. */
    public enum Kind {
        CANDIDATE,
        INTERVIEWER,
        SCORE,
        PACK
    }

    public SheetChoice {
        if (candidate != null && (candidate.isBlank() || candidate.length() > MAX_CANDIDATE)) {
            throw new IllegalArgumentException(
                    "The candidate's name must have 1 to %d characters.".formatted(MAX_CANDIDATE));
        }
    }
}
