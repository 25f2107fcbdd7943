package org.interviewplanner.web.session.live;

import java.util.List;
import org.interviewplanner.bank.RatingScale;
import org.interviewplanner.web.data.SessionId;
import org.interviewplanner.web.session.Entry;
import org.jspecify.annotations.Nullable;

/** What became of an emergency file: its entries went their ways, or it is none for us. */
public sealed interface EmergencyOutcome {

    /** Every entry of the file, in the order in which it was entered. */
    record Read(List<Line> lines) implements EmergencyOutcome {
        public Read {
            lines = List.copyOf(lines);
        }

        /** How many entries ended so. */
        public long count(Status status) {
            return lines.stream().filter(line -> line.status() == status).count();
        }
    }

    /** Nothing of the file was taken. */
    record Unreadable(Fault fault) implements EmergencyOutcome {}

    /**
     * One entry of the file.
     *
     * @param interview whom the interview is with; empty in a rehearsal; null if it is not the
     *     rater's
     * @param position the place of the question in its set, or null if the entry concerns none
     * @param entry null if it makes no sense
     * @param inForce the newer word that stays in force, if the entry is {@link Status#OVERTAKEN}
     * @param scale that the interview is rated by
     * @param why the sentence that says why it was refused, else empty
     */
    record Line(
            Status status,
            SessionId session,
            @Nullable String interview,
            @Nullable Integer position,
            @Nullable Entry entry,
            @Nullable Entry inForce,
            RatingScale scale,
            String why) {}

    /** What became of an entry. */
    enum Status {
        /** It is stored now. */
        ADDED,
        /** It is stored now, and what was entered meanwhile elsewhere stays in force. */
        OVERTAKEN,
        /** It was stored before. */
        KNOWN,
        /** It was not stored. */
        REFUSED
    }

    /** Why a file is none for us. */
    enum Fault {
        /** Larger than any that we make. */
        TOO_LARGE,
        /** Not made by this product. */
        NOT_OURS,
        /** Sealed with a key that this server has not. */
        OTHER_SERVER,
        /** The seal is broken. */
        DAMAGED,
        /** It holds what somebody else entered. */
        OTHER_PERSON
    }
}
