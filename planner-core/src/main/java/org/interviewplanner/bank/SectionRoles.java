package org.interviewplanner.bank;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.interviewplanner.bank.Slots.Role;
import org.interviewplanner.bank.Unit.Kind;

/**
 * Headings that are no questions are sections, unless what stands below them is aside; bold lines
 * over lists too.
 */
final class SectionRoles {
    private static final int FEWEST_TITLES = 3;
    private static final double MOSTLY = 0.8;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_COUNTER = 30;

    private final Ground ground;

    SectionRoles(Ground ground) {
        this.ground = ground;
    }

    void find() {
        titles();
        for (int i = 0; i < ground.size(); i++) {
            if (ground.role(i) != Role.CONTENT || ground.isTaken(i) || ground.isSwallowed(i)) {
                continue;
            }
            if (ground.is(i, Kind.HEADING)) {
                boolean isSection =
                        ground.isTitle(i)
                                || !isOverAsides(i)
                                        && !isSentence(i)
                                        && (!ground.isOther(i)
                                                || holdsQuestion(i) && holdsOwnQuestion(i));
                ground.setRole(i, isSection ? Role.SECTION : Role.ASIDE);
            } else if (ground.isBoldParagraph(i)
                    && isOverList(i)
                    && !isOverAll(i)
                    && !isMereWord(i)) {
                ground.setRole(i, Role.SECTION);
            } else if (ground.isAside(i)) {
                ground.setRole(i, Role.ASIDE);
            }
        }
    }

    /**
     * Headings over one labelled question each are its titles, as is one that only counts it; a
     * section would hold more.
     */
    private void titles() {
        Map<Integer, List<Integer>> levels = new TreeMap<>();
        for (int i = 0; i < ground.size(); i++) {
            if (ground.is(i, Kind.HEADING)
                    && ground.role(i) == Role.CONTENT
                    && !ground.isTitle(i)
                    && !ground.isTaken(i)
                    && !ground.isSwallowed(i)) {
                levels.computeIfAbsent(ground.unit(i).level(), it -> new ArrayList<>()).add(i);
            }
        }
        for (var headings : levels.values()) {
            var counters = counters(headings);
            counters.forEach(this::title);
            var titles =
                    headings.stream()
                            .filter(i -> !counters.contains(i) && onlyQuestion(i, true) >= 0)
                            .toList();
            long holding = headings.stream().filter(this::holdsQuestion).count();
            if (titles.size() >= FEWEST_TITLES && titles.size() >= MOSTLY * holding) {
                titles.forEach(this::title);
            } else {
                titles.stream()
                        .filter(i -> Labels.announces(ground.unit(i).text()))
                        .forEach(this::title);
            }
        }
    }

    private void title(int heading) {
        int question = onlyQuestion(heading, false);
        ground.setRole(heading, Role.ASIDE);
        ground.setEntry(
                question,
                ground.entryAt(question).numbered(ground.entryAt(heading).phrase().number()));
        for (int i = question + 1; i < ground.regionEnd(heading); i++) {
            ground.swallow(i);
        }
    }

    /**
     * Headings that differ from others in nothing but their numbers, all of them over one question
     * each.
     */
    private Set<Integer> counters(List<Integer> headings) {
        Map<String, List<Integer>> alike = new TreeMap<>();
        for (int i : headings) {
            var text = ground.unit(i).text();
            if (text.length() <= LONGEST_COUNTER && text.chars().anyMatch(Character::isDigit)) {
                alike.computeIfAbsent(letters(text), it -> new ArrayList<>()).add(i);
            }
        }
        var counters = new HashSet<Integer>();
        for (var sisters : alike.values()) {
            if (sisters.size() >= FEWEST_TITLES
                    && sisters.stream().allMatch(i -> onlyQuestion(i, false) >= 0)) {
                counters.addAll(sisters);
            }
        }
        return counters;
    }

    private static String letters(String text) {
        var letters = new StringBuilder();
        text.codePoints().filter(Character::isLetter).forEach(letters::appendCodePoint);
        return letters.toString();
    }

    /** The single question below a heading, or -1. */
    private int onlyQuestion(int heading, boolean labelledOnly) {
        int found = -1;
        for (int i = heading + 1; i < ground.regionEnd(heading); i++) {
            if (ground.role(i) == Role.QUESTION || ground.role(i) == Role.TITLE) {
                int above =
                        ground.is(i, Kind.HEADING)
                                ? ground.outerHeading(i)
                                : ground.headingAbove(i);
                boolean counts = !labelledOnly || ground.entryAt(i).phrase().labelled();
                if (found >= 0 || above != heading || !counts) {
                    return -1;
                }
                found = i;
            }
        }
        return found;
    }

    /**
     * Whether a question stands below a heading; one of the same level counts if nothing stands
     * between.
     */
    private boolean holdsQuestion(int heading) {
        boolean isBare = true;
        for (int i = heading + 1; i < ground.size(); i++) {
            boolean isBelow = i < ground.regionEnd(heading);
            if (isBelow || isBare) {
                if (ground.role(i) == Role.QUESTION || ground.role(i) == Role.TITLE) {
                    return true;
                }
            }
            if (!isBelow && (!isBare || ground.is(i, Kind.HEADING))) {
                return false;
            }
            isBare &= ground.isFrame(i);
        }
        return false;
    }

    /** Whether a question stands between a heading and the next one that is none. */
    private boolean holdsOwnQuestion(int heading) {
        for (int i = heading + 1; i < ground.size(); i++) {
            if (ground.role(i) == Role.QUESTION || ground.role(i) == Role.TITLE) {
                return true;
            }
            boolean isNext = ground.is(i, Kind.HEADING) && !ground.isSwallowed(i);
            if (isNext && !ground.isAside(i)) {
                return false;
            }
        }
        return false;
    }

    /** Whether a heading tells something in whole sentences: it names nothing. */
    private boolean isSentence(int heading) {
        var text = Phrase.joined(ground.unit(heading).text());
        return text.length() > LONGEST_NAME && (text.endsWith(".") || text.contains(". "));
    }

    private boolean isOverAsides(int heading) {
        boolean holdsAside = false;
        for (int i = heading + 1; i < ground.size() && !ground.is(i, Kind.HEADING); i++) {
            if (ground.isAside(i)) {
                holdsAside = true;
            } else if (!ground.isFrame(i)) {
                return false;
            }
        }
        return holdsAside;
    }

    /** {@code **Questions:**} names no section. */
    private boolean isMereWord(int i) {
        return Lexicon.shipped()
                .means(Lexicon.Meaning.QUESTIONS, SectionName.of(ground.unit(i).text()));
    }

    /** Whether a bold line is the first text of a document without headings: its title. */
    private boolean isOverAll(int i) {
        return ground.headingAbove(ground.size() - 1) < 0
                && IntStream.range(0, i).allMatch(ground::isFrame)
                && IntStream.range(i + 1, ground.size()).noneMatch(ground::isBoldParagraph);
    }

    private boolean isOverList(int i) {
        return i + 1 < ground.size()
                && ground.is(i + 1, Kind.ITEM)
                && ground.role(i + 1) == Role.QUESTION;
    }
}
