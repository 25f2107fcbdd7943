package org.interviewplanner.web.bank;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A zip of Markdown documents, unpacked in memory. It is only ever read: the names of its entries
 * are shown to people and never become paths. What it may hold is bounded before it is unpacked, so
 * that neither many entries nor a bomb cost more than a document would.
 */
final class Archive {
    /** More entries than this are no folder of documents. */
    static final int MAX_ENTRIES = 2_000;

    /** All entries together, whether they are wanted or not: what is skipped must be read, too. */
    static final int MAX_UNPACKED = 50 * 1024 * 1024;

    /** Text packs to a tenth; what unpacks to more than this many times its size is a bomb. */
    static final int MAX_RATIO = 200;

    private static final int SMALL = 1024 * 1024;
    private static final Pattern DOCUMENT =
            Pattern.compile(".*\\.(?:md|markdown|mdown|mkdn?|mdx|txt|text)");
    private static final Pattern OUTSIDE =
            Pattern.compile(
                    "(?:.*[/\\\\])?\\.\\.(?:[/\\\\].*)?|[/\\\\].*|[A-Za-z]:.*", Pattern.DOTALL);

    private final UploadedFile file;
    private final List<UploadedFile> files = new ArrayList<>();
    private final List<Upload.LeftOut> leftOut = new ArrayList<>();
    private final byte[] buffer = new byte[16 * 1024];
    private long unpacked;
    private int entries;
    private int nested;

    private Archive(UploadedFile file) {
        this.file = file;
    }

    /** Says that the archive as a whole cannot be read, and what to do instead. */
    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String sentence) {
            super(sentence, null, false, false);
        }
    }

    static boolean isOne(byte[] content) {
        return content.length > 3
                && content[0] == 'P'
                && content[1] == 'K'
                && (content[2] == 3 && content[3] == 4 || content[2] == 5 && content[3] == 6);
    }

    /** The documents of the archive, or the reason why there are none. */
    static Archive open(UploadedFile file) {
        try {
            return read(file, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException badName) {
            // Old packers write names in the code page of their machine.
            try {
                return read(file, oldCodePage());
            } catch (IllegalArgumentException worseName) {
                return refused(file, "Its file names cannot be read. Pack the documents again.");
            }
        }
    }

    private static Charset oldCodePage() {
        return Charset.isSupported("IBM437")
                ? Charset.forName("IBM437")
                : StandardCharsets.ISO_8859_1;
    }

    private static Archive read(UploadedFile file, Charset names) {
        var archive = new Archive(file);
        try {
            if (file.content().length > UploadedFile.MAX_BYTES) {
                throw new Refused(Refusals.TOO_LARGE);
            }
            archive.unpack(names);
            archive.requireSome();
            return archive;
        } catch (Refused refused) {
            return refused(file, String.valueOf(refused.getMessage()));
        } catch (ZipException damaged) {
            var message = String.valueOf(damaged.getMessage()).toLowerCase(Locale.ROOT);
            if (message.contains("entry name")) {
                throw new IllegalArgumentException(damaged);
            }
            return refused(
                    file,
                    message.contains("encrypted")
                            ? "This archive is encrypted. Unpack it with its password, and drop the documents themselves."
                            : "This archive is damaged (%s). Pack the documents again."
                                    .formatted(damaged.getMessage()));
        } catch (IOException damaged) {
            return refused(file, "This archive ends too early. Pack the documents again.");
        }
    }

    private static Archive refused(UploadedFile file, String sentence) {
        var archive = new Archive(file);
        archive.leftOut.add(new Upload.LeftOut(file.name(), sentence));
        return archive;
    }

    /** In the order of the archive. */
    List<UploadedFile> files() {
        return files;
    }

    List<Upload.LeftOut> leftOut() {
        return leftOut;
    }

    private void unpack(Charset names) throws IOException, Refused {
        int others = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file.content()), names)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > MAX_ENTRIES) {
                    throw new Refused(
                            "This archive has more than %,d entries. Pack only the Markdown documents."
                                    .formatted(MAX_ENTRIES));
                }
                var name = entry.getName();
                requireInside(name);
                requireNoOffice(name);
                var wanted = isWanted(entry);
                var content = read(zip, wanted);
                if (name.equals("mimetype") && entries == 1) {
                    throw new Refused(Refusals.OFFICE);
                }
                if (content != null) {
                    files.add(new UploadedFile(name, content));
                } else if (!wanted && !entry.isDirectory() && !isLitter(name)) {
                    others++;
                    if (name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
                        leftOut.add(
                                new Upload.LeftOut(
                                        name,
                                        "An archive inside an archive is not opened. Drop it by itself."));
                        others--;
                        nested++;
                    }
                }
            }
        }
        if (others > 0) {
            leftOut.add(
                    new Upload.LeftOut(
                            file.name(),
                            "%,d of its files are no Markdown (.md, .txt) and were left out."
                                    .formatted(others)));
        }
    }

    private void requireSome() throws Refused {
        if (entries == 0) {
            throw new Refused(
                    "This archive is empty or damaged. Pack the Markdown documents again.");
        }
        if (files.isEmpty() && nested == 0) {
            throw new Refused(
                    "This archive holds no Markdown document (.md, .txt). Pack the documents with your questions.");
        }
    }

    private static void requireInside(String name) throws Refused {
        if (OUTSIDE.matcher(name).matches()) {
            var shown = name.length() <= 80 ? name : name.substring(0, 80) + "…";
            throw new Refused(
                    "This archive has a name that points outside of it (%s), as no honest packer writes. Pack the documents again."
                            .formatted(shown));
        }
    }

    /** The formats of Office are zips with well-known entries. */
    private void requireNoOffice(String name) throws Refused {
        if (name.equals("word/document.xml")) {
            throw new Refused(Refusals.WORD);
        }
        if (name.startsWith("xl/workbook") || name.startsWith("ppt/presentation")) {
            throw new Refused(Refusals.OFFICE);
        }
    }

    private static boolean isWanted(ZipEntry entry) {
        var name = entry.getName().toLowerCase(Locale.ROOT);
        return !entry.isDirectory()
                && !isLitter(entry.getName())
                && DOCUMENT.matcher(name).matches();
    }

    /** What packers of some systems add. */
    private static boolean isLitter(String name) {
        return name.startsWith("__MACOSX/")
                || name.substring(name.lastIndexOf('/') + 1).startsWith(".");
    }

    /**
     * The whole entry is read either way; null if it is not wanted, or too large to be a document.
     */
    private byte @Nullable [] read(ZipInputStream zip, boolean wanted) throws IOException, Refused {
        var content = new ByteArrayOutputStream();
        long size = 0;
        for (int count = zip.read(buffer); count >= 0; count = zip.read(buffer)) {
            size += count;
            unpacked += count;
            if (unpacked > MAX_UNPACKED
                    || unpacked > SMALL && unpacked > (long) MAX_RATIO * file.content().length) {
                throw new Refused(
                        "This archive unpacks to far more than documents would. Drop the Markdown documents themselves.");
            }
            if (wanted && size <= UploadedFile.MAX_BYTES + 1L) {
                // One byte too many is enough for the sentence about its size.
                content.write(buffer, 0, count);
            }
        }
        return wanted ? content.toByteArray() : null;
    }
}
