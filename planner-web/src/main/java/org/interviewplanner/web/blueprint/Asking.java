package org.interviewplanner.web.blueprint;

import org.interviewplanner.assembly.AskingOrder;
import org.interviewplanner.web.data.QuestionId;
import org.jspecify.annotations.Nullable;

/**
 * In which order the questions of a set are asked.
 *
 * @param policy what comes first
 * @param opener the question that opens every set, or null; it is in every set
 * @param closer the question that closes every set, or null; it is in every set
 */
public record Asking(
        AskingOrder.Policy policy, @Nullable QuestionId opener, @Nullable QuestionId closer) {

    /** A warm-up first, no question fixed. */
    public static final Asking DEFAULT = new Asking(AskingOrder.Policy.WARM_UP_FIRST, null, null);

    /**
     * @throws IllegalArgumentException if one question is to open and to close
     */
    public Asking {
        if (opener != null && opener.equals(closer)) {
            throw new IllegalArgumentException(
                    "One question cannot both open and close a set.\nMaybe choose another closer.");
        }
    }
}
