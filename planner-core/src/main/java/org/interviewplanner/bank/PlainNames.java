package org.interviewplanner.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.interviewplanner.bank.Lexicon.Meaning;
import org.interviewplanner.bank.Slots.Role;
import org.interviewplanner.bank.Unit.Kind;

/**
 * Sections that are named by a plain or bold line of a few words instead of a heading.
 *
 * <p>One such line may be anything. Several make sections if the first question of their part
 * stands right below one of them, and if they are fewer than the questions that they name.
 */
final class PlainNames {
    private static final int LONGEST = 50;
    private static final int MOST_WORDS = 6;
    private static final int FEWEST = 2;
    private static final int FEWEST_BELOW_ONE = 3;
    private static final int MOST_WORDS_ALONE = 2;

    private final Ground ground;

    PlainNames(Ground ground) {
        this.ground = ground;
    }

    void find() {
        Map<Integer, List<Integer>> questions = new TreeMap<>();
        for (int i = 0; i < ground.size(); i++) {
            boolean isAsked = ground.role(i) == Role.QUESTION && ground.unit(i).parent() < 0;
            if (isAsked && (ground.is(i, Kind.ITEM) || ground.is(i, Kind.PARAGRAPH))) {
                questions.computeIfAbsent(ground.headingAbove(i), it -> new ArrayList<>()).add(i);
            }
        }
        questions.values().forEach(this::part);
    }

    private void part(List<Integer> questions) {
        var named = questions.stream().filter(this::isBelowName).toList();
        boolean isFirstNamed = !named.isEmpty() && named.getFirst().equals(questions.getFirst());
        boolean areEnough =
                named.size() >= FEWEST
                        || isFirstNamed
                                && questions.size() >= FEWEST_BELOW_ONE
                                && isClearName(named.getFirst() - 1);
        if (areEnough && isFirstNamed && 2 * named.size() <= questions.size()) {
            named.forEach(i -> ground.setRole(i - 1, Role.SECTION));
            ground.doubt(
                    named.getFirst() - 1,
                    named.size() == 1
                            ? "This line of a few words is read as the name of a section."
                            : "%d lines of a few words, the first here, are read as names of sections."
                                    .formatted(named.size()));
        }
    }

    /** A single line is a name if it is one or two words that greet nobody and announce nothing. */
    private boolean isClearName(int line) {
        var text = Phrase.joined(ground.unit(line).text());
        return text.split(" ").length <= MOST_WORDS_ALONE
                && Character.isUpperCase(text.charAt(0))
                && Character.isLetterOrDigit(text.charAt(text.length() - 1))
                && !Lexicon.shipped().mentions(Meaning.QUESTIONS, text)
                && !Lexicon.shipped().mentions(Meaning.INTERVIEW, text)
                && !Lexicon.shipped().means(Meaning.OTHER, text)
                && !Lexicon.shipped().begins(Meaning.OPENER, text);
    }

    private boolean isBelowName(int question) {
        int line = question - 1;
        if (line < 0 || !isName(line)) {
            return false;
        }
        int above = line - 1;
        while (above >= 0 && ground.isFrame(above)) {
            above--;
        }
        // What stands right below a question answers it; below a list it does so only if nested.
        boolean isBold = LinePieces.isWhollyBold(ground.unit(line).text().strip());
        return above < 0
                || isBold && !ground.entryAt(question).phrase().bold()
                || ground.role(above) != Role.QUESTION
                || ground.is(above, Kind.ITEM) && ground.is(question, Kind.ITEM);
    }

    private static String withoutPictures(String text) {
        return SectionName.withoutPictures(Phrase.joined(text)).strip();
    }

    private boolean isName(int i) {
        var unit = ground.unit(i);
        if (!unit.is(Kind.PARAGRAPH)
                || unit.parent() >= 0
                || unit.quoted()
                || ground.role(i) != Role.CONTENT
                || ground.isTaken(i)
                || unit.text().length() > LONGEST
                || unit.text().indexOf('\n') >= 0) {
            return false;
        }
        var text = Wordings.without(withoutPictures(unit.text()), "*_`");
        char last = text.isEmpty() ? '.' : text.charAt(text.length() - 1);
        return (Character.isLetterOrDigit(last) || last == ':' || last == '：' || last == ')')
                && Character.isLetterOrDigit(text.codePointAt(0))
                && text.split(" ").length <= MOST_WORDS
                && (last == ':' || last == '：' || Label.of(text) == null);
    }
}
