package org.interviewplanner.bank;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.interviewplanner.bank.Unit.Kind;

/**
 * Labels that come again below one entry after the other, such as <em>Reason:</em> or <em>What to
 * listen for</em>: cards have them, and chapters of a text hardly do.
 */
final class RecurringLabels {
    private static final int FEWEST = 3;
    private static final double NEARLY_ALL = 0.75;
    private static final int LONGEST = 40;

    private RecurringLabels() {}

    /** Whether at least three headings ask, and one label stands below nearly all of them. */
    static boolean below(List<Integer> headings, Ground ground) {
        if (headings.size() < FEWEST) {
            return false;
        }
        Map<String, Integer> counts = new HashMap<>();
        for (int heading : headings) {
            Set<String> labels = new HashSet<>();
            for (int i = heading + 1; i < ground.regionEnd(heading); i++) {
                if (ground.is(i, Kind.HEADING) || ground.is(i, Kind.PARAGRAPH)) {
                    labels.add(label(ground.unit(i).text()));
                }
            }
            labels.remove("");
            labels.forEach(it -> counts.merge(it, 1, Integer::sum));
        }
        return counts.values().stream().anyMatch(it -> it >= NEARLY_ALL * headings.size());
    }

    /** What stands before the first colon of a text, if it is short, or "". */
    private static String label(String text) {
        int end = 0;
        while (end < text.length() && end <= LONGEST && ":：\n".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        boolean isLabel =
                end > 0 && end < text.length() && end <= LONGEST && text.charAt(end) != '\n';
        return isLabel ? Wordings.normal(text.substring(0, end)) : "";
    }
}
