package org.interviewplanner.bank;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.interviewplanner.bank.Slots.Role;
import org.interviewplanner.bank.Unit.Kind;
import org.jspecify.annotations.Nullable;

/** Says where a reading is unsure, so that nothing is guessed in silence. */
final class Doubts {
    private static final double NEARLY_ALL = 0.9;

    /** Of one kind of doubt so many are told one by one. */
    private static final int MOST_OF_A_KIND = 50;

    private final List<Draft> drafts;
    private final List<ParsedQuestion> questions;
    private final List<BankProblem> problems;

    private Doubts(List<Draft> drafts, List<ParsedQuestion> questions, List<BankProblem> problems) {
        this.drafts = drafts;
        this.questions = questions;
        this.problems = problems;
    }

    static void tell(
            Outline outline,
            Slots slots,
            Signs signs,
            int title,
            List<Draft> drafts,
            List<ParsedQuestion> questions,
            List<BankProblem> problems) {
        outline.repairs().forEach(it -> problems.add(it));
        var doubts = new Doubts(drafts, questions, problems);
        doubts.numbers();
        doubts.statements();
        doubts.openStrikes();
        doubts.repeated();
        doubts.pictures(signs);
        doubts.title(outline.units(), title);
        doubts.add(slots.doubts(), "readings are unsure");
        doubts.skipped(outline.units(), slots);
    }

    /** Numbers that repeat or leave a gap; lazy numbering (all the same) is none. */
    private void numbers() {
        Map<List<String>, List<ParsedQuestion>> sections = new HashMap<>();
        questions.stream()
                .filter(it -> it.parent() < 0 && isWhole(it.number()))
                .forEach(it ->
                        sections.computeIfAbsent(it.section(), key -> new ArrayList<>()).add(it));
        var found = new ArrayList<BankProblem>();
        for (var section : sections.values()) {
            if (section.stream().map(ParsedQuestion::number).distinct().count() > 1) {
                numbers(section, found);
            }
        }
        add(found, "numbers repeat or leave a gap");
    }

    private static boolean isWhole(@Nullable String number) {
        return number != null
                && number.length() <= 6
                && number.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static void numbers(List<ParsedQuestion> section, List<BankProblem> found) {
        Map<String, Integer> lines = new HashMap<>();
        for (var question : section) {
            var number = String.valueOf(question.number());
            var earlier = lines.putIfAbsent(number, question.line());
            if (earlier != null) {
                found.add(
                        new BankProblem(
                                question.line(),
                                "The number %s stands at line %d already; both are read as questions."
                                        .formatted(number, earlier)));
            } else if (Integer.parseInt(number) > 1
                    && !lines.isEmpty()
                    && lines.size() > 1
                    && !lines.containsKey(String.valueOf(Integer.parseInt(number) - 1))) {
                found.add(
                        new BankProblem(
                                question.line(),
                                "The number %s does not follow the one before it; kept as printed."
                                        .formatted(number)));
            }
        }
    }

    /** Entries that do not ask among entries that do. */
    private void statements() {
        long asking = drafts.stream().filter(it -> it.entry().asksLikely()).count();
        if (drafts.isEmpty() || asking < NEARLY_ALL * drafts.size()) {
            return;
        }
        var found = new ArrayList<BankProblem>();
        for (var draft : drafts) {
            if (!draft.entry().asksLikely() && !draft.isTitled()) {
                found.add(
                        new BankProblem(
                                draft.entry().unit().line() + 1,
                                "This does not look like a question; read as one because it stands where this document keeps them: \"%s\"."
                                        .formatted(
                                                Suggestions.shortened(
                                                        draft.entry().phrase().wording()))));
            }
        }
        add(found, "entries do not look like questions");
    }

    private void openStrikes() {
        var found = new ArrayList<BankProblem>();
        for (var draft : drafts) {
            var text = draft.entry().unit().text();
            if (draft.entry().phrase().mark() == Mark.STRUCK
                    && text.contains("~~")
                    && text.indexOf("~~") == text.lastIndexOf("~~")) {
                found.add(
                        new BankProblem(
                                draft.entry().unit().line() + 1,
                                "The ~~ is never closed; read as a question that is struck through."));
            }
        }
        add(found, "~~ are never closed");
    }

    private void repeated() {
        Map<Map.Entry<String, String>, ParsedQuestion> seen = new HashMap<>();
        var found = new ArrayList<BankProblem>();
        for (var question : questions) {
            var earlier =
                    seen.putIfAbsent(
                            Map.entry(Wordings.normal(question.wording()), question.body()),
                            question);
            if (earlier != null) {
                found.add(
                        new BankProblem(
                                question.line(),
                                "This question stands at line %d already; both are read."
                                        .formatted(earlier.line())));
            }
        }
        add(found, "questions repeat others");
    }

    /** Pictures that no legend explains. */
    private void pictures(Signs signs) {
        if (signs.hasLegend()) {
            return;
        }
        var starred = drafts.stream().filter(it -> Signs.holdsStar(text(it))).toList();
        var read =
                drafts.stream()
                        .filter(it ->
                                it.entry().phrase().level() != null && Signs.holdsLevel(text(it)))
                        .toList();
        if (!starred.isEmpty()) {
            problems.add(
                    new BankProblem(
                            starred.getFirst().entry().unit().line() + 1,
                            "Stars stand at %d question(s), the first here, and nothing explains them; not read as levels."
                                    .formatted(starred.size())));
        }
        if (!read.isEmpty()) {
            problems.add(
                    new BankProblem(
                            read.getFirst().entry().unit().line() + 1,
                            "The sign at this question is read as a level, as at %d question(s); nothing explains it."
                                    .formatted(read.size())));
        }
    }

    private static String text(Draft draft) {
        return draft.entry().unit().text();
    }

    private void title(List<Unit> units, int title) {
        if (title >= 0
                && units.stream()
                                .filter(it ->
                                        it.is(Kind.HEADING)
                                                && it.level() == units.get(title).level())
                                .count()
                        > 1) {
            problems.add(
                    new BankProblem(
                            units.get(title).line() + 1,
                            "Read as the name of the document, though other headings of its level follow."));
        }
    }

    /** Lists that ask but were not read, one sentence each. */
    private void skipped(List<Unit> units, Slots slots) {
        var found = new ArrayList<BankProblem>();
        int list = -1;
        for (int i = 0; i < units.size(); i++) {
            var unit = units.get(i);
            boolean isAside =
                    unit.is(Kind.ITEM)
                            && slots.role(i) == Role.ASIDE
                            && unit.group() != list
                            && !Links.isAnchor(unit.text());
            var entry = isAside ? slots.entry(i) : null;
            if (entry != null && entry.asks() >= Entry.SURE) {
                list = unit.group();
                found.add(
                        new BankProblem(
                                unit.line() + 1,
                                slots.isAdvice(i)
                                        ? "This list is read as advice, not as questions."
                                        : "This list leads to other places; not read as questions."));
            }
        }
        add(found, "lists lead to other places");
    }

    private void add(List<BankProblem> found, String kind) {
        problems.addAll(found.size() <= MOST_OF_A_KIND ? found : found.subList(0, MOST_OF_A_KIND));
        if (found.size() > MOST_OF_A_KIND) {
            problems.add(
                    new BankProblem(
                            found.get(MOST_OF_A_KIND).line(),
                            "%d more %s.".formatted(found.size() - MOST_OF_A_KIND, kind)));
        }
    }
}
