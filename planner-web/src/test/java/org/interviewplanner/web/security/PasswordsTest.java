package org.interviewplanner.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTest {
    private final Passwords passwords = new Passwords(4);

    @Test
    void knowsAPasswordAgainAndNoOther() {
        var hash = passwords.encode("nine brown owls sleep");

        assertThat(hash).startsWith("{hmac-bcrypt}$2a$04$");
        assertThat(passwords.matches("nine brown owls sleep", hash)).isTrue();
        assertThat(passwords.matches("nine brown owls Sleep", hash)).isFalse();
        assertThat(passwords.matches("", hash)).isFalse();
        assertThat(passwords.encode("nine brown owls sleep")).isNotEqualTo(hash);
    }

    @Test
    void looksAtEveryCharacterOfALongPassword() {
        var start = "двенадцать сов спят на высоком дереве и ждут ночи ".repeat(2);
        var hash = passwords.encode(start + "1");

        assertThat(passwords.matches(start + "1", hash)).isTrue();
        assertThat(passwords.matches(start + "2", hash)).isFalse();
    }

    @Test
    void takesALetterForTheSameHoweverItWasTyped() {
        var hash = passwords.encode("caf\u00e9 with nine owls");

        assertThat(passwords.matches("cafe\u0301 with nine owls", hash)).isTrue();
    }

    @Test
    void neverMatchesNobody() {
        assertThat(passwords.matchesNobody("nobody knows this password")).isFalse();
    }
}
