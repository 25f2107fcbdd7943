package org.interviewplanner.web.blueprint;

/**
 * How many questions with a tag.
 *
 * @param tag 1 to {@link #MAX_LENGTH} characters
 * @param min demanded at least, 0 to {@code max}
 * @param max demanded at most, up to {@link BlueprintDraft#MAX_SLOTS}
 */
public record TagQuota(String tag, int min, int max) {
    public static final int MAX_LENGTH = 60;

    /**
     * @throws IllegalArgumentException if the tag is blank or too long, or not {@code 0 <= min <=
     *     max}
     */
    public TagQuota {
        tag = tag.strip();
        if (tag.isEmpty() || tag.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "A tag must have 1 to %d characters.".formatted(MAX_LENGTH));
        }
        if (min < 0 || max < min || max > BlueprintDraft.MAX_SLOTS) {
            throw new IllegalArgumentException(
                    "The quota of tag (%s) must have 0 <= min (%d) <= max (%d) <= %d."
                            .formatted(tag, min, max, BlueprintDraft.MAX_SLOTS));
        }
    }
}
