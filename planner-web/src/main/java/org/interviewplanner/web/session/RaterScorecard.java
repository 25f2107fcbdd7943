package org.interviewplanner.web.session;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.interviewplanner.web.data.AskedQuestionId;
import org.interviewplanner.web.data.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What one rater entered, as it stands now.
 *
 * @param ratings by question; a question without a word, or with one taken back, is absent
 * @param noteVersions the current version of each note; empty texts are kept
 * @param beside versions that stand beside a note, because both together would be longer than a
 *     note may be
 * @param heard the ticked points by question, as indexes from 0
 * @param deviations in the order in which they arrived
 * @param submissions every locking and re-opening, the latest last
 * @param latest the line in force on each thing, also where it takes a word back
 */
public record RaterScorecard(
        PersonId rater,
        Map<AskedQuestionId, Rated> ratings,
        List<QuestionNote> noteVersions,
        List<QuestionNote> beside,
        Map<AskedQuestionId, Set<Integer>> heard,
        List<LoggedDeviation> deviations,
        List<SubmissionLine> submissions,
        Map<Entry.Subject, UUID> latest) {

    public RaterScorecard {
        ratings = Map.copyOf(ratings);
        noteVersions = List.copyOf(noteVersions);
        beside = List.copyOf(beside);
        heard = Map.copyOf(heard);
        deviations = List.copyOf(deviations);
        submissions = List.copyOf(submissions);
        latest = Map.copyOf(latest);
    }

    /**
     * A version of a note.
     *
     * @param question null for the note on the whole interview
     */
    public record QuestionNote(@Nullable AskedQuestionId question, NoteVersion version) {}

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

    /** The notes by question. */
    public Map<AskedQuestionId, NoteVersion> notes() {
        var notes = new HashMap<AskedQuestionId, NoteVersion>();
        for (var note : noteVersions) {
            if (note.question() != null) {
                notes.put(note.question(), note.version());
            }
        }
        return notes;
    }

    /** The note on the whole interview, or null if there was none. */
    public @Nullable NoteVersion sessionNote() {
        return noteVersions.stream()
                .filter(note -> note.question() == null)
                .map(QuestionNote::version)
                .findFirst()
                .orElse(null);
    }

    /** The versions that stand beside the note on a question, or on the whole interview if null. */
    public List<NoteVersion> besideNoteOn(@Nullable AskedQuestionId question) {
        return beside.stream()
                .filter(note -> Objects.equals(note.question(), question))
                .map(QuestionNote::version)
                .toList();
    }

    /** Whether the scorecard is locked. */
    public boolean submitted() {
        return !submissions.isEmpty() && submissions.getLast().locked();
    }

    /** The recommendation of the last submission, or null if not submitted or none was given. */
    public @Nullable Recommendation recommendation() {
        return submitted() ? submissions.getLast().recommendation() : null;
    }
}
