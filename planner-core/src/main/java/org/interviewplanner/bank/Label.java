package org.interviewplanner.bank;

import java.util.Set;
import org.interviewplanner.bank.Lexicon.Meaning;
import org.jspecify.annotations.Nullable;

/**
 * A word before a colon (or a number and a dot) that says what follows: {@code Q:}, {@code
 * **Answer:**}, {@code Frage 12.}.
 *
 * @param phrase the word or words, as written
 * @param number the number after them, or null
 * @param end index in the text after the label, its separator and blanks
 * @param emphasis the emphasis opened before the label and still open after it, or ""
 * @param meanings of the phrase
 */
record Label(
        String phrase, @Nullable String number, int end, String emphasis, Set<Meaning> meanings) {
    private static final int MAX_PHRASE = 40;
    private static final Set<String> EMPHASIS = Set.of("b", "strong", "i", "em", "u");
    private static final String ALWAYS = ":：";
    private static final String AFTER_NUMBER = ".．)）、-–—。";

    Label(String phrase, @Nullable String number, int end, String emphasis) {
        this(
                phrase,
                number,
                end,
                emphasis,
                // Of "Working/Solution" the last word says what follows.
                Lexicon.shipped().meanings(phrase.substring(phrase.lastIndexOf('/') + 1)));
    }

    /** The label at the beginning of the text, or null. */
    static @Nullable Label of(String text) {
        int at = skipBlanks(text, 0);
        int begin = skipEmphasis(text, at);
        var emphasis = text.substring(at, begin);
        int i = begin;
        while (i < text.length() && i - begin < MAX_PHRASE && isPhrase(text.charAt(i))) {
            i++;
        }
        if (i - begin == MAX_PHRASE && i < text.length() && !mayEnd(text.charAt(i))) {
            return null;
        }
        var phrase = text.substring(begin, i).strip();
        if (phrase.isEmpty() || i >= text.length()) {
            return null;
        }
        i = skipBlanks(text, i);
        if (i < text.length() && (text.charAt(i) == '#' || text.charAt(i) == '№')) {
            i = skipBlanks(text, i + 1);
        }
        int digits = i;
        while (i < text.length() && (Character.isDigit(text.charAt(i)) || isInnerDot(text, i))) {
            i++;
        }
        var number = i > digits ? text.substring(digits, i) : null;
        int counted = skipBlanks(text, i);
        boolean isCounted =
                number != null
                        && counted < text.length()
                        && "题問问題".indexOf(text.charAt(counted)) >= 0;
        if (isCounted) {
            i = counted + 1;
        }
        i = skipBlanks(text, i);
        var version = version(text, i);
        if (version != null) {
            phrase = version;
            number = null;
            i = skipBlanks(text, text.indexOf(')', i) + 1);
        }
        int close = skipEmphasis(text, i);
        boolean closedBefore = close > i;
        i = skipBlanks(text, close);
        if (i >= text.length() && number != null) {
            return new Label(phrase, number, i, "");
        }
        if (i >= text.length()) {
            return null;
        }
        if (!isSeparator(text, i, phrase, number)) {
            return isCounted && !Signs.isPicture(text.codePointAt(i))
                    ? new Label(phrase, number, i, closedBefore ? "" : emphasis)
                    : null;
        }
        i++;
        close = skipEmphasis(text, i);
        boolean closed = closedBefore || (close > i && !emphasis.isEmpty());
        if (closed && close > i) {
            i = close;
        }
        return new Label(phrase, number, skipBlanks(text, i), closed ? "" : emphasis);
    }

    /** The word in brackets that says which wording follows: {@code Question 4 (revised):}. */
    private static @Nullable String version(String text, int open) {
        if (open >= text.length() || text.charAt(open) != '(') {
            return null;
        }
        int close = text.indexOf(')', open);
        if (close < 0 || close - open > MAX_PHRASE) {
            return null;
        }
        var word = text.substring(open + 1, close).strip();
        var lexicon = Lexicon.shipped();
        return lexicon.means(Meaning.BEFORE, word) || lexicon.means(Meaning.AFTER, word)
                ? word
                : null;
    }

    boolean means(Meaning meaning) {
        return meanings.contains(meaning);
    }

    /** Whether the label asks: {@code Q:}, {@code Question 3.}, {@code 问：}. */
    boolean asks() {
        return means(Meaning.QUESTION)
                        && (phrase.length() > 1 || number != null || isLatinQ() || isUnspaced())
                || isKindOfQuestion();
    }

    /** {@code Main question:}, but not {@code Original question:}. */
    private boolean isKindOfQuestion() {
        int blank = phrase.lastIndexOf(' ');
        var noun = phrase.substring(blank + 1);
        return blank > 0
                && noun.length() > 3
                && phrase.indexOf(' ') == blank
                && !Labels.isRewording(this)
                && !means(Meaning.FOLLOW)
                && Lexicon.shipped().means(Meaning.QUESTION, noun);
    }

    /**
     * Whether the label answers; a lone letter is rather one of the options to choose from unless
     * it is bare.
     */
    boolean answers() {
        return means(Meaning.ANSWER);
    }

    private boolean isLatinQ() {
        return phrase.equalsIgnoreCase("q")
                || phrase.equalsIgnoreCase("p")
                || phrase.equals("F")
                || phrase.equals("В")
                || phrase.equals("П")
                || phrase.equals("س");
    }

    private boolean isUnspaced() {
        return Lexicon.isUnspaced(phrase);
    }

    private static boolean isSeparator(
            String text, int at, String phrase, @Nullable String number) {
        char c = text.charAt(at);
        if (ALWAYS.indexOf(c) >= 0) {
            return at + 1 >= text.length() || text.charAt(at + 1) != '/';
        }
        boolean isLetter =
                phrase.length() == 1 && "fFpP".indexOf(phrase) < 0 && "-–—".indexOf(c) < 0;
        return AFTER_NUMBER.indexOf(c) >= 0
                && (number != null || isLetter || phrase.equalsIgnoreCase("que"))
                && (at + 1 >= text.length()
                        || !Character.isLetterOrDigit(text.charAt(at + 1))
                        || Lexicon.isUnspaced(text.substring(at + 1, at + 2))
                        || number != null);
    }

    private static boolean isInnerDot(String text, int at) {
        char c = text.charAt(at);
        return (c == '.' || c == '-')
                && at > 0
                && Character.isDigit(text.charAt(at - 1))
                && at + 1 < text.length()
                && Character.isDigit(text.charAt(at + 1));
    }

    /** Whether a phrase of the greatest length may be a label if this follows. */
    private static boolean mayEnd(char c) {
        return !Character.isLetter(c) && c != ' ';
    }

    private static boolean isPhrase(char c) {
        if (c < 128) {
            return c >= 'a' && c <= 'z'
                    || c >= 'A' && c <= 'Z'
                    || c == ' '
                    || c == '\''
                    || c == '-'
                    || c == '&'
                    || c == '/';
        }
        return Character.isLetter(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK
                || c == '’';
    }

    private static int skipBlanks(String text, int from) {
        int i = from;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static int skipEmphasis(String text, int from) {
        int i = from;
        while (i < text.length()
                && i - from < 3
                && (text.charAt(i) == '*' || text.charAt(i) == '_')) {
            i++;
        }
        if (i == from && i < text.length() && text.charAt(i) == '<') {
            int close = text.indexOf('>', i);
            if (close > 0 && close - i <= 9 && EMPHASIS.contains(tagName(text, i, close))) {
                return close + 1;
            }
        }
        return i;
    }

    private static String tagName(String text, int open, int close) {
        return text.substring(open + (text.charAt(open + 1) == '/' ? 2 : 1), close);
    }
}
