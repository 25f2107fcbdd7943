package org.interviewplanner.web.bank;

import org.jspecify.annotations.Nullable;

/**
 * A file as a person dropped it.
 *
 * @param name its file name, for people; never used as a path
 * @param content empty if it was not taken in
 * @param refusal why it was not, as a sentence; null if it was
 */
public record UploadedFile(String name, byte[] content, @Nullable String refusal) {

    /** The largest file that is looked at, a zip archive included: 5 MB. */
    public static final int MAX_BYTES = 5 * 1024 * 1024;

    /** The most files of one import, the documents of its archives included. */
    public static final int MAX_FILES = 200;

    /** The most that all documents of one import have together, unpacked: 20 MB. */
    public static final int MAX_TOTAL_BYTES = 20 * 1024 * 1024;

    public UploadedFile {
        var plain = name.replace("\0", "").strip();
        name = plain.isEmpty() ? "?" : plain.length() <= 255 ? plain : plain.substring(0, 255);
    }

    public UploadedFile(String name, byte[] content) {
        this(name, content, null);
    }

    /** A file of more than {@link #MAX_BYTES}, of which nothing was kept. */
    public static UploadedFile tooLarge(String name) {
        return new UploadedFile(name, new byte[0], Refusals.TOO_LARGE);
    }

    /** A file that is one too many for one import. */
    public static UploadedFile tooMany(String name) {
        return new UploadedFile(name, new byte[0], Refusals.TOO_MANY);
    }
}
