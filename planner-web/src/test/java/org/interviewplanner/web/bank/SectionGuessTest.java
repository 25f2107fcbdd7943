package org.interviewplanner.web.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SectionGuessTest {

    @Test
    void placesByTheWordsOfTheNamesWhateverTheirEndings() {
        assertThat(
                        SectionGuess.of(
                                List.of("Routing", "Middleware"),
                                List.of(
                                        "How are routes matched?",
                                        "In which order do middlewares run?",
                                        "What is a slug?")))
                .containsExactly(0, 1, null);
    }

    @Test
    void placesTheRestByTheWordsOfThoseThatWerePlaced() {
        assertThat(
                        SectionGuess.of(
                                List.of("Springs", "Lakes"),
                                List.of(
                                        "Which springs carry sulphur?",
                                        "How deep are lakes?",
                                        "Where does sulphur settle?")))
                .containsExactly(0, 1, 0);
    }

    @Test
    void leavesEverythingWhereNoNameIsGiven() {
        assertThat(SectionGuess.of(List.of(), List.of("What is slate?")))
                .containsExactly((Integer) null);
    }
}
