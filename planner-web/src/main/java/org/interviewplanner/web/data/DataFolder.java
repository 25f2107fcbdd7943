package org.interviewplanner.web.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The folder that keeps everything of one embedded database, open to its owner only and held by one
 * running product at a time.
 *
 * <p>The holder is whoever has the lock of the operating system on the file {@code lock}: it ends
 * with the process, however that ends.
 */
final class DataFolder implements AutoCloseable {

    /** Less than this and PostgreSQL stops in the middle of its first checkpoint. */
    private static final long LEAST_FREE_BYTES = 200_000_000;

    /** Beside the lock file, not in it: reading that would give the lock up, see below. */
    private static final String HOLDER = "lock-holder";

    /**
     * Folders held by this very process: closing any channel on a file gives up all POSIX locks a
     * process has on it, so nobody here may open the lock file a second time.
     */
    private static final Set<Path> HELD_HERE = new HashSet<>();

    private final Path path;
    private final FileChannel lockFile;

    private DataFolder(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /**
     * Makes the folder if it is missing, and holds it until closed.
     *
     * @throws CannotStartException if it cannot be written, is nearly full, or is held by another
     */
    static DataFolder hold(Path wanted) {
        try {
            makePrivate(wanted);
            var path = wanted.toRealPath();
            var free = Files.getFileStore(path).getUsableSpace();
            if (free < LEAST_FREE_BYTES) {
                throw new CannotStartException(
                        """
                        The data folder (%s) has %d MB left, the database needs at least %d MB.
                        Maybe free some space, or give another folder with --data.\
                        """
                                .formatted(path, free / 1_000_000, LEAST_FREE_BYTES / 1_000_000));
            }
            var held = tryHold(path);
            if (held == null) {
                throw new CannotStartException(
                        """
                        The data folder (%s) is in use by another running interview planner%s.
                        Maybe stop that one first, or give another folder with --data.\
                        """
                                .formatted(path, holder(path)));
            }
            return held;
        } catch (IOException e) {
            throw unwritable(wanted, e);
        }
    }

    /** Holds an existing folder, or answers null if another does. */
    static @Nullable DataFolder tryHold(Path path) throws IOException {
        synchronized (HELD_HERE) {
            if (HELD_HERE.contains(path)) {
                return null;
            }
            var channel =
                    FileChannel.open(
                            path.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            var held = false;
            try {
                if (channel.tryLock() == null) {
                    return null;
                }
                writePrivately(path.resolve(HOLDER), Long.toString(ProcessHandle.current().pid()));
                held = HELD_HERE.add(path);
                return new DataFolder(path, channel);
            } finally {
                if (!held) {
                    channel.close();
                }
            }
        }
    }

    static CannotStartException unwritable(Path folder, IOException cause) {
        var reason =
                switch (cause) {
                    case AccessDeniedException denied -> "permission denied";
                    case FileAlreadyExistsException file -> "it is a file, not a folder";
                    case NoSuchFileException missing -> "no folder can be made there";
                    case FileSystemException file when file.getReason() != null -> file.getReason();
                    default -> cause.toString();
                };
        return new CannotStartException(
                """
                The data folder (%s) cannot be written: %s.
                Maybe give another folder with --data.\
                """
                        .formatted(folder, reason),
                cause);
    }

    private static String holder(Path path) {
        try {
            var process = Files.readString(path.resolve(HOLDER)).strip();
            return process.isEmpty() ? "" : " (process %s)".formatted(process);
        } catch (IOException e) {
            return ""; // only less helpful
        }
    }

    /** The real path, without symbolic links. */
    Path path() {
        return path;
    }

    /** The folder that PostgreSQL keeps for itself. */
    Path cluster() {
        return path.resolve("postgres");
    }

    /** What PostgreSQL has to say. */
    Path log() {
        return path.resolve("postgres.log");
    }

    /** Removes the folder with all its content; the data are gone. */
    void erase() {
        close();
        try {
            erase(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        synchronized (HELD_HERE) {
            HELD_HERE.remove(path);
            try {
                lockFile.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Makes a folder, and its missing parents, for the owner only. */
    static void makePrivate(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(folder.toAbsolutePath(), ownerOnly(folder, "rwx------"));
    }

    /** Writes a file whole or not at all, readable by the owner only. */
    static void writePrivately(Path file, String content) throws IOException {
        var draft = file.resolveSibling(file.getFileName() + ".draft");
        Files.deleteIfExists(draft);
        Files.createFile(draft, ownerOnly(file, "rw-------"));
        try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
        Files.move(
                draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static FileAttribute<?>[] ownerOnly(Path path, String permissions) {
        // Windows has no such bits; a folder below the user's own inherits who may read it.
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** Removes a tree if it exists; follows no links. */
    static void erase(Path tree) throws IOException {
        if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(
                tree,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path folder, @Nullable IOException failure) throws IOException {
                        if (failure != null) {
                            throw failure;
                        }
                        Files.delete(folder);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
