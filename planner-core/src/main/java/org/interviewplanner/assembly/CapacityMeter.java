package org.interviewplanner.assembly;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.interviewplanner.bank.Difficulty;
import org.jspecify.annotations.Nullable;

/**
 * Halves its way to the greatest number of disjoint sets, then looks for what holds up the next.
 */
final class CapacityMeter {

    /** More new questions than this are not advised. */
    private static final int MOST_NEW = 64;

    private final Pool pool;
    private final Blueprint blueprint;
    private final AssemblyRequest request;
    private final Work work;
    private final List<String> names;

    CapacityMeter(Pool pool, Blueprint blueprint, AssemblyRequest request, Work work) {
        this.pool = pool;
        this.blueprint = blueprint;
        this.request = request;
        this.work = work;
        var all = new LinkedHashSet<String>();
        for (Demand demand : blueprint.demands()) {
            all.add(demand.name());
        }
        all.add(Names.SLOTS);
        names = List.copyOf(all);
    }

    /** Measures up to so many sets as the request asks for. */
    Capacity measure() {
        int good = 0;
        int bad = request.sets() + 1;
        int excluded = bad;
        int next = Math.min(request.sets(), 4);
        while (bad - good > 1 && !work.isOut()) {
            Trial.Verdict verdict = verdict(next);
            if (verdict == Trial.Verdict.FEASIBLE) {
                good = next;
            } else {
                bad = next;
                if (verdict == Trial.Verdict.INFEASIBLE) {
                    excluded = next;
                }
            }
            next = bad > request.sets() ? Math.min(request.sets(), 2 * good) : (good + bad) >>> 1;
            next = Math.max(next, good + 1);
        }
        if (good == request.sets()) {
            return new Capacity(good, good, List.of(), null);
        }
        return new Capacity(good, excluded - 1, clash(good + 1), advice(good));
    }

    private AssemblyRequest sets(int count) {
        return new AssemblyRequest(
                count, 0, request.seed(), request.workLimit(), request.cancelled());
    }

    private Trial.Verdict verdict(int count) {
        var trial = new Trial(pool, work);
        return trial.quick(blueprint, sets(count), names) == Trial.Verdict.INFEASIBLE
                ? Trial.Verdict.INFEASIBLE
                : trial.full(blueprint, sets(count), names);
    }

    private List<String> clash(int count) {
        var trial = new Trial(pool, work);
        if (trial.quick(blueprint, sets(count), names) != Trial.Verdict.INFEASIBLE) {
            return List.of();
        }
        var kept = new ArrayList<>(names);
        for (String name : names) {
            var rest = new ArrayList<>(kept);
            rest.remove(name);
            if (trial.quick(blueprint, sets(count), rest) == Trial.Verdict.INFEASIBLE) {
                kept.remove(name);
            }
        }
        return kept;
    }

    /** Tries new questions of each kind that the clash names; the fewest win. */
    private Capacity.@Nullable Writing advice(int good) {
        Capacity.Writing best = null;
        for (String name : clash(good + 1)) {
            Demand.@Nullable Quota kind = null;
            String tag = null;
            for (Demand demand : blueprint.demands()) {
                if (demand.name().equals(name)) {
                    kind = demand instanceof Demand.Quota it ? it : kind;
                    tag = demand instanceof Demand.TagQuota it ? it.tag() : tag;
                }
            }
            boolean any = name.equals(Names.SLOTS);
            if (kind != null || tag != null || any) {
                int fewest =
                        fewest(kind, tag, good + 1, best == null ? MOST_NEW : best.questions() - 1);
                if (fewest > 0) {
                    int more = 1;
                    while (more < 8 && helps(kind, tag, fewest, good + more + 1)) {
                        more++;
                    }
                    best = new Capacity.Writing(name, fewest, more);
                }
            }
        }
        return best;
    }

    private int fewest(Demand.@Nullable Quota kind, @Nullable String tag, int count, int most) {
        if (most < 1 || !helps(kind, tag, most, count)) {
            return 0;
        }
        int bad = 0;
        int good = most;
        while (good - bad > 1) {
            int middle = (good + bad) >>> 1;
            if (helps(kind, tag, middle, count)) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        return good;
    }

    private boolean helps(
            Demand.@Nullable Quota kind, @Nullable String tag, int questions, int count) {
        var more = new ArrayList<>(pool.questions());
        int fair = blueprint.targetSeconds() / blueprint.slots();
        List<String> sections = pool.sections();
        for (int i = 0; i < questions; i++) {
            String section = kind == null ? null : kind.section();
            Difficulty difficulty = kind == null ? null : kind.difficulty();
            more.add(
                    new PoolQuestion(
                            "\u0000new " + i,
                            section != null
                                    ? section
                                    : sections.isEmpty()
                                            ? "new"
                                            : sections.get(i % sections.size()),
                            difficulty != null ? difficulty : Difficulty.ofLevel(1 + i % 5),
                            Math.min(fair, PoolQuestion.MAX_SECONDS),
                            tag == null ? Set.of() : Set.of(tag),
                            0,
                            true));
        }
        return new Trial(new Pool(more), work).quick(blueprint, sets(count), names)
                != Trial.Verdict.INFEASIBLE;
    }
}
