package org.interviewplanner.assembly;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The relaxations of many parts of a blueprint, one after the other. What the rows count stays the
 * same, so to leave out a demand or to change its range only moves bounds, and the simplex goes on
 * from the basis of the part before. Only another choice of lists, or of the number of sets, needs
 * another model.
 *
 * <p>The ranges of the blueprints that one sieve is asked about may only widen: a row that cannot
 * bind at first is left out for good.
 */
final class Sieve {

    /** Models that are kept at a time. */
    private static final int MODELS = 6;

    /** A model may have so many more rows than demands are asked for. */
    private static final int SPARE_ROWS = 32;

    /** Nothing is known. */
    static final long UNTOLD = Long.MIN_VALUE;

    private static final long FREE = Long.MAX_VALUE / 8;

    private final Pool pool;
    private final Work work;
    private final ArrayList<Model> models = new ArrayList<>();
    private @Nullable Blueprint read;
    private Map<String, long[]> ranges = Map.of();
    private Set<String> lists = Set.of();
    private @Nullable Proof proof;
    private @Nullable Model last;

    Sieve(Pool pool, Work work) {
        this.pool = pool;
        this.work = work;
    }

    /** Whether the relaxation proves that no sets meet the demands of these names. */
    boolean excludes(Blueprint blueprint, AssemblyRequest request, Collection<String> kept) {
        read(blueprint);
        var names = new HashSet<>(kept);
        proof = null;
        Model model = model(blueprint, request, names);
        last = null;
        return switch (model.run(names, blueprint.slots())) {
            case INFEASIBLE -> true;
            case OPTIMAL -> {
                last = model;
                yield false;
            }
            case STALLED -> {
                models.remove(model);
                Set<String> dropped = Trial.dropped(blueprint, names);
                yield PoolSearch.isExcluded(Problem.of(pool, blueprint, request, dropped), work);
            }
        };
    }

    /**
     * How far the least number of a demand must be lowered at least, by the proof of what was
     * excluded last: -1 if lowering cannot help, {@link #UNTOLD} if the proof does not tell.
     */
    long lowered(String name) {
        Proof last = proof;
        int row = last == null ? -1 : last.model.row(name);
        if (last == null || row <= 0) {
            return UNTOLD;
        }
        return last.scaled.ofRow()[row] <= 0
                ? -1
                : Math.floorDiv(
                                last.model.relaxation.lowered(last.scaled, row),
                                (long) last.model.sets)
                        + last.model.fixed(row);
    }

    /** How far the greatest number must be raised at least; -1 and UNTOLD likewise. */
    long raised(String name) {
        Proof last = proof;
        int row = last == null ? -1 : last.model.row(name);
        if (last == null || row <= 0) {
            return UNTOLD;
        }
        return last.scaled.ofRow()[row] >= 0
                ? -1
                : Math.ceilDiv(
                                last.model.relaxation.raised(last.scaled, row),
                                (long) last.model.sets)
                        + last.model.fixed(row);
    }

    /** Why a part was excluded. */
    private record Proof(Model model, Relaxation.Scaled scaled) {}

    /**
     * How many questions a set has in the optimum of what was asked last and not excluded, rounded
     * up; -1 if nobody knows.
     */
    int likedSize() {
        return last == null ? -1 : last.likedSize();
    }

    private void read(Blueprint blueprint) {
        if (blueprint == read) {
            return;
        }
        read = blueprint;
        ranges = new HashMap<>();
        lists = new HashSet<>();
        for (Demand demand : blueprint.demands()) {
            if (Diagnosis.isList(demand.name())) {
                lists.add(demand.name());
            } else {
                int[] range = Amendment.range(demand);
                long[] all =
                        ranges.computeIfAbsent(
                                demand.name(), unused -> new long[] {0, Integer.MAX_VALUE});
                all[0] = Math.max(all[0], range[0]);
                all[1] = Math.min(all[1], range[1]);
            }
        }
    }

    private Model model(Blueprint blueprint, AssemblyRequest request, Set<String> names) {
        var kept = new HashSet<>(lists);
        kept.retainAll(names);
        if (!kept.contains(Names.INCLUDE)) {
            // Only the enemies of must-have questions are seen by the relaxation.
            kept.remove(Names.ENEMIES);
            kept.remove(Names.APART);
        }
        for (Model model : models) {
            if (model.sets == request.sets()
                    && model.lists.equals(kept)
                    && model.problem.rows() <= 2 * names.size() + SPARE_ROWS
                    && model.covers(names)) {
                return model;
            }
        }
        boolean all = ranges.size() <= 2 * names.size() + SPARE_ROWS;
        var counted = new HashSet<>(ranges.keySet());
        if (!all) {
            counted.retainAll(names);
        }
        var model = new Model(blueprint, request, kept, counted);
        if (models.size() == MODELS) {
            models.removeFirst();
        }
        models.add(model);
        return model;
    }

    /** The rows of the counted demands for one choice of lists. */
    private final class Model {
        private final int sets;
        private final Set<String> lists;
        private final Set<String> counted;
        private final Problem problem;
        private final Relaxation relaxation;

        /** The greatest sum that each row can have: a bound that stands for none. */
        private final long[] most;

        /** The name of each row but that of shared questions. */
        private final String[] nameOf;

        private final long fixedSeconds;
        private final long divisor;
        private final long divisorOfDifferences;

        Model(
                Blueprint blueprint,
                AssemblyRequest request,
                Set<String> lists,
                Set<String> counted) {
            sets = request.sets();
            this.lists = lists;
            this.counted = counted;
            var kept = new HashSet<>(counted);
            kept.addAll(lists);
            problem = Problem.of(pool, blueprint, request, Trial.dropped(blueprint, kept));
            relaxation = PoolSearch.alike(problem, counted.contains(Names.SECONDS));
            most = relaxation.mostOfRows();
            nameOf = new String[Relaxation.FIRST_ROW + problem.rows()];
            nameOf[0] = Names.SLOTS;
            nameOf[Coefficients.TIME] = Names.SECONDS;
            System.arraycopy(problem.rowName, 0, nameOf, Relaxation.FIRST_ROW, problem.rows());
            long seconds = 0;
            for (int f : problem.fixed) {
                seconds += pool.seconds[f];
            }
            fixedSeconds = seconds;
            divisor = TimeGrid.divisor(problem.seconds, 0);
            divisorOfDifferences = TimeGrid.divisor(problem.seconds, first());
        }

        private long first() {
            return problem.size == 0 ? 0 : problem.seconds[0];
        }

        boolean covers(Set<String> names) {
            for (String name : names) {
                if (ranges.containsKey(name) && !counted.contains(name)) {
                    return false;
                }
            }
            return true;
        }

        DualSimplex.Status run(Set<String> names, int slots) {
            if (problem.contradictory) {
                return DualSimplex.Status.INFEASIBLE;
            }
            for (int row = 0; row < nameOf.length; row++) {
                String name = nameOf[row];
                boolean kept = names.contains(name);
                long low = kept ? low(row, names, slots) : 0;
                long high = kept ? high(row, names, slots) : most[row];
                if (low > high) {
                    return DualSimplex.Status.INFEASIBLE;
                }
                relaxation.setRow(row, low, high);
            }
            DualSimplex.Status status = relaxation.simplex.run(work);
            if (status == DualSimplex.Status.OPTIMAL && isOffLattice(names, slots)) {
                return DualSimplex.Status.INFEASIBLE;
            }
            if (status == DualSimplex.Status.INFEASIBLE) {
                Relaxation.Scaled scaled = relaxation.proof(relaxation.simplex.ray());
                if (scaled == null) {
                    return DualSimplex.Status.OPTIMAL;
                }
                proof = new Proof(this, scaled);
            }
            return status;
        }

        /** Whether no whole numbers, even negative ones, meet what asks for an exact number. */
        private boolean isOffLattice(Set<String> names, int slots) {
            int[] place = new int[nameOf.length];
            boolean[] barred = new boolean[nameOf.length];
            long[] target = new long[nameOf.length];
            int size = 0;
            for (int row = 0; row < nameOf.length; row++) {
                place[row] = -1;
                if (names.contains(nameOf[row])) {
                    long low = low(row, names, slots);
                    boolean exact =
                            row == Coefficients.TIME
                                    ? low == high(row, names, slots)
                                    : row == 0 || range(row)[0] == range(row)[1];
                    barred[row] = high(row, names, slots) == 0;
                    if (exact) {
                        target[size] = low / sets;
                        place[row] = size++;
                    }
                }
            }
            if (size < 2) {
                return false;
            }
            var lattice = new Lattice(size);
            for (int j = 0; j < relaxation.column.length && !lattice.isAll(); j++) {
                int q = relaxation.column[j];
                long[] vector = new long[size];
                boolean possible = true;
                for (int row : relaxation.rowsOf(q)) {
                    possible &= !barred[row];
                    if (place[row] >= 0) {
                        vector[place[row]] = 1;
                    }
                }
                if (place[Coefficients.TIME] >= 0) {
                    vector[place[Coefficients.TIME]] = problem.seconds[q];
                }
                if (possible) {
                    lattice.add(vector);
                }
            }
            work.spend((long) size * relaxation.column.length);
            return !lattice.reaches(java.util.Arrays.copyOf(target, size));
        }

        int likedSize() {
            double sum = 0;
            double[] x = relaxation.simplex.solution();
            for (int j = 0; j < relaxation.column.length; j++) {
                sum += x[j];
            }
            return (int) Math.ceil(sum / sets - 1e-6) + problem.fixed.length;
        }

        int row(String name) {
            for (int row = 0; row < nameOf.length; row++) {
                if (nameOf[row].equals(name)) {
                    return row;
                }
            }
            return -1;
        }

        private long low(int row, Set<String> names, int slots) {
            if (row == 0) {
                return (long) sets * Math.max(0, slots - problem.fixed.length);
            }
            long[] range = range(row);
            long low = range[0] - fixed(row);
            if (row == Coefficients.TIME) {
                low = grid(range, names.contains(Names.SLOTS) ? slots : -1).low(FREE);
            }
            return Math.max(0, low) > most[row] / sets ? most[row] + 1 : sets * Math.max(0, low);
        }

        /** Less than the least sum if the must-have questions are too many. */
        private long high(int row, Set<String> names, int slots) {
            if (row == 0) {
                return (long) sets * (slots - problem.fixed.length);
            }
            long[] range = range(row);
            long high = range[1] - fixed(row);
            if (row == Coefficients.TIME) {
                high = grid(range, names.contains(Names.SLOTS) ? slots : -1).high(FREE);
            }
            return high < 0 ? -1 : high > most[row] / sets ? most[row] : sets * high;
        }

        private long[] range(int row) {
            return ranges.getOrDefault(nameOf[row], new long[] {0, Integer.MAX_VALUE});
        }

        private long fixed(int row) {
            return row == Coefficients.TIME
                    ? fixedSeconds
                    : problem.rowFixed[row - Relaxation.FIRST_ROW];
        }

        /** The times that a set of so many slots, or of any size if -1, can have at all. */
        private TimeGrid grid(long[] range, int slots) {
            long min = range[0] - fixedSeconds;
            long max = range[1] - fixedSeconds;
            return slots < 0
                    ? new TimeGrid(min, min, max, divisor, 0)
                    : new TimeGrid(
                            min,
                            min,
                            max,
                            divisorOfDifferences,
                            (slots - problem.fixed.length) * first());
        }
    }
}
