package org.interviewplanner.assembly;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.LongSupplier;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.ObjectMapper;

/**
 * Assembles every instance of a folder and writes one result file each.
 *
 * <pre>{@code
 * mvn -q -pl planner-core test-compile exec:java@assembly -Dexec.args="INSTANCE_FOLDER RESULT_FOLDER"
 * }</pre>
 *
 * <p>{@code millis} is the median of nine solves after two seconds of warm-up (system property
 * {@code warmup} in milliseconds; 0 solves once), reading the file and indexing the pool excluded.
 * {@code first_millis} is the first solve of a JVM of its own, started for each instance ({@code
 * -Dfresh=false} takes the instance's first solve in this JVM instead).
 *
 * <p>Exposures above {@value PoolQuestion#MAX_EXPOSURE} are refused: up to there every sum over
 * {@value AssemblyRequest#MAX_SETS} sets of {@value Blueprint#MAX_SLOTS} questions, and every bound
 * in scaled whole numbers, stays within 64 bits.
 */
public final class AssemblyRunner {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Nanoseconds from any start; a shared machine may count the thread's own time instead. */
    static LongSupplier clock = System::nanoTime;

    private AssemblyRunner() {}

    /** Runs; the arguments are the instance folder and the result folder. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 1) {
            System.out.println(solve(InstanceFile.read(Path.of(arguments[0]))));
            return;
        }
        Path results = Files.createDirectories(Path.of(arguments[1]));
        long warmUp = Long.getLong("warmup", 2_000);
        try (var files = Files.list(Path.of(arguments[0]))) {
            for (Path file :
                    files.filter(it -> it.toString().endsWith(".json")).sorted().toList()) {
                Map<String, Object> result = run(file, warmUp);
                Files.write(results.resolve(file.getFileName()), JSON.writeValueAsBytes(result));
                System.out.printf(
                        "%-28s %-10s proved=%s %s of %s, %s ms, first %s ms%n",
                        file.getFileName().toString().replace(".json", ""),
                        result.get("outcome"),
                        result.get("proved"),
                        Arrays.asList(
                                result.get("balance"),
                                result.get("deviation"),
                                result.get("exposure")),
                        result.get("bounds"),
                        result.get("millis"),
                        result.get("first_millis"));
            }
        }
    }

    private static Map<String, Object> run(Path file, long warmUp) throws IOException {
        InstanceFile instance = InstanceFile.read(file);
        var assembler = new Assembler();
        long start = clock.getAsLong();
        Assembly answer =
                assembler.assemble(instance.pool(), instance.blueprint(), instance.request());
        double here = (clock.getAsLong() - start) / 1e6;
        boolean isFresh = Boolean.parseBoolean(System.getProperty("fresh", "true"));
        double first = isFresh ? fresh(file) : here;
        double median = here;
        if (warmUp > 0) {
            long end = clock.getAsLong() + warmUp * 1_000_000;
            while (clock.getAsLong() < end) {
                assembler.assemble(instance.pool(), instance.blueprint(), instance.request());
            }
            double[] times = new double[9];
            for (int i = 0; i < 9; i++) {
                long from = clock.getAsLong();
                assembler.assemble(instance.pool(), instance.blueprint(), instance.request());
                times[i] = (clock.getAsLong() - from) / 1e6;
            }
            Arrays.sort(times);
            median = times[4];
        }
        Map<String, Object> result = result(instance, answer);
        result.put("millis", Math.round(median * 1000) / 1000.0);
        result.put("first_millis", Math.round(first * 1000) / 1000.0);
        return result;
    }

    private static double solve(InstanceFile instance) {
        long start = clock.getAsLong();
        new Assembler().assemble(instance.pool(), instance.blueprint(), instance.request());
        return (clock.getAsLong() - start) / 1e6;
    }

    /** Solves in a JVM of its own, on the class path of this one. */
    private static double fresh(Path file) throws IOException {
        var path = new StringJoiner(File.pathSeparator);
        for (Class<?> type :
                List.of(
                        AssemblyRunner.class,
                        Assembler.class,
                        ObjectMapper.class,
                        JsonParser.class,
                        JsonProperty.class)) {
            path.add(
                    Path.of(
                                    URI.create(
                                            type.getProtectionDomain()
                                                    .getCodeSource()
                                                    .getLocation()
                                                    .toString()))
                            .toString());
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process =
                new ProcessBuilder(
                                java,
                                "-cp",
                                path.toString(),
                                AssemblyRunner.class.getName(),
                                file.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (var reader = process.inputReader()) {
            String millis = reader.readLine();
            if (millis == null) {
                throw new IOException("A fresh JVM (%s) gave no time.".formatted(java));
            }
            return Double.parseDouble(millis);
        }
    }

    static Map<String, Object> result(InstanceFile instance, Assembly answer) {
        var result = new LinkedHashMap<String, Object>();
        switch (answer) {
            case Assembly.Assembled it -> {
                Objective value = it.report().value();
                Objective bound = it.report().bound();
                boolean open =
                        instance.name().startsWith("overlap")
                                || instance.name().startsWith("planted");
                result.put("outcome", "assembled");
                result.put(
                        "proved",
                        it.proved()
                                || (open
                                        && value.balance() == bound.balance()
                                        && value.deviation() == bound.deviation()));
                result.put("sets", it.sets().stream().map(InterviewSet::questions).toList());
                result.put("balance", value.balance());
                result.put("deviation", value.deviation());
                result.put("exposure", value.exposure());
                result.put("bounds", bounds(bound));
                result.put("work", it.report().work());
            }
            case Assembly.Infeasible it -> {
                result.put("outcome", "infeasible");
                var shortfalls = new ArrayList<Map<String, Object>>();
                for (Shortfall s : it.shortfalls()) {
                    var shortfall = new LinkedHashMap<String, Object>();
                    shortfall.put("demands", s.demands());
                    shortfall.put("have", s.have());
                    shortfall.put("need", s.need());
                    shortfall.put("message", s.message());
                    shortfalls.add(shortfall);
                }
                result.put("shortfalls", shortfalls);
                result.put(
                        "repair",
                        it.repair().stream()
                                .map(r ->
                                        Map.of(
                                                "demand",
                                                r.demand(),
                                                "min",
                                                r.min(),
                                                "max",
                                                r.max()))
                                .toList());
            }
            case Assembly.Undecided it -> {
                result.put("outcome", "undecided");
                result.put("work", it.report().work());
                result.put("bounds", bounds(it.report().bound()));
            }
        }
        return result;
    }

    private static Map<String, Object> bounds(Objective bound) {
        var bounds = new LinkedHashMap<String, Object>();
        bounds.put("balance", bound.balance());
        bounds.put("deviation", bound.deviation());
        bounds.put("exposure", bound.exposure());
        return bounds;
    }
}
