package org.interviewplanner.bank;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interviewplanner.bank.Lexicon.Meaning;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a document as it is to be read: the wording apart from what is printed around it.
 *
 * @param wording inline Markdown on one line, without number, label, marks, key and emphasis of the
 *     whole; may be ""
 * @param number the number printed with it, or null
 * @param labelled whether a label such as {@code Q:} says that this is a question
 * @param mark the sign at it
 * @param level stated by a sign or a bracketed word at it, or null
 * @param key written as {@code {#key}}, or null
 * @param replaces whether a note says that it replaces the question above
 * @param bold whether the whole was emphasised
 * @param inlineAnswer what follows a bold question on the same line, or ""
 */
record Phrase(
        String wording,
        @Nullable String number,
        boolean labelled,
        Mark mark,
        @Nullable Difficulty level,
        @Nullable QuestionKey key,
        boolean replaces,
        boolean bold,
        String inlineAnswer) {

    private static final String OPENING = "([（【";
    private static final String CLOSING = ")]）】";
    private static final String FRAME = "*_`()[]（）【】 \t";

    /** {@code ①} to {@code ⑳}. */
    private static final char FIRST_CIRCLED = 0x2460;

    private static final char LAST_CIRCLED = 0x2473;
    private static final int MAX_DONE = 26;
    private static final int MAX_LEVEL = 40;
    private static final int MAX_NOTE = 120;
    private static final int MAX_STEPS = 16;
    private static final int MAX_LENGTH = 20_000;

    private static final Pattern BREAK = Pattern.compile("<br\\s{0,3}/?>");
    private static final Pattern NUMBER =
            Pattern.compile(
                    "[\\[(（【]?(\\d{1,4}(?:\\.\\d{1,3})*)(?: (?=[.)] )|)(?:\\\\?[.)\\]:、：．）】](?![\\d/])|\\s+[-–—]\\s|(?=\\s*\\\\\\.)|(?<=\\d\\.\\d{1,3})\\s+(?=[\\p{Lu}\\p{Lo}`¿]))\\\\?[.)]?\\s*(?=\\S)");
    private static final Pattern HASH_NUMBER =
            Pattern.compile(
                    "(?:#|№|No\\.)\\s?(\\d{1,4}(?:\\.\\d{1,3})*)[.):]?\\s*[-–—]?\\s+(?=\\S)");
    private static final Pattern TASK = Pattern.compile("\\[([ xX✓✔])]\\s+(?=\\S)");

    /** The head of a framed question in a block quote. */
    private static final Pattern CALLOUT =
            Pattern.compile("\\[!(?:question|faq|help)][+-]?\\s+(?=\\S)", Pattern.CASE_INSENSITIVE);

    private static final Pattern EMPTY_ANCHOR =
            Pattern.compile(
                    "<a\\b[^<>]{0,300}>\\s*</a>|<a\\b[^<>]{0,300}/>|<br\\s{0,3}/?>|<img\\b[^<>]{0,500}>");
    private static final Pattern OPEN_TAG =
            Pattern.compile(
                    "<(b|strong|i|em|u|a|span|font|p|div|big|ins|sup|sub|h[1-6])\\b[^<>]{0,300}>",
                    Pattern.CASE_INSENSITIVE);

    /** A number that is emphasised by itself: {@code **12.** What …}. */
    private static final Pattern MARKED_NUMBER =
            Pattern.compile(
                    "(\\*{1,3}|_{1,3}|`)[Q#]?\\s?(\\d{1,4})\\s?[.):]?\\s*\\1\\s*[.):-]?\\s+(?=\\S)");

    /** A number that stands in a tag of its own. */
    private static final Pattern NUMBER_TAG =
            Pattern.compile(
                    "<(b|strong|code|kbd|span|small|i|em)\\b[^<>]{0,300}>\\s*[Q#]?\\s?(\\d{1,4})\\s?[.):]?\\s*</\\1>\\s*[.):-]?\\s*(?=\\S)",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern CLOSE_TAG =
            Pattern.compile(
                    "</(b|strong|i|em|u|a|span|font|p|div|big|ins|sup|sub|h[1-6])\\s*>",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern KEY = Pattern.compile("\\s*\\{#([^{}\\s]{1,80})}\\s*$");
    private static final Pattern ATTRIBUTES = Pattern.compile("\\s*\\{:[^{}]{0,100}}\\s*$");

    /** Reads the inline Markdown of an entry. */
    static Phrase read(String raw, Signs signs) {
        return new Reader(raw.length() > MAX_LENGTH ? raw.substring(0, MAX_LENGTH) : raw, signs)
                .read();
    }

    Phrase numbered(String printed) {
        return new Phrase(
                wording, printed, labelled, mark, level, key, replaces, bold, inlineAnswer);
    }

    /** Lines joined by one blank. */
    static String joined(String raw) {
        int end = raw.indexOf('\n');
        if (end < 0) {
            return raw.strip();
        }
        var joined = new StringBuilder(raw.length());
        int begin = 0;
        for (; end >= 0; end = raw.indexOf('\n', begin)) {
            joined.append(withoutBreak(raw.substring(begin, end))).append(' ');
            begin = end + 1;
            while (begin < raw.length() && Character.isWhitespace(raw.charAt(begin))) {
                begin++;
            }
        }
        return joined.append(raw, begin, raw.length()).toString().strip();
    }

    /** A line without the hard break at its end. */
    private static String withoutBreak(String line) {
        var text = line.stripTrailing();
        int last = text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
        if (last == '\\') {
            return text.substring(0, text.length() - 1).stripTrailing();
        }
        int tag = last == '>' ? text.lastIndexOf("<br") : -1;
        return tag >= 0 && BREAK.matcher(text).region(tag, text.length()).matches()
                ? text.substring(0, tag).stripTrailing()
                : text;
    }

    private static final class Reader {
        private final Signs signs;
        private String text;
        private @Nullable String number;
        private boolean labelled;
        private Mark mark = Mark.NONE;
        private @Nullable Difficulty level;
        private @Nullable QuestionKey key;
        private boolean replaces;
        private boolean bold;

        Reader(String raw, Signs signs) {
            this.text = Signs.drawn(joined(raw));
            this.signs = signs;
        }

        Phrase read() {
            for (int step = 0; step < MAX_STEPS; step++) {
                var before = text;
                text = text.strip();
                if (text.isEmpty()) {
                    break;
                }
                front(text.charAt(0));
                if (!text.isEmpty()) {
                    back(text.charAt(text.length() - 1));
                }
                if (text.equals(before)) {
                    break;
                }
            }
            var split = InlineAnswer.of(text.strip(), labelled);
            return new Phrase(
                    split.question(),
                    number,
                    labelled,
                    mark,
                    level,
                    key,
                    replaces,
                    bold || split.isBold(),
                    split.answer());
        }

        private void front(char first) {
            if (first == '[') {
                Matcher callout = CALLOUT.matcher(text);
                if (callout.lookingAt()) {
                    labelled = true;
                    text = text.substring(callout.end());
                    return;
                }
                Matcher task = TASK.matcher(text);
                if (task.lookingAt()) {
                    mark(task.group(1).equals(" ") ? Mark.UNCHECKED : Mark.CHECKED);
                    text = text.substring(task.end());
                    return;
                }
                var behind = BackLinks.cutBefore(text);
                if (behind.length() < text.length()) {
                    text = behind;
                    return;
                }
            }
            if ((first == '*' || first == '`' || first == '_') && number == null && hasDigit(8)) {
                Matcher numbered = MARKED_NUMBER.matcher(text);
                if (numbered.lookingAt()) {
                    number = numbered.group(2);
                    text = text.substring(numbered.end());
                    return;
                }
            }
            if (first == '~' || first == '<' || first == '*' || first == '_') {
                strike();
                unwrapEmphasis();
                tags();
            }
            if (text.isEmpty()) {
                return;
            }
            number();
            label();
            pictureBefore();
            levelBefore();
        }

        private boolean hasDigit(int within) {
            for (int i = 0; i < within && i < text.length(); i++) {
                if (Character.isDigit(text.charAt(i))) {
                    return true;
                }
            }
            return false;
        }

        /** {@code **[hard]** …}: a level in brackets at the beginning. */
        private void levelBefore() {
            int open = skip("*_`", 0, 2);
            if (open >= text.length() || "[(【（".indexOf(text.charAt(open)) < 0) {
                return;
            }
            int close = open + 1;
            int limit = Math.min(text.length(), open + MAX_LEVEL);
            while (close < limit && "[(【（)]】）".indexOf(text.charAt(close)) < 0) {
                close++;
            }
            if (close >= limit || ")]】）".indexOf(text.charAt(close)) < 0) {
                return;
            }
            int end = skip(" \t", skip("*_`", close + 1, 2), text.length());
            end = skip(" \t", skip(":：-", end, 1), text.length());
            if (end < text.length() && level(text.substring(open + 1, close))) {
                text = text.substring(end);
            }
        }

        /** The index behind at most so many of some characters. */
        private int skip(String characters, int from, int most) {
            int i = from;
            while (i < text.length()
                    && i - from < most
                    && characters.indexOf(text.charAt(i)) >= 0) {
                i++;
            }
            return i;
        }

        private void back(char last) {
            switch (last) {
                case '}' -> key();
                case ')', ']', '】', '）', '*', '_', '`', '>' -> {
                    done();
                    if (!text.isEmpty()) {
                        levelAfter();
                        note();
                    }
                    if (last == ')') {
                        text = BackLinks.cutBehind(text);
                    }
                    if (last == '>') {
                        closeTags();
                    }
                }
                case '\\' -> text = text.substring(0, text.length() - 1);
                default -> {}
            }
            pictureBehind();
        }

        private void mark(Mark seen) {
            if (mark == Mark.NONE || mark == Mark.UNCHECKED) {
                mark = seen;
            }
        }

        private void strike() {
            if (text.startsWith("~~")) {
                int close = text.indexOf("~~", 2);
                if (close < 0) {
                    mark(Mark.STRUCK);
                    text = text.substring(2);
                } else if (isTrifle(text.substring(close + 2))) {
                    mark(Mark.STRUCK);
                    text = text.substring(2, close) + text.substring(close + 2);
                }
            } else if (text.startsWith("<del>") || text.startsWith("<s>")) {
                int open = text.indexOf('>') + 1;
                int close = text.indexOf("</" + text.substring(1, open));
                if (close > 0 && isTrifle(text.substring(text.indexOf('>', close) + 1))) {
                    mark(Mark.STRUCK);
                    text =
                            text.substring(open, close)
                                    + text.substring(text.indexOf('>', close) + 1);
                }
            }
        }

        /** Whether what follows a struck question still leaves the whole question struck. */
        private static boolean isTrifle(String rest) {
            var trimmed = rest.strip();
            return trimmed.length() <= 2
                    || (trimmed.startsWith("(") && trimmed.endsWith(")"))
                    || trimmed.startsWith("**")
                    || trimmed.startsWith("{#");
        }

        private void unwrapEmphasis() {
            char c = text.isEmpty() ? ' ' : text.charAt(0);
            if (c != '*' && c != '_') {
                return;
            }
            int run = 1;
            while (run < 3 && run < text.length() && text.charAt(run) == c) {
                run++;
            }
            for (int width = run; width > 0; width--) {
                var fence = text.substring(0, width);
                if (text.length() > 2 * width
                        && text.endsWith(fence)
                        && !Character.isWhitespace(text.charAt(width))
                        && text.indexOf(fence, width) == text.length() - width) {
                    text = text.substring(width, text.length() - width).strip();
                    bold = bold || width >= 2;
                    return;
                }
            }
        }

        private void tags() {
            if (!text.startsWith("<")) {
                return;
            }
            Matcher empty = EMPTY_ANCHOR.matcher(text);
            if (empty.lookingAt()) {
                text = text.substring(empty.end()).strip();
                return;
            }
            Matcher numbered = NUMBER_TAG.matcher(text);
            if (numbered.lookingAt()) {
                number = number == null ? numbered.group(2) : number;
                text = text.substring(numbered.end());
                return;
            }
            Matcher open = OPEN_TAG.matcher(text);
            if (open.lookingAt()) {
                var close = "</" + open.group(1) + ">";
                int at = text.toLowerCase(Locale.ROOT).indexOf(close.toLowerCase(Locale.ROOT));
                var name = open.group(1).toLowerCase(Locale.ROOT);
                if (at < 0) {
                    text = text.substring(open.end()).strip();
                } else if (at + close.length() == text.length()
                        || name.equals("a") && isEmptyAnchor(open.group())) {
                    text =
                            (text.substring(open.end(), at) + text.substring(at + close.length()))
                                    .strip();
                    bold = bold || name.equals("b") || name.equals("strong");
                }
            }
        }

        private static boolean isEmptyAnchor(String tag) {
            return (tag.contains("name") || tag.contains("id=")) && !tag.contains("href");
        }

        private void closeTags() {
            Matcher empty = EMPTY_ANCHOR.matcher(text);
            int from = Math.max(0, text.length() - 320);
            while (empty.find(from)) {
                if (empty.end() == text.length()) {
                    text = text.substring(0, empty.start()).strip();
                    return;
                }
                from = empty.end();
            }
            int at = text.lastIndexOf("</");
            if (at >= 0) {
                Matcher close = CLOSE_TAG.matcher(text).region(at, text.length());
                if (close.matches()
                        && !text.toLowerCase(Locale.ROOT)
                                .contains("<" + close.group(1).toLowerCase(Locale.ROOT))) {
                    text = text.substring(0, at).strip();
                }
            }
        }

        private void number() {
            if (number != null || text.isEmpty()) {
                return;
            }
            char c = text.charAt(0);
            int keycap = Keycaps.end(text);
            if (keycap > 0 && !text.substring(keycap).isBlank()) {
                number = Keycaps.number(text.substring(0, keycap));
                text = text.substring(keycap).strip();
                return;
            }
            if (c >= FIRST_CIRCLED && c <= LAST_CIRCLED && !text.substring(1).isBlank()) {
                number = Integer.toString(c - FIRST_CIRCLED + 1);
                text = text.substring(1).strip();
                return;
            }
            boolean isHash = c == '#' || c == '№' || c == 'N';
            boolean mayCount = isHash || Character.isDigit(c) || "[(（【".indexOf(c) >= 0;
            Matcher matcher = mayCount ? (isHash ? HASH_NUMBER : NUMBER).matcher(text) : null;
            if (matcher != null && matcher.lookingAt()) {
                number = matcher.group(1);
                text = text.substring(matcher.end());
            } else if (c == '#' && text.length() > 2 && text.charAt(1) == ' ') {
                text = text.substring(2).strip();
            }
        }

        private void label() {
            if (labelled || text.isEmpty()) {
                return;
            }
            var label = Label.of(text);
            if (label != null && label.end() < text.length() && label.asks()) {
                labelled = true;
                if (number == null && label.number() != null) {
                    number = label.number();
                }
                text = label.emphasis() + Quotes.unquoted(text.substring(label.end()));
            } else if (label != null && label.asks() && number == null) {
                number = label.number();
            }
        }

        private void pictureBefore() {
            int end = 0;
            while (end < text.length() && Signs.isPicture(text.codePointAt(end))) {
                end += Character.charCount(text.codePointAt(end));
            }
            if (end > 0 && end < text.length()) {
                picture(text.substring(0, end), text.substring(end).strip());
            }
        }

        private void pictureBehind() {
            int end = text.length();
            int begin = end;
            if (begin > 2
                    && Character.isLetter(text.charAt(begin - 1))
                    && Signs.isPicture(text.codePointBefore(begin - 1))) {
                begin--;
            }
            int letter = begin;
            while (begin > 0
                    && (Signs.isPicture(text.codePointBefore(begin))
                            || (begin < letter
                                    && text.charAt(begin - 1) == ' '
                                    && begin > 1
                                    && Signs.isPicture(text.codePointBefore(begin - 1))))) {
                begin -= Character.charCount(text.codePointBefore(begin));
            }
            if (begin > 0 && begin < letter) {
                picture(
                        text.substring(begin, letter).replace(" ", ""),
                        text.substring(0, begin).strip());
            }
        }

        private void picture(String run, String rest) {
            if (run.indexOf(0x2705) >= 0
                    || run.indexOf(0x2714) >= 0
                    || run.indexOf(0x2611) >= 0
                    || run.indexOf(0x2713) >= 0) {
                mark(Mark.TICK);
                text = rest;
                return;
            }
            var meant = signs.level(run);
            if (meant != null) {
                level = level == null ? meant : level;
                text = rest;
            } else if (run.codePoints().allMatch(Signs::isInvisible)
                    || !rest.isEmpty()
                            && Character.isDigit(rest.charAt(0))
                            && NUMBER.matcher(rest).lookingAt()
                    || isAsking(Label.of(rest))) {
                // A picture before the number or the label is decoration.
                text = rest;
            }
        }

        private static boolean isAsking(@Nullable Label label) {
            return label != null && label.asks();
        }

        private void key() {
            Matcher matcher = KEY.matcher(text);
            if (matcher.find() && matcher.start() > 0 && QuestionKey.isValid(matcher.group(1))) {
                key = key == null ? new QuestionKey(matcher.group(1)) : key;
                text = text.substring(0, matcher.start());
                return;
            }
            Matcher attributes = ATTRIBUTES.matcher(text);
            if (attributes.find() && attributes.start() > 0) {
                text = text.substring(0, attributes.start());
            }
        }

        /** {@code **done**}, {@code (done)}; {@code ***} says that no answer is known. */
        private void done() {
            if (text.endsWith(" ***")) {
                text = text.substring(0, text.length() - 4);
                return;
            }
            int open = lastMarkedWord(MAX_DONE);
            if (open > 0 && Lexicon.shipped().means(Meaning.DONE, bare(text.substring(open)))) {
                mark(Mark.DONE);
                cutBehind(open);
            }
        }

        /** Where the emphasised or bracketed words begin that end the text, or -1. */
        private int lastMarkedWord(int longest) {
            int last = text.length() - 1;
            int close = last;
            while (close > 0 && "*_`".indexOf(text.charAt(close)) >= 0) {
                close--;
            }
            int bracket = CLOSING.indexOf(text.charAt(close));
            int open;
            if (bracket >= 0) {
                open = text.lastIndexOf(OPENING.charAt(bracket), close - 1);
            } else if (close == last) {
                open = text.endsWith("</b>") ? text.lastIndexOf("<b>") : -1;
            } else {
                open = text.lastIndexOf(text.charAt(last), close);
            }
            while (open > 0 && "*_`".indexOf(text.charAt(open - 1)) >= 0) {
                open--;
            }
            return open > 0 && text.length() - open <= longest ? open : -1;
        }

        private static String bare(String marked) {
            int begin = 0;
            int end = marked.length();
            if (marked.startsWith("<b>")) {
                begin = 3;
                end -= 4;
            }
            while (begin < end && FRAME.indexOf(marked.charAt(begin)) >= 0) {
                begin++;
            }
            while (end > begin && FRAME.indexOf(marked.charAt(end - 1)) >= 0) {
                end--;
            }
            return marked.substring(begin, end);
        }

        /** Cuts what begins at an index, and a dash or colon before it. */
        private void cutBehind(int from) {
            int end = from;
            while (end > 0 && " \t-–—:".indexOf(text.charAt(end - 1)) >= 0) {
                end--;
            }
            text = text.substring(0, end > 0 ? end : from);
        }

        private void levelAfter() {
            int open = lastMarkedWord(MAX_LEVEL);
            boolean isMarked =
                    open > 0 && "*_".indexOf(text.charAt(open)) < 0
                            || open > 0 && text.charAt(text.length() - 1) == ')';
            if (isMarked && level(bare(text.substring(open)))) {
                cutBehind(open);
            }
        }

        /** Takes a word for a level; {@code Level: hard} counts too. */
        private boolean level(String word) {
            var label = Label.of(word);
            var value =
                    label != null && label.means(Meaning.LEVEL)
                            ? word.substring(label.end())
                            : word;
            var meant = Lexicon.shipped().level(value.replace("*", "").replace("_", "").strip());
            if (meant != null && level == null) {
                level = meant;
            }
            return meant != null;
        }

        private void note() {
            int last = text.length() - 1;
            int bracket = last < 0 ? -1 : CLOSING.indexOf(text.charAt(last));
            int open = bracket < 0 ? -1 : text.lastIndexOf(OPENING.charAt(bracket));
            if (open <= 0 || last - open > MAX_NOTE) {
                return;
            }
            var note = text.substring(open + 1, last);
            if (Lexicon.shipped().mentions(Meaning.REPLACEMENT, note)
                    && Lexicon.shipped().mentions(Meaning.QUESTIONS, note)) {
                replaces = true;
                text = text.substring(0, open);
            }
        }
    }
}
