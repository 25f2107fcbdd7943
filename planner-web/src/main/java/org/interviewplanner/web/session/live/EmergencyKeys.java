package org.interviewplanner.web.session.live;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The keys of the emergency file, in the database that all nodes share. */
@Component
class EmergencyKeys {
    private static final String ALGORITHM = "RSA";
    private static final int BITS = 3072;

    private final JdbcClient jdbc;

    EmergencyKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What a browser needs for sealing.
     *
     * @param key as SubjectPublicKeyInfo
     */
    record Offer(UUID id, byte[] key) {}

    /** The newest key; the first call makes one. Two nodes that do so at once make two: no harm. */
    Offer offer() {
        return newest().orElseGet(() -> {
            make();
            return newest().orElseThrow();
        });
    }

    private Optional<Offer> newest() {
        return jdbc.sql(
                        """
                        select id, public_key from emergency_key
                        order by created_at desc, id limit 1
                        """)
                .query((row, number) ->
                        new Offer(row.getObject("id", UUID.class), row.getBytes("public_key")))
                .optional();
    }

    private void make() {
        try {
            var generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(BITS);
            var pair = generator.generateKeyPair();
            jdbc.sql(
                            """
                            insert into emergency_key (id, public_key, private_key) values (?, ?, ?)
                            """)
                    .params(
                            UUID.randomUUID(),
                            pair.getPublic().getEncoded(),
                            pair.getPrivate().getEncoded())
                    .update();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java knows no " + ALGORITHM, e);
        }
    }

    /** The private half, or empty if it is not one of ours. */
    Optional<PrivateKey> find(UUID id) {
        return jdbc.sql("select private_key from emergency_key where id = ?")
                .param(id)
                .query((row, number) -> row.getBytes("private_key"))
                .optional()
                .map(EmergencyKeys::read);
    }

    private static PrivateKey read(byte[] encoded) {
        try {
            return KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A stored key cannot be read", e);
        }
    }
}
