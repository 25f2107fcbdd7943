package org.interviewplanner.web.build;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.interviewplanner.assembly.Assembler;
import org.interviewplanner.assembly.Assembly;
import org.interviewplanner.assembly.AssemblyReport;
import org.interviewplanner.assembly.AssemblyRequest;
import org.interviewplanner.assembly.InterviewSet;
import org.interviewplanner.assembly.Pool;
import org.interviewplanner.web.blueprint.Recipe;
import org.interviewplanner.web.blueprint.Stock;
import org.jspecify.annotations.Nullable;

/**
 * Sets for a cohort whose histories, taken together, leave too little: one set after the other,
 * each without what its own candidate was asked before and without what the sets before it hold.
 * Each meets every demand; that none better exist is not proved.
 */
final class EachTheirOwn {
    private final Recipe recipe;
    private final Stock stock;
    private final SetRequest request;
    private final BooleanSupplier cancelled;

    /**
     * @param recipe with what anybody was asked before in its pool
     */
    EachTheirOwn(Recipe recipe, Stock stock, SetRequest request, BooleanSupplier cancelled) {
        this.recipe = recipe;
        this.stock = stock;
        this.request = request;
        this.cancelled = cancelled;
    }

    /** Null if one of the sets does not come about. */
    Assembly.@Nullable Assembled assemble() {
        var needed =
                recipe.draft().needed().stream()
                        .map(it -> it.value().toString())
                        .collect(Collectors.toSet());
        var taken = new HashSet<String>();
        var sets = new ArrayList<InterviewSet>();
        AssemblyReport report = null;
        for (int i = 0; i < request.count(); i++) {
            var away = new HashSet<>(taken);
            if (i < request.candidates().size()) {
                recipe.askedBefore(stock, request.candidates().get(i))
                        .forEach(it -> away.add(it.value().toString()));
            }
            var pool =
                    new Pool(
                                    recipe.pool().questions().stream()
                                            .filter(it -> !away.contains(it.id()))
                                            .toList())
                            .prepared();
            var outcome =
                    new Assembler()
                            .assemble(
                                    pool,
                                    recipe.blueprint(),
                                    AssemblyRequest.one(request.seed() + i)
                                            .withCancelled(cancelled));
            if (!(outcome instanceof Assembly.Assembled assembled)) {
                return null;
            }
            var set = assembled.sets().getFirst();
            sets.add(set);
            report = assembled.report();
            taken.addAll(set.questions());
            taken.removeAll(needed);
        }
        return report == null ? null : new Assembly.Assembled(List.copyOf(sets), false, report);
    }
}
