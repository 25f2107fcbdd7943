package org.interviewplanner.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoteMergeTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "one two, one two, ONE two, ONE two",
                "one two, one TWO, one two, one TWO",
                "one two, one TWO, ONE two, ONE TWO",
                "one two, ONE two, one TWO, ONE TWO",
                "\"\", theirs, mine, \"theirs\nmine\"",
                "base, base theirs, base mine, \"base theirs\n mine\"",
                "old, new, other, \"new\nother\"",
                "same, both, both, both"
            })
    void keepsWhatBothTabsMade(String base, String theirs, String mine, String merged) {
        assertThat(NoteMerge.merge(base, theirs, mine)).isEqualTo(merged);
    }

    @Test
    void neverLosesAnInsertedWord() {
        var random = new Random(7);
        for (var round = 0; round < 2_000; round++) {
            var base = "abc \uD83D\uDE00 def".repeat(1 + random.nextInt(3));
            var theirs = inserted(base, random, "THEIRS");
            var mine = inserted(base, random, "MINE");

            assertThat(NoteMerge.merge(base, theirs, mine)).contains("THEIRS").contains("MINE");
        }
    }

    private static String inserted(String base, Random random, String word) {
        var at = base.offsetByCodePoints(0, random.nextInt(base.codePointCount(0, base.length())));
        return base.substring(0, at) + word + base.substring(at);
    }
}
