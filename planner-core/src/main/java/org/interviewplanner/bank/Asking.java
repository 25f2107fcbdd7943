package org.interviewplanner.bank;

import java.util.List;
import java.util.regex.Pattern;
import org.interviewplanner.bank.Lexicon.Meaning;

/** How much a wording looks like something to be asked. */
final class Asking {
    private static final String MARKS = "?？؟⁇";
    private static final List<String> VERSUS = List.of(" vs ", " vs. ", " versus ");
    private static final int LONG = 160;
    private static final int LONGEST_LABEL = 50;
    private static final int MOST_LABEL_WORDS = 3;

    /**
     * <em>List of …</em>, <em>State of …</em>: a name that begins like a prompt; <em>Do not …</em>:
     * a rule.
     */
    private static final Pattern NOUN =
            Pattern.compile(
                    "(?!which|what|difference)\\w+ (?:of|for) |do not ", Pattern.CASE_INSENSITIVE);

    private Asking() {}

    /** From 0 (a statement or a name) to 1 (ends with a question mark). */
    static double of(String wording) {
        var text = withoutTail(Wordings.plain(behindLabel(wording)).strip());
        if (text.isEmpty()) {
            return 0;
        }
        char last = text.charAt(text.length() - 1);
        if (isMark(last)) {
            return 1;
        }
        if (asksWithin(text)) {
            return 0.9;
        }
        if (holdsGap(text)) {
            return 0.85;
        }
        boolean isLong = text.length() > LONG;
        if (!isLong && Lexicon.shipped().endsWithRequest(text)) {
            return 0.85;
        }
        boolean isOpened =
                Lexicon.shipped().begins(Meaning.OPENER, text)
                        || Lexicon.shipped().beginsInverted(text);
        if (isOpened && !NOUN.matcher(text).lookingAt()) {
            return isLong && last == '.' ? 0.5 : 0.85;
        }
        var lexicon = Lexicon.shipped();
        boolean isUnspaced = Lexicon.isUnspaced(text);
        if (text.length() < (isUnspaced ? 60 : LONG) && lexicon.holdsAnywhere(text)) {
            return last == '。' || last == '.' ? 0.5 : 0.8;
        }
        return !isLong && holdsVersus(text) ? 0.6 : 0;
    }

    private static boolean holdsVersus(String text) {
        for (int at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) {
            boolean mayBegin = at + 1 < text.length() && (text.charAt(at + 1) | ' ') == 'v';
            if (mayBegin) {
                for (var word : VERSUS) {
                    if (text.regionMatches(true, at, word, 0, word.length())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean isMark(char c) {
        return c == '?' || c > 127 && MARKS.indexOf(c) >= 0;
    }

    /** What stands behind a few words in bold with a colon or dash: {@code **Joins:** When …}. */
    private static String behindLabel(String wording) {
        int close = wording.startsWith("**") ? wording.indexOf("**", 2) : -1;
        if (close < 3 || close > LONGEST_LABEL || close + 2 >= wording.length()) {
            return wording;
        }
        var label = wording.substring(2, close).strip();
        var rest = wording.substring(close + 2).strip();
        char last = label.isEmpty() ? ' ' : label.charAt(label.length() - 1);
        boolean isApart =
                last == ':'
                        || last == '：'
                        || !rest.isEmpty() && ":：-–—".indexOf(rest.charAt(0)) >= 0;
        if (!isApart || label.split(" ").length > MOST_LABEL_WORDS || MARKS.indexOf(last) >= 0) {
            return wording;
        }
        int begin = 0;
        while (begin < rest.length() && ":：-–— ".indexOf(rest.charAt(begin)) >= 0) {
            begin++;
        }
        return rest.substring(begin);
    }

    /**
     * A question mark inside ends a sentence if a letter, quote or bracket stands before it and a
     * blank behind.
     */
    private static boolean asksWithin(String text) {
        for (int i = 1; i + 1 < text.length(); i++) {
            char c = text.charAt(i);
            if (isMark(c)) {
                char before = text.charAt(i - 1);
                boolean endsWord =
                        Character.isLetterOrDigit(before) || "`)\"'”’]*_".indexOf(before) >= 0;
                char after = text.charAt(i + 1);
                if (after == '.'
                        && i + 2 < text.length()
                        && Character.isLetter(text.charAt(i + 2))) {
                    continue;
                }
                boolean isBlankBehind =
                        Character.isWhitespace(after) || c != '?' || "\"”)*_.".indexOf(after) >= 0;
                if (endsWord && isBlankBehind) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a gap is to be filled in: {@code ___} or a lone question mark. */
    private static boolean holdsGap(String text) {
        int mark = text.indexOf(" ? ");
        return mark > 0 || text.startsWith("? ") || text.contains("___");
    }

    /** Without closing quotes, brackets and emphasis, and without one hint in brackets. */
    private static String withoutTail(String text) {
        int end = text.length();
        while (end > 0
                && "*_~`\"”’')】）]. \t".indexOf(text.charAt(end - 1)) >= 0
                && !(text.charAt(end - 1) == '.' && end == text.length())) {
            end--;
        }
        if (end < text.length() && end > 0 && MARKS.indexOf(text.charAt(end - 1)) >= 0) {
            return text.substring(0, end);
        }
        return text;
    }
}
