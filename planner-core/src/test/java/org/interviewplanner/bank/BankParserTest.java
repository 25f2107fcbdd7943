package org.interviewplanner.bank;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** Somebody's first try is short, and does not always say that it holds questions. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "## Storage\n\n1. What is an index?\n2. Explain covering indexes.\n\n## Other\n\n1. Name four isolation levels.\n2. Name the parts of a plan.\n3. What does a trigger do?\n",
                "## Other\n\n- Name four isolation levels.\n- Name the parts of a plan.\n- What does a trigger do?\n",
                "## Storage\n\n1. Name two kinds of index.\n2. Explain locks.\n3. Describe MVCC.\n4. Compare hash and tree.\n5. Define a view.\n",
                "## What is a deadlock?\n\nTwo that wait for each other.\n\n## How does a mutex differ from a semaphore?\n\nIt has an owner.\n"
            })
    void readsAShortDocumentWhole(String document) {
        assertThat(parser.parse(document).questions())
                .hasSize(
                        (int)
                                document.lines()
                                        .filter(it -> it.matches("(\\d\\.|-|## [WH]).*"))
                                        .count());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "## Before you send it\n\n- Explain your change.\n- List the tests.\n- Describe the risk.\n",
                "# Setup\n\n## Why Docker?\n\nIt is easy.\n\n## Install\n\n1. Get it.\n2. Run it.\n",
                "# Notes\n\n- Name: Ada\n- Describe: a tool\n- Version: 2\n- Licence: MIT\n- Home: here\n"
            })
    void findsNoQuestionInInstructions(String document) {
        assertThat(parser.parse(document).questions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# Choose a queue\n\n## What hurts?\n\nLost jobs.\n\n## What did we decide?\n\nOne table.\n\n## What follows?\n\nLess to run.\n",
                "# Guide to the hour of interviews\n\n## Before the interview\n\n- Is the room free?\n- Have you read the letter?\n"
            })
    void findsNoQuestionInWhatAsksNoCandidate(String document) {
        assertThat(parser.parse(document).questions()).isEmpty();
    }

    @Test
    void readsNothingFromAFormForIssues() {
        var form =
                """
                ---
                name: New question
                about: Propose one
                labels: idea
                ---

                **What would you ask?**

                **What would you like to hear?**

                **Who would be asked?**
                """;

        assertThat(sentence(form)).startsWith("This is a form for issues");
    }

    @Test
    void takesPolishAndForAWordOfNoReader() {
        var bank =
                parser.parse(
                        "# Praca\n\n- Czym są klasa i obiekt?\n- Co robią get i set?\n- Czym jest stos i kolejka?\n");

        assertThat(bank.questions()).hasSize(3);
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
