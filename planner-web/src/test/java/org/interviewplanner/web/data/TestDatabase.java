package org.interviewplanner.web.data;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A real PostgreSQL for tests, one per test JVM, with the two roles of the product. Fast, not
 * durable. Write {@code @SpringBootTest @ContextConfiguration(initializers = TestDatabase.class)}:
 * all such tests share one context and one database, so a test makes itself a team of its own.
 */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String SECRET = "only-for-tests";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "planner.database=" + url(),
                        "planner.database.user=planner_app",
                        "planner.database.password=" + SECRET,
                        "planner.database.owner.user=planner_owner",
                        "planner.database.owner.password=" + SECRET)
                .applyTo(context);
    }

    /** The address without user and password. */
    public static String url() {
        return "jdbc:postgresql://localhost:%d/planner".formatted(Server.POSTGRES.getPort());
    }

    /** The password of both roles. */
    public static String password() {
        return SECRET;
    }

    /** Started when first asked for, stopped with the JVM. */
    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                var postgres =
                        EmbeddedPostgres.builder()
                                .setServerConfig("max_connections", "200")
                                .setLocaleConfig("locale", "C")
                                .setLocaleConfig("locale-provider", "builtin")
                                .setLocaleConfig("builtin-locale", "C.UTF-8")
                                .start();
                try (var connection = postgres.getPostgresDatabase().getConnection();
                        var statement = connection.createStatement()) {
                    statement.execute(
                            "create role planner_owner login password '%s'".formatted(SECRET));
                    statement.execute(
                            "create role planner_app login password '%s'".formatted(SECRET));
                    statement.execute("create database planner owner planner_owner");
                }
                return postgres;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
