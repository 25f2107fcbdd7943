package org.interviewplanner.web.bank;

import java.util.List;
import org.interviewplanner.bank.Difficulty;
import org.interviewplanner.bank.Status;
import org.interviewplanner.web.data.SectionId;
import org.jspecify.annotations.Nullable;

/**
 * What a person wants a question to be.
 *
 * @param wording inline Markdown, 1 to {@value #MAX_WORDING} characters
 * @param body block Markdown, at most {@value #MAX_TEXT} characters
 * @param answer block Markdown, at most {@value #MAX_TEXT} characters
 * @param goodToHear points of a strong answer, none blank
 * @param difficulty the level set by the person, or null to leave it (and an estimate an estimate)
 * @param seconds planned time set by the person, 1 to {@value #MAX_SECONDS}, or null to leave it
 * @param guidance what helps raters, or null to leave it
 */
public record QuestionEdit(
        SectionId section,
        String wording,
        String body,
        String answer,
        List<String> goodToHear,
        @Nullable Difficulty difficulty,
        @Nullable Integer seconds,
        List<String> tags,
        Status status,
        @Nullable Guidance guidance) {
    /** The longest wording, in characters. */
    public static final int MAX_WORDING = 20_000;

    /** The longest body, and the longest answer, in characters. */
    public static final int MAX_TEXT = 200_000;

    /** The longest planned time: four hours. */
    public static final int MAX_SECONDS = 14_400;

    /**
     * @throws IllegalArgumentException if a text is blank or too long, or seconds out of range
     */
    public QuestionEdit {
        wording = wording.strip();
        body = body.strip();
        answer = answer.strip();
        goodToHear = goodToHear.stream().map(String::strip).filter(it -> !it.isEmpty()).toList();
        tags = tags.stream().map(String::strip).filter(it -> !it.isEmpty()).distinct().toList();
        if (wording.isEmpty() || wording.length() > MAX_WORDING) {
            throw new IllegalArgumentException(
                    "The wording must have 1 to %,d characters (%,d)."
                            .formatted(MAX_WORDING, wording.length()));
        }
        if (body.length() > MAX_TEXT || answer.length() > MAX_TEXT) {
            throw new IllegalArgumentException(
                    "Body (%,d) and answer (%,d) must have at most %,d characters each."
                            .formatted(body.length(), answer.length(), MAX_TEXT));
        }
        if (seconds != null && (seconds < 1 || seconds > MAX_SECONDS)) {
            throw new IllegalArgumentException(
                    "The planned time (%d s) must be 1 to %d s.".formatted(seconds, MAX_SECONDS));
        }
    }

    /** An edit that leaves the guidance as it is. */
    public QuestionEdit(
            SectionId section,
            String wording,
            String body,
            String answer,
            List<String> goodToHear,
            @Nullable Difficulty difficulty,
            @Nullable Integer seconds,
            List<String> tags,
            Status status) {
        this(section, wording, body, answer, goodToHear, difficulty, seconds, tags, status, null);
    }
}
