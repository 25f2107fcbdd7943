package org.interviewplanner.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Mends what a reader of the rendered page would see at once: a code fence that was never closed, a
 * heading without the blank after its hashes. Lines are neither added nor removed, so line numbers
 * stay the source's.
 */
final class Mending {
    private static final Pattern FENCE =
            Pattern.compile("[\\s>]*(?:(?:[-*+]|\\d{1,9}[.)])\\s+)?(`{3,}|~{3,})\\s*([^`]*)");
    private static final Pattern TIGHT_HEADING =
            Pattern.compile(" {0,3}(#{2,6})(?=[^#\\s!<`])(?![^\\s]*;)");
    private static final Pattern BULLET = Pattern.compile("(\\s*)[•●▪◦‣∙]\\s+(?=\\S)");
    private static final Pattern STARS = Pattern.compile("(\\*{1,5})\\s+(\\S.*)");
    private static final Pattern HEADING = Pattern.compile("#{1,6} ");
    private static final int FEWEST_STARS = 3;
    private static final Pattern LIST_NUMBER = Pattern.compile("(\\d{1,9})[.)]\\s+(?=\\S)");
    private static final int LONGEST_NAME = 50;
    private static final Pattern RULE = Pattern.compile("-{3,}\\s*");
    private static final Pattern TAGS = Pattern.compile("(?:</?[a-zA-Z][^<>]{0,40}>\\s*)+");
    private static final Pattern STRUCTURE =
            Pattern.compile(
                    "(?:#{2,6}\\s+\\S|\\*\\*[^*]+\\*\\*\\s*$|<details|<summary|\\d{1,3}[.)]\\s+\\p{Lu}).*");

    private final List<String> lines;
    private final List<BankProblem> repairs = new ArrayList<>();

    /**
     * Up to here no line of structure was found: a fence is searched once, however many follow it.
     */
    private int searched;

    private boolean changed;

    Mending(List<String> source, int frontLines) {
        lines = new ArrayList<>(source);
        for (int i = 0; i < frontLines; i++) {
            set(i, "");
        }
        outlineStars();
        var signed = new ArrayList<>(lines);
        SignedLines.mend(signed);
        IndentedLists.mend(signed);
        for (int i = 0; i < signed.size(); i++) {
            set(i, signed.get(i));
        }
        mend();
    }

    /**
     * {@code ** Name}: headings of an outline in the manner of Org are told by stars. Beside
     * headings of Markdown, and with no text of their own, they are items of a list nested in the
     * manner of a wiki.
     */
    private void outlineStars() {
        if (lines.stream().filter(it -> isDeepStar(it)).count() < FEWEST_STARS) {
            return;
        }
        boolean isOutline =
                lines.stream().noneMatch(it -> HEADING.matcher(it).lookingAt()) || holdText();
        for (int i = 0; i < lines.size(); i++) {
            Matcher stars = STARS.matcher(lines.get(i));
            if (stars.matches()) {
                int depth = stars.group(1).length();
                var head = isOutline ? "#".repeat(depth + 1) : "  ".repeat(depth - 1) + "*";
                set(i, head + " " + stars.group(2));
            }
        }
    }

    /** Whether text stands right below at least half of the deep stars. */
    private boolean holdText() {
        int stars = 0;
        int texts = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (isDeepStar(lines.get(i))) {
                var next = i + 1 < lines.size() ? lines.get(i + 1) : "";
                stars++;
                texts += next.isBlank() || STARS.matcher(next).matches() ? 0 : 1;
            }
        }
        return 2 * texts >= stars;
    }

    private static boolean isDeepStar(String line) {
        return line.startsWith("** ") && line.indexOf("**", 2) < 0;
    }

    private void set(int at, String line) {
        changed |= !lines.get(at).equals(line);
        lines.set(at, line);
    }

    /** Whether any line differs from the source. */
    boolean isChanged() {
        return changed;
    }

    /** The lines to parse: those of the front matter blank, the rest mended. */
    List<String> lines() {
        return lines;
    }

    /** What was mended, except what nobody would call broken. */
    List<BankProblem> repairs() {
        return repairs;
    }

    private void mend() {
        int open = -1;
        String fence = "";
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            int mark = firstMark(line);
            if (mark == '`' || mark == '~' || mark == 'l') {
                Matcher matcher = FENCE.matcher(line);
                if (matcher.matches()) {
                    var run = matcher.group(1);
                    var info = matcher.group(2).strip();
                    if (open < 0) {
                        open = i;
                        fence = run;
                    } else if (run.charAt(0) == fence.charAt(0) && run.length() >= fence.length()) {
                        if (info.isEmpty()) {
                            open = -1;
                        } else if (run.length() == fence.length()
                                && !info.contains(" ")
                                && close(open, i, fence)) {
                            open = i;
                        }
                    }
                    continue;
                }
            }
            if (open < 0 && mark >= 0x2022 && mark <= 0x25E6) {
                Matcher bullet = BULLET.matcher(line);
                if (bullet.lookingAt()) {
                    set(i, bullet.group(1) + "- " + line.substring(bullet.end()));
                }
            }
            if (open < 0 && mark >= '2' && mark <= '9' && i > 0 && isNameAbove(i)) {
                Matcher number = LIST_NUMBER.matcher(line);
                if (number.lookingAt()) {
                    // CommonMark lets only a list that begins with 1 follow a line directly; the
                    // printed number is taken from the source.
                    set(i, "1" + line.substring(number.end(1)));
                }
            }
            if (open < 0 && mark == '-' && i > 0 && isRuleBelowTags(i)) {
                // Below a text it would make a heading of it; tags are no text.
                set(i, "***");
            }
            if (open < 0 && mark == '#') {
                Matcher tight = TIGHT_HEADING.matcher(line);
                if (tight.lookingAt()) {
                    set(i, tight.group(1) + " " + line.substring(tight.end()));
                }
            }
        }
        if (open >= 0) {
            close(open, lines.size(), fence);
        }
    }

    /** Whether a line of dashes stands right below one of nothing but tags. */
    private boolean isRuleBelowTags(int at) {
        var above = lines.get(at - 1);
        return above.startsWith("<")
                && above.length() <= LONGEST_NAME
                && RULE.matcher(lines.get(at)).matches()
                && TAGS.matcher(above).matches();
    }

    /** Whether the line above is a few words alone, as the name of a list is. */
    private boolean isNameAbove(int at) {
        var name = lines.get(at - 1).strip();
        boolean isFirst = at == 1 || lines.get(at - 2).isBlank();
        return isFirst
                && !name.isEmpty()
                && name.length() <= LONGEST_NAME
                && Character.isLetter(name.codePointAt(0))
                && (name.endsWith(":")
                        || Character.isLetterOrDigit(name.charAt(name.length() - 1)));
    }

    /**
     * What a line begins with after blanks and quote marks; {@code l} for a list marker before a
     * fence.
     */
    private static int firstMark(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == ' ' || c == '\t' || c == '>') {
                continue;
            }
            boolean isList = c == '-' || c == '*' || c == '+' || (c >= '0' && c <= '9');
            return isList && (line.contains("```") || line.contains("~~~")) ? 'l' : c;
        }
        return 0;
    }

    /**
     * Closes the fence opened at {@code from} before the first line of structure above {@code to};
     * says if it could.
     */
    private boolean close(int from, int to, String fence) {
        for (int i = Math.max(from + 1, searched); i + 1 < to; i++) {
            if (lines.get(i).isBlank() && STRUCTURE.matcher(lines.get(i + 1)).matches()) {
                set(i, fence);
                told(from, i);
                return true;
            }
        }
        searched = to - 1;
        if (to < lines.size() && to - 1 > from && lines.get(to - 1).isBlank()) {
            set(to - 1, fence);
            told(from, to - 1);
            return true;
        }
        return false;
    }

    private void told(int from, int at) {
        if (repairs.size() < 50) {
            repairs.add(
                    new BankProblem(
                            from + 1,
                            "The code that begins here is never closed; read as ending at line %d."
                                    .formatted(at + 1)));
        }
    }
}
