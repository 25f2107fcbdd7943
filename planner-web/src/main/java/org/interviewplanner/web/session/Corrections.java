package org.interviewplanner.web.session;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.interviewplanner.web.data.AskedQuestionId;
import org.interviewplanner.web.data.PersonId;
import org.interviewplanner.web.data.SessionId;
import org.interviewplanner.web.session.RaterScorecard.Rated;
import org.interviewplanner.web.session.RaterScorecard.SubmissionLine;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds in the ledger which words were changed after a scorecard was re-opened. */
@Component
class Corrections {
    private final JdbcClient jdbc;

    Corrections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The corrections of one rater, the earliest re-opening first. */
    List<Correction> of(SessionId session, RaterScorecard card) {
        var reopenings = card.submissions().stream().filter(line -> !line.locked()).toList();
        var corrections = new ArrayList<Correction>();
        for (int i = 0; i < reopenings.size(); i++) {
            var before = wordsBefore(session, card.rater(), reopenings.get(i).at());
            var after =
                    i + 1 < reopenings.size()
                            ? wordsBefore(session, card.rater(), reopenings.get(i + 1).at())
                            : card.ratings();
            corrections.addAll(between(before, after, reopenings.get(i)));
        }
        return corrections;
    }

    private static List<Correction> between(
            Map<AskedQuestionId, Rated> before,
            Map<AskedQuestionId, Rated> after,
            SubmissionLine reopening) {
        var questions = new LinkedHashSet<>(before.keySet());
        questions.addAll(after.keySet());
        return questions.stream()
                .filter(question -> !isSame(before.get(question), after.get(question)))
                .map(question ->
                        new Correction(
                                question,
                                before.get(question),
                                after.get(question),
                                reopening.by(),
                                reopening.reason()))
                .toList();
    }

    private static boolean isSame(@Nullable Rated one, @Nullable Rated other) {
        return one == null || other == null
                ? one == other
                : one.kind() == other.kind() && Objects.equals(one.step(), other.step());
    }

    private Map<AskedQuestionId, Rated> wordsBefore(SessionId session, PersonId rater, Instant at) {
        var words = new HashMap<AskedQuestionId, Rated>();
        jdbc.sql(
                        """
                        select distinct on (asked_question_id) id, asked_question_id, kind, step
                        from rating
                        where session_id = :session and rater_id = :rater and not overtaken
                            and received_at < :at
                        order by asked_question_id, sequence desc
                        """)
                .param("session", session.value())
                .param("rater", rater.value())
                .param("at", Timestamp.from(at))
                .query((row, number) -> {
                    var kind = RatingKind.valueOf(row.getString("kind"));
                    var step = row.getInt("step");
                    if (kind != RatingKind.CLEARED) {
                        words.put(
                                new AskedQuestionId(row.getObject("asked_question_id", UUID.class)),
                                new Rated(
                                        Ledgers.uuid(row, "id"),
                                        kind,
                                        kind == RatingKind.RATED ? step : null));
                    }
                    return number;
                })
                .list();
        return words;
    }
}
