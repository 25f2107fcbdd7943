package org.interviewplanner.bank;

import java.util.List;

/** Headings that are questions because they are counted. */
final class CountedHeadings {
    private static final int MANY = 10;
    private static final int FEWEST = 3;

    private final Ground ground;

    CountedHeadings(Ground ground) {
        this.ground = ground;
    }

    /**
     * Whether a document that says that it lists questions counts all of these headings from one
     * on, each over something, and one or more of them ask.
     */
    boolean areAll(List<Integer> family, List<Integer> askers) {
        return family.size() >= FEWEST
                && !askers.isEmpty()
                && ground.callsItselfQuestions()
                && !ground.areAboutQuestions(askers)
                && goOn(family);
    }

    /** Whether many headings are all numbered, from one on in each part, over their answers. */
    boolean isLong(List<Integer> family) {
        return family.size() >= MANY && goOn(family);
    }

    private boolean goOn(List<Integer> family) {
        int last = 0;
        for (int i : family) {
            var number = ground.entryAt(i).phrase().number();
            boolean goesOn =
                    Integer.toString(last + 1).equals(number) || last > 1 && "1".equals(number);
            if (!goesOn || !ground.hasContent(i)) {
                return false;
            }
            last = Integer.parseInt(number);
        }
        return true;
    }

    /** <em>Task 1: …</em>, <em>Task 2: …</em> in a document of questions or interviews. */
    boolean areTasks(List<Integer> family) {
        var names =
                family.stream()
                        .filter(i -> !ground.isOther(i))
                        .map(i -> Phrase.joined(ground.unit(i).text()).split(" ", 3))
                        .toList();
        return names.size() >= 2
                && ground.self().saysAnything()
                && Lexicon.shipped().means(Lexicon.Meaning.TASK, names.getFirst()[0])
                && names.stream()
                        .allMatch(it ->
                                it.length > 2
                                        && it[0].equals(names.getFirst()[0])
                                        && it[1].chars().anyMatch(Character::isDigit));
    }
}
