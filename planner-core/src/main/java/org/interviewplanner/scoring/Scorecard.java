package org.interviewplanner.scoring;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.interviewplanner.bank.RatingScale;
import org.interviewplanner.scoring.Rating.Rated;

/**
 * One rater's current ratings of one session.
 *
 * <p>A question that the rater has not touched yet is not on the card and is counted nowhere.
 *
 * @param scale the scale on which all of them were rated
 * @param questions each question once, in the order of the set
 */
public record Scorecard(RatingScale scale, List<RatedQuestion> questions) {

    /** Fewer answers than these say nothing about how somebody rates. */
    private static final int LEAST_ANSWERS = 3;

    /**
     * Checks that the ratings fit the scale.
     *
     * @throws IllegalArgumentException if a question is there twice or a step is not on the scale
     */
    public Scorecard {
        questions = List.copyOf(questions);
        var seen = new HashSet<String>();
        for (RatedQuestion each : questions) {
            if (!seen.add(each.question())) {
                throw new IllegalArgumentException(
                        """
                        The question (%s) must stand once on a scorecard.
                        Maybe an overruled rating was kept beside the current one.\
                        """
                                .formatted(each.question()));
            }
            if (each.rating() instanceof Rated(int step) && step > scale.steps()) {
                throw new IllegalArgumentException(
                        "The step (%d) of question (%s) must be 1 to %d."
                                .formatted(step, each.question(), scale.steps()));
            }
        }
    }

    /** The score of all questions; each rated answer counts the same, whatever its section. */
    public Score total() {
        return Score.of(questions.stream().map(RatedQuestion::rating).toList());
    }

    /**
     * Whether the ratings lie at an end of the scale, so that they may colour the rater's next
     * interview: at least {@value #LEAST_ANSWERS} rated answers whose mean lies within a sixth of
     * the scale's range of its lowest or its highest step.
     */
    public boolean isExtreme() {
        Spread ratings = total().ratings();
        if (ratings.count() < LEAST_ANSWERS) {
            return false;
        }
        double mean = ratings.mean().orElseThrow();
        double margin = (scale.steps() - 1) / 6.0;
        return mean <= 1 + margin || mean >= scale.steps() - margin;
    }

    /** The score of each section, in the order in which the sections first appear. */
    public SequencedMap<String, Score> sections() {
        var ratings = new LinkedHashMap<String, List<Rating>>();
        for (RatedQuestion each : questions) {
            ratings.computeIfAbsent(each.section(), section -> new ArrayList<>())
                    .add(each.rating());
        }
        var scores = new LinkedHashMap<String, Score>();
        for (Map.Entry<String, List<Rating>> section : ratings.entrySet()) {
            scores.put(section.getKey(), Score.of(section.getValue()));
        }
        return scores;
    }
}
