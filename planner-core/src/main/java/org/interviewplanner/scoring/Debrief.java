package org.interviewplanner.scoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import org.interviewplanner.bank.RatingScale;

/**
 * The scorecards of all raters of one session, side by side.
 *
 * @param scorecards one for each rater, all on the same scale; any number of them, in any order
 */
public record Debrief(List<Scorecard> scorecards) {

    /**
     * What the raters gave one question.
     *
     * @param question the question
     * @param section its section
     * @param score the raters' ratings: {@code score.ratings().count()} is the number of raters who
     *     rated it, its mean the mean of their steps, its deviation the spread between them
     */
    public record QuestionScore(String question, String section, Score score) {}

    /**
     * Checks that the cards belong together.
     *
     * @throws IllegalArgumentException if two cards have different scales, or put one question in
     *     different sections
     */
    public Debrief {
        scorecards = List.copyOf(scorecards);
        List<RatingScale> scales = scorecards.stream().map(Scorecard::scale).distinct().toList();
        if (scales.size() > 1) {
            throw new IllegalArgumentException(
                    "The scorecards of a debrief must have one scale, not %s.".formatted(scales));
        }
        var sections = new LinkedHashMap<String, String>();
        for (Scorecard card : scorecards) {
            for (RatedQuestion each : card.questions()) {
                String other = sections.putIfAbsent(each.question(), each.section());
                if (other != null && !other.equals(each.section())) {
                    throw new IllegalArgumentException(
                            "The question (%s) must be in one section, not in (%s) and in (%s)."
                                    .formatted(each.question(), other, each.section()));
                }
            }
        }
    }

    /**
     * What the raters gave each question, in the order in which the questions first appear on the
     * cards.
     */
    public List<QuestionScore> questions() {
        var sections = new LinkedHashMap<String, String>();
        var ratings = new LinkedHashMap<String, List<Rating>>();
        for (Scorecard card : scorecards) {
            for (RatedQuestion each : card.questions()) {
                sections.putIfAbsent(each.question(), each.section());
                ratings.computeIfAbsent(each.question(), question -> new ArrayList<>())
                        .add(each.rating());
            }
        }
        var scores = new ArrayList<QuestionScore>();
        sections.forEach((question, section) ->
                scores.add(
                        new QuestionScore(
                                question,
                                section,
                                Score.of(ratings.getOrDefault(question, List.of())))));
        return scores;
    }

    /**
     * How the raters' means of each section lie, in the order in which the sections first appear.
     * Each rater who rated something in it counts the same, whether it was one answer or ten; the
     * deviation is the spread between raters.
     */
    public SequencedMap<String, Spread> sections() {
        var means = new LinkedHashMap<String, List<Double>>();
        for (Scorecard card : scorecards) {
            card.sections()
                    .forEach((section, score) -> {
                        List<Double> all =
                                means.computeIfAbsent(section, name -> new ArrayList<>());
                        score.ratings().mean().ifPresent(all::add);
                    });
        }
        var spreads = new LinkedHashMap<String, Spread>();
        means.forEach((section, all) -> spreads.put(section, Spread.of(all)));
        return spreads;
    }

    /** How the raters' total means lie; each rater who rated something counts the same. */
    public Spread total() {
        return Spread.of(
                scorecards.stream()
                        .map(card -> card.total().ratings().mean())
                        .filter(OptionalDouble::isPresent)
                        .map(OptionalDouble::getAsDouble)
                        .toList());
    }
}
