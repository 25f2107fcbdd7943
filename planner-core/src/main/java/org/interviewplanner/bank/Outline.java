package org.interviewplanner.bank;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document as a flat list of its pieces.
 *
 * @param lines the source lines without line ends
 * @param units in document order; what is nested comes after what holds it
 * @param declaredTitle title of the front matter, or null
 * @param firstLine 0-based first line after the front matter
 */
record Outline(
        List<String> lines, List<Unit> units, @Nullable String declaredTitle, int firstLine) {

    /** Source lines {@code from} to {@code to}, both included, as they stand. */
    String source(int from, int to) {
        return from > to
                ? ""
                : String.join("\n", lines.subList(from, Math.min(to + 1, lines.size())));
    }
}
