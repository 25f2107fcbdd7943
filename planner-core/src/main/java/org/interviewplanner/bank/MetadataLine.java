package org.interviewplanner.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line wholly in emphasis that states what is known about the question above it, such as {@code
 * *level 2 · 3 min · tags: orm, sql · approved*}. Parts are separated by {@code ·}, {@code |} or
 * {@code ;}; a line with any part that says nothing of the kind is plain text.
 */
record MetadataLine(
        @Nullable QuestionKey key,
        @Nullable Difficulty difficulty,
        @Nullable Integer seconds,
        @Nullable Status status,
        List<String> tags) {

    private static final int MAX_LENGTH = 1000;
    private static final int MAX_MINUTES = 24 * 60;
    private static final Pattern EMPHASIS =
            Pattern.compile("([*_]{1,3})(?![*_\\s])(.*[^*_\\s])\\1");
    private static final Pattern SEPARATOR = Pattern.compile("\\s*[·|;•]\\s*");
    private static final Pattern LEVEL = Pattern.compile("level\\s*:?\\s*([1-5])");
    private static final Pattern TIME =
            Pattern.compile(
                    "(?:time\\s*:?\\s*)?(\\d{1,4}(?:\\.\\d)?)\\s*(min|mins|minute|minutes|s|sec|seconds)\\.?");
    private static final Pattern TAGS =
            Pattern.compile("tags?\\s*:\\s*(.+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern KEY = Pattern.compile("key\\s*:\\s*(\\S+)");

    MetadataLine {
        tags = List.copyOf(tags);
    }

    /** What the line states, or null if it is not wholly metadata in emphasis. */
    static @Nullable MetadataLine read(String line) {
        var text = line.strip();
        if (text.length() > MAX_LENGTH || text.length() < 3) {
            return null;
        }
        Matcher emphasis = EMPHASIS.matcher(text);
        if (!emphasis.matches()) {
            return null;
        }
        QuestionKey key = null;
        Difficulty difficulty = null;
        Integer seconds = null;
        Status status = null;
        var tags = new ArrayList<String>();
        for (var raw : SEPARATOR.split(emphasis.group(2))) {
            var part = raw.strip();
            var lower = part.toLowerCase(Locale.ROOT);
            Matcher level = LEVEL.matcher(lower);
            Matcher time = TIME.matcher(lower);
            Matcher tagged = TAGS.matcher(part);
            Matcher keyed = KEY.matcher(lower);
            var state = status(lower);
            var word = difficulty(lower);
            if (level.matches()) {
                difficulty = Difficulty.ofLevel(Integer.parseInt(level.group(1)));
            } else if (time.matches()) {
                seconds = seconds(time);
                if (seconds == null) {
                    return null;
                }
            } else if (tagged.matches()) {
                for (var tag : tagged.group(1).split(",")) {
                    if (!tag.isBlank()) {
                        tags.add(tag.strip());
                    }
                }
            } else if (keyed.matches() && QuestionKey.isValid(keyed.group(1))) {
                key = new QuestionKey(keyed.group(1));
            } else if (state != null) {
                status = state;
            } else if (word != null) {
                difficulty = word;
            } else {
                return null;
            }
        }
        return new MetadataLine(key, difficulty, seconds, status, tags);
    }

    private static @Nullable Integer seconds(Matcher time) {
        double amount =
                Double.parseDouble(time.group(1)) * (time.group(2).startsWith("m") ? 60 : 1);
        return amount >= 1 && amount <= MAX_MINUTES * 60 ? (int) Math.round(amount) : null;
    }

    private static @Nullable Status status(String word) {
        return switch (word) {
            case "draft" -> Status.DRAFT;
            case "in review" -> Status.IN_REVIEW;
            case "approved" -> Status.APPROVED;
            case "retired" -> Status.RETIRED;
            default -> null;
        };
    }

    private static @Nullable Difficulty difficulty(String word) {
        return switch (word) {
            case "introductory" -> Difficulty.INTRODUCTORY;
            case "basic", "easy", "junior" -> Difficulty.BASIC;
            case "intermediate", "medium" -> Difficulty.INTERMEDIATE;
            case "advanced", "hard", "senior" -> Difficulty.ADVANCED;
            case "expert" -> Difficulty.EXPERT;
            default -> null;
        };
    }
}
