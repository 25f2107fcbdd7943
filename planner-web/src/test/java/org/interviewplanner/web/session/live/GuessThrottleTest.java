package org.interviewplanner.web.session.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class GuessThrottleTest {
    private Instant now = Instant.parse("2026-11-25T10:00:00Z");
    private final GuessThrottle throttle =
            new GuessThrottle(
                    new Clock() {
                        @Override
                        public ZoneId getZone() {
                            return ZoneOffset.UTC;
                        }

                        @Override
                        public Clock withZone(ZoneId zone) {
                            return this;
                        }

                        @Override
                        public Instant instant() {
                            return now;
                        }
                    });

    @Test
    void slowsAnAddressDownForAMinuteAfterTooManyGuesses() {
        guess("10.0.0.1", GuessThrottle.ALLOWED - 1);
        assertThat(throttle.isTooMany("10.0.0.1")).isFalse();
        guess("10.0.0.1", 1);
        assertThat(throttle.isTooMany("10.0.0.1")).isTrue();
        assertThat(throttle.isTooMany("10.0.0.2")).isFalse();

        now = now.plus(GuessThrottle.WINDOW).plus(Duration.ofMillis(1));
        assertThat(throttle.isTooMany("10.0.0.1")).isFalse();
        guess("10.0.0.1", GuessThrottle.ALLOWED - 1);
        assertThat(throttle.isTooMany("10.0.0.1")).isFalse();
    }

    @Test
    void knowsLinksThatWereGoodWhenLastLookedAt() {
        throttle.remember("good");
        assertThat(throttle.knows("good")).isTrue();
        assertThat(throttle.knows("guessed")).isFalse();
        throttle.forget("good");
        assertThat(throttle.knows("good")).isFalse();
    }

    private void guess(String address, int times) {
        for (int i = 0; i < times; i++) {
            throttle.count(address);
        }
    }
}
