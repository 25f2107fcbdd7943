package org.interviewplanner.bank;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.interviewplanner.bank.Slots.Role;
import org.interviewplanner.bank.Unit.Kind;
import org.jspecify.annotations.Nullable;

/** Labelled lines, summaries, bold paragraphs and numbered paragraphs, in this order. */
final class BlockSlots {
    private enum Form {
        LABELLED("labelled lines"),
        SUMMARY("folds"),
        BOLD("bold lines"),
        SLANTED("lines in italics"),
        NUMBERED("numbered paragraphs");

        private final String words;

        Form(String words) {
            this.words = words;
        }
    }

    private static final double SOME = 0.15;
    private static final int MANY_TIMES = 2;

    private final Ground ground;

    BlockSlots(Ground ground) {
        this.ground = ground;
    }

    void find() {
        for (int i = 0; i < ground.size(); i++) {
            if (ground.is(i, Kind.SUMMARY) && ground.isOpen(i)) {
                boolean isOverFolds = holdsSummaries(i);
                var items = isOverFolds || ground.asks(i) ? List.<Integer>of() : items(i);
                if (isOverFolds || !items.isEmpty()) {
                    ground.setRole(i, Role.SECTION);
                }
                items.forEach(item -> ground.setRole(item, Role.QUESTION));
            }
        }
        for (int i = 0; i + 1 < ground.size(); i++) {
            if (announces(i) && ground.isBoldParagraph(i) && ground.isOpen(i)) {
                ground.setRole(i, Role.TITLE);
                swallowUntilNext(i);
            }
        }
        Map<Form, List<Integer>> families = new EnumMap<>(Form.class);
        for (int i = 0; i < ground.size(); i++) {
            var form = ground.isOpen(i) ? form(i) : null;
            if (form != null) {
                families.computeIfAbsent(form, it -> new ArrayList<>()).add(i);
            }
        }
        families.forEach(this::family);
    }

    private boolean announces(int i) {
        return i + 1 < ground.size()
                && ground.is(i, Kind.PARAGRAPH)
                && ground.is(i + 1, Kind.PARAGRAPH)
                && Labels.announces(ground.unit(i).text());
    }

    /**
     * The items of a fold that holds nothing but a list which asks, or which its summary calls
     * questions; else none.
     */
    private List<Integer> items(int summary) {
        var items = new ArrayList<Integer>();
        for (int i = summary + 1; i < ground.foldEnd(summary); i++) {
            if (ground.is(i, Kind.ITEM) && ground.isOpen(i)) {
                items.add(i);
            } else if (!ground.isFrame(i) || ground.isAside(i)) {
                return List.of();
            }
        }
        boolean areCalledSo =
                Lexicon.shipped().mentions(Lexicon.Meaning.QUESTIONS, ground.unit(summary).text());
        boolean areThese =
                items.size() >= 2
                        && (areCalledSo || ground.asking(items) >= Ground.NEARLY_ALL)
                        && items.stream().allMatch(i -> ground.unit(i).parent() < 0);
        return areThese ? items : List.of();
    }

    /** Whether a fold holds nothing but folds of its own: its summary names a group of them. */
    private boolean holdsSummaries(int summary) {
        int end = ground.foldEnd(summary);
        for (int i = summary + 1; i < end; i++) {
            if (ground.is(i, Kind.SUMMARY)) {
                return !ground.isAside(i);
            }
            if (!ground.isFrame(i)) {
                return false;
            }
        }
        return false;
    }

    private @Nullable Form form(int i) {
        var unit = ground.unit(i);
        var phrase = ground.entryAt(i).phrase();
        if (unit.is(Kind.SUMMARY)) {
            return Form.SUMMARY;
        }
        if (!unit.is(Kind.PARAGRAPH) && !unit.is(Kind.ITEM)) {
            return null;
        }
        if (phrase.labelled()) {
            return Form.LABELLED;
        }
        boolean isFree = unit.is(Kind.PARAGRAPH) && unit.parent() < 0;
        if (isFree && phrase.bold()) {
            return Form.BOLD;
        }
        if (isFree && isSlanted(unit.text())) {
            return Form.SLANTED;
        }
        return isFree && phrase.number() != null ? Form.NUMBERED : null;
    }

    /** {@code _What is X?_} */
    private static boolean isSlanted(String text) {
        int last = text.length() - 1;
        return last > 2
                && (text.charAt(0) == '_' || text.charAt(0) == '*')
                && text.charAt(1) != text.charAt(0)
                && text.indexOf(text.charAt(0), 1) == last;
    }

    private void family(Form form, List<Integer> family) {
        var open = family.stream().filter(ground::isOpen).toList();
        var askers = open.stream().filter(ground::asks).toList();
        double share = open.isEmpty() ? 0 : (double) askers.size() / open.size();
        boolean isCounted =
                ground.self().saysAnything()
                        && open.stream().allMatch(i -> ground.entryAt(i).phrase().number() != null)
                        && areInOrder(open);
        boolean isWhole =
                form == Form.LABELLED
                        || share >= Ground.NEARLY_ALL && open.size() >= 2
                        || isCounted && !askers.isEmpty() && share >= SOME && open.size() >= 2;
        if (form != Form.LABELLED && !isCounted && !ground.areQuestions(askers)) {
            doubtRejected(form, askers);
            return;
        }
        var asked =
                isWhole ? open : askers.size() >= 3 && share >= SOME ? askers : List.<Integer>of();
        var chosen = form == Form.BOLD ? withoutAnswers(asked) : asked;
        if (form == Form.BOLD && areOverQuestions(chosen)) {
            chosen.forEach(i -> ground.setRole(i, Role.QUESTION));
            return;
        }
        boolean areTitles =
                form == Form.LABELLED
                        && chosen.size() >= 2
                        && chosen.stream().allMatch(this::isOverQuestion);
        chosen.forEach(i -> ground.setRole(i, areTitles ? Role.TITLE : Role.QUESTION));
        chosen.forEach(this::swallowUntilNext);
        if (chosen.isEmpty()) {
            doubtRejected(form, askers);
        } else if (chosen.size() < asked.size()) {
            ground.doubt(
                    chosen.getFirst(),
                    "%d %s that ask stand behind the answer of another; read as part of it."
                            .formatted(asked.size() - chosen.size(), form.words));
        } else if (chosen.size() < open.size() && form != Form.LABELLED) {
            ground.doubt(
                    chosen.getFirst(),
                    "%d of the %d %s of this document ask; only these are read as questions."
                            .formatted(chosen.size(), open.size(), form.words));
        }
    }

    /**
     * Where the first line of each part stands right below its heading, those behind the answer of
     * the part, without one of their own, belong to it.
     */
    private List<Integer> withoutAnswers(List<Integer> lines) {
        var first = lines.stream().filter(i -> i > 0 && ground.is(i - 1, Kind.HEADING)).toList();
        long parts = lines.stream().map(ground::headingAbove).distinct().count();
        if (first.size() < 2 || first.size() != parts || parts == lines.size()) {
            return lines;
        }
        var kept = new ArrayList<Integer>();
        for (int begin : first) {
            int answer = -1;
            int lastAnswer = -1;
            int end = begin;
            for (; end < ground.size() && !ground.is(end, Kind.HEADING); end++) {
                var label =
                        ground.is(end, Kind.PARAGRAPH) ? Label.of(ground.unit(end).text()) : null;
                if (label != null && label.answers()) {
                    answer = answer < 0 ? end : answer;
                    lastAnswer = end;
                }
            }
            int last = end;
            var part = lines.stream().filter(i -> i >= begin && i < last).toList();
            boolean isAnswered =
                    answer >= 0
                            && part.size() > 1
                            && answer < part.get(1)
                            && lastAnswer < part.get(1);
            kept.addAll(isAnswered ? part.subList(0, 1) : part);
        }
        return kept;
    }

    /**
     * Whether many more items than these lines stand below them, nearly all asking: the items are
     * the questions.
     */
    private boolean areOverQuestions(List<Integer> lines) {
        var items = new ArrayList<Integer>();
        for (int k = 0; k < lines.size(); k++) {
            int end = k + 1 < lines.size() ? lines.get(k + 1) : ground.size();
            for (int i = lines.get(k) + 1; i < end && !ground.is(i, Kind.HEADING); i++) {
                if (ground.is(i, Kind.ITEM) && ground.unit(i).parent() < 0 && ground.isOpen(i)) {
                    items.add(i);
                }
            }
        }
        return items.size() >= MANY_TIMES * lines.size()
                && ground.asking(items) >= Ground.NEARLY_ALL
                && items.stream().filter(ground::asksClearly).count() >= MANY_TIMES * lines.size();
    }

    /**
     * Whether a numbered label stands before a mere remark, with one paragraph below that is the
     * question, over the boxes to tick.
     */
    private boolean isOverQuestion(int i) {
        return i + 3 < ground.size()
                && ground.is(i, Kind.PARAGRAPH)
                && ground.entryAt(i).asks() < Entry.SURE
                && ground.entryAt(i).phrase().number() != null
                && ground.is(i + 1, Kind.PARAGRAPH)
                && ground.is(i + 2, Kind.ITEM)
                && ground.isTask(i + 2)
                && ground.isTask(i + 3);
    }

    /** Whether the numbers rise below each heading. */
    private boolean areInOrder(List<Integer> entries) {
        int last = 0;
        int heading = -1;
        for (int i : entries) {
            int next = lastNumber(ground.entryAt(i).phrase().number());
            if (next <= (ground.headingAbove(i) == heading ? last : 0)) {
                return false;
            }
            last = next;
            heading = ground.headingAbove(i);
        }
        return true;
    }

    /** The last part of a number such as {@code 1.12}, or 0. */
    private static int lastNumber(@Nullable String number) {
        var last = number == null ? "" : number.substring(number.lastIndexOf('.') + 1);
        return last.matches("\\d{1,4}") ? Integer.parseInt(last) : 0;
    }

    private void doubtRejected(Form form, List<Integer> askers) {
        var clear = askers.stream().filter(ground::asksClearly).toList();
        if (clear.size() >= 2) {
            ground.doubt(
                    clear.getFirst(),
                    "%d %s of this document ask, but hardly as a list of questions does; not read as questions."
                            .formatted(clear.size(), form.words));
        }
    }

    /**
     * The answer of a paragraph runs to the next question or heading, that of a summary to the end
     * of its fold.
     */
    private void swallowUntilNext(int from) {
        boolean isSummary = ground.is(from, Kind.SUMMARY);
        int end = isSummary ? ground.foldEnd(from) : ground.size();
        for (int i = from + 1; i < end; i++) {
            boolean isHeading = ground.is(i, Kind.HEADING) && !isSummary && !ground.isSwallowed(i);
            boolean isAnnounced = ground.isBoldParagraph(i) && !isSummary && announces(i);
            boolean isNext = ground.role(i) == Role.QUESTION || ground.role(i) == Role.TITLE;
            if (isNext || isHeading || isAnnounced) {
                return;
            }
            ground.swallow(i);
        }
    }
}
