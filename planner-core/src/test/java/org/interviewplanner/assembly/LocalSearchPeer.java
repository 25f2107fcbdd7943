package org.interviewplanner.assembly;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;

/**
 * A plain local search beside the assembler: sets without a common question, dealt at random, and
 * then exchanges that are kept unless they are worse.
 *
 * <pre>{@code
 * mvn -q -pl planner-core test-compile exec:java@assembly \
 *     -Dassembly.mainClass=org.interviewplanner.assembly.LocalSearchPeer \
 *     -Dexec.args="INSTANCE SECONDS"
 * }</pre>
 *
 * <p>Prints how many demands are broken (a quota that is off by two counts twice) and the largest
 * deviation in seconds, both also when first no demand was broken, and when first there was no
 * deviation either.
 */
public final class LocalSearchPeer {

    /** A broken demand weighs more than any time. */
    private static final long BROKEN = 1_000_000;

    private final Problem problem;
    private final Random random = new Random(1);
    private final int[] order;
    private final int[][] counts;
    private final long[] seconds;

    private LocalSearchPeer(Problem problem) {
        this.problem = problem;
        order = Search.shuffled(problem.size, 1);
        counts = new int[problem.sets][problem.rows()];
        seconds = new long[problem.sets];
        for (int place = 0; place < problem.sets * problem.maxSlots; place++) {
            move(order[place], place / problem.maxSlots, 1);
        }
    }

    /** Runs; the arguments are an instance file and seconds. */
    public static void main(String[] arguments) throws IOException {
        InstanceFile it = InstanceFile.read(Path.of(arguments[0]));
        new LocalSearchPeer(Problem.of(it.pool(), it.blueprint(), it.request()))
                .run(Long.parseLong(arguments[1]));
    }

    private void run(long limit) {
        long start = System.nanoTime();
        long moves = 0;
        boolean isValid = false;
        boolean isExact = false;
        while (System.nanoTime() - start < limit * 1_000_000_000L) {
            for (int i = 0; i < 1_000; i++, moves++) {
                exchange();
            }
            if (!isValid && broken() == 0) {
                isValid = true;
                report("first valid", start, moves);
            }
            if (isValid && !isExact && broken() == 0 && deviation() == 0) {
                isExact = true;
                report("first exact", start, moves);
            }
        }
        report("at the end", start, moves);
    }

    private void exchange() {
        int places = problem.sets * problem.maxSlots;
        int one = random.nextInt(places);
        int other = random.nextInt(order.length);
        int a = one / problem.maxSlots;
        int b = other < places ? other / problem.maxSlots : -1;
        if (a == b) {
            return;
        }
        long before = cost(a) + cost(b);
        swap(one, a, other, b);
        if (cost(a) + cost(b) > before) {
            swap(one, a, other, b);
        }
    }

    private void swap(int one, int a, int other, int b) {
        int q = order[one];
        int r = order[other];
        move(q, a, -1);
        move(r, a, 1);
        if (b >= 0) {
            move(r, b, -1);
            move(q, b, 1);
        }
        order[one] = r;
        order[other] = q;
    }

    private void move(int question, int set, int by) {
        for (int row : problem.rowsOf(question)) {
            counts[set][row] += by;
        }
        seconds[set] += (long) by * problem.seconds[question];
    }

    private long cost(int set) {
        return set < 0 ? 0 : BROKEN * broken(set) + deviation(set);
    }

    private long deviation(int set) {
        return Math.abs(seconds[set] - problem.targetSeconds);
    }

    private long broken() {
        long sum = 0;
        for (int set = 0; set < problem.sets; set++) {
            sum += broken(set);
        }
        return sum;
    }

    private long broken(int set) {
        long sum = 0;
        for (int r = 0; r < problem.rows(); r++) {
            sum += Math.max(0, problem.rowMin[r] - counts[set][r]);
            sum += Math.max(0, counts[set][r] - problem.rowMax[r]);
        }
        int from = set * problem.maxSlots;
        for (int i = from; problem.hasEnemies && i < from + problem.maxSlots; i++) {
            for (int j = from; problem.enemies[order[i]] != null && j < i; j++) {
                sum += problem.areEnemies(order[i], order[j]) ? 1 : 0;
            }
        }
        return sum;
    }

    /** The largest of the sets. */
    private long deviation() {
        long most = 0;
        for (int set = 0; set < problem.sets; set++) {
            most = Math.max(most, deviation(set));
        }
        return most;
    }

    private void report(String when, long start, long moves) {
        System.out.printf(
                "%s: %.1f s, %d exchanges tried, %d demands broken, deviation %d s%n",
                when, (System.nanoTime() - start) / 1e9, moves, broken(), deviation());
    }
}
