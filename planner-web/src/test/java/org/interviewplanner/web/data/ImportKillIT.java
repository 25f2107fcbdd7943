package org.interviewplanner.web.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.interviewplanner.web.bank.ImportWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills Java and PostgreSQL in the middle of a large import: nothing of it is stored, or all. The
 * long campaign is {@code -Dplanner.kill.rounds=20}.
 */
class ImportKillIT {
    private static final int ROUNDS = Math.max(1, Integer.getInteger("planner.kill.rounds", 3) / 3);
    private static final int QUESTIONS = 2_000;
    private static final int LEAST_MILLIS = 100;
    private static final int MOST_MILLIS = 1_200;

    private final Random random = new Random(7);

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void storesAnImportWholeOrNotAtAll(@TempDir Path parent) throws Exception {
        var folder = parent.resolve("data");
        for (var round = 0; round < ROUNDS; round++) {
            var team = UUID.randomUUID().toString();
            var stored = cut(folder, team, round % 2 == 1);
            var rows = rows(folder, team);
            System.out.printf("round %d: stored %b, %s%n", round, stored, rows);
            if (stored || rows.get("question") > 0) {
                assertThat(rows)
                        .containsEntry("question", QUESTIONS)
                        .containsEntry("revision", QUESTIONS)
                        .containsEntry("question_source", QUESTIONS)
                        .containsEntry("import_change", QUESTIONS)
                        .containsEntry("section", QUESTIONS / 100)
                        .containsEntry("section_proposal", 1)
                        .containsEntry("bank_import", 1);
                assertThat(rows.get("question_pair")).isPositive();
            } else {
                assertThat(rows.values()).containsOnly(0);
            }
        }
    }

    /** Whether the import was said to be stored before everything was dead. */
    private boolean cut(Path folder, String team, boolean javaFirst) throws Exception {
        var writer = start(folder, team, String.valueOf(QUESTIONS));
        var stored = false;
        try (var lines = writer.inputReader()) {
            for (var line = lines.readLine(); !"READY".equals(line); line = lines.readLine()) {
                assertThat(line).as("the writer has ended").isNotNull();
            }
            Thread.sleep(random.nextInt(LEAST_MILLIS, MOST_MILLIS));
            var server = KillIT.server(folder);
            if (javaFirst) {
                writer.toHandle().destroyForcibly();
                KillIT.killHard(server);
            } else {
                KillIT.killHard(server);
                writer.toHandle().destroyForcibly();
            }
            for (String line; (line = lines.readLine()) != null; ) {
                stored |= line.equals("STORED");
            }
        } finally {
            writer.destroyForcibly();
        }
        return stored;
    }

    private static Map<String, Integer> rows(Path folder, String team) throws Exception {
        var rows = new HashMap<String, Integer>();
        var counter = start(folder, team);
        try (var lines = counter.inputReader()) {
            for (String line; (line = lines.readLine()) != null && !"COUNTED".equals(line); ) {
                if (line.matches("[a-z_]+ \\d+")) {
                    var parts = line.split(" ");
                    rows.put(parts[0], Integer.valueOf(parts[1]));
                }
            }
        } finally {
            counter.destroyForcibly();
            counter.waitFor();
            KillIT.killHard(KillIT.server(folder));
        }
        assertThat(rows).as("counted").hasSize(8);
        return rows;
    }

    private static Process start(Path folder, String... arguments) throws IOException {
        var command =
                new java.util.ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                ImportWriter.class.getName(),
                                folder.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }
}
