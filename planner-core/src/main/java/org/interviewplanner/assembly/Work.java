package org.interviewplanner.assembly;

import java.util.function.BooleanSupplier;

/** Counts work, so that a search stops at the same place on every machine. */
final class Work {

    private static final long POLL = 1L << 16;

    private final long limit;
    private final BooleanSupplier cancelled;
    private long spent;
    private long nextPoll = POLL;
    private boolean stopped;
    private boolean hasFound;

    /** The work after which to give up if nothing was found. */
    private long patience = Long.MAX_VALUE;

    Work(long limit, BooleanSupplier cancelled) {
        this.limit = limit;
        this.cancelled = cancelled;
    }

    /** Spends steps and says whether there is work left. */
    boolean spend(long steps) {
        spent += steps;
        if (spent >= nextPoll) {
            nextPoll = spent + POLL;
            stopped |= cancelled.getAsBoolean();
        }
        return !isOut();
    }

    boolean isOut() {
        return stopped || spent >= limit || hasGivenUp();
    }

    /** Gives up after so many more steps, unless something is found first. */
    void giveUpAfter(long steps) {
        patience = spent + steps;
    }

    /** Whether nothing was found for too long; there may be work left. */
    boolean hasGivenUp() {
        return !hasFound && spent >= patience && spent < limit && !stopped;
    }

    /** From now on all work may be spent. */
    void found() {
        hasFound = true;
    }

    long spent() {
        return spent;
    }

    long left() {
        return stopped ? 0 : Math.max(0, limit - spent);
    }

    /** A part of what is left, counted here too once {@link #join}ed. */
    Work part(long most) {
        return new Work(Math.max(1, Math.min(most, left())), stopped ? () -> true : cancelled);
    }

    /** Counts what a part has spent. */
    void join(Work part) {
        spend(part.spent);
    }
}
