package org.interviewplanner.assembly;

import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Splits a pool of questions into sets: deals the section by level table fairly, deals the
 * questions of each cell so that times even out, repairs what tags, enemies and overlap break, and
 * levels the times. It may miss a split that exists; what it returns is valid.
 */
final class Splitter {

    private final Problem problem;
    private final long balanceLimit;
    private final long low;
    private final long high;
    private final TimeGrid grid;
    private final Work work;
    private final Random random;

    /**
     * @param balanceLimit most balance of a set, or -1 for any
     * @param low least time of a set
     * @param high greatest time of a set
     */
    Splitter(
            Problem problem,
            long balanceLimit,
            long low,
            long high,
            TimeGrid grid,
            Work work,
            Random random) {
        this.problem = problem;
        this.balanceLimit = balanceLimit;
        this.low = low;
        this.high = high;
        this.grid = grid;
        this.work = work;
        this.random = random;
    }

    /**
     * Tries to split.
     *
     * @param pool the questions, as often as they are to be used; sets times slots of them
     * @param rounds how often to deal anew
     * @return the sets, or null
     */
    @Nullable Arrangement split(int[] pool, int rounds) {
        for (int round = 0; round < rounds && !work.isOut(); round++) {
            int[][] sets = deal(pool);
            if (sets == null) {
                return null;
            }
            if (problem.overlap > 0 && !partRepeats(sets)) {
                continue;
            }
            var arrangement = new Arrangement(problem, sets, balanceLimit);
            if (new Mending(arrangement, work, random).run()) {
                if (isWithin(arrangement)
                        || new Leveller(arrangement, goals(arrangement), work, random).run()
                        || isWithin(arrangement)) {
                    return arrangement;
                }
            }
        }
        return null;
    }

    /** No question may stand twice in one set; false if a repeat finds no other place. */
    private boolean partRepeats(int[][] sets) {
        for (int a = 0; a < sets.length; a++) {
            for (int i = 0; i < sets[a].length; i++) {
                if (indexOf(sets[a], sets[a][i]) < i && !partRepeat(sets, a, i)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean partRepeat(int[][] sets, int a, int i) {
        int q = sets[a][i];
        int start = random.nextInt(sets.length);
        for (int pass = 0; pass < 2; pass++) {
            for (int k = 0; k < sets.length; k++) {
                int[] other = sets[(start + k) % sets.length];
                if (other == sets[a] || indexOf(other, q) < other.length) {
                    continue;
                }
                for (int j = 0; j < other.length; j++) {
                    int r = other[j];
                    boolean fits = pass == 1 || cell(r) == cell(q);
                    if (fits && indexOf(sets[a], r) == sets[a].length) {
                        sets[a][i] = r;
                        other[j] = q;
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static int indexOf(int[] set, int q) {
        int i = 0;
        while (i < set.length && set[i] != q) {
            i++;
        }
        return i;
    }

    private boolean isWithin(Arrangement arrangement) {
        for (long time : arrangement.time) {
            if (time < low || time > high) {
                return false;
            }
        }
        return arrangement.totalViolation() == 0;
    }

    /** The fair time of each set on the grid of possible times. */
    private long[] goals(Arrangement arrangement) {
        int sets = arrangement.sets;
        long[] goal = new long[sets];
        long rest = Arrays.stream(arrangement.time).sum();
        for (int s = 0; s < sets; s++) {
            long fair = Math.floorDiv(rest, (long) (sets - s));
            long at = grid.atMost(Math.clamp(fair, low, high));
            goal[s] = at >= low ? at : grid.atLeast(low);
            rest -= goal[s];
        }
        if (rest != 0) {
            goal[sets - 1] += rest;
        }
        return goal;
    }

    private int @Nullable [][] deal(int[] pool) {
        int sets = problem.sets;
        int slots = problem.maxSlots;
        int lines = problem.pool.sections().size();
        int[][] cells = cells(pool, lines);
        int[] left = new int[cells.length];
        for (int c = 0; c < left.length; c++) {
            left[c] = cells[c].length;
        }
        var rounding = new Rounding(lines, 5);
        int[][] share = new int[sets][];
        for (int s = 0; s < sets; s++) {
            work.spend(40L * cells.length);
            int[] mine =
                    rounding.share(
                            left, sets - s, slots, Search.shuffled(left.length, random.nextLong()));
            if (mine == null) {
                return null;
            }
            share[s] = mine;
            for (int c = 0; c < left.length; c++) {
                left[c] -= mine[c];
            }
        }
        return fill(cells, share, sets, slots);
    }

    private int[][] cells(int[] pool, int lines) {
        int[] size = new int[lines * 5];
        for (int q : pool) {
            size[cell(q)]++;
        }
        int[][] cells = new int[lines * 5][];
        for (int c = 0; c < cells.length; c++) {
            cells[c] = new int[size[c]];
        }
        for (int q : pool) {
            cells[cell(q)][--size[cell(q)]] = q;
        }
        return cells;
    }

    private int cell(int q) {
        int number = problem.origin[q];
        return problem.pool.section[number] * 5 + problem.pool.level[number] - 1;
    }

    /** Cell by cell the longest questions go to the sets with the least time so far. */
    private int[][] fill(int[][] cells, int[][] share, int sets, int slots) {
        int[][] result = new int[sets][slots];
        int[] filled = new int[sets];
        long[] time = new long[sets];
        for (int c : Search.shuffled(cells.length, random.nextLong())) {
            int[] cell = cells[c];
            long mean = cell.length == 0 ? 0 : sum(cell) / cell.length;
            long[] byTime = new long[cell.length];
            for (int i = 0; i < cell.length; i++) {
                // Repeats of a question stay neighbours, so they go to different sets.
                byTime[i] =
                        (long) problem.seconds[cell[i]] << 40
                                | (long) (random.nextInt(64)) << 33
                                | cell[i];
            }
            if (problem.overlap > 0) {
                for (int i = 0; i < cell.length; i++) {
                    byTime[i] = (long) problem.seconds[cell[i]] << 40 | cell[i];
                }
            }
            Arrays.sort(byTime);
            int at = cell.length;
            for (int turn = 0; at > 0; turn++) {
                long[] needy = new long[sets];
                int size = 0;
                for (int s = 0; s < sets; s++) {
                    if (share[s][c] > turn) {
                        needy[size++] = (time[s] + (1L << 36)) << 24 | s;
                    }
                }
                if (size == 0) {
                    break;
                }
                Arrays.sort(needy, 0, size);
                for (int i = 0; i < size; i++) {
                    int s = (int) (needy[i] & 0xffffff);
                    int q = (int) (byTime[--at] & 0x1ffffffffL);
                    result[s][filled[s]++] = q;
                    time[s] += problem.seconds[q] - mean;
                }
            }
        }
        return result;
    }

    private long sum(int[] cell) {
        long sum = 0;
        for (int q : cell) {
            sum += problem.seconds[q];
        }
        return sum;
    }
}
