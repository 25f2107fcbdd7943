package org.interviewplanner.bank;

/**
 * Reads a Markdown document into a bank of questions.
 *
 * <p>It looks where this document keeps its questions (list items under headings, headings over
 * answers, bold paragraphs, {@code Q:} lines, folded summaries, table columns …) instead of asking
 * for one layout. Any text is a valid input: what cannot be read becomes a {@link BankProblem}.
 * Thread-safe.
 */
public final class BankParser {
    /** The longest document that is read, in characters; of a longer one nothing is read. */
    public static final int MAX_CHARACTERS = 5_000_000;

    /** The bank that {@code markdown} describes; never throws on bad input. */
    public ParsedBank parse(String markdown) {
        return BankReading.of(markdown);
    }
}
