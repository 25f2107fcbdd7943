package org.interviewplanner.web.blueprint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.interviewplanner.bank.Difficulty;
import org.interviewplanner.web.blueprint.Quota;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellEntryTest {

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    3,        2, 4, 3
                    0,        0, 1, 0
                    =3,       3, 3,
                    2-4,      2, 4,
                    2 – 4,    2, 4,
                    3 (1-5),  1, 5, 3
                    3 1–5,    1, 5, 3
                    200,      199, 200, 200
                    ≥2,       2, 200,
                    >=2,      2, 200,
                    2+,       2, 200,
                    ≤3,       0, 3,
                    """)
    void readsWhatPeopleType(String typed, int min, int max, Integer target) {
        assertThat(CellEntry.parse(null, Difficulty.BASIC, typed))
                .contains(new Quota(null, Difficulty.BASIC, min, max, target));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "4-2", "201", "1-201", "=", "3 (5-1)", "999", "1-2-3", "٣"})
    void refusesWhatMeansNothing(String typed) {
        assertThat(CellEntry.isValid(typed)).isFalse();
        assertThat(CellEntry.parse(null, Difficulty.BASIC, typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "=3", "2–4", "3 (1–5)", "0", "≥2"})
    void writesWhatItReads(String text) {
        var quota = CellEntry.parse(null, Difficulty.BASIC, text).orElseThrow();

        assertThat(CellEntry.text(quota)).isEqualTo(text);
    }

    @Test
    void takesAnEmptyCellForNoQuota() {
        assertThat(CellEntry.isValid(" ")).isTrue();
        assertThat(CellEntry.parse(null, Difficulty.BASIC, " ")).isEmpty();
    }
}
