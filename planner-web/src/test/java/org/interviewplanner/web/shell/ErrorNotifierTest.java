package org.interviewplanner.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.interviewplanner.web.security.NotFoundException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

class ErrorNotifierTest {

    @Test
    void findsTheWordsForWhatMayHappenHoweverDeepItIsWrapped() {
        assertThat(known(new NotFoundException())).isEqualTo("error.not-found");
        assertThat(known(new OptimisticLockingFailureException("")))
                .isEqualTo("error.somebody-was-faster");
        assertThat(known(new CannotCreateTransactionException("")))
                .isEqualTo("error.database-away");
        assertThat(known(new DataAccessResourceFailureException("", new SQLException("", "08006"))))
                .isEqualTo("error.database-away");
        assertThat(known(new IllegalStateException())).isNull();
    }

    @Test
    void tellsAFullDiskFromADatabaseThatIsAway() {
        var full = new SQLException("could not extend file", "53100");

        assertThat(known(new DataAccessResourceFailureException("insert", full)))
                .isEqualTo("error.database-full");
    }

    private static String known(Exception thrown) {
        return ErrorNotifier.known(new RuntimeException(thrown));
    }
}
