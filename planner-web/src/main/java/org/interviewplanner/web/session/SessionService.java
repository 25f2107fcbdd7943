package org.interviewplanner.web.session;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.interviewplanner.web.bank.BankService;
import org.interviewplanner.web.candidate.CandidateService;
import org.interviewplanner.web.data.AskedQuestionId;
import org.interviewplanner.web.data.PersonId;
import org.interviewplanner.web.data.SessionId;
import org.interviewplanner.web.security.AuditTrail;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.security.NotFoundException;
import org.interviewplanner.web.security.Role;
import org.interviewplanner.web.session.EntryRefusedException.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plans, leads and closes interviews, and takes what the raters enter.
 *
 * <p>Leads see every session of their team, other interviewers those whose panel they are on.
 * Unknown ids, ids of other teams and missing rights end in the same {@link NotFoundException}.
 */
@Service
public class SessionService {
    static final int SHORTEST_REASON = Entry.SHORTEST_REASON;

    private final Sessions sessions;
    private final SessionReader reader;
    private final Ledgers ledgers;
    private final Recorder recorder;
    private final Corrections corrections;
    private final PlanSource source;
    private final BankService bank;
    private final CandidateService candidates;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SessionService(
            Sessions sessions,
            SessionReader reader,
            Ledgers ledgers,
            Recorder recorder,
            Corrections corrections,
            PlanSource source,
            BankService bank,
            CandidateService candidates,
            AuditTrail audit,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sessions = sessions;
        this.reader = reader;
        this.ledgers = ledgers;
        this.recorder = recorder;
        this.corrections = corrections;
        this.source = source;
        this.bank = bank;
        this.candidates = candidates;
        this.audit = audit;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** The kept sets of the team, latest first. */
    @Transactional(readOnly = true)
    public List<SetChoice> setChoices(Member member) {
        member.require(Role.LEAD, Role.INTERVIEWER);
        return source.sets(member);
    }

    /** The people of the team who may be put on a panel, by name. */
    @Transactional(readOnly = true)
    public List<RaterChoice> raterChoices(Member member) {
        member.require(Role.LEAD, Role.INTERVIEWER);
        return source.raters(member);
    }

    /**
     * Plans an interview: from now on its questions stand fast. Leads plan for everybody;
     * interviewers may plan a rehearsal that they take part in.
     *
     * @throws NotFoundException if the set, the candidate or a rater is not of the team, a rater
     *     may not rate, or the member may not plan this
     */
    @Transactional
    public SessionId plan(Member member, Plan plan) {
        if (!member.isAny(Role.LEAD)) {
            member.require(Role.INTERVIEWER);
            if (!plan.mock()
                    || plan.candidate() != null
                    || !plan.raters().contains(member.person())) {
                throw new NotFoundException();
            }
        }
        var slots = source.slots(member, plan.set());
        if (plan.candidate() != null
                && candidates.names(member, Set.of(plan.candidate())).isEmpty()) {
            throw new NotFoundException();
        }
        var eligible =
                source.raters(member).stream().map(RaterChoice::person).collect(Collectors.toSet());
        if (!eligible.containsAll(plan.raters())) {
            throw new NotFoundException();
        }
        var session =
                sessions.save(
                                SessionRow.planned(
                                        member.team(),
                                        plan,
                                        source.rules(member, plan.set()),
                                        member.person()))
                        .id();
        for (var rater : plan.raters()) {
            jdbc.sql("insert into session_rater (team_id, session_id, person_id) values (?, ?, ?)")
                    .params(member.team().value(), session.value(), rater.value())
                    .update();
        }
        for (var slot : slots) {
            jdbc.sql(
                            """
                            insert into asked_question (id, team_id, session_id, position, question_id,
                                revision_id, section, difficulty, planned_seconds, pilot)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            AskedQuestionId.create().value(),
                            member.team().value(),
                            session.value(),
                            slot.position(),
                            slot.question().value(),
                            slot.revision().value(),
                            slot.section(),
                            slot.difficulty().level(),
                            slot.plannedSeconds(),
                            slot.pilot())
                    .update();
        }
        changed(member, session, null);
        return session;
    }

    /** The sessions the member may see: live ones first, then planned by time, then closed. */
    @Transactional(readOnly = true)
    public List<InterviewSession> sessions(Member member) {
        member.require(Role.LEAD, Role.INTERVIEWER);
        return member.isAny(Role.LEAD) ? reader.all(member) : reader.of(member);
    }

    /**
     * One session.
     *
     * @throws NotFoundException if the member neither leads nor rates it
     */
    @Transactional(readOnly = true)
    public InterviewSession session(Member member, SessionId session) {
        reader.requireSight(member, session);
        return reader.one(member, session).orElseThrow(NotFoundException::new);
    }

    /**
     * Its questions in the order of the set.
     *
     * @throws NotFoundException if the member neither leads nor rates the session
     */
    @Transactional(readOnly = true)
    public List<AskedQuestion> questions(Member member, SessionId session) {
        reader.requireSight(member, session);
        return reader.questions(member, session);
    }

    /**
     * The interview begins; whoever starts it as a rater is the one who asks. Starting a live
     * session changes nothing.
     *
     * @throws NotFoundException if the member neither leads nor rates it
     * @throws EntryRefusedException if it is closed
     */
    @Transactional
    public void start(Member member, SessionId session) {
        var standing = reader.requireSight(member, session);
        if (standing.state() == SessionState.LIVE) {
            return;
        }
        if (standing.state() == SessionState.CLOSED) {
            throw new EntryRefusedException(Reason.CLOSED, "The session is closed.");
        }
        var row = row(member, session);
        sessions.save(row.started(clock.instant(), standing.rates() ? member.person() : null));
        changed(member, session, null);
    }

    /**
     * The interview is over. The questions that were asked are told to the bank, unless it was a
     * rehearsal or the candidate never came. Closing a closed session changes nothing.
     *
     * <p>A rater closes when everybody has submitted; a lead may close earlier, and a session that
     * never began can only end as no-show or withdrawn.
     *
     * @throws NotFoundException if the member neither leads nor rates it
     * @throws EntryRefusedException if it was not started or a scorecard is open, as said above
     */
    @Transactional
    public void close(Member member, SessionId session, Outcome outcome) {
        reader.requireSight(member, session);
        var row = row(member, session);
        if (row.state() == SessionState.CLOSED) {
            return;
        }
        var held = outcome == Outcome.COMPLETED || outcome == Outcome.ENDED_EARLY;
        if (held && row.state() == SessionState.PLANNED) {
            throw new EntryRefusedException(
                    Reason.NOT_STARTED, "The session has not started, so it cannot have ended.");
        }
        var panel = reader.one(member, session).orElseThrow(NotFoundException::new);
        var open = panel.raters().size() - panel.submitted();
        if (held && open > 0 && !member.isAny(Role.LEAD)) {
            throw new EntryRefusedException(
                    Reason.UNSUBMITTED,
                    "%d of %d scorecards are not submitted yet."
                            .formatted(open, panel.raters().size()));
        }
        var now = clock.instant();
        sessions.save(row.closed(now, outcome));
        audit.record(member, "session.closed", session.value().toString(), outcome.name());
        if (!row.mock() && row.candidateId() != null && outcome.countsAsAsked()) {
            bank.recordUse(
                    member,
                    session,
                    row.candidateId(),
                    reader.used(session),
                    row.startedAt() == null ? now : row.startedAt());
        }
        changed(member, session, null);
    }

    /**
     * From now on the candidate's screen follows this rater.
     *
     * @throws NotFoundException if the member does not rate the session
     */
    @Transactional
    public void ask(Member member, SessionId session) {
        reader.requireRater(member, session);
        jdbc.sql("update interview_session set asker_id = ? where team_id = ? and id = ?")
                .params(member.person().value(), member.team().value(), session.value())
                .update();
        changed(member, session, null);
    }

    /**
     * Where the interview stands. Only the one who asks moves it; from others it is ignored.
     *
     * @param slot 1-based place, or null between two questions
     * @return whether it was moved
     * @throws NotFoundException if the member does not rate the session
     */
    @Transactional
    public boolean move(Member member, SessionId session, @Nullable Integer slot) {
        reader.requireRater(member, session);
        var moved =
                jdbc.sql(
                                """
                                update interview_session s set current_slot = :slot
                                where s.team_id = :team and s.id = :session and s.asker_id = :person
                                    and s.state = 'LIVE' and s.current_slot is distinct from :slot
                                    and (:slot is null or exists (select from asked_question a
                                        where a.session_id = s.id and a.position = :slot))
                                """)
                        .param("slot", slot, java.sql.Types.INTEGER)
                        .param("team", member.team().value())
                        .param("session", session.value())
                        .param("person", member.person().value())
                        .update();
        if (moved > 0) {
            changed(member, session, null);
        }
        return moved > 0;
    }

    /**
     * Stores one entry of the member as a rater; a later one overrules it. Repeating an entry (same
     * id, same content) changes nothing and is answered alike, also after the scorecard was locked.
     *
     * @throws NotFoundException if the member does not rate the session or it has no such question
     * @throws EntryRefusedException if the session takes no entries now, the scorecard is locked,
     *     the id is taken, the scale has no such step, or a submission lacks what it needs
     */
    @Transactional
    public Recorded record(Member member, SessionId session, Entry entry) {
        return recorder.record(member, session, entry);
    }

    /**
     * The same for an entry that comes late, by a file: it does not overrule what the rater entered
     * meanwhile elsewhere.
     *
     * @param over the line that the page knew on the same thing when it was entered, or null if
     *     none
     * @see #record
     */
    @Transactional
    public Recorded recordLate(Member member, SessionId session, Entry entry, @Nullable UUID over) {
        return recorder.recordLate(member, session, entry, over);
    }

    /**
     * Submits the member's scorecard without a recommendation: it locks.
     *
     * @throws NotFoundException if the member does not rate the session
     * @throws EntryRefusedException if the session takes no entries now or the scorecard is locked
     */
    @Transactional
    public void submit(Member member, SessionId session) {
        record(member, session, new Entry.Submission(UUID.randomUUID(), null, "", clock.instant()));
    }

    /**
     * What the member entered as a rater, as it stands now; nobody else's.
     *
     * @throws NotFoundException if the member does not rate the session
     */
    @Transactional(readOnly = true)
    public RaterScorecard scorecard(Member member, SessionId session) {
        reader.requireRater(member, session);
        return ledgers.scorecard(session, member.person());
    }

    /**
     * Whether the member's own scorecard takes entries now.
     *
     * @throws NotFoundException if the member neither leads nor rates the session
     */
    @Transactional(readOnly = true)
    public boolean takesEntries(Member member, SessionId session) {
        var standing = reader.requireSight(member, session);
        return standing.rates() && standing.isOpen();
    }

    /**
     * Whether the member may see the scorecards: leads, and raters after their own submission. A
     * lead who rates is bound by it.
     *
     * @throws NotFoundException if the member neither leads nor rates the session
     */
    @Transactional(readOnly = true)
    public boolean maySeeScores(Member member, SessionId session) {
        return reader.requireSight(member, session).maySeeScores(member);
    }

    /**
     * The submitted scorecards. Who has read them is kept: from then on the reader cannot join the
     * panel, and a re-opening says so.
     *
     * @throws NotFoundException if the member may not see them ({@link #maySeeScores})
     */
    @Transactional
    public Debrief debrief(Member member, SessionId session) {
        if (!reader.requireSight(member, session).maySeeScores(member)) {
            throw new NotFoundException();
        }
        var header = reader.one(member, session).orElseThrow(NotFoundException::new);
        var submitted = header.raters().stream().filter(Rater::submitted).toList();
        submitted.forEach(rater -> ledgers.read(session, member.person(), rater.person()));
        var scorecards =
                submitted.stream()
                        .map(rater -> ledgers.scorecard(session, rater.person()))
                        .toList();
        return new Debrief(
                header,
                reader.questions(member, session),
                scorecards,
                scorecards.stream()
                        .collect(
                                Collectors.toMap(
                                        RaterScorecard::rater,
                                        card -> corrections.of(session, card))));
    }

    /**
     * Opens a scorecard again; the reason and who did it stay visible in the debrief. Opening an
     * open scorecard of a live session changes nothing.
     *
     * @param reason at least {@value #SHORTEST_REASON} characters
     * @throws IllegalArgumentException if the reason is too short or too long
     * @throws NotFoundException if the member is no lead, or the person does not rate the session
     */
    @Transactional
    public void reopen(Member member, SessionId session, PersonId rater, String reason) {
        member.require(Role.LEAD);
        var header = session(member, session);
        var reopened = header.rater(rater).orElseThrow(NotFoundException::new);
        var why = reason(reason, "re-opening");
        if (!reopened.submitted() && header.state() != SessionState.CLOSED) {
            return;
        }
        ledgers.takeTurn(session, rater);
        ledgers.reopen(session, rater, member.person(), why);
        audit.record(member, "scorecard.reopened", session.value().toString(), "");
        changed(member, session, null);
    }

    /**
     * Puts somebody on the panel of a session that is not closed; who left may come back to what
     * they entered. Somebody who is on it already stays.
     *
     * @throws NotFoundException if the member is no lead, or the person may not rate
     * @throws EntryRefusedException if the session is closed, the panel is full, or the person has
     *     read scorecards of it
     */
    @Transactional
    public void addRater(Member member, SessionId session, PersonId person) {
        member.require(Role.LEAD);
        var header = openPanel(member, session);
        if (source.raters(member).stream().noneMatch(it -> it.person().equals(person))) {
            throw new NotFoundException();
        }
        if (header.rater(person).isPresent()) {
            return;
        }
        if (header.raters().size() >= Plan.MAX_RATERS) {
            throw new EntryRefusedException(
                    Reason.PANEL_SIZE, "A panel has at most %d raters.".formatted(Plan.MAX_RATERS));
        }
        if (ledgers.hasRead(session, person)) {
            throw new EntryRefusedException(
                    Reason.HAS_READ,
                    """
                    Who has read a scorecard of this session cannot rate it independently.
                    Maybe ask somebody else.\
                    """);
        }
        jdbc.sql(
                        """
                        insert into session_rater (team_id, session_id, person_id) values (?, ?, ?)
                        on conflict do nothing
                        """)
                .params(member.team().value(), session.value(), person.value())
                .update();
        changePanel(member, session, person, true, "");
    }

    /**
     * Takes somebody off the panel. What the person entered stays in the ledgers and is shown
     * nowhere; a submitted scorecard stays, and so does its rater.
     *
     * @param reason at least {@value #SHORTEST_REASON} characters, kept in the audit trail
     * @throws IllegalArgumentException if the reason is too short or too long
     * @throws NotFoundException if the member is no lead, or the person does not rate the session
     * @throws EntryRefusedException if the session is closed, the person has submitted, or is the
     *     only rater
     */
    @Transactional
    public void removeRater(Member member, SessionId session, PersonId person, String reason) {
        member.require(Role.LEAD);
        var why = reason(reason, "taking somebody off the panel");
        var header = openPanel(member, session);
        ledgers.takeTurn(session, person);
        var rater = reader.one(member, session).flatMap(now -> now.rater(person));
        if (rater.orElseThrow(NotFoundException::new).submitted()) {
            throw new EntryRefusedException(
                    Reason.SUBMITTED, "Who has submitted a scorecard stays on the panel.");
        }
        if (header.raters().size() == 1) {
            throw new EntryRefusedException(
                    Reason.PANEL_SIZE,
                    """
                    A panel has at least one rater.
                    Maybe add somebody else first.\
                    """);
        }
        jdbc.sql(
                        """
                        update interview_session set asker_id = null, current_slot = null
                        where team_id = ? and id = ? and asker_id = ?
                        """)
                .params(member.team().value(), session.value(), person.value())
                .update();
        changePanel(member, session, person, false, why);
    }

    private InterviewSession openPanel(Member member, SessionId session) {
        var header = session(member, session);
        if (header.state() == SessionState.CLOSED) {
            throw new EntryRefusedException(
                    Reason.CLOSED, "The session is closed, and so is its panel.");
        }
        return header;
    }

    private void changePanel(
            Member member, SessionId session, PersonId person, boolean present, String reason) {
        jdbc.sql(
                        """
                        insert into panel_change (id, session_id, person_id, present, by_id, reason)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        UUID.randomUUID(),
                        session.value(),
                        person.value(),
                        present,
                        member.person().value(),
                        reason)
                .update();
        audit.record(
                member,
                present ? "panel.joined" : "panel.left",
                session.value().toString(),
                person.value().toString());
        changed(member, session, null);
    }

    private static String reason(String given, String of) {
        var why = given.strip();
        if (why.length() < SHORTEST_REASON || why.length() > Entry.TEXT_LENGTH) {
            throw new IllegalArgumentException(
                    "The reason (%d characters) for %s must have %d to %d characters."
                            .formatted(why.length(), of, SHORTEST_REASON, Entry.TEXT_LENGTH));
        }
        return why;
    }

    private SessionRow row(Member member, SessionId session) {
        return sessions.findByTeamIdAndId(member.team(), session)
                .orElseThrow(NotFoundException::new);
    }

    private void changed(Member member, SessionId session, @Nullable PersonId rater) {
        events.publishEvent(new SessionChanged(member.team(), session, rater, null));
    }

    /** The time the service goes by. */
    public Instant now() {
        return clock.instant();
    }
}
