package org.interviewplanner.web.session;

import java.util.UUID;
import java.util.stream.Collectors;
import org.interviewplanner.web.data.SessionId;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.security.NotFoundException;
import org.interviewplanner.web.session.EntryRefusedException.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Takes the entries of raters into the ledgers, if the session takes them now.
 *
 * <p>The order of arrival decides what overrules what. The one exception is {@link #recordLate}: a
 * file may come days later, so what it brings counts only where nothing was entered since that its
 * device did not know. No clock is asked: each entry names the line that it was entered over.
 */
@Component
class Recorder {
    private final SessionReader reader;
    private final Ledgers ledgers;
    private final NoteLedger notes;
    private final ApplicationEventPublisher events;

    Recorder(
            SessionReader reader,
            Ledgers ledgers,
            NoteLedger notes,
            ApplicationEventPublisher events) {
        this.reader = reader;
        this.ledgers = ledgers;
        this.notes = notes;
        this.events = events;
    }

    /**
     * @see SessionService#record
     */
    Recorded record(Member member, SessionId session, Entry entry) {
        var standing = takeTurn(member, session);
        var known = ledgers.known(session, member.person(), entry);
        return known.stored()
                ? repeated(member, session, entry)
                : store(member, session, standing, known, entry, null);
    }

    /** The standing is read afterwards: the turn may be waited for while the scorecard locks. */
    private Standing takeTurn(Member member, SessionId session) {
        ledgers.takeTurn(session, member.person());
        return reader.requireRater(member, session);
    }

    /**
     * @see SessionService#recordLate
     */
    Recorded recordLate(Member member, SessionId session, Entry entry, @Nullable UUID over) {
        var standing = takeTurn(member, session);
        var known = ledgers.known(session, member.person(), entry);
        if (known.stored()) {
            return repeated(member, session, entry);
        }
        if (entry instanceof Entry.Submission
                && !ledgers.scorecard(session, member.person()).submissions().isEmpty()) {
            throw new EntryRefusedException(
                    Reason.SUBMITTED,
                    """
                    This scorecard was submitted since, so the file does not submit it again.
                    Maybe submit it on the live screen.\
                    """);
        }
        var subject = entry.subject();
        var current = subject == null ? null : ledgers.current(session, member.person(), subject);
        var isOvertaken =
                current != null && !current.id().equals(over) && !saysTheSame(current, entry);
        return store(member, session, standing, known, entry, isOvertaken ? current : null);
    }

    private static boolean saysTheSame(Entry current, Entry entry) {
        return current instanceof Entry.Rating one && entry instanceof Entry.Rating other
                ? one.kind() == other.kind() && java.util.Objects.equals(one.step(), other.step())
                : current instanceof Entry.Tick left
                        && entry instanceof Entry.Tick right
                        && left.heard() == right.heard();
    }

    private Recorded repeated(Member member, SessionId session, Entry entry) {
        return new Recorded(
                entry.id(),
                true,
                entry instanceof Entry.Note note
                        ? notes.current(session, member.person(), note.question())
                        : null,
                null);
    }

    /**
     * @param inForce what stays in force although this comes after it, or null
     */
    private Recorded store(
            Member member,
            SessionId session,
            Standing standing,
            Ledgers.Known known,
            Entry entry,
            @Nullable Entry inForce) {
        requireOpen(standing);
        if (!known.asked()) {
            throw new NotFoundException();
        }
        switch (entry) {
            case Entry.Rating rating -> requireStep(standing, rating);
            case Entry.Submission submission -> requireComplete(member, session, submission);
            default -> {}
        }
        @Nullable NoteVersion note = null;
        if (entry instanceof Entry.Note typed) {
            note = notes.addAndMerge(session, member.person(), typed);
        } else {
            ledgers.add(session, member.person(), entry, inForce != null);
        }
        var noticed =
                inForce == null
                        && entry instanceof Entry.Rating rating
                        && ledgers.noticeDeviation(session, member.person(), rating);
        var alone = !noticed && (note == null || note.id().equals(entry.id()));
        events.publishEvent(
                new SessionChanged(
                        member.team(),
                        session,
                        entry instanceof Entry.Submission ? null : member.person(),
                        alone && !(entry instanceof Entry.Submission) ? entry.id() : null));
        return new Recorded(entry.id(), false, note, inForce);
    }

    private static void requireOpen(Standing standing) {
        if (standing.locked()) {
            throw new EntryRefusedException(
                    Reason.SUBMITTED,
                    """
                    You have submitted this scorecard, so it is locked.
                    Maybe ask a lead to re-open it.\
                    """);
        }
        if (standing.state() == SessionState.PLANNED) {
            throw new EntryRefusedException(Reason.NOT_STARTED, "The session has not started yet.");
        }
        if (standing.state() == SessionState.CLOSED && !standing.reopened()) {
            throw new EntryRefusedException(
                    Reason.CLOSED,
                    """
                    The session is closed.
                    Maybe ask a lead to re-open your scorecard.\
                    """);
        }
    }

    private static void requireStep(Standing standing, Entry.Rating rating) {
        var step = rating.step();
        if (step != null && step > standing.steps()) {
            throw new EntryRefusedException(
                    Reason.NO_SUCH_STEP,
                    "The scale of this session has %d steps, so there is no step %d."
                            .formatted(standing.steps(), step));
        }
    }

    private void requireComplete(Member member, SessionId session, Entry.Submission submission) {
        var unproved = reader.withoutEvidence(session, member.person());
        if (!unproved.isEmpty()) {
            throw new EntryRefusedException(
                    Reason.NO_EVIDENCE,
                    """
                    The lowest and the highest rating ask for a note: question %s has none.
                    Maybe write down what you heard.\
                    """
                            .formatted(
                                    unproved.stream()
                                            .map(String::valueOf)
                                            .collect(Collectors.joining(", "))));
        }
        if (submission.recommendation() == null) {
            return;
        }
        var open = reader.unrated(session, member.person());
        if (open > 0) {
            throw new EntryRefusedException(
                    Reason.UNRATED,
                    """
                    A recommendation comes last: %d question(s) have no word yet.
                    Maybe mark them as not asked.\
                    """
                            .formatted(open));
        }
        if (submission.reason().strip().length() < Entry.SHORTEST_REASON) {
            throw new EntryRefusedException(
                    Reason.NO_REASON,
                    """
                    A recommendation needs a reason of at least %d characters.
                    Maybe say in a sentence what you heard.\
                    """
                            .formatted(Entry.SHORTEST_REASON));
        }
    }
}
