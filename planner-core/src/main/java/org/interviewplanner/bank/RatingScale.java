package org.interviewplanner.bank;

import java.util.HashSet;
import java.util.List;

/**
 * The labelled steps on which an answer is rated, from the weakest to the strongest.
 *
 * <p>Steps are numbered from 1. There is no zero: an answer that was not rated has no step.
 *
 * @param labels the label of each step, weakest first: 2 to 7 different labels of 1 to 40
 *     characters
 */
public record RatingScale(List<String> labels) {

    private static final int LEAST_STEPS = 2;
    private static final int MOST_STEPS = 7;
    private static final int LONGEST_LABEL = 40;

    /**
     * The scale that is used unless a team says otherwise: four steps, so that there is no middle
     * to hide in.
     */
    public static final RatingScale DEFAULT =
            new RatingScale(List.of("Poor", "Mixed", "Good", "Excellent"));

    /**
     * Checks the labels.
     *
     * @throws IllegalArgumentException if there are not 2 to 7 labels, or one is blank, longer than
     *     40 characters or there twice
     */
    public RatingScale {
        labels = List.copyOf(labels);
        if (labels.size() < LEAST_STEPS || labels.size() > MOST_STEPS) {
            throw new IllegalArgumentException(
                    "The rating scale (%s) must have %d to %d labels, not %d."
                            .formatted(labels, LEAST_STEPS, MOST_STEPS, labels.size()));
        }
        var seen = new HashSet<String>();
        for (String label : labels) {
            if (label.isBlank() || label.length() > LONGEST_LABEL) {
                throw new IllegalArgumentException(
                        "The label (%s) of the rating scale must have 1 to %d characters."
                                .formatted(label, LONGEST_LABEL));
            }
            if (!seen.add(label)) {
                throw new IllegalArgumentException(
                        """
                        The label (%s) must stand once in the rating scale (%s).
                        Maybe a step was copied and not renamed.\
                        """
                                .formatted(label, labels));
            }
        }
    }

    /** The number of steps, 2 to 7. */
    public int steps() {
        return labels.size();
    }

    /**
     * The label of a step.
     *
     * @param step 1 (weakest) to {@link #steps()} (strongest)
     * @throws IllegalArgumentException if the scale has no such step
     */
    public String label(int step) {
        if (step < 1 || step > steps()) {
            throw new IllegalArgumentException(
                    "The step (%d) must be 1 to %d.".formatted(step, steps()));
        }
        return labels.get(step - 1);
    }
}
