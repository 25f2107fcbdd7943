package org.interviewplanner.web.bank;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.interviewplanner.bank.BankDiff;
import org.interviewplanner.bank.Duplicates;
import org.interviewplanner.bank.Mark;
import org.interviewplanner.bank.ParsedQuestion;
import org.interviewplanner.bank.Status;
import org.interviewplanner.web.data.QuestionId;
import org.jspecify.annotations.Nullable;

/** What an import would do, before anything is written. */
public sealed interface ImportPreview {

    /**
     * Nothing can be imported.
     *
     * @param sentence what is wrong with the document, where, and what to do instead; one line for
     *     each of several files
     */
    record Refused(String sentence) implements ImportPreview {}

    /**
     * Something read with doubt, or not at all.
     *
     * @param document index in {@link Ready#documents()}
     * @param line 1-based
     */
    record Problem(int document, int line, String sentence) {}

    /** A file that is not imported, and the sentence that says why. */
    record LeftOut(String name, String sentence) {}

    /**
     * A new question that may be one already: in the bank, or elsewhere in the documents.
     *
     * @param index of the new question in the documents
     * @param other index of the other one if it is in the documents, else null
     * @param stored the other one if it is in the bank, else null
     * @param exact whether the wordings are the same words
     * @param score above 0, at most 1; good for ranking, no probability
     * @param reason what they share and what sets them apart, as a sentence
     */
    record LookAlike(
            int index,
            String wording,
            @Nullable Integer other,
            @Nullable QuestionId stored,
            String otherWording,
            List<String> otherSection,
            boolean exact,
            double score,
            String reason) {}

    /** The documents were read; nothing is written yet. */
    final class Ready implements ImportPreview {
        /** More pairs are no review any more. */
        private static final int MAX_LOOK_ALIKES = 300;

        private static final int MAX_NAME = 255;

        private final Reading reading;
        private final List<LeftOut> leftOut;
        private final BankDiff diff;
        private final Snapshot stored;
        private final ImportChoices guess;
        private @Nullable List<LookAlike> lookAlikes;

        Ready(Reading reading, List<LeftOut> leftOut, Snapshot stored) {
            this.reading = reading;
            this.leftOut = List.copyOf(leftOut);
            this.stored = stored;
            this.diff =
                    cautious(
                            BankDiff.between(reading.parsed(), stored.recognisable()),
                            reading,
                            stored);
            this.guess = FirstGuess.of(reading, diff, stored);
        }

        /**
         * A wording that only resembles a stored one is that question reworded in the document that
         * brought it. In any other document it is a question of its own, which looks alike.
         */
        private static BankDiff cautious(BankDiff diff, Reading reading, Snapshot stored) {
            var missing = new LinkedHashSet<>(diff.missing());
            var heldAgain = stored.heldAgain(missing);
            var byId = stored.byId();
            var questions = reading.parsed().questions();
            var changes = new ArrayList<BankDiff.Change>();
            for (int i = 0; i < questions.size(); i++) {
                var change = diff.changes().get(i);
                var id = ImportPlan.storedId(change);
                var known = id == null ? null : byId.get(id);
                var parent = questions.get(i).parent();
                var isNew =
                        parent >= 0 && changes.get(parent) instanceof BankDiff.Created
                                || change instanceof BankDiff.Revised
                                        && known != null
                                        && !hasKey(questions.get(i), known)
                                        && known.sources().stream().noneMatch(heldAgain::contains);
                if (id != null && isNew) {
                    change = new BankDiff.Created();
                    missing.add(id);
                }
                changes.add(change);
            }
            return new BankDiff(changes, List.copyOf(missing));
        }

        private static boolean hasKey(ParsedQuestion question, Snapshot.Known known) {
            var key = question.key();
            return key != null && key.value().equals(known.key());
        }

        /**
         * The document's file name, or what stands for it; of several, the first and how many more.
         */
        public String name() {
            var first = reading.documents().getFirst().name();
            int others = reading.documents().size() - 1;
            var ending = others == 0 ? "" : " and " + others + " more";
            var room = MAX_NAME - ending.length();
            return (first.length() <= room ? first : first.substring(0, room)) + ending;
        }

        /** The names of the documents. */
        public List<String> documents() {
            return reading.documents().stream().map(Upload.Document::name).toList();
        }

        /** The lines of one document. */
        public List<String> lines(int document) {
            return List.of(reading.documents().get(document).text().split("\n", -1));
        }

        /** Files that are not imported. */
        public List<LeftOut> leftOut() {
            return leftOut;
        }

        /** What was unsure, by document and line. */
        public List<Problem> problems() {
            return reading.doubts().stream()
                    .map(it ->
                            new Problem(
                                    it.document(), it.problem().line(), it.problem().sentence()))
                    .toList();
        }

        /**
         * The marks of one document whose meaning a person is asked, with the number of their
         * questions: another document may mean something else by the same mark.
         */
        public Map<Mark, Integer> marks(int document) {
            var counts = new EnumMap<Mark, Integer>(Mark.class);
            for (var places : reading.places()) {
                for (var place : places) {
                    if (place.document() == document && FirstGuess.ASKED.contains(place.mark())) {
                        counts.merge(place.mark(), 1, Integer::sum);
                    }
                }
            }
            return counts;
        }

        /** Paths of the sections in which the documents' questions stand, in their order. */
        public List<List<String>> sections() {
            var paths = new LinkedHashSet<List<String>>();
            reading.parsed().questions().forEach(it -> paths.add(it.section()));
            return List.copyOf(paths);
        }

        /** The choices that the preview starts with. */
        public ImportChoices guess() {
            return guess;
        }

        /** What would happen under {@code choices}. */
        public ImportPlan plan(ImportChoices choices) {
            return ImportPlan.of(reading, diff, stored, choices);
        }

        /** How many questions {@link #lookAlikes} compares; thousands take seconds. */
        public int compared() {
            return stored.questions().size() + reading.places().size();
        }

        /**
         * New questions that may be one already, the most alike first; follow-ups are not compared.
         * The first call takes up to half a minute in a bank of 100,000 questions.
         */
        public synchronized List<LookAlike> lookAlikes() {
            var found = lookAlikes;
            if (found == null) {
                found = List.copyOf(findLookAlikes());
                lookAlikes = found;
            }
            return found;
        }

        private List<LookAlike> findLookAlikes() {
            var entries = new ArrayList<Duplicates.Entry>();
            var known = new HashMap<String, Snapshot.Known>();
            for (var it : stored.questions()) {
                if (it.status() != Status.RETIRED && it.follows() == null) {
                    var id = it.id().value().toString();
                    known.put(id, it);
                    entries.add(new Duplicates.Entry(id, it.wording(), it.path()));
                }
            }
            var created = new HashMap<String, Integer>();
            var questions = reading.parsed().questions();
            for (int i = 0; i < questions.size(); i++) {
                if (diff.changes().get(i) instanceof BankDiff.Created
                        && questions.get(i).parent() < 0) {
                    created.put("new " + i, i);
                    entries.add(
                            new Duplicates.Entry(
                                    "new " + i,
                                    questions.get(i).wording(),
                                    questions.get(i).section()));
                }
            }
            if (created.isEmpty()) {
                return List.of();
            }
            var pairs = new ArrayList<LookAlike>();
            for (var pair : Duplicates.find(entries)) {
                var index = created.get(pair.second());
                if (index == null || pairs.size() == MAX_LOOK_ALIKES) {
                    continue; // stored questions come first: both are in the bank already
                }
                var other = created.get(pair.first());
                var stored = known.get(pair.first());
                pairs.add(
                        new LookAlike(
                                index,
                                questions.get(index).wording(),
                                other,
                                stored == null ? null : stored.id(),
                                stored == null
                                        ? questions.get(other == null ? index : other).wording()
                                        : stored.wording(),
                                stored == null
                                        ? questions.get(other == null ? index : other).section()
                                        : stored.path(),
                                pair.exact(),
                                pair.score(),
                                pair.reason()));
            }
            return pairs;
        }

        String sha256() {
            var all =
                    reading.documents().stream()
                            .map(Upload.Document::sha256)
                            .collect(Collectors.joining("\n"));
            return reading.documents().size() == 1
                    ? all
                    : Upload.sha256(all.getBytes(StandardCharsets.UTF_8));
        }

        Reading reading() {
            return reading;
        }

        Snapshot stored() {
            return stored;
        }
    }
}
