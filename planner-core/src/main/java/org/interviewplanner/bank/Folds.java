package org.interviewplanner.bank;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import org.interviewplanner.bank.Unit.Kind;

/** Where the folds of a document end: {@code <details>} with all that it holds. */
final class Folds {
    private static final int DEEPEST = 8;

    private final List<Unit> units;
    private final int[] ends;

    Folds(List<Unit> units) {
        this.units = units;
        ends = matched();
    }

    /** Index after the last unit of the fold of a summary. */
    int end(int summary) {
        return ends.length > 0 && ends[summary] > 0 ? ends[summary] : openEnd(summary);
    }

    /**
     * For each summary the index after the end of its fold, nested folds included; empty if some
     * fold is not closed, which makes nesting a guess, or nests deeper than anybody reads.
     */
    private int[] matched() {
        var ends = new int[units.size()];
        var open = new ArrayDeque<Integer>();
        var summaries = new HashMap<Integer, Integer>();
        for (int i = 0; i < units.size(); i++) {
            switch (units.get(i).kind()) {
                case FOLD -> {
                    if (open.size() == DEEPEST) {
                        return new int[0];
                    }
                    open.push(i);
                }
                case SUMMARY -> {
                    if (!open.isEmpty()) {
                        summaries.putIfAbsent(open.peek(), i);
                    }
                }
                case FOLD_END -> {
                    if (open.isEmpty()) {
                        return new int[0];
                    }
                    var summary = summaries.get(open.pop());
                    if (summary != null) {
                        ends[summary] = i + 1;
                    }
                }
                default -> {}
            }
        }
        return open.isEmpty() ? ends : new int[0];
    }

    private int openEnd(int summary) {
        int heading = -1;
        for (int i = summary + 1; i < units.size(); i++) {
            var unit = units.get(i);
            if (unit.is(Kind.FOLD_END) || unit.text().contains("</details>")) {
                return i + 1;
            }
            if (unit.is(Kind.HEADING) && heading < 0) {
                heading = i;
            }
            if (unit.is(Kind.FOLD) || unit.is(Kind.SUMMARY)) {
                return heading < 0 ? i : heading;
            }
        }
        return heading < 0 ? units.size() : heading;
    }
}
