package org.interviewplanner.bank;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One piece of text of a document, in document order.
 *
 * @param kind what it is
 * @param level heading level 1–6, or depth of a list item (1 outermost), else 0
 * @param text its inline Markdown as in the source, lines joined by {@code \n}
 * @param line 0-based first line
 * @param textEnd 0-based last line of {@code text}
 * @param end 0-based last line of the block with all that is nested in it
 * @param parent index of the list item that holds it, or -1
 * @param group number of its list or table; units of one list share it; -1 if in none
 * @param marker the printed list marker ({@code -}, {@code 12.}), or ""
 * @param cells of a table row, else empty
 * @param quoted whether it stands in a block quote
 */
record Unit(
        Kind kind,
        int level,
        String text,
        int line,
        int textEnd,
        int end,
        int parent,
        int group,
        String marker,
        List<String> cells,
        boolean quoted) {

    enum Kind {
        HEADING,
        ITEM,
        PARAGRAPH,
        /** The always visible part of folded HTML. */
        SUMMARY,
        /** The heading row of a table. */
        HEADER,
        ROW,
        CODE,
        /** A thematic break. */
        RULE,
        /** HTML text that is none of the others. */
        HTML,
        /** A summary that began in earlier HTML ends here. */
        SUMMARY_END,
        /** Folded HTML begins here. */
        FOLD,
        /** Folded HTML ends here. */
        FOLD_END
    }

    boolean is(Kind other) {
        return kind == other;
    }

    /** Whether the list marker is a number. */
    boolean isOrdered() {
        return !marker.isEmpty() && Character.isDigit(marker.charAt(0));
    }

    /** The number of an ordered item without its dot, or null. */
    @Nullable String printedNumber() {
        return isOrdered() ? marker.substring(0, marker.length() - 1) : null;
    }
}
