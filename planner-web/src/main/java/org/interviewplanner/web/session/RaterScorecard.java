package org.interviewplanner.web.session;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.interviewplanner.web.data.AskedQuestionId;
import org.interviewplanner.web.data.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What one rater entered, as it stands now.
 *
 * @param ratings by question; a question without a word, or with one taken back, is absent
 * @param notes by question; empty texts are kept
 * @param sessionNote the note on the whole interview, or null if there was none
 * @param heard the ticked points by question, as indexes from 0
 * @param deviations in the order in which they arrived
 * @param submissions every locking and re-opening, the latest last
 */
public record RaterScorecard(
        PersonId rater,
        Map<AskedQuestionId, Rated> ratings,
        Map<AskedQuestionId, NoteVersion> notes,
        @Nullable NoteVersion sessionNote,
        Map<AskedQuestionId, Set<Integer>> heard,
        List<LoggedDeviation> deviations,
        List<SubmissionLine> submissions) {

    public RaterScorecard {
        ratings = Map.copyOf(ratings);
        notes = Map.copyOf(notes);
        heard = Map.copyOf(heard);
        deviations = List.copyOf(deviations);
        submissions = List.copyOf(submissions);
    }

    /**
     * The current word on one answer.
     *
     * @param step null unless {@code kind} is {@link RatingKind#RATED}
     */
    public record Rated(UUID id, RatingKind kind, @Nullable Integer step) {}

    /** A line of the deviation log; {@code automatic} if the server wrote it by itself. */
    public record LoggedDeviation(
            UUID id,
            @Nullable AskedQuestionId question,
            DeviationKind kind,
            String text,
            boolean automatic,
            Instant at) {}

    /**
     * A locking ({@code locked}) or a re-opening.
     *
     * @param by who did it: the rater, or the lead who re-opened
     * @param hadRead at a re-opening: how many scorecards of others the rater had read by then
     */
    public record SubmissionLine(
            boolean locked,
            String by,
            String reason,
            @Nullable Recommendation recommendation,
            int hadRead,
            Instant at) {}

    /** Whether the scorecard is locked. */
    public boolean submitted() {
        return !submissions.isEmpty() && submissions.getLast().locked();
    }

    /** The recommendation of the last submission, or null if not submitted or none was given. */
    public @Nullable Recommendation recommendation() {
        return submitted() ? submissions.getLast().recommendation() : null;
    }
}
