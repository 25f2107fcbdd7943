package org.interviewplanner.web.data;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * The passwords of the embedded database's three roles: random, made once, kept beside the data for
 * its owner only.
 */
record Secrets(String superuser, String owner, String app) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Reads the secrets of the folder, or makes them if the folder holds no database yet. */
    static Secrets of(DataFolder folder) throws IOException {
        var file = folder.path().resolve("secrets.properties");
        if (!Files.exists(file)) {
            if (Files.exists(folder.cluster())) {
                throw new CannotStartException(
                        """
                        The data folder (%s) holds a database but not its secrets.properties, \
                        without which nobody can open it.
                        Maybe restore that file from the backup the data came from.\
                        """
                                .formatted(folder.path()));
            }
            var made = new Secrets(random(), random(), random());
            DataFolder.writePrivately(
                    file,
                    """
                    # Opens the embedded database. Belongs to the data beside it: back up both.
                    superuser=%s
                    owner=%s
                    app=%s
                    """
                            .formatted(made.superuser, made.owner, made.app));
        }
        return read(file);
    }

    private static Secrets read(Path file) throws IOException {
        var kept = new Properties();
        kept.load(new StringReader(Files.readString(file)));
        var superuser = kept.getProperty("superuser");
        var owner = kept.getProperty("owner");
        var app = kept.getProperty("app");
        if (superuser == null || owner == null || app == null) {
            throw new CannotStartException(
                    """
                    The file (%s) must hold the three secrets superuser, owner and app.
                    Maybe restore it from a backup.\
                    """
                            .formatted(file));
        }
        return new Secrets(superuser, owner, app);
    }

    /** 256 random bits in letters that need no quoting. */
    private static String random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Names no secret. */
    @Override
    public String toString() {
        return "Secrets";
    }
}
