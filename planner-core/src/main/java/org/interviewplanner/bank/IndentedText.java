package org.interviewplanner.bank;

/**
 * Tells indented prose from indented code: to CommonMark all that is indented by four is code, but
 * many indent an answer below its question.
 */
final class IndentedText {
    /** What hardly any prose holds. */
    private static final String CODE = "{};=<>$|\\[]@~^`/_";

    private static final int LONGEST = 4000;

    private IndentedText() {}

    /** Whether each line begins with a letter or opening mark and holds no sign of code. */
    static boolean isProse(String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            return false;
        }
        return text.lines()
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .allMatch(line -> reads(line));
    }

    private static boolean reads(String line) {
        if (!Character.isLetter(line.codePointAt(0)) && "¿¡\"“«„'(".indexOf(line.charAt(0)) < 0) {
            return false;
        }
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean isCall = c == '(' && i > 0 && Character.isLetterOrDigit(line.charAt(i - 1));
            boolean isPath =
                    c == '.'
                            && i > 0
                            && i + 1 < line.length()
                            && Character.isLetter(line.charAt(i - 1))
                            && Character.isLowerCase(line.charAt(i + 1));
            if (CODE.indexOf(c) >= 0 || isCall && !isPlural(line, i) || isPath) {
                return false;
            }
        }
        return true;
    }

    /** <em>author(s)</em>. */
    private static boolean isPlural(String line, int open) {
        return line.startsWith("(s)", open);
    }
}
