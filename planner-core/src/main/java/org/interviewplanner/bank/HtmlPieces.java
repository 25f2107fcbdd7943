package org.interviewplanner.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.interviewplanner.bank.Unit.Kind;

/** Finds headings, summaries and folds in an HTML block; the rest is text. */
final class HtmlPieces {
    /**
     * A piece of an HTML block.
     *
     * @param level of a heading; {@link #OPEN} of a summary that is not closed here; the same for
     *     the items of one list; else 0
     * @param line 0-based first line within the block
     * @param lastLine 0-based last line within the block
     */
    record Piece(Kind kind, int level, String text, int line, int lastLine) {}

    /** Level of a summary whose end tag stands in a later block. */
    static final int OPEN = 1;

    private static final int LONGEST_TAG = 500;
    private static final Pattern VERBATIM = Pattern.compile("<(?:pre|script|style|textarea)\\b");
    private static final Pattern HEADING = Pattern.compile("(?m)^(#{1,6}) +(\\S.*)$");

    private final String html;
    private final List<Piece> pieces = new ArrayList<>();
    private Kind kind = Kind.HTML;
    private int level;

    /** How many tags of lists were passed: items between two of them are one list. */
    private int lists;

    private int textBegin;
    private int countedTo;
    private int countedLines;

    private HtmlPieces(String html) {
        this.html = html;
    }

    static List<Piece> of(String html) {
        var reader = new HtmlPieces(html);
        reader.read();
        return reader.pieces;
    }

    /** The text outside of tags and comments of one line, which become blanks. */
    static String withoutTags(String html) {
        var text = new StringBuilder(html.length());
        int from = 0;
        for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
            int end = tagEnd(html, at);
            if (end > 0) {
                text.append(html, from, at).append(' ');
                from = end;
            }
            at = Math.max(end, at + 1);
        }
        return text.append(html, from, html.length()).toString();
    }

    /** Index behind the tag or comment that begins at a bracket, or -1 if none does. */
    private static int tagEnd(String html, int at) {
        boolean isComment = html.startsWith("<!--", at);
        int begin = isComment ? at + 4 : html.startsWith("/", at + 1) ? at + 2 : at + 1;
        if (begin >= html.length() || !isComment && !isLatinLetter(html.charAt(begin))) {
            return -1;
        }
        int limit = Math.min(html.length(), begin + LONGEST_TAG);
        for (int i = begin; i < limit && html.charAt(i) != '\n'; i++) {
            char c = html.charAt(i);
            if (c == '>' && (!isComment || html.startsWith("--", i - 2) && i >= begin + 2)) {
                return i + 1;
            }
            if (c == '<' && !isComment) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isLatinLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private void read() {
        int at = html.indexOf('<');
        while (at >= 0) {
            if (html.startsWith("<!--", at)) {
                int end = html.indexOf("-->", at);
                flush(at);
                textBegin = end < 0 ? html.length() : end + 3;
                at = end < 0 ? -1 : html.indexOf('<', textBegin);
                continue;
            }
            if (!isTag(at)) {
                at = html.indexOf('<', at + 1);
                continue;
            }
            int close = html.indexOf('>', at);
            if (close < 0) {
                break;
            }
            tag(at, close + 1);
            at = html.indexOf('<', close + 1);
        }
        boolean isOpen = kind == Kind.SUMMARY;
        flush(html.length());
        if (isOpen && !pieces.isEmpty() && pieces.getLast().kind() == Kind.SUMMARY) {
            var last = pieces.removeLast();
            pieces.add(new Piece(last.kind(), OPEN, last.text(), last.line(), last.lastLine()));
        }
    }

    private boolean isTag(int at) {
        int next = at + 1 < html.length() && html.charAt(at + 1) == '/' ? at + 2 : at + 1;
        return next < html.length() && Character.isLetter(html.charAt(next));
    }

    private void tag(int from, int to) {
        boolean closes = html.startsWith("</", from);
        int begin = closes ? from + 2 : from + 1;
        int end = begin;
        while (end < to && Character.isLetterOrDigit(html.charAt(end))) {
            end++;
        }
        var name = html.substring(begin, end).toLowerCase(Locale.ROOT);
        boolean heads =
                name.length() == 2
                        && name.charAt(0) == 'h'
                        && name.charAt(1) >= '1'
                        && name.charAt(1) <= '6';
        if (name.equals("details")) {
            flush(from);
            pieces.add(
                    new Piece(
                            closes ? Kind.FOLD_END : Kind.FOLD, 0, "", lineOf(from), lineOf(from)));
            textBegin = to;
        } else if (name.equals("li")) {
            flush(from);
            kind = closes ? Kind.HTML : Kind.ITEM;
            textBegin = to;
        } else if (name.equals("ul") || name.equals("ol")) {
            flush(from);
            lists++;
            textBegin = to;
        } else if (name.equals("summary") || heads) {
            boolean endsEarlier = closes && kind != Kind.SUMMARY && name.equals("summary");
            flush(from);
            if (endsEarlier) {
                pieces.add(new Piece(Kind.SUMMARY_END, 0, "", lineOf(from), lineOf(from)));
            } else if (!closes) {
                kind = heads ? Kind.HEADING : Kind.SUMMARY;
                level = heads ? name.charAt(1) - '0' : 0;
            }
            textBegin = to;
        }
    }

    /** Ends the piece that runs up to {@code to}. */
    private void flush(int to) {
        if (to > textBegin) {
            var text = html.substring(textBegin, to);
            var stripped = text.strip();
            if (!stripped.isEmpty()) {
                int begin = textBegin + text.indexOf(stripped.charAt(0));
                int line = lineOf(begin);
                if (kind == Kind.HTML && !VERBATIM.matcher(html).lookingAt()) {
                    addText(stripped, line);
                } else {
                    add(kind, kind == Kind.ITEM ? lists : level, stripped, line);
                }
            }
        }
        textBegin = Math.max(textBegin, to);
        kind = Kind.HTML;
        level = 0;
    }

    private void add(Kind kind, int level, String text, int line) {
        pieces.add(new Piece(kind, level, text, line, line + lineEnds(text, text.length())));
    }

    /** How many lines end in a text before an index. */
    private static int lineEnds(String text, int before) {
        int ends = 0;
        for (int at = text.indexOf('\n'); at >= 0 && at < before; at = text.indexOf('\n', at + 1)) {
            ends++;
        }
        return ends;
    }

    /** Text, in which a heading of Markdown is one, though only a blank line before made it so. */
    private void addText(String text, int line) {
        int from = 0;
        int at = line;
        var headings = HEADING.matcher(text);
        while (headings.find()) {
            var before = text.substring(from, headings.start());
            addIfAny(before, at);
            at += lineEnds(before, before.length());
            add(Kind.HEADING, headings.end(1) - headings.start(1), headings.group(2).strip(), at);
            from = headings.end();
        }
        addIfAny(text.substring(from), at);
    }

    private void addIfAny(String text, int line) {
        var stripped = text.strip();
        if (!stripped.isEmpty()) {
            int skipped = text.indexOf(stripped.charAt(0));
            add(Kind.HTML, level, stripped, line + lineEnds(text, skipped));
        }
    }

    /** Lines before an index; asked with growing indexes only, so that the whole takes one pass. */
    private int lineOf(int index) {
        if (index < countedTo) {
            countedTo = 0;
            countedLines = 0;
        }
        for (; countedTo < index; countedTo++) {
            if (html.charAt(countedTo) == '\n') {
                countedLines++;
            }
        }
        return countedLines;
    }
}
