package org.interviewplanner.assembly;

import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The least change of one demand that lets the demands of a clash be met together.
 *
 * @param repair the change
 * @param have what the others leave
 * @param need what the demand asks for
 * @param cost how much is changed, in questions; whole lists cost more than any number
 * @param raises whether the greatest number is raised, not the least one lowered
 */
record Amendment(Repair repair, long have, long need, long cost, boolean raises) {

    private static final long LIST = 1_000_000;

    /** How the number of slots may be changed; once changed it goes no way back. */
    enum Resizing {
        NONE,
        FEWER,
        MORE,
        ANY;

        boolean allows(int by) {
            return this == ANY || this == (by < 0 ? FEWER : MORE);
        }
    }

    /** Proofs that are followed before an interval is halved. */
    private static final int STEPS = 12;

    /**
     * The same, changed further by so much: for when the least change is too little in whole
     * numbers.
     */
    Amendment further(int by) {
        int unit = repair.demand().equals(Names.SECONDS) ? 60 * by : by;
        return new Amendment(
                raises
                        ? repair.withMax(repair.max() + unit)
                        : repair.withMin(Math.max(0, repair.min() - unit)),
                have,
                need,
                cost,
                raises);
    }

    /** Only the number that is allowed anew. */
    Repair edge() {
        int at = raises ? repair.max() : repair.min();
        return new Repair(repair.demand(), at, at);
    }

    /** The range of a demand that has one. */
    static int[] range(Demand demand) {
        return switch (demand) {
            case Demand.Quota it -> new int[] {it.min(), it.max()};
            case Demand.TagQuota it -> new int[] {it.min(), it.max()};
            case Demand.Time it -> new int[] {it.minSeconds(), it.maxSeconds()};
            case Demand.Include it -> new int[] {0, 0};
            case Demand.Exclude it -> new int[] {0, 0};
            case Demand.Enemies it -> new int[] {0, 0};
            case Demand.ApprovedOnly it -> new int[] {0, 0};
        };
    }

    /**
     * The cheapest amendment of a clash, or null if no single one was found.
     *
     * @param changed names that are changed already: to change them further costs nothing
     * @param resizing how the number of slots may be changed
     */
    static @Nullable Amendment cheapest(
            Pool pool,
            Trial trial,
            Blueprint blueprint,
            AssemblyRequest request,
            List<String> clash,
            Set<String> changed,
            Resizing resizing) {
        boolean linear = trial.quick(blueprint, request, clash) == Trial.Verdict.INFEASIBLE;
        var search = new Finder(pool, trial, blueprint, request, clash, linear, resizing);
        Amendment best = null;
        for (String name : clash) {
            if (changed.contains(name)) {
                Amendment again = search.of(name, Long.MAX_VALUE);
                if (again != null) {
                    return again;
                }
            }
        }
        for (String name : clash) {
            long below = best == null ? Long.MAX_VALUE : best.cost;
            Amendment next = search.of(name, below);
            if (next != null && next.cost < below) {
                best = next;
            }
        }
        return best == null ? search.fewerSets() : best;
    }

    /**
     * The least change of one demand that lets all demands be met as far as the relaxation tells,
     * or null if there is none.
     */
    static @Nullable Amendment linear(
            Pool pool,
            Trial trial,
            Blueprint blueprint,
            AssemblyRequest request,
            List<String> names,
            String name) {
        return new Finder(pool, trial, blueprint, request, names, true, Resizing.ANY)
                .of(name, Long.MAX_VALUE);
    }

    /** Tries changes of one demand while the others of the clash stay. */
    private record Finder(
            Pool pool,
            Trial trial,
            Blueprint blueprint,
            AssemblyRequest request,
            List<String> clash,
            boolean linear,
            Resizing resizing) {

        /** The least change of a demand; it may be missed if it costs as much as {@code below}. */
        @Nullable Amendment of(String name, long below) {
            if (name.equals(Names.APART)) {
                return null;
            }
            if (Diagnosis.isList(name)) {
                // Of lists the must-have questions are dropped first: they are one person's wish.
                long cost = LIST + (name.equals(Names.INCLUDE) ? 0 : 1);
                return new Amendment(new Repair(name, 0, 0), 0, 1, cost, false);
            }
            if (name.equals(Names.SLOTS)) {
                return slots(below);
            }
            int min = 0;
            int max = Integer.MAX_VALUE;
            for (Demand demand : blueprint.demands()) {
                if (demand.name().equals(name)) {
                    int[] range = range(demand);
                    min = Math.max(min, range[0]);
                    max = Math.min(max, range[1]);
                }
            }
            if (min > max) {
                return new Amendment(new Repair(name, max, max), max, min, min - max, false);
            }
            int unit = name.equals(Names.SECONDS) ? 300 : 1;
            Amendment lower = lowerMin(name, min, max, unit);
            return lower != null ? lower : raiseMax(name, min, max, unit);
        }

        private @Nullable Amendment lowerMin(String name, int min, int max, int unit) {
            int good =
                    least(min, 0, value -> new Repair(name, value, max), () -> trial.lowered(name));
            return good < 0
                    ? null
                    : new Amendment(
                            new Repair(name, good, max),
                            good,
                            min,
                            Math.ceilDiv(min - good, unit),
                            false);
        }

        private @Nullable Amendment raiseMax(String name, int min, int max, int unit) {
            int most =
                    name.equals(Names.SECONDS)
                            ? Math.max(max, longest())
                            : Math.max(max, Math.max(blueprint.slots(), pool.size()));
            int good =
                    least(
                            max,
                            most,
                            value -> new Repair(name, min, value),
                            () -> trial.raised(name));
            return good < 0
                    ? null
                    : new Amendment(
                            new Repair(name, min, good),
                            max,
                            good,
                            Math.ceilDiv(good - max, unit),
                            true);
        }

        /**
         * The number nearest to {@code bad}, which does not resolve the clash, that does; -1 if
         * even {@code last} does not. Each proof that a number is too little tells the next to try
         * (Dinkelbach 1967), or else the interval is halved.
         *
         * @param told what the last proof leaves
         */
        private int least(int bad, int last, IntFunction<Repair> repair, LongSupplier told) {
            int sign = Integer.signum(last - bad);
            if (sign == 0) {
                return -1;
            }
            int at = bad;
            for (int step = 0; linear && step < STEPS; step++) {
                if (resolves(repair.apply(at))) {
                    return at == bad ? -1 : at;
                }
                long next = told.getAsLong();
                if (next == -1 || next != Sieve.UNTOLD && (next - last) * sign > 0) {
                    return -1;
                }
                if (next == Sieve.UNTOLD || (next - at) * sign <= 0) {
                    break;
                }
                at = (int) next;
            }
            if (!resolves(repair.apply(last))) {
                return -1;
            }
            int low = at;
            int good = last;
            while (Math.abs(good - low) > 1) {
                int middle = low + (good - low) / 2;
                if (resolves(repair.apply(middle))) {
                    good = middle;
                } else {
                    low = middle;
                }
            }
            return good;
        }

        /** The longest time that any set could take. */
        private int longest() {
            int longest = 0;
            for (int seconds : pool.seconds) {
                longest = Math.max(longest, seconds);
            }
            return (int) Math.min(Integer.MAX_VALUE / 2, (long) longest * blueprint.slots());
        }

        /** The nearest number of slots; changing it shifts everything, so it costs threefold. */
        private @Nullable Amendment slots(long below) {
            int slots = blueprint.slots();
            int most = Math.min(Blueprint.MAX_SLOTS, Math.max(pool.size(), 1));
            for (int by = 1; by < Math.max(slots, 64) && 3L * by < below; by++) {
                for (int next : new int[] {slots - by, slots + by}) {
                    if (resizing.allows(next - slots)
                            && next >= 1
                            && next <= most
                            && resolves(new Repair(Names.SLOTS, next, next))) {
                        return new Amendment(
                                new Repair(Names.SLOTS, next, next),
                                Math.min(next, slots),
                                Math.max(next, slots),
                                3L * by,
                                next > slots);
                    }
                }
            }
            return null;
        }

        private @Nullable Amendment fewerSets() {
            int good = 0;
            int bad = request.sets();
            while (bad - good > 1) {
                int middle = (good + bad) >>> 1;
                if (resolves(new Repair(Names.SETS, middle, middle))) {
                    good = middle;
                } else {
                    bad = middle;
                }
            }
            if (good == 0) {
                return null;
            }
            return new Amendment(
                    new Repair(Names.SETS, good, good), good, request.sets(), LIST / 2, false);
        }

        /** If the relaxation alone sees the clash, it is asked alone: the whole is tried later. */
        private boolean resolves(Repair repair) {
            Blueprint changed = blueprint.with(List.of(repair));
            AssemblyRequest asked = request.with(List.of(repair));
            return trial.quick(changed, asked, clash) != Trial.Verdict.INFEASIBLE
                    && (linear || trial.full(changed, asked, clash) == Trial.Verdict.FEASIBLE);
        }
    }
}
