package org.interviewplanner.web.bank.ui;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import org.interviewplanner.web.bank.ui.WordDiff.Fate;
import org.interviewplanner.web.bank.ui.WordDiff.Piece;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordDiffTest {

    @Test
    void keepsWhatBothHaveAndTellsWhatWentAndCame() {
        assertThat(WordDiff.between("How deep is a lake?", "How deep can a lake be?"))
                .containsExactly(
                        new Piece(Fate.KEPT, "How deep "),
                        new Piece(Fate.REMOVED, "is"),
                        new Piece(Fate.ADDED, "can"),
                        new Piece(Fate.KEPT, " a lake"),
                        new Piece(Fate.ADDED, " be"),
                        new Piece(Fate.KEPT, "?"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 'a b'",
                "'a b' | ''",
                "'one two three' | 'three two one'",
                "'Чем отличается A от B?' | 'Чем A лучше B?'",
                "'x  y\tz' | 'x y z'"
            })
    void losesNothingOfEitherText(String before, String after) {
        var pieces = WordDiff.between(before, after);

        assertThat(
                        pieces.stream()
                                .filter(it -> it.fate() != Fate.ADDED)
                                .map(Piece::text)
                                .collect(joining()))
                .isEqualTo(before);
        assertThat(
                        pieces.stream()
                                .filter(it -> it.fate() != Fate.REMOVED)
                                .map(Piece::text)
                                .collect(joining()))
                .isEqualTo(after);
    }

    @Test
    void showsHugeTextsAsReplaced() {
        var before = "a ".repeat(3000);
        var after = "b ".repeat(3000);

        assertThat(WordDiff.between(before, after))
                .containsExactly(new Piece(Fate.REMOVED, before), new Piece(Fate.ADDED, after));
    }
}
