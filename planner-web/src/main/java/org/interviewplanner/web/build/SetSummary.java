package org.interviewplanner.web.build;

import java.time.Instant;
import org.interviewplanner.web.data.SetId;

/**
 * What a list says of a kept set.
 *
 * @param questions number of its questions, a pilot among them
 * @param plannedSeconds planned time of all of them
 */
public record SetSummary(
        SetId id, String code, String name, Instant createdAt, int questions, int plannedSeconds) {}
