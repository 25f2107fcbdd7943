package org.interviewplanner.assembly;

import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * How many sets are wanted and how hard to try.
 *
 * @param sets number of parallel sets, 1 to {@value #MAX_SETS}
 * @param overlap most questions, besides must-have ones, that two of the sets may share, at least 0
 * @param seed chooses among equally good sets
 * @param workLimit the counted work after which the search gives its best so far, at least 1;
 *     {@value #DEFAULT_WORK} is about a second
 * @param cancelled asked from time to time; true ends the search as if the work had run out
 */
public record AssemblyRequest(
        int sets, int overlap, long seed, long workLimit, BooleanSupplier cancelled) {

    /** Greatest number of parallel sets. */
    public static final int MAX_SETS = 100_000;

    /** The counted work that a request without its own limit may spend. */
    public static final long DEFAULT_WORK = 200_000_000L;

    /**
     * @throws IllegalArgumentException if sets, overlap or workLimit is outside its bounds
     */
    public AssemblyRequest {
        if (sets < 1 || sets > MAX_SETS) {
            throw new IllegalArgumentException(
                    "The sets (%d) must be 1 to %d.".formatted(sets, MAX_SETS));
        }
        if (overlap < 0) {
            throw new IllegalArgumentException(
                    "The overlap (%d) must be at least 0.".formatted(overlap));
        }
        if (workLimit < 1) {
            throw new IllegalArgumentException(
                    "The work limit (%d) must be at least 1.".formatted(workLimit));
        }
    }

    /** One set. */
    public static AssemblyRequest one(long seed) {
        return sets(1, seed);
    }

    /** Parallel sets that share no question. */
    public static AssemblyRequest sets(int sets, long seed) {
        return new AssemblyRequest(sets, 0, seed, DEFAULT_WORK, () -> false);
    }

    /** The same with another overlap. */
    public AssemblyRequest withOverlap(int newOverlap) {
        return new AssemblyRequest(sets, newOverlap, seed, workLimit, cancelled);
    }

    /** The same with another work limit. */
    public AssemblyRequest withWorkLimit(long newWorkLimit) {
        return new AssemblyRequest(sets, overlap, seed, newWorkLimit, cancelled);
    }

    /** The same, ended early once the supplier says true. */
    public AssemblyRequest withCancelled(BooleanSupplier newCancelled) {
        return new AssemblyRequest(sets, overlap, seed, workLimit, newCancelled);
    }

    /** The same with the number of sets that a repair of {@code sets} proposes, if there is one. */
    public AssemblyRequest with(List<Repair> repairs) {
        int newSets = sets;
        for (Repair repair : repairs) {
            if (repair.demand().equals(Names.SETS)) {
                newSets = repair.min();
            }
        }
        return new AssemblyRequest(newSets, overlap, seed, workLimit, cancelled);
    }
}
