package org.interviewplanner.web.data;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL's own server process over one data folder: made, started, found again, stopped. It
 * outlives this process if that is killed, and is therefore always looked up by its pid file.
 */
final class Postmaster {

    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);

    static final String SUPERUSER = "postgres";

    /** After a kill the children of the old server need a moment to see that it is gone. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** What the log says if trying again will help. */
    private static final List<String> PASSING_TROUBLES =
            List.of(
                    "pre-existing shared memory block",
                    "lock file \"postmaster.pid\" already exists",
                    "is another postmaster",
                    "could not bind");

    /** Long enough to replay a long journal after a crash, in seconds. */
    private static final String START_SECONDS = "300";

    private static final String STOP_SECONDS = "30";

    private final DataFolder folder;
    private final Path cache;
    private int port;

    Postmaster(DataFolder folder, Path cache) {
        this.folder = folder;
        this.cache = cache;
    }

    /** The port on the loopback address; the same after a restart, so that the pool finds back. */
    int port() {
        return port;
    }

    /** Makes the files of a new database server unless they are there. */
    void create(Secrets secrets) throws IOException {
        var version = folder.cluster().resolve("PG_VERSION");
        if (Files.exists(version)) {
            var binaries = PostgresBinaries.unpackedIn(cache);
            var made = Files.readString(version).strip();
            var sample = Files.readString(binaries.resolve("share/postgresql/postgres.bki"));
            if (!sample.startsWith("# PostgreSQL " + made + "\n")
                    && !sample.startsWith("# PostgreSQL " + made + "\r")) {
                throw new CannotStartException(
                        """
                        The data folder (%s) was made by PostgreSQL %s, this build brings another \
                        version.
                        Maybe start the build that made it, or move the data with pg_dump.\
                        """
                                .formatted(folder.path(), made));
            }
            return;
        }
        // A start that was killed half-way leaves only the draft.
        var draft = folder.path().resolve("postgres.draft");
        DataFolder.erase(draft);
        var secret = folder.path().resolve("superuser.draft");
        DataFolder.writePrivately(secret, secrets.superuser() + "\n");
        try {
            var outcome =
                    run(
                            "initdb",
                            "--pgdata=" + draft,
                            "--username=" + SUPERUSER,
                            "--pwfile=" + secret,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            // The same order of letters on every machine, whatever it has
                            // installed.
                            "--locale=C",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8");
            if (outcome.code() != 0) {
                throw failed("made", outcome.output());
            }
        } finally {
            Files.deleteIfExists(secret);
        }
        Files.move(draft, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Starts the server and returns when it takes connections. One left over from a killed process
     * is stopped first.
     */
    void start() throws IOException, InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        var published = port != 0;
        while (true) {
            stopOrphan();
            if (!published) {
                port = freePort();
            }
            configure();
            var spokenBefore = size(folder.log());
            var outcome =
                    run(
                            "pg_ctl",
                            "start",
                            "--wait",
                            "--timeout=" + START_SECONDS,
                            "--silent",
                            "--pgdata=" + folder.cluster(),
                            "--log=" + folder.log());
            if (outcome.code() == 0) {
                return;
            }
            var said = saidSince(spokenBefore);
            if (PASSING_TROUBLES.stream().noneMatch(said::contains) || System.nanoTime() > end) {
                throw failed("started", said.isBlank() ? outcome.output() : said);
            }
            LOG.debug("PostgreSQL is not ready to start again: {}", said);
            Thread.sleep(200);
        }
    }

    /** Whether the server process lives. */
    boolean isAlive() {
        return process().isPresent();
    }

    /** Ends the server: running statements are cancelled, everything acknowledged is on disk. */
    void stop() throws IOException {
        if (process().isEmpty()) {
            return;
        }
        if (stop("fast") != 0 && process().isPresent()) {
            LOG.warn("PostgreSQL does not stop; it is stopped the hard way");
            stop("immediate");
        }
    }

    private int stop(String mode) throws IOException {
        return run(
                        "pg_ctl",
                        "stop",
                        "--wait",
                        "--timeout=" + STOP_SECONDS,
                        "--silent",
                        "--mode=" + mode,
                        "--pgdata=" + folder.cluster())
                .code();
    }

    /** Stops a server that a killed process left over this folder. */
    void stopOrphan() throws IOException {
        var pid = writtenPid();
        if (pid.isEmpty()) {
            return;
        }
        if (process().isPresent()) {
            LOG.info("Stopping the database (process {}) of a killed run", pid.getAsLong());
            stop();
        } else {
            // After a reboot the number may belong to anybody, and PostgreSQL would not start.
            Files.deleteIfExists(pidFile());
        }
    }

    /** The process behind the pid file, if it lives and is really a server over this folder. */
    private Optional<ProcessHandle> process() {
        try {
            var pid = writtenPid();
            return pid.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(pid.getAsLong())
                            .filter(ProcessHandle::isAlive)
                            .filter(it -> !isZombie(it))
                            .filter(this::isOurs);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private boolean isOurs(ProcessHandle process) {
        var command = process.info().command();
        if (command.isPresent()
                && !Path.of(command.get()).getFileName().toString().startsWith("postgres")) {
            return false;
        }
        // Some systems tell no arguments; then the name must do.
        return process.info()
                .arguments()
                .map(it -> Arrays.asList(it).contains(folder.cluster().toString()))
                .orElse(true);
    }

    /** In containers nobody may collect a dead orphan: it still has a process id. */
    private static boolean isZombie(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/stat")).contains(") Z ");
        } catch (IOException e) {
            return false; // no Linux, or just gone
        }
    }

    private OptionalLong writtenPid() throws IOException {
        try (var lines = Files.lines(pidFile())) {
            return lines.limit(1).mapToLong(it -> Long.parseLong(it.strip())).findFirst();
        } catch (NoSuchFileException | NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    private Path pidFile() {
        return folder.cluster().resolve("postmaster.pid");
    }

    /** Written at each start: what a visitor changes here does not last, and cannot open a door. */
    private void configure() throws IOException {
        DataFolder.writePrivately(
                folder.cluster().resolve("postgresql.conf"),
                """
                # Written by the interview planner at each start.
                # No acknowledged row may be lost, whoever is killed:
                fsync = on
                synchronous_commit = on
                full_page_writes = on
                # Nobody from outside:
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                password_encryption = 'scram-sha-256'
                max_connections = 60
                shared_buffers = 128MB
                timezone = 'UTC'
                log_timezone = 'UTC'
                log_min_messages = warning
                lc_messages = 'C'
                """
                        .formatted(port));
        DataFolder.writePrivately(
                folder.cluster().resolve("pg_hba.conf"),
                """
                # Written by the interview planner at each start.
                host all all 127.0.0.1/32 scram-sha-256
                """);
    }

    private static int freePort() throws IOException {
        try (var socket =
                new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.getLocalPort();
        }
    }

    private static long size(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    private String saidSince(long position) throws IOException {
        if (!Files.exists(folder.log())) {
            return "";
        }
        try (var file = new RandomAccessFile(folder.log().toFile(), "r")) {
            file.seek(Math.min(position, file.length()));
            var bytes = new byte[(int) Math.min(file.length() - file.getFilePointer(), 1 << 16)];
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private CannotStartException failed(String what, String said) {
        var reason =
                said.lines()
                        .map(String::strip)
                        .filter(it -> it.contains("FATAL:") || it.contains("error:"))
                        .findFirst()
                        .or(() ->
                                said.lines()
                                        .map(String::strip)
                                        .filter(it -> !it.isEmpty())
                                        .reduce((a, b) -> b))
                        .orElse("it gave no reason");
        return new CannotStartException(
                """
                The database in the data folder (%s) could not be %s: %s
                Maybe its disk is full; PostgreSQL's own words are in %s.\
                """
                        .formatted(folder.path(), what, reason, folder.log()));
    }

    private record Outcome(int code, String output) {}

    /** Runs one of PostgreSQL's programs to its end. */
    private Outcome run(String program, String... arguments) throws IOException {
        var binaries = PostgresBinaries.unpackedIn(cache);
        var command = new ArrayList<String>();
        if (isRoot()) {
            // PostgreSQL refuses root; in a user namespace of its own it is nobody, and still
            // owns its files.
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(binaries.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        // A file, because on Windows the server would inherit a pipe and keep it open for ever.
        var output = Files.createTempFile(folder.path(), program, ".out");
        try {
            var builder =
                    new ProcessBuilder(command)
                            .directory(folder.path().toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile());
            var environment = builder.environment();
            environment.keySet().removeIf(it -> it.startsWith("PG") || it.startsWith("LC_"));
            environment.put("LC_ALL", "C");
            environment.put("TZ", "UTC");
            var process = builder.start();
            while (true) {
                try {
                    if (process.waitFor(1, TimeUnit.HOURS)) {
                        break;
                    }
                } catch (InterruptedException e) {
                    // Half a start or half a stop helps nobody: both end by themselves.
                    Thread.interrupted();
                }
            }
            return new Outcome(process.exitValue(), explained(Files.readString(output)));
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static boolean isRoot() {
        return !System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows")
                && "root".equals(System.getProperty("user.name"));
    }

    private static String explained(String output) {
        return output.contains("unshare failed")
                ? "error: PostgreSQL does not run as root, and this machine allows no user namespaces; "
                        + "start the planner as an ordinary user."
                : output;
    }
}
