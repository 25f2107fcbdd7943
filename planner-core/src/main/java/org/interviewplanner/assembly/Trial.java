package org.interviewplanner.assembly;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tries parts of a blueprint, by the relaxation alone or by a full search. */
final class Trial {

    /** What trying told. */
    enum Verdict {
        FEASIBLE,
        INFEASIBLE,
        UNKNOWN
    }

    /** Counted work of one full search; it mostly needs a hundredth. */
    private static final long FULL = 3_000_000;

    private final Pool pool;
    private final Work work;

    Trial(Pool pool, Work work) {
        this.pool = pool;
        this.work = work;
    }

    /** Whether the relaxation excludes sets that meet the demands of these names. */
    Verdict quick(Blueprint blueprint, AssemblyRequest request, List<String> kept) {
        Problem problem = problem(blueprint, request, kept);
        if (problem.impossible || new TimeGrid(problem).deviation(0) < 0) {
            return Verdict.INFEASIBLE;
        }
        return PoolSearch.isExcluded(problem, work) ? Verdict.INFEASIBLE : Verdict.UNKNOWN;
    }

    /** Whether sets exist that meet the demands of these names. */
    Verdict full(Blueprint blueprint, AssemblyRequest request, List<String> kept) {
        Problem problem = problem(blueprint, request, kept);
        Outcome outcome = search(problem, request);
        if (outcome.infeasible()) {
            return Verdict.INFEASIBLE;
        }
        if (outcome.sets() != null) {
            if (dropped(blueprint, kept).isEmpty()) {
                // What is proposed as a repair was checked like a result.
                new Checker(pool, blueprint, request)
                        .check(Assembler.named(problem, blueprint, outcome.sets()));
            }
            return Verdict.FEASIBLE;
        }
        if (problem.sets > 1 && problem.minSlots != problem.maxSlots) {
            return anySize(blueprint, request, kept, problem);
        }
        return Verdict.UNKNOWN;
    }

    /** Several sets of a free size: the sizes that the relaxation likes, one after the other. */
    private Verdict anySize(
            Blueprint blueprint, AssemblyRequest request, List<String> kept, Problem problem) {
        int liked = PoolSearch.likedSize(problem, work) + problem.fixed.length;
        int largest = Math.min(Blueprint.MAX_SLOTS, Math.max(1, pool.size()));
        for (int by : new int[] {0, 1, -1, 2, -2, 4}) {
            int slots = liked + by;
            if (slots == 0 && problem.fixed.length == 0) {
                continue;
            }
            if (slots >= 1 && slots <= largest) {
                var sized =
                        new Blueprint(
                                slots,
                                blueprint.targetSeconds(),
                                blueprint.demands(),
                                List.of(),
                                blueprint.order());
                Set<String> dropped = dropped(sized, kept);
                dropped.remove(Names.SLOTS);
                Outcome outcome = search(Problem.of(pool, sized, request, dropped), request);
                if (outcome.sets() != null) {
                    return Verdict.FEASIBLE;
                }
            }
        }
        return Verdict.UNKNOWN;
    }

    private Outcome search(Problem problem, AssemblyRequest request) {
        Work part = work.part(FULL);
        Outcome outcome = Search.feasible(problem, part, request.seed());
        work.join(part);
        return outcome;
    }

    private Problem problem(Blueprint blueprint, AssemblyRequest request, List<String> kept) {
        return Problem.of(pool, blueprint, request, dropped(blueprint, kept));
    }

    private static Set<String> dropped(Blueprint blueprint, List<String> kept) {
        var dropped = new HashSet<String>();
        dropped.add(Names.SLOTS);
        for (Demand demand : blueprint.demands()) {
            dropped.add(demand.name());
        }
        dropped.removeAll(new HashSet<>(kept));
        return dropped;
    }
}
