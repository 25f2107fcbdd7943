package org.interviewplanner.web.candidate;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.interviewplanner.web.data.CandidateId;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.security.NotFoundException;
import org.interviewplanner.web.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the candidates of a team. Leads keep them; interviewers learn names, nothing more. */
@Service
public class CandidateService {
    private final Candidates candidates;

    CandidateService(Candidates candidates) {
        this.candidates = candidates;
    }

    /**
     * All candidates of the member's team by name.
     *
     * @throws NotFoundException if the member is no lead
     */
    @Transactional(readOnly = true)
    public List<Candidate> candidates(Member member) {
        member.require(Role.LEAD);
        return candidates.findAllByTeamIdOrderByName(member.team()).stream()
                .map(CandidateRow::toCandidate)
                .toList();
    }

    /**
     * One candidate.
     *
     * @throws NotFoundException if there is none of this id in the member's team, or the member is
     *     no lead
     */
    @Transactional(readOnly = true)
    public Candidate candidate(Member member, CandidateId id) {
        member.require(Role.LEAD);
        return row(member, id).toCandidate();
    }

    /**
     * The names of those candidates that are of the member's team, by id; others are left out.
     *
     * @throws NotFoundException if the member is neither lead nor interviewer
     */
    @Transactional(readOnly = true)
    public Map<CandidateId, String> names(Member member, Collection<CandidateId> ids) {
        member.require(Role.LEAD, Role.INTERVIEWER);
        var names = new HashMap<CandidateId, String>();
        if (!ids.isEmpty()) {
            candidates
                    .findAllByTeamIdAndIdIn(member.team(), ids)
                    .forEach(row -> names.put(row.id(), row.name()));
        }
        return names;
    }

    /**
     * Adds a candidate. Spaces around the texts are cut; a blank e-mail address counts as none.
     *
     * @throws IllegalArgumentException if a text is too long, the name is blank or the e-mail
     *     address cannot be one
     * @throws NotFoundException if the member is no lead
     */
    @Transactional
    public Candidate add(Member member, String name, @Nullable String email, String note) {
        member.require(Role.LEAD);
        return candidates
                .save(
                        new CandidateRow(
                                CandidateId.create(),
                                null,
                                member.team(),
                                validName(name),
                                validEmail(email),
                                validNote(note)))
                .toCandidate();
    }

    /**
     * Stores the changed texts of a candidate that was read before.
     *
     * @throws org.springframework.dao.OptimisticLockingFailureException if somebody else changed it
     *     since
     * @throws IllegalArgumentException as at {@link #add}
     * @throws NotFoundException if there is none of this id in the member's team, or the member is
     *     no lead
     */
    @Transactional
    public Candidate edit(Member member, Candidate changed) {
        member.require(Role.LEAD);
        row(member, changed.id());
        return candidates
                .save(
                        new CandidateRow(
                                changed.id(),
                                changed.version(),
                                member.team(),
                                validName(changed.name()),
                                validEmail(changed.email()),
                                validNote(changed.note())))
                .toCandidate();
    }

    private CandidateRow row(Member member, CandidateId id) {
        return candidates.findByTeamIdAndId(member.team(), id).orElseThrow(NotFoundException::new);
    }

    private static String validName(String given) {
        var name = given.strip();
        if (name.isEmpty() || name.length() > Candidate.NAME_LENGTH) {
            throw new IllegalArgumentException(
                    "The name of a candidate (%d characters) must have 1 to %d characters."
                            .formatted(name.length(), Candidate.NAME_LENGTH));
        }
        return name;
    }

    private static @Nullable String validEmail(@Nullable String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        var email = given.strip();
        if (!email.contains("@") || email.length() < 3 || email.length() > Candidate.EMAIL_LENGTH) {
            throw new IllegalArgumentException(
                    """
                    The e-mail address of a candidate (%s) must contain @ and have 3 to %d characters.
                    Maybe leave it empty.\
                    """
                            .formatted(email, Candidate.EMAIL_LENGTH));
        }
        return email;
    }

    private static String validNote(String note) {
        if (note.length() > Candidate.NOTE_LENGTH) {
            throw new IllegalArgumentException(
                    "The note on a candidate (%d characters) must have at most %d characters."
                            .formatted(note.length(), Candidate.NOTE_LENGTH));
        }
        return note.strip();
    }
}
