package org.interviewplanner.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads real documents with known truth, if there are any on this machine.
 *
 * <p>{@code INTERVIEWPLANNER_CORPUS} names a folder with {@code NAME.md}, {@code NAME.truth.json}
 * and, there or above, {@code score.py}; {@code INTERVIEWPLANNER_SEED} a folder with one such pair.
 * {@code -Dcorpus.cuts=2000} makes the damage test a campaign: so many cuts and so many damaged
 * copies of each document.
 *
 * <pre>{@code
 * mvn -pl planner-core test -Dtest=CorpusTest#survivesCutsAndFlippedBytes -Dcorpus.cuts=2000
 * }</pre>
 */
class CorpusTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int CUTS = Integer.getInteger("corpus.cuts", 50);

    /** Of processor time, for each damaged document. */
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

    @Test
    void readsTheCorpusAboveTheFloor(@TempDir Path out) throws Exception {
        var corpus = documents("INTERVIEWPLANNER_CORPUS");

        var macro = score(corpus, out).get("macro");

        assertThat(macro.get("F1").asDouble()).as("F1").isGreaterThanOrEqualTo(0.995);
        assertThat(macro.get("sec").asDouble()).as("paths").isGreaterThanOrEqualTo(0.995);
        assertThat(macro.get("done").asDouble()).as("done").isGreaterThanOrEqualTo(0.995);
        assertThat(macro.get("diff").asDouble()).as("difficulty").isGreaterThanOrEqualTo(0.995);
        assertThat(macro.get("ans").asDouble()).as("answers").isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void findsNothingWhereThereIsNothing(@TempDir Path out) throws Exception {
        var corpus = documents("INTERVIEWPLANNER_CORPUS");

        for (var file : score(corpus, out).get("files")) {
            if (file.get("N").asInt() == 0) {
                assertThat(file.get("got").asInt()).isZero();
            }
        }
    }

    @Test
    void readsTheSeedExactly(@TempDir Path out) throws Exception {
        var seed = documents("INTERVIEWPLANNER_SEED");

        var file = score(seed, out).get("files").iterator().next();

        assertThat(file.get("F1").asDouble()).as("F1").isEqualTo(1);
        assertThat(file.get("sec").asDouble()).as("paths").isEqualTo(1);
        assertThat(file.get("done").asDouble()).as("done").isEqualTo(1);
        assertThat(file.get("rev").get(2).asDouble()).as("re-wordings").isEqualTo(1);
        assertThat(file.get("rev_target").asDouble()).as("re-worded questions").isEqualTo(1);
        assertThat(file.get("prop").get(2).asDouble()).as("section proposals").isEqualTo(1);
    }

    @Test
    void survivesCutsAndFlippedBytes() throws Exception {
        var random = new Random(20_261_122);
        int documents = 0;
        long slowest = 0;
        for (var document : markdown(documents("INTERVIEWPLANNER_CORPUS"))) {
            var bytes = Files.readAllBytes(document);
            new BankParser().parse(new String(bytes, StandardCharsets.UTF_8));
            for (int i = 0; i < CUTS; i++) {
                slowest = Math.max(slowest, parse(bytes, random.nextInt(bytes.length + 1)));
                var damaged = bytes.clone();
                for (int flip = 0; flip < 20; flip++) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                }
                slowest = Math.max(slowest, parse(damaged, damaged.length));
                documents += 2;
            }
        }
        System.out.printf(
                "%,d damaged documents read, the slowest in %d ms of processor time%n",
                documents, Duration.ofNanos(slowest).toMillis());
        assertThat(Duration.ofNanos(slowest)).isLessThanOrEqualTo(LIMIT);
    }

    @Test
    void changesNothingWhenADocumentComesTwice() throws Exception {
        for (var document : markdown(documents("INTERVIEWPLANNER_CORPUS"))) {
            var bank = new BankParser().parse(CorpusRunner.read(document));
            var stored = new java.util.ArrayList<StoredQuestion>();
            for (int i = 0; i < bank.questions().size(); i++) {
                var question = bank.questions().get(i);
                stored.add(
                        new StoredQuestion(
                                "q" + i,
                                question.key(),
                                question.section(),
                                i,
                                question.wording(),
                                List.of()));
            }
            var diff = BankDiff.between(bank, stored);
            assertThat(diff.count(BankDiff.Unchanged.class))
                    .as(document.toString())
                    .isEqualTo(bank.questions().size());
            assertThat(diff.missing()).isEmpty();
        }
    }

    /** Nanoseconds of processor time that reading took. */
    private static long parse(byte[] bytes, int length) {
        var text = new String(bytes, 0, length, StandardCharsets.UTF_8);
        long begin = PROCESSOR.getCurrentThreadCpuTime();
        new BankParser().parse(text);
        return PROCESSOR.getCurrentThreadCpuTime() - begin;
    }

    private static Path documents(String variable) {
        var value = System.getenv(variable);
        if (value == null || value.isBlank()) {
            System.out.println(variable + " is not set: the documents it would name are not read.");
        }
        assumeTrue(value != null && !value.isBlank(), variable + " is not set.");
        var folder = Path.of(value);
        return Files.isDirectory(folder.resolve("dev")) ? folder.resolve("dev") : folder;
    }

    private static List<Path> markdown(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(it ->
                            Files.exists(
                                            Path.of(
                                                    it.toString()
                                                            .replaceFirst("\\.md$", ".truth.json")))
                                    && it.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    private static JsonNode score(Path folder, Path out) throws Exception {
        CorpusRunner.main(new String[] {folder.toString(), out.toString()});
        var result = out.resolve("score.txt");
        var process =
                new ProcessBuilder(
                                "python3",
                                scorer(folder).toString(),
                                folder.toString(),
                                out.toString(),
                                "--json",
                                result.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(out.resolve("score.log").toFile())
                        .start();
        assertThat(process.waitFor()).as(Files.readString(out.resolve("score.log"))).isZero();
        System.out.println(Files.readString(out.resolve("score.log")));
        return JSON.readTree(Files.readString(result));
    }

    /** The scorer stands with the documents, above them, or with the corpus. */
    private static Path scorer(Path folder) {
        for (var place :
                new Path[] {folder, folder.resolveSibling("."), folder.resolveSibling("corpus")}) {
            var scorer = place.resolve("score.py").normalize();
            if (Files.exists(scorer)) {
                return scorer;
            }
        }
        System.out.println("score.py is not beside the documents: they are not scored.");
        throw new TestAbortedException("score.py is not beside " + folder);
    }
}
