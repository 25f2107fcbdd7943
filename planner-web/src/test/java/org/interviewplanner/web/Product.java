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
public final class Product implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Pattern SETUP = Pattern.compile("http://localhost:\\d+/setup/\\S+");
    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final Pattern READY = Pattern.compile("Started Application in .*");

    /** What the second compiler would gain a short run does not earn back. */
    private static final List<String> SHORT_RUN = List.of("-XX:TieredStopAtLevel=1");

    private final List<String> machine;
    private final List<String> options;
    private final int port;
    private final ConcurrentLinkedQueue<String> said = new ConcurrentLinkedQueue<>();
    private Process process;

    /** Starts it on a data folder. */
    public Product(Path data) throws IOException {
        this(List.of("--data", data.toString()));
    }

    /** Starts it with options of the command line; the port is ours to choose. */
    public Product(List<String> options) throws IOException {
        this(SHORT_RUN, options);
    }

    private Product(List<String> machine, List<String> options) throws IOException {
        this.machine = machine;
        this.options = List.copyOf(options);
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        start();
    }

    /** Starts it on a data folder as fast as it gets, once it is warm: for measuring. */
    public static Product atFullSpeed(Path data) throws IOException {
        return new Product(List.of(), List.of("--data", data.toString()));
    }

    /** Starts it (again) and waits until it answers. */
    public void start() throws IOException {
        said.clear();
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx1g",
                                "-XX:+UseSerialGC"));
        command.addAll(machine);
        command.addAll(
                List.of("-jar", System.getProperty("planner.jar"), "--port", String.valueOf(port)));
        command.addAll(options);
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
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

    public String address(String path) {
        return "http://localhost:" + port + "/" + path;
    }

    /** The link that the first start prints. */
    String setupLink() {
        return await(SETUP);
    }

    public int port() {
        return port;
    }

    /** The processor time it has taken so far, without that of its database. */
    public Duration processorTime() {
        return process.toHandle().info().totalCpuDuration().orElseThrow();
    }

    /** As a power cut would. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(30, TimeUnit.SECONDS);
    }

    /** Bytes of heap in use after a collection. */
    long heap() throws IOException, InterruptedException {
        jcmd("GC.run");
        long used = 0;
        for (var line : jcmd("GC.heap_info").split("\n")) {
            var found = USED.matcher(line);
            if (!line.contains("etaspace") && !line.contains("class space") && found.find()) {
                used += 1024 * Long.parseLong(found.group(1));
            }
        }
        return used;
    }

    private String jcmd(String command) throws IOException, InterruptedException {
        var jcmd =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                                String.valueOf(process.pid()),
                                command)
                        .redirectErrorStream(true)
                        .start();
        var said = new String(jcmd.getInputStream().readAllBytes());
        jcmd.waitFor();
        return said;
    }

    /** Waits until it says such a thing, and gives the last group of it. */
    String await(Pattern pattern) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            for (var line : said) {
                var found = pattern.matcher(line);
                if (found.find()) {
                    return found.group(found.groupCount());
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
