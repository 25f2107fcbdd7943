package org.interviewplanner.web.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Turns passwords into what may be stored, and compares.
 *
 * <p>bcrypt looks at 72 bytes only, which is 18 emoji or 36 Cyrillic letters: each password is
 * first brought to one Unicode form (the same letter is typed in two ways on two keyboards) and
 * condensed by HMAC-SHA-256 under a label of ours, so that every character counts and a hash leaked
 * elsewhere is of no use here.
 */
@Component
class Passwords implements PasswordEncoder {
    private static final String METHOD = "hmac-bcrypt";

    /** About 100 ms of one core: slow for a guesser, unnoticed by a person. */
    private static final int COST = 11;

    private final PasswordEncoder encoder;
    private final String hashOfNobody;

    Passwords() {
        this(COST);
    }

    Passwords(int cost) {
        encoder =
                new DelegatingPasswordEncoder(
                        METHOD, Map.of(METHOD, new Condensed(new BCryptPasswordEncoder(cost))));
        hashOfNobody = encode("nobody knows this password");
    }

    @Override
    public String encode(@Nullable CharSequence password) {
        var hash = encoder.encode(password);
        if (hash == null) {
            throw new IllegalArgumentException("The password must not be null.");
        }
        return hash;
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        return encoder.matches(password, hash);
    }

    /** Takes as long as a comparison and is always false: nobody can tell who has an account. */
    boolean matchesNobody(CharSequence password) {
        matches(password, hashOfNobody);
        return false;
    }

    private record Condensed(PasswordEncoder inner) implements PasswordEncoder {
        private static final byte[] LABEL =
                "interview planner password 1".getBytes(StandardCharsets.UTF_8);

        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            return password == null ? null : inner.encode(condense(password));
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            return password != null && inner.matches(condense(password), hash);
        }

        private static String condense(CharSequence password) {
            try {
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(LABEL, "HmacSHA256"));
                var normal = Normalizer.normalize(password, Normalizer.Form.NFKC);
                return Base64.getEncoder()
                        .encodeToString(mac.doFinal(normal.getBytes(StandardCharsets.UTF_8)));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("Every Java has HmacSHA256.", e);
            }
        }
    }
}
