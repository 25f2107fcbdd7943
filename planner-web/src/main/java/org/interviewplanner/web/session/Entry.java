package org.interviewplanner.web.session;

import java.time.Instant;
import java.util.UUID;
import org.interviewplanner.web.data.AskedQuestionId;
import org.jspecify.annotations.Nullable;

/**
 * One thing a rater entered: one line of a ledger.
 *
 * <p>The id is made where the entry is made, so that a repeated request is the same line. The
 * client's time is information only; the order in which lines arrive decides.
 */
public sealed interface Entry {
    int NOTE_LENGTH = 20_000;
    int TEXT_LENGTH = 2_000;
    int SHORTEST_REASON = 3;
    int MAX_POINTS = 100;
    int MOST_STEPS = 7;

    UUID id();

    /** When the browser says it was entered, or null if it does not say. */
    @Nullable Instant clientAt();

    /** The question that the entry is about, or null if it is about the whole interview. */
    @Nullable AskedQuestionId question();

    /** What the entry is a word on, or null if no other entry overrules it. */
    default @Nullable Subject subject() {
        return switch (this) {
            case Rating rating -> new Subject(rating.question(), null);
            case Tick tick -> new Subject(tick.question(), tick.point());
            case Note note -> null;
            case Deviation deviation -> null;
            case Submission submission -> null;
        };
    }

    /**
     * What a word is on; a later word on the same overrules it.
     *
     * @param point of the question's points to hear, from 0, or null if the word is a rating
     */
    record Subject(AskedQuestionId question, @Nullable Integer point) {}

    /**
     * A word on one answer.
     *
     * @param step 1 to the steps of the scale if {@code kind} is {@link RatingKind#RATED}, else
     *     null
     */
    record Rating(
            UUID id,
            AskedQuestionId question,
            RatingKind kind,
            @Nullable Integer step,
            @Nullable Instant clientAt)
            implements Entry {

        /**
         * Checks the step.
         *
         * @throws IllegalArgumentException if there is a step without a rating, a rating without a
         *     step, or no such step
         */
        public Rating {
            if ((kind == RatingKind.RATED) != (step != null)) {
                throw new IllegalArgumentException(
                        "The step (%s) must be given if and only if the kind (%s) is RATED."
                                .formatted(step, kind));
            }
            if (step != null && (step < 1 || step > MOST_STEPS)) {
                throw new IllegalArgumentException(
                        "The step (%d) must be 1 to %d.".formatted(step, MOST_STEPS));
            }
        }
    }

    /**
     * A version of a note.
     *
     * @param question null for the note on the whole interview
     * @param text at most {@value Entry#NOTE_LENGTH} characters
     * @param base the version it was typed over, or null if there was none
     */
    record Note(
            UUID id,
            @Nullable AskedQuestionId question,
            String text,
            @Nullable UUID base,
            @Nullable Instant clientAt)
            implements Entry {

        /**
         * Checks the length and takes out what no text holds.
         *
         * @throws IllegalArgumentException if the text is too long
         */
        public Note {
            text = bounded("note", text, NOTE_LENGTH);
        }
    }

    /**
     * A good-to-hear point that was heard, or not after all.
     *
     * @param point index into the question's points, from 0
     */
    record Tick(
            UUID id, AskedQuestionId question, int point, boolean heard, @Nullable Instant clientAt)
            implements Entry {

        /**
         * Checks the point.
         *
         * @throws IllegalArgumentException if the point is not 0 to 99
         */
        public Tick {
            if (point < 0 || point >= MAX_POINTS) {
                throw new IllegalArgumentException(
                        "The point (%d) must be 0 to %d.".formatted(point, MAX_POINTS - 1));
            }
        }
    }

    /**
     * Where the interview left its plan.
     *
     * @param question null if it concerns none in particular
     * @param text at most {@value Entry#TEXT_LENGTH} characters: the spoken wording, the hint given
     */
    record Deviation(
            UUID id,
            @Nullable AskedQuestionId question,
            DeviationKind kind,
            String text,
            @Nullable Instant clientAt)
            implements Entry {

        /**
         * Checks the length.
         *
         * @throws IllegalArgumentException if the text is too long
         */
        public Deviation {
            text = bounded("deviation", text, TEXT_LENGTH);
        }
    }

    /**
     * The rater is done; the scorecard locks.
     *
     * @param recommendation null if the rater gives none
     * @param reason why so, at most {@value Entry#TEXT_LENGTH} characters
     */
    record Submission(
            UUID id,
            @Nullable Recommendation recommendation,
            String reason,
            @Nullable Instant clientAt)
            implements Entry {

        /**
         * Checks the length.
         *
         * @throws IllegalArgumentException if the reason is too long
         */
        public Submission {
            reason = bounded("reason", reason, TEXT_LENGTH);
        }

        @Override
        public @Nullable AskedQuestionId question() {
            return null;
        }
    }

    private static String bounded(String name, String text, int length) {
        if (text.length() > length) {
            throw new IllegalArgumentException(
                    "The %s (%d characters) must have at most %d characters."
                            .formatted(name, text.length(), length));
        }
        // PostgreSQL keeps no U+0000 in texts, and nobody types one.
        return text.replace("\0", "");
    }
}
