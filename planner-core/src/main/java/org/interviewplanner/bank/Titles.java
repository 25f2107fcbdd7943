package org.interviewplanner.bank;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.interviewplanner.bank.Unit.Kind;

/** Finds the heading that names the whole document. */
final class Titles {
    private static final double MOST = 0.75;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}[.)、．:]?\\s*\\D");

    private Titles() {}

    /**
     * Index of the title among the units, or -1 (also if a deeper first heading stands below a
     * declared title): the first heading, if no other of its level or above stands beside it, or if
     * it is of the first level and holds nothing but text, while its siblings hold more.
     */
    static int titleAmong(List<Unit> units, boolean isDeclared) {
        int first = -1;
        int siblings = 0;
        boolean isHigher = false;
        boolean holdsEntries = false;
        for (int i = 0; i < units.size(); i++) {
            var unit = units.get(i);
            if (unit.is(Kind.HEADING)) {
                if (first < 0) {
                    first = i;
                } else {
                    holdsEntries |=
                            siblings == 0
                                    && unit.level() > units.get(first).level()
                                    && Asking.of(Phrase.joined(unit.text())) >= Entry.SURE;
                    siblings += unit.level() == units.get(first).level() ? 1 : 0;
                    isHigher |= unit.level() < units.get(first).level();
                }
            } else if (first >= 0
                    && siblings == 0
                    && !isHigher
                    && (unit.is(Kind.ITEM) || unit.is(Kind.ROW) || unit.is(Kind.SUMMARY))) {
                holdsEntries = true;
            }
        }
        if (first < 0 || isHigher) {
            return onlyTop(units);
        }
        var unit = units.get(first);
        if (isDeclared && unit.level() > 1 || siblings > 0 && isOneOfCounted(first, units)) {
            return -1;
        }
        if (Asking.of(Phrase.joined(unit.text())) >= Entry.SURE && unit.level() > 1
                || !unit.marker().isEmpty()) {
            return -1;
        }
        boolean hasFiner =
                units.stream().anyMatch(it -> it.is(Kind.HEADING) && it.level() > unit.level());
        boolean isAlone = siblings == 0 && (unit.level() == 1 || hasFiner || !holdsEntries);
        boolean isBare =
                siblings > 0 && unit.level() == 1 && (!holdsEntries || namesQuestions(unit, units));
        return isAlone || isBare ? first : -1;
    }

    /** The only heading of the first level, though others stand before it, if it says questions. */
    private static int onlyTop(List<Unit> units) {
        int top = -1;
        for (int i = 0; i < units.size(); i++) {
            if (units.get(i).is(Kind.HEADING) && units.get(i).level() == 1) {
                if (top >= 0) {
                    return -1;
                }
                top = i;
            }
        }
        boolean isNamed =
                top >= 0
                        && Lexicon.shipped()
                                .mentions(Lexicon.Meaning.QUESTIONS, units.get(top).text());
        return isNamed ? top : -1;
    }

    /**
     * Whether the first heading and most others of its level carry numbers, or ask: it is one of
     * them.
     */
    private static boolean isOneOfCounted(int first, List<Unit> units) {
        var alike =
                units.stream()
                        .filter(it -> it.is(Kind.HEADING) && it.level() == units.get(first).level())
                        .map(it -> Phrase.joined(it.text()))
                        .toList();
        return areMost(alike, Titles::isNumbered)
                || areMost(alike, it -> Asking.of(it) >= Entry.ALOUD);
    }

    private static boolean areMost(List<String> headings, Predicate<String> condition) {
        return condition.test(headings.getFirst())
                && headings.stream().filter(condition).count() >= MOST * headings.size();
    }

    private static boolean isNumbered(String heading) {
        return !heading.isEmpty()
                && Character.isDigit(heading.charAt(0))
                && (NUMBER.matcher(heading).lookingAt());
    }

    /**
     * Whether the first heading calls the document a list of questions and no sibling does alike.
     */
    private static boolean namesQuestions(Unit first, List<Unit> units) {
        return Lexicon.shipped().mentions(Lexicon.Meaning.QUESTIONS, first.text())
                && units.stream()
                                .filter(it -> it.is(Kind.HEADING) && it.level() == first.level())
                                .count()
                        <= 3;
    }
}
