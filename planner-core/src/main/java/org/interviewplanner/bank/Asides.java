package org.interviewplanner.bank;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.interviewplanner.bank.Lexicon.Meaning;
import org.interviewplanner.bank.Unit.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Sets aside what only looks like entries: tables of contents, lists of links, credits, "View
 * answer".
 */
final class Asides {
    private static final double MOSTLY = 0.6;
    private static final double HARDLY = 0.2;

    /** Fewer linked questions are rather titles of articles. */
    private static final int FEWEST_LINKED = 3;

    private static final double LINKED_ASK = 0.65;
    private static final int MANY_LINKED = 10;
    private static final double MANY_LINKED_ASK = 0.35;

    /** So many names of lists of questions make an index of them. */
    private static final double INDEX = 0.25;

    private static final int SHORT = 40;
    private static final int MARKUP = 40;

    private final Ground ground;
    private final Map<String, Integer> summaries = new HashMap<>();
    private final Map<Integer, Boolean> links = new HashMap<>();
    private @Nullable Boolean linksAsk;
    private @Nullable Boolean areLinksAsking;

    Asides(Ground ground) {
        this.ground = ground;
    }

    void find() {
        folds();
        var named = names();
        int longest = named.stream().mapToInt(String::length).max().orElse(0);
        for (var list : ground.lists()) {
            if (isContents(list, named, longest) || isLinkList(list) || isUnderOther(list)) {
                list.forEach(ground::setAside);
            }
        }
        for (int i = 0; i < ground.size(); i++) {
            if (ground.is(i, Kind.PARAGRAPH) && Links.isAnchor(ground.unit(i).text())) {
                ground.setAside(i);
            }
            if (ground.is(i, Kind.HEADING) && isMereLabel(i)) {
                ground.setAside(i);
                ground.swallow(i);
            }
        }
    }

    /** What is folded under "Answer" belongs to the question above the fold, its headings too. */
    private void folds() {
        IntStream.range(0, ground.size())
                .filter(i -> ground.is(i, Kind.SUMMARY))
                .forEach(i ->
                        summaries.merge(Wordings.normal(ground.unit(i).text()), 1, Integer::sum));
        for (int i = 0; i < ground.size(); i++) {
            if (ground.is(i, Kind.SUMMARY)
                    && ground.entry(i) != null
                    && isOpener(ground.entryAt(i))) {
                ground.setAside(i);
                int end = ground.foldEnd(i);
                for (int k = i + 1; k < end; k++) {
                    ground.swallow(k);
                }
            }
        }
    }

    /** Whether a summary only says that something is folded below it. */
    private boolean isOpener(Entry entry) {
        var words = Wordings.plain(entry.phrase().wording());
        return entry.asks() < Entry.SURE
                && words.length() < SHORT
                && (summaries.getOrDefault(Wordings.normal(entry.unit().text()), 0) > 1
                        || Lexicon.shipped().mentions(Meaning.ANSWER, words)
                        || Lexicon.shipped().mentions(Meaning.OTHER, words));
    }

    /**
     * A heading that is nothing but a label: "Answer", "Answer: B", "Q17." without anything below.
     */
    private boolean isMereLabel(int i) {
        var text = SectionName.withoutPictures(Phrase.joined(ground.unit(i).text())).strip();
        boolean isWord = text.length() > 1 || Lexicon.isUnspaced(text);
        if (isWord && Lexicon.shipped().means(Meaning.ANSWER, text)) {
            return true;
        }
        var label = Label.of(text);
        if (label == null) {
            return false;
        }
        boolean answers = label.answers() && label.phrase().length() > 1;
        return answers || label.asks() && label.end() >= text.length() && !ground.hasContent(i);
    }

    /** What headings, summaries and bold lines are called. */
    private Set<String> names() {
        var named = new HashSet<String>();
        for (int i = 0; i < ground.size(); i++) {
            boolean isName =
                    ground.is(i, Kind.HEADING)
                            || ground.is(i, Kind.SUMMARY)
                            || ground.isBoldParagraph(i);
            if (isName && ground.entry(i) != null) {
                named.add(Wordings.normal(ground.entryAt(i).phrase().wording()));
            }
        }
        return named;
    }

    /** Whether most items lead to places of the same document, by link or by name. */
    private boolean isContents(List<Integer> list, Set<String> named, int longest) {
        int anchors = 0;
        for (int i : list) {
            var text = ground.unit(i).text();
            anchors += Links.isAnchor(text) || Links.isNamedAsFile(text) ? 1 : 0;
        }
        if (anchors >= MOSTLY * list.size()) {
            return true;
        }
        if (list.size() < 3 || named.size() < 3) {
            return false;
        }
        int others = 0;
        for (int i : list) {
            others += isNamed(i, named, longest) ? 0 : 1;
            if (others > (1 - MOSTLY) * list.size()) {
                return false;
            }
        }
        return true;
    }

    private boolean isNamed(int i, Set<String> named, int longest) {
        var text = ground.unit(i).text();
        // An item much longer than every name is none, apart from the address of a link.
        if (text.length() > 2 * longest + MARKUP && text.indexOf("](") < 0) {
            return false;
        }
        boolean isPlain = !text.isEmpty() && Character.isLetter(text.charAt(0));
        var entry = isPlain ? null : ground.entry(i);
        return named.contains(Wordings.normal(entry == null ? text : entry.phrase().wording()));
    }

    private boolean isLinkList(List<Integer> list) {
        return isMainlyLinks(list)
                && (!linksAsk()
                        || ground.asking(list) < HARDLY && !areLinksAsking()
                        || isOther(ground.headingAbove(list.getFirst())));
    }

    private boolean isOther(int heading) {
        return heading >= 0 && !ground.isTitle(heading) && ground.isOther(heading);
    }

    private boolean isMainlyLinks(List<Integer> list) {
        return links.computeIfAbsent(list.getFirst(), it -> areMainlyLinks(list));
    }

    private boolean areMainlyLinks(List<Integer> list) {
        int outermost = ground.unit(list.getFirst()).level();
        boolean mayLink = false;
        for (int i : list) {
            outermost = Math.min(outermost, ground.unit(i).level());
            mayLink |= Links.mayLink(ground.unit(i).text());
        }
        if (!mayLink) {
            return false;
        }
        int outer = 0;
        int linked = 0;
        for (int i : list) {
            if (ground.isTask(i)) {
                return false;
            }
            if (ground.unit(i).level() == outermost) {
                outer++;
                linked += Links.isMainly(ground.unit(i).text()) ? 1 : 0;
            }
        }
        return linked >= MOSTLY * outer;
    }

    /**
     * Whether most linked items of the document ask: else a few asking titles are titles of
     * articles.
     */
    private boolean linksAsk() {
        if (linksAsk == null) {
            var linked =
                    ground.lists().stream()
                            .filter(this::isMainlyLinks)
                            .flatMap(List::stream)
                            .filter(i -> !Links.isAnchor(ground.unit(i).text()))
                            .toList();
            long lists =
                    linked.stream()
                            .filter(i ->
                                    Lexicon.shipped()
                                            .mentions(
                                                    Lexicon.Meaning.QUESTIONS,
                                                    Wordings.plain(ground.unit(i).text())))
                            .count();
            linksAsk =
                    linked.size() >= FEWEST_LINKED
                            && lists < INDEX * linked.size()
                            && ground.asking(linked) >= askingOf(linked.size());
        }
        return linksAsk;
    }

    /** The share from which links are questions: the more there are, the surer is a smaller one. */
    private double askingOf(int links) {
        if (links >= MANY_LINKED && ground.self().saysAnything()) {
            boolean isAll = ground.callsItselfQuestions() && links >= MOSTLY * texts();
            return isAll ? HARDLY : MANY_LINKED_ASK;
        }
        return ground.callsItselfQuestions() ? Ground.MOST : LINKED_ASK;
    }

    /** How many units hold text, headings apart. */
    private long texts() {
        return IntStream.range(0, ground.size())
                .filter(i -> !ground.is(i, Kind.HEADING) && !ground.unit(i).text().isBlank())
                .count();
    }

    /** Whether nearly all lists of links below headings ask: then they are the document's slot. */
    private boolean areLinksAsking() {
        if (areLinksAsking == null) {
            var lists =
                    ground.lists().stream()
                            .filter(it ->
                                    isMainlyLinks(it)
                                            && it.stream()
                                                    .noneMatch(i ->
                                                            Links.isAnchor(ground.unit(i).text())))
                            .toList();
            long asking = lists.stream().filter(it -> ground.asking(it) >= Ground.MOST).count();
            areLinksAsking = lists.size() >= 3 && asking >= MOSTLY * lists.size();
        }
        return areLinksAsking;
    }

    /** Whether the heading or the line above a list says that it is advice. */
    private boolean isAdvice(List<Integer> list, int heading) {
        int first = list.getFirst();
        if (heading >= 0 && !ground.isTitle(heading) && ground.isAdviceHeading(heading)) {
            return true;
        }
        if (isBelowAdvice(heading) && list.stream().noneMatch(ground::asksClearly)) {
            return true;
        }
        if (first == 0 || !ground.is(first - 1, Kind.PARAGRAPH)) {
            return false;
        }
        var line = ground.unit(first - 1).text();
        int sentence = line.lastIndexOf(". ");
        return line.endsWith(":")
                && ground.self().isAdvice(sentence < 0 ? line : line.substring(sentence + 2));
    }

    /** Whether a heading stands below one of advice. */
    private boolean isBelowAdvice(int heading) {
        int outer = heading < 0 ? -1 : ground.outerHeading(heading);
        while (outer >= 0 && (ground.isTitle(outer) || !ground.isAdviceHeading(outer))) {
            outer = ground.outerHeading(outer);
        }
        return outer >= 0;
    }

    private boolean isUnderOther(List<Integer> list) {
        int heading = ground.headingAbove(list.getFirst());
        if (isAdvice(list, heading)) {
            list.forEach(ground::setAdvice);
            return true;
        }
        if (heading >= 0 && ground.isOther(heading)) {
            return ground.asking(list) < MOSTLY || !ground.self().saysAnything();
        }
        return ground.isUnderOther(list.getFirst()) && ground.asking(list) < HARDLY;
    }
}
