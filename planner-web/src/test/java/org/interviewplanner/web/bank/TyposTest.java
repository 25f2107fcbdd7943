package org.interviewplanner.web.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TyposTest {
    private static final List<String> TEXTS =
            List.of(
                    "What does a middleware do to a request?",
                    "When is a queryset evaluated?",
                    "Which queue?",
                    "Когда закрывается транзакция?",
                    "How do you cache a view?",
                    "What is a cache?",
                    "Where do you camp?");

    @ParameterizedTest
    @CsvSource({
        "middelware, middleware",
        "midlewar, middleware", // still being typed
        "eqeuu, ", // three letters are wrong
        "quue, queue",
        "cahce, cache",
        "транзакцыя, транзакция",
        "reqest, request",
        "ORM, ", // short words mean themselves
        "caqe, ", // no letter of it is near enough to a longer word
        "kubernetes, "
    })
    void findsTheWordThatIsMeant(String typed, String meant) {
        assertThat(Typos.nearest(typed, TEXTS)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({"caze, cake case case, case", "caze, case cake cake, cake"})
    void takesTheMoreFrequentOfEquallyNearOnes(String typed, String texts, String meant) {
        assertThat(Typos.nearest(typed, List.of(texts.split(" ")))).isEqualTo(meant);
    }
}
