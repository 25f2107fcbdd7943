package org.interviewplanner.bank;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.interviewplanner.bank.Unit.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Headings and paragraphs that begin with a bare number: <em>2 Transactions</em>.
 *
 * <p>A number without a dot may belong to the words; it is a count only if another heading of the
 * same level has the number before or behind it, or three paragraphs below one heading count up.
 */
final class Counts {
    private static final Pattern NAME = Pattern.compile("(\\d{1,2})\\s+(?=[^\\s\\d])");
    private static final Pattern LINE = Pattern.compile("(\\d{1,3})\\s+(?=\\S)");

    /** <em>a)</em> to <em>h)</em>. */
    private static final Pattern LETTER = Pattern.compile("([a-hA-H])[.)]\\s+(?=\\S)");

    /** {@code J1.}: a letter for the part, and a number. */
    private static final Pattern CODE = Pattern.compile("([A-Z])(\\d{1,3})[.):]\\s+(?=\\S)");

    private static final int LONGEST_LINE = 200;
    private static final int FEWEST_LINES = 3;

    /** The length of the count at a unit. */
    private final Map<Integer, Integer> counted = new HashMap<>();

    Counts(List<Unit> units) {
        var levels = new HashMap<Integer, List<Integer>>();
        var lines = new ArrayList<Integer>();
        int last = 0;
        for (int i = 0; i < units.size(); i++) {
            var unit = units.get(i);
            if (unit.is(Kind.HEADING)) {
                levels.computeIfAbsent(unit.level(), it -> new ArrayList<>()).add(i);
            }
            int number = lineNumber(unit);
            if (unit.is(Kind.HEADING) || number > 0 && number != last + 1) {
                count(lines, units, LINE);
                lines.clear();
            }
            if (number > 0) {
                lines.add(i);
                last = number;
            }
        }
        count(lines, units, LINE);
        levels.values().forEach(it -> names(it, units));
        levels.values().forEach(it -> letters(it, units));
        levels.values().forEach(it -> codes(it, units));
    }

    /** A letter with numbers that follow one another counts, too. */
    private void codes(List<Integer> headings, List<Unit> units) {
        var letter = "";
        int number = 0;
        int before = -1;
        for (int i : headings) {
            var text = units.get(i).text();
            boolean mayBeCode = text.length() > 1 && Character.isDigit(text.charAt(1));
            var matcher = mayBeCode ? CODE.matcher(text) : null;
            if (matcher == null || !matcher.lookingAt()) {
                continue;
            }
            var label = Label.of(text);
            if (label != null && label.asks()) {
                continue;
            }
            int next = Integer.parseInt(matcher.group(2));
            if (matcher.group(1).equals(letter) && next == number + 1) {
                counted.put(before, end(units.get(before), CODE));
                counted.put(i, matcher.end());
            }
            letter = matcher.group(1);
            number = next;
            before = i;
        }
    }

    /** Letters that follow one another count as numbers do. */
    private void letters(List<Integer> headings, List<Unit> units) {
        int last = 0;
        boolean isCount = false;
        var lettered = new ArrayList<Integer>();
        for (int i : headings) {
            var text = units.get(i).text();
            boolean isLettered =
                    text.length() > 1
                            && ".)".indexOf(text.charAt(1)) >= 0
                            && LETTER.matcher(text).lookingAt();
            int letter = isLettered ? units.get(i).text().charAt(0) : 0;
            isCount |= isLettered && letter == last + 1;
            last = letter;
            if (isLettered) {
                lettered.add(i);
            }
        }
        if (isCount) {
            lettered.forEach(i -> counted.put(i, end(units.get(i), LETTER)));
        }
    }

    private void names(List<Integer> headings, List<Unit> units) {
        int number = 0;
        int before = -1;
        for (int i : headings) {
            var text = units.get(i).text();
            boolean mayCount = !text.isEmpty() && Character.isDigit(text.charAt(0));
            var matcher = mayCount ? NAME.matcher(text) : null;
            if (matcher != null && matcher.lookingAt()) {
                int next = Integer.parseInt(matcher.group(1));
                if (before >= 0 && next == number + 1) {
                    counted.put(before, end(units.get(before), NAME));
                    counted.put(i, matcher.end());
                }
                number = next;
                before = i;
            }
        }
    }

    private void count(List<Integer> lines, List<Unit> units, Pattern pattern) {
        if (lines.size() >= FEWEST_LINES) {
            lines.forEach(i -> counted.put(i, end(units.get(i), pattern)));
        }
    }

    /** The bare number that a paragraph of one line begins with, or 0. */
    private static int lineNumber(Unit unit) {
        var text = unit.text();
        boolean mayCount =
                unit.is(Kind.PARAGRAPH)
                        && unit.parent() < 0
                        && !text.isEmpty()
                        && Character.isDigit(text.charAt(0))
                        && text.length() <= LONGEST_LINE;
        var matcher = mayCount ? LINE.matcher(text) : null;
        return matcher != null && matcher.lookingAt() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private static int end(Unit unit, Pattern pattern) {
        var matcher = pattern.matcher(unit.text());
        return matcher.lookingAt() ? matcher.end() : 0;
    }

    /** The count at a unit, as printed, or null. */
    @Nullable String count(int i, Unit unit) {
        int end = counted.getOrDefault(i, 0);
        return end == 0 || !Character.isDigit(unit.text().charAt(0))
                ? null
                : unit.text().substring(0, end).strip();
    }

    /** The text of a unit without its count. */
    String rest(int i, Unit unit) {
        return unit.text().substring(counted.getOrDefault(i, 0));
    }

    /** The name at a heading without its count. */
    String name(int i, Unit unit) {
        return SectionName.of(rest(i, unit));
    }
}
