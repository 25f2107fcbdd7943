package org.interviewplanner.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.interviewplanner.bank.RatingScale;
import org.interviewplanner.scoring.Debrief.QuestionScore;
import org.interviewplanner.scoring.Rating.NotAsked;
import org.interviewplanner.scoring.Rating.NotAssessed;
import org.interviewplanner.scoring.Rating.Rated;
import org.junit.jupiter.api.Test;

class ScoringTest {

    private static final Offset<Double> EXACTLY = within(1e-12);
    private static final Rating NOT_ASKED = new NotAsked();
    private static final Rating NOT_ASSESSED = new NotAssessed();

    /** Storage 4, 2, 3 and one not asked; Security 1 and one not assessed; Teamwork not asked. */
    private static final Scorecard ADA =
            card(
                    question("a", "Storage", new Rated(4)),
                    question("b", "Storage", new Rated(2)),
                    question("c", "Security", new Rated(1)),
                    question("d", "Storage", new Rated(3)),
                    question("e", "Storage", NOT_ASKED),
                    question("f", "Security", NOT_ASSESSED),
                    question("g", "Teamwork", NOT_ASKED));

    /** Storage 2 and one not assessed; Security 3, 4; Teamwork 4. */
    private static final Scorecard GRACE =
            card(
                    question("a", "Storage", new Rated(2)),
                    question("b", "Storage", NOT_ASSESSED),
                    question("c", "Security", new Rated(3)),
                    question("f", "Security", new Rated(4)),
                    question("g", "Teamwork", new Rated(4)));

    @Test
    void countsEachRatedAnswerTheSameInTotal() {
        Score total = ADA.total();

        // (4 + 2 + 1 + 3) / 4 = 2.5; squares 2.25 + 0.25 + 2.25 + 0.25 = 5; √(5 / 3)
        assertThat(total.ratings().count()).isEqualTo(4);
        assertThat(total.ratings().mean()).hasValue(2.5);
        assertThat(total.ratings().deviation().orElseThrow())
                .isCloseTo(1.2909944487358056, EXACTLY);
        assertThat(total.ratings().lowest()).hasValue(1);
        assertThat(total.ratings().highest()).hasValue(4);
        assertThat(total.notAsked()).isEqualTo(2);
        assertThat(total.notAssessed()).isEqualTo(1);
    }

    @Test
    void knowsScorecardsAtTheEndsOfTheScale() {
        assertThat(rated(4, 4, 3, 3).isExtreme()).isTrue(); // 3.5 is a sixth of 3 below 4
        assertThat(rated(4, 3, 3, 3).isExtreme()).isFalse();
        assertThat(rated(1, 2, 1, 2).isExtreme()).isTrue();
        assertThat(rated(1, 2, 2).isExtreme()).isFalse();
        assertThat(rated(4, 4).isExtreme()).isFalse(); // too few
        assertThat(card().isExtreme()).isFalse();
    }

    private static Scorecard rated(int... steps) {
        var questions = new java.util.ArrayList<RatedQuestion>();
        for (int step : steps) {
            questions.add(question("q" + questions.size(), "", new Rated(step)));
        }
        return new Scorecard(RatingScale.DEFAULT, questions);
    }

    @Test
    void keepsSectionsApartInTheirOrder() {
        assertThat(ADA.sections().keySet()).containsExactly("Storage", "Security", "Teamwork");

        Score storage = ADA.sections().get("Storage");
        // (4 + 2 + 3) / 3 = 3; squares 1 + 1 + 0 = 2; √(2 / 2)
        assertThat(storage)
                .isEqualTo(
                        new Score(
                                new Spread(
                                        3,
                                        OptionalDouble.of(3),
                                        OptionalDouble.of(1),
                                        OptionalDouble.of(2),
                                        OptionalDouble.of(4)),
                                1,
                                0));
    }

    @Test
    void hasNoSpreadOfOneRatingAndNoMeanOfNone() {
        assertThat(ADA.sections().get("Security"))
                .isEqualTo(
                        new Score(
                                new Spread(
                                        1,
                                        OptionalDouble.of(1),
                                        OptionalDouble.empty(),
                                        OptionalDouble.of(1),
                                        OptionalDouble.of(1)),
                                0,
                                1));
        assertThat(ADA.sections().get("Teamwork"))
                .isEqualTo(
                        new Score(
                                new Spread(
                                        0,
                                        OptionalDouble.empty(),
                                        OptionalDouble.empty(),
                                        OptionalDouble.empty(),
                                        OptionalDouble.empty()),
                                1,
                                0));
        assertThat(card().total().ratings().mean()).isEmpty();
        assertThat(card().sections()).isEmpty();
    }

    @Test
    void losesNothingByWhatWasNotAskedOrNotAssessed() {
        Scorecard without = card(question("a", "", new Rated(3)), question("b", "", new Rated(4)));
        Scorecard with =
                card(
                        question("a", "", new Rated(3)),
                        question("b", "", new Rated(4)),
                        question("c", "", NOT_ASKED),
                        question("d", "", NOT_ASSESSED));

        assertThat(with.total().ratings()).isEqualTo(without.total().ratings());
    }

    @Test
    void setsRatersSideBySideForEachQuestion() {
        List<QuestionScore> questions = new Debrief(List.of(ADA, GRACE)).questions();

        assertThat(questions)
                .extracting(QuestionScore::question)
                .containsExactly("a", "b", "c", "d", "e", "f", "g");
        // 4 and 2: mean 3, √((1 + 1) / 1)
        Spread a = questions.get(0).score().ratings();
        assertThat(a.count()).isEqualTo(2);
        assertThat(a.mean()).hasValue(3);
        assertThat(a.deviation().orElseThrow()).isCloseTo(1.4142135623730951, EXACTLY);
        // 2 and not assessed: one rater
        assertThat(questions.get(1).score())
                .isEqualTo(Score.of(List.of(new Rated(2), NOT_ASSESSED)));
        assertThat(questions.get(1).score().ratings().count()).isEqualTo(1);
        assertThat(questions.get(1).score().ratings().deviation()).isEmpty();
        // not on Grace's card at all
        assertThat(questions.get(4).score()).isEqualTo(Score.of(List.of(NOT_ASKED)));
        assertThat(questions.get(4).score().ratings().mean()).isEmpty();
        assertThat(questions.get(6).section()).isEqualTo("Teamwork");
    }

    @Test
    void countsEachRaterTheSameForSectionsAndInTotal() {
        var debrief = new Debrief(List.of(ADA, GRACE));

        // Ada 3 of three answers, Grace 2 of one: 2.5; √((0.25 + 0.25) / 1)
        Spread storage = debrief.sections().get("Storage");
        assertThat(storage.count()).isEqualTo(2);
        assertThat(storage.mean()).hasValue(2.5);
        assertThat(storage.deviation().orElseThrow()).isCloseTo(0.7071067811865476, EXACTLY);
        // Ada rated nothing there, Grace 4
        assertThat(debrief.sections().get("Teamwork").count()).isEqualTo(1);
        assertThat(debrief.sections().get("Teamwork").mean()).hasValue(4);
        // Ada 2.5; Grace (2 + 3 + 4 + 4) / 4 = 3.25; mean 2.875
        assertThat(debrief.total().mean().orElseThrow()).isCloseTo(2.875, EXACTLY);
        assertThat(debrief.total().lowest()).hasValue(2.5);
        assertThat(debrief.total().highest()).hasValue(3.25);
        assertThat(new Debrief(List.of()).total().count()).isZero();
        assertThat(new Debrief(List.of()).questions()).isEmpty();
    }

    @Test
    void doesNotDependOnTheOrderOfRatersOrRatings() {
        assertThat(Spread.of(List.of(1, 4, 2, 3))).isEqualTo(Spread.of(List.of(3, 2, 4, 1)));
        assertThat(new Debrief(List.of(ADA, GRACE)).total())
                .isEqualTo(new Debrief(List.of(GRACE, ADA)).total());
    }

    @Test
    void takesNoScorecardThatCannotBeRight() {
        assertThatThrownBy(() -> new Rated(0))
                .hasMessage(
                        "The step (0) of a rating must be at least 1.\n"
                                + "Maybe the question was not asked: that is a rating of its own kind.");
        assertThatThrownBy(() -> card(question("a", "", new Rated(5))))
                .hasMessage("The step (5) of question (a) must be 1 to 4.");
        assertThatThrownBy(
                        () -> card(question("a", "", new Rated(1)), question("a", "", NOT_ASKED)))
                .hasMessage(
                        "The question (a) must stand once on a scorecard.\n"
                                + "Maybe an overruled rating was kept beside the current one.");
        assertThatThrownBy(() -> question(" ", "", NOT_ASKED))
                .hasMessage("The question ( ) of a rating must not be blank.");
        var yesNo = new Scorecard(new RatingScale(List.of("No", "Yes")), List.of());
        assertThatThrownBy(() -> new Debrief(List.of(ADA, yesNo)))
                .hasMessageStartingWith("The scorecards of a debrief must have one scale, not [");
        assertThatThrownBy(
                        () -> new Debrief(List.of(ADA, card(question("a", "Security", NOT_ASKED)))))
                .hasMessage(
                        "The question (a) must be in one section, not in (Storage) and in (Security).");
    }

    private static RatedQuestion question(String question, String section, Rating rating) {
        return new RatedQuestion(question, section, rating);
    }

    private static Scorecard card(RatedQuestion... questions) {
        return new Scorecard(RatingScale.DEFAULT, List.of(questions));
    }
}
