package org.interviewplanner.assembly;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists every valid single set, then finds the best sets that go together. Exact for any problem,
 * affordable for small ones; the yardstick of everything faster.
 */
final class Enumeration {

    /** More single sets than this are not listed. */
    private static final int MOST_SETS = 20_000;

    private final Problem problem;
    private final Work work;
    private final int[] order;
    private final List<int[]> singles = new ArrayList<>();
    private final int[] chosen;
    private final int[] counts;

    /** How many of the questions from a place on count in each row. */
    private final int[][] remaining;

    private boolean complete = true;

    /**
     * @param order the questions in the order in which they are tried
     */
    private Enumeration(Problem problem, Work work, int[] order) {
        this.problem = problem;
        this.work = work;
        this.order = order;
        chosen = new int[Math.max(0, Math.min(problem.maxSlots, problem.size))];
        counts = new int[problem.rows()];
        remaining = new int[problem.size + 1][problem.rows()];
        for (int i = problem.size - 1; i >= 0; i--) {
            remaining[i] = remaining[i + 1].clone();
            for (int r : problem.rowsOf(order[i])) {
                remaining[i][r]++;
            }
        }
    }

    /** Solves a problem, or knows nothing if that needs more than the work. */
    static Outcome solve(Problem problem, Work work, int[] order) {
        if (problem.impossible) {
            return Outcome.none();
        }
        var enumeration = new Enumeration(problem, work, order);
        enumeration.extend(0, 0, 0);
        if (!enumeration.complete) {
            return Outcome.unknown(Outcome.ZERO);
        }
        return enumeration.combine();
    }

    private void extend(int from, int size, long seconds) {
        if (!complete) {
            return;
        }
        if (!work.spend(1 + counts.length) || singles.size() > MOST_SETS) {
            complete = false;
            return;
        }
        if (seconds > problem.maxSeconds || size + problem.size - from < problem.minSlots) {
            return;
        }
        for (int r = 0; r < counts.length; r++) {
            if (counts[r] > problem.rowMax[r]
                    || counts[r] + remaining[from][r] < problem.rowMin[r]) {
                return;
            }
        }
        boolean full = size == problem.maxSlots || from == problem.size;
        if (full) {
            if (size >= problem.minSlots && seconds >= problem.minSeconds && isWithin()) {
                singles.add(java.util.Arrays.copyOf(chosen, size));
            }
            return;
        }
        int q = order[from];
        boolean free = true;
        for (int i = 0; i < size && free; i++) {
            free = !problem.areEnemies(q, chosen[i]);
        }
        if (free) {
            chosen[size] = q;
            count(q, 1);
            extend(from + 1, size + 1, seconds + problem.seconds[q]);
            count(q, -1);
        }
        extend(from + 1, size, seconds);
    }

    private boolean isWithin() {
        for (int r = 0; r < counts.length; r++) {
            if (counts[r] < problem.rowMin[r]) {
                return false;
            }
        }
        return true;
    }

    private void count(int q, int by) {
        for (int r : problem.rowsOf(q)) {
            counts[r] += by;
        }
    }

    /** Finds the least balance, then the least deviation, then the least exposure. */
    private Outcome combine() {
        int n = singles.size();
        var values = new Objective[n];
        for (int i = 0; i < n; i++) {
            values[i] = Outcome.value(problem, new int[][] {singles.get(i)});
        }
        var thresholds =
                java.util.Arrays.stream(values)
                        .map(it -> new Objective(it.balance(), it.deviation(), 0))
                        .distinct()
                        .sorted()
                        .toList();
        var choice = new Choice(values);
        // The two greatest may come from different sets: every pair of levels is a threshold.
        var deviations = thresholds.stream().map(Objective::deviation).distinct().sorted().toList();
        var balances = thresholds.stream().map(Objective::balance).distinct().sorted().toList();
        for (long balance : balances) {
            if (!choice.exists(balance, Long.MAX_VALUE)) {
                if (choice.cut) {
                    return Outcome.unknown(Outcome.ZERO);
                }
                continue;
            }
            for (long deviation : deviations) {
                int[][] best = choice.cheapest(balance, deviation);
                if (choice.cut) {
                    return Outcome.unknown(Outcome.ZERO);
                }
                if (best != null) {
                    return Outcome.found(best, Outcome.value(problem, best));
                }
            }
        }
        return Outcome.none();
    }

    /** Picks single sets that go together. */
    private final class Choice {
        private final Objective[] values;
        private final int[] picked = new int[problem.sets];
        private int[] candidates = {};
        private boolean cut;
        private boolean anyWillDo;
        private long bestCost;
        private int @Nullable [][] best;

        Choice(Objective[] values) {
            this.values = values;
        }

        boolean exists(long balance, long deviation) {
            anyWillDo = true;
            run(balance, deviation);
            return best != null;
        }

        int @Nullable [][] cheapest(long balance, long deviation) {
            anyWillDo = false;
            run(balance, deviation);
            return best;
        }

        private void run(long balance, long deviation) {
            candidates =
                    java.util.stream.IntStream.range(0, values.length)
                            .filter(i ->
                                    values[i].balance() <= balance
                                            && values[i].deviation() <= deviation)
                            .boxed()
                            .sorted(
                                    java.util.Comparator.<Integer>comparingLong(
                                                    i -> values[i].exposure())
                                            .thenComparing(i -> i))
                            .mapToInt(i -> i)
                            .toArray();
            best = null;
            bestCost = Long.MAX_VALUE;
            pick(0, 0, 0);
        }

        /** Candidates rise in cost, so the next one bounds all that follow. */
        private void pick(int depth, int from, long cost) {
            if (cut || (anyWillDo && best != null)) {
                return;
            }
            if (depth == picked.length) {
                if (cost < bestCost) {
                    bestCost = cost;
                    best = new int[picked.length][];
                    for (int i = 0; i < picked.length; i++) {
                        best[i] = singles.get(candidates[picked[i]]).clone();
                    }
                }
                return;
            }
            for (int c = from; c < candidates.length; c++) {
                long price = values[candidates[c]].exposure();
                if (cost + price * (picked.length - depth) >= bestCost) {
                    return;
                }
                if (!work.spend(1 + (long) depth * problem.maxSlots)) {
                    cut = true;
                    return;
                }
                if (goesWith(c, depth)) {
                    picked[depth] = c;
                    pick(depth + 1, c, cost + price);
                }
            }
        }

        private boolean goesWith(int candidate, int depth) {
            int[] set = singles.get(candidates[candidate]);
            for (int i = 0; i < depth; i++) {
                if (shared(set, singles.get(candidates[picked[i]])) > problem.overlap) {
                    return false;
                }
            }
            return true;
        }

        private int shared(int[] a, int[] b) {
            int count = 0;
            for (int x : a) {
                for (int y : b) {
                    count += x == y ? 1 : 0;
                }
            }
            return count;
        }
    }
}
