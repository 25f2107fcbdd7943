package org.interviewplanner.bank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Divides a paragraph where its author began a new line for a new thing: a label, the next number,
 * an option, a line of metadata, what follows a line all in bold. Other lines were wrapped and stay
 * together.
 */
final class LinePieces {
    /**
     * Lines of a paragraph that belong together.
     *
     * @param line 0-based first line within the paragraph
     * @param lastLine 0-based last line within the paragraph
     */
    record Piece(String text, int line, int lastLine) {}

    private static final Pattern NUMBER =
            Pattern.compile("\\s*(?:\\*\\*|__)?[(（]?(\\d{1,3})\\\\?[.)、．）](?!\\d)\\s*\\S.*");
    private static final Pattern OPTION =
            Pattern.compile("\\s*(?:[-*+]\\s+)?[(]?[a-hA-H][.)、]\\s+\\S.*");
    private static final Pattern ROMAN = Pattern.compile("\\s*[ivx]{1,4}[.)]\\s+\\S.*");

    private static final int LONGEST_LETTER = 4;

    /** A line this short was ended by its author, not by a margin. */
    private static final int SHORT_LINE = 60;

    private static final double MARKED = 0.25;
    private static final double ASKING = 0.8;

    private LinePieces() {}

    /** The pieces of a paragraph, at least one. */
    static List<Piece> of(String text) {
        if (text.indexOf('\n') < 0) {
            return List.of(new Piece(text, 0, 0));
        }
        var lines = text.split("\n", -1);
        boolean numbered = countsUp(lines);
        boolean everyLine = everyLineAsks(lines);
        var pieces = new ArrayList<Piece>();
        int begin = 0;
        for (int i = 1; i < lines.length; i++) {
            if (everyLine || begins(lines, i, begin, numbered)) {
                pieces.add(piece(lines, begin, i - 1));
                begin = i;
            }
        }
        pieces.add(piece(lines, begin, lines.length - 1));
        return pieces;
    }

    private static boolean begins(String[] lines, int at, int pieceBegin, boolean numbered) {
        var line = lines[at];
        char first = firstChar(line);
        if (first == 0) {
            return false;
        }
        boolean isLetter = first >= 'a' && first <= 'x' || first >= 'A' && first <= 'H';
        boolean mayBeOption =
                first == '('
                        || first == '-'
                        || first == '*'
                        || first == '+'
                        || isLetter && isEarly(line, line.indexOf(first));
        if (mayBeOption && (OPTION.matcher(line).matches() || ROMAN.matcher(line).matches())) {
            return true;
        }
        if (numbered && NUMBER.matcher(line).matches()) {
            return true;
        }
        if (first == 'h' && Links.isBareAddress(line.strip())) {
            return true;
        }
        var previous = lines[at - 1].strip();
        if (isMetadata(first, line)
                || !previous.isEmpty() && isMetadata(previous.charAt(0), previous)) {
            return true;
        }
        if (at == 1 && lines[0].startsWith("[!")) {
            return true;
        }
        if (at - 1 == pieceBegin
                && isWhollyBold(previous)
                && !Labels.isRewording(Label.of(previous))
                && (!line.strip().startsWith("**") || asksInBold(previous, line.strip()))) {
            return true;
        }
        if (at - 1 == pieceBegin && endsQuestion(previous, line)) {
            return true;
        }
        var label =
                Label.of(
                        Signs.mayHoldPicture(line)
                                ? SectionName.withoutPictures(line).strip()
                                : line);
        return label != null
                && (Labels.isRewording(label)
                        || label.asks()
                        || label.answers()
                        || Labels.isField(label));
    }

    /** Whether what may end a letter or a small number stands right behind its first character. */
    private static boolean isEarly(String line, int first) {
        for (int i = first + 1; i < line.length() && i <= first + LONGEST_LETTER; i++) {
            if (".)、".indexOf(line.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a numbered or labelled question ends with its line: by its mark, or too early to be
     * wrapped.
     */
    private static boolean endsQuestion(String line, String next) {
        boolean isAsked = !line.isEmpty() && "?？؟".indexOf(line.charAt(line.length() - 1)) >= 0;
        if (isAsked && NUMBER.matcher(line).matches()) {
            return Asking.of(next) == 0 || next.endsWith(":") || next.endsWith("：");
        }
        var label = Label.of(line);
        if (label == null || !label.asks() || label.end() >= line.length()) {
            return false;
        }
        char first = next.charAt(next.length() - next.stripLeading().length());
        return isAsked
                ? Asking.of(next) < Entry.SURE
                : line.length() < SHORT_LINE && Character.isUpperCase(first);
    }

    /** {@code **What is X?**} ends with its line, whatever is bold in the next. */
    private static boolean asksInBold(String line, String next) {
        return !isWhollyBold(next) && "?？؟".indexOf(line.charAt(line.length() - 3)) >= 0;
    }

    private static boolean isMetadata(char first, String line) {
        return (first == '*' || first == '_') && MetadataLine.read(line) != null;
    }

    /** The first character that is no blank, or 0. */
    private static char firstChar(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (!Character.isWhitespace(line.charAt(i))) {
                return line.charAt(i);
            }
        }
        return 0;
    }

    /** Whether at least two lines begin with numbers that follow one another. */
    private static boolean countsUp(String[] lines) {
        int previous = -1;
        for (var line : lines) {
            boolean mayCount = "0123456789([（*_".indexOf(firstChar(line)) >= 0;
            Matcher matcher = mayCount ? NUMBER.matcher(line) : null;
            if (matcher != null && matcher.matches()) {
                int number = Integer.parseInt(matcher.group(1));
                if (number == previous + 1) {
                    return true;
                }
                previous = number;
            }
        }
        return false;
    }

    /** Questions that were typed one under the other without a list, a few without their mark. */
    private static boolean everyLineAsks(String[] lines) {
        int marked = 0;
        int cards = 0;
        for (var printed : lines) {
            var line = InlineAnswer.cardFront(printed);
            cards += line.equals(printed) ? 0 : 1;
            int last = line.length() - 1;
            while (last > 0 && " *_\\".indexOf(line.charAt(last)) >= 0) {
                last--;
            }
            marked += last >= 0 && "?？؟".indexOf(line.charAt(last)) >= 0 ? 1 : 0;
        }
        int fewest = cards == lines.length ? 2 : 3;
        if (lines.length < fewest || marked < MARKED * lines.length) {
            return false;
        }
        long asking =
                Arrays.stream(lines)
                        .filter(it -> Asking.of(InlineAnswer.cardFront(it)) >= Entry.SURE)
                        .count();
        return asking >= ASKING * lines.length;
    }

    /** Whether the paragraph is a list of questions that only lacks its bullets. */
    static boolean isBareList(String text) {
        return text.indexOf('\n') >= 0 && everyLineAsks(text.split("\n", -1));
    }

    static boolean isWhollyBold(String line) {
        return line.length() > 4
                && line.startsWith("**")
                && line.indexOf("**", 2) == line.length() - 2;
    }

    private static Piece piece(String[] lines, int from, int to) {
        var text = new StringBuilder(lines[from]);
        for (int i = from + 1; i <= to; i++) {
            text.append('\n').append(lines[i]);
        }
        return new Piece(text.toString(), from, to);
    }
}
