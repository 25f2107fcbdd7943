package org.interviewplanner.web.session.live;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.interviewplanner.web.data.AskedQuestionId;
import org.interviewplanner.web.session.DeviationKind;
import org.interviewplanner.web.session.Entry;
import org.interviewplanner.web.session.RatingKind;
import org.interviewplanner.web.session.Recommendation;
import org.jspecify.annotations.Nullable;

/**
 * An entry as a page sends it; which parts are needed depends on the type.
 *
 * @param rater who typed it; if given, it is taken from nobody else
 */
record EntryMessage(
        @Nullable UUID id,
        @Nullable UUID rater,
        @Nullable String type,
        @Nullable UUID question,
        @Nullable String kind,
        @Nullable Integer step,
        @Nullable String text,
        @Nullable UUID base,
        @Nullable UUID over,
        @Nullable Integer point,
        @Nullable Boolean heard,
        @Nullable String recommendation,
        @Nullable String reason,
        @Nullable Instant at) {

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    /**
     * The entry that is meant.
     *
     * @throws IllegalArgumentException if a part is missing or makes no sense
     */
    Entry toEntry() {
        var at = believable(this.at);
        return switch (needed("type", type)) {
            case "rating" ->
                    new Entry.Rating(
                            needed("id", id),
                            new AskedQuestionId(needed("question", question)),
                            known("kind", RatingKind.class, kind),
                            step,
                            at);
            case "note" ->
                    new Entry.Note(
                            needed("id", id), asked(question), needed("text", text), base, at);
            case "tick" ->
                    new Entry.Tick(
                            needed("id", id),
                            new AskedQuestionId(needed("question", question)),
                            needed("point", point),
                            needed("heard", heard),
                            at);
            case "deviation" ->
                    new Entry.Deviation(
                            needed("id", id),
                            asked(question),
                            known("kind", DeviationKind.class, kind),
                            text == null ? "" : text,
                            at);
            case "submission" ->
                    new Entry.Submission(
                            needed("id", id),
                            recommendation == null
                                    ? null
                                    : known("recommendation", Recommendation.class, recommendation),
                            reason == null ? "" : reason,
                            at);
            default ->
                    throw new IllegalArgumentException(
                            "The type (%s) must be rating, note, tick, deviation or submission."
                                    .formatted(cut(type)));
        };
    }

    private static @Nullable AskedQuestionId asked(@Nullable UUID question) {
        return question == null ? null : new AskedQuestionId(question);
    }

    /** The clock of a device may stand anywhere; a time that nobody lives in tells nothing. */
    private static @Nullable Instant believable(@Nullable Instant given) {
        return given == null || given.isBefore(EARLIEST) || given.isAfter(LATEST) ? null : given;
    }

    private static <T> T needed(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("The entry must have a %s.".formatted(name));
        }
        return value;
    }

    private static <T extends Enum<T>> T known(String name, Class<T> type, @Nullable String value) {
        var given = needed(name, value);
        for (var constant : type.getEnumConstants()) {
            if (constant.name().equals(given.toUpperCase(Locale.ROOT))) {
                return constant;
            }
        }
        throw new IllegalArgumentException("The %s (%s) is not known.".formatted(name, cut(given)));
    }

    private static String cut(@Nullable String value) {
        return value == null || value.length() <= 40 ? "" + value : value.substring(0, 40) + "…";
    }
}
