package org.interviewplanner.bank;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document as a flat list of its pieces.
 *
 * @param lines the source lines without line ends
 * @param units in document order; what is nested comes after what holds it
 * @param declaredTitle title of the front matter, or null
 * @param isForm whether its settings say that its questions are to be filled in
 * @param repairs what had to be mended before it could be read
 */
record Outline(
        List<String> lines,
        List<Unit> units,
        @Nullable String declaredTitle,
        boolean isForm,
        List<BankProblem> repairs) {

    /** Source lines {@code from} to {@code to}, both included, as they stand. */
    String source(int from, int to) {
        return from > to
                ? ""
                : String.join("\n", lines.subList(from, Math.min(to + 1, lines.size())));
    }
}
