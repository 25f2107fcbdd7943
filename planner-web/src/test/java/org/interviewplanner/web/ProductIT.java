package org.interviewplanner.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The jar as it ships, as a process. */
class ProductIT {

    /** The last that a first start says before it serves. */
    private static final Pattern PORT = Pattern.compile("Open http://localhost:(\\d+)/setup/");

    private final List<Process> started = new ArrayList<>();
    private final ConcurrentLinkedQueue<String> said = new ConcurrentLinkedQueue<>();

    @AfterEach
    void endWhatIsLeft() throws InterruptedException {
        for (var process : started) {
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void findsItsKilledDatabaseAgainAndTakesItAlongAtTheEnd(@TempDir Path parent) throws Exception {
        var folder = parent.resolve("data");
        var product = start("--port", "0", "--data", folder.toString());
        var port = port(product);
        awaitUp(port);
        var server = server(folder);

        server.destroyForcibly();

        server.onExit().get(30, TimeUnit.SECONDS);
        awaitUp(port);
        var next = server(folder);
        assertThat(next.pid()).isNotEqualTo(server.pid());

        product.destroy();

        assertThat(product.waitFor(60, TimeUnit.SECONDS)).isTrue();
        // Its last act is to remove its pid file; that it is gone the system may say a moment
        // later.
        next.onExit().get(30, TimeUnit.SECONDS);
        assertThat(folder.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void saysInOneSentenceThatAnExternalDatabaseIsNotThere() throws Exception {
        var product =
                start(
                        "--port",
                        "0",
                        "--database",
                        "jdbc:postgresql://127.0.0.1:1/planner?user=a&password=b");

        var lines = product.inputReader().lines().toList();

        assertThat(product.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(product.exitValue()).isEqualTo(1);
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst())
                .startsWith(
                        "The database (jdbc:postgresql://127.0.0.1:1/planner) does not let a in");
    }

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void saysInOneSentenceThatItsPortIsTaken(@TempDir Path parent) throws Exception {
        try (var taken = new ServerSocket(0)) {
            var folder = parent.resolve("data");
            var product =
                    start(
                            "--port",
                            String.valueOf(taken.getLocalPort()),
                            "--data",
                            folder.toString());

            var lines = product.inputReader().lines().toList();

            assertThat(product.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(product.exitValue()).isEqualTo(1);
            assertThat(lines).hasSize(2);
            assertThat(lines.getFirst())
                    .startsWith("The port (%d) cannot be opened".formatted(taken.getLocalPort()));
            assertThat(folder).doesNotExist();
        }
    }

    private Process start(String... options) throws IOException {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-jar",
                                System.getProperty("planner.jar")));
        command.addAll(List.of(options));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        started.add(process);
        return process;
    }

    /** Waits until the product listens; goes on reading what it says, so that it can go on too. */
    private int port(Process product) throws IOException {
        var lines = product.inputReader();
        for (String line; (line = lines.readLine()) != null; ) {
            said.add(line);
            var found = PORT.matcher(line);
            if (found.find()) {
                Thread.ofPlatform().daemon().start(() -> readOn(lines));
                return Integer.parseInt(found.group(1));
            }
        }
        throw new AssertionError("The product has ended:\n" + String.join("\n", said));
    }

    private void readOn(BufferedReader lines) {
        lines.lines().forEach(said::add);
    }

    private static void awaitUp(int port) throws Exception {
        for (var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
                !health(port).contains("\"UP\""); ) {
            assertThat(System.nanoTime()).as("still down").isLessThan(end);
            Thread.sleep(100);
        }
    }

    private static String health(int port) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(
                                            URI.create(
                                                    "http://localhost:%d/actuator/health"
                                                            .formatted(port)))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    private static ProcessHandle server(Path folder) throws IOException {
        var pid = Files.readAllLines(folder.resolve("postgres/postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }
}
