package org.interviewplanner.web.session;

import java.time.Instant;
import java.util.Set;
import org.interviewplanner.web.data.CandidateId;
import org.interviewplanner.web.data.PersonId;
import org.interviewplanner.web.data.SetId;
import org.jspecify.annotations.Nullable;

/**
 * An interview to be held.
 *
 * @param candidate null only if {@code mock}: a colleague plays
 * @param raters at least one, at most {@value #MAX_RATERS}
 * @param mock a rehearsal, counted in no statistic
 */
public record Plan(
        @Nullable CandidateId candidate,
        SetId set,
        Set<PersonId> raters,
        Instant at,
        boolean mock) {
    public static final int MAX_RATERS = 20;

    /**
     * Checks the plan.
     *
     * @throws IllegalArgumentException if there is no rater or too many, or no candidate outside a
     *     rehearsal
     */
    public Plan {
        raters = Set.copyOf(raters);
        if (raters.isEmpty() || raters.size() > MAX_RATERS) {
            throw new IllegalArgumentException(
                    "A session (%d raters) must have 1 to %d raters."
                            .formatted(raters.size(), MAX_RATERS));
        }
        if (candidate == null && !mock) {
            throw new IllegalArgumentException(
                    """
                    A session must have a candidate.
                    Maybe it is a rehearsal: then mark it as one.\
                    """);
        }
    }
}
