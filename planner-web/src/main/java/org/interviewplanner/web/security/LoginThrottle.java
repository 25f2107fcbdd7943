package org.interviewplanner.web.security;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Slows down who guesses passwords.
 *
 * <p>Counted are the failures of the last {@link #WINDOW}: {@link #PER_ACCOUNT} for an account,
 * {@link #PER_ADDRESS} for an address. Refused attempts are not counted, so knocking on prolongs
 * nothing. An address from which the account was opened within {@link #KNOWN_FOR} has a count of
 * its own, which each success resets: strangers who guess cannot lock out a person from where they
 * usually work, and a link for a new password makes any place a known one.
 *
 * <p>The count is in the database, so a restart or a second node forgets nothing; attempts at one
 * account, and from one address, take turns, so that a hundred at once are counted one by one.
 */
@Component
class LoginThrottle {
    static final int PER_ACCOUNT = 5;
    static final int PER_ADDRESS = 20;
    static final Duration WINDOW = Duration.ofMinutes(15);
    static final Duration KNOWN_FOR = Duration.ofDays(30);

    private static final Duration FORGET_EVERY = Duration.ofDays(1);

    private final AtomicReference<Instant> lastForgotten = new AtomicReference<>(Instant.EPOCH);
    private final JdbcClient jdbc;
    private final TransactionTemplate ownTransaction;
    private final Clock clock;

    @Autowired
    LoginThrottle(
            JdbcClient jdbc, PlatformTransactionManager transactions, ObjectProvider<Clock> clock) {
        this(jdbc, transactions, clock.getIfAvailable(Clock::systemUTC));
    }

    LoginThrottle(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Counts one attempt as failed until {@link #succeeded} says otherwise.
     *
     * @return names the attempt
     * @throws TooManyAttemptsException if the attempt must not be looked at
     */
    UUID begin(String name, String address) {
        return Objects.requireNonNull(
                ownTransaction.execute(status -> beginInTurn(account(name), address)));
    }

    /** Takes the attempt back: it was the right person. */
    void succeeded(UUID attempt, String name, String address) {
        forgetOld();
        ownTransaction.executeWithoutResult(status -> insert(account(name), address, attempt));
    }

    /** Once a day, by whoever comes first: what nobody looks at any more is not kept. */
    private void forgetOld() {
        var now = clock.instant();
        var last = lastForgotten.get();
        if (Duration.between(last, now).compareTo(FORGET_EVERY) >= 0
                && lastForgotten.compareAndSet(last, now)) {
            jdbc.sql("select forget_old_login_attempts()").query((row, number) -> number).single();
        }
    }

    /** Makes the address a known one of the account, for somebody who came by a link. */
    void cameByLink(String name, String address) {
        var account = account(name);
        insert(account, address, insert(account, address, null));
    }

    private UUID beginInTurn(String account, String address) {
        // Always the account before the address: two attempts cannot wait for each other.
        takeTurn("account " + account);
        takeTurn("address " + address);
        var wait = longer(waitForAccount(account, address), waitForAddress(address));
        if (wait.isPositive()) {
            throw new TooManyAttemptsException(wait);
        }
        return insert(account, address, null);
    }

    private Duration waitForAccount(String account, String address) {
        return jdbc.sql(
                        """
                        with success as (
                            select address, max(at) as at from login_attempt
                            where account = :account and success_of is not null and at > :known_since
                            group by address)
                        select failure.at from login_attempt failure left join success using (address)
                        where failure.account = :account and failure.success_of is null
                            and failure.at > :since
                            and not exists (select from login_attempt s where s.success_of = failure.id)
                            and case when :address in (select address from success)
                                then failure.address = :address and failure.at > success.at
                                else success.address is null end
                        order by failure.at desc offset :limit - 1 limit 1
                        """)
                .param("account", account)
                .param("address", address)
                .param("known_since", Timestamp.from(clock.instant().minus(KNOWN_FOR)))
                .param("since", Timestamp.from(start()))
                .param("limit", PER_ACCOUNT)
                .query(Timestamp.class)
                .optional()
                .map(this::untilItIsForgotten)
                .orElse(Duration.ZERO);
    }

    private Duration waitForAddress(String address) {
        return jdbc.sql(
                        """
                        select failure.at from login_attempt failure
                        where failure.address = :address and failure.success_of is null
                            and failure.at > :since
                            and not exists (select from login_attempt s where s.success_of = failure.id)
                        order by failure.at desc offset :limit - 1 limit 1
                        """)
                .param("address", address)
                .param("since", Timestamp.from(start()))
                .param("limit", PER_ADDRESS)
                .query(Timestamp.class)
                .optional()
                .map(this::untilItIsForgotten)
                .orElse(Duration.ZERO);
    }

    private Instant start() {
        return clock.instant().minus(WINDOW);
    }

    private Duration untilItIsForgotten(Timestamp failure) {
        return Duration.between(start(), failure.toInstant());
    }

    private UUID insert(String account, String address, @Nullable UUID successOf) {
        var id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into login_attempt (id, account, address, success_of, at)
                        values (:id, :account, :address, :success_of, :at)
                        """)
                .param("id", id)
                .param("account", account)
                .param("address", address)
                .param("success_of", successOf, Types.OTHER)
                .param("at", Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    private void takeTurn(String whose) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:whose, 0))")
                .param("whose", "log-in of " + whose)
                .query((row, number) -> number)
                .single();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static String account(String name) {
        var account = name.strip().toLowerCase(Locale.ROOT);
        return account.length() <= 100 ? account : account.substring(0, 100);
    }
}
