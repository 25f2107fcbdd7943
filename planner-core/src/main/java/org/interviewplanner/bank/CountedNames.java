package org.interviewplanner.bank;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.interviewplanner.bank.Unit.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Names of sections that begin with a bare number: <em>2 Transactions</em>.
 *
 * <p>A number without a dot may belong to a name; it is a count only if another heading of the same
 * level has the number before or behind it.
 */
final class CountedNames {
    private static final Pattern COUNT = Pattern.compile("(\\d{1,2})\\s+(?=\\p{L})");

    private final Map<Integer, Integer> counted = new HashMap<>();

    CountedNames(List<Unit> units) {
        var numbers = new int[7];
        var before = new int[7];
        for (int i = 0; i < units.size(); i++) {
            var unit = units.get(i);
            if (!unit.is(Kind.HEADING)) {
                continue;
            }
            var matcher = COUNT.matcher(unit.text());
            boolean isCounted = matcher.lookingAt();
            int number = isCounted ? Integer.parseInt(matcher.group(1)) : -1;
            int level = unit.level();
            if (isCounted && numbers[level] == number - 1 && number > 1) {
                counted.put(i, matcher.end());
                counted.computeIfAbsent(before[level], it -> end(units.get(it)));
            }
            if (isCounted) {
                numbers[level] = number;
                before[level] = i;
            }
        }
    }

    private static int end(Unit unit) {
        var matcher = COUNT.matcher(unit.text());
        return matcher.lookingAt() ? matcher.end() : 0;
    }

    /** The count at a heading, as printed, or null. */
    @Nullable String count(int i, Unit unit) {
        int end = counted.getOrDefault(i, 0);
        return end == 0 ? null : unit.text().substring(0, end).strip();
    }

    /** The text of a heading without its count. */
    String rest(int i, Unit unit) {
        return unit.text().substring(counted.getOrDefault(i, 0));
    }

    /** The name at a heading without its count. */
    String name(int i, Unit unit) {
        return SectionName.of(rest(i, unit));
    }
}
