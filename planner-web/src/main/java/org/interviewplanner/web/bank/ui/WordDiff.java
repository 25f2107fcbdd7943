package org.interviewplanner.web.bank.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What became of a text, word by word: the longest common words stay, the rest went or came. */
final class WordDiff {
    /** Above this many pairs of words the texts are shown as wholly replaced: nobody reads on. */
    private static final int MAX_PAIRS = 4_000_000;

    private static final Pattern WORDS =
            Pattern.compile("\\s+|[\\p{L}\\p{M}\\p{Nd}_]+|[^\\s\\p{L}\\p{M}\\p{Nd}_]");

    /** What happened to a piece of text. */
    enum Fate {
        KEPT,
        REMOVED,
        ADDED
    }

    /** Neighbouring words with the same fate, with their blanks. */
    record Piece(Fate fate, String text) {}

    private WordDiff() {}

    /**
     * The pieces whose kept and removed texts make {@code before}, kept and added ones {@code
     * after}.
     */
    static List<Piece> between(String before, String after) {
        var old = words(before);
        var now = words(after);
        var pieces = new ArrayList<Piece>();
        if ((long) old.size() * now.size() > MAX_PAIRS) {
            add(pieces, Fate.REMOVED, before);
            add(pieces, Fate.ADDED, after);
            return pieces;
        }
        int[][] common = common(old, now);
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                add(pieces, Fate.KEPT, old.get(i));
                i++;
                j++;
            } else if (j == now.size()
                    || (i < old.size() && common[i + 1][j] >= common[i][j + 1])) {
                add(pieces, Fate.REMOVED, old.get(i));
                i++;
            } else {
                add(pieces, Fate.ADDED, now.get(j));
                j++;
            }
        }
        return calm(pieces);
    }

    /**
     * A blank that alone was kept between changed words joins them: one phrase for another is read
     * more easily than word after word.
     */
    private static List<Piece> calm(List<Piece> pieces) {
        var calm = new ArrayList<Piece>();
        var removed = new StringBuilder();
        var added = new StringBuilder();
        for (int i = 0; i < pieces.size(); i++) {
            var piece = pieces.get(i);
            if (piece.fate() == Fate.REMOVED) {
                removed.append(piece.text());
            } else if (piece.fate() == Fate.ADDED) {
                added.append(piece.text());
            } else if (piece.text().isBlank()
                    && !removed.isEmpty()
                    && !added.isEmpty()
                    && i + 1 < pieces.size()) {
                removed.append(piece.text());
                added.append(piece.text());
            } else {
                flush(calm, removed, added);
                add(calm, Fate.KEPT, piece.text());
            }
        }
        flush(calm, removed, added);
        return calm;
    }

    private static void flush(List<Piece> calm, StringBuilder removed, StringBuilder added) {
        add(calm, Fate.REMOVED, removed.toString());
        add(calm, Fate.ADDED, added.toString());
        removed.setLength(0);
        added.setLength(0);
    }

    /** How many words the rests from i and j on have in common. */
    private static int[][] common(List<String> old, List<String> now) {
        var common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] =
                        old.get(i).equals(now.get(j))
                                ? common[i + 1][j + 1] + 1
                                : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        var matcher = WORDS.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    private static void add(List<Piece> pieces, Fate fate, String text) {
        if (text.isEmpty()) {
            return;
        }
        if (!pieces.isEmpty() && pieces.getLast().fate() == fate) {
            pieces.set(pieces.size() - 1, new Piece(fate, pieces.getLast().text() + text));
        } else {
            pieces.add(new Piece(fate, text));
        }
    }
}
