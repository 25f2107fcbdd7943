package org.interviewplanner.web.session.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.interviewplanner.bank.RatingScale;
import org.interviewplanner.print.MarkdownHtml;
import org.interviewplanner.web.blueprint.RatingRules;
import org.interviewplanner.web.data.AskedQuestionId;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.session.AskedQuestion;
import org.interviewplanner.web.session.NoteVersion;
import org.interviewplanner.web.session.RaterScorecard;
import org.jspecify.annotations.Nullable;

/**
 * All that a rater's page needs: the questions and the rater's own entries. Nobody else's are in
 * it.
 *
 * @param scale the labels of the steps, weakest first
 * @param evidence whether the lowest and the highest step ask for a note
 * @param notes by question; under the empty name the note on the whole interview
 * @param beside versions that were too long to be one with their note, named alike
 * @param latest the line in force by question, or by question and point ("id 3"): what is entered
 *     next is entered over it
 */
record ScorecardMessage(
        UUID viewer,
        List<String> scale,
        boolean evidence,
        List<Question> questions,
        Map<UUID, RaterScorecard.Rated> ratings,
        Map<String, NoteVersion> notes,
        Map<String, List<String>> beside,
        Map<String, UUID> latest,
        Map<UUID, Set<Integer>> heard,
        List<Deviation> deviations,
        ProgressMessage progress) {

    private static final MarkdownHtml MARKDOWN = new MarkdownHtml();

    /**
     * A question with its texts as sanitised HTML.
     *
     * @param anchors what an answer at each step sounds like, plain text, or none
     */
    record Question(
            UUID id,
            int position,
            String section,
            int difficulty,
            int plannedSeconds,
            String wording,
            String html,
            String answer,
            List<String> goodToHear,
            List<String> probes,
            List<String> followUps,
            List<String> anchors) {

        static Question of(AskedQuestion question, RatingScale scale) {
            return new Question(
                    question.id().value(),
                    question.position(),
                    question.heading(),
                    question.difficulty(),
                    question.plannedSeconds(),
                    question.wording(),
                    toHtml(question.wording()) + toHtml(question.body()),
                    toHtml(question.answer()),
                    question.goodToHear().stream().map(ScorecardMessage::toHtml).toList(),
                    question.guidance().probes().stream().map(ScorecardMessage::toHtml).toList(),
                    question.followUps().stream().map(ScorecardMessage::toHtml).toList(),
                    question.guidance().anchorsFor(scale));
        }
    }

    /** A line of the deviation log. */
    record Deviation(
            UUID id,
            @Nullable UUID question,
            String kind,
            String text,
            boolean automatic,
            Instant at) {}

    static ScorecardMessage of(
            Member viewer,
            List<AskedQuestion> questions,
            RaterScorecard scorecard,
            RatingRules rules,
            ProgressMessage progress) {
        var ratings = new HashMap<UUID, RaterScorecard.Rated>();
        scorecard.ratings().forEach((question, rated) -> ratings.put(question.value(), rated));
        var notes = new HashMap<String, NoteVersion>();
        scorecard.noteVersions().forEach(note -> notes.put(name(note.question()), note.version()));
        var beside = new HashMap<String, List<String>>();
        scorecard
                .beside()
                .forEach(note ->
                        beside.computeIfAbsent(name(note.question()), key -> new ArrayList<>())
                                .add(note.version().text()));
        var latest = new HashMap<String, UUID>();
        scorecard
                .latest()
                .forEach((subject, line) ->
                        latest.put(
                                name(subject.question())
                                        + (subject.point() == null ? "" : " " + subject.point()),
                                line));
        var heard = new HashMap<UUID, Set<Integer>>();
        scorecard.heard().forEach((question, points) -> heard.put(question.value(), points));
        return new ScorecardMessage(
                viewer.person().value(),
                rules.scale().labels(),
                rules.evidence(),
                questions.stream().map(it -> Question.of(it, rules.scale())).toList(),
                ratings,
                notes,
                beside,
                latest,
                heard,
                scorecard.deviations().stream()
                        .map(line ->
                                new Deviation(
                                        line.id(),
                                        line.question() == null ? null : line.question().value(),
                                        line.kind().name(),
                                        line.text(),
                                        line.automatic(),
                                        line.at()))
                        .toList(),
                progress);
    }

    private static String name(@Nullable AskedQuestionId question) {
        return question == null ? "" : question.value().toString();
    }

    static String toHtml(String markdown) {
        return markdown.isBlank() ? "" : CodeColours.in(MARKDOWN.toHtml(markdown));
    }
}
