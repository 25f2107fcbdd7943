package org.interviewplanner.bank;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Compares wordings by what they say: without markup, case, punctuation and blanks. */
final class Wordings {
    private static final Pattern IMAGE =
            Pattern.compile("!\\[[^\\]\\n]{0,500}]\\([^()\\n]{0,2000}\\)");
    private static final Pattern LINK =
            Pattern.compile(
                    "\\[((?:[^\\[\\]\\n]|\\[[^\\[\\]\\n]{0,500}]){0,2000})]\\([^()\\n]{0,2000}\\)");
    private static final Pattern TAG =
            Pattern.compile("</?[a-zA-Z][a-zA-Z0-9]{0,20}(?:\\s[^<>\\n]{0,1000})?/?>");

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Wordings() {}

    /** The words of inline Markdown: links become their text; images and tags vanish. */
    static String plain(String markdown) {
        var text = markdown;
        if (text.indexOf('[') >= 0) {
            text = IMAGE.matcher(text).replaceAll(" ");
            text = LINK.matcher(text).replaceAll("$1");
        }
        if (text.indexOf('<') >= 0) {
            text = TAG.matcher(text).replaceAll(" ");
        }
        return text;
    }

    /**
     * The key under which two wordings are the same words: letters and digits (and {@code +},
     * {@code #}) in lower case; the text itself without blanks if it has none of them.
     */
    static String normal(String markdown) {
        var text = plain(markdown);
        if (!Lexicon.isAscii(text)) {
            text = Normalizer.normalize(text, Normalizer.Form.NFKC);
        }
        text = text.toLowerCase(Locale.ROOT);
        var kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (c == '+' || c == '#' || Character.isLetterOrDigit(c) || c > 127 && isCombining(c)) {
                kept.appendCodePoint(c);
            }
            i += Character.charCount(c);
        }
        return kept.isEmpty() ? BLANKS.matcher(markdown).replaceAll("") : kept.toString();
    }

    private static boolean isCombining(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
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
