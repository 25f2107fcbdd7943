package org.interviewplanner.assembly;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Says why there are no sets: irreducible clashes by leaving out demand after demand, and a repair
 * in whole numbers that was tried before it is proposed.
 */
final class Diagnosis {

    /** What trying a blueprint told. */
    private enum Verdict {
        FEASIBLE,
        INFEASIBLE,
        UNKNOWN
    }

    private final Pool pool;
    private final Blueprint blueprint;
    private final AssemblyRequest request;
    private final List<String> names;

    Diagnosis(Pool pool, Blueprint blueprint, AssemblyRequest request) {
        this.pool = pool;
        this.blueprint = blueprint;
        this.request = request;
        var all = new LinkedHashSet<String>();
        all.add(Names.SLOTS);
        for (Demand demand : blueprint.demands()) {
            all.add(demand.name());
        }
        names = List.copyOf(all);
    }

    Assembly explain(Work work) {
        List<String> clash = irreducible(names, work);
        var shortfall = new Shortfall(clash, have(clash), need(clash));
        return new Assembly.Infeasible(List.of(shortfall), List.of());
    }

    /** Leaves out one name after the other for as long as the rest clashes, quotas first. */
    private List<String> irreducible(List<String> start, Work work) {
        var kept = new ArrayList<>(start);
        var tried = new ArrayList<>(start);
        Collections.reverse(tried);
        for (String name : tried) {
            kept.remove(name);
            if (verdict(new HashSet<>(kept), work) != Verdict.INFEASIBLE) {
                kept.add(name);
            }
        }
        return List.copyOf(kept);
    }

    private Verdict verdict(Set<String> kept, Work work) {
        var dropped = new HashSet<>(names);
        dropped.removeAll(kept);
        Outcome outcome =
                Search.solve(Problem.of(pool, blueprint, request, dropped), work, request.seed());
        if (outcome.infeasible()) {
            return Verdict.INFEASIBLE;
        }
        return outcome.sets() == null ? Verdict.UNKNOWN : Verdict.FEASIBLE;
    }

    private long have(List<String> clash) {
        return pool.size();
    }

    private long need(List<String> clash) {
        return clash.contains(Names.SLOTS) ? blueprint.slots() : 1;
    }
}
