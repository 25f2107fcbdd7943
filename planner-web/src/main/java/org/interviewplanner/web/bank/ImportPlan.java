package org.interviewplanner.web.bank;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.interviewplanner.bank.BankDiff;
import org.interviewplanner.bank.Difficulty;
import org.interviewplanner.bank.Duplicates;
import org.interviewplanner.bank.Mark;
import org.interviewplanner.bank.ParsedBank;
import org.interviewplanner.bank.ParsedQuestion;
import org.interviewplanner.bank.ProposedRevision;
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
     * Where a question stands.
     *
     * @param document its name
     * @param line 1-based
     * @param mark the sign printed at it there
     */
    public record Place(String document, int line, Mark mark) {}

    /**
     * One question of the documents.
     *
     * @param index in the documents, 0-based; what {@link ImportChoices#unticked} means
     * @param line 1-based, in the first document that holds it
     * @param places where it stands, at least one; several if documents share it
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
            List<Place> places,
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
     * @param index of the question in the documents, or -1 if none was found
     * @param document name of the one that suggests it
     * @param line 1-based
     */
    public record Rewording(
            int index,
            ProposedRevision.Match match,
            String before,
            String after,
            boolean approved,
            String document,
            int line) {}

    /**
     * A change of a section that waits for a decision after the import.
     *
     * @param section path as the document names it
     * @param into names of the sections afterwards; may be empty
     * @param document name of the one that suggests it
     * @param line 1-based
     */
    public record SectionSuggestion(
            SectionChange.Kind kind,
            List<String> section,
            List<String> into,
            String document,
            int line) {}

    /**
     * A section before and after a suggested change.
     *
     * @param section its path, or the words of the document if there is none
     * @param questions how many stand in it directly, after this import
     * @param below names of the sections below it today
     * @param branches the sections afterwards, with the questions that a first guess puts there
     */
    public record Outlook(
            List<String> section, int questions, List<String> below, List<Branch> branches) {

        /** How many questions no guess takes away. */
        public int staying() {
            return questions - branches.stream().mapToInt(Branch::questions).sum();
        }
    }

    /** One section afterwards. */
    public record Branch(String name, int questions) {}

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

    /** A proposed retirement of a stored question; line 0 and no document if it is missing. */
    record Retirement(QuestionId question, String document, int line, String reason) {}

    private final List<Entry> entries = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<Missing> missing = new ArrayList<>();
    private final List<Rewording> rewordings = new ArrayList<>();
    private final List<SectionSuggestion> sectionProposals = new ArrayList<>();
    private final List<Retirement> retirements = new ArrayList<>();

    private final Reading reading;
    private final ParsedBank parsed;
    private final BankDiff diff;
    private final Snapshot stored;
    private final ImportChoices choices;
    private final Map<String, Snapshot.Known> byId;
    private final Set<String> keys;
    private final Set<String> heldAgain;
    private final Set<String> suggested;

    private ImportPlan(Reading reading, BankDiff diff, Snapshot stored, ImportChoices choices) {
        this.reading = reading;
        this.parsed = reading.parsed();
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
        this.heldAgain = stored.heldAgain(Set.copyOf(diff.missing()));
    }

    static ImportPlan of(Reading reading, BankDiff diff, Snapshot stored, ImportChoices choices) {
        var plan = new ImportPlan(reading, diff, stored, choices);
        plan.planQuestions();
        plan.planMissing();
        plan.planRewordings();
        plan.planSectionProposals();
        plan.planSectionMoves();
        return plan;
    }

    /** One for each question of the documents, in their order. */
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
    public List<SectionSuggestion> sectionProposals() {
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
        var status = statedStatus(index);
        var withdrawn = meanings(index).contains(MarkMeaning.WITHDRAWN);
        if (status == null) {
            status = withdrawn ? Status.RETIRED : Status.DRAFT;
        } else if (withdrawn && question.status() == null) {
            status = Status.DRAFT; // one document approves it, another withdraws it: for a person
        }
        var change =
                new Change(
                        null,
                        texts(question),
                        key,
                        status,
                        question.difficulty() != null,
                        question.seconds() != null,
                        tags(index));
        var reason = createdReason(index, status, withdrawn);
        add(index, null, Kind.CREATED, null, status, reason, change);
    }

    private String createdReason(int index, Status status, boolean withdrawn) {
        var question = parsed.questions().get(index);
        var shared = reading.places().get(index).size();
        var where = shared == 1 ? "" : " %d documents hold it.".formatted(shared);
        if (status == Status.APPROVED && question.status() == null) {
            var line =
                    reading.places().get(index).stream()
                            .filter(this::isApproval)
                            .findFirst()
                            .map(Reading.Place::line)
                            .orElse(question.line());
            return "It is new; the mark at line %d approves it.".formatted(line) + where;
        }
        if (withdrawn && statedStatus(index) != null) {
            return "It is new. One document approves it, another withdraws it: decide.";
        }
        return "It is new." + where;
    }

    private void planKnown(
            int index, ParsedQuestion question, Snapshot.Known known, BankDiff.Change found) {
        var texts = mergedTexts(question, known, found, isCorrected(index, question, known));
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
                                document(reading.places().get(index).getFirst().document()),
                                question.line()),
                        known.id().value().toString());
                reason = "A person has worded it; the document's wording becomes a proposal.";
            }
            texts = null;
        }
        var status = betterStatus(index, known);
        var change =
                new Change(
                        known.id(),
                        texts,
                        null,
                        status,
                        question.difficulty() != null
                                && known.difficultyOrigin() == Origin.ESTIMATED,
                        question.seconds() != null && known.secondsOrigin() == Origin.ESTIMATED,
                        tags(index).stream()
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
        if (meanings(index).contains(MarkMeaning.WITHDRAWN) && known.status() != Status.RETIRED) {
            var place = placeOf(index, MarkMeaning.WITHDRAWN);
            retire(
                    known.id(),
                    document(place.document()),
                    place.line(),
                    "The document strikes it through or withdraws it.");
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

    /**
     * Whether the question's own document has corrected its markup, case or punctuation: the same
     * words in another document are no correction.
     */
    private boolean isCorrected(int index, ParsedQuestion question, Snapshot.Known known) {
        return !known.wording().equals(question.wording())
                && Duplicates.words(known.wording()).equals(Duplicates.words(question.wording()))
                && known.sources().stream().anyMatch(heldAgain::contains)
                && reading.places().get(index).stream()
                        .map(it -> document(it.document()))
                        .anyMatch(known.documents()::contains);
    }

    /** What the document says now, where it says anything; null if that is what is stored. */
    private static @Nullable Texts mergedTexts(
            ParsedQuestion question,
            Snapshot.Known known,
            BankDiff.Change found,
            boolean isCorrected) {
        // Another document may hold the bare question: its silence takes no answer away.
        var merged =
                new Texts(
                        found instanceof BankDiff.Revised || isCorrected
                                ? question.wording()
                                : known.wording(),
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
    private @Nullable Status betterStatus(int index, Snapshot.Known known) {
        var stated = statedStatus(index);
        if (stated == null
                || known.statusByPerson()
                || stated == Status.RETIRED
                || stated.compareTo(known.status()) <= 0) {
            return null;
        }
        return stated;
    }

    private @Nullable Status statedStatus(int index) {
        var stated = parsed.questions().get(index).status();
        if (stated != null) {
            return stated;
        }
        return reading.places().get(index).stream().anyMatch(this::isApproval)
                ? Status.APPROVED
                : null;
    }

    private boolean isApproval(Reading.Place place) {
        return place.mark() == Mark.DONE || meaning(place) == MarkMeaning.APPROVED;
    }

    private MarkMeaning meaning(Reading.Place place) {
        return FirstGuess.ASKED.contains(place.mark())
                ? choices.meaning(place.document(), place.mark())
                : MarkMeaning.NOTHING;
    }

    private Set<MarkMeaning> meanings(int index) {
        return reading.places().get(index).stream().map(this::meaning).collect(Collectors.toSet());
    }

    private Reading.Place placeOf(int index, MarkMeaning meaning) {
        var places = reading.places().get(index);
        return places.stream()
                .filter(it -> meaning(it) == meaning)
                .findFirst()
                .orElse(places.getFirst());
    }

    private String document(int number) {
        return reading.documents().get(number).name();
    }

    private List<String> tags(int index) {
        var tags = new ArrayList<>(parsed.questions().get(index).tags());
        if (meanings(index).contains(MarkMeaning.ASKED) && !tags.contains("asked")) {
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
        var section = known == null ? target(question.section()) : known.path();
        entries.add(
                new Entry(
                        index,
                        question.line(),
                        reading.places().get(index).stream()
                                .map(it -> new Place(document(it.document()), it.line(), it.mark()))
                                .toList(),
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
     * what was brought together with it. Any other document knows nothing of it, whatever its name;
     * and one that a second document holds as well is missed only if that one misses it, too.
     */
    private void planMissing() {
        var gone = new HashSet<>(diff.missing());
        for (var known : stored.questions()) {
            if (known.sources().isEmpty()
                    || known.status() == Status.RETIRED
                    || !gone.contains(known.id().value().toString())) {
                continue;
            }
            var isMissed = heldAgain.containsAll(known.sources());
            if (isMissed) {
                missing.add(new Missing(known.id(), known.path(), known.wording()));
                retire(known.id(), "", 0, "The document does not hold it any more.");
            }
        }
    }

    private void retire(QuestionId question, String document, int line, String reason) {
        if (suggested.add(Proposals.retirementSignature(question))) {
            retirements.add(new Retirement(question, document, line, reason));
        }
    }

    private void planRewordings() {
        for (int number = 0; number < parsed.revisions().size(); number++) {
            var revision = parsed.revisions().get(number);
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
                            document(reading.revisionDocuments().get(number)),
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
        for (int number = 0; number < parsed.sectionProposals().size(); number++) {
            var proposal = parsed.sectionProposals().get(number);
            propose(
                    new SectionSuggestion(
                            SectionChange.Kind.of(proposal.kind()),
                            proposal.section(),
                            proposal.into(),
                            document(reading.proposalDocuments().get(number)),
                            proposal.line()));
        }
    }

    private void propose(SectionSuggestion suggestion) {
        if (suggested.add(
                Proposals.sectionSignature(
                        suggestion.kind(),
                        String.join(" / ", suggestion.section()),
                        suggestion.into()))) {
            sectionProposals.add(suggestion);
        }
    }

    private void planSectionMoves() {
        for (var moved : MovedSections.of(parsed, diff, stored, choices)) {
            var place = reading.places().get(moved.question()).getFirst();
            propose(
                    new SectionSuggestion(
                            SectionChange.Kind.MOVE,
                            moved.section(),
                            moved.below(),
                            document(place.document()),
                            place.line()));
        }
    }

    /** What a suggested change would make of its section, as far as can be guessed now. */
    public Outlook outlook(SectionSuggestion suggestion) {
        var paths = new LinkedHashSet<List<String>>();
        entries.forEach(it -> paths.add(it.section()));
        paths.addAll(stored.sections().values());
        var path = Snapshot.meant(target(suggestion.section()), paths);
        if (path == null) {
            return new Outlook(suggestion.section(), 0, List.of(), branches(suggestion, List.of()));
        }
        var wordings = new ArrayList<String>();
        var held = new HashSet<QuestionId>();
        for (int i = 0; i < entries.size(); i++) {
            var id = changes.get(i).stored();
            if (id != null) {
                held.add(id);
            }
            if (entries.get(i).section().equals(path) && entries.get(i).kind() != Kind.SKIPPED) {
                wordings.add(entries.get(i).wording());
            }
        }
        stored.questions().stream()
                .filter(it -> it.path().equals(path) && !held.contains(it.id()))
                .forEach(it -> wordings.add(it.wording()));
        var below =
                paths.stream()
                        .filter(it ->
                                it.size() > path.size() && it.subList(0, path.size()).equals(path))
                        .map(it -> it.get(path.size()))
                        .distinct()
                        .toList();
        return new Outlook(path, wordings.size(), below, branches(suggestion, wordings));
    }

    private static List<Branch> branches(SectionSuggestion suggestion, List<String> wordings) {
        if (suggestion.kind() == SectionChange.Kind.MOVE) {
            return List.of();
        }
        var counts = new int[suggestion.into().size()];
        if (!suggestion.kind().isParting()) {
            if (counts.length == 1) {
                counts[0] = wordings.size();
            }
        } else {
            for (var to : SectionGuess.of(suggestion.into(), wordings)) {
                if (to != null) {
                    counts[to]++;
                }
            }
        }
        var branches = new ArrayList<Branch>();
        for (int i = 0; i < counts.length; i++) {
            branches.add(new Branch(suggestion.into().get(i), counts[i]));
        }
        return branches;
    }

    static @Nullable String storedId(BankDiff.Change change) {
        return switch (change) {
            case BankDiff.Created created -> null;
            case BankDiff.Revised revised -> revised.id();
            case BankDiff.Unchanged unchanged -> unchanged.id();
        };
    }
}
