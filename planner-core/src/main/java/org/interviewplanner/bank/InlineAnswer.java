package org.interviewplanner.bank;

/**
 * A question and the answer that shares its line.
 *
 * @param question the line without its answer
 * @param answer what answers, or ""
 * @param isBold whether the question is set apart from the answer by being bold
 */
record InlineAnswer(String question, String answer, boolean isBold) {
    private static final String MARKS = "?？؟";
    private static final String DASHES = "—–-:：";
    private static final String QUOTES = "\"“„«「『`";

    /**
     * Parts a line.
     *
     * @param isLabelled whether a label such as {@code Q:} stood before it
     */
    static InlineAnswer of(String text, boolean isLabelled) {
        if (text.startsWith("**")) {
            return behindBold(text);
        }
        int colons = text.indexOf("::");
        if (colons >= 0) {
            var front = cardFront(text);
            if (front.length() < text.length() && Asking.of(front) >= Entry.SURE) {
                int begin = colons;
                while (begin < text.length() && text.charAt(begin) == ':') {
                    begin++;
                }
                return new InlineAnswer(front, text.substring(begin).strip(), false);
            }
        }
        return isLabelled ? behindLabel(text) : new InlineAnswer(text, "", false);
    }

    /** What stands before the colons of a flash card, such as {@code What is X? :: It is …}. */
    static String cardFront(String text) {
        int at = text.indexOf("::");
        boolean isCard = at > 0 && (" \t" + MARKS).indexOf(text.charAt(at - 1)) >= 0;
        return isCard ? text.substring(0, at).strip() : text;
    }

    /** {@code **What is X?** It is …}, or a dash between: the bold part asks, the rest answers. */
    private static InlineAnswer behindBold(String text) {
        int close = text.indexOf("**", 2);
        if (close >= 4 && close + 2 < text.length()) {
            var head = text.substring(2, close).strip();
            var behind = text.substring(close + 2).strip();
            boolean isParted = !behind.isEmpty() && DASHES.indexOf(behind.charAt(0)) >= 0;
            var rest = isParted ? behind.substring(1).strip() : behind;
            char last = head.isEmpty() ? ' ' : head.charAt(head.length() - 1);
            boolean isAsked =
                    MARKS.indexOf(last) >= 0 || last == '.' && Asking.of(head) >= Entry.SURE;
            if (isAsked
                    && !rest.isEmpty()
                    && Asking.of(rest) <= (isParted ? Entry.SURE : 0)
                    && begins(rest)) {
                return new InlineAnswer(head, rest, true);
            }
        }
        return new InlineAnswer(text, "", false);
    }

    /** Whether an answer may begin so: with a word, quoted or in code. */
    private static boolean begins(String rest) {
        return Character.isLetterOrDigit(rest.codePointAt(0))
                || QUOTES.indexOf(rest.charAt(0)) >= 0;
    }

    /** {@code Q: What is X? A: It is …}, on one line. */
    private static InlineAnswer behindLabel(String text) {
        int end = 0;
        while (end < text.length() && MARKS.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        var rest = end < text.length() ? text.substring(end + 1).strip() : "";
        var label = rest.isEmpty() ? null : Label.of(rest);
        return label != null && label.answers() && label.end() < rest.length()
                ? new InlineAnswer(
                        text.substring(0, end + 1), rest.substring(label.end()).strip(), false)
                : new InlineAnswer(text, "", false);
    }
}
