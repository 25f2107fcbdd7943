package org.interviewplanner.bank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The examples of {@code bank-format.md}. */
final class FormatManual {
    /**
     * One example.
     *
     * @param line 1-based line where it begins
     * @param document the Markdown
     * @param reading what is to be read from it, in the notation of {@link BankText}
     */
    record Example(int line, String document, String reading) {
        @Override
        public String toString() {
            return "example at line " + line;
        }
    }

    private static final String FENCE = "`".repeat(20);

    private FormatManual() {}

    static List<Example> examples() {
        var examples = new ArrayList<Example>();
        var lines = text().split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].equals(FENCE + " example")) {
                int begin = i + 1;
                int dot = begin;
                while (!lines[dot].equals(".")) {
                    dot++;
                }
                int end = dot;
                while (!lines[end].equals(FENCE)) {
                    end++;
                }
                examples.add(
                        new Example(begin, joined(lines, begin, dot), joined(lines, dot + 1, end)));
                i = end;
            }
        }
        return examples;
    }

    private static String joined(String[] lines, int from, int to) {
        return String.join("\n", List.of(lines).subList(from, to)) + "\n";
    }

    private static String text() {
        try (var stream =
                Objects.requireNonNull(FormatManual.class.getResourceAsStream("bank-format.md"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
