package org.interviewplanner.web.bank;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.interviewplanner.bank.Difficulty;
import org.interviewplanner.bank.Status;
import org.interviewplanner.web.data.CandidateId;
import org.interviewplanner.web.data.QuestionId;
import org.interviewplanner.web.data.RevisionId;
import org.interviewplanner.web.data.SectionId;
import org.interviewplanner.web.data.SessionId;
import org.interviewplanner.web.data.TeamId;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.security.NotFoundException;
import org.interviewplanner.web.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to the team's bank: bring documents in, browse, revise, approve, retire, and remember
 * what was asked. Every member reads; authors and leads write.
 */
@Service
public class BankService {
    private final Sections sections;
    private final Questions questions;
    private final Changes changes;
    private final Uses uses;
    private final Importing importing;
    private final Imports imports;
    private final Clock clock;

    BankService(
            Sections sections,
            Questions questions,
            Changes changes,
            Uses uses,
            Importing importing,
            Imports imports,
            Clock clock) {
        this.sections = sections;
        this.questions = questions;
        this.changes = changes;
        this.uses = uses;
        this.importing = importing;
        this.imports = imports;
        this.clock = clock;
    }

    // ---- import

    /**
     * What importing the files would do; nothing is written.
     *
     * @param files Markdown documents in UTF-8, and zip archives of them, within the limits of
     *     {@link UploadedFile}; anything else is left out, or refused, with a sentence
     */
    @Transactional(readOnly = true)
    public ImportPreview preview(Member member, List<UploadedFile> files) {
        requireWriter(member);
        return importing.preview(member.team(), Upload.read(files));
    }

    /** What importing one file would do; nothing is written. */
    @Transactional(readOnly = true)
    public ImportPreview preview(Member member, String name, byte[] content) {
        return preview(member, List.of(new UploadedFile(name, content)));
    }

    /** What importing the text would do; nothing is written. */
    @Transactional(readOnly = true)
    public ImportPreview preview(Member member, String name, String text) {
        requireWriter(member);
        return importing.preview(member.team(), Upload.read(name, text));
    }

    /**
     * The same documents against the bank as it is now.
     *
     * @param old a preview of before somebody changed the bank
     */
    @Transactional(readOnly = true)
    public ImportPreview.Ready renew(Member member, ImportPreview.Ready old) {
        requireWriter(member);
        return importing.renew(member.team(), old);
    }

    /**
     * Does what the preview shows under the choices, all or nothing.
     *
     * @throws OptimisticLockingFailureException if the bank has changed since the preview
     */
    @Transactional
    public ImportResult accept(Member member, ImportPreview.Ready preview, ImportChoices choices) {
        requireWriter(member);
        return importing.accept(member.team(), member.person(), preview, choices);
    }

    /**
     * The imports of the team, the newest first.
     *
     * @param limit how many at most
     */
    @Transactional(readOnly = true)
    public List<PastImport> imports(Member member, int limit) {
        requireWriter(member);
        return imports.past(member.team(), limit);
    }

    /**
     * What stands against taking an import back; empty if nothing does.
     *
     * @throws NotFoundException if the team has no such import
     */
    @Transactional(readOnly = true)
    public List<ImportUndo.Obstacle> obstacles(Member member, ImportId id) {
        requireWriter(member);
        requireImport(member, id);
        return imports.obstacles(member.team(), id);
    }

    /**
     * Takes an import back as if it had never been, all or nothing: as long as no set, session,
     * blueprint, later import, edit or decision builds on what it made. It stays in the books.
     *
     * @throws NotFoundException if the team has no such import
     */
    @Transactional
    public ImportUndo undo(Member member, ImportId id) {
        requireWriter(member);
        requireImport(member, id);
        imports.lock(member.team());
        var obstacles = imports.obstacles(member.team(), id);
        return obstacles.isEmpty()
                ? imports.undo(member.team(), id, member.person())
                : new ImportUndo.Refused(obstacles);
    }

    private void requireImport(Member member, ImportId id) {
        if (!imports.exists(member.team(), id)) {
            throw new NotFoundException();
        }
    }

    /**
     * Fills the bank of a team that never had a question from a document that needs no decision;
     * does nothing for any other team.
     *
     * @return whether it did
     */
    @Transactional
    boolean fill(TeamId team, String name, byte[] content) {
        imports.lock(team);
        if (imports.hasAny(team) || !questions.isEmpty(team)) {
            return false;
        }
        if (!(importing.preview(team, Upload.read(List.of(new UploadedFile(name, content))))
                instanceof ImportPreview.Ready ready)) {
            throw new IllegalArgumentException(
                    "The document (%s) must be a readable bank.".formatted(name));
        }
        return !importing.accept(team, null, ready, ready.guess()).isNothing();
    }

    // ---- read

    /** All sections, outer before inner, in document order. */
    @Transactional(readOnly = true)
    public List<BankSection> sections(Member member) {
        requireReader(member);
        return sections.tree(member.team());
    }

    /**
     * Every question that can go into a set (retired ones and follow-ups cannot), in document
     * order.
     */
    @Transactional(readOnly = true)
    public List<BankQuestion> pool(Member member) {
        requireReader(member);
        return questions.pool(member.team());
    }

    /**
     * One page of the questions that the filter asks for, in document order.
     *
     * @param offset how many to leave out, at least 0
     * @param limit how many to return at most
     */
    @Transactional(readOnly = true)
    public List<BankQuestion> page(Member member, QuestionFilter filter, int offset, int limit) {
        requireReader(member);
        return questions.page(member.team(), filter, offset, limit);
    }

    /** How many questions the filter asks for. */
    @Transactional(readOnly = true)
    public int count(Member member, QuestionFilter filter) {
        requireReader(member);
        return questions.count(member.team(), filter);
    }

    /**
     * The filter with its mistyped words mended: each word of at least {@value Typos#LEAST_LETTERS}
     * letters that stands in no question becomes the nearest one that does. The same filter if
     * nothing is mistyped, or nothing is near.
     */
    @Transactional(readOnly = true)
    public QuestionFilter mended(Member member, QuestionFilter filter) {
        requireReader(member);
        var mended = new ArrayList<String>();
        for (var word : Questions.words(filter)) {
            var meant =
                    questions.holds(member.team(), word)
                            ? word
                            : Typos.mayMean(word)
                                    ? Typos.nearest(word, questions.like(member.team(), word))
                                    : null;
            if (meant == null) {
                return filter;
            }
            mended.add(meant);
        }
        return mended.equals(Questions.words(filter))
                ? filter
                : filter.withText(String.join(" ", mended));
    }

    /** The ids of all that the filter asks for, in document order. */
    @Transactional(readOnly = true)
    public List<QuestionId> ids(Member member, QuestionFilter filter) {
        requireReader(member);
        return questions.ids(member.team(), filter);
    }

    /**
     * What waits for a person's look: not yet approved, or its level only estimated; the least sure
     * estimate first, then in document order.
     *
     * @param section this section and all below it; null for all
     */
    @Transactional(readOnly = true)
    public List<QuestionId> review(Member member, @Nullable SectionId section) {
        requireWriter(member);
        return questions.review(member.team(), QuestionFilter.ALL.in(section));
    }

    /** All tags in use, the most used first. */
    @Transactional(readOnly = true)
    public List<String> tags(Member member) {
        requireReader(member);
        return questions.tags(member.team());
    }

    /**
     * One question with everything about it.
     *
     * @throws NotFoundException if the team has no such question
     */
    @Transactional(readOnly = true)
    public QuestionDetail question(Member member, QuestionId question) {
        requireReader(member);
        return questions.find(member.team(), question).orElseThrow(NotFoundException::new);
    }

    /**
     * Many questions with everything about them, in the given order.
     *
     * @throws NotFoundException if the team lacks one of them
     */
    @Transactional(readOnly = true)
    public List<QuestionDetail> questions(Member member, List<QuestionId> those) {
        requireReader(member);
        var found = questions.find(member.team(), those);
        if (!found.keySet().containsAll(those)) {
            throw new NotFoundException();
        }
        return those.stream().map(it -> Objects.requireNonNull(found.get(it))).toList();
    }

    /**
     * All wordings of a question, the newest first.
     *
     * @throws NotFoundException if the team has no such question
     */
    @Transactional(readOnly = true)
    public List<PastWording> history(Member member, QuestionId question) {
        requireReader(member);
        var history = questions.history(member.team(), question);
        if (history.isEmpty()) {
            throw new NotFoundException();
        }
        return history;
    }

    /**
     * The texts of revisions, for paper and for the live screen.
     *
     * @throws NotFoundException if the team lacks one of them
     */
    @Transactional(readOnly = true)
    public Map<RevisionId, QuestionText> texts(Member member, Collection<RevisionId> revisions) {
        requireReader(member);
        var texts = questions.texts(member.team(), revisions);
        if (!texts.keySet().containsAll(revisions)) {
            throw new NotFoundException();
        }
        return texts;
    }

    // ---- write

    /**
     * Changes one question. New texts make a new revision; a level or a time given counts as set by
     * a person, also if it equals the estimate.
     *
     * @param version that the person saw
     * @throws NotFoundException if the team has no such question or section
     * @throws OptimisticLockingFailureException if somebody changed the question meanwhile
     */
    @Transactional
    public void edit(Member member, QuestionId question, long version, QuestionEdit edit) {
        requireWriter(member);
        var team = member.team();
        var before = questions.find(team, question).orElseThrow(NotFoundException::new);
        changes.claim(team, question, version);
        var one = List.of(question);
        var texts =
                new ImportPlan.Texts(edit.wording(), edit.body(), edit.answer(), edit.goodToHear());
        var old = before.text();
        var guidance = edit.guidance();
        if (!texts.equals(
                        new ImportPlan.Texts(
                                old.wording(), old.body(), old.answer(), old.goodToHear()))
                || (guidance != null && !guidance.equals(old.guidance()))) {
            changes.insertRevisions(
                    team,
                    List.of(
                            new Changes.NewRevision(
                                    RevisionId.create(), question, texts, guidance)),
                    null,
                    member.person());
        }
        if (!edit.section().equals(before.section())) {
            requireSection(member, edit.section());
            changes.move(team, one, edit.section());
        }
        var difficulty = edit.difficulty();
        if (difficulty != null) {
            changes.setDifficulty(team, one, difficulty, Origin.AUTHOR);
        }
        var seconds = edit.seconds();
        if (seconds != null) {
            changes.setSeconds(team, one, seconds);
        }
        if (!edit.tags().equals(before.tags())) {
            changes.setTags(team, question, edit.tags());
        }
        if (edit.status() != before.status()) {
            changes.setStatus(team, one, edit.status(), member.person(), true, clock.instant());
        }
    }

    /**
     * Writes a new question behind the others of its section.
     *
     * @throws NotFoundException if the team has no such section
     */
    @Transactional
    public QuestionId add(Member member, QuestionEdit edit) {
        requireWriter(member);
        requireSection(member, edit.section());
        var id = QuestionId.create();
        var revision = RevisionId.create();
        var texts =
                new ImportPlan.Texts(edit.wording(), edit.body(), edit.answer(), edit.goodToHear());
        var guess = importing.estimate(member.team(), texts, edit.section());
        var difficulty = edit.difficulty();
        var seconds = edit.seconds();
        changes.insertQuestions(
                member.team(),
                List.of(
                        new Changes.NewQuestion(
                                id,
                                revision,
                                edit.section(),
                                null,
                                null,
                                changes.firstFreePosition(member.team(), edit.section()),
                                edit.status(),
                                true,
                                difficulty == null ? guess.difficulty() : difficulty,
                                difficulty == null ? guess.confidence() : null,
                                difficulty == null ? guess.reason() : null,
                                seconds == null ? guess.seconds() : seconds,
                                seconds == null,
                                edit.tags(),
                                "NONE")),
                null,
                member.person(),
                clock.instant());
        changes.insertFirstRevisions(
                member.team(),
                List.of(new Changes.NewRevision(revision, id, texts, edit.guidance())),
                null,
                member.person());
        return id;
    }

    /**
     * A new section behind its siblings; one of that name there already is taken as it is.
     *
     * @param parent the section around it, or null
     * @param name 1 to 200 characters
     * @throws NotFoundException if the team has no such parent
     */
    @Transactional
    public SectionId addSection(Member member, @Nullable SectionId parent, String name) {
        requireWriter(member);
        if (parent != null) {
            requireSection(member, parent);
        }
        var plain = name.strip();
        if (plain.isEmpty() || plain.length() > 200) {
            throw new IllegalArgumentException(
                    "The section name (%s) must have 1 to 200 characters.".formatted(name));
        }
        return sections.tree(member.team()).stream()
                .filter(it -> Objects.equals(it.parent(), parent))
                .filter(it -> it.name().equalsIgnoreCase(plain))
                .map(BankSection::id)
                .findFirst()
                .orElseGet(() -> sections.create(member.team(), parent, plain));
    }

    /**
     * Sets the status of the questions; an approval records who approved, and when.
     *
     * @throws NotFoundException if the team lacks one of them
     */
    @Transactional
    public void setStatus(Member member, Collection<QuestionId> those, Status status) {
        requireWriter(member);
        requireAll(
                those,
                changes.setStatus(
                        member.team(), those, status, member.person(), true, clock.instant()));
    }

    /**
     * Approves what stands in the section and below it and is a draft or in review.
     *
     * @return those that were approved now
     * @throws NotFoundException if the team has no such section
     */
    @Transactional
    public List<QuestionId> approveSection(Member member, SectionId section) {
        requireWriter(member);
        requireSection(member, section);
        var waiting =
                questions.ids(
                        member.team(),
                        QuestionFilter.ALL
                                .in(section)
                                .withStatuses(Set.of(Status.DRAFT, Status.IN_REVIEW)));
        setStatus(member, waiting, Status.APPROVED);
        return waiting;
    }

    /**
     * Sets the level of the questions, as a person's word.
     *
     * @throws NotFoundException if the team lacks one of them
     */
    @Transactional
    public void setDifficulty(Member member, Collection<QuestionId> those, Difficulty difficulty) {
        requireWriter(member);
        requireAll(those, changes.setDifficulty(member.team(), those, difficulty, Origin.AUTHOR));
    }

    /**
     * Sets the planned time of the questions, as a person's word.
     *
     * @param seconds 1 to {@value QuestionEdit#MAX_SECONDS}
     * @throws IllegalArgumentException if seconds is out of range
     * @throws NotFoundException if the team lacks one of them
     */
    @Transactional
    public void setSeconds(Member member, Collection<QuestionId> those, int seconds) {
        requireWriter(member);
        if (seconds < 1 || seconds > QuestionEdit.MAX_SECONDS) {
            throw new IllegalArgumentException(
                    "The planned time (%d s) must be 1 to %d s."
                            .formatted(seconds, QuestionEdit.MAX_SECONDS));
        }
        requireAll(those, changes.setSeconds(member.team(), those, seconds));
    }

    /**
     * Puts the questions behind the others of the section, in the given order.
     *
     * @throws NotFoundException if the team lacks one of them, or the section
     */
    @Transactional
    public void move(Member member, List<QuestionId> those, SectionId section) {
        requireWriter(member);
        requireSection(member, section);
        requireAll(those, changes.move(member.team(), those, section));
    }

    /**
     * Takes questions back to what they were: level and status as {@code before} shows them.
     *
     * @throws NotFoundException if the team lacks one of them
     */
    @Transactional
    public void restoreAll(Member member, Collection<QuestionDetail> before) {
        requireWriter(member);
        var team = member.team();
        for (var it : before) {
            var one = List.of(it.id());
            if (it.difficultyOrigin() == Origin.ESTIMATED) {
                changes.setEstimate(team, it.id(), it.difficulty(), it.confidence(), it.reason());
            } else {
                changes.setDifficulty(team, one, it.difficulty(), it.difficultyOrigin());
            }
            requireAll(
                    one,
                    changes.setStatus(
                            team, one, it.status(), member.person(), true, clock.instant()));
        }
    }

    // ---- use

    /**
     * Remembers that the questions were asked in a session that counts. Doing so again changes
     * nothing.
     *
     * @param at when the session was
     */
    @Transactional
    public void recordUse(
            Member member,
            SessionId session,
            CandidateId candidate,
            Collection<QuestionId> asked,
            Instant at) {
        member.require(Role.LEAD, Role.INTERVIEWER);
        uses.add(member.team(), session, candidate, asked, at);
    }

    private static void requireReader(Member member) {
        member.require(Role.AUTHOR, Role.LEAD, Role.INTERVIEWER);
    }

    private static void requireWriter(Member member) {
        member.require(Role.AUTHOR, Role.LEAD);
    }

    private void requireSection(Member member, SectionId section) {
        if (!sections.exists(member.team(), section)) {
            throw new NotFoundException();
        }
    }

    /** Undoes the transaction if a question was not found in the team. */
    private static void requireAll(Collection<QuestionId> asked, int found) {
        if (new HashSet<>(asked).size() != found) {
            throw new NotFoundException();
        }
    }
}
