package org.interviewplanner.assembly;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.interviewplanner.bank.Difficulty;
import org.jspecify.annotations.Nullable;

/**
 * Checks finished sets against the blueprint itself, sharing nothing with the search: no result
 * leaves the library unchecked.
 */
final class Checker {

    private final Pool pool;
    private final Blueprint blueprint;
    private final AssemblyRequest request;

    Checker(Pool pool, Blueprint blueprint, AssemblyRequest request) {
        this.pool = pool;
        this.blueprint = blueprint;
        this.request = request;
    }

    /**
     * Checks sets and says how good they are.
     *
     * @throws IllegalStateException if they break a demand: a defect of this library
     */
    Objective check(List<InterviewSet> sets) {
        require(sets.size() == request.sets(), "sets", sets.size());
        long balance = 0;
        long deviation = 0;
        long exposure = 0;
        var mustHave = new HashSet<String>();
        var standing = new HashSet<String>();
        sets.forEach(set -> standing.addAll(set.questions()));
        var enemies = new HashMap<String, List<Demand.Enemies>>();
        for (Demand demand : blueprint.demands()) {
            if (demand instanceof Demand.Include include) {
                mustHave.addAll(include.questions());
            } else if (demand instanceof Demand.Enemies pair && standing.contains(pair.first())) {
                enemies.computeIfAbsent(pair.first(), k -> new ArrayList<>()).add(pair);
            }
        }
        for (InterviewSet set : sets) {
            List<PoolQuestion> questions = pool.questions(set);
            require(questions.size() == blueprint.slots(), Names.SLOTS, questions.size());
            var ids = new HashSet<>(set.questions());
            for (Demand demand : blueprint.demands()) {
                check(demand, questions, ids);
            }
            for (String id : ids) {
                for (Demand.Enemies pair : enemies.getOrDefault(id, List.of())) {
                    require(!ids.contains(pair.second()), pair.name(), id);
                }
            }
            long distance = 0;
            for (Target target : blueprint.targets()) {
                distance += Math.abs(count(target, questions) - target.count());
            }
            balance = Math.max(balance, distance);
            deviation = Math.max(deviation, Math.abs(time(questions) - blueprint.targetSeconds()));
            for (PoolQuestion question : questions) {
                exposure += question.exposure();
            }
        }
        checkOverlap(sets, mustHave);
        return new Objective(balance, deviation, exposure);
    }

    private void check(Demand demand, List<PoolQuestion> questions, Set<String> ids) {
        switch (demand) {
            case Demand.Quota it -> {
                long count = count(it, questions);
                require(it.min() <= count && count <= it.max(), it.name(), count);
            }
            case Demand.TagQuota it -> {
                long count = count(it, questions);
                require(it.min() <= count && count <= it.max(), it.name(), count);
            }
            case Demand.Time it -> {
                long time = time(questions);
                require(it.minSeconds() <= time && time <= it.maxSeconds(), it.name(), time);
            }
            case Demand.Include it -> require(ids.containsAll(it.questions()), it.name(), ids);
            case Demand.Exclude it -> {
                for (String id : ids) {
                    require(!it.questions().contains(id), it.name(), id);
                }
            }
            case Demand.Enemies unused -> {
                // Looked up from the questions: there may be thousands of pairs.
            }
            case Demand.ApprovedOnly it -> {
                for (PoolQuestion question : questions) {
                    require(question.approved(), it.name(), question.id());
                }
            }
        }
    }

    private void checkOverlap(List<InterviewSet> sets, Set<String> mustHave) {
        var standsIn = new HashMap<String, List<Integer>>();
        var shared = new HashMap<Long, Integer>();
        for (int i = 0; i < sets.size(); i++) {
            for (String id : sets.get(i).questions()) {
                if (!mustHave.contains(id)) {
                    List<Integer> others = standsIn.computeIfAbsent(id, k -> new ArrayList<>(1));
                    for (int other : others) {
                        int count = shared.merge((long) i * sets.size() + other, 1, Integer::sum);
                        require(count <= request.overlap(), Names.OVERLAP, count);
                    }
                    others.add(i);
                }
            }
        }
    }

    static long count(Demand.Quota quota, List<PoolQuestion> questions) {
        return count(quota.section(), quota.difficulty(), questions);
    }

    static long count(Target target, List<PoolQuestion> questions) {
        return count(target.section(), target.difficulty(), questions);
    }

    private static long count(
            @Nullable String section,
            @Nullable Difficulty difficulty,
            List<PoolQuestion> questions) {
        long count = 0;
        for (PoolQuestion q : questions) {
            if ((difficulty == null || q.difficulty() == difficulty)
                    && (section == null || q.section().equals(section))) {
                count++;
            }
        }
        return count;
    }

    static long count(Demand.TagQuota quota, List<PoolQuestion> questions) {
        long count = 0;
        for (PoolQuestion q : questions) {
            count += q.tags().contains(quota.tag()) ? 1 : 0;
        }
        return count;
    }

    static long time(List<PoolQuestion> questions) {
        long sum = 0;
        for (PoolQuestion q : questions) {
            sum += q.seconds();
        }
        return sum;
    }

    private static void require(boolean holds, String name, Object found) {
        if (!holds) {
            throw new IllegalStateException(
                    "The assembled sets break the demand (%s) with (%s): a defect of this library."
                            .formatted(name, found));
        }
    }
}
