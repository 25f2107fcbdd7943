package org.interviewplanner.print;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What stands at the top of a sheet.
 *
 * @param title what the interview is for, 1 to 200 characters
 * @param setCode the short name by which paper and stored set find each other again, 1 to 40
 *     characters
 * @param candidate the candidate's name, at most 200 characters, or null to leave a line to write
 *     it on
 * @param date the day of the interview, or null to leave a line to write it on
 */
public record SheetHeader(
        String title, String setCode, @Nullable String candidate, @Nullable LocalDate date) {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_CODE = 40;

    /**
     * Checks the lengths.
     *
     * @throws IllegalArgumentException if title or setCode is blank, or one of the texts is too
     *     long
     */
    public SheetHeader {
        requireLength("title", title, LONGEST_TITLE);
        requireLength("setCode", setCode, LONGEST_CODE);
        if (candidate != null) {
            requireLength("candidate", candidate, LONGEST_TITLE);
        }
    }

    private static void requireLength(String name, String value, int longest) {
        if (value.isBlank() || value.length() > longest) {
            throw new IllegalArgumentException(
                    "The %s (%s) of a sheet must have 1 to %d characters."
                            .formatted(name, value, longest));
        }
    }
}
