package org.interviewplanner.bank;

import static java.util.stream.Collectors.groupingBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import org.interviewplanner.bank.Lexicon.Meaning;
import org.interviewplanner.bank.Slots.Role;
import org.interviewplanner.bank.Unit.Kind;

/** Lists right below headings that are questions because the lists of sister sections are. */
final class SisterLists {
    private static final double SOME = 0.25;

    /** So many asking entries show that a document which does not say so is one of questions. */
    private static final int SOME_QUESTIONS = 10;

    private static final int LONGEST_TOPIC = 60;
    private static final int FEW_OF = 4;

    private final Ground ground;
    private final IntConsumer question;

    /**
     * Prepares.
     *
     * @param question makes an item a question
     */
    SisterLists(Ground ground, IntConsumer question) {
        this.ground = ground;
        this.question = question;
    }

    /**
     * Where some sections keep their questions in a list, their sister sections do so too, even if
     * most of their entries are bare topics: if the document lists questions, if the section calls
     * them so, or if such lists are numbered.
     */
    void find(List<List<Integer>> lists, int total) {
        var near = lists.stream().filter(it -> headingNear(it.getFirst()) >= 0).toList();
        var ordered = near.stream().filter(this::isOrdered).toList();
        // What is found backs the others, once: a chain of such proofs would be thin.
        for (int round = 0; round < 2; round++) {
            var levels = new HashSet<Integer>();
            near.stream()
                    .map(List::getFirst)
                    .filter(i -> ground.role(i) == Role.QUESTION)
                    .forEach(i -> levels.add(ground.unit(headingNear(i)).level()));
            boolean areAlike = near.size() == lists.size() && areUniform(lists);
            boolean areNumbered = areUniform(ordered);
            boolean isCounted = total >= SOME_QUESTIONS && asked(ordered) > 0;
            var slots = shareAsked(near);
            for (var list : near) {
                int heading = headingNear(list.getFirst());
                boolean isLeft =
                        ground.role(list.getFirst()) == Role.CONTENT
                                && isOuter(list.getFirst())
                                && !isCalledAnswers(heading)
                                && !ground.isUnderOther(heading);
                if (isLeft) {
                    var outer = list.stream().filter(this::isOuter).toList();
                    double asking = ground.asking(outer);
                    boolean isBacked =
                            ground.callsItselfQuestions()
                                            && (areAlike
                                                    || outer.stream().anyMatch(ground::asksClearly))
                                    || isOrdered(list)
                                            && (areNumbered || isCounted && asking >= SOME)
                                    || ground.self().saysAnything()
                                            && areTopics(outer)
                                            && slots.contains(kind(list));
                    boolean isSlot =
                            isCalledQuestions(heading)
                                            && asking > 0
                                            && !ground.speakOfQuestions(outer)
                                    || isBacked && levels.contains(ground.unit(heading).level());
                    if (isSlot) {
                        outer.forEach(question::accept);
                    }
                }
            }
        }
    }

    /** The kinds of lists right below headings of which a quarter are questions. */
    private Set<Integer> shareAsked(List<List<Integer>> near) {
        var kinds = new HashSet<Integer>();
        near.stream()
                .collect(groupingBy(this::kind))
                .forEach((kind, sisters) -> {
                    int asked = asked(sisters);
                    if (asked >= 2 && FEW_OF * asked >= sisters.size()) {
                        kinds.add(kind);
                    }
                });
        return kinds;
    }

    /** The level of the heading right above a list, and whether it is numbered. */
    private int kind(List<Integer> list) {
        int level = ground.unit(headingNear(list.getFirst())).level();
        return isOrdered(list) ? -level : level;
    }

    /** Whether items are a few words each and tell nothing. */
    private boolean areTopics(List<Integer> items) {
        return items.stream()
                .map(i -> ground.entryAt(i).phrase().wording())
                .allMatch(it -> it.length() <= LONGEST_TOPIC && !it.endsWith("."));
    }

    /** How many lists are questions. */
    private int asked(List<List<Integer>> lists) {
        return (int)
                lists.stream().filter(it -> ground.role(it.getFirst()) == Role.QUESTION).count();
    }

    private boolean isCalledQuestions(int heading) {
        return ground.self().saysAnything()
                && Lexicon.shipped().mentions(Meaning.QUESTIONS, ground.unit(heading).text());
    }

    /**
     * Whether a heading says that what follows are answers, and not that they are questions too.
     */
    boolean isCalledAnswers(int heading) {
        var name = ground.unit(heading).text();
        return Lexicon.shipped().mentions(Meaning.ANSWER, name)
                && !Lexicon.shipped().mentions(Meaning.QUESTIONS, name);
    }

    private boolean isOrdered(List<Integer> list) {
        return ground.unit(list.getFirst()).isOrdered();
    }

    /** Whether all lists are numbered, or none, and half or more are questions. */
    private boolean areUniform(List<List<Integer>> lists) {
        int asked = asked(lists);
        return asked >= 2
                && 2 * asked >= lists.size()
                && lists.stream().map(this::isOrdered).distinct().count() == 1;
    }

    /** The heading above a list with at most one paragraph between, or -1. */
    int headingNear(int first) {
        int paragraphs = 0;
        for (int i = first - 1; i >= 0; i--) {
            if (ground.is(i, Kind.HEADING)) {
                return ground.isTitle(i) ? -1 : i;
            }
            paragraphs += ground.is(i, Kind.PARAGRAPH) ? 1 : 0;
            boolean isBetween =
                    ground.is(i, Kind.RULE)
                            || ground.is(i, Kind.HTML)
                            || ground.is(i, Kind.PARAGRAPH);
            if (!isBetween || paragraphs > 1) {
                return -1;
            }
        }
        return -1;
    }

    private boolean isOuter(int i) {
        return ground.unit(i).parent() < 0;
    }
}
