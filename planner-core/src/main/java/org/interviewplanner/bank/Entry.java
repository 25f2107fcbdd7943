package org.interviewplanner.bank;

import org.jspecify.annotations.Nullable;

/**
 * A unit as a place where a question could stand.
 *
 * @param index of the unit
 * @param phrase its text as an entry
 * @param asks how much it looks like a question, 0 to 1
 * @param column of a table row, else -1
 */
record Entry(int index, Unit unit, Phrase phrase, double asks, int column) {
    /** With a question mark. */
    static final double ALOUD = 0.9;

    static final double SURE = 0.8;
    static final double LIKELY = 0.5;

    boolean asksLikely() {
        return asks >= LIKELY || phrase.labelled();
    }

    static Entry of(int index, Unit unit, Signs signs) {
        return of(index, unit, unit.text(), signs);
    }

    /** The entry that a part of a unit's text is. */
    static Entry of(int index, Unit unit, String text, Signs signs) {
        var phrase = Phrase.read(text, signs);
        return new Entry(index, unit, phrase, asks(text, phrase), -1);
    }

    /** Also of a first line that asks, with an answer typed right below. */
    private static double asks(String text, Phrase phrase) {
        double whole = Asking.of(phrase.wording());
        int end = text.indexOf('\n');
        return whole >= SURE || end < 0
                ? whole
                : Math.max(whole, Asking.of(text.substring(0, end)));
    }

    /** The same with a number, unless it prints one itself. */
    Entry numbered(@Nullable String number) {
        return phrase.number() != null || number == null
                ? this
                : new Entry(index, unit, phrase.numbered(number), asks, column);
    }

    static @Nullable Entry ofCell(int index, Unit unit, int column, Signs signs) {
        if (column >= unit.cells().size()) {
            return null;
        }
        var phrase = Phrase.read(unit.cells().get(column), signs);
        return new Entry(index, unit, phrase, Asking.of(phrase.wording()), column);
    }
}
