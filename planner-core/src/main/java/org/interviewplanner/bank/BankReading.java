package org.interviewplanner.bank;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interviewplanner.bank.Unit.Kind;

/** Reads one document: outline, slots, then each question with what belongs to it. */
final class BankReading {
    /** A legend stands near the top. */
    private static final int LEGEND_UNITS = 80;

    private final Outline outline;
    private final List<Unit> units;
    private final List<BankProblem> problems = new ArrayList<>();

    private BankReading(Outline outline) {
        this.outline = outline;
        this.units = outline.units();
    }

    static ParsedBank of(String markdown) {
        var objection = Readable.objection(markdown);
        if (objection != null) {
            return nothing(objection);
        }
        var outline = OutlineReader.read(markdown);
        return Forms.isForm(outline)
                ? nothing(
                        "This is a form for issues or changes; its questions are to be filled in, not read.")
                : new BankReading(outline).read();
    }

    private static ParsedBank nothing(String sentence) {
        return new ParsedBank(
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new BankProblem(1, sentence)));
    }

    private ParsedBank read() {
        var signs =
                Signs.explainedBy(
                        units.stream()
                                .limit(LEGEND_UNITS)
                                .filter(it -> !it.is(Kind.CODE) && !it.is(Kind.HTML))
                                .map(Unit::text)
                                .toList());
        int title = Titles.titleAmong(units, outline.declaredTitle() != null);
        var suggestions = Suggestions.in(outline, signs);
        var slots = new Slots(outline, signs, suggestions.taken(), title);
        var drafts = new Drafts(outline, slots, title).collect();
        var answers = new AnswerReader(outline, signs, drafts);
        var levels = LevelHeadings.among(drafts, units);
        var questions = new ArrayList<ParsedQuestion>();
        for (var draft : drafts) {
            questions.add(answers.question(draft, levels));
        }
        var sections = sections(drafts);
        var name =
                outline.declaredTitle() != null
                        ? outline.declaredTitle()
                        : title < 0 ? null : SectionName.of(units.get(title).text());
        var resolved = suggestions.resolve(questions, sections, drafts, problems);
        Doubts.tell(outline, slots, signs, title, drafts, questions, problems);
        if (questions.isEmpty()) {
            problems.add(new BankProblem(1, "No question was found in this document."));
        }
        problems.sort(Comparator.comparingInt(BankProblem::line));
        return new ParsedBank(
                name == null || name.isBlank() ? null : name,
                sections,
                questions,
                resolved.revisions(),
                resolved.proposals(),
                problems);
    }

    /**
     * Sections in document order: each prefix of a path once, at the line where it first begins.
     */
    private static List<Section> sections(List<Draft> drafts) {
        Map<List<String>, Section> sections = new LinkedHashMap<>();
        List<String> before = List.of();
        for (var draft : drafts) {
            if (draft.path().equals(before)) {
                continue;
            }
            before = draft.path();
            for (int depth = 1; depth <= draft.path().size(); depth++) {
                var path = draft.path().subList(0, depth);
                int line = draft.pathLines().get(depth - 1);
                sections.computeIfAbsent(List.copyOf(path), it -> new Section(it, line + 1));
            }
        }
        return List.copyOf(sections.values());
    }
}
