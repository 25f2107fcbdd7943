package org.interviewplanner.assembly;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Sets that were found for a part of a blueprint: they may meet other parts too, and then these
 * need no search.
 *
 * @param sets the questions of each set
 * @param ids their ids
 */
record Witness(List<List<PoolQuestion>> sets, List<Set<String>> ids) {

    /** The sets of an outcome that has some. */
    static Witness of(Problem problem, int[][] found) {
        var sets = new ArrayList<List<PoolQuestion>>();
        var ids = new ArrayList<Set<String>>();
        for (int[] set : found) {
            var questions = new ArrayList<PoolQuestion>();
            var names = new HashSet<String>();
            for (int number : problem.fixed) {
                questions.add(problem.pool.questions().get(number));
            }
            for (int q : set) {
                questions.add(problem.pool.questions().get(problem.origin[q]));
            }
            questions.forEach(question -> names.add(question.id()));
            sets.add(questions);
            ids.add(names);
        }
        return new Witness(sets, ids);
    }

    /**
     * Whether the first of the sets, as many as requested, meet the demands that are not dropped.
     */
    boolean meets(Blueprint blueprint, AssemblyRequest request, Set<String> dropped) {
        if (sets.size() < request.sets()) {
            return false;
        }
        boolean sized = !dropped.contains(Names.SLOTS);
        for (int s = 0; sized && s < request.sets(); s++) {
            if (sets.get(s).size() != blueprint.slots()) {
                return false;
            }
        }
        var mustHave = new HashSet<String>();
        for (Demand demand : blueprint.demands()) {
            if (!dropped.contains(demand.name())) {
                for (int s = 0; s < request.sets(); s++) {
                    if (!meets(demand, sets.get(s), ids.get(s))) {
                        return false;
                    }
                }
                if (demand instanceof Demand.Include it) {
                    mustHave.addAll(it.questions());
                }
            }
        }
        return shareAtMost(request, mustHave);
    }

    private static boolean meets(Demand demand, List<PoolQuestion> set, Set<String> ids) {
        return switch (demand) {
            case Demand.Quota it -> isWithin(it.min(), Checker.count(it, set), it.max());
            case Demand.TagQuota it -> isWithin(it.min(), Checker.count(it, set), it.max());
            case Demand.Time it -> isWithin(it.minSeconds(), Checker.time(set), it.maxSeconds());
            case Demand.Include it -> ids.containsAll(it.questions());
            case Demand.Exclude it -> ids.stream().noneMatch(it.questions()::contains);
            case Demand.Enemies it -> !ids.contains(it.first()) || !ids.contains(it.second());
            case Demand.ApprovedOnly unused -> set.stream().allMatch(PoolQuestion::approved);
        };
    }

    private static boolean isWithin(long min, long count, long max) {
        return min <= count && count <= max;
    }

    private boolean shareAtMost(AssemblyRequest request, Set<String> mustHave) {
        for (int a = 0; a < request.sets(); a++) {
            for (int b = 0; b < a; b++) {
                int shared = 0;
                for (String id : ids.get(a)) {
                    shared += ids.get(b).contains(id) && !mustHave.contains(id) ? 1 : 0;
                }
                if (shared > request.overlap()) {
                    return false;
                }
            }
        }
        return true;
    }
}
