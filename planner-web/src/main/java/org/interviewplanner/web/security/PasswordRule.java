package org.interviewplanner.web.security;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a password must be: long, not the name, not one of those that are tried first. No demands on
 * kinds of characters: length is what makes guessing slow (NIST SP 800-63B, section 3.1.1).
 */
public final class PasswordRule {
    /** Fewest characters (Unicode code points). */
    public static final int MIN_LENGTH = 12;

    /** Most characters: nobody types more, and somebody might send more. */
    public static final int MAX_LENGTH = 200;

    /** From this length on a password counts as strong. */
    private static final int STRONG_LENGTH = 20;

    private static final int FEWEST_DIFFERENT = 5;

    /** The worst of 12 and more characters after digits and signs at the ends are cut. */
    private static final Set<String> WORST =
            Set.of(
                    "password",
                    "passwordpassword",
                    "passw0rd",
                    "p@ssword",
                    "p@ssw0rd",
                    "mypassword",
                    "changeme",
                    "changemenow",
                    "letmein",
                    "letmeinplease",
                    "welcome",
                    "administrator",
                    "admin",
                    "adminadmin",
                    "qwertyuiop",
                    "qwertyuiopasdf",
                    "qwertyuiopasdfghjkl",
                    "qwerty",
                    "qwertyqwerty",
                    "asdfghjkl",
                    "asdfghjklasdfghjkl",
                    "zxcvbnm",
                    "1qaz2wsx3edc",
                    "1q2w3e4r5t6y",
                    "q1w2e3r4t5y6",
                    "iloveyou",
                    "iloveyouforever",
                    "trustno",
                    "interview",
                    "interviewer",
                    "interviewplanner",
                    "interview planner",
                    "correcthorsebatterystaple",
                    "correct horse battery staple",
                    "abcdefghijkl",
                    "abcdefghijklmnop",
                    "abcdefghijklmnopqrstuvwxyz",
                    "secret",
                    "secretsecret",
                    "football",
                    "baseball",
                    "monkey",
                    "dragon",
                    "sunshine",
                    "princess",
                    "superman",
                    "starwars");

    /** How hard a password is to guess, for a sentence beside the field. */
    public enum Strength {
        /** The rule refuses it. */
        REFUSED,
        GOOD,
        STRONG
    }

    private PasswordRule() {}

    /** Why the rule refuses the password of a person of this name; empty if it does not. */
    public static Optional<Refusal> check(String name, String password) {
        var length = password.codePointCount(0, password.length());
        var plain = plain(password);
        var plainName = plain(name);
        if (length < MIN_LENGTH) {
            return Optional.of(Refusal.PASSWORD_SHORT);
        }
        if (length > MAX_LENGTH) {
            return Optional.of(Refusal.PASSWORD_LONG);
        }
        if (!plainName.isEmpty()
                && core(plain).replace(plainName, "").length() < 6
                && plain.contains(plainName)) {
            return Optional.of(Refusal.PASSWORD_LIKE_NAME);
        }
        if (plain.codePoints().distinct().count() < FEWEST_DIFFERENT
                || WORST.contains(plain)
                || WORST.contains(core(plain))
                || isRun(plain)) {
            return Optional.of(Refusal.PASSWORD_COMMON);
        }
        return Optional.empty();
    }

    /** How hard the password of a person of this name is to guess. */
    public static Strength strength(String name, String password) {
        if (check(name, password).isPresent()) {
            return Strength.REFUSED;
        }
        var different = password.codePoints().distinct().count();
        return password.codePointCount(0, password.length()) >= STRONG_LENGTH && different >= 8
                ? Strength.STRONG
                : Strength.GOOD;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    /** Without the digits and signs that people put around a word. */
    private static String core(String plain) {
        return plain.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
    }

    /** Whether each character follows the one before, as in 0123456789ab or zyxwv. */
    private static boolean isRun(String plain) {
        var up = 0;
        var down = 0;
        for (var i = 1; i < plain.length(); i++) {
            var step = plain.charAt(i) - plain.charAt(i - 1);
            up += step == 1 || step == -9 ? 1 : 0;
            down += step == -1 || step == 9 ? 1 : 0;
        }
        return Math.max(up, down) >= plain.length() - 3;
    }
}
