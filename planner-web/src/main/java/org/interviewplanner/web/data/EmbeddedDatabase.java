package org.interviewplanner.web.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that comes with the product: durable, on the loopback address only, behind random
 * passwords, started again when it dies, stopped with the product.
 *
 * <p>We keep PostgreSQL's own programs from the well-known archive but not the test library around
 * them: that one switches durability off, trusts everybody who is local, and deletes the data at
 * the end.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

    private static final String DATABASE = "planner";
    private static final String OWNER = "planner_owner";
    private static final String APP = "planner_app";
    private static final String THROW_AWAY = "interview-planner-demo-";
    private static final long LOOK_EVERY_MILLIS = 250;

    private final DataFolder folder;
    private final boolean throwAway;
    private final Secrets secrets;
    private final Postmaster postmaster;
    private final Thread watch;
    private boolean closed;

    private EmbeddedDatabase(DataFolder folder, boolean throwAway)
            throws IOException, InterruptedException {
        this.folder = folder;
        this.throwAway = throwAway;
        this.secrets = Secrets.of(folder);
        this.postmaster = new Postmaster(folder, UserFolders.cache());
        postmaster.create(secrets);
        postmaster.start();
        this.watch = Thread.ofPlatform().daemon().name("database-watch").unstarted(this::watch);
    }

    /**
     * Starts the database kept in a folder, making both if they are missing.
     *
     * @throws CannotStartException if the folder cannot be written or is in use, or the server does
     *     not start
     */
    public static EmbeddedDatabase start(Path folder) {
        return start(DataFolder.hold(folder), false);
    }

    /** Starts an empty database that is gone at the end. */
    public static EmbeddedDatabase startThrowAway() {
        var parent = Path.of(System.getProperty("java.io.tmpdir"));
        try {
            eraseThrownAway(parent);
            return start(DataFolder.hold(Files.createTempDirectory(parent, THROW_AWAY)), true);
        } catch (IOException e) {
            throw DataFolder.unwritable(parent, e);
        }
    }

    private static EmbeddedDatabase start(DataFolder folder, boolean throwAway) {
        EmbeddedDatabase database = null;
        try {
            database = new EmbeddedDatabase(folder, throwAway);
            database.prepareRoles();
            database.watch.start();
            return database;
        } catch (IOException e) {
            throw abandoned(database, folder, DataFolder.unwritable(folder.path(), e));
        } catch (SQLException e) {
            throw abandoned(
                    database,
                    folder,
                    new CannotStartException(
                            "The database in the data folder (%s) does not let the planner in: %s"
                                    .formatted(folder.path(), e.getMessage()),
                            e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw abandoned(
                    database, folder, new CannotStartException("The start was interrupted."));
        } catch (CannotStartException e) {
            throw abandoned(database, folder, e);
        }
    }

    private static CannotStartException abandoned(
            @org.jspecify.annotations.Nullable EmbeddedDatabase database,
            DataFolder folder,
            CannotStartException why) {
        if (database == null) {
            folder.close();
        } else {
            database.close();
        }
        return why;
    }

    /** Removes what killed throw-away runs left behind. */
    private static void eraseThrownAway(Path parent) throws IOException {
        try (var left = Files.newDirectoryStream(parent, THROW_AWAY + "*")) {
            for (var path : left) {
                try {
                    var held = DataFolder.tryHold(path.toRealPath());
                    if (held != null) {
                        new Postmaster(held, UserFolders.cache()).stopOrphan();
                        held.erase();
                    }
                } catch (IOException | java.io.UncheckedIOException e) {
                    LOG.debug("{} stays: it belongs to another user, or is just made", path, e);
                }
            }
        }
    }

    /** The way in. */
    DatabaseAccess access() {
        return new DatabaseAccess(
                url(DATABASE)
                        // A database that hangs shall be noticed, not waited for.
                        + "?connectTimeout=3&socketTimeout=60",
                APP,
                secrets.app(),
                OWNER,
                secrets.owner());
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(postmaster.port(), database);
    }

    /** Repeatable: a start may have been killed between any two statements. */
    private void prepareRoles() throws SQLException {
        var superuser = new Properties();
        superuser.put("user", Postmaster.SUPERUSER);
        superuser.put("password", secrets.superuser());
        try (var connection = DriverManager.getConnection(url("postgres"), superuser)) {
            makeRole(connection, OWNER, secrets.owner());
            makeRole(connection, APP, secrets.app());
            if (!exists(connection, "select from pg_database where datname = ?", DATABASE)) {
                execute(connection, "create database %s owner %s".formatted(DATABASE, OWNER));
            }
            execute(connection, "revoke all on database %s from public".formatted(DATABASE));
            execute(connection, "grant connect on database %s to %s".formatted(DATABASE, APP));
        }
    }

    private static void makeRole(Connection connection, String role, String secret)
            throws SQLException {
        if (!exists(connection, "select from pg_roles where rolname = ?", role)) {
            execute(connection, "create role %s login password '%s'".formatted(role, secret));
        }
    }

    private static boolean exists(Connection connection, String query, String name)
            throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Starts the server again when it dies; the pool finds it at the same port. */
    private void watch() {
        while (true) {
            try {
                Thread.sleep(LOOK_EVERY_MILLIS);
                synchronized (this) {
                    if (closed) {
                        return;
                    }
                    if (!postmaster.isAlive()) {
                        LOG.warn("The database has died; starting it again");
                        postmaster.start();
                        LOG.info("The database is back");
                    }
                }
            } catch (InterruptedException e) {
                return;
            } catch (IOException | RuntimeException e) {
                LOG.error("The database does not start: {}", e.getMessage());
            }
        }
    }

    /** Stops the server; everything acknowledged is on disk. Closing again does nothing. */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            try {
                postmaster.stop();
            } catch (IOException e) {
                LOG.error("The database does not stop: {}", e.getMessage());
            }
        }
        if (throwAway) {
            folder.erase();
        } else {
            folder.close();
        }
    }
}
