package org.interviewplanner.assembly;

import com.google.ortools.Loader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Measures the assembler beside CP-SAT on the same instances in the same run, goal after goal, and
 * judges what is said to be infeasible: each clash by leaving out its members, the repair by
 * applying it.
 *
 * <pre>{@code
 * mvn -q -Pbench-assembly -pl planner-core test-compile exec:java@assembly \
 *     -Dexec.args="INSTANCE_FOLDER TABLE SECONDS WORKERS [GOALS]"
 * }</pre>
 *
 * <p>Appends a line for each instance to the file TABLE (tab-separated) and leaves out those that
 * have one, so a long campaign can go on where it stopped; then prints the table by family, size
 * and sets. Ours is the median of nine solves, half a second warm. With one worker both are timed
 * by the CPU time of the thread, so that other work on the machine does not count, else by the
 * clock. SECONDS are CP-SAT's for one instance; 0 leaves it out. GOALS are asked of CP-SAT: 2
 * leaves the exposure to us.
 */
public final class CpSatBench {

    private CpSatBench() {}

    /** Runs; the arguments are the instance folder, the table, CP-SAT's seconds, workers, goals. */
    public static void main(String[] arguments) throws IOException {
        Loader.loadNativeLibraries();
        Path table = Path.of(arguments[1]);
        double seconds = Double.parseDouble(arguments[2]);
        int workers = Integer.parseInt(arguments[3]);
        int goals = arguments.length > 4 ? Integer.parseInt(arguments[4]) : 3;
        var done = new HashSet<String>();
        if (Files.exists(table)) {
            Files.readAllLines(table).forEach(line -> done.add(line.split("\t")[0]));
        }
        try (var files = Files.list(Path.of(arguments[0]))) {
            for (Path file :
                    files.filter(it -> it.toString().endsWith(".json")).sorted().toList()) {
                if (!done.contains(file.getFileName().toString().replace(".json", ""))) {
                    String line = compare(InstanceFile.read(file), seconds, workers, goals);
                    Files.writeString(
                            table,
                            line + "\n",
                            StandardOpenOption.CREATE,
                            StandardOpenOption.APPEND);
                    System.out.println(line);
                }
            }
        }
        summarise(Files.readAllLines(table));
    }

    static long now(int workers) {
        return workers == 1
                ? ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()
                : System.nanoTime();
    }

    static Assembly assemble(InstanceFile it) {
        return new Assembler().assemble(it.pool(), it.blueprint(), it.request());
    }

    /** Name, verdict, our value, our bound, CP-SAT's goals, our milliseconds, its milliseconds. */
    private static String compare(InstanceFile instance, double seconds, int workers, int goals) {
        long warm = now(workers) + 500_000_000L;
        Assembly answer = assemble(instance);
        while (now(workers) < warm) {
            assemble(instance);
        }
        double[] times = new double[9];
        for (int i = 0; i < times.length; i++) {
            long start = now(workers);
            assemble(instance);
            times[i] = (now(workers) - start) / 1e6;
        }
        Arrays.sort(times);
        String verdict = "alone";
        String reached = "-";
        double peerMillis = 0;
        if (answer instanceof Assembly.Infeasible it) {
            verdict = seconds > 0 ? judged(instance, it, seconds) : verdict;
        } else if (seconds > 0) {
            long start = now(workers);
            List<CpSatPeer.Goal> peer =
                    new CpSatPeer(instance.pool(), instance.blueprint(), instance.request(), false)
                            .solve(seconds, workers, goals);
            peerMillis = (now(workers) - start) / 1e6;
            reached = String.valueOf(peer);
            verdict = verdict(answer, peer);
        }
        String ours =
                switch (answer) {
                    case Assembly.Assembled it -> it.report().value() + "\t" + it.report().bound();
                    case Assembly.Infeasible it ->
                            it.shortfalls().stream().map(Shortfall::demands).toList()
                                    + "\t"
                                    + it.repair();
                    case Assembly.Undecided it -> "undecided\t" + it.report().bound();
                };
        return "%s\t%s\t%s\t%s\t%.3f\t%.1f"
                .formatted(instance.name(), verdict, ours, reached, times[4], peerMillis);
    }

    /** What CP-SAT with one worker says about an answer. */
    static String verdict(InstanceFile instance, Assembly answer, double seconds) {
        if (answer instanceof Assembly.Infeasible it) {
            return judged(instance, it, seconds);
        }
        return verdict(
                answer,
                new CpSatPeer(instance.pool(), instance.blueprint(), instance.request(), false)
                        .solve(seconds, 1, 3));
    }

    private static String verdict(Assembly answer, List<CpSatPeer.Goal> peer) {
        if (!(answer instanceof Assembly.Assembled it)) {
            return peer == null ? "undecided, it: none" : "undecided, it: " + peer.size();
        }
        if (peer == null) {
            return "WRONG: it says infeasible";
        }
        if (peer.isEmpty()) {
            return "it found none";
        }
        Objective value = it.report().value();
        Objective bound = it.report().bound();
        long[] ours = {value.balance(), value.deviation(), value.exposure()};
        long[] bounds = {bound.balance(), bound.deviation(), bound.exposure()};
        for (int i = 0; i < peer.size(); i++) {
            CpSatPeer.Goal goal = peer.get(i);
            if (bounds[i] > goal.value()) {
                return "WRONG: our bound %d is above its %d".formatted(bounds[i], goal.value());
            }
            if (ours[i] > goal.value()) {
                return "worse by " + (ours[i] - goal.value());
            }
            if (ours[i] < goal.value()) {
                return goal.isProved() ? "WRONG: below its optimum" : "better";
            }
            if (!goal.isProved()) {
                return it.proved() ? "same, proved by us" : "same, open";
            }
        }
        return peer.size() < 3 ? "same as far as it got" : "same optimum";
    }

    private static String judged(InstanceFile it, Assembly.Infeasible answer, double seconds) {
        int unknown = 0;
        for (Shortfall shortfall : answer.shortfalls()) {
            var names = new HashSet<>(shortfall.demands());
            Boolean all = exists(it, names, seconds);
            if (Boolean.TRUE.equals(all)) {
                return "WRONG: no clash " + names;
            }
            unknown += all == null ? 1 : 0;
            for (String name : shortfall.demands()) {
                var rest = new HashSet<>(names);
                rest.remove(name);
                Boolean some = exists(it, rest, seconds);
                if (Boolean.FALSE.equals(some)) {
                    return "WRONG: reducible " + names + " without " + name;
                }
                unknown += some == null ? 1 : 0;
            }
        }
        if (answer.repair().isEmpty()) {
            return "no repair";
        }
        Blueprint repaired = it.blueprint().with(answer.repair());
        var names = new HashSet<String>(List.of(Names.SLOTS));
        repaired.demands().forEach(demand -> names.add(demand.name()));
        Boolean works =
                CpSatPeer.exists(
                        it.pool(), repaired, it.request().with(answer.repair()), names, seconds);
        if (Boolean.FALSE.equals(works)) {
            return "WRONG: repair does not help";
        }
        unknown += works == null ? 1 : 0;
        return unknown == 0 ? "infeasible, confirmed" : "infeasible, it left open " + unknown;
    }

    private static Boolean exists(InstanceFile it, HashSet<String> names, double seconds) {
        return CpSatPeer.exists(it.pool(), it.blueprint(), it.request(), names, seconds);
    }

    private static void summarise(List<String> lines) {
        var groups = new TreeMap<String, List<String[]>>();
        for (String line : lines) {
            String[] fields = line.split("\t");
            String group = fields[0].substring(0, fields[0].lastIndexOf('-'));
            groups.computeIfAbsent(group, unused -> new ArrayList<>()).add(fields);
        }
        for (Map.Entry<String, List<String[]>> group : groups.entrySet()) {
            var verdicts = new TreeMap<String, Integer>();
            int proved = 0;
            for (String[] f : group.getValue()) {
                verdicts.merge(f[1], 1, Integer::sum);
                proved += f[2].equals(f[3]) ? 1 : 0;
            }
            System.out.printf(
                    "%-20s %3d, proved %3d, ours %.2f ms (most %.2f), CP-SAT %.0f ms, ratio %.0f"
                            + " %s%n",
                    group.getKey(),
                    group.getValue().size(),
                    proved,
                    median(group.getValue(), f -> Double.parseDouble(f[5])),
                    group.getValue().stream()
                            .mapToDouble(f -> Double.parseDouble(f[5]))
                            .max()
                            .orElse(0),
                    median(group.getValue(), f -> Double.parseDouble(f[6])),
                    median(
                            group.getValue(),
                            f -> Double.parseDouble(f[6]) / Double.parseDouble(f[5])),
                    verdicts);
        }
    }

    private static double median(
            List<String[]> lines, java.util.function.ToDoubleFunction<String[]> of) {
        double[] values = lines.stream().mapToDouble(of).sorted().toArray();
        return values[values.length / 2];
    }
}
