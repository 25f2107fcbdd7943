package org.interviewplanner.bank;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.interviewplanner.bank.Lexicon.Meaning;
import org.interviewplanner.bank.Slots.Role;
import org.interviewplanner.bank.Unit.Kind;

/** List items: each list by itself, backed by what the other lists of the document are. */
final class ItemSlots {
    /** A follow-up must be a question of its own, not a fragment of the one above. */
    private static final int SHORTEST_FOLLOW_UP = 8;

    private static final double MANY = 0.6;
    private static final double FEW = 0.4;
    private static final double SOME = 0.25;
    private static final double NEARLY_ALL = 0.75;
    private static final int USUAL = 8;

    /** So many asking entries show that a document which does not say so is one of questions. */
    private static final int SOME_QUESTIONS = 10;

    private static final int LARGE = 20;
    private static final int LONGEST_ADVICE = 12;

    /** So many items that ask without a question mark, and hardly another, are no instruction. */
    private static final int MANY_PROMPTS = 5;

    private static final double HARDLY_ANY_ELSE = 0.9;
    private static final int FEWEST_SCATTERED = 3;
    private static final int STATEMENT = 40;

    private final Ground ground;
    private final SisterLists sisters;
    private final List<List<Integer>> accepted = new ArrayList<>();
    private final List<Integer> rejected = new ArrayList<>();
    private boolean areLabelled;
    private boolean isAloud;

    ItemSlots(Ground ground) {
        this.ground = ground;
        sisters = new SisterLists(ground, this::question);
    }

    void find() {
        areLabelled = ground.isLabelled();
        var lists =
                ground.lists().stream()
                        .map(it -> it.stream().filter(ground::isOpen).toList())
                        .filter(it -> !it.isEmpty())
                        .toList();
        var broken = lists.stream().filter(this::isBroken).toList();
        broken.forEach(this::broken);
        var all = lists.stream().filter(it -> it.stream().anyMatch(ground::isOpen)).toList();
        boolean isCalled = askOnlyInCalledParts(all);
        var open =
                all.stream()
                        .filter(it ->
                                !isCalled
                                        || ground.isInCalledPart(it.getFirst())
                                        || ground.asking(places(it)) >= SOME)
                        .toList();
        var outer = open.stream().map(this::places).flatMap(List::stream).toList();
        double share = ground.asking(outer);
        var askers = outer.stream().filter(ground::asks).toList();
        boolean arePrompts = askers.size() >= MANY_PROMPTS && share >= HARDLY_ANY_ELSE;
        open.stream().filter(this::isCalledSo).forEach(this::called);
        if (!arePrompts && !ground.areQuestions(askers)) {
            rejected.addAll(askers.stream().filter(ground::asksClearly).toList());
            return;
        }
        isAloud = asksAloud(askers) || share >= NEARLY_ALL;
        int total = (int) Math.round(share * outer.size()) + ground.found();
        open.forEach(it -> list(it, share, outer.size(), total));
        scattered(open);
        sisters.find(open, total);
        accepted.addAll(open);
    }

    /** Whether nearly all lists that ask stand in parts called questions, and others elsewhere. */
    private boolean askOnlyInCalledParts(List<List<Integer>> lists) {
        var asking = lists.stream().filter(it -> ground.asking(places(it)) >= Ground.MOST).toList();
        long called = asking.stream().filter(it -> ground.isInCalledPart(it.getFirst())).count();
        return called >= 2 && called == asking.size();
    }

    /** Whether a list asks right below a heading that calls it questions. */
    private boolean isCalledSo(List<Integer> list) {
        int heading = sisters.headingNear(list.getFirst());
        var outer = list.stream().filter(this::isOuter).toList();
        return heading >= 0
                && (outer.size() >= 2 || isOnly(outer.getFirst(), heading))
                && !ground.isOther(heading)
                && !ground.isUnderOther(heading)
                && Lexicon.shipped().mentions(Meaning.QUESTIONS, ground.unit(heading).text())
                && ground.asking(outer) >= Ground.NEARLY_ALL
                && outer.stream().anyMatch(ground::asksClearly)
                && outer.stream().noneMatch(ground::isOfReader)
                && !ground.areAboutQuestions(outer);
    }

    /** Whether an item with a question mark is all that stands below its heading. */
    private boolean isOnly(int item, int heading) {
        return asksAloud(item)
                && IntStream.range(heading + 1, ground.regionEnd(heading))
                        .allMatch(i ->
                                i == item || ground.unit(i).parent() >= item || ground.isFrame(i));
    }

    private void called(List<Integer> list) {
        list.stream().filter(this::isOuter).forEach(this::question);
    }

    /** Whether other lists stand between the items of a numbered list. */
    private boolean isBroken(List<Integer> list) {
        return !between(list).isEmpty();
    }

    /** The outermost items that stand between those of a list. */
    private List<Integer> between(List<Integer> list) {
        return Lists.between(list, ground).stream()
                .filter(i -> ground.is(i, Kind.ITEM) && isOuter(i) && ground.isOpen(i))
                .toList();
    }

    /**
     * What stands between numbered items are their answers, unless it asks and they do not: then
     * they name its parts.
     */
    private void broken(List<Integer> list) {
        var between = between(list);
        var outer = list.stream().filter(this::isOuter).toList();
        boolean areNames =
                ground.asking(between) >= MANY
                        && ground.asking(outer) < FEW
                        && 2 * (outer.size() - 1) <= between.size();
        if (areNames) {
            outer.forEach(i -> ground.setRole(i, Role.SECTION));
        } else if (ground.asking(outer) > ground.asking(between)) {
            Lists.between(list, ground).forEach(ground::swallow);
        }
    }

    /** Lists that ask in part are close decisions; each kind is told once, when all is decided. */
    void doubts() {
        var left = rejected.stream().filter(i -> ground.role(i) == Role.CONTENT).toList();
        if (left.size() >= 2) {
            ground.doubt(
                    left.getFirst(),
                    "%d items of lists ask, but hardly as a list of questions does; not read as questions."
                            .formatted(left.size()));
        }
        var parts =
                accepted.stream()
                        .map(this::places)
                        .filter(it ->
                                it.size() >= 2
                                        && ground.asking(it) >= FEW
                                        && ground.asking(it) < NEARLY_ALL)
                        .toList();
        partly(parts, Role.QUESTION, "many items do not ask; all are read as questions");
        partly(parts, Role.CONTENT, "some items ask; none are read as questions");
    }

    private void partly(List<List<Integer>> lists, Role role, String words) {
        var such =
                lists.stream()
                        .filter(it -> it.stream().allMatch(i -> ground.role(i) == role))
                        .toList();
        if (!such.isEmpty()) {
            ground.doubt(
                    such.getFirst().getFirst(),
                    "In %d list(s), the first here, %s.".formatted(such.size(), words));
        }
    }

    /** The items of a list that may be its questions: the outer ones, or those that they group. */
    private List<Integer> places(List<Integer> list) {
        var outer = list.stream().filter(this::isOuter).toList();
        var inner = list.stream().filter(i -> !isOuter(i)).toList();
        return isGrouped(outer, inner)
                ? inner.stream().filter(i -> ground.unit(i).level() == 2).toList()
                : outer;
    }

    /** Whether all items are whole sentences that state something. */
    private boolean areStatements(List<Integer> items) {
        return items.stream()
                .map(i -> ground.entryAt(i).phrase().wording())
                .allMatch(it -> it.length() >= STATEMENT && (it.endsWith(".") || it.endsWith("。")));
    }

    private boolean isOuter(int i) {
        return ground.unit(i).parent() < 0;
    }

    private void list(List<Integer> list, double share, int outerItems, int total) {
        var outer = list.stream().filter(this::isOuter).toList();
        var inner = list.stream().filter(i -> !isOuter(i)).toList();
        if (speaksOfCandidates(outer) || !isGrouped(outer, inner) && areAboutQuestions(outer)) {
            list.forEach(this::advice);
            return;
        }
        boolean isAmongLabels = areLabelled && !asksAloud(outer);
        boolean isStray = list.size() < 5 && total >= 15 && isPreamble(list.getFirst());
        if (isStray || isAmongLabels || outer.isEmpty()) {
            return;
        }
        double asking = ground.asking(outer);
        if (isGrouped(outer, inner)) {
            var holders = holders(inner);
            outer.stream().filter(holders::contains).forEach(i -> ground.setRole(i, Role.SECTION));
            inner.stream()
                    .filter(i -> ground.unit(i).level() == 2 || isComplete(i))
                    .forEach(this::question);
            return;
        }
        boolean isBacked =
                ground.callsItselfQuestions()
                        || ground.self().isAboutInterviews() && share >= MANY
                        || outerItems >= MANY_PROMPTS && share >= NEARLY_ALL
                        || (total >= SOME_QUESTIONS || asking >= NEARLY_ALL && isAloud)
                                && (share >= FEW || asking >= MANY && outer.size() >= 5);
        boolean asks =
                asking >= Ground.MOST && isBacked && (outer.size() >= 2 || share >= Ground.MOST);
        boolean isUsual =
                share >= MANY
                        && outerItems >= USUAL
                        && (asking > 0 || total >= LARGE && !areStatements(outer));
        if (asks || isUsual && isDirectlyUnderQuestions(list.getFirst())) {
            outer.subList(0, statements(outer)).forEach(this::question);
            boolean areFollowUps = ground.asking(inner) >= Ground.MOST;
            inner.stream()
                    .filter(i ->
                            areFollowUps
                                    ? isComplete(i) || isLongPrompt(i)
                                    : isComplete(i) && asksAloud(i))
                    .forEach(this::question);
        }
    }

    /**
     * Index of the first of several items at the end that state something, set apart from a list of
     * questions by its only blank line; the size of the list if there are none.
     */
    private int statements(List<Integer> outer) {
        int apart = outer.size();
        for (int k = 1; k < outer.size(); k++) {
            int i = outer.get(k);
            if (ground.unit(i).line() > ground.unit(i - 1).textEnd() + 1) {
                if (apart < outer.size()) {
                    return outer.size();
                }
                apart = k;
            }
        }
        var rest = outer.subList(apart, outer.size());
        boolean areStated =
                rest.size() >= 2
                        && rest.size() < apart
                        && rest.stream()
                                .allMatch(i ->
                                        !ground.asks(i)
                                                && ground.unit(i).text().length() >= STATEMENT);
        return areStated ? apart : outer.size();
    }

    /**
     * Answers that are not nested cut a list into lists of one item each: where nearly all of them
     * are questions, so are the others of their part.
     */
    private void scattered(List<List<Integer>> lists) {
        Map<Integer, List<Integer>> parts = new HashMap<>();
        lists.stream()
                .filter(it -> it.size() == 1 && isOuter(it.getFirst()))
                .map(List::getFirst)
                .forEach(i ->
                        parts.computeIfAbsent(ground.headingAbove(i), it -> new ArrayList<>())
                                .add(i));
        for (var part : parts.values()) {
            long asked = part.stream().filter(i -> ground.role(i) == Role.QUESTION).count();
            if (asked >= FEWEST_SCATTERED && asked >= NEARLY_ALL * part.size()) {
                part.forEach(this::question);
            }
        }
    }

    private void advice(int i) {
        ground.setAside(i);
        ground.setAdvice(i);
    }

    /** Whether items speak of the one who is asked, and most of the list does not ask. */
    private boolean speaksOfCandidates(List<Integer> items) {
        return !items.isEmpty()
                && items.size() <= LONGEST_ADVICE
                && ground.self().saysAnything()
                && ground.asking(items) <= Ground.MOST
                && items.stream()
                        .anyMatch(i ->
                                Lexicon.shipped()
                                        .mentions(Meaning.CANDIDATE, ground.unit(i).text()));
    }

    /** Whether most items speak of questions, and none asks aloud: what is to be done with them. */
    private boolean areAboutQuestions(List<Integer> items) {
        return items.size() >= 2
                && items.stream().noneMatch(this::asksAloud)
                && ground.areAboutQuestions(items);
    }

    /** Whether a question mark stands at half of the items or more; prompts alone may be advice. */
    private boolean asksAloud(List<Integer> items) {
        return 2 * items.stream().filter(this::asksAloud).count() >= items.size();
    }

    private boolean asksAloud(int i) {
        return ground.entryAt(i).asks() >= Entry.ALOUD;
    }

    private void question(int i) {
        var unit = ground.unit(i);
        boolean isElse =
                Links.isMainly(unit.text())
                        && Lexicon.shipped()
                                .means(
                                        Meaning.OTHER,
                                        Wordings.plain(ground.entryAt(i).phrase().wording()));
        if (!isElse) {
            ground.setRole(i, Role.QUESTION);
        }
    }

    /** Whether the outer items only name groups of asking items. */
    private boolean isGrouped(List<Integer> outer, List<Integer> inner) {
        if (inner.size() < 2
                || outer.isEmpty()
                || ground.asking(outer) >= FEW
                || ground.asking(inner) < MANY) {
            return false;
        }
        var holders = holders(inner);
        return outer.stream().filter(holders::contains).count() >= MANY * outer.size();
    }

    private Set<Integer> holders(List<Integer> inner) {
        var holders = new HashSet<Integer>();
        inner.forEach(i -> holders.add(ground.unit(i).parent()));
        return holders;
    }

    /** A prompt of several sentences is less sure by itself than among other follow-ups. */
    private boolean isLongPrompt(int i) {
        var entry = ground.entryAt(i);
        return entry.asksLikely()
                && Lexicon.shipped().begins(Meaning.OPENER, entry.phrase().wording());
    }

    private boolean isComplete(int i) {
        var entry = ground.entryAt(i);
        return entry.asks() >= Entry.SURE
                && entry.phrase().wording().length() >= SHORTEST_FOLLOW_UP;
    }

    /** Whether the list stands above every heading but the title. */
    private boolean isPreamble(int first) {
        int heading = ground.headingAbove(first);
        return (heading < 0 || ground.isTitle(heading))
                && ground.headingAbove(ground.size() - 1) > heading;
    }

    /** Whether right above a list stands a heading that does not call it answers. */
    private boolean isDirectlyUnderQuestions(int first) {
        int i = first - 1;
        while (i >= 0 && (ground.is(i, Kind.RULE) || ground.is(i, Kind.HTML))) {
            i--;
        }
        return i >= 0
                && ground.is(i, Kind.HEADING)
                && !ground.isTitle(i)
                && !sisters.isCalledAnswers(i);
    }
}
