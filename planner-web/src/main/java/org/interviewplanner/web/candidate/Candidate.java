package org.interviewplanner.web.candidate;

import org.interviewplanner.web.data.CandidateId;
import org.jspecify.annotations.Nullable;

/**
 * A person who is interviewed.
 *
 * @param version of the row that was read; goes back with a change, so that nobody's work is lost
 * @param name 1 to {@value #NAME_LENGTH} characters, without spaces around
 * @param email 3 to {@value #EMAIL_LENGTH} characters, or null if unknown
 * @param note free text of at most {@value #NOTE_LENGTH} characters, for the team only
 */
public record Candidate(
        CandidateId id, long version, String name, @Nullable String email, String note) {
    public static final int NAME_LENGTH = 150;
    public static final int EMAIL_LENGTH = 254;
    public static final int NOTE_LENGTH = 10_000;
}
