package org.interviewplanner.bank;

import java.util.List;
import org.interviewplanner.bank.Lexicon.Meaning;
import org.interviewplanner.bank.Unit.Kind;

/** Options to choose from that carry no letters: told by a line such as <em>Select one</em>. */
final class Choices {
    private static final int LONGEST = 120;
    private static final int FEWEST = 2;

    private Choices() {}

    /**
     * Whether nothing but a list stands below a question, with a short line above it or none, and
     * that line or the question says that one chooses.
     *
     * @param areUsual whether other questions of the document say so: then this one need not
     */
    static boolean areBelow(
            String wording, List<Integer> content, List<Unit> units, boolean areUsual) {
        int items = 0;
        int line = -1;
        for (int i : content) {
            var unit = units.get(i);
            if (unit.is(Kind.ITEM)) {
                items++;
            } else if (unit.is(Kind.PARAGRAPH)
                    && items == 0
                    && line < 0
                    && unit.text().length() <= LONGEST) {
                line = i;
            } else if (!unit.is(Kind.RULE) && !unit.is(Kind.CODE)) {
                return false;
            }
        }
        return items >= FEWEST
                && (areUsual
                        || line >= 0
                                && Lexicon.shipped().begins(Meaning.CHOOSE, units.get(line).text())
                        || Lexicon.shipped().mentions(Meaning.CHOOSE, wording));
    }
}
