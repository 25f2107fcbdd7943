package org.interviewplanner.assembly;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Assembles interview sets: the one door of this package.
 *
 * <p>The answer is the best there is: of all sets that meet every demand those with the smallest
 * {@link Objective}, or, if the counted work runs out first, the best found with bounds that say
 * how far it can be from the best. The same pool, blueprint and request give the same answer on
 * every machine; only a request that is cancelled can give less.
 *
 * <p>Equally good sets: the seed decides which of them is returned. It adds to every question a
 * random cost too small to change what is best, and deals questions at random. Where all questions
 * are alike the choice is uniform as far as 4,400 seeds can tell: of 12 questions, 3 to a set, all
 * 220 sets came, with a chi-square of 249 at 219 degrees of freedom. Where times differ it is not:
 * of the 68 sets of another such bank that met the time exactly the rarest came 42 times and the
 * commonest 234 times, 65 being fair. Sets that are found by exchanges, as where two sets may share
 * questions, follow no stated distribution. Nor do sets out of a pool with sixteen times as many
 * questions as they hold or more: some of the equally dear questions are drawn first, each as
 * likely, and the sets are chosen among those.
 *
 * <p>Work is counted in steps of the search, never in time. When it runs out, or the request is
 * cancelled (asked about every 65,000 steps), the best sets so far are returned as not proved, with
 * the bounds that hold for them, or {@link Assembly.Undecided} if there are none yet.
 *
 * <p>Safe for use by many threads.
 */
public final class Assembler {

    /** So many times more questions than all sets hold make a shortlist worth its making. */
    private static final long SHORT = 16;

    /** An assembler; it keeps nothing between assemblies. */
    public Assembler() {}

    /** Assembles sets from a pool after a blueprint, or says why there are none. */
    public Assembly assemble(Pool pool, Blueprint blueprint, AssemblyRequest request) {
        var work = new Work(request.workLimit(), request.cancelled());
        long seed = scattered(request.seed());
        Cheapest.Solved solved = solved(pool, blueprint, request, work, seed);
        Problem problem = solved.problem();
        Outcome outcome = solved.outcome();
        if (outcome.infeasible()) {
            Assembly why = new Diagnosis(pool, blueprint, request, work).explain();
            return why == null ? undecided(Outcome.ZERO, work) : why;
        }
        int[][] found = outcome.sets();
        Objective bound = plusFixed(problem, outcome.bound());
        if (found == null) {
            return undecided(bound, work);
        }
        List<InterviewSet> sets = named(problem, blueprint, found);
        Objective value = new Checker(pool, blueprint, request).check(sets);
        if (bound.compareTo(value) > 0) {
            throw new IllegalStateException(
                    "The bound (%s) is above the value (%s): a defect of this library."
                            .formatted(bound, value));
        }
        return new Assembly.Assembled(
                sets,
                value.equals(bound),
                report(pool, blueprint, sets, value, bound, work.spent()));
    }

    /** Solves with few questions if those decide, else without those that others stand in for. */
    private static Cheapest.Solved solved(
            Pool pool, Blueprint blueprint, AssemblyRequest request, Work work, long seed) {
        Cheapest.Solved cheapest = Cheapest.solve(pool, blueprint, request, work, seed);
        if (cheapest != null) {
            return cheapest;
        }
        Problem problem = problem(pool, blueprint, request, seed);
        return new Cheapest.Solved(problem, Search.solve(problem, work, seed));
    }

    /** The problem, without questions that others can stand in for if that is soon told. */
    private static Problem problem(
            Pool pool, Blueprint blueprint, AssemblyRequest request, long seed) {
        Shortlist.Choice few =
                SHORT * request.sets() * blueprint.slots() < pool.size()
                        ? Shortlist.of(pool, blueprint, request, seed)
                        : null;
        return few == null
                ? Problem.of(pool, blueprint, request)
                : Problem.of(few.pool(), few.blueprint(), request);
    }

    private static Assembly undecided(Objective bound, Work work) {
        return new Assembly.Undecided(
                new AssemblyReport(null, bound, work.spent(), List.of(), List.of()));
    }

    /**
     * Other questions for one slot, the best first, while all other slots stay. To draw the whole
     * set anew around pinned questions, add a {@link Demand.Include} of them and assemble.
     *
     * @param sets sets that meet every demand of the blueprint, as many as the request says
     * @param set which of them, from 1
     * @param position the slot, from 1
     * @param most how many to give at most, at least 0
     * @return questions that keep every demand, or none if the slot holds a must-have question
     * @throws IllegalArgumentException if there is no such set or slot, or most is negative
     * @throws IllegalStateException if the sets break a demand
     */
    public List<Replacement> replacements(
            Pool pool,
            Blueprint blueprint,
            AssemblyRequest request,
            List<InterviewSet> sets,
            int set,
            int position,
            int most) {
        if (set < 1
                || set > sets.size()
                || position < 1
                || position > sets.get(set - 1).slots().size()
                || most < 0) {
            throw new IllegalArgumentException(
                    "The set (%d), position (%d) and most (%d) must name a slot and a number."
                            .formatted(set, position, most));
        }
        return new Redraw(pool, blueprint, request, sets).of(set - 1, position - 1, most);
    }

    /**
     * How good given sets are, for instance after a person changed them.
     *
     * @throws IllegalArgumentException if a question is not in the pool
     * @throws IllegalStateException if the sets break a demand, or are not as many as requested
     */
    public Objective value(
            Pool pool, Blueprint blueprint, AssemblyRequest request, List<InterviewSet> sets) {
        return new Checker(pool, blueprint, request).check(sets);
    }

    /**
     * How many sets that share no question the pool can give at once, up to the sets of the
     * request, and what to write for more.
     */
    public Capacity capacity(Pool pool, Blueprint blueprint, AssemblyRequest request) {
        var work = new Work(request.workLimit(), request.cancelled());
        return new CapacityMeter(pool, blueprint, request, work).measure();
    }

    /**
     * Spreads seeds over all 64 bits: {@link java.util.Random} begins much alike for neighbours
     * (finaliser of SplitMix64; Steele, Lea, Flood 2014).
     */
    private static long scattered(long seed) {
        long z = seed + 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    private static Objective plusFixed(Problem problem, Objective bound) {
        return new Objective(
                bound.balance(),
                bound.deviation(),
                Math.addExact(bound.exposure(), problem.fixedExposure));
    }

    static List<InterviewSet> named(Problem problem, Blueprint blueprint, int[][] found) {
        var sets = new ArrayList<InterviewSet>(found.length);
        List<PoolQuestion> all = problem.pool.questions();
        for (int[] set : found) {
            var questions = new ArrayList<PoolQuestion>(set.length + problem.fixed.length);
            for (int f : problem.fixed) {
                questions.add(all.get(f));
            }
            for (int q : set) {
                questions.add(all.get(problem.origin[q]));
            }
            sets.add(Sequencer.inOrder(questions, blueprint.order()));
        }
        return sets;
    }

    private static AssemblyReport report(
            Pool pool,
            Blueprint blueprint,
            List<InterviewSet> sets,
            @Nullable Objective value,
            Objective bound,
            long work) {
        var questions = new ArrayList<List<PoolQuestion>>(sets.size());
        for (InterviewSet set : sets) {
            questions.add(pool.questions(set));
        }
        var demands = new LinkedHashMap<String, AssemblyReport.Reached>();
        for (Demand demand : blueprint.demands()) {
            AssemblyReport.Reached reached =
                    switch (demand) {
                        case Demand.Quota it ->
                                reached(
                                        it.name(),
                                        it.min(),
                                        it.max(),
                                        questions,
                                        set -> Checker.count(it, set));
                        case Demand.TagQuota it ->
                                reached(
                                        it.name(),
                                        it.min(),
                                        it.max(),
                                        questions,
                                        set -> Checker.count(it, set));
                        case Demand.Time it ->
                                reached(
                                        it.name(),
                                        it.minSeconds(),
                                        it.maxSeconds(),
                                        questions,
                                        Checker::time);
                        case Demand.Include it -> null;
                        case Demand.Exclude it -> null;
                        case Demand.Enemies it -> null;
                        case Demand.ApprovedOnly it -> null;
                    };
            if (reached != null) {
                demands.put(reached.name(), reached);
            }
        }
        var targets = new ArrayList<AssemblyReport.Reached>();
        for (Target target : blueprint.targets()) {
            targets.add(
                    reached(
                            target.name(),
                            target.count(),
                            target.count(),
                            questions,
                            set -> Checker.count(target, set)));
        }
        return new AssemblyReport(value, bound, work, List.copyOf(demands.values()), targets);
    }

    private static AssemblyReport.Reached reached(
            String name,
            int min,
            int max,
            List<List<PoolQuestion>> sets,
            java.util.function.ToLongFunction<List<PoolQuestion>> count) {
        var counts = new ArrayList<Integer>(sets.size());
        for (List<PoolQuestion> set : sets) {
            counts.add(Math.toIntExact(count.applyAsLong(set)));
        }
        return new AssemblyReport.Reached(name, min, max, counts);
    }
}
