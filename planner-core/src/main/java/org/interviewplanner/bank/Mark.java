package org.interviewplanner.bank;

/**
 * The sign that a document prints at a question.
 *
 * <p>A mark is read, not interpreted: whether a tick means approved or asked already is for a
 * person to say.
 */
public enum Mark {
    /** No sign. */
    NONE,
    /** The word <em>done</em> in bold after the question. */
    DONE,
    /** A ticked task: {@code [x]}. */
    CHECKED,
    /** An open task: {@code [ ]}. */
    UNCHECKED,
    /** A check mark character such as &#x2705;. */
    TICK,
    /** The whole question is struck through. */
    STRUCK
}
