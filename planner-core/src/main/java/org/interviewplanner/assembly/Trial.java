package org.interviewplanner.assembly;

import java.util.ArrayDeque;
import java.util.Collection;
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

    /** Found sets that are kept at a time, and the most questions that they may have. */
    private static final int WITNESSES = 8;

    private static final long LARGEST = 4_000;

    private final Pool pool;
    private final Work work;
    private final Sieve sieve;
    private final ArrayDeque<Witness> witnesses = new ArrayDeque<>();

    Trial(Pool pool, Work work) {
        this.pool = pool;
        this.work = work;
        sieve = new Sieve(pool, work);
    }

    /** Whether the relaxation excludes sets that meet the demands of these names. */
    Verdict quick(Blueprint blueprint, AssemblyRequest request, List<String> kept) {
        return sieve.excludes(blueprint, request, kept) ? Verdict.INFEASIBLE : Verdict.UNKNOWN;
    }

    /** How far a least number must go down by the last exclusion: see {@link Sieve#lowered}. */
    long lowered(String name) {
        return sieve.lowered(name);
    }

    /** How far a greatest number must go up by the last exclusion: see {@link Sieve#raised}. */
    long raised(String name) {
        return sieve.raised(name);
    }

    /** Whether sets exist that meet the demands of these names. */
    Verdict full(Blueprint blueprint, AssemblyRequest request, List<String> kept) {
        Set<String> dropped = dropped(blueprint, kept);
        if (dropped.contains(Names.SLOTS) && emptySetsMeet(blueprint, dropped)) {
            return Verdict.FEASIBLE;
        }
        for (Witness witness : witnesses) {
            if (witness.meets(blueprint, request, dropped)) {
                return Verdict.FEASIBLE;
            }
        }
        boolean sized = !dropped.contains(Names.SLOTS);
        if (!sized && request.sets() > 1 && someSizeMeets(blueprint, request, kept)) {
            return Verdict.FEASIBLE;
        }
        Problem problem = Problem.of(pool, blueprint, request, dropped);
        Outcome outcome = search(problem, request);
        if (outcome.infeasible()) {
            return Verdict.INFEASIBLE;
        }
        if (outcome.sets() != null) {
            if (dropped.isEmpty()) {
                // What is proposed as a repair was checked like a result.
                new Checker(pool, blueprint, request)
                        .check(Assembler.named(problem, blueprint, outcome.sets()));
            }
            return Verdict.FEASIBLE;
        }
        return Verdict.UNKNOWN;
    }

    /** Whether sets without questions would do. */
    private static boolean emptySetsMeet(Blueprint blueprint, Set<String> dropped) {
        for (Demand demand : blueprint.demands()) {
            if (!dropped.contains(demand.name())
                    && (Diagnosis.isList(demand.name())
                            ? demand instanceof Demand.Include it && !it.questions().isEmpty()
                            : Amendment.range(demand)[0] > 0)) {
                return false;
            }
        }
        return true;
    }

    /** Several sets of a free size: the sizes that the relaxation likes, one after the other. */
    private boolean someSizeMeets(Blueprint blueprint, AssemblyRequest request, List<String> kept) {
        if (sieve.excludes(blueprint, request, kept)) {
            return false;
        }
        int liked = sieve.likedSize();
        int largest = Math.min(Blueprint.MAX_SLOTS, Math.max(1, pool.size()));
        for (int by : new int[] {0, 1, -1, 2, -2, 4}) {
            int slots = liked + by;
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
                    return true;
                }
            }
        }
        return false;
    }

    private Outcome search(Problem problem, AssemblyRequest request) {
        Work part = work.part(FULL);
        Outcome outcome = Search.feasible(problem, part, request.seed());
        work.join(part);
        int[][] sets = outcome.sets();
        if (sets != null && (long) sets.length * problem.maxSlots <= LARGEST) {
            if (witnesses.size() == WITNESSES) {
                witnesses.removeLast();
            }
            witnesses.addFirst(Witness.of(problem, sets));
        }
        return outcome;
    }

    /** The names of a blueprint that are not kept. */
    static Set<String> dropped(Blueprint blueprint, Collection<String> kept) {
        var dropped = new HashSet<String>();
        dropped.add(Names.SLOTS);
        for (Demand demand : blueprint.demands()) {
            dropped.add(demand.name());
        }
        dropped.removeAll(new HashSet<>(kept));
        return dropped;
    }
}
