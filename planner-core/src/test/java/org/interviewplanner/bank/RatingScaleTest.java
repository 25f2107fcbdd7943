package org.interviewplanner.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RatingScaleTest {

    @Test
    void hasFourStepsWithoutAMiddleByDefault() {
        assertThat(RatingScale.DEFAULT.steps()).isEqualTo(4);
        assertThat(RatingScale.DEFAULT.label(1)).isEqualTo("Poor");
        assertThat(RatingScale.DEFAULT.label(4)).isEqualTo("Excellent");
    }

    @Test
    void saysWhichStepsItHas() {
        assertThatThrownBy(() -> RatingScale.DEFAULT.label(0))
                .hasMessage("The step (0) must be 1 to 4.");
        assertThatThrownBy(() -> RatingScale.DEFAULT.label(5))
                .hasMessage("The step (5) must be 1 to 4.");
    }

    @Test
    void takesTwoToSevenSteps() {
        assertThat(new RatingScale(List.of("No", "Yes")).steps()).isEqualTo(2);
        assertThat(new RatingScale(List.of("1", "2", "3", "4", "5", "6", "7")).steps())
                .isEqualTo(7);
        assertThatThrownBy(() -> new RatingScale(List.of("Only")))
                .hasMessage("The rating scale ([Only]) must have 2 to 7 labels, not 1.");
        assertThatThrownBy(() -> new RatingScale(List.of("1", "2", "3", "4", "5", "6", "7", "8")))
                .hasMessageEndingWith("must have 2 to 7 labels, not 8.");
    }

    @Test
    void takesNoLabelThatIsBlankTooLongOrThereTwice() {
        assertThatThrownBy(() -> new RatingScale(List.of("Poor", " ")))
                .hasMessage("The label ( ) of the rating scale must have 1 to 40 characters.");
        assertThatThrownBy(() -> new RatingScale(List.of("Poor", "x".repeat(41))))
                .hasMessageEndingWith("must have 1 to 40 characters.");
        assertThatThrownBy(() -> new RatingScale(List.of("Good", "Good")))
                .hasMessage(
                        "The label (Good) must stand once in the rating scale ([Good, Good]).\n"
                                + "Maybe a step was copied and not renamed.");
    }
}
