package org.interviewplanner.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.interviewplanner.web.security.PasswordRule.Strength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nine brown owls sleep",
                "Tz7#pLq9!vWx",
                "двенадцать сов",
                "correct horse and his battery",
                "🦉🦊🐻🐼🐨🐯🦁🐮🐷🐸🐵🐔"
            })
    void takesLongPasswordsOfAnyScript(String password) {
        assertThat(PasswordRule.check("Ada", password)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "elevenchars,PASSWORD_SHORT",
        "🦉🦊🐻🐼🐨🐯,PASSWORD_SHORT",
        "password1234,PASSWORD_COMMON",
        "Password2026!,PASSWORD_COMMON",
        "PASSWORDPASSWORD,PASSWORD_COMMON",
        "123456789012,PASSWORD_COMMON",
        "9876543210987,PASSWORD_COMMON",
        "abcdefghijklm,PASSWORD_COMMON",
        "aaaaaaaaaaaaaa,PASSWORD_COMMON",
        "abababababab,PASSWORD_COMMON",
        "qwertyuiop123,PASSWORD_COMMON",
        "Ada Lovelace 1815,PASSWORD_LIKE_NAME",
        "ada lovelace!,PASSWORD_LIKE_NAME"
    })
    void refusesWhatIsTriedFirst(String password, Refusal refusal) {
        assertThat(PasswordRule.check("Ada Lovelace", password)).hasValue(refusal);
        assertThat(PasswordRule.strength("Ada Lovelace", password)).isEqualTo(Strength.REFUSED);
    }

    @Test
    void letsAShortNameStandInALongPassword() {
        assertThat(PasswordRule.check("Al", "always eleven walnuts")).isEmpty();
    }

    @Test
    void refusesMoreThanAnybodyTypes() {
        assertThat(PasswordRule.check("Ada", "nine owls ".repeat(20))).isEmpty();
        assertThat(PasswordRule.check("Ada", "nine owls ".repeat(20) + "!"))
                .hasValue(Refusal.PASSWORD_LONG);
    }

    @Test
    void callsLengthStrength() {
        assertThat(PasswordRule.strength("Ada", "nine brown o")).isEqualTo(Strength.GOOD);
        assertThat(PasswordRule.strength("Ada", "nine brown owls sleep"))
                .isEqualTo(Strength.STRONG);
    }
}
