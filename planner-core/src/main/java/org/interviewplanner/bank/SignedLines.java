package org.interviewplanner.bank;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Lists whose bullets are none of Markdown's: at least three lines, one after the other, that begin
 * with the same sign, or with a bullet that lacks its blank.
 */
final class SignedLines {
    private static final int FEWEST = 3;
    private static final int LONGEST = 300;

    /** Stands between the people of a family, or a person and her tool. */
    private static final int JOINER = 0x200D;

    /**
     * A sign apart from its line: {@code => }, {@code 6% }, {@code — }, a picture joined of others.
     */
    private static final Pattern APART =
            Pattern.compile(
                    "(?![#>|`\\[(<!&$~_]|[-*+](?:\\s|[-*+]{2})|\\d+[.)]?\\s)((?:[^\\p{L}\\s](?:[\\x{FE0F}\\x{1F3FB}-\\x{1F3FF}]|\\x{200D}[^\\p{L}\\s])*+){1,3})\\s+(?=[\\p{L}`«“\"¿])");

    /** A bullet without its blank: {@code -Name}; its closing twin would make it emphasis. */
    private static final Pattern TIGHT = Pattern.compile("([-+*])(?=[\\p{L}`])(?!.*\\1\\s*$)");

    private static final Pattern BULLET = Pattern.compile("[-+*]\\s+(?=\\S)");
    private static final Pattern FENCE = Pattern.compile("[\\s>]*(`{3,}|~{3,})(.*)");

    private SignedLines() {}

    /** Gives such lines the bullets of Markdown. */
    static void mend(List<String> lines) {
        boolean mayBeTight =
                lines.stream().filter(SignedLines::isTight).limit(FEWEST).count() == FEWEST;
        var fence = "";
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (mayFence(line)) {
                fence = fenceBehind(line, fence);
            }
            if (!fence.isEmpty() || !mayBeSigned(line)) {
                continue;
            }
            // Each line is looked at once for each kind of sign, however many follow it.
            int end = mayBeTight ? tight(lines, i) : i;
            i = Math.max(i, Math.max(isApart(line) ? apart(lines, i) : i, end) - 1);
        }
    }

    /** The fence that is open behind a line, or "": only a sign of its kind closes one. */
    private static String fenceBehind(String line, String open) {
        var fence = FENCE.matcher(line);
        if (!fence.matches()) {
            return open;
        }
        if (open.isEmpty()) {
            return fence.group(1);
        }
        return fence.group(1).startsWith(open) && fence.group(2).isBlank() ? "" : open;
    }

    /** A cheap look before the exact one. */
    private static boolean mayFence(String line) {
        int i = 0;
        while (i < line.length() && (line.charAt(i) <= ' ' || line.charAt(i) == '>')) {
            i++;
        }
        return i < line.length() && (line.charAt(i) == '`' || line.charAt(i) == '~');
    }

    /** A cheap look before the exact one. */
    private static boolean isTight(String line) {
        return line.length() > 1
                && "-+*".indexOf(line.charAt(0)) >= 0
                && (Character.isLetter(line.charAt(1)) || line.charAt(1) == '`');
    }

    /** The same for a sign of at most three characters before a blank; bullets are none. */
    private static boolean isApart(String line) {
        int end = 0;
        int signs = 0;
        boolean isJoined = false;
        while (end < line.length() && signs <= 3 && !Character.isWhitespace(line.charAt(end))) {
            int c = line.codePointAt(end);
            signs += isJoined || joins(c) ? 0 : 1;
            isJoined = c == JOINER;
            end += Character.charCount(c);
        }
        return signs > 0
                && signs <= 3
                && end < line.length()
                && !(end == 1 && "-+*".indexOf(line.charAt(0)) >= 0);
    }

    /** Whether a character makes one picture with those around it. */
    private static boolean joins(int c) {
        return c == JOINER || c == 0xFE0F || c >= 0x1F3FB && c <= 0x1F3FF;
    }

    private static boolean mayBeSigned(String line) {
        char c = line.isEmpty() ? 'a' : line.charAt(0);
        return line.length() <= LONGEST
                && !Character.isLetter(c)
                && !Character.isWhitespace(c)
                && c != '#'
                && c != '|';
    }

    /** Index after the lines that begin with one sign, which are mended if they are enough. */
    private static int apart(List<String> lines, int first) {
        var matcher = APART.matcher(lines.get(first));
        if (!matcher.lookingAt()) {
            return first;
        }
        var sign = matcher.group(1);
        int end = first;
        while (end < lines.size()) {
            var next = APART.matcher(lines.get(end));
            if (!next.lookingAt() || !next.group(1).equals(sign)) {
                break;
            }
            end++;
        }
        for (int i = first; i < end && end - first >= FEWEST; i++) {
            lines.set(i, "- " + lines.get(i).substring(sign.length()).strip());
        }
        return end;
    }

    /** The same for bullets without a blank, beside bullets with one; blank lines may part them. */
    private static int tight(List<String> lines, int first) {
        int signed = 0;
        int tight = 0;
        int end = first;
        for (int i = first; i < lines.size(); i++) {
            var line = lines.get(i);
            boolean isTight = TIGHT.matcher(line).lookingAt();
            if (isTight || BULLET.matcher(line).lookingAt()) {
                signed++;
                tight += isTight ? 1 : 0;
                end = i + 1;
            } else if (!line.isBlank()) {
                break;
            }
        }
        boolean areEnough = tight >= FEWEST && 2 * tight >= signed;
        for (int i = first; i < end && areEnough; i++) {
            if (!lines.get(i).isBlank()) {
                lines.set(i, "- " + lines.get(i).substring(1).strip());
            }
        }
        return end;
    }
}
