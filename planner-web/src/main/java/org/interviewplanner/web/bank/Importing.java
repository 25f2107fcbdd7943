package org.interviewplanner.web.bank;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.interviewplanner.bank.BankParser;
import org.interviewplanner.bank.Difficulty;
import org.interviewplanner.bank.Estimate;
import org.interviewplanner.bank.ParsedBank;
import org.interviewplanner.bank.PlacedQuestion;
import org.interviewplanner.web.data.PersonId;
import org.interviewplanner.web.data.QuestionId;
import org.interviewplanner.web.data.RevisionId;
import org.interviewplanner.web.data.SectionId;
import org.interviewplanner.web.data.TeamId;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Brings documents into the bank; its callers hold the transaction. */
@Component
class Importing {
    /** More refusals at once would not be read. */
    private static final int MAX_SENTENCES = 10;

    private final BankParser parser = new BankParser();
    private final Sections sections;
    private final Questions questions;
    private final Changes changes;
    private final Imports imports;
    private final Proposals proposals;
    private final Pairs pairs;
    private final Clock clock;

    Importing(
            Sections sections,
            Questions questions,
            Changes changes,
            Imports imports,
            Proposals proposals,
            Pairs pairs,
            Clock clock) {
        this.sections = sections;
        this.questions = questions;
        this.changes = changes;
        this.imports = imports;
        this.proposals = proposals;
        this.pairs = pairs;
        this.clock = clock;
    }

    ImportPreview preview(TeamId team, Upload upload) {
        var leftOut = new ArrayList<ImportPreview.LeftOut>();
        upload.leftOut()
                .forEach(it -> leftOut.add(new ImportPreview.LeftOut(it.name(), it.sentence())));
        var documents = new ArrayList<Upload.Document>();
        var several = upload.documents().size() + leftOut.size() > 1;
        for (var document : upload.documents()) {
            // Where a document asks nothing, its first problem says more than silence.
            var parsed = parser.parse(document.text());
            if (parsed.questions().isEmpty()) {
                leftOut.add(new ImportPreview.LeftOut(document.name(), noQuestions(parsed)));
            } else {
                documents.add(document);
            }
        }
        if (documents.isEmpty()) {
            return new ImportPreview.Refused(
                    leftOut.isEmpty()
                            ? Refusals.EMPTY
                            : leftOut.stream()
                                    .limit(MAX_SENTENCES)
                                    .map(it ->
                                            several
                                                    ? it.name() + ": " + it.sentence()
                                                    : it.sentence())
                                    .collect(Collectors.joining("\n")));
        }
        return new ImportPreview.Ready(Reading.of(documents), leftOut, snapshot(team));
    }

    ImportPreview.Ready renew(TeamId team, ImportPreview.Ready old) {
        return new ImportPreview.Ready(old.reading(), old.leftOut(), snapshot(team));
    }

    private static String noQuestions(ParsedBank parsed) {
        return parsed.problems().stream()
                        .findFirst()
                        .map(it -> "Line %d: %s%n".formatted(it.line(), it.sentence()))
                        .orElse("")
                + Refusals.NO_QUESTIONS;
    }

    /** What is taken for a question that a person adds. */
    Estimate estimate(TeamId team, ImportPlan.Texts texts, SectionId section) {
        var paths = sections.paths(team);
        var all = new ArrayList<Estimating.Text>();
        all.add(
                new Estimating.Text(
                        texts.wording(), texts.body(), paths.getOrDefault(section, List.of())));
        questions.known(team, paths).stream()
                .map(it -> new Estimating.Text(it.wording(), it.body(), it.path()))
                .forEach(all::add);
        return Estimating.of(all).getFirst();
    }

    private Snapshot snapshot(TeamId team) {
        var paths = sections.paths(team);
        return new Snapshot(
                questions.known(team, paths),
                paths,
                proposals.signatures(team),
                proposals.moved(team));
    }

    /**
     * @throws OptimisticLockingFailureException if the bank has changed since the preview
     */
    ImportResult accept(
            TeamId team,
            @Nullable PersonId person,
            ImportPreview.Ready preview,
            ImportChoices choices) {
        imports.lock(team);
        var stored = snapshot(team);
        if (!stored.equals(preview.stored())) {
            throw new OptimisticLockingFailureException(
                    "The bank has changed since the preview of (%s).".formatted(preview.name()));
        }
        var plan = preview.plan(choices);
        if (plan.isNothing()) {
            return result(null, preview, plan, 0);
        }
        var id = ImportId.create();
        imports.add(id, team, preview.name(), preview.sha256(), plan, person);
        var writing = new Writing(team, person, id, preview, plan, stored);
        writing.write();
        // What the product brings itself needs no decision.
        var alike =
                person == null
                        ? List.<Pairs.NewPair>of()
                        : writing.lookAlikes(preview.lookAlikes());
        pairs.add(team, id, alike);
        return result(id, preview, plan, alike.size());
    }

    private static ImportResult result(
            @Nullable ImportId id, ImportPreview.Ready preview, ImportPlan plan, int lookAlikes) {
        return new ImportResult(
                id,
                preview.name(),
                plan.count(ImportPlan.Kind.CREATED),
                plan.count(ImportPlan.Kind.REVISED),
                plan.count(ImportPlan.Kind.UPDATED),
                plan.count(ImportPlan.Kind.UNCHANGED),
                plan.missing().size(),
                plan.count(ImportPlan.Kind.SKIPPED),
                plan.rewordings().size() + plan.retirements().size(),
                plan.sectionProposals().size(),
                lookAlikes);
    }

    /** One accepted plan on its way into the tables. */
    private final class Writing {
        private final TeamId team;
        private final @Nullable PersonId person;
        private final ImportId source;
        private final Reading reading;
        private final ParsedBank parsed;
        private final ImportPlan plan;
        private final Map<QuestionId, Snapshot.Known> known = new HashMap<>();
        private final List<SectionId> madeSections = new ArrayList<>();
        private final Instant now = clock.instant();
        private final Map<List<String>, SectionId> sectionIds;
        private final Map<SectionId, Integer> positions = new HashMap<>();
        private final Map<Integer, QuestionId> questionIds = new HashMap<>();
        private final List<Estimate> estimates;

        Writing(
                TeamId team,
                @Nullable PersonId person,
                ImportId source,
                ImportPreview.Ready preview,
                ImportPlan plan,
                Snapshot stored) {
            this.team = team;
            this.person = person;
            this.source = source;
            this.reading = preview.reading();
            this.parsed = reading.parsed();
            this.plan = plan;
            stored.questions().forEach(it -> known.put(it.id(), it));
            this.sectionIds = stored.sectionsByName();
            this.estimates = estimates(stored);
        }

        /** By index in the document, which is read among the rest of the bank. */
        private List<Estimate> estimates(Snapshot stored) {
            var texts = new ArrayList<Estimating.Text>();
            for (int i = 0; i < parsed.questions().size(); i++) {
                var question = parsed.questions().get(i);
                texts.add(
                        new Estimating.Text(
                                question.wording(),
                                question.body(),
                                question.section(),
                                PlacedQuestion.progress(i, parsed.questions().size())));
            }
            var inDocument = new HashSet<QuestionId>();
            plan.changes().stream().map(ImportPlan.Change::stored).forEach(inDocument::add);
            stored.questions().stream()
                    .filter(it -> !inDocument.contains(it.id()))
                    .map(it -> new Estimating.Text(it.wording(), it.body(), it.path()))
                    .forEach(texts::add);
            return Estimating.of(texts);
        }

        void write() {
            var created = new ArrayList<Changes.NewQuestion>();
            var firstRevisions = new ArrayList<Changes.NewRevision>();
            var revisions = new ArrayList<Changes.NewRevision>();
            imports.rememberBefore(team, source, toBeChanged());
            for (var entry : plan.entries()) {
                var change = plan.changes().get(entry.index());
                var stored = change.stored();
                if (stored != null) {
                    questionIds.put(entry.index(), stored);
                }
                if (entry.kind() == ImportPlan.Kind.CREATED) {
                    created.add(newQuestion(entry, change, firstRevisions));
                } else if (stored != null && entry.kind() != ImportPlan.Kind.SKIPPED) {
                    update(entry, stored, change, revisions);
                }
            }
            changes.insertQuestions(team, created, source, person, now);
            changes.insertFirstRevisions(team, firstRevisions, source, person);
            changes.insertRevisions(team, revisions, source, person);
            writeProposals();
            imports.addSources(team, source, sources());
            imports.rememberAfter(team, source, madeSections);
        }

        /** The pairs of which both are in the bank now: a person may have left one out. */
        List<Pairs.NewPair> lookAlikes(List<ImportPreview.LookAlike> found) {
            var kept = new ArrayList<Pairs.NewPair>();
            for (var it : found) {
                var one = questionIds.get(it.index());
                var index = it.other();
                var other = index == null ? it.stored() : questionIds.get(index);
                if (one != null && other != null) {
                    kept.add(new Pairs.NewPair(one, other, it.exact(), it.score(), it.reason()));
                }
            }
            return kept;
        }

        private List<QuestionId> toBeChanged() {
            var those = new ArrayList<QuestionId>();
            for (var entry : plan.entries()) {
                var stored = plan.changes().get(entry.index()).stored();
                if (stored != null
                        && (entry.kind() == ImportPlan.Kind.REVISED
                                || entry.kind() == ImportPlan.Kind.UPDATED)) {
                    those.add(stored);
                }
            }
            return those;
        }

        /** All places of new questions; of known ones those in documents that are new. */
        private List<Imports.NewSource> sources() {
            var sources = new ArrayList<Imports.NewSource>();
            for (var entry : plan.entries()) {
                var question = questionIds.get(entry.index());
                if (question == null || entry.kind() == ImportPlan.Kind.SKIPPED) {
                    continue;
                }
                var stored = known.get(question);
                for (var place : entry.places()) {
                    if (stored == null || !stored.documents().contains(place.document())) {
                        sources.add(
                                new Imports.NewSource(
                                        question,
                                        place.document(),
                                        place.line(),
                                        place.mark().name()));
                    }
                }
            }
            return sources;
        }

        /** What names the document beside the import's own name; '' if that says it. */
        private String document(int number) {
            return reading.documents().size() == 1 ? "" : reading.documents().get(number).name();
        }

        private String document(String name) {
            return reading.documents().size() == 1 ? "" : name;
        }

        private Changes.NewQuestion newQuestion(
                ImportPlan.Entry entry,
                ImportPlan.Change change,
                List<Changes.NewRevision> revisions) {
            var question = parsed.questions().get(entry.index());
            var id = QuestionId.create();
            var revision = RevisionId.create();
            questionIds.put(entry.index(), id);
            var texts = change.texts();
            var status = change.status();
            if (texts == null || status == null) {
                throw new IllegalStateException(
                        "The new question at line (%d) has no text or no status."
                                .formatted(entry.line()));
            }
            revisions.add(newRevision(revision, id, texts, entry));
            var section = section(question.section());
            int position =
                    positions.computeIfAbsent(section, it -> changes.firstFreePosition(team, it));
            positions.put(section, position + 1);
            var guess = estimates.get(entry.index());
            Difficulty stated = question.difficulty();
            Integer seconds = question.seconds();
            return new Changes.NewQuestion(
                    id,
                    revision,
                    section,
                    question.parent() < 0 ? null : questionIds.get(question.parent()),
                    change.key(),
                    position,
                    status,
                    false,
                    stated == null ? guess.difficulty() : stated,
                    stated == null ? guess.confidence() : null,
                    stated == null ? guess.reason() : null,
                    seconds == null ? guess.seconds() : Math.min(seconds, QuestionEdit.MAX_SECONDS),
                    seconds == null,
                    change.newTags(),
                    question.mark().name());
        }

        private Changes.NewRevision newRevision(
                RevisionId id,
                QuestionId question,
                ImportPlan.Texts texts,
                ImportPlan.Entry entry) {
            var place = reading.places().get(entry.index()).getFirst();
            return new Changes.NewRevision(
                    id, question, texts, "IMPORT", document(place.document()), place.line(), null);
        }

        private void update(
                ImportPlan.Entry entry,
                QuestionId stored,
                ImportPlan.Change change,
                List<Changes.NewRevision> revisions) {
            var question = parsed.questions().get(entry.index());
            var one = List.of(stored);
            var texts = change.texts();
            if (texts != null) {
                revisions.add(newRevision(RevisionId.create(), stored, texts, entry));
            }
            var status = change.status();
            if (status != null) {
                changes.setStatus(team, one, status, person, false, now);
            }
            var difficulty = question.difficulty();
            if (change.difficulty() && difficulty != null) {
                changes.setDifficulty(team, one, difficulty, Origin.AUTHOR);
            }
            var seconds = question.seconds();
            if (change.seconds() && seconds != null) {
                changes.setSeconds(team, one, Math.min(seconds, QuestionEdit.MAX_SECONDS));
            }
            if (!change.newTags().isEmpty()) {
                changes.addTags(team, stored, change.newTags());
            }
        }

        private SectionId section(List<String> path) {
            var chosen = plan.chosenSection(path);
            return chosen != null ? chosen : sectionNamed(path);
        }

        private SectionId sectionNamed(List<String> path) {
            var folded = Snapshot.folded(path);
            var known = sectionIds.get(folded);
            if (known != null) {
                return known;
            }
            var parent = path.size() == 1 ? null : section(path.subList(0, path.size() - 1));
            var made = sections.create(team, parent, path.getLast());
            sectionIds.put(folded, made);
            madeSections.add(made);
            return made;
        }

        private void writeProposals() {
            var suggested = new ArrayList<Proposals.NewProposal>();
            for (var it : plan.rewordings()) {
                suggested.add(
                        new Proposals.NewProposal(
                                "REWORDING",
                                it.index() < 0 ? null : questionIds.get(it.index()),
                                it.before(),
                                it.after(),
                                it.match().name(),
                                it.approved(),
                                "",
                                document(it.document()),
                                it.line()));
            }
            for (var it : plan.retirements()) {
                suggested.add(
                        new Proposals.NewProposal(
                                "RETIREMENT",
                                it.question(),
                                "",
                                "",
                                "NONE",
                                false,
                                it.reason(),
                                document(it.document()),
                                it.line() == 0 ? null : it.line()));
            }
            proposals.add(team, source, suggested);
            proposals.addSections(
                    team,
                    source,
                    plan.sectionProposals().stream()
                            .map(it ->
                                    new Proposals.NewSectionProposal(
                                            it.kind(),
                                            sectionMeant(it.section()),
                                            String.join(" / ", it.section()),
                                            it.into(),
                                            document(it.document()),
                                            it.line()))
                            .toList());
        }

        /** By its path, else by its last name if only one section is called so. */
        private @Nullable SectionId sectionMeant(List<String> path) {
            var chosen = plan.chosenSection(path);
            if (chosen != null) {
                return chosen;
            }
            var meant = Snapshot.meant(path, sectionIds.keySet());
            return meant == null ? null : sectionIds.get(meant);
        }
    }
}
