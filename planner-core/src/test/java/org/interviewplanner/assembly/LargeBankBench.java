package org.interviewplanner.assembly;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Measures assembly from a large bank beside one pass over the bank's arrays in the same JVM.
 *
 * <pre>{@code
 * mvn -q -pl planner-core test-compile exec:java@assembly \
 *     -Dassembly.mainClass=org.interviewplanner.assembly.LargeBankBench -Dexec.args="INSTANCE"
 * }</pre>
 *
 * <p>Prints medians of the thread's own time, and the memory that one assembly takes at most beside
 * what the arrays take.
 */
public final class LargeBankBench {

    private static final int RUNS = 51;
    private static long sink;

    private LargeBankBench() {}

    /** Runs; the argument is an instance file, 200,000 questions and one set for the bar. */
    public static void main(String[] arguments) throws IOException {
        InstanceFile it = InstanceFile.read(Path.of(arguments[0]));
        Pool pool = it.pool();
        Pool prepared = pool.prepared();
        Runnable pass = () -> sink += pass(pool);
        Runnable index = () -> sink += new Pool(it.questions()).size();
        Runnable second = () -> sink += pool.prepared().size();
        for (int i = 0; i < 200; i++) {
            pass.run();
        }
        double floor = median(pass, RUNS);
        System.out.printf(
                "%d questions: pass %.3f ms, pool %.0f ms, prepared in %.0f ms more%n",
                pool.size(), floor, median(index, 5), median(second, 5));
        for (Pool from : new Pool[] {pool, prepared}) {
            Runnable assembly = () -> new Assembler().assemble(from, it.blueprint(), it.request());
            for (int i = 0; i < 200; i++) {
                assembly.run();
            }
            double solve = median(assembly, RUNS);
            long arrays = 17L * pool.size();
            long most = peak(assembly);
            System.out.printf(
                    "%s: assembly %.2f ms (%.0f passes); arrays %.1f MB, assembly at most %.1f MB"
                            + " more (%.1f times)%n",
                    from == pool ? "as it is" : "prepared",
                    solve,
                    solve / floor,
                    arrays / 1e6,
                    most / 1e6,
                    (double) most / arrays);
        }
    }

    private static long pass(Pool pool) {
        long sum = 0;
        for (int i = 0; i < pool.size(); i++) {
            if (pool.approved[i]) {
                sum += pool.seconds[i] + pool.exposure[i] + 31L * pool.section[i] + pool.level[i];
            }
        }
        return sum;
    }

    private static double median(Runnable work, int runs) {
        double[] times = new double[runs];
        for (int i = 0; i < runs; i++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            work.run();
            times[i] =
                    (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e6;
        }
        Arrays.sort(times);
        return times[runs / 2];
    }

    /** Bytes of the heap at their most during some work, beyond what was there before. */
    private static long peak(Runnable work) {
        System.gc();
        long before = 0;
        for (MemoryPoolMXBean part : ManagementFactory.getMemoryPoolMXBeans()) {
            part.resetPeakUsage();
            before += part.getUsage().getUsed();
        }
        work.run();
        long most = 0;
        for (MemoryPoolMXBean part : ManagementFactory.getMemoryPoolMXBeans()) {
            MemoryUsage peak = part.getPeakUsage();
            most += peak.getUsed();
        }
        return most - before;
    }
}
