package org.interviewplanner.web.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked once per version into the user's cache: the archive travels in
 * the jar.
 */
final class PostgresBinaries {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresBinaries.class);

    private static final int EXECUTABLE_BY_OWNER = 0100;

    private PostgresBinaries() {}

    /**
     * Answers the folder with {@code bin}, {@code lib} and {@code share}, unpacking it if needed.
     *
     * @throws CannotStartException if the jar was built for another platform
     */
    static Path unpackedIn(Path cache) throws IOException {
        var archive = archiveName();
        var ready = cache.resolve("postgres-" + fingerprint(archive));
        if (Files.isDirectory(ready)) {
            return ready;
        }
        DataFolder.makePrivate(cache);
        var draft = Files.createTempDirectory(cache, "unpacking-");
        try {
            LOG.info("Unpacking PostgreSQL into {}", ready);
            unpack(archive, draft);
            Files.move(draft, ready, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw e;
        } catch (FileSystemException e) {
            // Another start was faster: its copy is as good.
            if (!Files.isDirectory(ready)) {
                throw e;
            }
        } finally {
            DataFolder.erase(draft);
        }
        return ready;
    }

    private static String archiveName() {
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        var machine = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        return "postgres-%s-%s.txz"
                .formatted(
                        system.startsWith("windows")
                                ? "windows"
                                : system.startsWith("mac") ? "darwin" : "linux",
                        Set.of("aarch64", "arm64").contains(machine) ? "arm_64" : "x86_64");
    }

    private static InputStream open(String archive) {
        var stream = PostgresBinaries.class.getResourceAsStream("/" + archive);
        if (stream == null) {
            throw new CannotStartException(
                    """
                    This build holds no PostgreSQL for this machine (%s is missing).
                    Maybe build it here, or name a server of your own with --database.\
                    """
                            .formatted(archive));
        }
        return stream;
    }

    /** Names the content, so that a new version is unpacked beside the old one. */
    private static String fingerprint(String archive) throws IOException {
        try (var stream = open(archive)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[1 << 16];
            for (int read; (read = stream.read(buffer)) >= 0; ) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    private static void unpack(String archive, Path target) throws IOException {
        try (var tar =
                new TarArchiveInputStream(
                        new XZInputStream(new BufferedInputStream(open(archive), 1 << 16)))) {
            for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
                var path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("The archive leaves its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(path.resolveSibling(""));
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(path.resolveSibling(""));
                    Files.copy(tar, path);
                    if ((entry.getMode() & EXECUTABLE_BY_OWNER) != 0) {
                        makeExecutable(path);
                    }
                }
            }
        }
    }

    private static void makeExecutable(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            var permissions = Files.getPosixFilePermissions(file);
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            Files.setPosixFilePermissions(file, permissions);
        }
    }
}
