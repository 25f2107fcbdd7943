package org.interviewplanner.assembly;

import com.google.ortools.Loader;
import java.util.TreeMap;

/**
 * Hunts for answers that CP-SAT contradicts, over {@link OddCase}s; prints those, what was left
 * open, and what took long.
 *
 * <pre>{@code
 * mvn -q -Pbench-assembly -pl planner-core test-compile exec:java@assembly \
 *     -Dassembly.mainClass=org.interviewplanner.assembly.CpSatHunt \
 *     -Dexec.args="FIRST_SEED LAST_SEED SECONDS"
 * }</pre>
 *
 * <p>SECONDS are CP-SAT's for one case; 0 leaves it out.
 */
public final class CpSatHunt {

    private CpSatHunt() {}

    /** Runs; the arguments are the first seed, the last seed and CP-SAT's seconds. */
    public static void main(String[] arguments) {
        double seconds = Double.parseDouble(arguments[2]);
        if (seconds > 0) {
            Loader.loadNativeLibraries();
        }
        var verdicts = new TreeMap<String, Integer>();
        for (long seed = Long.parseLong(arguments[0]);
                seed <= Long.parseLong(arguments[1]);
                seed++) {
            OddCase it = OddCase.of(seed);
            var instance =
                    new InstanceFile(
                            "odd-" + seed,
                            new Pool(it.pool()),
                            it.pool(),
                            it.blueprint(),
                            it.request());
            String verdict;
            long start = CpSatBench.now(1);
            Assembly answer = null;
            try {
                answer = CpSatBench.assemble(instance);
                double millis = (CpSatBench.now(1) - start) / 1e6;
                verdict = seconds > 0 ? CpSatBench.verdict(instance, answer, seconds) : own(answer);
                if (millis > 500) {
                    System.out.printf("%d took %.0f ms%n", seed, millis);
                }
            } catch (RuntimeException | StackOverflowError e) {
                verdict = "CRASH";
                System.out.println(seed + " " + e);
                e.printStackTrace(System.out);
            }
            verdicts.merge(verdict.replaceAll("[0-9\\[].*", ""), 1, Integer::sum);
            if (verdict.startsWith("WRONG")
                    || verdict.startsWith("worse")
                    || verdict.startsWith("undecided")
                    || verdict.startsWith("no repair")
                    || verdict.startsWith("open")) {
                System.out.println(seed + " " + verdict + " " + describe(it, answer));
            }
        }
        System.out.println(verdicts);
    }

    private static String own(Assembly answer) {
        return switch (answer) {
            case Assembly.Assembled it -> it.proved() ? "proved" : "open";
            case Assembly.Infeasible it -> it.repair().isEmpty() ? "no repair" : "infeasible";
            case Assembly.Undecided unused -> "undecided";
        };
    }

    private static String describe(OddCase it, Assembly answer) {
        String text =
                "questions %d, slots %d, sets %d, overlap %d, demands %d, targets %d "
                        .formatted(
                                it.pool().size(),
                                it.blueprint().slots(),
                                it.request().sets(),
                                it.request().overlap(),
                                it.blueprint().demands().size(),
                                it.blueprint().targets().size());
        return switch (answer) {
            case Assembly.Assembled a -> text + a.report().value() + " " + a.report().bound();
            case Assembly.Infeasible a -> text + a.shortfalls() + a.repair();
            case Assembly.Undecided a -> text + a.report().bound();
        };
    }
}
