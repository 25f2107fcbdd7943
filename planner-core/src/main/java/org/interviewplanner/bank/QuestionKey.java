package org.interviewplanner.bank;

import java.util.regex.Pattern;

/**
 * The name of a question for life: it stays when the wording changes.
 *
 * @param value lower-case letters and digits in words joined by hyphens, 1 to {@value #MAX_LENGTH}
 *     characters
 */
public record QuestionKey(String value) {
    /** The longest key, in characters. */
    public static final int MAX_LENGTH = 80;

    private static final Pattern SHAPE =
            Pattern.compile("[\\p{Ll}\\p{Lo}\\p{Nd}]++(?:-[\\p{Ll}\\p{Lo}\\p{Nd}]++)*+");

    /**
     * @throws IllegalArgumentException if the value is not lower-case words joined by hyphens, or
     *     too long
     */
    public QuestionKey {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    """
                    The question key (%s) must be lower-case words joined by hyphens, at most %d characters.
                    Maybe write {#my-question} at the end of its wording.\
                    """
                            .formatted(value, MAX_LENGTH));
        }
    }

    /** Whether {@code value} can be a key. */
    static boolean isValid(String value) {
        return value.length() <= MAX_LENGTH && SHAPE.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
