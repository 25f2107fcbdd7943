package org.interviewplanner.bank;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.interviewplanner.bank.Slots.Role;
import org.interviewplanner.bank.Unit.Kind;

/**
 * Headings as questions over their answers, or as titles over their questions; the outer levels
 * first.
 */
final class HeadingSlots {
    /** So few asking headings may also belong to an article or a read-me. */
    private static final int FEW = 5;

    private static final int FEWEST_ALIKE = 3;
    private static final double SOME = 0.1;
    private static final double HARDLY_ANY = 0.02;

    /** Below this share the entries that do not ask are more than a slip. */
    private static final double CLEARLY_ALL = 0.8;

    /** From this share of numbered headings one without number is none of them. */
    private static final double NUMBERED = 0.75;

    private final Ground ground;
    private final CountedHeadings countedHeadings;
    private final BitSet counted = new BitSet();

    /** The level of the first heading that is counted across levels. */
    private int countedLevel;

    HeadingSlots(Ground ground) {
        this.ground = ground;
        countedHeadings = new CountedHeadings(ground);
    }

    void find() {
        Map<Integer, List<Integer>> families = new TreeMap<>();
        var headings =
                IntStream.range(0, ground.size())
                        .filter(i -> ground.is(i, Kind.HEADING) && ground.isOpen(i))
                        .filter(i -> !holdsTable(i))
                        .boxed()
                        .toList();
        count(headings);
        for (int i : headings) {
            int level = counted.get(i) ? countedLevel : ground.unit(i).level();
            families.computeIfAbsent(level, it -> new ArrayList<>()).add(i);
        }
        for (var family : families.values()) {
            furniture(family);
            family.stream().filter(i -> ground.isOpen(i) && isLabelOnly(i)).forEach(this::title);
            family.stream()
                    .filter(i -> ground.isOpen(i) && ground.entryAt(i).phrase().labelled())
                    .forEach(this::question);
            family(family.stream().filter(ground::isOpen).toList());
        }
    }

    /**
     * Finds headings whose numbers count on from 1 without a gap, at whatever level each was typed,
     * unless they are few or of one level.
     */
    private void count(List<Integer> headings) {
        var chain = new ArrayList<Integer>();
        for (int i : headings) {
            if (Integer.toString(chain.size() + 1).equals(ground.entryAt(i).phrase().number())) {
                chain.add(i);
            } else if (isNumbered(i)) {
                return;
            }
        }
        long levels = chain.stream().map(i -> ground.unit(i).level()).distinct().count();
        if (chain.size() >= FEW && levels > 1) {
            chain.forEach(counted::set);
            countedLevel = ground.unit(chain.getFirst()).level();
        }
    }

    private void family(List<Integer> family) {
        if (family.size() < 2) {
            return;
        }
        var askers = family.stream().filter(ground::asks).toList();
        var chosen = inCalledPart(chosen(family, askers), askers);
        long overLists = chosen.stream().filter(this::holdsQuestions).count();
        if (chosen.isEmpty() || overLists >= Ground.MOST * chosen.size()) {
            if (!titles(family) && chosen.isEmpty()) {
                doubtRejected(askers);
            }
            return;
        }

        uncover(chosen);
        boolean areBare = 2 * chosen.stream().filter(this::holdsSomething).count() < chosen.size();
        boolean areNumbered =
                chosen.stream().filter(this::isNumbered).count() >= NUMBERED * chosen.size();
        for (int i : chosen) {
            boolean isEmpty = !holdsSomething(i) && !areBare;
            boolean isOdd = areNumbered && !isNumbered(i);
            boolean isStub = isEmpty && isOdd || !ground.asks(i) && (isEmpty || isOdd);
            boolean isOther = ground.isOther(i) || ground.isUnderOther(i);
            if (ground.isOpen(i) && !isOther && !isStub) {
                question(i);
            } else if (areNumbered
                    && !isNumbered(i)
                    && ground.isOpen(i)
                    && !isRightOverHeading(i)) {
                // Beside numbered questions it is no section of them either.
                ground.setRole(i, Role.ASIDE);
            }
        }
        if (chosen.stream().anyMatch(i -> ground.role(i) == Role.QUESTION)) {
            // Of a whole level that is chosen some are names of sections.
            boolean isWhole = chosen.size() == family.size();
            IntPredicate isOne =
                    i ->
                            !ground.isOther(i)
                                    && (!isWhole
                                            || ground.asks(i)
                                            || ground.role(i) == Role.QUESTION);
            doubtChosen(
                    family.stream().filter(isOne::test).toList(),
                    chosen.stream().filter(isOne::test).toList(),
                    askers);
        } else {
            doubtRejected(askers);
        }
    }

    /** If all that ask stand in parts called questions, what stands elsewhere is none. */
    private List<Integer> inCalledPart(List<Integer> chosen, List<Integer> askers) {
        return !askers.isEmpty() && askers.stream().allMatch(ground::isInCalledPart)
                ? chosen.stream().filter(ground::isInCalledPart).toList()
                : chosen;
    }

    /**
     * Headings that come again and again with nothing below, beside numbered ones, are no entries.
     */
    private void furniture(List<Integer> family) {
        if (family.stream().noneMatch(this::isNumbered)) {
            return;
        }
        Map<String, Long> counts =
                family.stream()
                        .filter(i -> !isNumbered(i) && isRightOverHeading(i))
                        .collect(groupingBy(i -> ground.unit(i).text(), counting()));
        family.stream()
                .filter(i -> counts.getOrDefault(ground.unit(i).text(), 0L) >= FEWEST_ALIKE)
                .forEach(i -> {
                    ground.setAside(i);
                    ground.swallow(i);
                });
    }

    private void doubtRejected(List<Integer> askers) {
        var clear = askers.stream().filter(ground::asksClearly).toList();
        if (clear.size() >= 2) {
            ground.doubt(
                    clear.getFirst(),
                    "%d headings of this level ask, but hardly as a list of questions does; not read as questions."
                            .formatted(clear.size()));
        }
    }

    private void doubtChosen(List<Integer> family, List<Integer> chosen, List<Integer> askers) {
        if (chosen.size() < family.size()) {
            ground.doubt(
                    askers.getFirst(),
                    "%d of the %d headings of this level ask; only these are read as questions."
                            .formatted(askers.size(), family.size()));
        } else if (askers.size() < CLEARLY_ALL * family.size()) {
            var silent = family.stream().filter(i -> !ground.asks(i)).findFirst().orElseThrow();
            ground.doubt(
                    silent,
                    "The headings of this level that do not ask (%d of %d, the first here) are read as questions like the others."
                            .formatted(family.size() - askers.size(), family.size()));
        } else if (!ground.self().saysAnything()
                && askers.size() <= FEW
                && !family.stream().allMatch(this::isNumbered)) {
            ground.doubt(
                    askers.getFirst(),
                    "Nothing says that this document lists questions; its %d headings that ask are read as such."
                            .formatted(askers.size()));
        }
    }

    /**
     * All of the family if most of it asks, else those that ask, if they are more than a few stray
     * ones.
     */
    private List<Integer> chosen(List<Integer> family, List<Integer> askers) {
        if (countedHeadings.areTasks(family) || countedHeadings.areAll(family, askers)) {
            return family;
        }
        if (askers.size() < 2
                || askers.size() < 3 && askers.stream().noneMatch(ground::asksClearly)
                || !ground.areQuestions(askers)) {
            return List.of();
        }
        double share =
                (double) askers.stream().filter(i -> !ground.isOther(i)).count()
                        / family.stream().filter(i -> !ground.isOther(i)).count();
        boolean isManual =
                share < CLEARLY_ALL
                        && askers.stream().noneMatch(ground::asksClearly)
                        && askers.stream().noneMatch(this::isNumbered);
        if (isManual) {
            return List.of();
        }
        boolean isBacked =
                askers.size() > FEW
                        || ground.callsItselfQuestions()
                        || ground.self().isAboutInterviews()
                        || areAnswered(askers)
                        || areUniform(family, askers)
                        || areInParts(family, askers)
                        || RecurringLabels.below(askers, ground)
                        || areCalledQuestions(askers);
        if (share >= Ground.MOST && isBacked && isShareOfAll(askers, HARDLY_ANY)) {
            return family;
        }
        if (countedHeadings.isLong(family) && askers.size() >= 2 && isShareOfAll(askers, SOME)) {
            return family;
        }
        boolean isPart =
                isBacked && askers.size() >= 3 && share >= SOME && isShareOfAll(askers, SOME);
        return isPart ? askers : List.of();
    }

    /**
     * Where all questions stand deeper than a table of contents that comes before them, they are
     * none of it: it covers its own links only.
     */
    private void uncover(List<Integer> chosen) {
        boolean areCovered =
                ground.callsItselfQuestions() && chosen.stream().allMatch(ground::isUnderOther);
        if (areCovered) {
            chosen.stream()
                    .flatMapToInt(i ->
                            IntStream.iterate(
                                    ground.outerHeading(i), it -> it >= 0, ground::outerHeading))
                    .filter(i -> i >= 0 && ground.isOther(i) && holdsLinksOnly(i))
                    .distinct()
                    .forEach(ground::endAtNextHeading);
        }
    }

    /** Whether nothing but links stands between a heading and the next one. */
    private boolean holdsLinksOnly(int heading) {
        int links = 0;
        for (int i = heading + 1; i < ground.size() && !ground.is(i, Kind.HEADING); i++) {
            boolean isLink =
                    ground.isAside(i) || ground.unit(i).cells().stream().anyMatch(Links::isMainly);
            links += isLink ? 1 : 0;
            boolean isNamed = ground.is(i, Kind.ROW) || ground.is(i, Kind.HEADER);
            if (!isLink && !isNamed && !ground.isFrame(i)) {
                return false;
            }
        }
        return links > 0;
    }

    /** Whether all stand below headings that call what they hold questions. */
    private boolean areCalledQuestions(List<Integer> askers) {
        return askers.size() >= 3
                && askers.stream()
                        .map(ground::outerHeading)
                        .allMatch(i ->
                                i >= 0
                                        && !ground.isOther(i)
                                        && Lexicon.shipped()
                                                .mentions(
                                                        Lexicon.Meaning.QUESTIONS,
                                                        ground.unit(i).text()));
    }

    /** Whether most headings have something below that calls itself an answer. */
    private boolean areAnswered(List<Integer> askers) {
        return askers.size() >= 3
                && 2 * askers.stream().filter(this::isAnswered).count() > askers.size();
    }

    private boolean isAnswered(int heading) {
        for (int i = heading + 1; i < ground.regionEnd(heading); i++) {
            var unit = ground.unit(i);
            var label = unit.is(Kind.PARAGRAPH) ? Label.of(unit.text()) : null;
            if (label != null && label.answers() && label.phrase().length() > 1
                    || unit.is(Kind.SUMMARY) && ground.isAside(i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether anything stands below a heading, if only a fold for an answer. */
    private boolean holdsSomething(int heading) {
        return ground.hasContent(heading)
                || IntStream.range(heading + 1, ground.regionEnd(heading))
                        .anyMatch(i -> ground.is(i, Kind.SUMMARY));
    }

    private boolean isRightOverHeading(int heading) {
        return heading + 1 < ground.size() && ground.is(heading + 1, Kind.HEADING);
    }

    /** Whether the document has no other headings but its title. */
    private boolean areAll(List<Integer> family) {
        return family.size()
                == IntStream.range(0, ground.size())
                        .filter(i -> ground.is(i, Kind.HEADING) && !ground.isTitle(i))
                        .count();
    }

    private boolean isNumbered(int i) {
        return ground.entryAt(i).phrase().number() != null;
    }

    /**
     * Whether at least three headings all ask or all carry numbers; two are enough where there are
     * no others.
     */
    private boolean areUniform(List<Integer> family, List<Integer> askers) {
        boolean areEnough = askers.size() >= 3 || askers.size() == family.size() && areAll(family);
        boolean isRecord =
                ground.isNamed()
                        && family.size() < FEW
                        && askers.stream().anyMatch(ground::isOfTeam);
        boolean areNumbered = family.stream().allMatch(this::isNumbered);
        // Articles have a title, and few of them headings that ask.
        boolean isNearlyAll =
                !ground.isNamed()
                        && family.size() >= FEW
                        && askers.size() >= CLEARLY_ALL * family.size();
        boolean areAsking =
                (askers.size() == family.size() || isNearlyAll)
                        && 2 * askers.stream().filter(ground::asksClearly).count() >= askers.size();
        return areEnough && !isRecord && (areNumbered || areAsking);
    }

    /** Whether most ask in each of several parts of a document: its parts are told by subject. */
    private boolean areInParts(List<Integer> family, List<Integer> askers) {
        return askers.size() >= 3
                && 2 * askers.size() >= family.size()
                && !ground.isNamed()
                && askers.stream()
                                .mapToInt(ground::outerHeading)
                                .filter(i -> i >= 0)
                                .distinct()
                                .count()
                        >= 2;
    }

    /** Whether some askers are at least a share of all that ask in the document. */
    private boolean isShareOfAll(List<Integer> askers, double share) {
        // To count them is to read all of the document's entries.
        return askers.size() >= share * ground.size() || askers.size() >= share * allAsking();
    }

    private long allAsking() {
        return IntStream.range(0, ground.size())
                .filter(i -> ground.entry(i) != null && ground.entryAt(i).asks() >= Entry.SURE)
                .count();
    }

    /** "Question 3" as a heading, with the question itself below. */
    private boolean isLabelOnly(int i) {
        if (i + 1 >= ground.size() || !Labels.announces(ground.unit(i).text())) {
            return false;
        }
        var below = Label.of(ground.unit(i + 1).text());
        return ground.is(i + 1, Kind.PARAGRAPH) && (below == null || !below.asks());
    }

    /** Whether a table of questions stands below a heading. */
    private boolean holdsTable(int heading) {
        return IntStream.range(heading + 1, ground.regionEnd(heading))
                .filter(i -> ground.is(i, Kind.HEADER))
                .anyMatch(i ->
                        ground.unit(i).cells().stream().anyMatch(TableSlots::isQuestionColumn));
    }

    private void question(int i) {
        ground.setRole(i, Role.QUESTION);
        swallowBelow(i);
    }

    private void title(int i) {
        ground.setRole(i, Role.TITLE);
        swallowBelow(i);
    }

    private void swallowBelow(int heading) {
        int end = counted.get(heading) ? ground.size() : ground.regionEnd(heading);
        for (int i = heading + 1; i < end; i++) {
            if (ground.is(i, Kind.HEADING)
                    && (counted.get(i)
                            || counted.get(heading) && ground.unit(i).level() <= countedLevel
                            || ground.isLabelled(i)
                            || namesNext(i, ground.unit(heading).level()))) {
                return;
            }
            ground.swallow(i);
        }
    }

    /**
     * Whether a heading without anything below stands right over one of an outer level, as another
     * does over the first of that level: some write the names of sections smaller than questions.
     */
    private boolean namesNext(int heading, int level) {
        return isOverOuter(heading, level)
                && IntStream.range(0, heading)
                        .filter(i -> ground.is(i, Kind.HEADING) && !ground.isTitle(i))
                        .limit(1)
                        .anyMatch(i -> isOverOuter(i, level));
    }

    private boolean isOverOuter(int heading, int level) {
        int next = heading + 1;
        while (next < ground.size() && ground.isFrame(next)) {
            next++;
        }
        return ground.unit(heading).level() > level
                && next < ground.size()
                && ground.is(next, Kind.HEADING)
                && ground.unit(next).level() == level;
    }

    /**
     * Whether most of what stands below a heading asks: then it is a section, however it is
     * phrased.
     */
    private boolean holdsQuestions(int heading) {
        int entries = 0;
        int asking = 0;
        int prose = 0;
        for (int i = heading + 1; i < ground.regionEnd(heading); i++) {
            var unit = ground.unit(i);
            boolean isItem = unit.is(Kind.ITEM) && unit.level() == 1;
            boolean isForm =
                    isItem
                            || unit.is(Kind.SUMMARY)
                            || unit.is(Kind.HEADING)
                            || ground.isBoldParagraph(i);
            if (isForm && ground.isOpen(i)) {
                entries++;
                asking += ground.entryAt(i).asks() >= Entry.SURE ? 1 : 0;
            } else if (unit.parent() < 0 && (unit.is(Kind.PARAGRAPH) || unit.is(Kind.CODE))) {
                prose++;
            }
        }
        return asking >= 2 && asking >= 0.7 * entries && prose <= 1 + asking / 2;
    }

    /**
     * Headings that are short titles of the questions printed below them; whether they are that.
     */
    private boolean titles(List<Integer> family) {
        var leaves =
                family.stream()
                        .filter(i -> !ground.isOther(i) && !holdsHeading(i) && ground.hasContent(i))
                        .toList();
        long titled = leaves.stream().filter(this::isTitle).count();
        boolean areEnough =
                titled >= 3 || titled >= 2 && leaves.stream().allMatch(this::isCountedLabel);
        boolean areTitles = areEnough && titled >= Ground.MOST * leaves.size();
        if (areTitles) {
            leaves.forEach(this::title);
            if (titled < CLEARLY_ALL * leaves.size()) {
                ground.doubt(
                        leaves.getFirst(),
                        "Below %d of the %d headings of this level stands one question; all are read as titles of a question."
                                .formatted(titled, leaves.size()));
            }
        }
        return areTitles;
    }

    /** {@code Scenario 3: …}. */
    private boolean isCountedLabel(int heading) {
        var label = Label.of(Phrase.joined(ground.unit(heading).text()));
        return label != null && label.number() != null;
    }

    private boolean isTitle(int heading) {
        int paragraphs = 0;
        int asking = 0;
        int others = 0;
        for (int i = heading + 1; i < ground.regionEnd(heading); i++) {
            if (paragraphs > 4 || others > 6) {
                return false;
            }
            var unit = ground.unit(i);
            if (unit.is(Kind.PARAGRAPH) && unit.parent() < 0) {
                var entry = ground.entry(i);
                paragraphs++;
                if (entry != null && (entry.phrase().bold() || entry.phrase().labelled())) {
                    return false;
                }
                asking += Asking.of(Phrase.joined(unit.text())) >= Entry.SURE ? 1 : 0;
            } else if (unit.is(Kind.ITEM) || unit.is(Kind.ROW) || unit.is(Kind.SUMMARY)) {
                others++;
            }
        }
        return paragraphs <= 4 && asking >= 1 && asking <= 2 && others <= 6;
    }

    private boolean holdsHeading(int heading) {
        for (int i = heading + 1; i < ground.regionEnd(heading); i++) {
            if (ground.is(i, Kind.HEADING)) {
                return true;
            }
        }
        return false;
    }
}
