package org.interviewplanner.bank;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.interviewplanner.bank.Lexicon.Meaning;
import org.interviewplanner.bank.Slots.Role;
import org.interviewplanner.bank.Unit.Kind;

/** Columns of tables: the one called "Question", else the one whose cells ask. */
final class TableSlots {
    private static final double ASKING = 0.6;
    private static final double ASKING_IF_NAMED = 0.2;

    private final Ground ground;

    TableSlots(Ground ground) {
        this.ground = ground;
    }

    void find() {
        Map<Integer, List<Integer>> tables = new LinkedHashMap<>();
        for (int i = 0; i < ground.size(); i++) {
            boolean isRow = ground.is(i, Kind.ROW) || ground.is(i, Kind.HEADER);
            if (isRow && !ground.isTaken(i) && !ground.isSwallowed(i)) {
                tables.computeIfAbsent(ground.unit(i).group(), it -> new ArrayList<>()).add(i);
            }
        }
        tables.values().forEach(this::table);
    }

    private void table(List<Integer> rows) {
        int header = rows.getFirst();
        if (!ground.is(header, Kind.HEADER)) {
            return;
        }
        var body = rows.subList(1, rows.size());
        int best = -1;
        double bestWeight = 0;
        for (int column = 0; column < ground.unit(header).cells().size(); column++) {
            boolean isNamed = isQuestionColumn(ground.unit(header).cells().get(column));
            if (leadAway(body, column)) {
                continue;
            }
            var cells = cells(body, column);
            double share = share(cells);
            if (!isNamed && cells.stream().noneMatch(it -> it.asks() >= Entry.ALOUD)) {
                continue;
            }
            double weight = share + (isNamed ? 1 : 0);
            if (share >= (isNamed ? ASKING_IF_NAMED : ASKING) && weight > bestWeight) {
                best = column;
                bestWeight = weight;
            }
        }
        if (best >= 0 && bestWeight <= 1) {
            ground.doubt(
                    header,
                    "No column of this table is called questions; the column (%s) asks most and is read as such."
                            .formatted(ground.unit(header).cells().get(best)));
        }
        if (best >= 0) {
            for (var entry : cells(body, best)) {
                ground.setEntry(entry.index(), entry);
                ground.setRole(entry.index(), Role.QUESTION);
            }
        }
    }

    private List<Entry> cells(List<Integer> rows, int column) {
        return rows.stream()
                .map(i -> Entry.ofCell(i, ground.unit(i), column, ground.signs()))
                .filter(Objects::nonNull)
                .filter(it -> !it.phrase().wording().isBlank())
                .toList();
    }

    /** Whether most cells lead to places of the document: a table of contents. */
    private boolean leadAway(List<Integer> rows, int column) {
        long anchors =
                rows.stream()
                        .map(i -> ground.unit(i).cells())
                        .filter(it -> column < it.size() && Links.isAnchor(it.get(column)))
                        .count();
        return !rows.isEmpty() && anchors >= Ground.MOST * rows.size();
    }

    private static double share(List<Entry> cells) {
        return cells.isEmpty()
                ? 0
                : (double) cells.stream().filter(Entry::asksLikely).count() / cells.size();
    }

    /** Whether a column is called questions. */
    static boolean isQuestionColumn(String name) {
        var plain = Wordings.without(name, "*_`:").strip();
        return Lexicon.shipped().means(Meaning.QUESTION, plain)
                || Lexicon.shipped().mentions(Meaning.QUESTIONS, plain);
    }
}
