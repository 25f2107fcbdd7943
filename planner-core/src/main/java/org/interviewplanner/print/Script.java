package org.interviewplanner.print;

/** Which way a text is read. */
final class Script {

    private Script() {}

    /**
     * Whether the first letter that has a direction runs from right to left (rule P2 of the Unicode
     * bidirectional algorithm, UAX #9); fenced and inline code does not count, being Latin in any
     * language.
     */
    static boolean isRightToLeft(String markdown) {
        boolean inCode = false;
        for (int i = 0; i < markdown.length(); ) {
            int c = markdown.codePointAt(i);
            i += Character.charCount(c);
            if (c == '`') {
                inCode = !inCode;
            } else if (!inCode) {
                switch (Character.getDirectionality(c)) {
                    case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
                            Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> {
                        return true;
                    }
                    case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> {
                        return false;
                    }
                    default -> {}
                }
            }
        }
        return false;
    }
}
