package org.interviewplanner.web.bank;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.interviewplanner.bank.BankParser;
import org.interviewplanner.bank.BankProblem;
import org.interviewplanner.bank.Duplicates;
import org.interviewplanner.bank.Mark;
import org.interviewplanner.bank.ParsedBank;
import org.interviewplanner.bank.ParsedQuestion;
import org.interviewplanner.bank.ProposedRevision;
import org.interviewplanner.bank.Section;
import org.interviewplanner.bank.SectionProposal;
import org.interviewplanner.bank.Status;
import org.jspecify.annotations.Nullable;

/**
 * One or several documents read as one. A question that several of them hold in the same words is
 * one question with several places; what one document leaves open another may state.
 */
final class Reading {

    /**
     * Where a question stands.
     *
     * @param document index in {@link #documents()}
     * @param line 1-based
     * @param mark the sign printed at it there
     */
    record Place(int document, int line, Mark mark) {}

    /** Something read with doubt; {@code document} is an index in {@link #documents()}. */
    record Doubt(int document, BankProblem problem) {}

    private final List<Upload.Document> documents = new ArrayList<>();
    private final List<ParsedQuestion> questions = new ArrayList<>();
    private final List<List<Place>> places = new ArrayList<>();
    private final Map<List<String>, Section> sections = new LinkedHashMap<>();
    private final List<ProposedRevision> revisions = new ArrayList<>();
    private final List<Integer> revisionDocuments = new ArrayList<>();
    private final List<SectionProposal> proposals = new ArrayList<>();
    private final List<Integer> proposalDocuments = new ArrayList<>();
    private final List<Doubt> doubts = new ArrayList<>();

    /** Questions of earlier documents that wait for another one in the same words. */
    private final Map<Same, List<Integer>> known = new HashMap<>();

    /**
     * Two questions are one if they say the same after the same question: "Why?" follows up many.
     */
    private record Same(String words, int parent) {}

    private Reading() {}

    static Reading of(List<Upload.Document> documents) {
        var reading = new Reading();
        var parser = new BankParser();
        documents.forEach(it -> reading.add(it, parser.parse(it.text()), documents.size() > 1));
        return reading;
    }

    List<Upload.Document> documents() {
        return Collections.unmodifiableList(documents);
    }

    /** All documents as one; lines are those of the first document that holds the question. */
    ParsedBank parsed() {
        return new ParsedBank(
                null,
                List.copyOf(sections.values()),
                questions,
                revisions,
                proposals,
                doubts.stream().map(Doubt::problem).toList());
    }

    /** By index of the question; the first place is that of its wording. */
    List<List<Place>> places() {
        return places;
    }

    /** By document, then by line. */
    List<Doubt> doubts() {
        return doubts;
    }

    /** By index of the re-wording: its document. */
    List<Integer> revisionDocuments() {
        return revisionDocuments;
    }

    /** By index of the section proposal: its document. */
    List<Integer> proposalDocuments() {
        return proposalDocuments;
    }

    private void add(Upload.Document document, ParsedBank parsed, boolean several) {
        int number = documents.size();
        documents.add(document);
        var problems = new ArrayList<>(parsed.problems());
        var indices = new int[parsed.questions().size()];
        var here = new HashMap<Same, List<Integer>>();
        var taken = new HashMap<Same, Integer>();
        for (int i = 0; i < indices.length; i++) {
            var question = placed(parsed.questions().get(i), parsed, document, several);
            int parent = question.parent() < 0 ? -1 : indices[question.parent()];
            var same = new Same(Duplicates.words(question.wording()), parent);
            var earlier = known.getOrDefault(same, List.of());
            // The n-th of several equal ones is the n-th of the other document.
            int nth = taken.merge(same, 1, Integer::sum) - 1;
            if (nth < earlier.size() && mayBeOne(earlier.get(nth), question)) {
                indices[i] = earlier.get(nth);
                join(indices[i], question, number, problems);
            } else {
                indices[i] = questions.size();
                questions.add(withParent(question, parent));
                var places = new ArrayList<Place>();
                places.add(new Place(number, question.line(), question.mark()));
                this.places.add(places);
                here.computeIfAbsent(same, it -> new ArrayList<>()).add(indices[i]);
            }
        }
        here.forEach((same, those) ->
                known.computeIfAbsent(same, it -> new ArrayList<>()).addAll(those));
        parsed.sections().forEach(it -> sections.putIfAbsent(it.path(), it));
        for (var it : parsed.revisions()) {
            revisions.add(
                    new ProposedRevision(
                            it.before(),
                            it.after(),
                            it.section(),
                            it.question() < 0 ? -1 : indices[it.question()],
                            it.match(),
                            it.approved(),
                            it.line()));
            revisionDocuments.add(number);
        }
        for (var it : parsed.sectionProposals()) {
            proposals.add(it);
            proposalDocuments.add(number);
        }
        for (var question : parsed.questions()) {
            var seconds = question.seconds();
            if (seconds != null && seconds > QuestionEdit.MAX_SECONDS) {
                problems.add(
                        new BankProblem(
                                question.line(),
                                "The planned time of %d minutes is over four hours; four hours are kept."
                                        .formatted(seconds / 60)));
            }
        }
        problems.sort(Comparator.comparingInt(BankProblem::line));
        problems.forEach(it -> doubts.add(new Doubt(number, it)));
    }

    private boolean mayBeOne(int earlier, ParsedQuestion question) {
        var key = questions.get(earlier).key();
        return key == null || question.key() == null || key.equals(question.key());
    }

    /** A question that stands in no section goes under the name of its document. */
    private static ParsedQuestion placed(
            ParsedQuestion question, ParsedBank parsed, Upload.Document document, boolean several) {
        var path = question.section();
        if (path.isEmpty()) {
            var title = parsed.title();
            path =
                    List.of(
                            title != null && !title.isBlank()
                                    ? title
                                    : several ? bareName(document.name()) : "Questions");
        }
        return with(question, path.stream().map(Reading::shortened).toList(), question.parent());
    }

    /** The file's name without folder and ending. */
    private static String bareName(String name) {
        var bare = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        int dot = bare.lastIndexOf('.');
        var plain = (dot > 0 ? bare.substring(0, dot) : bare).strip();
        return plain.isEmpty() ? "Questions" : plain;
    }

    private static String shortened(String name) {
        var text = name.strip();
        if (text.length() <= 200) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(198)) ? 198 : 199;
        return text.substring(0, end).strip() + "…";
    }

    /** What the first document states stands; the other fills what it leaves open. */
    private void join(int index, ParsedQuestion other, int document, List<BankProblem> problems) {
        var first = questions.get(index);
        var place = places.get(index).getFirst();
        if (differs(first.answer(), other.answer()) || differs(first.body(), other.body())) {
            problems.add(
                    new BankProblem(
                            other.line(),
                            "This question stands in %s, line %d, too, with another text; that one is kept."
                                    .formatted(
                                            documents.get(place.document()).name(), place.line())));
        }
        var tags = new LinkedHashSet<>(first.tags());
        tags.addAll(other.tags());
        questions.set(
                index,
                new ParsedQuestion(
                        first.key() == null ? other.key() : first.key(),
                        first.section(),
                        first.number(),
                        first.wording(),
                        first.body().isEmpty() ? other.body() : first.body(),
                        first.answer().isEmpty() ? other.answer() : first.answer(),
                        first.mark(),
                        further(first, other),
                        first.difficulty() == null ? other.difficulty() : first.difficulty(),
                        first.seconds() == null ? other.seconds() : first.seconds(),
                        List.copyOf(tags),
                        first.goodToHear().isEmpty() ? other.goodToHear() : first.goodToHear(),
                        first.parent(),
                        first.line(),
                        first.source()));
        places.get(index).add(new Place(document, other.line(), other.mark()));
    }

    private static @Nullable Status further(ParsedQuestion first, ParsedQuestion other) {
        var one = first.status();
        var two = other.status();
        return one == null || two != null && two.compareTo(one) > 0 ? two : one;
    }

    private static boolean differs(String one, String other) {
        return !one.isEmpty() && !other.isEmpty() && !one.equals(other);
    }

    private static ParsedQuestion withParent(ParsedQuestion it, int parent) {
        return with(it, it.section(), parent);
    }

    private static ParsedQuestion with(ParsedQuestion it, List<String> section, int parent) {
        return new ParsedQuestion(
                it.key(),
                section,
                it.number(),
                it.wording(),
                it.body(),
                it.answer(),
                it.mark(),
                it.status(),
                it.difficulty(),
                it.seconds(),
                it.tags(),
                it.goodToHear(),
                parent,
                it.line(),
                it.source());
    }
}
