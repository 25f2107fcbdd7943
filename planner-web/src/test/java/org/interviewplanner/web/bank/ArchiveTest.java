package org.interviewplanner.web.bank;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ArchiveTest {

    /** Entries by name and content, in turn. */
    static byte[] zip(Charset names, Object... entries) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, names)) {
            for (int i = 0; i < entries.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) entries[i]));
                zip.write(
                        entries[i + 1] instanceof byte[] content
                                ? content
                                : ((String) entries[i + 1]).getBytes(UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] zip(Object... entries) {
        return zip(UTF_8, entries);
    }

    private static Upload read(byte[] content) {
        return Upload.read(List.of(new UploadedFile("all.zip", content)));
    }

    private static void assertRefused(byte[] content, String words) {
        var upload = read(content);
        assertThat(upload.documents()).isEmpty();
        assertThat(upload.leftOut()).anyMatch(it -> it.sentence().contains(words));
    }

    @Test
    void readsTheMarkdownAndSaysWhatWasLeftOut() {
        var upload =
                read(
                        zip(
                                "docs/",
                                "",
                                "docs/a.md",
                                "# A\n",
                                "docs/Ünï.MD",
                                "# B\r\n",
                                "logo.png",
                                "x",
                                "notes.txt",
                                "# C\n",
                                "__MACOSX/docs/._a.md",
                                "x",
                                ".hidden.md",
                                "x"));

        assertThat(upload.documents())
                .extracting(Upload.Document::name)
                .containsExactly("docs/a.md", "docs/Ünï.MD", "notes.txt");
        assertThat(upload.documents().get(1).text()).isEqualTo("# B\n");
        assertThat(upload.leftOut())
                .extracting(Upload.LeftOut::sentence)
                .containsExactly("1 of its files are no Markdown (.md, .txt) and were left out.");
    }

    @Test
    void readsNamesOfAnOldCodePage() {
        var upload = read(zip(Charset.forName("IBM437"), "Fragen-für-alle.md", "# A\n"));

        assertThat(upload.documents())
                .extracting(Upload.Document::name)
                .containsExactly("Fragen-für-alle.md");
    }

    @Test
    void refusesNamesThatPointOutside() {
        for (var name :
                List.of("../a.md", "x/../../a.md", "/etc/a.md", "..\\a.md", "C:\\a.md", "x/..")) {
            assertRefused(zip(name, "# A\n"), "points outside of it (" + name);
        }
        assertThat(read(zip("a..b/c...md", "# A\n")).documents()).hasSize(1);
    }

    @Test
    void refusesManyEntries() {
        var entries = new Object[200_000];
        for (int i = 0; i < entries.length; i += 2) {
            entries[i] = i + ".md";
            entries[i + 1] = "";
        }
        var content = zip(StandardCharsets.UTF_8, entries);
        // 100,000 entries are over 5 MB by their names alone; a quarter of them is below.
        assertRefused(content, "more than 5 MB");
        assertRefused(zip(java.util.Arrays.copyOf(entries, 40_000)), "has more than 2,000 entries");
    }

    @Test
    void refusesABombBeforeItIsUnpacked() {
        var zeros = new byte[60 * 1024 * 1024];
        assertRefused(zip("a.md", zeros), "unpacks to far more than documents would");
        // Of what nobody asked for, too: it must be read to get past it.
        assertRefused(zip("movie.bin", zeros, "a.md", "# A\n"), "unpacks to far more");
        // Each entry harmless, all together not.
        var noise = new byte[1024 * 1024];
        new Random(1).nextBytes(noise);
        var half = new byte[4 * 1024 * 1024];
        System.arraycopy(noise, 0, half, 0, 60_000);
        var many = new Object[40];
        for (int i = 0; i < many.length; i += 2) {
            many[i] = i + ".md";
            many[i + 1] = half;
        }
        assertRefused(zip(many), "unpacks to far more than documents would");
    }

    @Test
    void doesNotOpenAnArchiveInsideAnArchive() {
        var upload = read(zip("inner.zip", zip("a.md", "# A\n"), "b.md", "# B\n"));

        assertThat(upload.documents()).extracting(Upload.Document::name).containsExactly("b.md");
        assertThat(upload.leftOut())
                .anyMatch(it ->
                        it.name().equals("inner.zip")
                                && it.sentence().contains("inside an archive"));
        assertRefused(zip("inner.zip", zip("a.md", "# A\n")), "inside an archive");
    }

    @Test
    void knowsOfficeFilesAndTellsThemFromFoldersOfThatName() {
        assertRefused(
                zip("[Content_Types].xml", "<x/>", "word/document.xml", "<x/>"), "a Word file");
        assertRefused(zip("xl/workbook.xml", "<x/>"), "an Office file");
        assertRefused(zip("mimetype", "application/vnd.oasis.opendocument.text"), "an Office file");
        assertThat(read(zip("word/questions.md", "# A\n")).documents()).hasSize(1);
    }

    @Test
    void saysThatItIsEncryptedDamagedOrEmpty() {
        var plain = zip("a.md", "# A\n");
        var encrypted = plain.clone();
        encrypted[6] |= 1;
        assertRefused(encrypted, "This archive is encrypted");
        assertRefused(java.util.Arrays.copyOf(plain, 36), "ends too early");
        assertRefused(zip(), "is empty or damaged");
        assertRefused(zip("a.png", "x"), "holds no Markdown document");
    }

    @Test
    void neverThrowsWhateverIsWrongWithIt() {
        var plain = zip("docs/a.md", "# A\n\n1. Why?\n", "b.md", "# B\n".repeat(500));
        var random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            var broken = java.util.Arrays.copyOf(plain, 5 + random.nextInt(plain.length - 4));
            for (int flips = random.nextInt(6); flips > 0; flips--) {
                broken[4 + random.nextInt(broken.length - 4)] = (byte) random.nextInt();
            }
            var upload = read(broken);
            assertThat(upload.documents().size() + upload.leftOut().size()).isPositive();
        }
    }

    @Test
    void saysWhatOtherFilesAre() {
        assertUnread("%PDF-1.7 …".getBytes(UTF_8), "a PDF");
        assertUnread("{\\rtf1 x}".getBytes(UTF_8), "a rich-text file");
        assertUnread(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0}, "an old Office");
        assertUnread(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0}, "a picture");
        assertUnread(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0}, "a picture");
        assertUnread(new byte[] {0x1F, (byte) 0x8B, 8, 0}, "a packed archive");
        assertUnread("\uFEFF# Fragen".getBytes(StandardCharsets.UTF_16LE), "UTF-16");
        assertUnread("# Questions for all".getBytes(StandardCharsets.UTF_16BE), "UTF-16");
        assertUnread("a\0b".getBytes(UTF_8), "a zero byte stands at position 2");
        assertUnread("# Prüfung".getBytes(StandardCharsets.ISO_8859_1), "line 1 has a byte");
        assertUnread("<!-- x -->\n<!doctype html><p>Why?".getBytes(UTF_8), "This is an HTML page");
        assertUnread("  \n".getBytes(UTF_8), "is empty");
    }

    private static void assertUnread(byte[] content, String words) {
        var upload = Upload.read(List.of(new UploadedFile("it", content)));
        assertThat(upload.documents()).isEmpty();
        assertThat(upload.leftOut())
                .singleElement()
                .satisfies(it -> assertThat(it.sentence()).contains(words));
    }
}
