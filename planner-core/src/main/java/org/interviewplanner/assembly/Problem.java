package org.interviewplanner.assembly;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A blueprint over a pool in numbers: what remains to be chosen once must-have questions stand in
 * every set and forbidden ones are gone.
 *
 * <p>Questions are renumbered 0 to {@code size - 1} in the order of their ids. All ranges, targets
 * and times are what the must-have questions leave; targets may therefore be negative.
 */
final class Problem {

    /** No target on a row. */
    static final int NONE = Integer.MIN_VALUE;

    final Pool pool;
    final int sets;
    final int overlap;

    /** Questions of a set that are still to choose; unequal only if the number is free. */
    final int minSlots;

    final int maxSlots;

    final long targetSeconds;
    final long minSeconds;
    final long maxSeconds;

    /** Must-have questions, as numbers of the pool. */
    final int[] fixed;

    /** Exposure of the must-have questions of all sets. */
    final long fixedExposure;

    final int size;

    /** From a question to its number in the pool. */
    final int[] origin;

    final int[] seconds;
    final int[] exposure;

    /** Questions of one type count in the same rows: they can stand in for each other. */
    final int[] type;

    final int[][] rowsOfType;

    final String[] rowName;
    final int[] rowMin;
    final int[] rowMax;
    final int[] rowTarget;

    /** How many must-have questions count in each row. */
    final int[] rowFixed;

    /** Enemies of each question, ascending; null if it has none. */
    final int[][] enemies;

    final boolean hasEnemies;
    final boolean hasTargets;

    /** A clash that was seen while counting, before any search: the sets cannot exist. */
    final boolean impossible;

    /** A clash of the lists alone: must-have questions that are unknown, forbidden or enemies. */
    final boolean contradictory;

    private Problem(BlueprintReader b) {
        pool = b.pool;
        sets = b.sets;
        overlap = b.overlap;
        minSlots = b.minSlots;
        maxSlots = b.maxSlots;
        targetSeconds = b.targetSeconds;
        minSeconds = b.minSeconds;
        maxSeconds = b.maxSeconds;
        fixed = b.fixed;
        fixedExposure = b.fixedExposure;
        size = b.origin.length;
        origin = b.origin;
        seconds = b.seconds;
        exposure = b.exposure;
        type = b.type;
        rowsOfType = b.rowsOfType;
        rowName = b.rowName;
        rowMin = b.rowMin;
        rowMax = b.rowMax;
        rowTarget = b.rowTarget;
        enemies = b.enemies;
        hasEnemies = b.hasEnemies;
        hasTargets = b.hasTargets;
        impossible = b.impossible;
        contradictory = b.contradictory;
        rowFixed = b.rowFixed;
    }

    /** The whole blueprint. */
    static Problem of(Pool pool, Blueprint blueprint, AssemblyRequest request) {
        return of(pool, blueprint, request, Set.of());
    }

    /** The blueprint without the demands of these names, and without targets if any is dropped. */
    static Problem of(
            Pool pool, Blueprint blueprint, AssemblyRequest request, Set<String> dropped) {
        return new Problem(new BlueprintReader(pool, blueprint, request, dropped));
    }

    /** The same for one set. */
    Problem single() {
        return new Problem(this, 1, true);
    }

    /** The same for so many sets, without enemies. */
    Problem peaceful(int otherSets) {
        return new Problem(this, otherSets, false);
    }

    private Problem(Problem other, int sets, boolean withEnemies) {
        this.sets = sets;
        pool = other.pool;
        overlap = other.overlap;
        minSlots = other.minSlots;
        maxSlots = other.maxSlots;
        targetSeconds = other.targetSeconds;
        minSeconds = other.minSeconds;
        maxSeconds = other.maxSeconds;
        fixed = other.fixed;
        fixedExposure = other.fixedExposure / other.sets * sets;
        size = other.size;
        origin = other.origin;
        seconds = other.seconds;
        exposure = other.exposure;
        type = other.type;
        rowsOfType = other.rowsOfType;
        rowName = other.rowName;
        rowMin = other.rowMin;
        rowMax = other.rowMax;
        rowTarget = other.rowTarget;
        enemies = withEnemies ? other.enemies : new int[other.size][];
        hasEnemies = withEnemies && other.hasEnemies;
        hasTargets = other.hasTargets;
        impossible = other.impossible;
        contradictory = other.contradictory;
        rowFixed = other.rowFixed;
    }

    /** The same without some questions, which are then numbered anew: see {@link #kept}. */
    Problem without(boolean[] barred) {
        return new Problem(this, kept(barred));
    }

    /** The questions that are not barred, ascending. */
    static int[] kept(boolean[] barred) {
        return IntStream.range(0, barred.length).filter(q -> !barred[q]).toArray();
    }

    private Problem(Problem other, int[] kept) {
        sets = other.sets;
        pool = other.pool;
        overlap = other.overlap;
        size = kept.length;
        minSlots = other.minSlots;
        maxSlots = Math.min(other.maxSlots, Math.max(minSlots, size));
        targetSeconds = other.targetSeconds;
        minSeconds = other.minSeconds;
        maxSeconds = other.maxSeconds;
        fixed = other.fixed;
        fixedExposure = other.fixedExposure;
        origin = new int[size];
        seconds = new int[size];
        exposure = new int[size];
        type = new int[size];
        enemies = new int[size][];
        for (int i = 0; i < size; i++) {
            int q = kept[i];
            origin[i] = other.origin[q];
            seconds[i] = other.seconds[q];
            exposure[i] = other.exposure[q];
            type[i] = other.type[q];
            if (other.enemies[q] != null) {
                int[] left =
                        Arrays.stream(other.enemies[q])
                                .map(enemy -> Arrays.binarySearch(kept, enemy))
                                .filter(enemy -> enemy >= 0)
                                .toArray();
                enemies[i] = left.length == 0 ? null : left;
            }
        }
        rowsOfType = other.rowsOfType;
        rowName = other.rowName;
        rowMin = other.rowMin;
        rowMax = other.rowMax;
        rowTarget = other.rowTarget;
        rowFixed = other.rowFixed;
        hasEnemies = other.hasEnemies;
        hasTargets = other.hasTargets;
        impossible = other.impossible;
        contradictory = other.contradictory;
    }

    /** Whether some demand is on the time. */
    boolean isTimed() {
        return maxSeconds < Long.MAX_VALUE / 8;
    }

    int rows() {
        return rowName.length;
    }

    int[] rowsOf(int question) {
        return rowsOfType[type[question]];
    }

    boolean areEnemies(int a, int b) {
        int[] list = enemies[a];
        return list != null && Arrays.binarySearch(list, b) >= 0;
    }

    /** The distance of the counts of one set from the targets. */
    long balance(int[] counts) {
        long sum = 0;
        if (hasTargets) {
            for (int r = 0; r < rowTarget.length; r++) {
                if (rowTarget[r] != NONE) {
                    sum += Math.abs((long) counts[r] - rowTarget[r]);
                }
            }
        }
        return sum;
    }

    /** Whether one set meets the demands. */
    boolean isMetBy(int[] set) {
        int[] counts = counts(set);
        boolean isMet = set.length >= minSlots && set.length <= maxSlots;
        for (int r = 0; r < counts.length; r++) {
            isMet &= counts[r] >= rowMin[r] && counts[r] <= rowMax[r];
        }
        for (int a : set) {
            for (int b : set) {
                isMet &= !areEnemies(a, b);
            }
        }
        long time = seconds(set);
        return isMet && time >= minSeconds && time <= maxSeconds;
    }

    /** How many questions of a set count in each row. */
    int[] counts(int[] set) {
        int[] counts = new int[rows()];
        for (int q : set) {
            for (int r : rowsOf(q)) {
                counts[r]++;
            }
        }
        return counts;
    }

    long seconds(int[] set) {
        long sum = 0;
        for (int q : set) {
            sum += seconds[q];
        }
        return sum;
    }

    long exposure(int[] set) {
        long sum = 0;
        for (int q : set) {
            sum += exposure[q];
        }
        return sum;
    }
}
