package org.interviewplanner.bank;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
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
    private static final int SHORT = 40;

    private final Ground ground;
    private final Map<String, Integer> summaries = new HashMap<>();
    private @Nullable Boolean linksAsk;

    Asides(Ground ground) {
        this.ground = ground;
    }

    void find() {
        folds();
        var named = names();
        for (var list : ground.lists()) {
            if (isContents(list, named) || isLinkList(list) || isUnderOther(list)) {
                list.forEach(ground::setAside);
            }
        }
        for (int i = 0; i < ground.size(); i++) {
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
        var text = Phrase.joined(ground.unit(i).text());
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
    private boolean isContents(List<Integer> list, Set<String> named) {
        long anchors = list.stream().filter(i -> Links.isAnchor(ground.unit(i).text())).count();
        if (anchors >= MOSTLY * list.size()) {
            return true;
        }
        if (list.size() < 3 || named.size() < 3) {
            return false;
        }
        long names =
                list.stream()
                        .map(ground::entry)
                        .filter(it ->
                                it != null
                                        && named.contains(Wordings.normal(it.phrase().wording())))
                        .count();
        return names >= MOSTLY * list.size();
    }

    private boolean isLinkList(List<Integer> list) {
        return isMainlyLinks(list) && (ground.asking(list) < 0.4 || !linksAsk());
    }

    private boolean isMainlyLinks(List<Integer> list) {
        int outermost = list.stream().mapToInt(i -> ground.unit(i).level()).min().orElse(1);
        var outer = list.stream().filter(i -> ground.unit(i).level() == outermost).toList();
        return list.stream().noneMatch(ground::isTask)
                && outer.stream().filter(i -> Links.isMainly(ground.unit(i).text())).count()
                        >= MOSTLY * outer.size();
    }

    /**
     * Whether most linked items of the document ask: else a few asking titles are titles of
     * articles.
     */
    private boolean linksAsk() {
        if (linksAsk == null) {
            var linked =
                    StreamSupport.stream(ground.lists().spliterator(), false)
                            .filter(this::isMainlyLinks)
                            .flatMap(List::stream)
                            .filter(i -> !Links.isAnchor(ground.unit(i).text()))
                            .toList();
            linksAsk = ground.asking(linked) >= Ground.MOST;
        }
        return linksAsk;
    }

    private boolean isUnderOther(List<Integer> list) {
        int heading = ground.headingAbove(list.getFirst());
        double asking = ground.asking(list);
        return heading >= 0 && ground.isOther(heading) && asking < MOSTLY
                || asking < HARDLY && ground.isUnderOther(list.getFirst());
    }
}
