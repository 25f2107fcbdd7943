package org.interviewplanner.scoring;

/**
 * What one rater gave one answer; only {@link Rated} is worth anything, the others are no ratings
 * and never zero.
 */
public sealed interface Rating {

    /**
     * The answer was rated.
     *
     * @param step the step of the rating scale, from 1 (weakest)
     */
    record Rated(int step) implements Rating {

        /**
         * Checks the step as far as it is known without the scale.
         *
         * @throws IllegalArgumentException if step is below 1
         */
        public Rated {
            if (step < 1) {
                throw new IllegalArgumentException(
                        """
                        The step (%d) of a rating must be at least 1.
                        Maybe the question was not asked: that is a rating of its own kind.\
                        """
                                .formatted(step));
            }
        }
    }

    /** The question was left out. */
    record NotAsked() implements Rating {}

    /** The question was asked, but the answer cannot be judged. */
    record NotAssessed() implements Rating {}
}
