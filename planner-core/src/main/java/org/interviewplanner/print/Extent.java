package org.interviewplanner.print;

/** About how much paper a Markdown text takes; good enough to tell what cannot fit on one page. */
final class Extent {

    /** Characters of a line of text on A4 or Letter, where letters are not large. */
    private static final int WIDTH = 85;

    private Extent() {}

    /** The lines of the text when long ones are wrapped. */
    static int lines(String markdown) {
        return markdown.isBlank()
                ? 0
                : markdown.lines().mapToInt(line -> 1 + line.length() / WIDTH).sum();
    }

    /** The lines of the longest fenced block of code, wrapped; 0 without one. */
    static int longestCode(String markdown) {
        int longest = 0;
        int lines = -1;
        for (String line : markdown.lines().toList()) {
            String start = line.strip();
            if (start.startsWith("```") || start.startsWith("~~~")) {
                longest = Math.max(longest, lines);
                lines = lines < 0 ? 0 : -1;
            } else if (lines >= 0) {
                lines += 1 + line.length() / WIDTH;
            }
        }
        return Math.max(longest, lines);
    }
}
