package org.interviewplanner.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FormatManualTest {
    static List<FormatManual.Example> examples() {
        return FormatManual.examples();
    }

    @Test
    void hasAnExampleForEachLayout() {
        assertThat(examples()).hasSizeGreaterThanOrEqualTo(50);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isReadAsTheManualSays(FormatManual.Example example) {
        var bank = new BankParser().parse(example.document());

        assertThat(BankText.of(bank)).isEqualTo(example.reading());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isReadTheSameWithWindowsLineEndsAndByteOrderMark(FormatManual.Example example) {
        var bank = new BankParser().parse("\uFEFF" + example.document().replace("\n", "\r\n"));

        assertThat(BankText.of(bank)).isEqualTo(example.reading());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isReadWithoutHarmWhenCutAtAnyLength(FormatManual.Example example) {
        var parser = new BankParser();
        for (int length = 0; length <= example.document().length(); length++) {
            var cut = example.document().substring(0, length);
            assertThatCode(() -> parser.parse(cut))
                    .as("cut at %d", length)
                    .doesNotThrowAnyException();
        }
    }
}
