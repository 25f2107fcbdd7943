package org.interviewplanner.web.bank;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.interviewplanner.bank.BankParser;

/**
 * What a person dropped, read as text.
 *
 * @param documents what can be read, in the order of the files
 * @param leftOut what cannot, each with the sentence that says why and what to do instead
 */
record Upload(List<Document> documents, List<LeftOut> leftOut) {

    /**
     * A document.
     *
     * @param text with {@code \n} at line ends, without byte order mark
     */
    record Document(String name, String text, String sha256) {}

    /** A file, or an entry of an archive, that is not read. */
    record LeftOut(String name, String sentence) {}

    Upload {
        documents = List.copyOf(documents);
        leftOut = List.copyOf(leftOut);
    }

    /** Reads the files; archives are unpacked in memory, within limits. */
    static Upload read(List<UploadedFile> files) {
        var documents = new ArrayList<Document>();
        var leftOut = new ArrayList<LeftOut>();
        for (var file : files) {
            var refusal = file.refusal();
            if (refusal != null) {
                leftOut.add(new LeftOut(file.name(), refusal));
            } else if (Archive.isOne(file.content())) {
                var archive = Archive.open(file);
                leftOut.addAll(archive.leftOut());
                archive.files().forEach(it -> add(it, documents, leftOut));
            } else {
                add(file, documents, leftOut);
            }
        }
        return bounded(documents, leftOut);
    }

    /** A text that was typed or pasted. */
    static Upload read(String name, String text) {
        // Each character takes at least one byte: no need to encode what is too long anyway.
        if (text.length() > UploadedFile.MAX_BYTES) {
            return new Upload(List.of(), List.of(new LeftOut(name, Refusals.TOO_LARGE)));
        }
        return read(List.of(new UploadedFile(name, text.getBytes(StandardCharsets.UTF_8))));
    }

    private static Upload bounded(List<Document> documents, List<LeftOut> leftOut) {
        long total = 0;
        var kept = new ArrayList<Document>();
        for (var document : documents) {
            total += document.text().length();
            if (kept.size() >= UploadedFile.MAX_FILES || total > UploadedFile.MAX_TOTAL_BYTES) {
                leftOut.add(new LeftOut(document.name(), Refusals.TOO_MANY));
            } else {
                kept.add(document);
            }
        }
        return new Upload(kept, leftOut);
    }

    private static void add(UploadedFile file, List<Document> documents, List<LeftOut> leftOut) {
        var content = file.content();
        var sentence = Refusals.of(content);
        if (sentence != null) {
            leftOut.add(new LeftOut(file.name(), sentence));
            return;
        }
        var text = CharBuffer.allocate(content.length);
        var bytes = ByteBuffer.wrap(content);
        var decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        if (decoder.decode(bytes, text, true).isError()) {
            leftOut.add(new LeftOut(file.name(), Refusals.notUtf8(content, bytes.position())));
            return;
        }
        var plain = plain(text.flip().toString());
        if (plain.isBlank()) {
            leftOut.add(new LeftOut(file.name(), Refusals.EMPTY));
        } else if (plain.length() > BankParser.MAX_CHARACTERS) {
            leftOut.add(new LeftOut(file.name(), Refusals.TOO_LARGE));
        } else {
            documents.add(new Document(file.name(), plain, sha256(content)));
        }
    }

    private static String plain(String text) {
        return (text.startsWith("\uFEFF") ? text.substring(1) : text)
                .replace("\r\n", "\n")
                .replace('\r', '\n');
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
