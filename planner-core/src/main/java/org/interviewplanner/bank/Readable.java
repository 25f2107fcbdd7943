package org.interviewplanner.bank;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Refuses what is no Markdown text, with a sentence that says what to do instead. */
final class Readable {
    private static final int SAMPLE = 20_000;
    private static final double MOST_CONTROLS = 0.01;

    private Readable() {}

    /** Why a text is not read, or null if it is. */
    static @Nullable String objection(String text) {
        if (text.length() > BankParser.MAX_CHARACTERS) {
            return "The document has %,d characters; at most %,d are read. Maybe divide it by sections."
                    .formatted(text.length(), BankParser.MAX_CHARACTERS);
        }
        var sample = text.substring(0, Math.min(SAMPLE, text.length()));
        int controls = 0;
        for (int i = 0; i < sample.length(); i++) {
            char c = sample.charAt(i);
            boolean isControl = c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f';
            controls += isControl || c == 0xFFFD ? 1 : 0;
        }
        if (sample.startsWith("PK") && controls > 0) {
            return "This is a Word file or another archive, not a Markdown text. Maybe save it as plain text or Markdown first.";
        }
        if (controls > MOST_CONTROLS * sample.length()) {
            return "This is not a text in UTF-8. Maybe save it as plain text in UTF-8 first.";
        }
        var head =
                sample.substring(0, Math.min(200, sample.length()))
                        .strip()
                        .toLowerCase(Locale.ROOT);
        if (head.startsWith("<!doctype html") || head.startsWith("<html")) {
            return "This is a web page, not a Markdown text. Maybe copy its text and paste that.";
        }
        return null;
    }
}
