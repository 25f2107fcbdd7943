package org.interviewplanner.web.session;

import java.util.List;
import org.interviewplanner.web.data.AskedQuestionId;
import org.jspecify.annotations.Nullable;

/**
 * What helps a rater to be fair at this moment.
 *
 * @param minutesSinceExtreme how long ago the rater submitted, within the last hour, a scorecard at
 *     an end of the scale; null if none. Which end, and whose, is not told
 * @param shortage what to do when not all open questions fit, or null while they do
 */
public record Advice(@Nullable Integer minutesSinceExtreme, @Nullable Shortage shortage) {

    /**
     * Not all open questions fit into the time that is left.
     *
     * @param secondsLeft of the planned time, at least 0
     * @param next what to ask next, or null if none fits any more
     * @param ask what to ask, in the order of the plan, without the current question
     * @param leaveOut what falls away
     * @param missed by how many questions the blueprint's least numbers are missed
     * @param proved whether no choice stays closer to the blueprint
     */
    public record Shortage(
            int secondsLeft,
            @Nullable AskedQuestionId next,
            List<AskedQuestionId> ask,
            List<AskedQuestionId> leaveOut,
            int missed,
            boolean proved) {

        public Shortage {
            ask = List.copyOf(ask);
            leaveOut = List.copyOf(leaveOut);
        }
    }
}
