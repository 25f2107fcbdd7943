package org.interviewplanner.bank;

import java.util.List;

/**
 * Outdents a numbered list that stands indented right below its heading: to CommonMark it is code.
 */
final class IndentedLists {
    private static final int CODE = 4;

    private IndentedLists() {}

    /** Takes the indentation of such lists from their lines. */
    static void mend(List<String> lines) {
        boolean isBelowHeading = false;
        int outdent = 0;
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            int indent = indent(line);
            if (indent == line.length()) {
                continue;
            }
            if (isBelowHeading && indent >= CODE && isFirst(line, indent)) {
                outdent = indent;
            } else if (indent < outdent) {
                outdent = 0;
            }
            isBelowHeading = indent < CODE && line.charAt(indent) == '#';
            if (outdent > 0) {
                lines.set(i, line.substring(outdent));
            }
        }
    }

    /** How many blanks a line begins with. */
    private static int indent(String line) {
        int indent = 0;
        while (indent < line.length() && line.charAt(indent) == ' ') {
            indent++;
        }
        return indent;
    }

    /** {@code 1. What …} */
    private static boolean isFirst(String line, int at) {
        return at + 3 < line.length()
                && line.charAt(at) == '1'
                && (line.charAt(at + 1) == '.' || line.charAt(at + 1) == ')')
                && line.charAt(at + 2) == ' '
                && Asking.of(line.substring(at + 3)) >= Entry.SURE;
    }
}
