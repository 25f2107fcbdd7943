package org.interviewplanner.web.bank;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The sentences for what is no Markdown: what it is, and what to do instead. */
final class Refusals {
    static final String EMPTY =
            "The document is empty. Drop a Markdown file with your questions, or paste them.";
    static final String NO_QUESTIONS =
            "No question was found in this document. Write each question as a list item under a"
                    + " heading, or as a heading with its answer below, and try again.";
    static final String TOO_LARGE =
            "The document has more than 5 MB. Split it by its chapters and import them one by one.";
    static final String TOO_MANY =
            "At most %d documents with %d MB together are read at once. Import the others afterwards."
                    .formatted(UploadedFile.MAX_FILES, UploadedFile.MAX_TOTAL_BYTES / 1024 / 1024);
    static final String WORD =
            "This is a Word file. In Word, save it as plain text (or paste its text here), and"
                    + " import that.";
    static final String OFFICE = "This is an Office file. Copy its text and paste it here.";

    /** How much of a file is looked at to see what it is. */
    private static final int HEAD = 4096;

    private static final Pattern HTML =
            Pattern.compile(
                    "\\s*(?:<\\?xml[^>]{0,200}>\\s*)?(?:<!--.{0,1000}?-->\\s*)?(?:<!doctype html|<html\\b|<head\\b|<body\\b).*",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private Refusals() {}

    /** Why the content is no text document, or null if it may be one. */
    static @Nullable String of(byte[] content) {
        if (content.length > UploadedFile.MAX_BYTES) {
            return TOO_LARGE;
        }
        if (content.length == 0) {
            return EMPTY;
        }
        var head =
                new String(content, 0, Math.min(content.length, HEAD), StandardCharsets.ISO_8859_1);
        if (head.startsWith("%PDF-")) {
            return "This is a PDF, which keeps pages, not questions. Upload the Markdown or text that it was made from.";
        }
        if (head.startsWith("{\\rtf")) {
            return "This is a rich-text file. Save it as plain text or Markdown in your editor, and upload that.";
        }
        if (head.startsWith("\u00D0\u00CF\u0011\u00E0")) {
            return "This is an old Office file (Word or Excel). Save it as plain text in the program that made it, or paste its text here.";
        }
        if (isPicture(head)) {
            return "This is a picture. Only text can be read: type or paste the questions that it shows.";
        }
        if (isPacked(head)) {
            return "This is a packed archive of a kind that is not opened here. Unpack it, and drop its Markdown files or a zip of them.";
        }
        if (isUtf16(content, head)) {
            return "This text is written in UTF-16. Save it as UTF-8 in your editor, and upload that.";
        }
        int zero = indexOfZero(content);
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

    private static boolean isPicture(String head) {
        return head.startsWith("\u0089PNG")
                || head.startsWith("\u00FF\u00D8\u00FF")
                || head.startsWith("GIF8")
                || head.startsWith("BM") && head.indexOf('\0') > 0
                || head.startsWith("RIFF") && head.startsWith("WEBP", 8)
                || head.startsWith("II*\0")
                || head.startsWith("MM\0*")
                || head.startsWith("ftypheic", 4)
                || head.startsWith("ftypavif", 4);
    }

    private static boolean isPacked(String head) {
        return head.startsWith("\u001F\u008B")
                || head.startsWith("7z\u00BC\u00AF")
                || head.startsWith("Rar!\u001A")
                || head.startsWith("\u00FD7zXZ")
                || head.startsWith("BZh") && head.length() > 10 && head.startsWith("1AY", 4)
                || head.startsWith("\u0028\u00B5\u002F\u00FD");
    }

    /** With its mark, or without: Latin text in two bytes a character has a zero in every other. */
    private static boolean isUtf16(byte[] content, String head) {
        if (head.startsWith("\u00FF\u00FE") || head.startsWith("\u00FE\u00FF")) {
            return true;
        }
        int length = Math.min(content.length, HEAD) & ~1;
        int even = 0;
        int odd = 0;
        for (int i = 0; i < length; i += 2) {
            even += content[i] == 0 ? 1 : 0;
            odd += content[i + 1] == 0 ? 1 : 0;
        }
        int most = Math.max(even, odd);
        return length >= 8 && Math.min(even, odd) == 0 && most > length / 4;
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

    private static int indexOfZero(byte[] content) {
        for (int i = 0; i < content.length; i++) {
            if (content[i] == 0) {
                return i;
            }
        }
        return -1;
    }
}
