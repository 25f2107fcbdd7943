package org.interviewplanner.bank;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicTermsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What is the purpose of the `max_age` setting? | =maxage, max, age, set",
                "How do you use ListView and IPv6? | =listview, list, view, ipv6",
                "How do you handle the server's URLs? | server, url",
                "Explain token-based log-ins with Ctrl-C. | token, log, ins, =ctrlc, ctrl, c",
                "What are caches, and how does caching work? | cach",
                "Which languages: C, C++ or C#? | languag, c, c++, c#",
                "Wozu dienen Transaktionen? | transakt",
                "Pourquoi l'index est-il lent ? | index, lent",
                "Что такое потоки? | поток",
                "vue的生命周期是什么？ | 生命, 命周, 周期, vue",
                "Is it so? | ''"
            })
    void areWhatAQuestionIsAbout(String wording, String terms) {
        assertThat(String.join(", ", TopicTerms.of(wording, null).keySet())).isEqualTo(terms);
    }

    @ParameterizedTest
    @CsvSource({
        "queries, query",
        "classes, class",
        "status, status",
        "throttling, throttle",
        "cached, caching",
        "validation, validating",
        "mapping, map",
        "format, formats",
        "indexes, index"
    })
    void makeFormsOfAnEnglishWordOne(String one, String other) {
        assertThat(TopicTerms.englishStem(one)).isEqualTo(TopicTerms.englishStem(other));
    }

    @Test
    void giveNamesOfOneThingOneTerm() {
        assertThat(TopicTerms.of("Why TLS?", null).keySet())
                .isEqualTo(TopicTerms.of("Why HTTPS?", null).keySet());
    }

    @Test
    void showTheFormThatTheWordingHas() {
        assertThat(TopicTerms.of("Why `SchemaGenerators`?", null))
                .containsEntry("generator", "Generators");
    }
}
