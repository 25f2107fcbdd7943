package org.interviewplanner.bank;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interviewplanner.bank.Unit.Kind;

/**
 * The outermost lists of a document, each with all that is nested in it.
 *
 * <p>A numbered list that other blocks break goes on where its numbers go on.
 */
final class Lists {
    private final List<Unit> units;
    private final Map<Integer, List<Integer>> lists = new LinkedHashMap<>();

    /** The list whose numbers may go on, or -1. */
    private int counted = -1;

    private int lastNumber;
    private int lastGroup = -1;

    /** The list whose bullets may go on behind what answers its last item, or -1. */
    private int bulleted = -1;

    private String lastMarker = "";

    private Lists(List<Unit> units) {
        this.units = units;
    }

    /** The lists of a document without the units that are read already. */
    static Collection<List<Integer>> among(List<Unit> units, BitSet taken) {
        var reader = new Lists(units);
        reader.read(taken);
        return reader.lists.values();
    }

    private void read(BitSet taken) {
        var roots = new int[units.size()];
        for (int i = 0; i < units.size(); i++) {
            var unit = units.get(i);
            int holder = unit.parent();
            if (unit.is(Kind.HEADING)) {
                counted = -1;
            }
            if (endsList(unit)) {
                bulleted = -1;
            }
            roots[i] =
                    holder >= 0 && roots[holder] >= 0
                            ? roots[holder]
                            : unit.is(Kind.ITEM) && holder < 0 ? root(unit) : unit.group();
            if (unit.is(Kind.ITEM) && !taken.get(i)) {
                lists.computeIfAbsent(roots[i], it -> new ArrayList<>()).add(i);
            }
        }
    }

    /** The list that an outermost item belongs to. */
    private int root(Unit item) {
        int number = number(item);
        if (number < 0) {
            if (bulleted < 0 || !item.marker().equals(lastMarker)) {
                bulleted = item.group();
            }
            lastMarker = item.marker();
            return bulleted;
        }
        bulleted = -1;
        boolean goesOn = item.group() == lastGroup || number == lastNumber + 1;
        if (counted < 0 || !goesOn) {
            counted = item.group();
        }
        lastNumber = number;
        lastGroup = item.group();
        return counted;
    }

    /** Whether a list cannot go on behind a unit: only what is quoted or code stands within one. */
    private static boolean endsList(Unit unit) {
        boolean isText =
                unit.is(Kind.PARAGRAPH)
                        && !unit.text().endsWith(":")
                        && !unit.text().endsWith("：")
                        && !unit.text().startsWith("*");
        return unit.parent() < 0
                && !unit.is(Kind.ITEM)
                && !unit.quoted()
                && !unit.is(Kind.CODE)
                && !isText;
    }

    private static int number(Unit item) {
        var printed = item.printedNumber();
        return printed == null || printed.length() > 4 ? -1 : Integer.parseInt(printed);
    }

    /** Indexes of what stands between the outer items of a list and is nested in none of them. */
    static List<Integer> between(List<Integer> list, Ground ground) {
        int first = list.getFirst();
        var between = new ArrayList<Integer>();
        for (int k = 0, i = first; i < list.getLast(); i++) {
            if (i == list.get(k)) {
                k++;
            } else if (ground.unit(i).parent() < first) {
                between.add(i);
            }
        }
        return between;
    }
}
