package org.interviewplanner.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.interviewplanner.web.data.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.PlatformTransactionManager;

@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
class LoginThrottleIT {
    @Autowired private JdbcClient jdbc;
    @Autowired private PlatformTransactionManager transactions;
    private final Watch clock = new Watch();
    private LoginThrottle throttle;
    private String account;
    private String address;
    private String stranger;

    @BeforeEach
    void takeNamesThatNobodyElseHas() {
        throttle = new LoginThrottle(jdbc, transactions, clock);
        account = "Ada " + UUID.randomUUID();
        address = "home " + UUID.randomUUID();
        stranger = "stranger " + UUID.randomUUID();
    }

    @Test
    void refusesAnAccountAfterFiveFailuresWhateverTheirAddress() {
        for (var i = 0; i < LoginThrottle.PER_ACCOUNT; i++) {
            fail(account, address + i);
        }

        assertRefused(account, "yet another " + address, 15);
        assertRefused(account.toUpperCase(java.util.Locale.ROOT) + " ", address, 15);
        assertLookedAt("Bea " + account, address);
    }

    @Test
    void refusesAnAddressAfterTwentyFailuresWhateverTheirAccount() {
        for (var i = 0; i < LoginThrottle.PER_ADDRESS; i++) {
            fail(account + i, stranger);
        }

        assertRefused(account, stranger, 15);
        assertLookedAt(account, address);
    }

    @Test
    void letsAnAddressFailOnThoughItOpensAnAccountOfItsOwn() {
        for (var i = 0; i < LoginThrottle.PER_ADDRESS; i++) {
            fail(account + i, stranger);
            if (i == LoginThrottle.PER_ADDRESS / 2) {
                succeed("the stranger's own " + account, stranger);
            }
        }

        assertRefused(account, stranger, 15);
    }

    @Test
    void forgetsAfterAQuarterOfAnHour() {
        for (var i = 0; i < LoginThrottle.PER_ACCOUNT; i++) {
            fail(account, address);
            clock.pass(Duration.ofMinutes(1));
        }
        assertRefused(account, address, 10);

        clock.pass(Duration.ofMinutes(10));

        assertLookedAt(account, address);
    }

    @Test
    void isNotProlongedByKnockingOn() {
        for (var i = 0; i < LoginThrottle.PER_ACCOUNT; i++) {
            fail(account, address);
        }
        for (var i = 0; i < 14; i++) {
            clock.pass(Duration.ofMinutes(1));
            assertRefused(account, address, 14 - i);
        }

        clock.pass(Duration.ofMinutes(1));

        assertLookedAt(account, address);
    }

    @Test
    void startsAnewAfterASuccess() {
        for (var round = 0; round < 3; round++) {
            for (var i = 0; i < LoginThrottle.PER_ACCOUNT - 1; i++) {
                fail(account, address);
            }
            clock.pass(Duration.ofSeconds(1));
            succeed(account, address);
            clock.pass(Duration.ofSeconds(1));
        }
    }

    @Test
    void doesNotLetStrangersLockOutAPersonFromWhereTheyWork() {
        succeed(account, address);
        for (var i = 0; i < LoginThrottle.PER_ACCOUNT; i++) {
            fail(account, stranger);
        }

        assertRefused(account, stranger, 15);
        assertRefused(account, "a third place " + stranger, 15);
        assertLookedAt(account, address);
    }

    @Test
    void letsALinkMakeAPlaceKnown() {
        for (var i = 0; i < LoginThrottle.PER_ACCOUNT; i++) {
            fail(account, stranger);
        }
        assertRefused(account, address, 15);

        throttle.cameByLink(account, address);

        assertLookedAt(account, address);
        assertRefused(account, stranger, 15);
    }

    @Test
    void countsAHundredAtOnceOneByOne() throws Exception {
        var start = new CyclicBarrier(16);
        var deeds = new ArrayList<Callable<Integer>>();
        for (var thread = 0; thread < 16; thread++) {
            deeds.add(() -> {
                start.await();
                var lookedAt = 0;
                for (var i = 0; i < 6; i++) {
                    lookedAt += isLookedAt() ? 1 : 0;
                }
                return lookedAt;
            });
        }

        var sum = 0;
        try (var threads = Executors.newFixedThreadPool(16)) {
            for (var result : threads.invokeAll(deeds)) {
                sum += result.get();
            }
        }

        assertThat(sum).isEqualTo(LoginThrottle.PER_ACCOUNT);
    }

    @Test
    void bearsNamesOfAnyLength() {
        assertLookedAt("x".repeat(100_000), address);
        assertLookedAt("", address);
        assertLookedAt("🦉".repeat(100), address);
    }

    @Test
    void forgetsWhatIsLongPastButNotALastLogIn() {
        succeed(stranger, stranger); // It forgets once a day, and this was today's time.
        clock.pass(Duration.ofDays(-80));
        fail(account, address);
        succeed(account, address);
        clock.pass(Duration.ofDays(1));
        succeed(account, address);
        clock.pass(Duration.ofDays(79));

        // Any log-in of the day does it.
        new LoginThrottle(jdbc, transactions, clock)
                .succeeded(throttle.begin(stranger, stranger), stranger, stranger);

        assertThat(
                        jdbc.sql("select at from login_attempt where account = :account")
                                .param("account", account.toLowerCase(java.util.Locale.ROOT))
                                .query(java.sql.Timestamp.class)
                                .list())
                .hasSize(2)
                .allSatisfy(at ->
                        assertThat(at.toInstant())
                                .isBefore(clock.instant().minus(Duration.ofDays(78))));
    }

    private boolean isLookedAt() {
        try {
            throttle.begin(account, stranger);
            return true;
        } catch (TooManyAttemptsException e) {
            return false;
        }
    }

    private void fail(String name, String from) {
        throttle.begin(name, from);
    }

    private void succeed(String name, String from) {
        throttle.succeeded(throttle.begin(name, from), name, from);
    }

    private void assertLookedAt(String name, String from) {
        assertThatCode(() -> throttle.begin(name, from)).doesNotThrowAnyException();
    }

    private void assertRefused(String name, String from, long minutes) {
        assertThatExceptionOfType(TooManyAttemptsException.class)
                .isThrownBy(() -> throttle.begin(name, from))
                .extracting(TooManyAttemptsException::minutes)
                .isEqualTo(minutes);
    }

    /** Stands still until told otherwise; now, because what is long past is forgotten. */
    private static final class Watch extends Clock {
        private Instant now = Instant.now();

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
