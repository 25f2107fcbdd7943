package org.interviewplanner.web.security;

/**
 * An account was not made or changed, and nothing was stored.
 *
 * <p>An exception and not a value, because what the transaction had begun must be undone: a link
 * stays unused if the name was taken.
 */
public class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    public RefusedException(Refusal refusal) {
        super("Refused: %s.".formatted(refusal));
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
