package org.interviewplanner.bank;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.interviewplanner.bank.Lexicon.Meaning;
import org.interviewplanner.bank.Unit.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Finds pairs of an old and a new wording: {@code Before:} and {@code After:} lines, table columns,
 * quoted texts with an arrow between them, a better wording below its question.
 */
final class Rewordings {
    /**
     * A suggested re-wording.
     *
     * @param number printed with the old wording, or null
     * @param approved whether the new wording carries an approval mark
     * @param unit index of the unit with the old wording
     */
    record Pair(String before, String after, @Nullable String number, boolean approved, int unit) {}

    private record Wording(String text, @Nullable String number, boolean approved, int unit) {}

    /** An old wording waits this many units for the new one. */
    private static final int PATIENCE = 4;

    private static final int LONGEST_LABEL = 120;
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_ADVICE = 500;

    private static final Pattern ARROW = Pattern.compile("\\s*(?:→|⇒|➜|➡️?|=>|-->|->)\\s*");

    private final List<Unit> units;
    private final Signs signs;
    private final BitSet taken;
    private final List<Pair> pairs = new ArrayList<>();

    private Rewordings(List<Unit> units, Signs signs, BitSet taken) {
        this.units = units;
        this.signs = signs;
        this.taken = taken;
    }

    /** The pairs in document order; their units are marked as taken. */
    static List<Pair> in(List<Unit> units, Signs signs, BitSet taken) {
        var reader = new Rewordings(units, signs, taken);
        reader.labelled();
        reader.tables();
        reader.pairs.sort(Comparator.comparingInt(Pair::unit));
        return reader.pairs;
    }

    private void labelled() {
        Wording before = null;
        for (int i = 0; i < units.size(); i++) {
            var unit = units.get(i);
            if (!unit.is(Kind.PARAGRAPH) && !unit.is(Kind.ITEM) && !unit.is(Kind.HEADING)) {
                continue;
            }
            var label = labelOf(unit);
            if (before != null && i - before.unit() > PATIENCE) {
                before = null;
            }
            if (label == null || label.number() != null || taken.get(i)) {
                arrow(i);
                quoted(i);
                continue;
            }
            if (before == null && label.means(Meaning.BEFORE)) {
                before = wording(i, label);
                if (before != null) {
                    before = inlinePair(before, i);
                }
            } else if (label.means(Meaning.AFTER)) {
                var after = wording(i, label);
                if (before != null && after != null) {
                    pair(before, after);
                    before = null;
                } else if (after != null && label.phrase().length() >= 4) {
                    belowQuestion(after, i);
                }
            }
        }
    }

    /** The label of a unit; a heading or bold line may be nothing else. */
    private static @Nullable Label labelOf(Unit unit) {
        var text = unit.text();
        var label = mayBeLabelled(text) ? Label.of(text) : null;
        boolean isName =
                unit.is(Kind.HEADING)
                        || text.startsWith("**") && LinePieces.isWhollyBold(text.strip());
        if (label == null && isName && text.length() < LONGEST_NAME) {
            var word = Wordings.without(text, "*_:").strip();
            var alone = new Label(word, null, text.length(), "");
            return Labels.isRewording(alone) ? alone : null;
        }
        return label;
    }

    /** A cheap look: what stands before a re-wording ends with a colon. */
    private static boolean mayBeLabelled(String text) {
        int end = Math.min(text.length(), LONGEST_LABEL);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c == ':' || c == '：') {
                return true;
            }
        }
        return false;
    }

    /** {@code Instead of "old", ask "new".} */
    private void quoted(int i) {
        var text = units.get(i).text();
        if (units.get(i).is(Kind.HEADING)
                || taken.get(i)
                || text.length() > LONGEST_ADVICE
                || !Quotes.mayQuoteTwice(text)
                || !Lexicon.shipped().mentions(Meaning.REPLACEMENT, text)) {
            return;
        }
        var quoted = Quotes.names(text);
        if (quoted.size() != 2) {
            return;
        }
        var before = wording(quoted.getFirst(), i);
        var after = wording(quoted.getLast(), i);
        if (before != null && after != null && asks(before.text()) && asks(after.text())) {
            add(before, after);
            taken.set(i);
        }
    }

    /** The text after a label: on its line, or in the next unit if the label stands alone. */
    private @Nullable Wording wording(int i, Label label) {
        var text =
                units.get(i).text().substring(Math.min(label.end(), units.get(i).text().length()));
        int at = i;
        if (Wordings.without(text, "*_").isBlank()) {
            at = i + 1;
            if (at >= units.size()
                    || !(units.get(at).is(Kind.PARAGRAPH) || units.get(at).is(Kind.ITEM))) {
                return null;
            }
            text = units.get(at).text();
            if (Labels.isRewording(labelOf(units.get(at)))) {
                return null;
            }
        }
        return wording(text, at);
    }

    private @Nullable Wording wording(String raw, int unit) {
        var first = Phrase.read(raw, signs);
        var inner = Phrase.read(Quotes.unquoted(first.wording()), signs);
        var text = Quotes.unquoted(inner.wording());
        var number = first.number() != null ? first.number() : inner.number();
        boolean isApproved = isApproval(first.mark()) || isApproval(inner.mark());
        return text.isBlank() ? null : new Wording(text, number, isApproved, unit);
    }

    private static boolean isApproval(Mark mark) {
        return mark == Mark.DONE || mark == Mark.CHECKED;
    }

    /** Both wordings in one unit: {@code Before: … After: …}. */
    private @Nullable Wording inlinePair(Wording before, int i) {
        var text = units.get(before.unit()).text();
        for (int at = text.indexOf("**", 4); at >= 0; at = text.indexOf("**", at + 2)) {
            var label = Label.of(text.substring(at));
            if (label != null && label.number() == null && label.means(Meaning.AFTER)) {
                var after =
                        wording(text.substring(at + Math.min(label.end(), text.length() - at)), i);
                var head = wording(text.substring(headEnd(text), at), i);
                if (after != null && head != null) {
                    pair(head, after);
                    return null;
                }
            }
        }
        return before;
    }

    private static int headEnd(String text) {
        var label = Label.of(text);
        return label == null ? 0 : label.end();
    }

    private void pair(Wording before, Wording after) {
        if (asks(before.text()) || asks(after.text())) {
            add(before, after);
            take(before.unit());
            take(after.unit());
        }
    }

    private static boolean asks(String wording) {
        return Asking.of(wording) >= Entry.LIKELY;
    }

    private void add(Wording before, Wording after) {
        pairs.add(
                new Pair(
                        before.text(),
                        after.text(),
                        before.number(),
                        after.approved(),
                        before.unit()));
    }

    /** A unit with the item whose only text it is. */
    private void take(int unit) {
        taken.set(unit);
        int holder = units.get(unit).parent();
        if (holder >= 0 && Labels.isRewording(labelOf(units.get(holder)))) {
            taken.set(holder);
        }
        if (unit > 0 && Labels.isRewording(labelOf(units.get(unit - 1)))) {
            taken.set(unit - 1);
        }
    }

    /** {@code "old" → "new"}; both must be quoted, struck or asking. */
    private void arrow(int i) {
        var text = units.get(i).text();
        if (units.get(i).is(Kind.HEADING) || text.length() > 1500 || !mayHoldArrow(text)) {
            return;
        }
        var sides = ARROW.split(text);
        if (sides.length != 2) {
            return;
        }
        var before = wording(sides[0], i);
        var after = wording(sides[1], i);
        if (before != null
                && after != null
                && asks(before.text())
                && asks(after.text())
                && isMarked(sides[0])
                && isMarked(sides[1])) {
            add(before, after);
            taken.set(i);
        }
    }

    private static boolean isMarked(String side) {
        var text = side.strip();
        return !Quotes.unquoted(text).equals(text)
                || text.startsWith("~~")
                || text.endsWith("?")
                || text.endsWith("？")
                || text.startsWith("*");
    }

    /** A better wording nested in the item of its question. */
    private void belowQuestion(Wording after, int i) {
        int holder = units.get(i).parent();
        if (holder < 0 || taken.get(holder)) {
            return;
        }
        var question = wording(units.get(holder).text(), holder);
        if (question != null && asks(question.text()) && asks(after.text())) {
            add(question, after);
            taken.set(i);
        }
    }

    private void tables() {
        int before = -1;
        int after = -1;
        for (int i = 0; i < units.size(); i++) {
            var unit = units.get(i);
            if (unit.is(Kind.HEADER)) {
                before = column(unit, Meaning.BEFORE);
                after = column(unit, Meaning.AFTER);
                if (before >= 0 && after >= 0 && before != after) {
                    taken.set(i);
                }
            } else if (unit.is(Kind.ROW) && before >= 0 && after >= 0 && before != after) {
                row(i, before, after);
            }
        }
    }

    private void row(int i, int before, int after) {
        var cells = units.get(i).cells();
        taken.set(i);
        if (Math.max(before, after) >= cells.size()) {
            return;
        }
        var old = wording(cells.get(before), i);
        var better = wording(cells.get(after), i);
        if (old != null && better != null && (asks(old.text()) || asks(better.text()))) {
            var number =
                    old.number() != null
                                    || before == 0
                                    || !cells.getFirst().matches("\\d{1,4}[.)]?")
                            ? old.number()
                            : Wordings.without(cells.getFirst(), ".)");
            add(new Wording(old.text(), number, false, i), better);
        }
    }

    private static int column(Unit header, Meaning meaning) {
        for (int column = 0; column < header.cells().size(); column++) {
            if (Lexicon.shipped()
                    .means(meaning, Wordings.without(header.cells().get(column), "*_`:"))) {
                return column;
            }
        }
        return -1;
    }

    static boolean mayHoldArrow(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '→'
                    || c == '⇒'
                    || c == '➡'
                    || c == '➜'
                    || c == '>' && i > 0 && "-=".indexOf(text.charAt(i - 1)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
