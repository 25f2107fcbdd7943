package org.interviewplanner.web.session;

import static org.interviewplanner.web.session.Ledgers.derived;
import static org.interviewplanner.web.session.Ledgers.timestamp;
import static org.interviewplanner.web.session.Ledgers.uuid;
import static org.interviewplanner.web.session.Ledgers.value;

import java.sql.Types;
import java.util.List;
import java.util.UUID;
import org.interviewplanner.web.data.AskedQuestionId;
import org.interviewplanner.web.data.PersonId;
import org.interviewplanner.web.data.SessionId;
import org.interviewplanner.web.session.RaterScorecard.QuestionNote;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The stored versions of notes: lines are added, never changed.
 *
 * <p>What two tabs of one rater made of a note is brought together by {@link NoteMerge}. Where that
 * would be longer than a note may be, the longer version stays in front and the other one beside
 * it.
 */
@Component
class NoteLedger {
    private final JdbcClient jdbc;

    NoteLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a version; does nothing if there is one of this id. */
    void add(SessionId session, PersonId rater, Entry.Note note) {
        add(session, rater, note, null);
    }

    /**
     * @param beside the version that is to be shown beside this one, or null if none
     */
    private void add(SessionId session, PersonId rater, Entry.Note note, @Nullable UUID beside) {
        jdbc.sql(
                        """
                        insert into note (id, session_id, asked_question_id, rater_id, text, base_id,
                            client_at, beside_id)
                        values (:id, :session, :question, :rater, :text, :base, :at, :beside)
                        on conflict (id) do nothing
                        """)
                .param("id", note.id())
                .param("session", session.value())
                .param("question", value(note.question()), Types.OTHER)
                .param("rater", rater.value())
                .param("text", note.text())
                .param("base", note.base(), Types.OTHER)
                .param("at", timestamp(note.clientAt()), Types.TIMESTAMP)
                .param("beside", beside, Types.OTHER)
                .update();
    }

    /**
     * Adds a version and brings it together with what another tab had made current meanwhile, if
     * so.
     *
     * @return the current version then
     */
    NoteVersion addAndMerge(SessionId session, PersonId rater, Entry.Note note) {
        var before = current(session, rater, note.question());
        add(session, rater, note);
        if (before == null || before.id().equals(note.base())) {
            return new NoteVersion(note.id(), note.text());
        }
        var base = note.base() == null ? "" : textOf(session, rater, note.base());
        var text = NoteMerge.merge(base, before.text(), note.text());
        if (text.equals(note.text())) {
            return new NoteVersion(note.id(), note.text());
        }
        @Nullable UUID beside = null;
        if (text.length() > Entry.NOTE_LENGTH) {
            var isMineLonger = note.text().length() >= before.text().length();
            text = isMineLonger ? note.text() : before.text();
            beside = isMineLonger ? before.id() : note.id();
        }
        var merged =
                new Entry.Note(
                        derived("merged " + before.id(), note.id()),
                        note.question(),
                        text,
                        note.id(),
                        note.clientAt());
        add(session, rater, merged, beside);
        return new NoteVersion(merged.id(), text);
    }

    private String textOf(SessionId session, PersonId rater, UUID note) {
        return jdbc.sql(
                        """
                        select text from note
                        where id = :id and session_id = :session and rater_id = :rater
                        """)
                .param("id", note)
                .param("session", session.value())
                .param("rater", rater.value())
                .query(String.class)
                .optional()
                .orElse("");
    }

    @Nullable NoteVersion current(
            SessionId session, PersonId rater, @Nullable AskedQuestionId question) {
        return jdbc.sql(
                        """
                        select id, text from note
                        where session_id = :session and rater_id = :rater
                            and asked_question_id is not distinct from :question
                        order by sequence desc limit 1
                        """)
                .param("session", session.value())
                .param("rater", rater.value())
                .param("question", value(question), Types.OTHER)
                .query((row, number) -> new NoteVersion(uuid(row, "id"), row.getString("text")))
                .optional()
                .orElse(null);
    }

    /** The current version of every note of the rater. */
    List<QuestionNote> current(SessionId session, PersonId rater) {
        return read(
                """
                select id, asked_question_id, text from current_note
                where session_id = :session and rater_id = :rater order by sequence
                """,
                session,
                rater);
    }

    /** The versions that stand beside a note of the rater, the oldest first. */
    List<QuestionNote> beside(SessionId session, PersonId rater) {
        return read(
                """
                select b.id, b.asked_question_id, b.text
                from note n join note b on b.id = n.beside_id
                where n.session_id = :session and n.rater_id = :rater
                    and b.session_id = n.session_id and b.rater_id = n.rater_id
                order by n.sequence
                """,
                session,
                rater);
    }

    private List<QuestionNote> read(String sql, SessionId session, PersonId rater) {
        return jdbc.sql(sql)
                .param("session", session.value())
                .param("rater", rater.value())
                .query((row, number) -> {
                    var question = row.getObject("asked_question_id", UUID.class);
                    return new QuestionNote(
                            question == null ? null : new AskedQuestionId(question),
                            new NoteVersion(uuid(row, "id"), row.getString("text")));
                })
                .list();
    }
}
