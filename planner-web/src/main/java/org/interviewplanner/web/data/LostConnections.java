package org.interviewplanner.web.data;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/**
 * Tells a lost connection from a wrong statement at every moment at which it can be lost.
 *
 * <p>The driver says it by an SQL state, which Spring understands. The pool, which has closed a
 * broken connection by the time that somebody commits, rolls back or asks again, says it by its
 * words alone.
 */
@Configuration(proxyBeanMethods = false)
class LostConnections {
    private static final String WORDS_OF_THE_POOL = "Connection is closed";

    @Bean
    SQLExceptionTranslator sqlExceptionTranslator() {
        var translator = new SQLExceptionSubclassTranslator();
        translator.setCustomTranslator(LostConnections::lost);
        return translator;
    }

    /** Beginning, commit and rollback find a connection lost as often as statements do. */
    @Bean
    TransactionManagerCustomizer<JdbcTransactionManager> lostInATransaction(
            SQLExceptionTranslator translator) {
        return manager -> manager.setExceptionTranslator(translator);
    }

    private static @Nullable DataAccessException lost(
            String task, @Nullable String sql, SQLException thrown) {
        return thrown.getSQLState() == null && WORDS_OF_THE_POOL.equals(thrown.getMessage())
                ? new DataAccessResourceFailureException(task, thrown)
                : null;
    }
}
