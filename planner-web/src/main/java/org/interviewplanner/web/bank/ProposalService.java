package org.interviewplanner.web.bank;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.interviewplanner.bank.Status;
import org.interviewplanner.web.data.QuestionId;
import org.interviewplanner.web.data.RevisionId;
import org.interviewplanner.web.data.SectionId;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.security.NotFoundException;
import org.interviewplanner.web.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decides on what documents suggest: wordings, retirements, changes of sections. */
@Service
public class ProposalService {
    private final Proposals proposals;
    private final Questions questions;
    private final Sections sections;
    private final Changes changes;
    private final Imports imports;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ProposalService(
            Proposals proposals,
            Questions questions,
            Sections sections,
            Changes changes,
            Imports imports,
            ApplicationEventPublisher events,
            Clock clock) {
        this.proposals = proposals;
        this.questions = questions;
        this.sections = sections;
        this.changes = changes;
        this.imports = imports;
        this.events = events;
        this.clock = clock;
    }

    /** What waits for a decision about single questions, in the order of the documents. */
    @Transactional(readOnly = true)
    public List<Suggestion> open(Member member) {
        requireWriter(member);
        return proposals.open(member.team(), sections.paths(member.team()));
    }

    /** How much waits for a decision, questions and sections together. */
    @Transactional(readOnly = true)
    public int count(Member member) {
        requireWriter(member);
        return proposals.count(member.team());
    }

    /**
     * What is suggested about sections: open ones, and applied ones that can be undone. Those about
     * the same section exclude each other: one applied, the others are not shown.
     */
    @Transactional(readOnly = true)
    public List<SectionChange> sectionChanges(Member member) {
        requireWriter(member);
        return proposals.sectionChanges(member.team());
    }

    /**
     * Takes the suggested wording, which becomes a revision; its approval mark approves.
     *
     * @param wording the suggested one, or what the person made of it
     * @throws OptimisticLockingFailureException if somebody has decided meanwhile
     */
    @Transactional
    public void accept(Member member, Suggestion.Rewording rewording, String wording) {
        requireWriter(member);
        var question = rewording.question();
        if (question == null) {
            throw new IllegalArgumentException(
                    """
                    The re-wording (%s) means no question of the bank.
                    Maybe choose one with acceptFor.\
                    """
                            .formatted(rewording.wording()));
        }
        acceptFor(member, rewording, question, wording);
    }

    /**
     * Takes the suggested wording for a question that the person chose.
     *
     * @throws NotFoundException if the team has no such question
     * @throws OptimisticLockingFailureException if somebody has decided meanwhile
     */
    @Transactional
    public void acceptFor(
            Member member, Suggestion.Rewording rewording, QuestionId question, String wording) {
        requireWriter(member);
        var plain = wording.strip();
        if (plain.isEmpty() || plain.length() > QuestionEdit.MAX_WORDING) {
            throw new IllegalArgumentException(
                    "The wording must have 1 to %,d characters (%,d)."
                            .formatted(QuestionEdit.MAX_WORDING, plain.length()));
        }
        var team = member.team();
        proposals.decide(
                team,
                rewording.id(),
                rewording.version(),
                "ACCEPTED",
                question,
                member.person(),
                clock.instant());
        var before = questions.find(team, question).orElseThrow(NotFoundException::new).text();
        if (!before.wording().equals(plain)) {
            changes.insertRevisions(
                    team,
                    List.of(
                            new Changes.NewRevision(
                                    RevisionId.create(),
                                    question,
                                    new ImportPlan.Texts(
                                            plain,
                                            before.body(),
                                            before.answer(),
                                            before.goodToHear()),
                                    "PROPOSAL",
                                    rewording.line())),
                    null,
                    member.person());
        }
        if (rewording.approved()) {
            changes.setStatus(
                    team,
                    List.of(question),
                    Status.APPROVED,
                    member.person(),
                    true,
                    clock.instant());
        }
    }

    /**
     * Takes all suggested wordings that mean a question, as they stand.
     *
     * @return how many
     */
    @Transactional
    public int acceptAll(Member member, Collection<Suggestion.Rewording> rewordings) {
        requireWriter(member);
        int accepted = 0;
        for (var it : rewordings) {
            if (it.question() != null) {
                accept(member, it, it.wording());
                accepted++;
            }
        }
        return accepted;
    }

    /**
     * Retires the question.
     *
     * @throws OptimisticLockingFailureException if somebody has decided meanwhile
     */
    @Transactional
    public void accept(Member member, Suggestion.Retirement retirement) {
        requireWriter(member);
        proposals.decide(
                member.team(),
                retirement.id(),
                retirement.version(),
                "ACCEPTED",
                retirement.question(),
                member.person(),
                clock.instant());
        changes.setStatus(
                member.team(),
                List.of(retirement.question()),
                Status.RETIRED,
                member.person(),
                true,
                clock.instant());
    }

    /**
     * Leaves the question as it is; the same is not suggested again.
     *
     * @throws OptimisticLockingFailureException if somebody has decided meanwhile
     */
    @Transactional
    public void reject(Member member, Collection<? extends Suggestion> suggestions) {
        requireWriter(member);
        for (var it : suggestions) {
            proposals.decide(
                    member.team(),
                    it.id(),
                    it.version(),
                    "REJECTED",
                    null,
                    member.person(),
                    clock.instant());
        }
    }

    /**
     * Which questions would go where: a first guess, for a person to correct.
     *
     * @param section chosen by the person where the document's name fits none, or null
     * @param names chosen by the person, or null for those that the document quotes
     * @throws NotFoundException if the team lacks the proposal or its section
     */
    @Transactional(readOnly = true)
    public SectionMoves preview(
            Member member,
            SectionChange change,
            @Nullable SectionId section,
            @Nullable List<String> names) {
        requireWriter(member);
        var where = Objects.requireNonNullElse(section, change.section());
        if (where == null || !sections.exists(member.team(), where)) {
            throw new NotFoundException();
        }
        var heads = names == null ? change.names() : names;
        var there = questions.in(member.team(), where);
        var guess =
                !change.kind().isParting()
                        ? List.<Integer>of()
                        : SectionGuess.of(
                                heads, there.stream().map(SectionMoves.Move::wording).toList());
        var moves = new ArrayList<SectionMoves.Move>();
        for (int i = 0; i < there.size(); i++) {
            var it = there.get(i);
            moves.add(
                    new SectionMoves.Move(
                            it.question(), it.wording(), i < guess.size() ? guess.get(i) : null));
        }
        var below =
                sections.tree(member.team()).stream()
                        .filter(it -> where.equals(it.parent()))
                        .map(BankSection::name)
                        .toList();
        // A new name or place changes no count: quotas know their section by its id.
        var effects =
                !change.kind().isParting()
                        ? List.<SectionMoves.Effect>of()
                        : proposals.effects(member.team(), where);
        // Blueprints are the leads' own.
        var carries = !effects.isEmpty() && member.isAny(Role.LEAD);
        return new SectionMoves(heads, moves, below, effects, carries);
    }

    /**
     * Changes the section: new sections below it take the questions that move, or it gets its new
     * name; several new names are those of the sections below it, in order. A moved one goes below
     * the section that the names lead to.
     *
     * @param section the one meant
     * @param moves as the person corrected them; their questions must stand in the section
     * @throws IllegalArgumentException if there is no name, a blank or a long one, one that is
     *     taken, or too many; or if a section would stand inside itself
     * @throws NotFoundException also if quotas are to be carried over and the member is no lead
     * @throws OptimisticLockingFailureException if somebody has decided meanwhile, or a question
     *     stands elsewhere now
     */
    @Transactional
    public void apply(Member member, SectionChange change, SectionId section, SectionMoves moves) {
        requireWriter(member);
        var team = member.team();
        imports.lock(team);
        if (moves.names().isEmpty() && change.kind() != SectionChange.Kind.MOVE
                || moves.names().stream().anyMatch(it -> it.isBlank() || it.length() > 200)) {
            throw new IllegalArgumentException(
                    "The new sections (%s) must have names of 1 to 200 characters."
                            .formatted(moves.names()));
        }
        var tree = sections.tree(team);
        var meant =
                tree.stream()
                        .filter(it -> it.id().equals(section))
                        .findFirst()
                        .orElseThrow(NotFoundException::new);
        proposals.apply(
                team, change.id(), change.version(), section, member.person(), clock.instant());
        switch (change.kind()) {
            case RENAME -> rename(member, change, meant, tree, moves.names());
            case MOVE -> moveBelow(member, change, meant, tree, moves.names());
            case SPLIT, GROUP, ADD_HEADINGS -> moveInto(member, change, meant, tree, moves);
        }
    }

    /** Sections that are missing on the way are made. */
    private void moveBelow(
            Member member,
            SectionChange change,
            BankSection meant,
            List<BankSection> tree,
            List<String> path) {
        var team = member.team();
        @Nullable SectionId parent = null;
        for (var name : path) {
            var around = parent;
            var next =
                    tree.stream()
                            .filter(it -> Objects.equals(it.parent(), around))
                            .filter(it -> folded(it.name()).equals(folded(name)))
                            .map(BankSection::id)
                            .findFirst()
                            .orElse(null);
            if (meant.id().equals(next)) {
                throw new IllegalArgumentException(
                        "The section (%s) cannot stand inside itself (%s)."
                                .formatted(meant.pathName(), path));
            }
            if (next == null) {
                next = sections.create(team, around, name.strip());
                proposals.rememberSection(change.id(), next);
            }
            parent = next;
        }
        var around = parent;
        if (tree.stream()
                .filter(it -> Objects.equals(it.parent(), around))
                .anyMatch(it -> folded(it.name()).equals(folded(meant.name())))) {
            throw new IllegalArgumentException(
                    "There is a section (%s) already.".formatted(meant.name()));
        }
        proposals.rememberPlace(change.id(), meant.id());
        sections.moveBelow(team, meant.id(), parent);
    }

    /** One name is the section's own; several are those of the sections below it, in order. */
    private void rename(
            Member member,
            SectionChange change,
            BankSection meant,
            List<BankSection> tree,
            List<String> names) {
        var children = tree.stream().filter(it -> meant.id().equals(it.parent())).toList();
        if (names.size() > 1 && names.size() != children.size()) {
            throw new IllegalArgumentException(
                    "The names (%s) must be one, or as many as the section (%s) has below it (%d)."
                            .formatted(names, meant.pathName(), children.size()));
        }
        var renamed = names.size() == 1 ? List.of(meant) : children;
        for (int i = 0; i < renamed.size(); i++) {
            var it = renamed.get(i);
            var name = names.get(i).strip();
            var isTaken =
                    tree.stream()
                            .filter(other -> !renamed.contains(other))
                            .filter(other -> Objects.equals(other.parent(), it.parent()))
                            .anyMatch(other -> folded(other.name()).equals(folded(name)));
            if (isTaken) {
                throw new IllegalArgumentException(
                        "The name (%s) is another section's already.".formatted(name));
            }
            proposals.rememberName(change.id(), it.id(), it.name());
            sections.rename(member.team(), it.id(), name);
        }
    }

    private void moveInto(
            Member member,
            SectionChange change,
            BankSection meant,
            List<BankSection> tree,
            SectionMoves moves) {
        var team = member.team();
        var places = questions.places(team, meant.id());
        var moved = new LinkedHashMap<SectionId, List<QuestionId>>();
        for (int n = 0; n < moves.names().size(); n++) {
            int to = n;
            var going =
                    moves.moves().stream()
                            .filter(it -> it.to() != null && it.to() == to)
                            .map(SectionMoves.Move::question)
                            .toList();
            if (!places.keySet().containsAll(going)) {
                throw new OptimisticLockingFailureException(
                        "A question has left the section (%s) meanwhile."
                                .formatted(meant.pathName()));
            }
            if (going.isEmpty()) {
                continue;
            }
            var name = moves.names().get(n).strip();
            var target =
                    tree.stream()
                            .filter(it -> meant.id().equals(it.parent()))
                            .filter(it -> folded(it.name()).equals(folded(name)))
                            .map(BankSection::id)
                            .findFirst()
                            .orElse(null);
            if (target == null) {
                target = sections.create(team, meant.id(), name);
                proposals.rememberSection(change.id(), target);
            }
            proposals.rememberMoves(change.id(), going, places, meant.id(), target);
            changes.move(team, going, target);
            moved.put(target, going);
        }
        if (moves.carries()) {
            events.publishEvent(new SectionSplit(member, change.id(), meant.id(), moved));
        }
    }

    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /**
     * Takes an applied change back: questions and sections that are still where it put them return
     * to their places, sections that it made and that are empty go, and blueprints that followed it
     * and were not saved since are as before.
     *
     * @throws OptimisticLockingFailureException if somebody was faster, or has given the name of a
     *     moved section to another one at its old place
     */
    @Transactional
    public void undo(Member member, SectionChange change) {
        requireWriter(member);
        var team = member.team();
        imports.lock(team);
        proposals.reopen(team, change.id(), change.version());
        proposals
                .forgetNames(change.id())
                .forEach((section, name) -> sections.rename(team, section, name));
        proposals.moveBack(team, change.id());
        try {
            proposals.placeBack(team, change.id());
        } catch (DuplicateKeyException taken) {
            throw new OptimisticLockingFailureException(
                    "The old place of (%s) is taken.".formatted(change.sectionName()), taken);
        }
        events.publishEvent(new SectionSplit.Undone(change.id()));
        sections.deleteEmpty(team, proposals.forgetMoves(change.id()));
    }

    /**
     * Leaves the section as it is; the same is not suggested again.
     *
     * @throws OptimisticLockingFailureException if somebody was faster
     */
    @Transactional
    public void reject(Member member, SectionChange change) {
        requireWriter(member);
        proposals.rejectSection(
                member.team(), change.id(), change.version(), member.person(), clock.instant());
    }

    private static void requireWriter(Member member) {
        member.require(Role.AUTHOR, Role.LEAD);
    }
}
