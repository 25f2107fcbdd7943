package org.interviewplanner.web.build;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.interviewplanner.bank.Difficulty;
import org.interviewplanner.web.data.QuestionId;

/** Two kept sets side by side; pilots count in no figure. */
public record Comparison(KeptSet first, KeptSet second) {

    /** All sections of both, as they come in the first set, then in the second. */
    public List<String> sections() {
        var sections = new LinkedHashSet<String>();
        first.scored().forEach(it -> sections.add(it.section()));
        second.scored().forEach(it -> sections.add(it.section()));
        return List.copyOf(sections);
    }

    /** The questions that stand in both sets, in whatever wording. */
    public Set<QuestionId> shared() {
        var shared = ids(first);
        shared.retainAll(ids(second));
        return shared;
    }

    /** How many scored questions a set has of a section. */
    public static int count(KeptSet set, String section) {
        return (int) set.scored().stream().filter(it -> it.section().equals(section)).count();
    }

    /** How many scored questions a set has of a level. */
    public static int count(KeptSet set, Difficulty difficulty) {
        return (int) set.scored().stream().filter(it -> it.difficulty() == difficulty).count();
    }

    /** Planned time of the scored questions. */
    public static int seconds(KeptSet set) {
        return set.scored().stream().mapToInt(KeptSlot::plannedSeconds).sum();
    }

    /** Mean level of the scored questions, 1 to 5; 0 if there are none. */
    public static double meanDifficulty(KeptSet set) {
        return set.scored().stream().mapToInt(it -> it.difficulty().level()).average().orElse(0);
    }

    private static Set<QuestionId> ids(KeptSet set) {
        return set.slots().stream()
                .map(KeptSlot::question)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
