package org.interviewplanner.web.bank;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.interviewplanner.bank.BankDiff;
import org.interviewplanner.bank.Difficulty;
import org.interviewplanner.bank.Mark;
import org.interviewplanner.bank.ParsedBank;
import org.interviewplanner.bank.ParsedQuestion;
import org.interviewplanner.bank.ProposedRevision;
import org.interviewplanner.bank.SectionProposal;
import org.interviewplanner.bank.Status;
import org.interviewplanner.web.data.QuestionId;
import org.interviewplanner.web.data.SectionId;
import org.jspecify.annotations.Nullable;

/** What an import will do, question by question. Pure: the same input gives the same plan. */
public final class ImportPlan {

    /** What becomes of one question of the document. */
    public enum Kind {
        CREATED,
        REVISED,
        /** Same wording; level, minutes, tags or status newly stated. */
        UPDATED,
        UNCHANGED,
        SKIPPED
    }

    /**
     * One question of the document.
     *
     * @param index in the document, 0-based; what {@link ImportChoices#unticked} means
     * @param line 1-based
     * @param section path of the section where it stands, or will stand
     * @param before the stored wording if it will be replaced, else null
     * @param difficulty stated by the document, or null
     * @param seconds stated by the document, or null
     * @param status what a created question will have, or an updated one will get; else null
     * @param reason why, as a sentence
     */
    public record Entry(
            int index,
            int line,
            List<String> section,
            String wording,
            @Nullable String before,
            Kind kind,
            @Nullable Difficulty difficulty,
            @Nullable Integer seconds,
            @Nullable Status status,
            String reason) {}

    /** A stored question that the document does not hold: its retirement will be proposed. */
    public record Missing(QuestionId question, List<String> section, String wording) {}

    /**
     * A better wording that waits for a decision after the import.
     *
     * @param index of the question in the document, or -1 if none was found
     * @param line 1-based
     */
    public record Rewording(
            int index,
            ProposedRevision.Match match,
            String before,
            String after,
            boolean approved,
            int line) {}

    /** What is to be written for one question of the document; nothing for null components. */
    record Change(
            @Nullable QuestionId stored,
            @Nullable Texts texts,
            @Nullable String key,
            @Nullable Status status,
            boolean difficulty,
            boolean seconds,
            List<String> newTags) {}

    /** The Markdown of a new revision. */
    record Texts(String wording, String body, String answer, List<String> goodToHear) {}

    /** A proposed retirement of a stored question. */
    record Retirement(QuestionId question, int line, String reason) {}

    private final List<Entry> entries = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<Missing> missing = new ArrayList<>();
    private final List<Rewording> rewordings = new ArrayList<>();
    private final List<SectionProposal> sectionProposals = new ArrayList<>();
    private final List<Retirement> retirements = new ArrayList<>();

    private final ParsedBank parsed;
    private final BankDiff diff;
    private final Snapshot stored;
    private final ImportChoices choices;
    private final Map<String, Snapshot.Known> byId;
    private final Set<String> keys;
    private final Set<String> suggested;

    private ImportPlan(ParsedBank parsed, BankDiff diff, Snapshot stored, ImportChoices choices) {
        this.parsed = parsed;
        this.diff = diff;
        this.stored = stored;
        this.choices = choices;
        this.byId = stored.byId();
        this.keys =
                stored.questions().stream()
                        .map(Snapshot.Known::key)
                        .filter(it -> it != null)
                        .collect(Collectors.toCollection(HashSet::new));
        this.suggested = new HashSet<>(stored.suggested());
    }

    static ImportPlan of(ParsedBank parsed, BankDiff diff, Snapshot stored, ImportChoices choices) {
        var plan = new ImportPlan(parsed, diff, stored, choices);
        plan.planQuestions();
        plan.planMissing();
        plan.planRewordings();
        plan.planSectionProposals();
        return plan;
    }

    /** One for each question of the document, in its order. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Stored questions that this document held before and does not any more. */
    public List<Missing> missing() {
        return List.copyOf(missing);
    }

    /** Re-wordings that were not suggested before. */
    public List<Rewording> rewordings() {
        return List.copyOf(rewordings);
    }

    /** Section changes that were not suggested before. */
    public List<SectionProposal> sectionProposals() {
        return List.copyOf(sectionProposals);
    }

    /** How many questions of the document are of the kind. */
    public int count(Kind kind) {
        return (int) entries.stream().filter(it -> it.kind() == kind).count();
    }

    /** Whether the bank is as the document says already, and nothing new is suggested. */
    public boolean isNothing() {
        return count(Kind.CREATED) + count(Kind.REVISED) + count(Kind.UPDATED) == 0
                && rewordings.isEmpty()
                && sectionProposals.isEmpty()
                && retirements.isEmpty();
    }

    List<Change> changes() {
        return changes;
    }

    List<Retirement> retirements() {
        return retirements;
    }

    private void planQuestions() {
        for (int i = 0; i < parsed.questions().size(); i++) {
            var question = parsed.questions().get(i);
            var skip = reasonToSkip(i, question);
            var id = storedId(diff.changes().get(i));
            var known = id == null ? null : byId.get(id);
            if (skip != null) {
                add(i, known, Kind.SKIPPED, null, null, skip, null);
            } else if (known == null) {
                planCreated(i, question);
            } else {
                planKnown(i, question, known, diff.changes().get(i));
            }
        }
    }

    private @Nullable String reasonToSkip(int index, ParsedQuestion question) {
        if (choices.unticked().contains(index)) {
            return "You left it out.";
        }
        if (question.wording().length() > QuestionEdit.MAX_WORDING) {
            return "Its wording has more than %,d characters.".formatted(QuestionEdit.MAX_WORDING);
        }
        if (question.body().length() > QuestionEdit.MAX_TEXT
                || question.answer().length() > QuestionEdit.MAX_TEXT) {
            return "Its text has more than %,d characters.".formatted(QuestionEdit.MAX_TEXT);
        }
        return null;
    }

    private void planCreated(int index, ParsedQuestion question) {
        var key = question.key() == null ? null : question.key().value();
        if (key != null && !keys.add(key)) {
            key = null;
        }
        var status = statedStatus(question);
        if (status == null) {
            status = meaning(question) == MarkMeaning.WITHDRAWN ? Status.RETIRED : Status.DRAFT;
        }
        var change =
                new Change(
                        null,
                        texts(question),
                        key,
                        status,
                        question.difficulty() != null,
                        question.seconds() != null,
                        tags(question));
        add(index, null, Kind.CREATED, null, status, createdReason(question, status), change);
    }

    private String createdReason(ParsedQuestion question, Status status) {
        if (status == Status.APPROVED && question.status() == null) {
            return "It is new; the mark at line %d approves it.".formatted(question.line());
        }
        return "It is new.";
    }

    private void planKnown(
            int index, ParsedQuestion question, Snapshot.Known known, BankDiff.Change found) {
        var texts = mergedTexts(question, known, found);
        var reason =
                switch (found) {
                    case BankDiff.Revised revised -> revised.reason();
                    case BankDiff.Unchanged unchanged -> unchanged.reason();
                    case BankDiff.Created created ->
                            throw new IllegalStateException(created.toString());
                };
        if (texts != null && known.status() == Status.RETIRED) {
            texts = null;
            reason = "It is retired; the document does not bring it back.";
        } else if (texts != null && known.wordedByPerson()) {
            if (found instanceof BankDiff.Revised) {
                propose(
                        new Rewording(
                                index,
                                ProposedRevision.Match.OTHER_WORDS,
                                known.wording(),
                                question.wording(),
                                false,
                                question.line()),
                        known.id().value().toString());
                reason = "A person has worded it; the document's wording becomes a proposal.";
            }
            texts = null;
        }
        var status = betterStatus(question, known);
        var change =
                new Change(
                        known.id(),
                        texts,
                        null,
                        status,
                        question.difficulty() != null
                                && known.difficultyOrigin() == Origin.ESTIMATED,
                        question.seconds() != null && known.secondsOrigin() == Origin.ESTIMATED,
                        tags(question).stream()
                                .filter(it -> !known.documentTags().contains(it))
                                .toList());
        var updates = updates(change);
        if (texts != null) {
            add(index, known, Kind.REVISED, known.wording(), status, reason, change);
        } else if (!updates.isEmpty()) {
            var sentence = "It gets from the document: %s.".formatted(String.join(", ", updates));
            add(index, known, Kind.UPDATED, null, status, sentence, change);
        } else {
            add(index, known, Kind.UNCHANGED, null, null, reason, null);
        }
        if (meaning(question) == MarkMeaning.WITHDRAWN && known.status() != Status.RETIRED) {
            retire(known.id(), question.line(), "The document strikes it through or withdraws it.");
        }
    }

    private static List<String> updates(Change change) {
        var updates = new ArrayList<String>();
        if (change.status() != null) {
            updates.add("its status");
        }
        if (change.difficulty()) {
            updates.add("its level");
        }
        if (change.seconds()) {
            updates.add("its time");
        }
        if (!change.newTags().isEmpty()) {
            updates.add("tags");
        }
        return updates;
    }

    /** What the document says now, where it says anything; null if that is what is stored. */
    private static @Nullable Texts mergedTexts(
            ParsedQuestion question, Snapshot.Known known, BankDiff.Change found) {
        // Another document may hold the bare question: its silence takes no answer away.
        var merged =
                new Texts(
                        found instanceof BankDiff.Revised ? question.wording() : known.wording(),
                        question.body().isEmpty() ? known.body() : question.body(),
                        question.answer().isEmpty() ? known.answer() : question.answer(),
                        question.goodToHear().isEmpty()
                                ? known.goodToHear()
                                : question.goodToHear());
        var now = new Texts(known.wording(), known.body(), known.answer(), known.goodToHear());
        return merged.equals(now) ? null : merged;
    }

    private static Texts texts(ParsedQuestion question) {
        return new Texts(
                question.wording(), question.body(), question.answer(), question.goodToHear());
    }

    /** A status further on than the stored one, unless a person has set that; never retirement. */
    private @Nullable Status betterStatus(ParsedQuestion question, Snapshot.Known known) {
        var stated = statedStatus(question);
        if (stated == null
                || known.statusByPerson()
                || stated == Status.RETIRED
                || stated.compareTo(known.status()) <= 0) {
            return null;
        }
        return stated;
    }

    private @Nullable Status statedStatus(ParsedQuestion question) {
        if (question.status() != null) {
            return question.status();
        }
        return question.mark() == Mark.DONE || meaning(question) == MarkMeaning.APPROVED
                ? Status.APPROVED
                : null;
    }

    private MarkMeaning meaning(ParsedQuestion question) {
        return FirstGuess.ASKED.contains(question.mark())
                ? choices.marks().getOrDefault(question.mark(), MarkMeaning.NOTHING)
                : MarkMeaning.NOTHING;
    }

    private List<String> tags(ParsedQuestion question) {
        var tags = new ArrayList<>(question.tags());
        if (meaning(question) == MarkMeaning.ASKED && !tags.contains("asked")) {
            tags.add("asked");
        }
        return tags.stream().distinct().toList();
    }

    private void add(
            int index,
            Snapshot.@Nullable Known known,
            Kind kind,
            @Nullable String before,
            @Nullable Status status,
            String reason,
            @Nullable Change change) {
        var question = parsed.questions().get(index);
        var section = known == null ? target(path(parsed, index)) : known.path();
        entries.add(
                new Entry(
                        index,
                        question.line(),
                        section,
                        question.wording(),
                        before,
                        kind,
                        question.difficulty(),
                        question.seconds(),
                        status,
                        reason));
        changes.add(
                change != null
                        ? change
                        : new Change(
                                known == null ? null : known.id(),
                                null,
                                null,
                                null,
                                false,
                                false,
                                List.of()));
    }

    /** Where a section of the document stands in the bank. */
    private List<String> target(List<String> path) {
        var chosen = choices.sections().get(path);
        var stands = chosen == null ? null : stored.sections().get(chosen);
        return stands == null ? path : stands;
    }

    @Nullable SectionId chosenSection(List<String> path) {
        var chosen = choices.sections().get(path);
        return chosen != null && stored.sections().containsKey(chosen) ? chosen : null;
    }

    /**
     * A question is missed only by the document that held it: one that still holds at least half of
     * what was brought together with it. Any other document knows nothing of it, whatever its name.
     */
    private void planMissing() {
        var gone = new HashSet<>(diff.missing());
        var total = new HashMap<String, Integer>();
        var kept = new HashMap<String, Integer>();
        for (var known : stored.questions()) {
            var source = known.source();
            if (source != null && known.status() != Status.RETIRED) {
                total.merge(source, 1, Integer::sum);
                if (!gone.contains(known.id().value().toString())) {
                    kept.merge(source, 1, Integer::sum);
                }
            }
        }
        for (var known : stored.questions()) {
            var source = known.source();
            if (source == null
                    || known.status() == Status.RETIRED
                    || !gone.contains(known.id().value().toString())) {
                continue;
            }
            var found = kept.getOrDefault(source, 0);
            if (found > 0 && 2 * found >= total.getOrDefault(source, 0)) {
                missing.add(new Missing(known.id(), known.path(), known.wording()));
                retire(known.id(), 0, "The document does not hold it any more.");
            }
        }
    }

    private void retire(QuestionId question, int line, String reason) {
        if (suggested.add(Proposals.retirementSignature(question))) {
            retirements.add(new Retirement(question, line, reason));
        }
    }

    private void planRewordings() {
        for (var revision : parsed.revisions()) {
            int index = revision.question();
            if (index >= 0 && entries.get(index).kind() == Kind.SKIPPED) {
                continue;
            }
            var id = index < 0 ? null : storedId(diff.changes().get(index));
            var known = id == null ? null : byId.get(id);
            var folded = Snapshot.folded(revision.after());
            if (known != null
                    && (Snapshot.folded(known.wording()).equals(folded)
                            || known.former().stream()
                                    .anyMatch(it -> Snapshot.folded(it).equals(folded)))) {
                continue;
            }
            propose(
                    new Rewording(
                            index,
                            revision.match(),
                            revision.before(),
                            revision.after(),
                            revision.approved(),
                            revision.line()),
                    id != null
                            ? id
                            : index < 0
                                    ? "?" + Snapshot.folded(revision.before())
                                    : "new " + index);
        }
    }

    private void propose(Rewording rewording, String subject) {
        if (suggested.add(Proposals.rewordingSignature(subject, rewording.after()))) {
            rewordings.add(rewording);
        }
    }

    private void planSectionProposals() {
        for (var proposal : parsed.sectionProposals()) {
            if (suggested.add(
                    Proposals.sectionSignature(
                            proposal.kind(),
                            String.join(" / ", proposal.section()),
                            proposal.into()))) {
                sectionProposals.add(proposal);
            }
        }
    }

    /** The section of a question; one that stands in none goes under the document's name. */
    static List<String> path(ParsedBank parsed, int index) {
        var path = parsed.questions().get(index).section();
        if (path.isEmpty()) {
            var title = parsed.title();
            path = List.of(title == null || title.isBlank() ? "Questions" : title);
        }
        return path.stream().map(ImportPlan::shortened).toList();
    }

    private static String shortened(String name) {
        var text = name.strip();
        return text.length() <= 200 ? text : text.substring(0, 199).strip() + "…";
    }

    static @Nullable String storedId(BankDiff.Change change) {
        return switch (change) {
            case BankDiff.Created created -> null;
            case BankDiff.Revised revised -> revised.id();
            case BankDiff.Unchanged unchanged -> unchanged.id();
        };
    }
}
