package org.interviewplanner.bank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import org.interviewplanner.bank.Lexicon.Meaning;
import org.interviewplanner.bank.SectionProposal.Kind;
import org.jspecify.annotations.Nullable;

/** Finds what a document suggests to do with its sections, in prose or under labels. */
final class SectionSuggestions {
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?。！？][\"”»」]?)\\s+(?=\\S)");
    private static final Pattern ARROW = Pattern.compile("\\s*(?:→|⇒|➜|➡️?|=>|-->|->)\\s*");
    private static final int MAX_TEXT = 3000;

    /** Nobody reviews more. */
    private static final int MOST = 500;

    private final List<Unit> units;
    private final SectionNames names;
    private final BitSet skipped;
    private final List<SectionProposal> proposals = new ArrayList<>();
    private @Nullable List<String> context;
    private boolean currentIsPlural;
    private int header = -1;

    /**
     * Prepares.
     *
     * @param skipped units that belong to questions or re-wordings
     */
    SectionSuggestions(List<Unit> units, SectionNames names, BitSet skipped) {
        this.units = units;
        this.names = names;
        this.skipped = skipped;
    }

    List<SectionProposal> find() {
        if (names.isEmpty()) {
            return proposals;
        }
        for (int i = 0; i < units.size() && proposals.size() < MOST; i++) {
            var unit = units.get(i);
            if (skipped.get(i) || unit.text().length() > MAX_TEXT) {
                continue;
            }
            switch (unit.kind()) {
                case HEADING -> heading(unit.text());
                case PARAGRAPH, ITEM -> text(i);
                case HEADER -> header = i;
                case ROW -> row(i);
                default -> {}
            }
        }
        return proposals;
    }

    private void heading(String text) {
        context = names.headed(text);
        currentIsPlural = false;
    }

    private void text(int i) {
        var unit = units.get(i);
        var label = Label.of(unit.text());
        if (label != null && label.number() == null) {
            if (label.means(Meaning.CURRENT)) {
                var text = withFollowing(i, label);
                var quoted = Quotes.names(text);
                currentIsPlural = quoted.size() >= 2;
                if (context == null && !quoted.isEmpty()) {
                    context = names.named(quoted.getFirst());
                }
                return;
            }
            if (label.means(Meaning.SUGGEST)) {
                suggested(i, label);
                return;
            }
            if (label.means(Meaning.SECTION)) {
                heading(unit.text());
                return;
            }
        }
        if (isBoldLine(unit)) {
            heading(unit.text());
            return;
        }
        boolean isPartOfItem = unit.is(Unit.Kind.PARAGRAPH) && unit.parent() >= 0;
        if (!isPartOfItem) {
            prose(withNested(i), unit.line());
        }
    }

    private static boolean isBoldLine(Unit unit) {
        return unit.is(Unit.Kind.PARAGRAPH)
                && unit.parent() < 0
                && LinePieces.isWhollyBold(unit.text().strip());
    }

    private String withFollowing(int i, Label label) {
        var text =
                units.get(i).text().substring(Math.min(label.end(), units.get(i).text().length()));
        boolean isAlone = Wordings.without(text, "*_").isBlank();
        return isAlone && i + 1 < units.size() ? units.get(i + 1).text() : text;
    }

    private String withNested(int i) {
        var text = new StringBuilder(units.get(i).text());
        for (int k = i + 1;
                k < units.size()
                        && units.get(k).parent() == i
                        && units.get(k).is(Unit.Kind.PARAGRAPH);
                k++) {
            text.append('\n').append(units.get(k).text());
        }
        return text.toString();
    }

    private void suggested(int i, Label label) {
        var text = withFollowing(i, label);
        var into = Quotes.names(text);
        if (into.isEmpty()) {
            into = Quotes.bold(text);
        }
        if (context == null
                || into.isEmpty()
                || into.stream().anyMatch(it -> Asking.of(it) >= Entry.SURE)) {
            return;
        }
        boolean splits =
                Lexicon.shipped().mentions(Meaning.SPLIT, text)
                        || into.size() >= 2 && !currentIsPlural;
        proposals.add(
                new SectionProposal(
                        splits ? Kind.SPLIT : Kind.RENAME, context, into, units.get(i).line() + 1));
        currentIsPlural = false;
    }

    private void prose(String text, int line) {
        if (arrow(text, line) || !mayName(text)) {
            return;
        }
        var joined = Phrase.joined(text);
        if (kind(joined) == null) {
            return;
        }
        var sentences =
                Arrays.stream(SENTENCE.split(joined))
                        .filter(it -> kind(it) != null && names.mentioned(it, false) != null)
                        .toList();
        if (sentences.size() >= 2
                && sentences.stream().map(it -> names.mentioned(it, false)).distinct().count()
                        >= 2) {
            sentences.forEach(it -> clauses(it, line));
        } else {
            clauses(joined, line);
        }
    }

    /**
     * A sentence that treats several sections: <em>rename A to "B" and split C into "D" and
     * "E"</em>.
     */
    private void clauses(String sentence, int line) {
        var marks = Quotes.marked(sentence);
        var cuts = new ArrayList<Integer>();
        int lastName = -1;
        int sections = 0;
        for (var mark : marks) {
            if (names.named(mark.name()) == null) {
                lastName = mark.end();
            } else if (++sections > 1 && lastName > 0) {
                cuts.add(lastName);
                lastName = -1;
            }
        }
        int from = 0;
        var parts = new ArrayList<String>();
        for (int cut : cuts) {
            parts.add(sentence.substring(from, cut));
            from = cut;
        }
        parts.add(sentence.substring(from));
        if (parts.stream().allMatch(it -> kind(it) != null)) {
            parts.forEach(it -> sentence(it, line));
        } else {
            sentence(sentence, line);
        }
    }

    /**
     * Whether a text could name a section and what to make of it: it quotes something or prints it
     * in bold.
     */
    private static boolean mayName(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("*_\"“„«「『»《".indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private void sentence(String text, int line) {
        var kind = kind(text);
        if (kind == null) {
            return;
        }
        var section = names.mentioned(text, Lexicon.shipped().mentions(Meaning.SECTION, text));
        if (section == null) {
            return;
        }
        var into = new ArrayList<>(Quotes.names(text));
        into.removeIf(names::isKnown);
        if (into.isEmpty()) {
            into.addAll(Quotes.bold(text));
            into.removeIf(names::isKnown);
        }
        proposals.add(
                new SectionProposal(kind, section, into.stream().distinct().toList(), line + 1));
    }

    private static @Nullable Kind kind(String text) {
        var lexicon = Lexicon.shipped();
        if (lexicon.mentions(Meaning.RENAME, text) && !lexicon.mentions(Meaning.SPLIT, text)) {
            return Kind.RENAME;
        }
        if (lexicon.mentions(Meaning.SPLIT, text)) {
            return Kind.SPLIT;
        }
        if (lexicon.mentions(Meaning.HEADING, text)) {
            return Kind.ADD_HEADINGS;
        }
        return lexicon.mentions(Meaning.GROUP, text) ? Kind.GROUP : null;
    }

    /** {@code Old name → New name}. */
    private boolean arrow(String text, int line) {
        if (text.length() > 400 || !Rewordings.mayHoldArrow(text)) {
            return false;
        }
        var sides = ARROW.split(Phrase.joined(text));
        if (sides.length != 2) {
            return false;
        }
        var section = names.named(Quotes.unquoted(sides[0]));
        if (section == null) {
            return false;
        }
        add(section, sides[1], line);
        return true;
    }

    private void add(List<String> section, String target, int line) {
        var quoted = Quotes.names(target);
        var bold = Quotes.bold(target);
        var into =
                !quoted.isEmpty()
                        ? quoted
                        : !bold.isEmpty()
                                ? bold
                                : Arrays.stream(target.split("\\s*[+/;]\\s*|,\\s+"))
                                        .map(it -> Wordings.without(it, "*_`").strip())
                                        .filter(it -> !it.isBlank())
                                        .toList();
        if (!into.isEmpty()) {
            proposals.add(
                    new SectionProposal(
                            into.size() == 1 ? Kind.RENAME : Kind.SPLIT, section, into, line + 1));
        }
    }

    /** A row that names a section in one column and what it should become in another. */
    private void row(int i) {
        if (header < 0) {
            return;
        }
        var titles = units.get(header).cells();
        var cells = units.get(i).cells();
        List<String> section = null;
        for (int column = 0; column < cells.size() && column < titles.size(); column++) {
            var title = Wordings.without(titles.get(column), "*_`:");
            if (section == null) {
                section = names.named(cells.get(column));
            } else if (Lexicon.shipped().means(Meaning.AFTER, title)
                    || Lexicon.shipped().means(Meaning.SUGGEST, title)) {
                add(section, cells.get(column), units.get(i).line());
                return;
            }
        }
    }
}
