package org.interviewplanner.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Input made to hurt: no exception, no endless work. The limit is generous, a quadratic reading
 * would miss it by far.
 */
class HostileInputTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    static Iterable<String> names() {
        return documents().keySet();
    }

    private static Map<String, String> documents() {
        var documents = new TreeMap<String, String>();
        documents.put(
                "nested lists",
                IntStream.range(0, 3_000)
                        .mapToObj(i -> "  ".repeat(i % 400) + "- Why?\n")
                        .reduce("", String::concat));
        documents.put("nested markers", "- ".repeat(10_000) + "Why?");
        documents.put("nested quotes", "> ".repeat(10_000) + "Why?");
        documents.put("back-ticks", "`".repeat(1_000_000));
        documents.put(
                "uneven back-ticks",
                IntStream.range(1, 1_500).mapToObj("`"::repeat).reduce("", (a, b) -> a + " " + b));
        documents.put("brackets", "[".repeat(1_000_000));
        documents.put("links", "[a](".repeat(200_000));
        documents.put("stars", "*a **b ".repeat(150_000));
        documents.put("strikes", "- ~~Why?\n".repeat(100_000));
        documents.put("one long line", "What is this? ".repeat(350_000));
        documents.put("one long item", "- " + "What is this? ".repeat(350_000));
        documents.put("headings", "## Why?\n".repeat(100_000));
        documents.put(
                "numbered headings",
                IntStream.range(0, 30_000)
                        .mapToObj(i -> "### " + i + ". Why?\n\nSo.\n\n")
                        .collect(java.util.stream.Collectors.joining()));
        documents.put("items", "- What is it?\n".repeat(100_000));
        documents.put("nested pairs", "- What is it?\n  - How so?\n".repeat(50_000));
        documents.put("table", "| a | Question |\n|---|---|\n" + "| 1 | Why? |\n".repeat(100_000));
        documents.put(
                "wide table",
                "|"
                        + " a |".repeat(5_000)
                        + "\n|"
                        + "---|".repeat(5_000)
                        + "\n"
                        + ("|" + " Why? |".repeat(5_000) + "\n").repeat(20));
        documents.put("summaries", "<details><summary>Why?</summary>\n\nSo.\n\n".repeat(50_000));
        documents.put("open tags", "<summary><b><a name=".repeat(100_000));
        documents.put("comments", "<!-- ".repeat(200_000));
        documents.put("fences", "```js\n".repeat(200_000));
        documents.put("open fence", "```\n" + "## Why?\n\n".repeat(100_000));
        documents.put(
                "re-wordings",
                "**Before:** Why is it so?\n\n**After:** Explain why it is so.\n\n".repeat(2_000)
                        + "- Why is that so?\n".repeat(2_000));
        documents.put("bold labels", "- **Section: A** split \"a\" and \"b\"\n".repeat(20_000));
        documents.put("blank", " ".repeat(4_000_000));
        documents.put("lines", "\n".repeat(4_000_000));
        documents.put("carriage returns", "\r".repeat(2_000_000));
        documents.put("half surrogates", "- \uD83D?\n".repeat(1_000) + "\uDE00");
        documents.put("references", "[a]: b\n".repeat(200_000));
        documents.put("emoji", "- Why? " + "⭐".repeat(200_000));
        return documents;
    }

    @ParameterizedTest
    @MethodSource("names")
    void isReadInBoundedTime(String name) {
        var document = documents().get(name);

        var bank =
                Assertions.assertTimeoutPreemptively(LIMIT, () -> new BankParser().parse(document));

        assertThat(bank.problems().size()).isLessThan(10_000);
    }
}
