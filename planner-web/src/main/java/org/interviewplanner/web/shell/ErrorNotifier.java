package org.interviewplanner.web.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import org.interviewplanner.web.security.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Shows what went wrong and nobody expected. Somebody was faster, or the database is away: said in
 * words. Anything else: a reference number on the screen, and the same number once in the log.
 */
@Component
class ErrorNotifier implements ErrorHandler, VaadinServiceInitListener {
    private static final long serialVersionUID = 1L;
    private static final Logger log = LoggerFactory.getLogger(ErrorNotifier.class);

    /** The state of SQL for it in PostgreSQL. */
    private static final String DISK_FULL = "53100";

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(init -> init.getSession().setErrorHandler(this));
    }

    @Override
    public void error(ErrorEvent event) {
        var ui = UI.getCurrent();
        if (ui == null) {
            logOnce(event.getThrowable());
            return;
        }
        ui.access(() -> Notice.problem(message(ui, event.getThrowable())));
    }

    private static String message(UI ui, Throwable thrown) {
        var key = known(thrown);
        return key == null
                ? ui.getTranslation("error.unexpected", logOnce(thrown))
                : ui.getTranslation(key);
    }

    /** Where the words for it stand, or null for what nobody expected. */
    static @Nullable String known(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockingFailureException) {
                return "error.somebody-was-faster";
            }
            if (cause instanceof NotFoundException) {
                return "error.not-found";
            }
            if (cause instanceof DataAccessResourceFailureException
                    || cause instanceof CannotCreateTransactionException) {
                log.warn("The database did not answer: {}", cause.getMessage());
                return isFull(cause) ? "error.database-full" : "error.database-away";
            }
        }
        return null;
    }

    private static boolean isFull(@Nullable Throwable thrown) {
        return thrown != null
                && (thrown instanceof SQLException sql && DISK_FULL.equals(sql.getSQLState())
                        || isFull(thrown.getCause()));
    }

    static String logOnce(Throwable thrown) {
        var reference = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        log.error("Unexpected error, reference {}", reference, thrown);
        return reference;
    }
}
