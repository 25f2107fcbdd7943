package org.interviewplanner.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Input made to hurt: no exception, no endless work, and a sentence that says what is wrong. The
 * limits are of processor time; a quadratic reading would miss them by far.
 */
class HostileInputTest {
    /** A document of five megabytes with half a million entries takes below two seconds. */
    private static final Duration LIMIT = Duration.ofSeconds(6);

    /** Twice the text may take so many times as long; a quadratic reading takes four times. */
    private static final double DOUBLING = 3.2;

    private static final int TRIES = 3;

    private static final Duration NOISE = Duration.ofMillis(800);

    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

    static Iterable<String> names() {
        return documents().keySet();
    }

    private static Map<String, Supplier<String>> documents() {
        var documents = new TreeMap<String, Supplier<String>>();
        documents.put(
                "nested lists",
                () ->
                        IntStream.range(0, 3_000)
                                .mapToObj(i -> "  ".repeat(i % 400) + "- Why?\n")
                                .reduce("", String::concat));
        documents.put("nested markers", () -> "- ".repeat(10_000) + "Why?");
        documents.put("nested quotes", () -> "> ".repeat(10_000) + "Why?");
        documents.put("back-ticks", () -> "`".repeat(1_000_000));
        documents.put(
                "uneven back-ticks",
                () ->
                        IntStream.range(1, 1_500)
                                .mapToObj("`"::repeat)
                                .reduce("", (a, b) -> a + " " + b));
        documents.put("brackets", () -> "[".repeat(1_000_000));
        documents.put("links", () -> "[a](".repeat(200_000));
        documents.put("stars", () -> "*a **b ".repeat(150_000));
        documents.put("strikes", () -> "- ~~Why?\n".repeat(100_000));
        documents.put("one long line", () -> "What is this? ".repeat(350_000));
        documents.put("one long item", () -> "- " + "What is this? ".repeat(350_000));
        documents.put("headings", () -> "## Why?\n".repeat(100_000));
        documents.put(
                "numbered headings",
                () ->
                        IntStream.range(0, 30_000)
                                .mapToObj(i -> "### " + i + ". Why?\n\nSo.\n\n")
                                .collect(java.util.stream.Collectors.joining()));
        documents.put("items", () -> "- What is it?\n".repeat(100_000));
        documents.put("nested pairs", () -> "- What is it?\n  - How so?\n".repeat(50_000));
        documents.put(
                "table", () -> "| a | Question |\n|---|---|\n" + "| 1 | Why? |\n".repeat(100_000));
        documents.put(
                "wide table",
                () ->
                        "|"
                                + " a |".repeat(5_000)
                                + "\n|"
                                + "---|".repeat(5_000)
                                + "\n"
                                + ("|" + " Why? |".repeat(5_000) + "\n").repeat(20));
        documents.put(
                "summaries", () -> "<details><summary>Why?</summary>\n\nSo.\n\n".repeat(50_000));
        documents.put("open tags", () -> "<summary><b><a name=".repeat(100_000));
        documents.put("comments", () -> "<!-- ".repeat(200_000));
        documents.put("fences", () -> "```js\n".repeat(200_000));
        documents.put("open fence", () -> "```\n" + "## Why?\n\n".repeat(100_000));
        documents.put(
                "re-wordings",
                () ->
                        "**Before:** Why is it so?\n\n**After:** Explain why it is so.\n\n"
                                        .repeat(2_000)
                                + "- Why is that so?\n".repeat(2_000));
        documents.put(
                "bold labels", () -> "- **Section: A** split \"a\" and \"b\"\n".repeat(20_000));
        documents.put("blank", () -> " ".repeat(4_000_000));
        documents.put("lines", () -> "\n".repeat(4_000_000));
        documents.put("carriage returns", () -> "\r".repeat(2_000_000));
        documents.put("half surrogates", () -> "- \uD83D?\n".repeat(1_000) + "\uDE00");
        documents.put("references", () -> "[a]: b\n".repeat(200_000));
        documents.put("emoji", () -> "- Why? " + "⭐".repeat(200_000));
        documents.put("stars only", () -> "*".repeat(1_000_000));
        documents.put(
                "very wide table",
                () ->
                        "|"
                                + " a |".repeat(10_000)
                                + "\n|"
                                + "---|".repeat(10_000)
                                + "\n"
                                + ("|" + " Why? |".repeat(10_000) + "\n").repeat(20));
        documents.put("many references", () -> "[a]: b\n".repeat(700_000));
        documents.put("NULs", () -> "\0".repeat(4_900_000));
        documents.put("late NULs", () -> "- Why?\n".repeat(4_000) + "\0".repeat(4_900_000));
        documents.put("high surrogates", () -> "\uD83D".repeat(4_900_000));
        documents.put("openers", () -> "<details>".repeat(540_000));
        documents.put("opener lines", () -> "<details>\n".repeat(490_000));
        documents.put(
                "folds in folds",
                () ->
                        "<details><summary>Why?</summary>\n\n".repeat(50_000)
                                + "</details>\n\n".repeat(50_000));
        documents.put("divisions", () -> "<div>".repeat(980_000));
        documents.put("lists in HTML", () -> "<ul>\n" + "<li>Why?</li>\n".repeat(350_000));
        documents.put(
                "suggestions",
                () ->
                        "## A section\n\n- Why?\n- How?\n\n"
                                + "Split **A section** into \"a\" and \"b\".\n\n".repeat(100_000));
        documents.put(
                "arrows", () -> "- Why?\n- How?\n\n" + "\"Why?\" -> \"How?\"\n\n".repeat(200_000));
        documents.put(
                "lines without bullets",
                () -> "What is it?\nWhy is it?\nName it\n\n".repeat(150_000));
        return documents;
    }

    @ParameterizedTest
    @MethodSource("names")
    void isReadInBoundedTime(String name) {
        var document = Objects.requireNonNull(documents().get(name)).get();

        var time = new long[1];
        var bank =
                Assertions.assertTimeoutPreemptively(
                        Duration.ofMinutes(2),
                        () -> {
                            long begin = PROCESSOR.getCurrentThreadCpuTime();
                            var read = new BankParser().parse(document);
                            time[0] = PROCESSOR.getCurrentThreadCpuTime() - begin;
                            return read;
                        });

        assertThat(Duration.ofNanos(time[0])).isLessThanOrEqualTo(LIMIT);
        assertThat(bank.problems().size()).isLessThan(10_000);
        if (bank.questions().isEmpty()) {
            assertThat(bank.problems()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void takesAboutTwiceAsLongForTwiceTheText(String name) {
        var document = Objects.requireNonNull(documents().get(name)).get();
        var half = document.substring(0, document.length() / 2);

        Duration bound;
        var least = Duration.ofDays(1);
        int tries = 0;
        do {
            // A pause of the machine looks like growth; growth shows at every try.
            bound = Duration.ofNanos((long) (DOUBLING * time(half).toNanos())).plus(NOISE);
            var second = time(document);
            least = least.compareTo(second) < 0 ? least : second;
            tries++;
        } while (least.compareTo(bound) > 0 && tries < TRIES);

        assertThat(least).isLessThanOrEqualTo(bound);
    }

    private static Duration time(String document) {
        long begin = PROCESSOR.getCurrentThreadCpuTime();
        new BankParser().parse(document);
        return Duration.ofNanos(PROCESSOR.getCurrentThreadCpuTime() - begin);
    }
}
