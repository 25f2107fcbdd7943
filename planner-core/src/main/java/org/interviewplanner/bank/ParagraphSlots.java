package org.interviewplanner.bank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.interviewplanner.bank.Slots.Role;
import org.interviewplanner.bank.Unit.Kind;

/** What is left if no other slot was found: plain paragraphs that ask, and lists of bare topics. */
final class ParagraphSlots {
    private static final double CERTAIN = 0.95;
    private static final double SHARE = 0.25;
    private static final int FEWEST = 3;
    private static final int MANY = 10;

    /** Topics are shorter than advice. */
    private static final int LONGEST_TOPIC = 60;

    private static final int SHORT_TOPIC = 25;
    private static final int LONG_PARAGRAPH = 80;
    private static final int LONGEST_LINE = 120;
    private static final int LONGEST = 600;

    private static final int LONGEST_PROMPT = 200;
    private static final String BLOCKS = "■□◆◇";

    private final Ground ground;

    ParagraphSlots(Ground ground) {
        this.ground = ground;
    }

    void find() {
        if (ground.found() == 0) {
            lines();
        }
        paragraphs();
        if (ground.found() == 0 && ground.callsItselfQuestions()) {
            single();
        }
        if (ground.found() == 0 && mayListTopics()) {
            topics();
        }
        signedNames();
    }

    /** Whether bare topics may be its questions: by what it says of itself, or its sister lists. */
    private boolean mayListTopics() {
        return ground.callsItselfQuestions()
                || ground.self().isOfTopics()
                || ground.self().isAboutInterviews() && areSisters();
    }

    /** Whether several parts hold nothing but a list of topics each, some of which ask. */
    private boolean areSisters() {
        var under =
                ground.lists().stream()
                        .map(it -> it.stream().filter(ground::isOpen).toList())
                        .filter(it -> !it.isEmpty() && isUnderHeading(it))
                        .toList();
        return under.size() >= FEWEST
                && under.stream().allMatch(this::areTopics)
                && under.stream().flatMap(List::stream).filter(ground::asksClearly).count() >= 2;
    }

    /** A document of questions may hold one only: a numbered heading that asks over its answer. */
    private void single() {
        var asking =
                IntStream.range(0, ground.size())
                        .filter(i -> ground.entry(i) != null && ground.asksClearly(i))
                        .toArray();
        if (asking.length == 1) {
            int i = asking[0];
            boolean isAnswered =
                    ground.is(i, Kind.HEADING)
                            && ground.isOpen(i)
                            && !ground.isTitle(i)
                            && ground.entryAt(i).phrase().number() != null
                            && ground.hasContent(i);
            if (isAnswered) {
                ground.setRole(i, Role.QUESTION);
                IntStream.range(i + 1, ground.regionEnd(i)).forEach(ground::swallow);
            }
        }
    }

    /** Several lines that begin with a block, each right over a question, name sections. */
    private void signedNames() {
        var names =
                IntStream.range(0, ground.size() - 1)
                        .filter(i ->
                                (ground.is(i, Kind.PARAGRAPH) || ground.is(i, Kind.ITEM))
                                        && ground.unit(i).parent() < 0
                                        && isSigned(ground.unit(i).text())
                                        && ground.role(i + 1) == Role.QUESTION)
                        .toArray();
        if (names.length >= 2) {
            Arrays.stream(names).forEach(i -> ground.setRole(i, Role.SECTION));
        }
    }

    private static boolean isSigned(String text) {
        return text.length() > 1
                && text.length() <= LONGEST_TOPIC
                && BLOCKS.indexOf(text.charAt(0)) >= 0
                && text.indexOf('\n') < 0
                && Asking.of(text) < Entry.ALOUD;
    }

    /** A document of nothing but short lines, some of which ask, is a list without bullets. */
    private void lines() {
        int asking = 0;
        for (int i = 0; i < ground.size(); i++) {
            var unit = ground.unit(i);
            boolean isLine =
                    unit.is(Kind.PARAGRAPH)
                            && unit.text().length() <= LONGEST_LINE
                            && unit.text().indexOf('\n') < 0
                            && !unit.text().endsWith(".")
                            && !unit.text().endsWith(":");
            if (!isLine && !(i == 0 && ground.isTitle(i)) && !ground.isFrame(i)) {
                return;
            }
            asking += isLine && ground.asks(i) ? 1 : 0;
        }
        if (asking >= FEWEST && asking >= SHARE * ground.size()) {
            IntStream.range(0, ground.size())
                    .filter(i -> ground.is(i, Kind.PARAGRAPH) && !ground.isTaken(i))
                    .forEach(i -> {
                        ground.setEntry(i, Entry.of(i, ground.unit(i), ground.signs()));
                        ground.setRole(i, Role.QUESTION);
                    });
        }
    }

    private void paragraphs() {
        var askers = new ArrayList<Integer>();
        int plain = 0;
        for (int i = 0; i < ground.size(); i++) {
            boolean isFree =
                    ground.is(i, Kind.PARAGRAPH)
                            && ground.unit(i).parent() < 0
                            && !ground.unit(i).quoted();
            if (isFree && !ground.isTaken(i) && !ground.isSwallowed(i)) {
                plain++;
                if (ground.isOpen(i) && asksForSure(ground.entryAt(i))) {
                    askers.add(i);
                }
            }
        }
        if (ground.found() >= MANY) {
            askers.stream().filter(this::isAlone).forEach(i -> ground.setRole(i, Role.QUESTION));
        }
        if (askers.size() >= FEWEST
                && askers.size() >= SHARE * plain
                && askers.size() > ground.found()) {
            askers.forEach(i -> ground.setRole(i, Role.QUESTION));
            for (int i = 0; i < ground.size(); i++) {
                boolean isFree = ground.is(i, Kind.PARAGRAPH) && ground.unit(i).parent() < 0;
                if (isFree && ground.isOpen(i) && isPrompt(ground.entryAt(i))) {
                    ground.setRole(i, Role.QUESTION);
                }
            }
            if (askers.size() >= Ground.MOST * plain) {
                names();
            }
        }
    }

    /** Among paragraphs that ask, a few words without a full stop name what follows. */
    private void names() {
        for (int i = 0; i + 1 < ground.size(); i++) {
            boolean isFree = ground.is(i, Kind.PARAGRAPH) && ground.unit(i).parent() < 0;
            if (isFree
                    && ground.role(i) == Role.CONTENT
                    && ground.role(i + 1) == Role.QUESTION
                    && ground.is(i + 1, Kind.PARAGRAPH)
                    && isName(ground.unit(i).text())) {
                ground.setRole(i, Role.SECTION);
            }
        }
    }

    private static boolean isName(String text) {
        char last = text.isEmpty() ? '.' : text.charAt(text.length() - 1);
        return text.length() <= LONGEST_TOPIC
                && text.indexOf('\n') < 0
                && (Character.isLetterOrDigit(last) || last == ':' || last == ')');
    }

    private static boolean isPrompt(Entry entry) {
        return entry.asks() >= Entry.SURE && entry.phrase().wording().length() <= LONGEST_PROMPT;
    }

    /** Whether nothing but the paragraph stands below its heading. */
    private boolean isAlone(int i) {
        return i > 0
                && ground.is(i - 1, Kind.HEADING)
                && !ground.isTitle(i - 1)
                && ground.isOpen(i - 1)
                && (i + 1 >= ground.size() || ground.is(i + 1, Kind.HEADING));
    }

    private static boolean asksForSure(Entry entry) {
        return entry.asks() >= CERTAIN && entry.phrase().wording().length() <= LONGEST;
    }

    /** A document that calls itself a list of questions may hold bare topics: check lists first. */
    private void topics() {
        var open =
                ground.lists().stream()
                        .map(it -> it.stream().filter(ground::isOpen).toList())
                        .filter(it -> !it.isEmpty())
                        .toList();
        var all = ground.lists().stream().flatMap(List::stream).toList();
        if (isIndex() || isReadMe() || isArticle(open) || ground.speakOfQuestions(all)) {
            return;
        }
        var tasks = open.stream().filter(it -> it.stream().anyMatch(ground::isTask)).toList();
        var under = open.stream().filter(this::isUnderHeading).toList();
        if (areRecords(under)) {
            return;
        }
        if (tasks.isEmpty() && 2 * under.stream().filter(this::areTopics).count() < under.size()) {
            return;
        }
        boolean isTold = false;
        for (var list : tasks.isEmpty() ? open : tasks) {
            boolean isNamed = tasks.isEmpty() && isNamedByItems(list);
            if (!tasks.isEmpty() || isNamed || isUnderHeading(list) && areTopics(list)) {
                list.stream()
                        .filter(i -> ground.unit(i).parent() < 0)
                        .forEach(i -> ground.setRole(i, isNamed ? Role.SECTION : Role.QUESTION));
                list.stream()
                        .filter(i -> isNamed && ground.unit(i).level() == 2)
                        .forEach(i -> ground.setRole(i, Role.QUESTION));
                if (!isTold) {
                    isTold = true;
                    ground.doubt(
                            list.getFirst(),
                            "Hardly any item of the lists asks, the first here; read as questions because the document says that it lists such.");
                }
            }
        }
    }

    /** Whether most items begin with labels, as facts about one thing after the other do. */
    private boolean areRecords(List<List<Integer>> lists) {
        var items = lists.stream().flatMap(List::stream).toList();
        long labelled =
                items.stream()
                        .filter(i -> ground.unit(i).parent() < 0)
                        .filter(i -> Label.of(ground.unit(i).text()) != null)
                        .count();
        long outer = items.stream().filter(i -> ground.unit(i).parent() < 0).count();
        return outer > 0 && labelled >= Ground.MOST * outer;
    }

    /** Whether most headings or items are links: the questions stand in other files. */
    private boolean isIndex() {
        var items =
                IntStream.range(0, ground.size()).filter(i -> ground.is(i, Kind.ITEM)).toArray();
        long aside =
                Arrays.stream(items)
                        .filter(i -> ground.isAside(i) && Links.mayLink(ground.unit(i).text()))
                        .count();
        if (aside >= FEWEST && aside >= Ground.MOST * items.length) {
            return true;
        }
        var headings =
                IntStream.range(0, ground.size())
                        .filter(i -> ground.is(i, Kind.HEADING) && !ground.isTitle(i))
                        .mapToObj(i -> ground.unit(i).text())
                        .toList();
        return headings.stream().filter(Links::isMainly).count() >= Ground.MOST * headings.size()
                && headings.size() >= FEWEST;
    }

    /** Whether there are as many long paragraphs as items: it tells instead of listing. */
    private boolean isArticle(List<List<Integer>> lists) {
        long paragraphs =
                IntStream.range(0, ground.size())
                        .filter(i ->
                                ground.is(i, Kind.PARAGRAPH)
                                        && ground.unit(i).parent() < 0
                                        && ground.unit(i).text().length() > LONG_PARAGRAPH)
                        .count();
        return paragraphs >= FEWEST && paragraphs >= lists.stream().mapToLong(List::size).sum();
    }

    /** Whether several headings are those of a read-me: it tells of questions in other files. */
    private boolean isReadMe() {
        return IntStream.range(0, ground.size())
                        .filter(i ->
                                ground.is(i, Kind.HEADING)
                                        && Lexicon.shipped()
                                                .means(
                                                        Lexicon.Meaning.README,
                                                        SectionName.of(ground.unit(i).text())))
                        .count()
                >= FEWEST;
    }

    /**
     * Whether a document is nothing but one numbered list whose few short items hold several
     * numbered items each: names of sections over their topics.
     */
    private boolean isNamedByItems(List<Integer> list) {
        var outer = list.stream().filter(i -> ground.unit(i).parent() < 0).toList();
        var inner = list.stream().filter(i -> ground.unit(i).level() == 2).toList();
        return ground.headingAbove(ground.size() - 1) < 0
                && outer.size() >= 2
                && inner.size() >= FEWEST * outer.size()
                && list.stream().allMatch(i -> ground.unit(i).isOrdered())
                && outer.stream().allMatch(i -> ground.unit(i).text().length() <= SHORT_TOPIC);
    }

    private boolean areTopics(List<Integer> list) {
        return 2 * list.stream().filter(i -> isTopic(ground.entryAt(i).phrase().wording())).count()
                > list.size();
    }

    private static boolean isTopic(String wording) {
        return wording.length() <= LONGEST_TOPIC && !wording.endsWith(".");
    }

    /** Whether a line is a link, behind a sign or none: to the answers of a list, say. */
    private static boolean isLink(String line) {
        int open = line.indexOf('[');
        return open >= 0 && Links.isMainly(line.substring(open));
    }

    /** Whether a list stands below a heading; one that asks is answered by the list. */
    private boolean isUnderHeading(List<Integer> list) {
        int above = list.getFirst() - 1;
        if (above > 0 && ground.is(above, Kind.PARAGRAPH) && isLink(ground.unit(above).text())) {
            above--;
        }
        return above >= 0
                && ground.is(above, Kind.HEADING)
                && !ground.isTitle(above)
                && !ground.asksClearly(above);
    }
}
