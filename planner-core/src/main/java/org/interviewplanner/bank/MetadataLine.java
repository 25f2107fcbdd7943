package org.interviewplanner.bank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interviewplanner.bank.Lexicon.Meaning;
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
    private static final Pattern NUMBERED_LEVEL =
            Pattern.compile("([\\p{L} ]{1,20}?)?\\s*([1-5])(?:\\s*/\\s*5)?");
    private static final Pattern TIME =
            Pattern.compile("[~≈]?(\\d{1,4}(?:[.,]\\d)?)\\s*([\\p{L}\\p{M}]+)\\.?");

    MetadataLine {
        tags = List.copyOf(tags);
    }

    /** What the line states, or null if it is not wholly metadata in emphasis. */
    static @Nullable MetadataLine read(String line) {
        var text = line.strip();
        if (text.length() > MAX_LENGTH
                || text.length() < 3
                || "*_".indexOf(text.charAt(0)) < 0
                || "*_".indexOf(text.charAt(text.length() - 1)) < 0) {
            return null;
        }
        Matcher emphasis = EMPHASIS.matcher(text);
        return emphasis.matches() ? readPart(emphasis.group(2)) : null;
    }

    /**
     * What a field such as {@code **Difficulty:** hard} or {@code Tags: sql, joins} states, or
     * null.
     */
    static @Nullable MetadataLine readField(String line) {
        var text = line.strip();
        if (text.length() > MAX_LENGTH || text.indexOf('\n') >= 0) {
            return null;
        }
        var label = Label.of(text);
        if (label == null || !Labels.isField(label)) {
            return null;
        }
        var value = Wordings.without(text.substring(label.end()), "*_`").strip();
        int next = value.indexOf('|');
        return value.isEmpty()
                ? null
                : part(label, next < 0 ? value : value.substring(0, next).strip());
    }

    /**
     * What parts separated by {@code ·}, {@code |} or {@code ;} state, or null if one of them
     * states nothing.
     */
    static @Nullable MetadataLine readPart(String parts) {
        var facts = new MetadataLine(null, null, null, null, List.of());
        for (var raw : isParted(parts) ? SEPARATOR.split(parts) : new String[] {parts}) {
            var label = Label.of(raw);
            var fact =
                    label != null && label.end() < raw.length()
                            ? part(label, raw.substring(label.end()).strip())
                            : word(raw.strip());
            if (fact == null) {
                return null;
            }
            facts = facts.and(fact);
        }
        return facts;
    }

    private static boolean isParted(String parts) {
        for (int i = 0; i < parts.length(); i++) {
            if ("·|;•".indexOf(parts.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Both statements; where both state the same, the other's. */
    MetadataLine and(@Nullable MetadataLine other) {
        if (other == null) {
            return this;
        }
        var all = new ArrayList<>(tags);
        all.addAll(other.tags);
        return new MetadataLine(
                other.key != null ? other.key : key,
                other.difficulty != null ? other.difficulty : difficulty,
                other.seconds != null ? other.seconds : seconds,
                other.status != null ? other.status : status,
                all);
    }

    private static @Nullable MetadataLine part(Label label, String value) {
        if (label.means(Meaning.TAG)) {
            var tags =
                    Arrays.stream(value.split("[,，、]"))
                            .map(it -> Wordings.without(it, "`#").strip())
                            .filter(it -> !it.isBlank())
                            .toList();
            return new MetadataLine(null, null, null, null, tags);
        }
        if (label.means(Meaning.KEY)) {
            return QuestionKey.isValid(value)
                    ? new MetadataLine(new QuestionKey(value), null, null, null, List.of())
                    : null;
        }
        if (label.means(Meaning.LEVEL)) {
            var level = levelOf(value);
            return level == null ? null : new MetadataLine(null, level, null, null, List.of());
        }
        if (label.means(Meaning.TIME) || label.means(Meaning.STATUS)) {
            return word(value);
        }
        return null;
    }

    private static @Nullable MetadataLine word(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        Matcher time = mayBeTime(lower) ? TIME.matcher(lower) : null;
        if (time != null && time.matches()) {
            var seconds = seconds(time.group(1), time.group(2));
            return seconds == null ? null : new MetadataLine(null, null, seconds, null, List.of());
        }
        var status = status(lower);
        if (status != null) {
            return new MetadataLine(null, null, null, status, List.of());
        }
        var level = levelOf(lower);
        return level == null || lower.matches("[\\d/\\s]+")
                ? null
                : new MetadataLine(null, level, null, null, List.of());
    }

    /** A cheap look before the exact one. */
    private static boolean mayBeTime(String word) {
        return !word.isEmpty() && !Character.isLetter(word.charAt(0));
    }

    /**
     * The level that a value such as {@code 3}, {@code 2/5}, {@code level 4}, {@code hard} names,
     * or null.
     */
    static @Nullable Difficulty levelOf(String value) {
        var text = Wordings.without(value, "*_`").strip().toLowerCase(Locale.ROOT);
        var word = Lexicon.shipped().level(text);
        if (word != null) {
            return word;
        }
        boolean mayBeNumbered =
                !text.isEmpty() && "12345".indexOf(text.charAt(text.length() - 1)) >= 0;
        Matcher numbered = NUMBERED_LEVEL.matcher(text);
        if (mayBeNumbered
                && numbered.matches()
                && (numbered.group(1) == null
                        || Lexicon.shipped().means(Meaning.LEVEL, numbered.group(1)))) {
            return Difficulty.ofLevel(Integer.parseInt(numbered.group(2)));
        }
        var bare = SectionName.withoutPictures(text).strip();
        if (!bare.equals(text)) {
            return levelOf(bare);
        }
        var stars = Signs.ofStars(text, 0);
        return stars != null ? stars : Signs.UNEXPLAINED.level(text);
    }

    private static @Nullable Integer seconds(String amount, String unit) {
        boolean isMinutes = Lexicon.shipped().means(Meaning.MINUTE, unit);
        if (!isMinutes && !Lexicon.shipped().means(Meaning.SECOND, unit)) {
            return null;
        }
        double seconds = Double.parseDouble(amount.replace(',', '.')) * (isMinutes ? 60 : 1);
        return seconds >= 1 && seconds <= MAX_MINUTES * 60 ? (int) Math.round(seconds) : null;
    }

    private static @Nullable Status status(String word) {
        var lexicon = Lexicon.shipped();
        return lexicon.means(Meaning.DRAFT, word)
                ? Status.DRAFT
                : lexicon.means(Meaning.REVIEW, word)
                        ? Status.IN_REVIEW
                        : lexicon.means(Meaning.APPROVED, word)
                                ? Status.APPROVED
                                : lexicon.means(Meaning.RETIRED, word) ? Status.RETIRED : null;
    }
}
