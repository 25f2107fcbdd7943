package org.interviewplanner.assembly;

import java.util.ArrayList;
import java.util.List;

/**
 * Tries all subsets of a small pool; written from the definition, sharing nothing with the library.
 */
final class BruteForce {

    private final List<PoolQuestion> pool;
    private final Blueprint blueprint;
    private final AssemblyRequest request;
    private final boolean isSized;
    private final List<Integer> valid = new ArrayList<>();
    private int mustHave;
    private long[] best;

    private BruteForce(
            List<PoolQuestion> pool,
            Blueprint blueprint,
            AssemblyRequest request,
            boolean isSized) {
        this.isSized = isSized;
        this.pool = pool;
        this.blueprint = blueprint;
        this.request = request;
    }

    /** Balance, deviation and exposure of the best sets, or null if there are none. */
    static long[] best(List<PoolQuestion> pool, Blueprint blueprint, AssemblyRequest request) {
        return best(pool, blueprint, request, true);
    }

    private static long[] best(
            List<PoolQuestion> pool,
            Blueprint blueprint,
            AssemblyRequest request,
            boolean isSized) {
        var force = new BruteForce(pool, blueprint, request, isSized);
        for (int i = 0; i < pool.size(); i++) {
            for (Demand d : blueprint.demands()) {
                if (d instanceof Demand.Include it && it.questions().contains(pool.get(i).id())) {
                    force.mustHave |= 1 << i;
                }
            }
        }
        for (int mask = 0; mask < 1 << pool.size(); mask++) {
            if (force.isValid(mask)) {
                force.valid.add(mask);
            }
        }
        force.pick(new int[request.sets()], 0, 0, 0, 0, 0);
        return force.best;
    }

    /** Whether some sets meet the demands of these names; without "slots" each of any size. */
    static boolean exists(SmallCase it, List<String> names) {
        var demands =
                it.blueprint().demands().stream().filter(d -> names.contains(d.name())).toList();
        boolean isSized = names.contains("slots");
        if (!isSized && emptySetsMeet(demands)) {
            return true;
        }
        var blueprint =
                new Blueprint(
                        it.blueprint().slots(), it.blueprint().targetSeconds(), demands, List.of());
        return best(it.pool(), blueprint, it.request(), isSized) != null;
    }

    private static boolean emptySetsMeet(List<Demand> demands) {
        return demands.stream()
                .allMatch(d ->
                        switch (d) {
                            case Demand.Quota it -> it.min() == 0;
                            case Demand.TagQuota it -> it.min() == 0;
                            case Demand.Time it -> it.minSeconds() == 0;
                            case Demand.Include it -> it.questions().isEmpty();
                            default -> true;
                        });
    }

    private void pick(
            int[] chosen, int depth, int from, long balance, long deviation, long exposure) {
        if (depth == chosen.length) {
            long[] value = {balance, deviation, exposure};
            if (best == null || java.util.Arrays.compare(value, best) < 0) {
                best = value;
            }
            return;
        }
        for (int v = from; v < valid.size(); v++) {
            int mask = valid.get(v);
            boolean fits = true;
            for (int i = 0; i < depth; i++) {
                fits &= Integer.bitCount(chosen[i] & mask & ~mustHave) <= request.overlap();
            }
            if (fits) {
                chosen[depth] = mask;
                pick(
                        chosen,
                        depth + 1,
                        v,
                        Math.max(balance, balance(mask)),
                        Math.max(deviation, Math.abs(seconds(mask) - blueprint.targetSeconds())),
                        exposure + exposure(mask));
            }
        }
    }

    private boolean isValid(int mask) {
        if (isSized && Integer.bitCount(mask) != blueprint.slots()) {
            return false;
        }
        for (Demand demand : blueprint.demands()) {
            boolean met =
                    switch (demand) {
                        case Demand.Quota it -> {
                            int count = count(mask, it.section(), it.difficulty());
                            yield it.min() <= count && count <= it.max();
                        }
                        case Demand.TagQuota it -> {
                            int count = 0;
                            for (int i = 0; i < pool.size(); i++) {
                                count +=
                                        has(mask, i) && pool.get(i).tags().contains(it.tag())
                                                ? 1
                                                : 0;
                            }
                            yield it.min() <= count && count <= it.max();
                        }
                        case Demand.Time it ->
                                it.minSeconds() <= seconds(mask)
                                        && seconds(mask) <= it.maxSeconds();
                        case Demand.Include it ->
                                it.questions().stream().allMatch(id -> holds(mask, id));
                        case Demand.Exclude it ->
                                it.questions().stream().noneMatch(id -> holds(mask, id));
                        case Demand.Enemies it ->
                                !holds(mask, it.first()) || !holds(mask, it.second());
                        case Demand.ApprovedOnly it -> {
                            boolean all = true;
                            for (int i = 0; i < pool.size(); i++) {
                                all &= !has(mask, i) || pool.get(i).approved();
                            }
                            yield all;
                        }
                    };
            if (!met) {
                return false;
            }
        }
        return true;
    }

    private static boolean has(int mask, int i) {
        return (mask >> i & 1) != 0;
    }

    private boolean holds(int mask, String id) {
        for (int i = 0; i < pool.size(); i++) {
            if (has(mask, i) && pool.get(i).id().equals(id)) {
                return true;
            }
        }
        return false;
    }

    private int count(int mask, String section, org.interviewplanner.bank.Difficulty difficulty) {
        int count = 0;
        for (int i = 0; i < pool.size(); i++) {
            PoolQuestion q = pool.get(i);
            if (has(mask, i)
                    && (section == null || q.section().equals(section))
                    && (difficulty == null || q.difficulty() == difficulty)) {
                count++;
            }
        }
        return count;
    }

    private long balance(int mask) {
        long sum = 0;
        for (Target t : blueprint.targets()) {
            sum += Math.abs(count(mask, t.section(), t.difficulty()) - t.count());
        }
        return sum;
    }

    private long seconds(int mask) {
        long sum = 0;
        for (int i = 0; i < pool.size(); i++) {
            sum += has(mask, i) ? pool.get(i).seconds() : 0;
        }
        return sum;
    }

    private long exposure(int mask) {
        long sum = 0;
        for (int i = 0; i < pool.size(); i++) {
            sum += has(mask, i) ? pool.get(i).exposure() : 0;
        }
        return sum;
    }
}
