package org.interviewplanner.web.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.interviewplanner.bank.RatingScale;
import org.interviewplanner.web.bank.BankService;
import org.interviewplanner.web.bank.QuestionText;
import org.interviewplanner.web.blueprint.RatingRules;
import org.interviewplanner.web.candidate.CandidateService;
import org.interviewplanner.web.data.AskedQuestionId;
import org.interviewplanner.web.data.CandidateId;
import org.interviewplanner.web.data.PersonId;
import org.interviewplanner.web.data.QuestionId;
import org.interviewplanner.web.data.RevisionId;
import org.interviewplanner.web.data.SessionId;
import org.interviewplanner.web.data.SetId;
import org.interviewplanner.web.data.TeamId;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.security.NotFoundException;
import org.interviewplanner.web.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads sessions for screens: headers, panels and questions, never entries. */
@Component
class SessionReader {
    private static final String HEADERS =
            """
            select s.*, i.code, i.name as set_name, q.questions, q.seconds
            from interview_session s
                join interview_set i on i.id = s.set_id
                left join lateral (select count(*) as questions, sum(a.planned_seconds) as seconds
                    from asked_question a where a.session_id = s.id) q on true
            where s.team_id = :team and s.discarded_at is null and %s
            order by case s.state when 'LIVE' then 0 when 'PLANNED' then 1 else 2 end,
                case when s.state = 'PLANNED' then s.planned_at end, s.planned_at desc, s.id
            """;

    private final JdbcClient jdbc;
    private final CandidateService candidates;
    private final BankService bank;

    SessionReader(JdbcClient jdbc, CandidateService candidates, BankService bank) {
        this.jdbc = jdbc;
        this.candidates = candidates;
        this.bank = bank;
    }

    /**
     * How the member stands to a session that the member may see.
     *
     * @throws NotFoundException if the member neither leads nor rates it
     */
    Standing requireSight(Member member, SessionId session) {
        member.require(Role.LEAD, Role.INTERVIEWER);
        return standing(member, session)
                .filter(standing -> standing.maySee(member))
                .orElseThrow(NotFoundException::new);
    }

    /**
     * How the member stands to a session that the member rates.
     *
     * @throws NotFoundException if the member does not rate it
     */
    Standing requireRater(Member member, SessionId session) {
        member.require(Role.LEAD, Role.INTERVIEWER);
        return standing(member, session)
                .filter(Standing::rates)
                .orElseThrow(NotFoundException::new);
    }

    /** How the member stands to the session, or empty if the team has no such session. */
    Optional<Standing> standing(Member member, SessionId session) {
        return jdbc.sql(
                        """
                        select s.state, s.mock, s.asker_id, cardinality(s.rating_scale) as steps,
                            exists (select from current_panel r
                                where r.session_id = s.id and r.person_id = :person) as rates,
                            (select b.kind from submission b
                                where b.session_id = s.id and b.rater_id = :person
                                order by b.sequence desc limit 1) as submission
                        from interview_session s
                        where s.team_id = :team and s.id = :session and s.discarded_at is null
                        """)
                .param("team", member.team().value())
                .param("person", member.person().value())
                .param("session", session.value())
                .query((row, number) ->
                        new Standing(
                                SessionState.valueOf(row.getString("state")),
                                row.getBoolean("mock"),
                                person(row, "asker_id"),
                                row.getBoolean("rates"),
                                "SUBMITTED".equals(row.getString("submission")),
                                "REOPENED".equals(row.getString("submission")),
                                row.getInt("steps")))
                .optional();
    }

    /**
     * Every session of the team: live ones first, then planned by time, then closed, latest first.
     */
    List<InterviewSession> all(Member member) {
        return read(member, "true", Map.of());
    }

    /** Those with the member on the panel, in the same order. */
    List<InterviewSession> of(Member member) {
        return read(
                member,
                "exists (select from current_panel r where r.session_id = s.id and r.person_id ="
                        + " :person)",
                Map.of("person", member.person().value()));
    }

    Optional<InterviewSession> one(Member member, SessionId session) {
        return read(member, "s.id = :session", Map.of("session", session.value())).stream()
                .findFirst();
    }

    private List<InterviewSession> read(
            Member member, String condition, Map<String, Object> parameters) {
        var headers =
                jdbc.sql(HEADERS.formatted(condition))
                        .param("team", member.team().value())
                        .params(parameters)
                        .query((row, number) -> Header.of(row))
                        .list();
        if (headers.isEmpty()) {
            return List.of();
        }
        var names =
                candidates.names(
                        member,
                        headers.stream()
                                .map(Header::candidate)
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet()));
        var panels = panels(headers.stream().map(Header::id).collect(Collectors.toSet()));
        return headers.stream()
                .map(header ->
                        header.toSession(
                                header.candidate() == null
                                        ? ""
                                        : names.getOrDefault(header.candidate(), ""),
                                panels.getOrDefault(header.id(), List.of())))
                .toList();
    }

    private Map<SessionId, List<Rater>> panels(Set<SessionId> sessions) {
        var panels = new LinkedHashMap<SessionId, List<Rater>>();
        jdbc.sql(
                        """
                        select r.session_id, p.id, p.name, coalesce(b.kind = 'SUBMITTED', false) as locked
                        from current_panel r join person p on p.id = r.person_id
                            left join current_submission b
                                on b.session_id = r.session_id and b.rater_id = r.person_id
                        where r.session_id in (:sessions) order by lower(p.name), p.id
                        """)
                .param("sessions", sessions.stream().map(SessionId::value).toList())
                .query((row, number) ->
                        panels.computeIfAbsent(
                                        new SessionId(uuid(row, "session_id")),
                                        key -> new ArrayList<>())
                                .add(
                                        new Rater(
                                                new PersonId(uuid(row, "id")),
                                                row.getString("name"),
                                                row.getBoolean("locked"))))
                .list();
        return panels;
    }

    List<AskedQuestion> questions(Member member, SessionId session) {
        var planned =
                jdbc.sql("select * from asked_question where session_id = ? order by position")
                        .param(session.value())
                        .query((row, number) -> PlannedQuestion.of(row))
                        .list();
        var texts =
                bank.texts(
                        member,
                        planned.stream()
                                .map(PlannedQuestion::revision)
                                .collect(Collectors.toSet()));
        return planned.stream()
                .map(question ->
                        question.with(Objects.requireNonNull(texts.get(question.revision()))))
                .toList();
    }

    /** How many questions of the session the rater has said nothing of. */
    int unrated(SessionId session, PersonId rater) {
        return jdbc.sql(
                        """
                        select count(*) from asked_question a
                        where a.session_id = :session and not exists (
                            select from current_rating r where r.session_id = a.session_id
                                and r.asked_question_id = a.id and r.rater_id = :rater
                                and r.kind <> 'CLEARED')
                        """)
                .param("session", session.value())
                .param("rater", rater.value())
                .query(Integer.class)
                .single();
    }

    /** The questions that the rater gave the lowest or the highest step and no note, in order. */
    List<Integer> withoutEvidence(SessionId session, PersonId rater) {
        return jdbc.sql(
                        """
                        select a.position
                        from interview_session s
                            join current_rating r on r.session_id = s.id and r.rater_id = :rater
                                and r.kind = 'RATED' and r.step in (1, cardinality(s.rating_scale))
                            join asked_question a on a.id = r.asked_question_id
                        where s.id = :session and s.evidence_for_extremes and not exists (
                            select from current_note n where n.session_id = s.id
                                and n.rater_id = :rater and n.asked_question_id = a.id
                                and n.text ~ '\\S')
                        order by a.position
                        """)
                .param("session", session.value())
                .param("rater", rater.value())
                .query(Integer.class)
                .list();
    }

    /**
     * The sessions, other than this one and no rehearsals, that the rater submitted last since.
     *
     * @return session ids with the time of the submission, latest first
     */
    List<Submitted> submittedSince(TeamId team, PersonId rater, SessionId except, Instant since) {
        return jdbc.sql(
                        """
                        select s.id, b.received_at, s.rating_scale
                        from current_submission b join interview_session s on s.id = b.session_id
                        where s.team_id = :team and b.rater_id = :rater and b.kind = 'SUBMITTED'
                            and b.received_at > :since and s.id <> :except and not s.mock
                        order by b.received_at desc
                        """)
                .param("team", team.value())
                .param("rater", rater.value())
                .param("since", Timestamp.from(since))
                .param("except", except.value())
                .query((row, number) ->
                        new Submitted(
                                new SessionId(uuid(row, "id")),
                                row.getTimestamp("received_at").toInstant(),
                                new RatingScale(
                                        List.of(
                                                (String[])
                                                        row.getArray("rating_scale").getArray()))))
                .list();
    }

    /** A scorecard of somebody that was submitted lately. */
    record Submitted(SessionId session, Instant at, RatingScale scale) {}

    /** The questions that at least one rater heard an answer to. */
    List<QuestionId> used(SessionId session) {
        return jdbc.sql(
                        """
                        select a.question_id from asked_question a
                        where a.session_id = :session and exists (
                            select from current_rating r where r.session_id = a.session_id
                                and r.asked_question_id = a.id
                                and r.kind in ('RATED', 'NOT_ASSESSED'))
                        order by a.position
                        """)
                .param("session", session.value())
                .query((row, number) -> new QuestionId(uuid(row, "question_id")))
                .list();
    }

    private record Header(
            SessionId id,
            @Nullable CandidateId candidate,
            SetId set,
            String setCode,
            String setName,
            int questions,
            int plannedSeconds,
            SessionState state,
            boolean mock,
            Instant plannedAt,
            @Nullable Instant startedAt,
            @Nullable Instant closedAt,
            @Nullable Outcome outcome,
            @Nullable PersonId asker,
            @Nullable Integer currentSlot,
            RatingRules rules) {

        static Header of(ResultSet row) throws SQLException {
            var candidate = row.getObject("candidate_id", UUID.class);
            var outcome = row.getString("outcome");
            var slot = row.getInt("current_slot");
            var noSlot = row.wasNull();
            return new Header(
                    new SessionId(uuid(row, "id")),
                    candidate == null ? null : new CandidateId(candidate),
                    new SetId(uuid(row, "set_id")),
                    row.getString("code"),
                    row.getString("set_name"),
                    row.getInt("questions"),
                    row.getInt("seconds"),
                    SessionState.valueOf(row.getString("state")),
                    row.getBoolean("mock"),
                    row.getTimestamp("planned_at").toInstant(),
                    instant(row.getTimestamp("started_at")),
                    instant(row.getTimestamp("closed_at")),
                    outcome == null ? null : Outcome.valueOf(outcome),
                    person(row, "asker_id"),
                    noSlot ? null : slot,
                    new RatingRules(
                            new RatingScale(
                                    List.of((String[]) row.getArray("rating_scale").getArray())),
                            row.getBoolean("evidence_for_extremes")));
        }

        InterviewSession toSession(String candidateName, List<Rater> raters) {
            return new InterviewSession(
                    id,
                    candidate,
                    candidateName,
                    set,
                    setCode,
                    setName,
                    questions,
                    plannedSeconds,
                    state,
                    mock,
                    plannedAt,
                    startedAt,
                    closedAt,
                    outcome,
                    asker,
                    currentSlot,
                    raters,
                    rules);
        }
    }

    private record PlannedQuestion(
            AskedQuestionId id,
            int position,
            QuestionId question,
            RevisionId revision,
            String section,
            int difficulty,
            int plannedSeconds,
            boolean pilot) {

        static PlannedQuestion of(ResultSet row) throws SQLException {
            return new PlannedQuestion(
                    new AskedQuestionId(uuid(row, "id")),
                    row.getInt("position"),
                    new QuestionId(uuid(row, "question_id")),
                    new RevisionId(uuid(row, "revision_id")),
                    row.getString("section"),
                    row.getInt("difficulty"),
                    row.getInt("planned_seconds"),
                    row.getBoolean("pilot"));
        }

        AskedQuestion with(QuestionText text) {
            return new AskedQuestion(
                    id,
                    position,
                    question,
                    revision,
                    section,
                    difficulty,
                    plannedSeconds,
                    text.wording(),
                    text.body(),
                    text.answer(),
                    text.goodToHear(),
                    text.followUps(),
                    text.guidance(),
                    pilot);
        }
    }

    private static @Nullable PersonId person(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : new PersonId(id);
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
