package org.interviewplanner.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The jar as it ships, as a process on a data folder, always on the same port. */
final class Product implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Pattern SETUP = Pattern.compile("http://localhost:\\d+/setup/\\S+");
    private static final Pattern READY = Pattern.compile("Started Application in .*");

    private final Path data;
    private final int port;
    private final ConcurrentLinkedQueue<String> said = new ConcurrentLinkedQueue<>();
    private Process process;

    Product(Path data) throws IOException {
        this.data = data;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        start();
    }

    /** Starts it (again) and waits until it answers. */
    void start() throws IOException {
        said.clear();
        process =
                new ProcessBuilder(
                                new ArrayList<>(
                                        List.of(
                                                Path.of(
                                                                System.getProperty("java.home"),
                                                                "bin",
                                                                "java")
                                                        .toString(),
                                                "-Xmx768m",
                                                "-jar",
                                                System.getProperty("planner.jar"),
                                                "--port",
                                                String.valueOf(port),
                                                "--data",
                                                data.toString())))
                        .redirectErrorStream(true)
                        .start();
        var running = process;
        Thread.ofPlatform()
                .daemon()
                .start(() -> {
                    try (var lines = running.inputReader()) {
                        lines.lines().forEach(said::add);
                    } catch (IOException | UncheckedIOException ended) {
                        said.add(String.valueOf(ended));
                    }
                });
        await(READY);
    }

    String address(String path) {
        return "http://localhost:" + port + "/" + path;
    }

    /** The link that the first start prints. */
    String setupLink() {
        return await(SETUP);
    }

    /** As a power cut would. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(30, TimeUnit.SECONDS);
    }

    private String await(Pattern pattern) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            for (var line : said) {
                var found = pattern.matcher(line);
                if (found.find()) {
                    return found.group();
                }
            }
            if (!process.isAlive()) {
                break;
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        throw new AssertionError(
                "The product did not say %s, but:%n%s".formatted(pattern, String.join("\n", said)));
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
