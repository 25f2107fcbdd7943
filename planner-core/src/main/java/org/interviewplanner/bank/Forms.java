package org.interviewplanner.bank;

import org.interviewplanner.bank.Lexicon.Meaning;
import org.interviewplanner.bank.Unit.Kind;

/** Tells forms that contributors fill in: templates for issues and for changes. */
final class Forms {
    private static final int MOST_HEADINGS = 12;

    /** A form is short. */
    private static final int MOST_UNITS = 60;

    private static final int FEWEST_SIGNS = 2;

    private Forms() {}

    /**
     * Whether the settings of a document say so, or its headings and boxes speak of the issue or
     * change at hand, and nothing of interviews.
     */
    static boolean isForm(Outline outline) {
        if (outline.isForm()) {
            return true;
        }
        if (outline.units().size() > MOST_UNITS) {
            return false;
        }
        int headings = 0;
        int signs = 0;
        for (var unit : outline.units()) {
            boolean isBox = unit.is(Kind.ITEM) && unit.text().startsWith("[");
            headings += unit.is(Kind.HEADING) ? 1 : 0;
            if ((isBox || unit.is(Kind.HEADING))
                    && Lexicon.shipped().mentions(Meaning.FORM, unit.text())) {
                signs++;
            }
        }
        return headings >= FEWEST_SIGNS
                && headings <= MOST_HEADINGS
                && signs >= FEWEST_SIGNS
                && !new SelfDescription(outline).saysAnything();
    }
}
