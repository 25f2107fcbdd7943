package org.interviewplanner.web.bank.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import org.interviewplanner.web.bank.UploadedFile;
import org.junit.jupiter.api.Test;

class DroppedFilesTest {

    /** A file without end that counts what is read of it. */
    private static final class Endless extends InputStream {
        private long read;

        @Override
        public int read() {
            read++;
            return 'a';
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            read += length;
            return length;
        }
    }

    @Test
    void readsNoMoreOfALargeFileThanShowsThatItIsTooLarge() throws IOException {
        var endless = new Endless();

        assertThat(DroppedFiles.read(endless)).isNull();
        assertThat(endless.read).isEqualTo(UploadedFile.MAX_BYTES + 1L);
    }

    @Test
    void takesNoMoreFilesThanOneImportReads() {
        var dropped = new DroppedFiles();
        for (int i = 0; i < 6; i++) {
            dropped.add(new UploadedFile(i + ".md", new byte[UploadedFile.MAX_BYTES]));
        }

        var files = dropped.take();

        assertThat(files).hasSize(6);
        assertThat(files.stream().mapToLong(it -> it.content().length).sum())
                .isLessThanOrEqualTo(UploadedFile.MAX_TOTAL_BYTES);
        assertThat(files.getLast().refusal()).contains("At most 200 documents");
        assertThat(dropped.take()).isEmpty();
    }
}
