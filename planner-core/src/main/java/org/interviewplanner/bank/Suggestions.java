package org.interviewplanner.bank;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.interviewplanner.bank.ProposedRevision.Match;
import org.interviewplanner.bank.Unit.Kind;

/** What a document suggests about its own questions and sections. */
final class Suggestions {
    /** Nobody reviews more; each takes a search through all questions. */
    private static final int MOST_PAIRS = 2_000;

    record Resolved(List<ProposedRevision> revisions, List<SectionProposal> proposals) {}

    private final List<Unit> units;
    private final BitSet taken = new BitSet();
    private final List<Rewordings.Pair> pairs;
    private final int left;

    private Suggestions(List<Unit> units, Signs signs) {
        this.units = units;
        var found = Rewordings.in(units, signs, taken);
        this.pairs = found.subList(0, Math.min(found.size(), MOST_PAIRS));
        this.left = found.size() - pairs.size();
    }

    static Suggestions in(Outline outline, Signs signs) {
        return new Suggestions(outline.units(), signs);
    }

    /** Units that are suggestions, and so no questions. */
    BitSet taken() {
        return taken;
    }

    /** Finds which questions and sections are meant. */
    Resolved resolve(
            List<ParsedQuestion> questions,
            List<Section> sections,
            List<Draft> drafts,
            List<BankProblem> problems) {
        var revisions = new ArrayList<ProposedRevision>();
        var names = new SectionNames(sections);
        var proposals = new ArrayList<SectionProposal>();
        if (!pairs.isEmpty()) {
            var search = new QuestionSearch(questions);
            var above = sectionsAbove(names);
            for (var pair : pairs) {
                var renamed = names.named(pair.before());
                if (renamed != null) {
                    proposals.add(
                            new SectionProposal(
                                    SectionProposal.Kind.RENAME,
                                    renamed,
                                    List.of(pair.after()),
                                    line(pair)));
                } else {
                    revisions.add(
                            revision(pair, search, above.get(pair.unit()), questions, problems));
                }
            }
        }
        if (left > 0) {
            problems.add(
                    new BankProblem(
                            line(pairs.getLast()),
                            "The %,d re-wordings after this one are not read. Maybe import them from a document of their own."
                                    .formatted(left)));
        }
        replacements(questions, drafts, revisions);
        revisions.sort(Comparator.comparingInt(ProposedRevision::line));
        proposals.addAll(new SectionSuggestions(units, names, skipped(drafts)).find());
        proposals.sort(Comparator.comparingInt(SectionProposal::line));
        return new Resolved(revisions, proposals);
    }

    private BitSet skipped(List<Draft> drafts) {
        var skipped = (BitSet) taken.clone();
        for (var draft : drafts) {
            skipped.set(draft.at());
            draft.content().forEach(skipped::set);
        }
        return skipped;
    }

    private int line(Rewordings.Pair pair) {
        return units.get(pair.unit()).line() + 1;
    }

    private ProposedRevision revision(
            Rewordings.Pair pair,
            QuestionSearch search,
            List<String> section,
            List<ParsedQuestion> questions,
            List<BankProblem> problems) {
        var found = search.find(pair.before(), section, pair.number());
        int line = line(pair);
        if (found.question() < 0) {
            problems.add(
                    new BankProblem(
                            line,
                            "This re-wording quotes no question of the document: \"%s\"."
                                    .formatted(shortened(pair.before()))));
            return new ProposedRevision(
                    pair.before(), pair.after(), section, -1, Match.NONE, pair.approved(), line);
        }
        var question = questions.get(found.question());
        doubts(pair, found, question, section, line)
                .forEach(it -> problems.add(new BankProblem(line, it)));
        return new ProposedRevision(
                pair.before(),
                pair.after(),
                section.isEmpty() ? question.section() : section,
                found.question(),
                found.match(),
                pair.approved(),
                line);
    }

    private static List<String> doubts(
            Rewordings.Pair pair,
            QuestionSearch.Found found,
            ParsedQuestion question,
            List<String> section,
            int line) {
        var doubts = new ArrayList<String>();
        var meant = "\"%s\" (line %d)".formatted(shortened(question.wording()), question.line());
        if (found.match() == Match.OTHER_WORDS) {
            doubts.add(
                    "This old wording stands nowhere exactly so; read as a re-wording of %s."
                            .formatted(meant));
        }
        if (pair.number() != null
                && question.number() != null
                && !pair.number().equals(question.number())) {
            doubts.add(
                    "This re-wording is numbered %s, but its words are those of question %s; read as a re-wording of %s."
                            .formatted(pair.number(), question.number(), meant));
        }
        boolean isElsewhere =
                !section.isEmpty()
                        && !question.section().isEmpty()
                        && !question.section()
                                .subList(0, Math.min(section.size(), question.section().size()))
                                .equals(section);
        if (isElsewhere) {
            doubts.add(
                    "This re-wording stands under %s, but its question is in %s; read as a re-wording of %s."
                            .formatted(section.getLast(), question.section().getLast(), meant));
        }
        return doubts;
    }

    static String shortened(String wording) {
        return wording.length() <= 80 ? wording : wording.substring(0, 77) + "…";
    }

    /**
     * For each unit the section named by the nearest heading or bold line above it; empty if it
     * names none.
     */
    private List<List<String>> sectionsAbove(SectionNames names) {
        var above = new ArrayList<List<String>>();
        List<String> current = List.of();
        for (int i = 0; i < units.size(); i++) {
            above.add(current);
            var unit = units.get(i);
            boolean isHead =
                    unit.is(Kind.HEADING)
                            || unit.is(Kind.PARAGRAPH)
                                    && unit.parent() < 0
                                    && LinePieces.isWhollyBold(unit.text().strip());
            if (isHead && !taken.get(i)) {
                var path = names.headed(unit.text());
                current = path != null ? path : unit.is(Kind.HEADING) ? List.of() : current;
            }
        }
        return above;
    }

    /** Entries noted as replacing the question above them. */
    private static void replacements(
            List<ParsedQuestion> questions, List<Draft> drafts, List<ProposedRevision> revisions) {
        for (int i = 1; i < drafts.size(); i++) {
            if (drafts.get(i).entry().phrase().replaces()) {
                var old = questions.get(i - 1);
                var replacement = questions.get(i);
                revisions.add(
                        new ProposedRevision(
                                old.wording(),
                                replacement.wording(),
                                old.section(),
                                i - 1,
                                Match.VERBATIM,
                                replacement.mark() == Mark.DONE,
                                replacement.line()));
            }
        }
    }
}
