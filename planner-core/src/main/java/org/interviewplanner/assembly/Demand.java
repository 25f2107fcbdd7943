package org.interviewplanner.assembly;

import java.util.Set;
import org.interviewplanner.bank.Difficulty;
import org.jspecify.annotations.Nullable;

/**
 * What every set must hold to; a set that breaks one is never returned.
 *
 * <p>Demands of the same name bind together: two quotas of one section mean the narrower of both.
 */
public sealed interface Demand {

    /**
     * The name of the demand in shortfalls, repairs and reports: {@code section SQL}, {@code
     * difficulty 5}, {@code cell SQL 5}, {@code tag async}, {@code seconds}, {@code include},
     * {@code exclude}, {@code enemies}, {@code apart} or {@code approved}.
     */
    String name();

    /**
     * How many questions of a section, of a difficulty, or of a section at a difficulty.
     *
     * @param section the section that counts, or null for any
     * @param difficulty the difficulty that counts, or null for any; not both are null
     * @param min least number of questions, at least 0
     * @param max greatest number of questions, at least {@code min}
     */
    record Quota(@Nullable String section, @Nullable Difficulty difficulty, int min, int max)
            implements Demand {

        /**
         * @throws IllegalArgumentException if section and difficulty are both null, section is
         *     blank, or not 0 &lt;= min &lt;= max
         */
        public Quota {
            Names.requireCell("quota", section, difficulty);
            Names.requireRange("quota", Names.ofCell(section, difficulty), min, max);
        }

        @Override
        public String name() {
            return Names.ofCell(section, difficulty);
        }
    }

    /**
     * How many questions with a tag.
     *
     * @param tag the tag that counts
     * @param min least number of questions, at least 0
     * @param max greatest number of questions, at least {@code min}
     */
    record TagQuota(String tag, int min, int max) implements Demand {

        /**
         * @throws IllegalArgumentException if tag is blank or not 0 &lt;= min &lt;= max
         */
        public TagQuota {
            if (tag.isBlank()) {
                throw new IllegalArgumentException(
                        "The tag (%s) of a quota must not be blank.".formatted(tag));
            }
            Names.requireRange("quota", "tag " + tag, min, max);
        }

        @Override
        public String name() {
            return "tag " + tag;
        }
    }

    /**
     * How long the planned times of a set are together.
     *
     * @param minSeconds least time in seconds, at least 0
     * @param maxSeconds greatest time in seconds, at least {@code minSeconds}
     */
    record Time(int minSeconds, int maxSeconds) implements Demand {

        /**
         * @throws IllegalArgumentException if not 0 &lt;= minSeconds &lt;= maxSeconds
         */
        public Time {
            Names.requireRange("time", "seconds", minSeconds, maxSeconds);
        }

        @Override
        public String name() {
            return "seconds";
        }
    }

    /**
     * Questions that every set must hold; they do not count as overlap.
     *
     * @param questions ids; one that is not in the pool makes the blueprint infeasible
     */
    record Include(Set<String> questions) implements Demand {

        /** Copies the ids. */
        public Include {
            questions = Set.copyOf(questions);
        }

        @Override
        public String name() {
            return "include";
        }
    }

    /**
     * Questions that no set may hold.
     *
     * @param questions ids; one that is not in the pool excludes nothing
     */
    record Exclude(Set<String> questions) implements Demand {

        /** Copies the ids. */
        public Exclude {
            questions = Set.copyOf(questions);
        }

        @Override
        public String name() {
            return "exclude";
        }
    }

    /**
     * Two questions that must not stand in one set.
     *
     * @param first an id; if it is not in the pool, the pair forbids nothing
     * @param second another id
     * @param isLasting whether the pair is not this blueprint's to give up: no repair drops it
     */
    record Enemies(String first, String second, boolean isLasting) implements Demand {

        /**
         * A pair that a repair may drop.
         *
         * @throws IllegalArgumentException if first and second are the same
         */
        public Enemies(String first, String second) {
            this(first, second, false);
        }

        /**
         * @throws IllegalArgumentException if first and second are the same
         */
        public Enemies {
            if (first.equals(second)) {
                throw new IllegalArgumentException(
                        "The enemies (%s, %s) must be two different questions."
                                .formatted(first, second));
            }
        }

        @Override
        public String name() {
            return isLasting ? Names.APART : Names.ENEMIES;
        }
    }

    /** Only approved questions. */
    record ApprovedOnly() implements Demand {

        @Override
        public String name() {
            return "approved";
        }
    }
}
