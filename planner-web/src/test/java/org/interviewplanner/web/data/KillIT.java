package org.interviewplanner.web.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills Java and PostgreSQL in the middle of writing, again and again. The long campaign is {@code
 * -Dplanner.kill.rounds=20}.
 */
class KillIT {

    private static final int ROUNDS = Integer.getInteger("planner.kill.rounds", 3);

    private final Random random = new Random(42);
    private final Set<UUID> acknowledged = new HashSet<>();

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void losesNoAcknowledgedRow(@TempDir Path parent) throws Exception {
        var folder = parent.resolve("data");

        for (var round = 0; round < ROUNDS; round++) {
            var writer = startWriter(folder);
            try (var lines = writer.inputReader()) {
                read(lines, 200 + random.nextInt(800));
                var server = server(folder);
                killHard(server);
                // Only after the database is back do new rows come.
                read(lines, 4 + 200 + random.nextInt(800));
                assertThat(server.isAlive()).isFalse();

                var orphan = server(folder);
                assertThat(orphan.pid()).isNotEqualTo(server.pid());
                // Not through Process: that would close the pipe with the last acknowledgements.
                writer.toHandle().destroyForcibly();
                if (round % 3 == 1) {
                    killHard(orphan);
                }
                readToTheEnd(lines);
                if (round % 3 == 2) {
                    // The machine went down: both at once, and the number goes to somebody else.
                    killHard(orphan);
                    writePid(folder, ProcessHandle.current().pid());
                }
            } finally {
                writer.destroyForcibly();
            }
        }

        try (var database = EmbeddedDatabase.start(folder)) {
            var kept = kept(database);
            System.out.printf(
                    "KillIT: %d rounds, %d rows acknowledged, %d kept, %d lost%n",
                    ROUNDS, acknowledged.size(), kept.size(), lost(kept));
            assertThat(acknowledged).hasSizeGreaterThan(ROUNDS * 400);
            assertThat(lost(kept)).isZero();
        }
        assertThat(folder.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    private long lost(Set<UUID> kept) {
        return acknowledged.stream().filter(it -> !kept.contains(it)).count();
    }

    private static Set<UUID> kept(EmbeddedDatabase database) throws Exception {
        var kept = new HashSet<UUID>();
        var access = database.access();
        try (var connection =
                        DriverManager.getConnection(
                                access.url(), access.user(), access.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select id from kept")) {
            while (rows.next()) {
                kept.add(rows.getObject(1, UUID.class));
            }
        }
        return kept;
    }

    private static Process startWriter(Path folder) throws IOException {
        return new ProcessBuilder(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                RowWriter.class.getName(),
                                folder.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private void read(BufferedReader lines, int rows) throws IOException {
        for (var row = 0; row < rows; ) {
            var line = lines.readLine();
            assertThat(line).as("the writer has ended").isNotNull();
            row += remember(line) ? 1 : 0;
        }
    }

    private void readToTheEnd(BufferedReader lines) throws IOException {
        for (String line; (line = lines.readLine()) != null; ) {
            remember(line);
        }
    }

    /** Other lines are log lines, and a killed process leaves half a line. */
    private boolean remember(String line) {
        return line.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                && acknowledged.add(UUID.fromString(line));
    }

    static ProcessHandle server(Path folder) throws IOException {
        var pid = Files.readAllLines(folder.resolve("postgres/postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }

    static void writePid(Path folder, long pid) throws IOException {
        var file = folder.resolve("postgres/postmaster.pid");
        Files.writeString(file, Files.readString(file).replaceFirst("^\\d+", Long.toString(pid)));
    }

    /** The server with all its children, the last word of every process. */
    static void killHard(ProcessHandle server) throws Exception {
        var children = server.descendants().toList();
        server.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        server.onExit().get(30, TimeUnit.SECONDS);
    }
}
