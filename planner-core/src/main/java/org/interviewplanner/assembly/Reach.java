package org.interviewplanner.assembly;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which times one set can have by whole questions, if it holds of each of some rows, no two of
 * which count the same question, as many as it must: a table of reachable sums (Bellman 1957).
 * Where {@link TimeGrid} and {@link Lattice} divide, this adds up, so it also sees sums that are
 * just too small, such as one step out of threes and fives, and tells which questions no set can
 * hold.
 *
 * <p>Enemies, and rows that overlap the others, are not looked at.
 */
final class Reach {

    /** Larger tables are not made, in words of 64 sums. */
    private static final long LARGEST = 2_000_000;

    /** Words that take as long as a step of other work. */
    private static final int WORDS = 16;

    /** Choices of rows that are tried one after the other. */
    private static final int FAMILIES = 3;

    /** Sets of the right times and counts that are looked at for enemies and other rows. */
    private static final int PICKS = 8;

    private final Problem problem;
    private final Work work;
    private final Group[] groups;

    /** A question's group, and its place there. */
    private final int[] groupOf;

    private final int[] placeOf;

    /** Questions of a set that are told apart by number; 0 if any number will do. */
    private final int counted;

    private final int words;
    private final long lowest;
    private final long highest;

    /** Questions that count in the same row, or in none. */
    private record Group(int min, int max, int size, int[] values, int[] copies) {

        boolean isFree(int counted) {
            return min <= 0 && max >= (counted == 0 ? size : Math.min(size, counted));
        }
    }

    private Reach(Problem problem, Work work, int[] rows, Scale scale) {
        this.problem = problem;
        this.work = work;
        counted = scale.counted;
        lowest = scale.low;
        highest = scale.high;
        words = (int) (highest >> 6) + 1;
        groupOf = new int[problem.size];
        placeOf = new int[problem.size];
        groups = new Group[rows.length + 1];
        for (int q = 0; q < problem.size; q++) {
            groupOf[q] = rows.length;
            for (int r : problem.rowsOf(q)) {
                for (int g = 0; g < rows.length; g++) {
                    groupOf[q] = rows[g] == r ? g : groupOf[q];
                }
            }
        }
        for (int g = 0; g < groups.length; g++) {
            boolean rest = g == rows.length;
            groups[g] =
                    group(
                            g,
                            rest ? 0 : problem.rowMin[rows[g]],
                            rest ? problem.maxSlots : problem.rowMax[rows[g]],
                            scale);
        }
    }

    private Group group(int g, int min, int max, Scale scale) {
        var copies = new TreeMap<Long, Integer>();
        for (int q = 0; q < problem.size; q++) {
            if (groupOf[q] == g) {
                copies.merge(scale.of(problem.seconds[q]), 1, Integer::sum);
            }
        }
        int[] values = new int[copies.size()];
        int[] count = new int[values.length];
        int size = 0;
        int i = 0;
        for (var entry : copies.entrySet()) {
            // What is longer than the longest set fits nowhere.
            values[i] = (int) Math.min(highest + 1, entry.getKey());
            count[i] = entry.getValue();
            size += count[i++];
        }
        for (int q = 0; q < problem.size; q++) {
            if (groupOf[q] == g) {
                long value = Math.min(highest + 1, scale.of(problem.seconds[q]));
                placeOf[q] = Arrays.binarySearch(values, (int) value);
            }
        }
        return new Group(min, Math.min(max, size), size, values, count);
    }

    /**
     * Times as small numbers.
     *
     * @param counted the number of questions of a set, 0 if it is free
     */
    private record Scale(long base, long step, int counted, long low, long high) {

        static @Nullable Scale of(Problem problem) {
            boolean isSized = problem.minSlots == problem.maxSlots;
            boolean isFree = problem.minSlots <= 0 && problem.maxSlots >= problem.size;
            if (problem.size == 0
                    || !isSized && !isFree
                    || !problem.isTimed()
                    || problem.maxSeconds < 0) {
                return null;
            }
            long base = 0;
            if (isSized) {
                base = Arrays.stream(problem.seconds).min().orElse(0);
            }
            long step = Math.max(1, TimeGrid.divisor(problem.seconds, (int) base));
            int counted = isSized ? problem.maxSlots : 0;
            return new Scale(
                    base,
                    step,
                    counted,
                    Math.max(0, Math.ceilDiv(problem.minSeconds - counted * base, step)),
                    Math.floorDiv(problem.maxSeconds - counted * base, step));
        }

        long of(int seconds) {
            return (seconds - base) / step;
        }
    }

    /**
     * Which questions no set can hold; null if none was found.
     *
     * @param most work to spend at most; what is found by then holds
     */
    static boolean @Nullable [] barred(Problem problem, Work work, long most) {
        Scale scale = Scale.of(problem);
        if (scale == null) {
            return null;
        }
        boolean[] barred = new boolean[problem.size];
        if (scale.high < scale.low) {
            Arrays.fill(barred, true);
            return barred;
        }
        Work part = work.part(most);
        boolean any = false;
        for (int[] rows : families(problem)) {
            long size = (scale.high / 64 + 1) * (scale.counted + 1L) * (problem.maxSlots + 1L);
            if (size <= LARGEST && !part.isOut()) {
                any |= new Reach(problem, part, rows, scale).bar(barred);
            }
        }
        work.join(part);
        return any ? barred : null;
    }

    /** Rows that overlap no other of their list; each that can be broken is in some list. */
    private static List<int[]> families(Problem problem) {
        int rows = problem.rows();
        boolean[][] overlap = new boolean[rows][rows];
        for (int[] type : problem.rowsOfType) {
            for (int a : type) {
                for (int b : type) {
                    overlap[a][b] = true;
                }
            }
        }
        var families = new ArrayList<int[]>();
        boolean[] covered = new boolean[rows];
        for (int r = 0; r < rows; r++) {
            covered[r] = problem.rowMin[r] <= 0 && problem.rowMax[r] >= problem.maxSlots;
        }
        for (int first = 0; first < rows && families.size() < FAMILIES; first++) {
            if (!covered[first]) {
                var family = new ArrayList<Integer>();
                for (int i = 0; i < rows; i++) {
                    int r = (first + i) % rows;
                    if (family.stream().noneMatch(other -> overlap[other][r])
                            && (problem.rowMin[r] > 0 || problem.rowMax[r] < problem.maxSlots)) {
                        family.add(r);
                        covered[r] = true;
                    }
                }
                families.add(family.stream().mapToInt(Integer::intValue).toArray());
            }
        }
        if (families.isEmpty()) {
            families.add(new int[0]);
        }
        return families;
    }

    /**
     * One set, of whatever exposure and distance from targets, that meets the demands; null if none
     * was found, which proves nothing.
     */
    static int @Nullable [] set(Problem problem, Work work, long most, long seed) {
        Scale scale = Scale.of(problem);
        if (scale == null || scale.high < scale.low) {
            return null;
        }
        Work part = work.part(most);
        int[] found = null;
        for (int[] rows : families(problem)) {
            long size = (scale.high / 64 + 1) * (scale.counted + 1L) * (problem.maxSlots + 1L);
            if (size <= LARGEST && found == null && !part.isOut()) {
                found = new Reach(problem, part, rows, scale).set(seed);
            }
        }
        work.join(part);
        return found;
    }

    private int @Nullable [] set(long seed) {
        int[][] takes = takes();
        for (int pick = 0; takes != null && pick < PICKS; pick++) {
            int[][] left = new int[takes.length][];
            Arrays.setAll(left, g -> takes[g].clone());
            int[] set =
                    Arrays.stream(Search.shuffled(problem.size, seed + pick))
                            .filter(q -> left[groupOf[q]][placeOf[q]]-- > 0)
                            .toArray();
            if (problem.isMetBy(set)) {
                return set;
            }
        }
        return null;
    }

    /** How many questions of each group and value make a set; null if none do. */
    private int @Nullable [][] takes() {
        int count = groups.length;
        long[][][] before = new long[count + 1][][];
        before[0] = start();
        long kept = 0;
        for (int g = 0; g < count; g++) {
            before[g + 1] = through(groups[g], before[g], -1, 1);
            kept = Math.max(kept, groups[g].values.length * (groups[g].max + 1L));
        }
        long sum = lowest;
        while (sum <= highest && !has(before[count], counted, sum)) {
            sum++;
        }
        if (sum > highest || kept * (counted + 1L) * words > LARGEST) {
            return null;
        }
        int[][] takes = new int[count][];
        int c = counted;
        for (int g = count - 1; g >= 0; g--) {
            Group group = groups[g];
            takes[g] = new int[group.values.length];
            var history = new ArrayList<long[][][]>();
            long[][][] last = layers(group, before[g], -1, 1, history);
            int j = last.length == 1 ? 0 : group.min;
            while (!has(last[j], c, sum)) {
                j++;
            }
            for (int i = group.values.length - 1; i >= 0; i--) {
                long[][][] earlier = history.get(i);
                int k = 0;
                while (!has(
                        earlier[last.length == 1 ? 0 : j - k],
                        c - (counted == 0 ? 0 : k),
                        sum - (long) k * group.values[i])) {
                    k++;
                }
                takes[g][i] = k;
                j -= last.length == 1 ? 0 : k;
                c -= counted == 0 ? 0 : k;
                sum -= (long) k * group.values[i];
            }
        }
        return takes;
    }

    private static boolean has(long[][] sums, int c, long sum) {
        return sums[c] != null && (sums[c][(int) (sum >> 6)] >> sum & 1) == 1;
    }

    /** Nothing is chosen. */
    private long[][] start() {
        long[][] start = new long[counted + 1][];
        start[0] = new long[words];
        start[0][0] = 1;
        return start;
    }

    /** Bars what this choice of rows excludes; false if that is nothing. */
    private boolean bar(boolean[] barred) {
        int count = groups.length;
        long[][][] before = new long[count + 1][][];
        long[][][] after = new long[count + 1][][];
        before[0] = start();
        for (int g = 0; g < count; g++) {
            before[g + 1] = through(groups[g], before[g], -1, 1);
        }
        after[count] = new long[counted + 1][];
        after[count][counted] = new long[words];
        for (long sum = lowest; sum <= highest; sum++) {
            after[count][counted][(int) (sum >> 6)] |= 1L << sum;
        }
        boolean none = !meet(before[count], after[count]);
        for (int g = count - 1; g >= 0 && !none; g--) {
            after[g] = through(groups[g], after[g + 1], -1, -1);
        }
        boolean any = false;
        boolean[][] holds = new boolean[count][];
        for (int g = 0; g < count; g++) {
            holds[g] = new boolean[groups[g].values.length];
            for (int i = 0; i < holds[g].length && !none; i++) {
                holds[g][i] =
                        work.isOut() || meet(through(groups[g], before[g], i, 1), after[g + 1]);
            }
        }
        for (int q = 0; q < barred.length; q++) {
            barred[q] |= !holds[groupOf[q]][placeOf[q]];
            any |= barred[q];
        }
        return any;
    }

    private static boolean meet(long[][] some, long[][] others) {
        for (int c = 0; c < some.length; c++) {
            for (int w = 0; some[c] != null && others[c] != null && w < some[c].length; w++) {
                if ((some[c][w] & others[c][w]) != 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Sums, by number of questions, after one more group.
     *
     * @param must the place of a value that must be taken, or -1
     * @param sign 1 to add the questions, -1 to take them away
     */
    private long[][] through(Group group, long[][] from, int must, int sign) {
        long[][][] sums = layers(group, from, must, sign, null);
        if (sums.length == 1) {
            return sums[0];
        }
        long[][] all = new long[counted + 1][];
        for (int j = group.min; j <= group.max; j++) {
            shift(sums[j], all, 0, 0, 1);
        }
        return all;
    }

    /**
     * The same by number of questions of the group too, unless that does not matter.
     *
     * @param history receives the sums as they are before each value, or null
     */
    private long[][][] layers(
            Group group, long[][] from, int must, int sign, @Nullable List<long[][][]> history) {
        int by = counted == 0 ? 0 : sign;
        // Where the row is no limit, its questions need not be counted apart from the others.
        int layers = group.isFree(counted) ? 0 : group.max;
        long[][][] sums = new long[layers + 1][counted + 1][];
        if (must < 0) {
            shift(from, sums[0], 0, 0, sign);
        } else if (group.max > 0) {
            shift(from, sums[Math.min(1, layers)], group.values[must], by, sign);
        }
        for (int i = 0; i < group.values.length; i++) {
            if (history != null) {
                history.add(copy(sums));
            }
            int copies = Math.min(group.max, group.copies[i] - (i == must ? 1 : 0));
            for (int copy = 0; copy < copies; copy++) {
                for (int j = Math.max(0, layers - 1); j >= 0; j--) {
                    shift(sums[j], sums[Math.min(j + 1, layers)], group.values[i], by, sign);
                }
                work.spend(1 + (layers + 1L) * (counted + 1) * words / WORDS);
            }
        }
        return sums;
    }

    private static long[][][] copy(long[][][] sums) {
        long[][][] copy = new long[sums.length][][];
        for (int j = 0; j < copy.length; j++) {
            copy[j] = sums[j].clone();
            for (int c = 0; c < copy[j].length; c++) {
                copy[j][c] = sums[j][c] == null ? null : sums[j][c].clone();
            }
        }
        return copy;
    }

    /**
     * Adds to {@code to} what is in {@code from}, so much farther and so many questions later;
     * {@code to} may be {@code from}, so what is read is read before it is added to.
     */
    private void shift(long[][] from, long[][] to, int value, int by, int sign) {
        if (value > highest) {
            return;
        }
        int skip = value >> 6;
        int bits = value & 63;
        int most = counted - Math.abs(by);
        for (int i = 0; i <= most; i++) {
            int c = by > 0 ? most - i : i - by;
            if (from[c] == null) {
                continue;
            }
            if (to[c + by] == null) {
                to[c + by] = new long[words];
            }
            add(from[c], to[c + by], skip, bits, sign);
        }
    }

    private void add(long[] from, long[] to, int skip, int bits, int sign) {
        for (int w = words - 1; w >= skip; w--) {
            int at = sign > 0 ? w : words - 1 - w;
            int of = at - sign * skip;
            int next = of - sign;
            long moved = sign > 0 ? from[of] << bits : from[of] >>> bits;
            if (bits > 0 && next >= 0 && next < words) {
                moved |= sign > 0 ? from[next] >>> 64 - bits : from[next] << 64 - bits;
            }
            to[at] |= moved;
        }
        // Sums above the highest are not wanted.
        to[words - 1] &= -1L >>> 63 - (highest & 63);
    }
}
