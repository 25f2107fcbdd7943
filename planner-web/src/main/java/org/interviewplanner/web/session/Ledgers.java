package org.interviewplanner.web.session;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.interviewplanner.web.data.AskedQuestionId;
import org.interviewplanner.web.data.PersonId;
import org.interviewplanner.web.data.SessionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored entries: lines are added, never changed. */
@Component
class Ledgers {
    private final JdbcClient jdbc;
    private final NoteLedger notes;

    Ledgers(JdbcClient jdbc, NoteLedger notes) {
        this.jdbc = jdbc;
        this.notes = notes;
    }

    /**
     * Makes the entries of one rater in one session come one after the other until the transaction
     * ends: a note must know its base, and nothing may slip in beside a submission.
     */
    void takeTurn(SessionId session, PersonId rater) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:turn, 0))")
                .param("turn", "entries of " + session.value() + " by " + rater.value())
                .query((row, number) -> number)
                .single();
    }

    /**
     * What of an entry is known already; one question to the database for both, as each costs every
     * entry of every rater.
     *
     * @param stored whether the very same entry is
     * @param asked whether the session asks the question that it is about, or it is about none
     */
    record Known(boolean stored, boolean asked) {}

    /**
     * What of the entry is known already.
     *
     * @throws EntryRefusedException if the id names an entry that says something else
     */
    Known known(SessionId session, PersonId rater, Entry entry) {
        var known =
                switch (entry) {
                    case Entry.Rating rating ->
                            known(
                                            session,
                                            rater,
                                            entry,
                                            "rating",
                                            "asked_question_id = :question and kind = :kind and step"
                                                    + " is not distinct from :step")
                                    .param("kind", rating.kind().name())
                                    .param("step", rating.step(), Types.SMALLINT);
                    case Entry.Note note ->
                            known(session, rater, entry, "note", "text = :text")
                                    .param("text", note.text());
                    case Entry.Tick tick ->
                            known(
                                            session,
                                            rater,
                                            entry,
                                            "tick",
                                            "asked_question_id = :question and point = :point and"
                                                    + " heard = :heard")
                                    .param("point", tick.point())
                                    .param("heard", tick.heard());
                    case Entry.Deviation deviation ->
                            known(
                                            session,
                                            rater,
                                            entry,
                                            "deviation",
                                            "kind = :kind and text = :text")
                                    .param("kind", deviation.kind().name())
                                    .param("text", deviation.text());
                    case Entry.Submission submission ->
                            known(session, rater, entry, "submission", "reason = :reason")
                                    .param("reason", submission.reason());
                };
        return known.query(
                        (row, number) -> {
                            var same = row.getBoolean("same");
                            if (!same && !row.wasNull()) {
                                throw new EntryRefusedException(
                                        EntryRefusedException.Reason.ID_TAKEN,
                                        "The entry (%s) is known already and says something else."
                                                .formatted(entry.id()));
                            }
                            return new Known(same, row.getBoolean("asked"));
                        })
                .single();
    }

    /** {@code same} is null if there is no line of this id. */
    private JdbcClient.StatementSpec known(
            SessionId session, PersonId rater, Entry entry, String table, String condition) {
        return jdbc.sql(
                        """
                        select (select session_id = :session and rater_id = :rater and %s
                                from %s where id = :id) as same,
                            cast(:question as uuid) is null or exists (select from asked_question
                                where session_id = :session and id = :question) as asked
                        """
                                .formatted(condition, table))
                .param("session", session.value())
                .param("rater", rater.value())
                .param("id", entry.id())
                .param("question", value(entry.question()), Types.OTHER);
    }

    /**
     * Adds a line; does nothing if there is one of this id.
     *
     * @param overtaken whether a rating or a tick is only kept, and what was entered before it
     *     stays
     */
    void add(SessionId session, PersonId rater, Entry entry, boolean overtaken) {
        switch (entry) {
            case Entry.Rating rating -> addRating(session, rater, rating, overtaken);
            case Entry.Note note -> notes.add(session, rater, note);
            case Entry.Tick tick -> addTick(session, rater, tick, overtaken);
            case Entry.Deviation deviation ->
                    addDeviation(
                            session,
                            rater,
                            deviation.id(),
                            deviation.question(),
                            deviation.kind(),
                            deviation.text(),
                            false,
                            deviation.clientAt());
            case Entry.Submission submission ->
                    jdbc.sql(
                                    """
                                    insert into submission (id, session_id, rater_id, kind, by_id,
                                        reason, recommendation, client_at)
                                    values (:id, :session, :rater, 'SUBMITTED', :rater,
                                        :reason, :recommendation, :at)
                                    on conflict (id) do nothing
                                    """)
                            .param("id", submission.id())
                            .param("session", session.value())
                            .param("rater", rater.value())
                            .param("reason", submission.reason())
                            .param(
                                    "recommendation",
                                    name(submission.recommendation()),
                                    Types.VARCHAR)
                            .param("at", timestamp(submission.clientAt()), Types.TIMESTAMP)
                            .update();
        }
    }

    private void addRating(
            SessionId session, PersonId rater, Entry.Rating rating, boolean overtaken) {
        jdbc.sql(
                        """
                        insert into rating (id, session_id, asked_question_id, rater_id, kind, step,
                            client_at, overtaken)
                        values (:id, :session, :question, :rater, :kind, :step, :at, :overtaken)
                        on conflict (id) do nothing
                        """)
                .param("id", rating.id())
                .param("session", session.value())
                .param("question", rating.question().value())
                .param("rater", rater.value())
                .param("kind", rating.kind().name())
                .param("step", rating.step(), Types.SMALLINT)
                .param("at", timestamp(rating.clientAt()), Types.TIMESTAMP)
                .param("overtaken", overtaken)
                .update();
    }

    private void addTick(SessionId session, PersonId rater, Entry.Tick tick, boolean overtaken) {
        jdbc.sql(
                        """
                        insert into tick (id, session_id, asked_question_id, rater_id, point, heard,
                            client_at, overtaken)
                        values (:id, :session, :question, :rater, :point, :heard, :at, :overtaken)
                        on conflict (id) do nothing
                        """)
                .param("id", tick.id())
                .param("session", session.value())
                .param("question", tick.question().value())
                .param("rater", rater.value())
                .param("point", tick.point())
                .param("heard", tick.heard())
                .param("at", timestamp(tick.clientAt()), Types.TIMESTAMP)
                .param("overtaken", overtaken)
                .update();
    }

    private void addDeviation(
            SessionId session,
            PersonId rater,
            UUID id,
            @Nullable AskedQuestionId question,
            DeviationKind kind,
            String text,
            boolean automatic,
            @Nullable Instant clientAt) {
        jdbc.sql(
                        """
                        insert into deviation (id, session_id, asked_question_id, rater_id, kind, text,
                            automatic, client_at)
                        values (:id, :session, :question, :rater, :kind, :text, :automatic, :at)
                        on conflict (id) do nothing
                        """)
                .param("id", id)
                .param("session", session.value())
                .param("question", value(question), Types.OTHER)
                .param("rater", rater.value())
                .param("kind", kind.name())
                .param("text", text)
                .param("automatic", automatic)
                .param("at", timestamp(clientAt), Types.TIMESTAMP)
                .update();
    }

    /**
     * Writes down by itself what a rating tells about the order of asking.
     *
     * @return whether there was anything to write
     */
    boolean noticeDeviation(SessionId session, PersonId rater, Entry.Rating rating) {
        var kind =
                switch (rating.kind()) {
                    case NOT_ASKED -> DeviationKind.SKIPPED;
                    case RATED, NOT_ASSESSED ->
                            firstWordAfterALaterOne(session, rater, rating)
                                    ? DeviationKind.REORDERED
                                    : null;
                    case CLEARED -> null;
                };
        if (kind != null) {
            addDeviation(
                    session,
                    rater,
                    derived("deviation", rating.id()),
                    rating.question(),
                    kind,
                    "",
                    true,
                    rating.clientAt());
        }
        return kind != null;
    }

    private boolean firstWordAfterALaterOne(
            SessionId session, PersonId rater, Entry.Rating rating) {
        return jdbc.sql(
                        """
                        select (select count(*) from rating where session_id = :session
                                and rater_id = :rater and asked_question_id = :question) = 1
                            and exists (
                                select from current_rating r
                                    join asked_question later on later.id = r.asked_question_id
                                    join asked_question this on this.id = :question
                                where r.session_id = :session and r.rater_id = :rater
                                    and r.kind in ('RATED', 'NOT_ASSESSED')
                                    and later.position > this.position)
                        """)
                .param("session", session.value())
                .param("rater", rater.value())
                .param("question", rating.question().value())
                .query(Boolean.class)
                .single();
    }

    /** The word in force on what the entry is about, or null if there is none. */
    @Nullable Entry current(SessionId session, PersonId rater, Entry.Subject subject) {
        return jdbc.sql(
                        subject.point() == null
                                ? """
                                select id, kind, step, null as point, null as heard from current_rating
                                where session_id = :session and rater_id = :rater
                                    and asked_question_id = :question
                                """
                                : """
                                select id, null as kind, null as step, point, heard from current_tick
                                where session_id = :session and rater_id = :rater
                                    and asked_question_id = :question and point = :point
                                """)
                .param("session", session.value())
                .param("rater", rater.value())
                .param("question", subject.question().value())
                .param("point", subject.point(), Types.SMALLINT)
                .query((row, number) -> word(row, subject))
                .optional()
                .orElse(null);
    }

    private static Entry word(ResultSet row, Entry.Subject subject) throws SQLException {
        var point = subject.point();
        if (point != null) {
            return new Entry.Tick(
                    uuid(row, "id"), subject.question(), point, row.getBoolean("heard"), null);
        }
        var kind = RatingKind.valueOf(row.getString("kind"));
        var step = row.getInt("step");
        return new Entry.Rating(
                uuid(row, "id"),
                subject.question(),
                kind,
                kind == RatingKind.RATED ? step : null,
                null);
    }

    void reopen(SessionId session, PersonId rater, PersonId by, String reason) {
        jdbc.sql(
                        """
                        insert into submission (id, session_id, rater_id, kind, by_id, reason, had_read)
                        values (:id, :session, :rater, 'REOPENED', :by, :reason,
                            (select count(*) from scorecard_reading
                                where session_id = :session and reader_id = :rater))
                        """)
                .param("id", UUID.randomUUID())
                .param("session", session.value())
                .param("rater", rater.value())
                .param("by", by.value())
                .param("reason", reason)
                .update();
    }

    /** Keeps that somebody has read a scorecard; one's own needs no keeping. */
    void read(SessionId session, PersonId reader, PersonId rater) {
        if (!reader.equals(rater)) {
            jdbc.sql(
                            """
                            insert into scorecard_reading (session_id, reader_id, rater_id)
                            values (:session, :reader, :rater) on conflict do nothing
                            """)
                    .param("session", session.value())
                    .param("reader", reader.value())
                    .param("rater", rater.value())
                    .update();
        }
    }

    /** Whether somebody has read a scorecard of another rater of the session. */
    boolean hasRead(SessionId session, PersonId reader) {
        return jdbc.sql(
                        "select exists (select from scorecard_reading where session_id = :session and"
                                + " reader_id = :reader)")
                .param("session", session.value())
                .param("reader", reader.value())
                .query(Boolean.class)
                .single();
    }

    /** What the rater entered, as it stands. Asked for one rater only, so that no other's leaks. */
    RaterScorecard scorecard(SessionId session, PersonId rater) {
        var ratings = new HashMap<AskedQuestionId, RaterScorecard.Rated>();
        var latest = new HashMap<Entry.Subject, UUID>();
        read(
                "current_rating",
                session,
                rater,
                row -> {
                    latest.put(new Entry.Subject(question(row), null), uuid(row, "id"));
                    var kind = RatingKind.valueOf(row.getString("kind"));
                    if (kind != RatingKind.CLEARED) {
                        var step = row.getInt("step");
                        ratings.put(
                                question(row),
                                new RaterScorecard.Rated(
                                        uuid(row, "id"),
                                        kind,
                                        kind == RatingKind.RATED ? step : null));
                    }
                });
        var heard = new HashMap<AskedQuestionId, Set<Integer>>();
        read(
                "current_tick",
                session,
                rater,
                row -> {
                    latest.put(
                            new Entry.Subject(question(row), row.getInt("point")), uuid(row, "id"));
                    if (row.getBoolean("heard")) {
                        heard.computeIfAbsent(question(row), key -> new TreeSet<>())
                                .add(row.getInt("point"));
                    }
                });
        var deviations = new ArrayList<RaterScorecard.LoggedDeviation>();
        read(
                "deviation",
                session,
                rater,
                row ->
                        deviations.add(
                                new RaterScorecard.LoggedDeviation(
                                        uuid(row, "id"),
                                        row.getObject("asked_question_id") == null
                                                ? null
                                                : question(row),
                                        DeviationKind.valueOf(row.getString("kind")),
                                        row.getString("text"),
                                        row.getBoolean("automatic"),
                                        row.getTimestamp("received_at").toInstant())));
        // What was said to be left out and was asked after all was not left out.
        deviations.removeIf(line ->
                line.automatic()
                        && line.kind() == DeviationKind.SKIPPED
                        && !isStillLeftOut(line, ratings));
        return new RaterScorecard(
                rater,
                ratings,
                notes.current(session, rater),
                notes.beside(session, rater),
                heard,
                deviations,
                submissions(session, rater),
                latest);
    }

    private static boolean isStillLeftOut(
            RaterScorecard.LoggedDeviation line,
            Map<AskedQuestionId, RaterScorecard.Rated> ratings) {
        var rated = line.question() == null ? null : ratings.get(line.question());
        return rated != null
                && rated.kind() == RatingKind.NOT_ASKED
                && line.id().equals(derived("deviation", rated.id()));
    }

    private List<RaterScorecard.SubmissionLine> submissions(SessionId session, PersonId rater) {
        return jdbc.sql(
                        """
                        select s.kind, p.name, s.reason, s.recommendation, s.had_read, s.received_at
                        from submission s join person p on p.id = s.by_id
                        where s.session_id = :session and s.rater_id = :rater order by s.sequence
                        """)
                .param("session", session.value())
                .param("rater", rater.value())
                .query((row, number) -> {
                    var recommendation = row.getString("recommendation");
                    return new RaterScorecard.SubmissionLine(
                            "SUBMITTED".equals(row.getString("kind")),
                            row.getString("name"),
                            row.getString("reason"),
                            recommendation == null ? null : Recommendation.valueOf(recommendation),
                            row.getInt("had_read"),
                            row.getTimestamp("received_at").toInstant());
                })
                .list();
    }

    private void read(String table, SessionId session, PersonId rater, RowReader reader) {
        jdbc.sql(
                        """
                        select * from %s where session_id = :session and rater_id = :rater
                        order by sequence
                        """
                                .formatted(table))
                .param("session", session.value())
                .param("rater", rater.value())
                .query((row, number) -> {
                    reader.read(row);
                    return number;
                })
                .list();
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private static AskedQuestionId question(ResultSet row) throws SQLException {
        return new AskedQuestionId(uuid(row, "asked_question_id"));
    }

    static UUID uuid(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class));
    }

    /** The same line for the same request, however often it comes. */
    static UUID derived(String kind, UUID from) {
        return UUID.nameUUIDFromBytes((kind + " " + from).getBytes(StandardCharsets.UTF_8));
    }

    static @Nullable UUID value(@Nullable AskedQuestionId question) {
        return question == null ? null : question.value();
    }

    private static @Nullable String name(@Nullable Recommendation recommendation) {
        return recommendation == null ? null : recommendation.name();
    }

    static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
