package org.interviewplanner.bank;

/**
 * Something in a document that was read with doubt, or not at all.
 *
 * @param line 1-based line; 1 for what concerns the whole document
 * @param sentence what was seen and how it was read, for a person
 */
public record BankProblem(int line, String sentence) {
    /**
     * @throws IllegalArgumentException if line &lt; 1 or the sentence is blank
     */
    public BankProblem {
        if (line < 1 || sentence.isBlank()) {
            throw new IllegalArgumentException(
                    "The problem (%s) must have a sentence and a line (%d) of at least 1."
                            .formatted(sentence, line));
        }
    }
}
