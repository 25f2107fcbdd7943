package org.interviewplanner.web.bank.ui;

import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.interviewplanner.web.bank.UploadedFile;
import org.jspecify.annotations.Nullable;

/**
 * Collects files on their way in. Of one that is too large no more is read than shows that: the
 * memory taken is that of a file of the largest size, whatever is sent.
 */
final class DroppedFiles implements UploadHandler {
    private static final long serialVersionUID = 1L;

    /** Requests come in threads of their own. */
    private final transient List<UploadedFile> files = new ArrayList<>();

    private long total;

    @Override
    public void handleUploadRequest(UploadEvent event) throws IOException {
        if (event.getFileSize() > UploadedFile.MAX_BYTES) {
            refuse(event);
            return;
        }
        try (var in = event.getInputStream()) {
            var content = read(in);
            if (content == null) {
                refuse(event);
            } else {
                add(new UploadedFile(event.getFileName(), content));
            }
        }
    }

    /** At most one byte more than is allowed is read; null if there is such a byte. */
    static byte @Nullable [] read(InputStream in) throws IOException {
        var content = in.readNBytes(UploadedFile.MAX_BYTES + 1);
        return content.length > UploadedFile.MAX_BYTES ? null : content;
    }

    private void refuse(UploadEvent event) {
        add(UploadedFile.tooLarge(event.getFileName()));
        event.reject();
    }

    /** Takes a file that the browser did not even send. */
    synchronized void add(UploadedFile file) {
        total += file.content().length;
        if (files.size() <= UploadedFile.MAX_FILES && total <= UploadedFile.MAX_TOTAL_BYTES) {
            files.add(file);
        } else {
            files.add(UploadedFile.tooMany(file.name()));
        }
    }

    /** What came since the last call. */
    synchronized List<UploadedFile> take() {
        var taken = List.copyOf(files);
        files.clear();
        total = 0;
        return taken;
    }

    @Override
    public long getRequestSizeMax() {
        return UploadedFile.MAX_BYTES + 64L * 1024;
    }

    @Override
    public long getFileSizeMax() {
        return UploadedFile.MAX_BYTES;
    }
}
