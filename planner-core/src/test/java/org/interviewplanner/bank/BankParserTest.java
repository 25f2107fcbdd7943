package org.interviewplanner.bank;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BankParserTest {
    private final BankParser parser = new BankParser();

    @Test
    void keepsLineAndSourceOfEachQuestion() {
        var bank =
                parser.parse(
                        "# Bank\n\n## Nets\n\n1. What is a port?\n   *level 1*\n2. What is a socket?\n");

        assertThat(bank.questions()).extracting(ParsedQuestion::line).containsExactly(5, 7);
        assertThat(bank.questions().getFirst().source())
                .isEqualTo("1. What is a port?\n   *level 1*");
        assertThat(bank.sections()).containsExactly(new Section(java.util.List.of("Nets"), 3));
    }

    @Test
    void listsOuterSectionsBeforeInnerOnes() {
        var bank =
                parser.parse(
                        "# T\n\n## A\n\n### B\n\n- Why?\n- How so?\n\n## C\n\n- What else?\n- When?\n");

        assertThat(bank.sections())
                .extracting(Section::path)
                .map(it -> String.join("/", it))
                .containsExactly("A", "A/B", "C");
    }

    @Test
    void takesTheTitleFromTheFrontMatter() {
        var bank =
                parser.parse(
                        "---\ntitle: \"Interview questions\"\n---\n\n### Explain tides\n\nThe moon.\n\n### What is wind?\n\nAir.\n");

        assertThat(bank.title()).isEqualTo("Interview questions");
        assertThat(bank.questions()).extracting(ParsedQuestion::line).containsExactly(5, 9);
    }

    @Test
    void saysThatATooLongDocumentIsNotRead() {
        var bank = parser.parse("- Why?\n".repeat(BankParser.MAX_CHARACTERS / 7 + 1));

        assertThat(bank.questions()).isEmpty();
        assertThat(bank.problems())
                .extracting(BankProblem::sentence)
                .singleElement()
                .asString()
                .startsWith("The document has ")
                .contains("5,000,000");
    }

    @Test
    void saysWhatToDoWithABinary() {
        assertThat(sentence("PK\u0003\u0004\u0014\u0000\u0006\u0000word/document.xml"))
                .contains("Word file");
        assertThat(sentence("\u0000\u0001\uFFFD\uFFFDELF\u0002\u0001"))
                .contains("not a text in UTF-8");
        assertThat(sentence("<!DOCTYPE html><html><body>Why?</body></html>")).contains("web page");
    }

    @Test
    void readsNothingFromNothing() {
        assertThat(sentence("")).isEqualTo("No question was found in this document.");
        assertThat(sentence(" \n\t\n")).isEqualTo("No question was found in this document.");
    }

    private String sentence(String document) {
        var bank = parser.parse(document);
        assertThat(bank.questions()).isEmpty();
        return bank.problems().getFirst().sentence();
    }
}
