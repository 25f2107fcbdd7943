package org.interviewplanner.web.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.interviewplanner.assembly.Blueprint;
import org.interviewplanner.assembly.Demand;
import org.interviewplanner.assembly.Fairness;
import org.interviewplanner.assembly.InterviewSet;
import org.interviewplanner.assembly.Pool;
import org.interviewplanner.assembly.PoolQuestion;
import org.jspecify.annotations.Nullable;

/**
 * What shows that sets are equal in demand. It is worked out from the sets as they were kept, so a
 * bank that has changed since changes nothing in it. Pilots count in none of its figures.
 *
 * @param sets all that were kept at once, in their order
 * @param batch how they came about, or null for a set from before that was remembered
 * @param fairness their figures, in the same order
 * @param sections all sections of the sets, as they come in the first set, then in the next
 */
public record Certificate(
        List<KeptSet> sets, @Nullable Batch batch, Fairness fairness, List<String> sections) {

    public Certificate {
        sets = List.copyOf(sets);
        sections = List.copyOf(sections);
    }

    static Certificate of(List<KeptSet> sets, @Nullable Batch batch) {
        var sections = new LinkedHashSet<String>();
        sets.forEach(set -> set.scored().forEach(slot -> sections.add(slot.section())));
        var needed =
                batch == null
                        ? Set.<String>of()
                        : batch.recipe().draft().needed().stream()
                                .map(it -> it.value().toString())
                                .collect(Collectors.toSet());
        var blueprint =
                new Blueprint(
                        1,
                        0,
                        needed.isEmpty() ? List.of() : List.of(new Demand.Include(needed)),
                        List.of());
        return new Certificate(
                sets,
                batch,
                Fairness.of(pool(sets), blueprint, sets.stream().map(Certificate::order).toList()),
                List.copyOf(sections));
    }

    /** The questions of kept sets as they were then. */
    static Pool pool(List<KeptSet> sets) {
        var questions = new HashMap<String, PoolQuestion>();
        for (var set : sets) {
            for (var slot : set.slots()) {
                var id = slot.question().value().toString();
                questions.put(
                        id,
                        new PoolQuestion(
                                id,
                                slot.section().isBlank() ? "–" : slot.section(),
                                slot.difficulty(),
                                slot.plannedSeconds(),
                                Set.of(),
                                slot.exposure(),
                                true));
            }
        }
        return new Pool(new ArrayList<>(questions.values()));
    }

    /** A kept set as the core reads it, without its pilot. */
    static InterviewSet order(KeptSet set) {
        return InterviewSet.of(
                set.scored().stream().map(it -> it.question().value().toString()).toList());
    }
}
