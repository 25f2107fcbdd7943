package org.interviewplanner.web.data;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Connects the pool as the application's role and the migrations as the owner, to the external
 * server if one is named ({@code planner.database}), else to the embedded one.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    DatabaseAccess databaseAccess(Environment given, ObjectProvider<EmbeddedDatabase> embedded) {
        var address = given.getProperty("planner.database");
        if (address != null && !address.isBlank()) {
            return DatabaseAccess.external(
                    address,
                    given.getProperty("planner.database.user"),
                    given.getProperty("planner.database.password"),
                    given.getProperty("planner.database.owner.user"),
                    given.getProperty("planner.database.owner.password"));
        }
        return embedded.getObject().access();
    }

    @Bean
    JdbcConnectionDetails jdbcConnectionDetails(DatabaseAccess access) {
        return new Connection(access.url(), access.user(), access.password());
    }

    @Bean
    FlywayConnectionDetails flywayConnectionDetails(DatabaseAccess access) {
        return new OwnerConnection(access.url(), access.owner(), access.ownerPassword());
    }

    /** The last migration step grants rows, not tables, to the application's role. */
    @Bean
    FlywayConfigurationCustomizer grantsToTheApplication(DatabaseAccess access) {
        return flyway -> flyway.placeholders(Map.of("appRole", access.user()));
    }

    private record Connection(String url, String user, String password)
            implements JdbcConnectionDetails {
        @Override
        public @Nullable String getUsername() {
            return user;
        }

        @Override
        public @Nullable String getPassword() {
            return password;
        }

        @Override
        public String getJdbcUrl() {
            return url;
        }
    }

    private record OwnerConnection(String url, String user, String password)
            implements FlywayConnectionDetails {
        @Override
        public @Nullable String getUsername() {
            return user;
        }

        @Override
        public @Nullable String getPassword() {
            return password;
        }

        @Override
        public String getJdbcUrl() {
            return url;
        }
    }
}
