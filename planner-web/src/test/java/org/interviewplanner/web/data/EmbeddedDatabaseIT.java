package org.interviewplanner.web.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestMethodOrder(MethodOrderer.Random.class)
class EmbeddedDatabaseIT {

    @TempDir static Path parent;

    private static Path folder;
    private static EmbeddedDatabase database;

    @BeforeAll
    static void start() {
        folder = parent.resolve("made/on the way");
        database = EmbeddedDatabase.start(folder);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource({
        "fsync, on",
        "synchronous_commit, on",
        "full_page_writes, on",
        "data_checksums, on",
        "listen_addresses, 127.0.0.1",
        "unix_socket_directories, ''",
        "password_encryption, scram-sha-256",
        "server_encoding, UTF8"
    })
    void isSetToBeTrusted(String setting, String value) throws Exception {
        try (var connection = superuser()) {
            assertThat(ask(connection, "show " + setting)).isEqualTo(value);
        }
    }

    @Test
    void ordersAndFoldsLettersAlikeOnEveryMachine() throws SQLException {
        assertThat(
                        ask(
                                "select datlocprovider::text || datlocale from pg_database where"
                                        + " datname = 'planner'"))
                .isEqualTo("bC.UTF-8");
        assertThat(ask("select upper('ärger żółw')")).isEqualTo("ÄRGER ŻÓŁW");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "planner_owner", "planner_app"})
    void refusesAWrongPassword(String role) {
        for (var password : List.of("", "postgres", "wrong")) {
            assertThatThrownBy(() ->
                            DriverManager.getConnection(database.access().url(), role, password))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password");
        }
    }

    @Test
    void trustsNobody() throws Exception {
        try (var connection = superuser()) {
            assertThat(
                            ask(
                                    connection,
                                    "select string_agg(type || ' ' || address || ' ' ||"
                                            + " auth_method, ',') from pg_hba_file_rules"))
                    .isEqualTo("host 127.0.0.1 scram-sha-256");
            assertThat(
                            ask(
                                    connection,
                                    "select count(*)::text from pg_authid where rolcanlogin and"
                                            + " rolpassword not like 'SCRAM-SHA-256$%'"))
                    .isEqualTo("0");
        }
    }

    @Test
    void cannotBeReachedFromOutside() throws Exception {
        var port = URI.create(database.access().url().substring("jdbc:".length())).getPort();
        var tried = 0;
        for (var network : NetworkInterface.networkInterfaces().toList()) {
            for (var address : network.inetAddresses().toList()) {
                if (!address.equals(InetAddress.getByName("127.0.0.1"))) {
                    tried++;
                    assertThatThrownBy(() -> new Socket(address, port).close())
                            .as("%s", address)
                            .isInstanceOf(IOException.class);
                }
            }
        }
        assertThat(tried).as("addresses of this machine").isPositive();
        new Socket("127.0.0.1", port).close();
    }

    @Test
    void keepsItsFolderToItself() throws IOException {
        assertThat(permissions(folder)).isEqualTo("rwx------");
        assertThat(permissions(folder.resolve("postgres"))).isEqualTo("rwx------");
        assertThat(permissions(folder.resolve("secrets.properties"))).isEqualTo("rw-------");
        assertThat(folder.resolve("superuser.draft")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table sneaked (id int)",
                "create temporary table sneaked (id int)",
                "create schema sneaked",
                "create role sneaked",
                "create database sneaked",
                "alter system set fsync = off",
                "copy (select 1) to program 'true'",
                "select pg_read_file('pg_hba.conf')",
                "set role planner_owner"
            })
    void lendsTheApplicationNoPower(String statement) {
        assertThatThrownBy(() -> ask(statement))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    @Test
    void makesTheRolesWithoutPower() throws Exception {
        try (var connection = superuser()) {
            assertThat(
                            ask(
                                    connection,
                                    "select string_agg(rolname, ',') from pg_roles where"
                                            + " rolcanlogin and (rolsuper or rolcreaterole or"
                                            + " rolcreatedb or rolreplication or rolbypassrls)"))
                    .isEqualTo("postgres");
        }
    }

    @Test
    void refusesASecondStartInTheSameProcess() throws SQLException {
        assertThatThrownBy(() -> EmbeddedDatabase.start(folder))
                .isInstanceOf(CannotStartException.class)
                .hasMessage(refusal());
        assertThat(ask("select 'alive'")).isEqualTo("alive");
    }

    @Test
    void refusesASecondStartOfTheProduct() throws Exception {
        var second = product("--data", folder.toString());

        assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();

        assertThat(second.exitValue()).isEqualTo(1);
        assertThat(said(second)).isEqualTo(refusal() + System.lineSeparator());
        assertThat(ask("select 'alive'")).isEqualTo("alive");
    }

    private static String refusal() {
        return """
        The data folder (%s) is in use by another running interview planner (process %d).
        Maybe stop that one first, or give another folder with --data.\
        """
                .formatted(real(folder), ProcessHandle.current().pid());
    }

    @Test
    void saysThatAFolderCannotBeWritten() throws Exception {
        var file = Files.writeString(parent.resolve("a-file"), "no folder");

        var start = product("--data", file.resolve("data").toString());

        assertThat(start.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(start.exitValue()).isEqualTo(1);
        assertThat(said(start).lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith(
                        "The data folder (%s) cannot be written: ".formatted(file.resolve("data")));
    }

    @Test
    void saysThatTheSecretsAreMissing(@TempDir Path other) throws IOException {
        Files.createDirectory(other.resolve("postgres"));

        assertThatThrownBy(() -> EmbeddedDatabase.start(other))
                .isInstanceOf(CannotStartException.class)
                .hasMessage(
                        """
                        The data folder (%s) holds a database but not its secrets.properties, \
                        without which nobody can open it.
                        Maybe restore that file from the backup the data came from.\
                        """
                                .formatted(real(other)));
    }

    @Test
    void saysThatAnotherVersionMadeTheData(@TempDir Path other) throws IOException {
        Files.createDirectory(other.resolve("postgres"));
        Files.writeString(other.resolve("postgres/PG_VERSION"), "9\n");
        Files.writeString(other.resolve("secrets.properties"), "superuser=a\nowner=b\napp=c\n");

        assertThatThrownBy(() -> EmbeddedDatabase.start(other))
                .isInstanceOf(CannotStartException.class)
                .hasMessageStartingWith(
                        "The data folder (%s) was made by PostgreSQL 9,".formatted(real(other)));
    }

    @Test
    void saysWhatPostgresSaysWhenItDoesNotStart(@TempDir Path other) throws IOException {
        EmbeddedDatabase.start(other).close();
        Files.delete(other.resolve("postgres/global/pg_control"));

        assertThatThrownBy(() -> EmbeddedDatabase.start(other))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("could not be started: ")
                .hasMessageContaining("Maybe its disk is full; PostgreSQL's own words are in ");
    }

    @Test
    void startsAgainAtTheSamePortWhenItIsKilled() throws Exception {
        var killed = KillIT.server(folder);

        KillIT.killHard(killed);

        assertThat(askUntilBack("select 'back'")).isEqualTo("back");
        assertThat(KillIT.server(folder).pid()).isNotEqualTo(killed.pid());
    }

    @Test
    void keepsItsRowsAndPasswordsOverAStop(@TempDir Path other) throws Exception {
        DatabaseAccess before;
        try (var first = EmbeddedDatabase.start(other)) {
            before = first.access();
            try (var owner =
                    DriverManager.getConnection(
                            before.url(), before.owner(), before.ownerPassword())) {
                owner.createStatement().execute("create table kept as select 42 as answer");
            }
        }
        assertThat(other.resolve("postgres/postmaster.pid")).doesNotExist();

        try (var second = EmbeddedDatabase.start(other)) {
            assertThat(second.access().ownerPassword()).isEqualTo(before.ownerPassword());
            try (var owner =
                    DriverManager.getConnection(
                            second.access().url(), before.owner(), before.ownerPassword())) {
                assertThat(ask(owner, "select answer::text from kept")).isEqualTo("42");
            }
        }
    }

    @Test
    void throwsADemoAway() throws Exception {
        Path thrownAway;
        try (var demo = EmbeddedDatabase.startThrowAway()) {
            thrownAway = demo.folder();
            assertThat(thrownAway.resolve("postgres")).isDirectory();
        }
        assertThat(thrownAway).doesNotExist();
    }

    private static Process product(String... options) throws IOException {
        var jar = System.getProperty("planner.jar");
        assertThat(jar).as("the jar under test, named by the build").isNotNull();
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-jar",
                                jar,
                                "--port",
                                "0"));
        command.addAll(List.of(options));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static String said(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static Connection superuser() throws Exception {
        try (var held = Files.newBufferedReader(folder.resolve("secrets.properties"))) {
            var secrets = new java.util.Properties();
            secrets.load(held);
            return DriverManager.getConnection(
                    database.access().url(), "postgres", secrets.getProperty("superuser"));
        }
    }

    private static String askUntilBack(String query) throws Exception {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (true) {
            try {
                return ask(query);
            } catch (SQLException e) {
                assertThat(System.nanoTime()).as("still gone: %s", e).isLessThan(end);
                Thread.sleep(50);
            }
        }
    }

    /** Asks as the application. */
    private static String ask(String query) throws SQLException {
        var access = database.access();
        try (var connection =
                DriverManager.getConnection(access.url(), access.user(), access.password())) {
            return ask(connection, query);
        }
    }

    private static String ask(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement()) {
            if (!statement.execute(query)) {
                return "";
            }
            try (var rows = statement.getResultSet()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
