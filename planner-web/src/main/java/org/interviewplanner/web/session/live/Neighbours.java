package org.interviewplanner.web.session.live;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.interviewplanner.web.data.DatabaseAccess;
import org.interviewplanner.web.data.PersonId;
import org.interviewplanner.web.data.SessionId;
import org.interviewplanner.web.data.TeamId;
import org.interviewplanner.web.session.SessionChanged;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Carries changes to the screens of the other nodes and theirs to ours, over the database that all
 * share (LISTEN and NOTIFY): ids only, sent by the very transaction that made the change, so that
 * it is told if and only if it is committed.
 *
 * <p>The listening has a connection of its own beside the pool. When that breaks it is made anew,
 * and everybody looks again, because nobody knows what was said meanwhile. A pool that multiplexes
 * connections between us and the server (PgBouncer by transaction) must be gone around.
 */
@Component
class Neighbours implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Neighbours.class);
    private static final String CHANNEL = "session_changed";
    private static final int PAUSE_MILLIS = 300;

    /** So long nothing may be heard before we ask whether the line still stands. */
    private static final int SILENCE_MILLIS = 5_000;

    private final String node = UUID.randomUUID().toString();
    private final DatabaseAccess access;
    private final JdbcClient jdbc;
    private final Loudspeaker loudspeaker;
    private volatile boolean running;
    private volatile @Nullable Connection line;
    private @Nullable Thread listener;

    Neighbours(DatabaseAccess access, JdbcClient jdbc, Loudspeaker loudspeaker) {
        this.access = access;
        this.jdbc = jdbc;
        this.loudspeaker = loudspeaker;
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(SessionChanged change) {
        jdbc.sql("select pg_notify(:channel, :message)")
                .param("channel", CHANNEL)
                .param("message", write(node, change))
                .query((row, number) -> number)
                .list();
    }

    private void listen() {
        while (running) {
            try (var connection = connect();
                    var statement = connection.createStatement()) {
                line = connection;
                statement.execute("listen " + CHANNEL);
                loudspeaker.tellEverybody();
                var ears = connection.unwrap(PGConnection.class);
                while (running) {
                    var heard = ears.getNotifications(SILENCE_MILLIS);
                    if (heard == null || heard.length == 0) {
                        statement.execute("select 1");
                        continue;
                    }
                    for (var one : heard) {
                        read(node, one.getParameter()).ifPresent(loudspeaker::tell);
                    }
                }
            } catch (SQLException | RuntimeException e) {
                if (running) {
                    LOG.debug("The line to the other nodes is broken; making it anew.", e);
                    pause();
                }
            }
        }
    }

    private Connection connect() throws SQLException {
        var login = new Properties();
        login.put("user", access.user());
        login.put("password", access.password());
        login.put("connectTimeout", "3");
        login.put("socketTimeout", "20");
        login.put("tcpKeepAlive", "true");
        login.put("ApplicationName", "interview-planner listener");
        return DriverManager.getConnection(access.url(), login);
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    static String write(String node, SessionChanged change) {
        return String.join(
                " ",
                node,
                change.team().value().toString(),
                change.session().value().toString(),
                change.rater() == null ? "-" : change.rater().value().toString(),
                change.entry() == null ? "-" : change.entry().toString());
    }

    /** The change, unless it is our own or no message of ours. */
    static Optional<SessionChanged> read(String node, String message) {
        var parts = message.split(" ");
        if (parts.length != 5 || parts[0].equals(node)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new SessionChanged(
                            new TeamId(UUID.fromString(parts[1])),
                            new SessionId(UUID.fromString(parts[2])),
                            parts[3].equals("-") ? null : new PersonId(UUID.fromString(parts[3])),
                            parts[4].equals("-") ? null : UUID.fromString(parts[4])));
        } catch (IllegalArgumentException e) {
            LOG.debug("Not understood: {}", message);
            return Optional.empty();
        }
    }

    @Override
    public void start() {
        running = true;
        listener = Thread.ofPlatform().daemon().name("neighbours").start(this::listen);
    }

    @Override
    public void stop() {
        running = false;
        var open = line;
        if (open != null) {
            try {
                open.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debug("The line was gone already.", e);
            }
        }
        if (listener != null) {
            listener.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
