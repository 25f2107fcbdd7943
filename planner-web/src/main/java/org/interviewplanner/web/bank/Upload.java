package org.interviewplanner.web.bank;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.interviewplanner.bank.BankParser;
import org.jspecify.annotations.Nullable;

/** Turns what a person dropped into text, or into the sentence that says why it cannot be read. */
sealed interface Upload {
    /** The largest file that is looked at: 5 MB. */
    int MAX_BYTES = 5 * 1024 * 1024;

    /**
     * A document.
     *
     * @param text with {@code \n} at line ends, without byte order mark
     */
    record Document(String text, String sha256) implements Upload {}

    /** Something else. */
    record Unreadable(String sentence) implements Upload {}

    static Upload read(byte[] content) {
        var sentence = Refusals.of(content);
        if (sentence != null) {
            return new Unreadable(sentence);
        }
        var text = CharBuffer.allocate(content.length);
        var bytes = ByteBuffer.wrap(content);
        var decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        if (decoder.decode(bytes, text, true).isError()) {
            return new Unreadable(Refusals.notUtf8(content, bytes.position()));
        }
        return document(text.flip().toString(), content);
    }

    static Upload read(String text) {
        // Each character takes at least one byte: no need to encode what is too long anyway.
        if (text.length() > MAX_BYTES) {
            return new Unreadable(Refusals.tooLarge(text.length()));
        }
        var content = text.getBytes(StandardCharsets.UTF_8);
        var sentence = Refusals.of(content);
        return sentence != null ? new Unreadable(sentence) : document(text, content);
    }

    private static Upload document(String text, byte[] content) {
        var plain =
                (text.startsWith("\uFEFF") ? text.substring(1) : text)
                        .replace("\r\n", "\n")
                        .replace('\r', '\n');
        if (plain.isBlank()) {
            return new Unreadable(Refusals.EMPTY);
        }
        if (plain.length() > BankParser.MAX_CHARACTERS) {
            return new Unreadable(Refusals.tooLarge(content.length));
        }
        return new Document(plain, sha256(content));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** The sentences for what is no Markdown. */
    final class Refusals {
        static final String EMPTY =
                "The document is empty. Drop a Markdown file with your questions, or paste them.";
        static final String NO_QUESTIONS =
                "No question was found in this document. Write each question as a list item under a"
                        + " heading, or as a heading with its answer below, and try again.";

        private static final Pattern HTML =
                Pattern.compile(
                        "\\s*(?:<\\?xml[^>]{0,200}>\\s*)?(?:<!doctype html|<html\\b|<head\\b).*",
                        Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

        private Refusals() {}

        static @Nullable String of(byte[] content) {
            if (content.length > MAX_BYTES) {
                return tooLarge(content.length);
            }
            if (content.length == 0) {
                return EMPTY;
            }
            var head =
                    new String(
                            content,
                            0,
                            Math.min(content.length, 4096),
                            StandardCharsets.ISO_8859_1);
            if (head.startsWith("PK\3\4") || head.startsWith("PK\5\6")) {
                return zipped(content);
            }
            if (head.startsWith("%PDF-")) {
                return "This is a PDF, which keeps pages, not questions. Upload the Markdown or text that it was made from.";
            }
            if (head.startsWith("{\\rtf")) {
                return "This is a rich-text file. Save it as plain text or Markdown in your editor, and upload that.";
            }
            if (head.startsWith("\u00D0\u00CF\u0011\u00E0")) {
                return "This is an old Office file. Save it as plain text or Markdown in your editor, and upload that.";
            }
            if (head.startsWith("\u00FF\u00FE") || head.startsWith("\u00FE\u00FF")) {
                return "This text is written in UTF-16. Save it as UTF-8 in your editor, and upload that.";
            }
            int zero = indexOf(content, (byte) 0);
            if (zero >= 0) {
                return "This is a binary file (a zero byte stands at position %,d). Upload the Markdown text of your questions."
                        .formatted(zero + 1);
            }
            var start = head.startsWith("\u00EF\u00BB\u00BF") ? head.substring(3) : head;
            if (HTML.matcher(start).matches()) {
                return "This is an HTML page. Copy the text that it shows and paste it, or upload the Markdown that it was made from.";
            }
            return null;
        }

        static String tooLarge(long bytes) {
            return String.format(
                    Locale.ROOT,
                    "The document has %.1f MB; at most 5 MB are read. Split it by its chapters and import them one by one.",
                    bytes / 1024.0 / 1024.0);
        }

        static String notUtf8(byte[] content, int position) {
            int line = 1;
            for (int i = 0; i < position; i++) {
                if (content[i] == '\n') {
                    line++;
                }
            }
            return "This text is not valid UTF-8: line %,d has a byte that is no character. Save it as UTF-8 in your editor, and upload that."
                    .formatted(line);
        }

        private static String zipped(byte[] content) {
            // The names of a zip's entries stand in the clear; only those of the Office formats
            // matter here.
            var names = new String(content, StandardCharsets.ISO_8859_1);
            if (names.contains("word/")) {
                return "This is a Word file. In Word, save it as plain text (or paste its text here), and import that.";
            }
            if (names.contains("xl/")
                    || names.contains("ppt/")
                    || names.contains("mimetypeapplication/vnd.oasis")) {
                return "This is an Office file. Copy its text and paste it here.";
            }
            return "This is a zip archive. Unpack it and import its Markdown documents one by one.";
        }

        private static int indexOf(byte[] content, byte value) {
            for (int i = 0; i < content.length; i++) {
                if (content[i] == value) {
                    return i;
                }
            }
            return -1;
        }
    }
}
