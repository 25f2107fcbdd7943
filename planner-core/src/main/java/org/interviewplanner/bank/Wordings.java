package org.interviewplanner.bank;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compares wordings by what they say: without markup, case, punctuation and blanks. */
final class Wordings {
    private static final int MAX_ADDRESS = 2000;
    private static final Pattern TAG =
            Pattern.compile("</?[a-zA-Z][a-zA-Z0-9]{0,20}(?:\\s[^<>\\n]{0,1000})?/?>");

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Wordings() {}

    /** The words of inline Markdown: links become their text; images and tags vanish. */
    static String plain(String markdown) {
        var text = markdown.indexOf("](") < 0 ? markdown : withoutLinks(markdown);
        return text.indexOf('<') < 0 ? text : TAG.matcher(text).replaceAll(" ");
    }

    /** A text without each of some characters. */
    static String without(String text, String characters) {
        StringBuilder kept = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isLeftOut = characters.indexOf(c) >= 0;
            if (isLeftOut && kept == null) {
                kept = new StringBuilder(text.length()).append(text, 0, i);
            } else if (!isLeftOut && kept != null) {
                kept.append(c);
            }
        }
        return kept == null ? text : kept.toString();
    }

    /** A text with one blank in each place of blanks, and none at its ends. */
    static String singleBlanks(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' && (c != ' ' || i + 1 < text.length() && text.charAt(i + 1) == ' ')) {
                return BLANKS.matcher(text).replaceAll(" ").strip();
            }
        }
        return text.strip();
    }

    /**
     * One pass: a bracket that closes before a bracketed address takes its opening bracket and the
     * address away.
     */
    static String withoutLinks(String markdown) {
        var plain = new StringBuilder(markdown.length());
        var open = new ArrayDeque<Integer>();
        for (int i = 0; i < markdown.length(); i++) {
            char c = markdown.charAt(i);
            if (c == ']' && !open.isEmpty()) {
                int begin = open.pop();
                int end =
                        i + 1 < markdown.length() && markdown.charAt(i + 1) == '('
                                ? addressEnd(markdown, i + 2)
                                : -1;
                if (end > 0) {
                    boolean isImage = begin > 0 && plain.charAt(begin - 1) == '!';
                    if (isImage) {
                        plain.setLength(begin - 1);
                        plain.append(' ');
                    } else {
                        plain.deleteCharAt(begin);
                    }
                    i = end;
                    continue;
                }
            } else if (c == '[') {
                open.push(plain.length());
            }
            plain.append(c);
        }
        return plain.toString();
    }

    /** Index of the bracket that closes an address, or -1. */
    private static int addressEnd(String markdown, int from) {
        int depth = 1;
        int limit = Math.min(markdown.length(), from + MAX_ADDRESS);
        for (int i = from; i < limit; i++) {
            char c = markdown.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /**
     * The key under which two wordings are the same words: letters and digits (and {@code +},
     * {@code #}) in lower case; the text itself without blanks if it has none of them.
     */
    static String normal(String markdown) {
        var text = plain(markdown);
        var ascii = normalAscii(text);
        if (ascii != null) {
            return ascii.isEmpty() ? withoutBlanks(markdown) : ascii;
        }
        var kept = new StringBuilder(text.length());
        text = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        text.codePoints()
                .filter(c -> c == '+' || c == '#' || isWord(c))
                .forEach(kept::appendCodePoint);
        return kept.isEmpty() ? withoutBlanks(markdown) : kept.toString();
    }

    private static String withoutBlanks(String text) {
        return BLANKS.matcher(text).replaceAll("");
    }

    /** What is normal of a text in ASCII, the usual case; null if it is in another. */
    private static @Nullable String normalAscii(String text) {
        var kept = new byte[text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 127) {
                return null;
            }
            if (c >= 'A' && c <= 'Z') {
                kept[length++] = (byte) (c + 'a' - 'A');
            } else if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '#') {
                kept[length++] = (byte) c;
            }
        }
        return new String(kept, 0, length, StandardCharsets.ISO_8859_1);
    }

    private static boolean isWord(int c) {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    /** Pairs of neighbouring characters of a normal form; a single character stands for itself. */
    static Set<String> pairs(String normal) {
        var pairs = new HashSet<String>();
        if (normal.length() == 1) {
            pairs.add(normal);
        }
        for (int i = 0; i + 2 <= normal.length(); i++) {
            pairs.add(normal.substring(i, i + 2));
        }
        return pairs;
    }

    /** How alike two sets of pairs are, 0 (nothing in common) to 1 (Dice's coefficient). */
    static double likeness(Set<String> a, Set<String> b) {
        if (a.isEmpty() && b.isEmpty()) {
            return 1;
        }
        var small = a.size() <= b.size() ? a : b;
        var large = small == a ? b : a;
        long common = small.stream().filter(large::contains).count();
        return 2.0 * common / (a.size() + b.size());
    }
}
