package org.interviewplanner.bank;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.commonmark.parser.Parser;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Reading banks beside a bare CommonMark parse of the same documents; {@code bank} is to take at most four times as long
 * as {@code bare}.
 *
 * <p>Run from the project's root, with {@code INTERVIEWPLANNER_CORPUS} naming a folder of Markdown documents:
 *
 * <pre>{@code
 * mvn -P bench -pl planner-core test-compile exec:exec
 * }</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
public class ParseBenchmark {
    private final List<String> documents = new ArrayList<>();
    private final Parser bare = Parser.builder().build();
    private final BankParser bank = new BankParser();

    /** Reads the documents. */
    @Setup
    public void readDocuments() throws IOException {
        var folder = Path.of(Objects.requireNonNull(System.getenv("INTERVIEWPLANNER_CORPUS"), "INTERVIEWPLANNER_CORPUS"));
        try (var files = Files.list(Files.isDirectory(folder.resolve("dev")) ? folder.resolve("dev") : folder)) {
            for (var file : files.filter(it -> it.toString().endsWith(".md")).sorted().toList()) {
                documents.add(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
        }
    }

    /** All documents, as CommonMark. */
    @Benchmark
    public void bare(Blackhole hole) {
        documents.forEach(it -> hole.consume(bare.parse(it)));
    }

    /** All documents, as banks. */
    @Benchmark
    public void bank(Blackhole hole) {
        documents.forEach(it -> hole.consume(bank.parse(it)));
    }
}
