package org.interviewplanner.bank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.interviewplanner.bank.Lexicon.Meaning;
import org.interviewplanner.bank.Slots.Role;
import org.interviewplanner.bank.Unit.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The ground on which slots are looked for: the units with what is known of them so far.
 *
 * <p>It shrinks as it is worked on: what is taken, stands aside or was swallowed by the answer of a
 * question can hold no question any more.
 */
final class Ground {
    /** A share from which a form of entries is said to ask. */
    static final double MOST = 0.5;

    /** A share from which even the entries that do not ask are prompts. */
    static final double NEARLY_ALL = 0.75;

    private static final int LONGEST_PARAGRAPH = 2000;
    private static final int SHORT_PROMPT = 200;
    private static final double CLEAR = 0.25;

    /** So many questions of readers make a help page; a few "I" stand in any document. */
    private static final double READERS = 0.3;

    /** So many items about questions are no questions. */
    private static final double SPEAKING = 0.15;

    private static final int LONGEST_NAME = 120;

    /** Numbers, boxes and signs may stand before what is bold. */
    private static final int BOLD_WITHIN = 40;

    private final SelfDescription self;
    private final List<Unit> units;
    private final Signs signs;
    private final BitSet taken;
    private final int title;
    private final Counts counted;
    private final Role[] roles;
    private final @Nullable Entry[] entries;
    private final BitSet read = new BitSet();
    private final BitSet aside = new BitSet();
    private final BitSet swallowed = new BitSet();
    private final Collection<List<Integer>> lists;
    private final List<BankProblem> doubts = new ArrayList<>();
    private final BitSet advice = new BitSet();
    private final Map<Integer, Boolean> speaking = new HashMap<>();
    private final Map<Integer, Integer> follows = new HashMap<>();
    private final Map<Integer, Boolean> advices = new HashMap<>();
    private final Map<Integer, Boolean> others = new HashMap<>();
    private final int[] headingAbove;
    private final int[] outerHeading;
    private final int[] regionEnds;
    private @Nullable Folds folds;

    /**
     * Prepares.
     *
     * @param taken units that are read already, such as suggested re-wordings
     * @param title index of the heading that names the document, or -1
     */
    Ground(Outline outline, Signs signs, BitSet taken, int title) {
        this.self = new SelfDescription(outline);
        this.units = outline.units();
        this.signs = signs;
        this.taken = taken;
        this.title = title;
        counted = new Counts(units);
        roles = new Role[units.size()];
        Arrays.fill(roles, Role.CONTENT);
        entries = new Entry[units.size()];
        headingAbove = new int[units.size()];
        outerHeading = new int[units.size()];
        regionEnds = new int[units.size()];
        lists = Lists.among(units, taken);
        findRegions();
    }

    private boolean mayBeEntry(int i) {
        var unit = units.get(i);
        return !taken.get(i)
                && switch (unit.kind()) {
                    case HEADING, SUMMARY -> true;
                    case ITEM -> !unit.text().isBlank() && !Links.isBareAddress(unit.text());
                    case PARAGRAPH -> mayAsk(unit.text());
                    default -> false;
                };
    }

    /** A cheap look before the exact one: most paragraphs of a document are answers. */
    private static boolean mayAsk(String text) {
        if (text.isEmpty() || text.length() > LONGEST_PARAGRAPH) {
            return false;
        }
        if (!Character.isLetter(text.charAt(0))
                || text.indexOf('?') >= 0
                || text.indexOf('？') >= 0
                || text.indexOf('؟') >= 0) {
            return true;
        }
        if (text.length() <= SHORT_PROMPT && Lexicon.shipped().begins(Meaning.OPENER, text)) {
            return true;
        }
        var label = Label.of(text);
        return label != null && label.asks();
    }

    private void findRegions() {
        int heading = -1;
        var open = new int[7];
        Arrays.fill(open, -1);
        for (int i = 0; i < units.size(); i++) {
            if (units.get(i).is(Kind.HEADING)) {
                heading = i;
                int level = units.get(i).level();
                for (int deeper = level; deeper <= 6; deeper++) {
                    if (open[deeper] >= 0) {
                        regionEnds[open[deeper]] = i;
                        open[deeper] = -1;
                    }
                }
                outerHeading[i] = -1;
                for (int outer = level - 1; outer > 0 && outerHeading[i] < 0; outer--) {
                    outerHeading[i] = open[outer];
                }
                open[level] = i;
            }
            headingAbove[i] = heading;
        }
        for (int at : open) {
            if (at >= 0) {
                regionEnds[at] = units.size();
            }
        }
    }

    int size() {
        return units.size();
    }

    Unit unit(int i) {
        return units.get(i);
    }

    Counts counts() {
        return counted;
    }

    Signs signs() {
        return signs;
    }

    boolean is(int i, Kind kind) {
        return units.get(i).is(kind);
    }

    /** The entry at a unit; null if it cannot be one. */
    @Nullable Entry entry(int i) {
        if (!read.get(i)) {
            // Most text stands in answers and is never asked for.
            read.set(i);
            entries[i] =
                    mayBeEntry(i)
                            ? Entry.of(i, units.get(i), counted.rest(i, units.get(i)), signs)
                                    .numbered(counted.count(i, units.get(i)))
                            : null;
        }
        return entries[i];
    }

    /** The entry at a unit that is known to have one. */
    Entry entryAt(int i) {
        return Objects.requireNonNull(entry(i));
    }

    void setEntry(int i, Entry entry) {
        read.set(i);
        entries[i] = entry;
    }

    /** Whether a question could still stand here. */
    boolean isOpen(int i) {
        if (i == title
                || taken.get(i)
                || aside.get(i)
                || swallowed.get(i)
                || roles[i] != Role.CONTENT) {
            return false;
        }
        var entry = entry(i);
        return entry != null && !entry.phrase().wording().isBlank();
    }

    boolean isTaken(int i) {
        return taken.get(i);
    }

    /** Whether a heading names the document. */
    boolean isNamed() {
        return title >= 0;
    }

    boolean isTitle(int i) {
        return i == title;
    }

    boolean isAside(int i) {
        return aside.get(i);
    }

    void setAside(int i) {
        aside.set(i);
    }

    /** Whether a unit is aside because it gives advice. */
    boolean isAdvice(int i) {
        return advice.get(i);
    }

    void setAdvice(int i) {
        advice.set(i);
    }

    boolean isSwallowed(int i) {
        return swallowed.get(i);
    }

    void swallow(int i) {
        swallowed.set(i);
    }

    Role role(int i) {
        return roles[i];
    }

    void setRole(int i, Role role) {
        roles[i] = role;
    }

    /** Makes a unit a question that follows up another. */
    void follow(int i, int question) {
        roles[i] = Role.QUESTION;
        follows.put(i, question);
    }

    /** Index of the question that one follows up by what the document says, or -1. */
    int followed(int i) {
        return follows.getOrDefault(i, -1);
    }

    /** Notes that a decision was close; the sentence stands at the line of a unit. */
    void doubt(int i, String sentence) {
        doubts.add(new BankProblem(units.get(i).line() + 1, sentence));
    }

    List<BankProblem> doubts() {
        return doubts;
    }

    /** How many entries have been found so far. */
    int found() {
        int found = 0;
        for (var role : roles) {
            found += role == Role.QUESTION || role == Role.TITLE ? 1 : 0;
        }
        return found;
    }

    /**
     * Whether the questions found so far carry labels: then lists beside them are rather advice.
     */
    boolean isLabelled() {
        int labelled = 0;
        int others = 0;
        for (int i = 0; i < roles.length; i++) {
            if (roles[i] == Role.QUESTION && entry(i) != null) {
                labelled += isLabelled(i) ? 1 : 0;
                others += isLabelled(i) ? 0 : 1;
            }
        }
        return labelled >= 3 && labelled > 4 * others;
    }

    /** Whether a label says that this is a question. */
    boolean isLabelled(int i) {
        var entry = entry(i);
        return entry != null && entry.phrase().labelled();
    }

    /** The items of each outermost list with all that is nested in it. */
    Collection<List<Integer>> lists() {
        return lists;
    }

    /** Index of the heading that a unit stands below, or -1. */
    int headingAbove(int i) {
        return headingAbove[i];
    }

    /** Index of the heading that a heading stands below, or -1. */
    int outerHeading(int heading) {
        return outerHeading[heading];
    }

    /** Takes the deeper headings behind a heading out of its part. */
    void endAtNextHeading(int heading) {
        int next = heading + 1;
        while (next < regionEnds[heading] && !is(next, Kind.HEADING)) {
            next++;
        }
        for (int i = next; i < regionEnds[heading]; i++) {
            if (outerHeading[i] == heading) {
                outerHeading[i] = outerHeading[heading];
            }
        }
        regionEnds[heading] = next;
    }

    /** Index after the last unit below a heading. */
    int regionEnd(int heading) {
        return regionEnds[heading];
    }

    /**
     * Where the fold of a summary ends: its end tag; without one the next summary, heading or the
     * document's end.
     */
    int foldEnd(int summary) {
        if (folds == null) {
            folds = new Folds(units);
        }
        return folds.end(summary);
    }

    /** The share of entries that ask. */
    double asking(List<Integer> indexes) {
        int asking = 0;
        for (int i : indexes) {
            asking += asks(i) ? 1 : 0;
        }
        return indexes.isEmpty() ? 0 : (double) asking / indexes.size();
    }

    boolean asks(int i) {
        var entry = entry(i);
        return entry != null && entry.asksLikely();
    }

    /**
     * Whether an entry asks as no change log and no instruction does: with a question mark, a label
     * or a verb of telling; Chinese and Japanese ask without.
     */
    boolean asksClearly(int i) {
        return asksAloud(i)
                || asks(i) && Lexicon.shipped().asksToTell(entryAt(i).phrase().wording());
    }

    private boolean asksAloud(int i) {
        var entry = entry(i);
        return entry != null
                && (entry.asks() >= Entry.ALOUD
                        || entry.phrase().labelled()
                        || entry.asksLikely() && endsAsking(entry.phrase().wording()));
    }

    private static boolean endsAsking(String wording) {
        return Lexicon.isUnspaced(wording) || Lexicon.shipped().endsAskingToTell(wording);
    }

    /**
     * Whether entries that ask are questions: of a document that says so, or if enough of them do
     * more than prompt, and no reader speaks in them.
     */
    boolean areQuestions(List<Integer> askers) {
        long aloud = askers.stream().filter(this::asksAloud).count();
        long clear = askers.stream().filter(this::asksClearly).count();
        boolean askOthers =
                (aloud >= CLEAR * askers.size() || aloud > 0 && 2 * clear >= askers.size())
                        && askers.stream().filter(this::isOfReader).count()
                                <= READERS * askers.size();
        return (callsItselfQuestions() || askOthers && !isNamedOther())
                && !areAboutQuestions(askers);
    }

    /** Whether the title is the name of something else, such as a change log. */
    private boolean isNamedOther() {
        return title >= 0
                && Lexicon.shipped().means(Meaning.OTHER, SectionName.of(units.get(title).text()));
    }

    /** Whether most ask about questions, as the parts of advice do. */
    boolean areAboutQuestions(List<Integer> askers) {
        return askers.size() >= 2
                && 2 * askers.stream().filter(this::speaksOfQuestions).count() > askers.size();
    }

    private boolean speaksOfQuestions(int i) {
        return speaking.computeIfAbsent(
                i, it -> Lexicon.shipped().mentions(Meaning.QUESTIONS, units.get(it).text()));
    }

    /** Whether it is a reader who asks, or who asks herself. */
    boolean isOfReader(int i) {
        return Lexicon.shipped().mentions(Meaning.READER, entryAt(i).phrase().wording());
    }

    /** Whether those who write ask themselves, as minutes and records do. */
    boolean isOfTeam(int i) {
        return Lexicon.shipped().mentions(Meaning.TEAM, entryAt(i).phrase().wording());
    }

    boolean isTask(int i) {
        // A box is printed first, or behind a number.
        var text = units.get(i).text();
        int box = text.indexOf('[');
        if (box < 0
                || box > BOLD_WITHIN
                || box + 2 >= text.length()
                || text.charAt(box + 2) != ']') {
            return false;
        }
        var entry = entry(i);
        return entry != null
                && (entry.phrase().mark() == Mark.UNCHECKED
                        || entry.phrase().mark() == Mark.CHECKED);
    }

    boolean isBoldParagraph(int i) {
        var unit = units.get(i);
        if (!unit.is(Kind.PARAGRAPH) || unit.parent() >= 0 || !mayBeBold(unit.text())) {
            return false;
        }
        var entry = entry(i);
        return entry != null && entry.phrase().bold();
    }

    private static boolean mayBeBold(String text) {
        int bold = text.indexOf("**");
        boolean isBold =
                isNear(bold) && (bold == 0 || text.length() - text.lastIndexOf("**") < BOLD_WITHIN);
        return isBold || isNear(text.indexOf('<')) || isNear(text.indexOf("__"));
    }

    private static boolean isNear(int index) {
        return index >= 0 && index < BOLD_WITHIN;
    }

    /** Whether a heading names a part that holds no questions. */
    boolean isOther(int heading) {
        return others.computeIfAbsent(
                heading,
                i -> {
                    if (!mayName(units.get(i).text())) {
                        return false;
                    }
                    var name = SectionName.of(units.get(i).text());
                    return Lexicon.shipped().means(Meaning.OTHER, name)
                            || self.isAdvice(name)
                            || !self.isOfQuestions() && Lexicon.shipped().means(Meaning.FAQ, name);
                });
    }

    /** A cheap look: a long heading or one with a question mark names no part of a document. */
    private static boolean mayName(String text) {
        return text.length() <= LONGEST_NAME && !text.endsWith("?");
    }

    /** Whether a heading names a part that gives advice. */
    boolean isAdviceHeading(int heading) {
        return advices.computeIfAbsent(
                heading,
                i ->
                        mayName(units.get(i).text())
                                && self.isAdvice(SectionName.of(units.get(i).text())));
    }

    /** Whether a unit stands below a heading that names a part without questions. */
    boolean isUnderOther(int i) {
        for (int heading = headingAbove[i]; heading >= 0; heading = outerHeading[heading]) {
            if (heading != title && isOther(heading)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a unit stands below a heading that calls what it holds questions. */
    boolean isInCalledPart(int i) {
        int heading = is(i, Kind.HEADING) ? outerHeading[i] : headingAbove[i];
        for (; heading >= 0; heading = outerHeading[heading]) {
            if (heading != title && !isOther(heading) && speaksOfQuestions(heading)) {
                return true;
            }
        }
        return false;
    }

    /** Rules, tags and asides are no content. */
    boolean isFrame(int i) {
        return switch (units.get(i).kind()) {
            case RULE, HTML, FOLD, FOLD_END, SUMMARY_END -> true;
            case ITEM, SUMMARY -> aside.get(i);
            default -> false;
        };
    }

    /** Whether anything stands below a heading, deeper headings included. */
    boolean hasContent(int heading) {
        for (int i = heading + 1; i < regionEnds[heading]; i++) {
            if (!units.get(i).is(Kind.HEADING) && !isFrame(i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether units speak of questions, as rules for them do. */
    boolean speakOfQuestions(List<Integer> indexes) {
        long speaking = indexes.stream().filter(this::speaksOfQuestions).count();
        return speaking > 1 && speaking > SPEAKING * indexes.size();
    }

    /** What the document says of itself. */
    SelfDescription self() {
        return self;
    }

    /** Whether the document says in its first lines that it lists questions. */
    boolean callsItselfQuestions() {
        return self.isOfQuestions();
    }
}
