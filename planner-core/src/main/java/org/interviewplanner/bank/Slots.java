package org.interviewplanner.bank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.interviewplanner.bank.Lexicon.Meaning;
import org.interviewplanner.bank.Unit.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a document keeps its questions.
 *
 * <p>Entries of one form (all headings of a level, all bold paragraphs, all items of a list depth
 * …) are a family. A family is a slot of questions if most of its entries ask; then all of its
 * entries are questions, asking or not, because the author put them there. Outer families are
 * looked at first: what stands between two entries of a slot belongs to the first of them, so that
 * the lists, bold lines and headings of answers are no questions.
 */
final class Slots {
    /** What a unit is in the document. */
    enum Role {
        /** Belongs to the question above, or to nobody. */
        CONTENT,
        QUESTION,
        /** A short title whose paragraphs below are the question. */
        TITLE,
        SECTION,
        /** Stands beside the questions: tables of contents, link lists, credits. */
        ASIDE
    }

    private static final double MOST = 0.5;
    private static final double NEARLY_ALL = 0.75;

    private final List<Unit> units;
    private final Signs signs;
    private final BitSet taken;
    private final Role[] roles;
    private final @Nullable Entry[] entries;
    private final BitSet aside = new BitSet();
    private final BitSet swallowed = new BitSet();
    private final Map<Integer, List<Integer>> lists = new LinkedHashMap<>();
    private final int[] root;
    private final int[] headingAbove;
    private final int title;
    private final Map<String, Integer> summaries = new HashMap<>();
    private @Nullable Boolean linksAsk;

    /**
     * Looks for the slots.
     *
     * @param taken units that are read already, such as suggested re-wordings
     * @param title index of the heading that names the document, or -1
     */
    Slots(List<Unit> units, Signs signs, BitSet taken, int title) {
        this.units = units;
        this.signs = signs;
        this.taken = taken;
        this.title = title;
        roles = new Role[units.size()];
        Arrays.fill(roles, Role.CONTENT);
        entries = new Entry[units.size()];
        root = new int[units.size()];
        headingAbove = new int[units.size()];
        prepare();
        findFolds();
        findAsides();
        headings();
        blocks();
        tables();
        items();
        paragraphs();
        bareTopics();
        sections();
    }

    Role role(int index) {
        return roles[index];
    }

    /** The entry at a unit; null if the unit cannot be one. */
    @Nullable Entry entry(int index) {
        return entries[index];
    }

    private void prepare() {
        int heading = -1;
        for (int i = 0; i < units.size(); i++) {
            var unit = units.get(i);
            root[i] =
                    unit.is(Kind.ITEM)
                            ? (unit.parent() < 0 || root[unit.parent()] < 0
                                    ? unit.group()
                                    : root[unit.parent()])
                            : unit.parent() >= 0 ? root[unit.parent()] : -1;
            if (unit.is(Kind.HEADING)) {
                heading = i;
            }
            headingAbove[i] = heading;
            if (taken.get(i)) {
                continue;
            }
            switch (unit.kind()) {
                case HEADING, SUMMARY -> entries[i] = Entry.of(i, unit, signs);
                case ITEM -> {
                    if (!unit.text().isBlank()) {
                        entries[i] = Entry.of(i, unit, signs);
                    }
                    lists.computeIfAbsent(root[i], it -> new ArrayList<>()).add(i);
                }
                case PARAGRAPH -> {
                    if (mayAsk(unit.text())) {
                        entries[i] = Entry.of(i, unit, signs);
                    }
                }
                default -> {}
            }
        }
    }

    /** A cheap look before the exact one: most paragraphs of a document are answers. */
    private static boolean mayAsk(String text) {
        if (text.length() > 2000) {
            return false;
        }
        char c = text.isEmpty() ? ' ' : text.charAt(0);
        if (!Character.isLetter(c)
                || text.indexOf('?') >= 0
                || text.indexOf('？') >= 0
                || text.indexOf('؟') >= 0) {
            return true;
        }
        var label = Label.of(text);
        return label != null && label.asks() || text.length() < 300;
    }

    private @Nullable Entry openEntry(int i) {
        var entry = entries[i];
        return entry == null
                        || taken.get(i)
                        || aside.get(i)
                        || swallowed.get(i)
                        || i == title
                        || entry.phrase().wording().isBlank()
                ? null
                : entry;
    }

    // Folds

    /** What is folded under "Answer" belongs to the question above the fold, its headings too. */
    private void findFolds() {
        for (int i = 0; i < units.size(); i++) {
            if (entries[i] != null && units.get(i).is(Kind.SUMMARY)) {
                summaries.merge(Wordings.normal(units.get(i).text()), 1, Integer::sum);
            }
        }
        for (int i = 0; i < units.size(); i++) {
            if (entries[i] == null || !units.get(i).is(Kind.SUMMARY) || !isOpener(entries[i])) {
                continue;
            }
            aside.set(i);
            int end = foldEnd(i);
            for (int k = i + 1; k < end; k++) {
                swallowed.set(k);
            }
        }
    }

    /**
     * Where the fold of a summary ends: its end tag; without one the next summary, heading or the
     * document's end.
     */
    private int foldEnd(int summary) {
        int heading = -1;
        for (int i = summary + 1; i < units.size(); i++) {
            var unit = units.get(i);
            if (unit.is(Kind.FOLD_END) || unit.text().contains("</details>")) {
                return i + 1;
            }
            if (unit.is(Kind.HEADING) && heading < 0) {
                heading = i;
            }
            if (unit.is(Kind.FOLD) || unit.is(Kind.SUMMARY)) {
                return heading < 0 ? i : heading;
            }
        }
        return heading < 0 ? units.size() : heading;
    }

    // Asides

    private void findAsides() {
        var named = new HashSet<String>();
        for (var entry : entries) {
            if (entry != null && !entry.unit().is(Kind.ITEM) && !entry.unit().is(Kind.PARAGRAPH)) {
                named.add(Wordings.normal(entry.phrase().wording()));
            }
        }
        for (var list : lists.values()) {
            if (isContents(list, named) || isLinkList(list) || isUnderOther(list)) {
                list.forEach(aside::set);
            }
        }
        for (int i = 0; i < units.size(); i++) {
            if (units.get(i).is(Kind.HEADING) && isAnswerHeading(i)) {
                aside.set(i);
                swallowed.set(i);
            }
        }
    }

    /** A heading that is nothing but a label: "Answer", "Answer: B", "Q17." */
    private boolean isAnswerHeading(int i) {
        var text = Phrase.joined(units.get(i).text());
        var label = Label.of(text);
        return Lexicon.shipped().means(Meaning.ANSWER, text)
                || label != null
                        && (label.answers() && label.phrase().length() > 1
                                || label.asks() && label.end() >= text.length());
    }

    private boolean isContents(List<Integer> list, Set<String> named) {
        int anchors = 0;
        int names = 0;
        for (int i : list) {
            var text = units.get(i).text();
            anchors += Links.isAnchor(text) ? 1 : 0;
            var entry = entries[i];
            names +=
                    entry != null && named.contains(Wordings.normal(entry.phrase().wording()))
                            ? 1
                            : 0;
        }
        return anchors >= 0.6 * list.size() || (list.size() >= 3 && names >= 0.6 * list.size());
    }

    private boolean isLinkList(List<Integer> list) {
        return isMainlyLinks(list) && (asking(list) < 0.4 || !linksAsk());
    }

    private boolean isMainlyLinks(List<Integer> list) {
        if (list.stream().anyMatch(this::isTask)) {
            return false;
        }
        return list.stream().filter(i -> Links.isMainly(units.get(i).text())).count()
                >= 0.6 * list.size();
    }

    /**
     * Whether most linked items of the document ask: else a few asking titles are titles of
     * articles.
     */
    private boolean linksAsk() {
        if (linksAsk == null) {
            var linked =
                    lists.values().stream()
                            .filter(this::isMainlyLinks)
                            .flatMap(List::stream)
                            .filter(i -> !Links.isAnchor(units.get(i).text()))
                            .toList();
            linksAsk = asking(linked) >= MOST;
        }
        return linksAsk;
    }

    private boolean isUnderOther(List<Integer> list) {
        int heading = headingAbove[list.getFirst()];
        return heading >= 0 && isOther(heading) && asking(list) < 0.6;
    }

    /** Whether a heading names a part that holds no questions. */
    private boolean isOther(int heading) {
        var entry = entries[heading];
        return entry != null
                && Lexicon.shipped().means(Meaning.OTHER, SectionName.of(entry.unit().text()));
    }

    /** Whether a summary only says that an answer is folded below it. */
    private boolean isOpener(Entry entry) {
        var words = Wordings.plain(entry.phrase().wording());
        boolean isShort = entry.asks() < Entry.SURE && words.length() < 40;
        return isShort
                && (summaries.getOrDefault(Wordings.normal(entry.unit().text()), 0) > 1
                        || Lexicon.shipped().mentions(Meaning.ANSWER, words)
                        || Lexicon.shipped().mentions(Meaning.OTHER, words));
    }

    private boolean isTask(int i) {
        var entry = entries[i];
        return entry != null
                && (entry.phrase().mark() == Mark.UNCHECKED
                        || entry.phrase().mark() == Mark.CHECKED);
    }

    private long allAsking() {
        return Arrays.stream(entries).filter(it -> it != null && it.asks() >= Entry.SURE).count();
    }

    private double asking(List<Integer> indexes) {
        return indexes.stream()
                .mapToDouble(i -> entries[i] != null && entries[i].asksLikely() ? 1 : 0)
                .average()
                .orElse(0);
    }

    // Headings

    private void headings() {
        Map<Integer, List<Integer>> families = new TreeMap<>();
        for (int i = 0; i < units.size(); i++) {
            if (units.get(i).is(Kind.HEADING) && openEntry(i) != null) {
                families.computeIfAbsent(units.get(i).level(), it -> new ArrayList<>()).add(i);
            }
        }
        for (var family : families.values()) {
            var open = family.stream().filter(i -> openEntry(i) != null).toList();
            var labelled = open.stream().filter(i -> entries[i].phrase().labelled()).toList();
            labelled.forEach(i -> question(i));
            labelled.forEach(this::swallowBelow);
            plainHeadings(
                    open.stream()
                            .filter(i -> !entries[i].phrase().labelled() && openEntry(i) != null)
                            .toList());
        }
    }

    private void plainHeadings(List<Integer> family) {
        if (family.size() < 2) {
            return;
        }
        var askers = family.stream().filter(i -> entries[i].asksLikely()).toList();
        double share = (double) askers.size() / family.size();
        var chosen =
                share >= MOST
                        ? family
                        : askers.size() >= 3 && share >= 0.1 && askers.size() >= 0.1 * allAsking()
                                ? askers
                                : List.<Integer>of();
        long withLists = chosen.stream().filter(this::holdsQuestionList).count();
        if (!chosen.isEmpty() && withLists < MOST * chosen.size()) {
            for (int i : chosen) {
                if (openEntry(i) != null && !isOther(i) && !isStub(i, chosen)) {
                    question(i);
                    swallowBelow(i);
                }
            }
            return;
        }
        titles(family);
    }

    /**
     * Whether a heading among questions names what follows: it has nothing of its own and does not
     * ask.
     */
    private boolean isStub(int i, List<Integer> family) {
        return !entries[i].asksLikely() && !hasContent(i);
    }

    private boolean hasContent(int heading) {
        for (int i = heading + 1; i < units.size(); i++) {
            var unit = units.get(i);
            if (unit.is(Kind.HEADING)) {
                return unit.level() > units.get(heading).level() && hasContent(i);
            }
            if (!isFrame(i)) {
                return true;
            }
        }
        return false;
    }

    /** Rules, tags and asides are no content. */
    private boolean isFrame(int i) {
        return switch (units.get(i).kind()) {
            case RULE, HTML, FOLD, FOLD_END, SUMMARY_END -> true;
            case ITEM, SUMMARY -> aside.get(i);
            default -> false;
        };
    }

    private int regionEnd(int heading) {
        int i = heading + 1;
        while (i < units.size()
                && !(units.get(i).is(Kind.HEADING)
                        && units.get(i).level() <= units.get(heading).level())) {
            i++;
        }
        return i;
    }

    /**
     * Whether most of what stands below a heading is a list of questions (or a finer slot of them).
     */
    private boolean holdsQuestionList(int heading) {
        int items = 0;
        int asking = 0;
        int prose = 0;
        for (int i = heading + 1; i < regionEnd(heading); i++) {
            var unit = units.get(i);
            var entry = openEntry(i);
            if (entry != null
                            && (unit.is(Kind.ITEM) && unit.level() == 1
                                    || unit.is(Kind.SUMMARY)
                                    || unit.is(Kind.HEADING)
                                    || unit.is(Kind.PARAGRAPH) && entry.phrase().bold())) {
                items++;
                asking += entry.asks() >= Entry.SURE ? 1 : 0;
            } else if (unit.parent() < 0 && (unit.is(Kind.PARAGRAPH) || unit.is(Kind.CODE))) {
                prose++;
            }
        }
        return asking >= 2 && asking >= 0.7 * items && prose <= 1 + asking / 2;
    }

    /** Headings that are short titles of the questions printed below them. */
    private void titles(List<Integer> family) {
        var leaves = new ArrayList<Integer>();
        int titled = 0;
        for (int i : family) {
            if (isOther(i) || holdsHeading(i)) {
                continue;
            }
            int paragraphs = 0;
            int asking = 0;
            int other = 0;
            int entriesBelow = 0;
            for (int k = i + 1; k < regionEnd(i); k++) {
                var unit = units.get(k);
                if (unit.is(Kind.PARAGRAPH) && unit.parent() < 0) {
                    paragraphs++;
                    asking += entries[k] != null && entries[k].asks() >= Entry.SURE ? 1 : 0;
                    entriesBelow +=
                            entries[k] != null
                                            && (entries[k].phrase().bold()
                                                    || entries[k].phrase().labelled())
                                    ? 1
                                    : 0;
                } else if (unit.is(Kind.ITEM) || unit.is(Kind.ROW) || unit.is(Kind.SUMMARY)) {
                    other++;
                }
            }
            if (paragraphs == 0 && other == 0) {
                continue;
            }
            leaves.add(i);
            boolean isTitle =
                    paragraphs >= 1
                            && paragraphs <= 4
                            && asking >= 1
                            && asking <= 2
                            && entriesBelow == 0
                            && other <= 6;
            titled += isTitle ? 1 : 0;
        }
        if (titled >= 3 && titled >= MOST * leaves.size()) {
            for (int i : leaves) {
                if (hasContent(i)) {
                    roles[i] = Role.TITLE;
                    swallowBelow(i);
                }
            }
        }
    }

    private boolean holdsHeading(int heading) {
        int next = heading + 1;
        int end = regionEnd(heading);
        while (next < end && !units.get(next).is(Kind.HEADING)) {
            next++;
        }
        return next < end;
    }

    private void swallowBelow(int heading) {
        for (int i = heading + 1; i < regionEnd(heading); i++) {
            var entry = entries[i];
            if (entry != null && entry.phrase().labelled() && units.get(i).is(Kind.HEADING)) {
                return;
            }
            swallowed.set(i);
        }
    }

    private void question(int i) {
        roles[i] = Role.QUESTION;
    }

    // Bold, labelled and numbered paragraphs, summaries

    private void blocks() {
        Map<String, List<Integer>> families = new TreeMap<>();
        for (int i = 0; i < units.size(); i++) {
            var entry = openEntry(i);
            if (entry == null) {
                continue;
            }
            var unit = units.get(i);
            if (unit.is(Kind.SUMMARY)) {
                families.computeIfAbsent("2 summary", it -> new ArrayList<>()).add(i);
            } else if (unit.is(Kind.PARAGRAPH) || unit.is(Kind.ITEM)) {
                if (entry.phrase().labelled()) {
                    families.computeIfAbsent("1 labelled", it -> new ArrayList<>()).add(i);
                } else if (unit.is(Kind.PARAGRAPH) && unit.parent() < 0 && entry.phrase().bold()) {
                    families.computeIfAbsent("3 bold", it -> new ArrayList<>()).add(i);
                } else if (unit.is(Kind.PARAGRAPH)
                        && unit.parent() < 0
                        && entry.phrase().number() != null) {
                    families.computeIfAbsent("4 numbered", it -> new ArrayList<>()).add(i);
                }
            }
        }
        families.forEach(this::blockFamily);
    }

    private void blockFamily(String name, List<Integer> family) {
        var open = family.stream().filter(i -> openEntry(i) != null).toList();
        var askers = open.stream().filter(i -> entries[i].asksLikely()).toList();
        double share = open.isEmpty() ? 0 : (double) askers.size() / open.size();
        boolean isLabelled = name.startsWith("1");
        var chosen =
                isLabelled || share >= NEARLY_ALL && open.size() >= 2
                        ? open
                        : askers.size() >= 3 && share >= 0.15 ? askers : List.<Integer>of();
        chosen.forEach(this::question);
        for (int i : chosen) {
            swallowUntilNext(i);
        }
    }

    /** A paragraph's or summary's answer runs to the next question or heading. */
    private void swallowUntilNext(int from) {
        boolean isSummary = units.get(from).is(Kind.SUMMARY);
        int end = isSummary ? foldEnd(from) : units.size();
        for (int i = from + 1; i < end; i++) {
            var unit = units.get(i);
            if (roles[i] == Role.QUESTION
                    || unit.is(Kind.HEADING) && !isSummary && !swallowed.get(i)) {
                return;
            }
            swallowed.set(i);
        }
    }

    // Tables

    private void tables() {
        Map<Integer, List<Integer>> tables = new LinkedHashMap<>();
        for (int i = 0; i < units.size(); i++) {
            if ((units.get(i).is(Kind.ROW) || units.get(i).is(Kind.HEADER))
                    && !taken.get(i)
                    && !swallowed.get(i)) {
                tables.computeIfAbsent(units.get(i).group(), it -> new ArrayList<>()).add(i);
            }
        }
        tables.values().forEach(this::table);
    }

    private void table(List<Integer> rows) {
        int header = units.get(rows.getFirst()).is(Kind.HEADER) ? rows.getFirst() : -1;
        var body = rows.stream().filter(i -> units.get(i).is(Kind.ROW)).toList();
        if (header < 0 || body.isEmpty()) {
            return;
        }
        var names = units.get(header).cells();
        int best = -1;
        double bestShare = 0;
        for (int column = 0; column < names.size(); column++) {
            int at = column;
            var cells =
                    body.stream()
                            .map(i -> Entry.ofCell(i, units.get(i), at, signs))
                            .filter(it -> it != null && !it.phrase().wording().isBlank())
                            .toList();
            if (cells.isEmpty()
                    || cells.stream()
                                    .filter(it -> Links.isAnchor(it.unit().cells().get(at)))
                                    .count()
                            >= 0.5 * cells.size()) {
                continue;
            }
            double share = cells.stream().filter(Entry::asksLikely).count() / (double) cells.size();
            boolean isNamed = isQuestionColumn(names.get(column));
            double weight = share + (isNamed ? 1 : 0);
            if ((share >= 0.6 || isNamed && share >= 0.2) && weight > bestShare) {
                best = column;
                bestShare = weight;
            }
        }
        if (best < 0) {
            return;
        }
        for (int i : body) {
            var entry = Entry.ofCell(i, units.get(i), best, signs);
            if (entry != null && !entry.phrase().wording().isBlank()) {
                entries[i] = entry;
                question(i);
            }
        }
    }

    private static boolean isQuestionColumn(String name) {
        var plain = Phrase.read(name, Signs.explainedBy(List.of())).wording();
        return Lexicon.shipped().means(Meaning.QUESTION, plain)
                || Lexicon.shipped().mentions(Meaning.QUESTIONS, plain);
    }

    // List items

    private void items() {
        var open = new ArrayList<List<Integer>>();
        for (var list : lists.values()) {
            var kept =
                    list.stream()
                            .filter(i -> openEntry(i) != null && roles[i] == Role.CONTENT)
                            .toList();
            if (!kept.isEmpty()) {
                open.add(kept);
            }
        }
        var outermost = open.stream().flatMap(it -> it.stream().filter(i -> isOuter(i))).toList();
        double overall = asking(outermost);
        int asked = (int) outermost.stream().filter(i -> entries[i].asksLikely()).count();
        int total = asked + count(Role.QUESTION) + count(Role.TITLE);
        for (var list : open) {
            list(list, overall, outermost.size(), total);
        }
    }

    private boolean isOuter(int i) {
        return units.get(i).parent() < 0;
    }

    private int count(Role role) {
        return (int) Arrays.stream(roles).filter(it -> it == role).count();
    }

    private void list(List<Integer> list, double overall, int outermost, int total) {
        var outer = list.stream().filter(this::isOuter).toList();
        var inner = list.stream().filter(i -> !isOuter(i)).toList();
        double outerAsks = asking(outer);
        double innerAsks = asking(inner);
        boolean isMinor = list.size() < 5 && total >= 15 && isPreamble(list.getFirst());
        if (isMinor || outer.isEmpty()) {
            return;
        }
        long holders = outer.stream().filter(i -> holdsItems(i, inner)).count();
        boolean groups =
                inner.size() >= 2
                        && innerAsks >= 0.6
                        && outerAsks < 0.4
                        && holders >= 0.6 * outer.size();
        if (groups) {
            for (int i : outer) {
                if (holdsItems(i, inner)) {
                    roles[i] = Role.SECTION;
                }
            }
            inner.forEach(i -> nestedQuestion(i, true));
            return;
        }
        boolean asks = outerAsks >= MOST && (outer.size() >= 2 || overall >= MOST);
        boolean follows =
                overall >= 0.6
                        && outermost >= 8
                        && outerAsks < MOST
                        && isDirectlyUnderSection(list.getFirst())
                        && (outerAsks > 0 || total >= 20);
        if (asks || follows) {
            outer.forEach(this::question);
            inner.forEach(i -> nestedQuestion(i, false));
        }
    }

    private void nestedQuestion(int i, boolean isSlot) {
        var entry = entries[i];
        boolean isComplete = entry.asks() >= Entry.SURE && entry.phrase().wording().length() >= 8;
        if (isSlot ? entry.unit().level() == 2 || isComplete : isComplete) {
            question(i);
        }
    }

    private boolean holdsItems(int i, List<Integer> inner) {
        return inner.stream().anyMatch(k -> units.get(k).parent() == i);
    }

    /** Whether the list stands above the first heading that is not the title. */
    private boolean isPreamble(int first) {
        int heading = headingAbove[first];
        return (heading < 0 || heading == title || heading == firstHeading())
                && hasLaterHeading(first);
    }

    private int firstHeading() {
        for (int i = 0; i < units.size(); i++) {
            if (units.get(i).is(Kind.HEADING)) {
                return i;
            }
        }
        return -1;
    }

    private boolean hasLaterHeading(int from) {
        for (int i = from; i < units.size(); i++) {
            if (units.get(i).is(Kind.HEADING)) {
                return true;
            }
        }
        return false;
    }

    private boolean isDirectlyUnderSection(int first) {
        int i = first - 1;
        while (i >= 0 && (units.get(i).is(Kind.RULE) || units.get(i).is(Kind.HTML))) {
            i--;
        }
        return i >= 0 && units.get(i).is(Kind.HEADING) && i != title;
    }

    // Plain paragraphs

    private void paragraphs() {
        var askers = new ArrayList<Integer>();
        int plain = 0;
        for (int i = 0; i < units.size(); i++) {
            var unit = units.get(i);
            if (unit.is(Kind.PARAGRAPH)
                    && unit.parent() < 0
                    && !taken.get(i)
                    && !swallowed.get(i)) {
                plain++;
                var entry = openEntry(i);
                if (entry != null
                        && entry.asks() >= 0.95
                        && entry.phrase().wording().length() <= 600) {
                    askers.add(i);
                }
            }
        }
        int others = count(Role.QUESTION) + count(Role.TITLE);
        if (askers.size() >= 3 && askers.size() >= 0.25 * plain && askers.size() > others) {
            askers.forEach(this::question);
        }
    }

    /** A document that calls itself a list of questions may hold bare topics. */
    private void bareTopics() {
        if (count(Role.QUESTION) + count(Role.TITLE) >= 3 || !callsItselfQuestions()) {
            return;
        }
        var open =
                lists.values().stream()
                        .map(it ->
                                it.stream()
                                        .filter(i ->
                                                openEntry(i) != null && roles[i] == Role.CONTENT)
                                        .toList())
                        .filter(it -> !it.isEmpty())
                        .toList();
        var tasks = open.stream().filter(it -> it.stream().anyMatch(this::isTask)).toList();
        for (var list : tasks.isEmpty() ? open : tasks) {
            if (!tasks.isEmpty() || isDirectlyUnderSection(list.getFirst())) {
                list.stream().filter(this::isOuter).forEach(this::question);
            }
        }
    }

    private boolean callsItselfQuestions() {
        int seen = 0;
        for (var unit : units) {
            if (unit.is(Kind.ITEM)) {
                return false;
            }
            if (!unit.text().isBlank()
                    && ++seen <= 5
                    && Lexicon.shipped().mentions(Meaning.QUESTIONS, unit.text())) {
                return true;
            }
        }
        return false;
    }

    // Sections

    private void sections() {
        for (int i = 0; i < units.size(); i++) {
            var unit = units.get(i);
            if (roles[i] != Role.CONTENT || taken.get(i)) {
                continue;
            }
            if (unit.is(Kind.HEADING) && !swallowed.get(i)) {
                roles[i] =
                        i == title || !isOther(i) && !isHeadOfAside(i) ? Role.SECTION : Role.ASIDE;
            } else if (unit.is(Kind.PARAGRAPH)
                    && unit.parent() < 0
                    && entries[i] != null
                    && entries[i].phrase().bold()
                    && !swallowed.get(i)
                    && isFollowedByItemQuestion(i)) {
                roles[i] = Role.SECTION;
            } else if (aside.get(i) && !swallowed.get(i)) {
                roles[i] = Role.ASIDE;
            }
        }
    }

    private boolean isHeadOfAside(int heading) {
        boolean holdsAside = false;
        for (int i = heading + 1; i < units.size() && !units.get(i).is(Kind.HEADING); i++) {
            if (aside.get(i)) {
                holdsAside = true;
            } else if (!isFrame(i)) {
                return false;
            }
        }
        return holdsAside;
    }

    private boolean isFollowedByItemQuestion(int i) {
        return i + 1 < units.size()
                && units.get(i + 1).is(Kind.ITEM)
                && roles[i + 1] == Role.QUESTION;
    }
}
