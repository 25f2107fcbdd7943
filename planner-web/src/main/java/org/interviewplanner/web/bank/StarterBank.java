package org.interviewplanner.web.bank;

import java.io.IOException;
import java.util.UUID;
import org.interviewplanner.web.data.TeamId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Gives a new installation our own bank, through the importer that people use: its only team, if
 * that never had a question.
 */
@Component
class StarterBank {
    private static final Logger log = LoggerFactory.getLogger(StarterBank.class);
    private static final ClassPathResource DOCUMENT =
            new ClassPathResource("db/starter-bank/django.md");

    private final BankService bank;
    private final JdbcClient jdbc;

    StarterBank(BankService bank, JdbcClient jdbc) {
        this.bank = bank;
        this.jdbc = jdbc;
    }

    /** The first team is made while the application gets ready; this is the moment after. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE) // the demo, if there is one, asks from this bank
    void on(AvailabilityChangeEvent<ReadinessState> change) throws IOException {
        if (change.getState() == ReadinessState.ACCEPTING_TRAFFIC && DOCUMENT.exists()) {
            try {
                var teams = jdbc.sql("select id from team limit 2").query(UUID.class).list();
                if (teams.size() == 1 && load(new TeamId(teams.getFirst()))) {
                    log.info("The starter bank was loaded.");
                }
            } catch (DataAccessException | TransactionException away) {
                // An empty bank is no reason to end a running product.
                log.warn("The starter bank was not loaded; the next start tries again.", away);
            }
        }
    }

    boolean load(TeamId team) throws IOException {
        return bank.fill(team, "Starter bank: Django", DOCUMENT.getContentAsByteArray());
    }
}
