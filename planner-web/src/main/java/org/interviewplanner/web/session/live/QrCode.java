package org.interviewplanner.web.session.live;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;

/** A text as a QR code in SVG: dark on white with the quiet zone that scanners need. */
final class QrCode {
    private static final int QUIET = 4;

    private QrCode() {}

    /**
     * The picture.
     *
     * @param text 1 to about 2,000 characters
     * @throws IllegalArgumentException if the text does not fit into a QR code
     */
    static String svg(String text) {
        try {
            var cells = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
            var side = cells.getWidth() + 2 * QUIET;
            var path = new StringBuilder();
            for (int y = 0; y < cells.getHeight(); y++) {
                for (int x = 0; x < cells.getWidth(); x++) {
                    if (cells.get(x, y) == 1) {
                        path.append("M%d %dh1v1h-1z".formatted(x + QUIET, y + QUIET));
                    }
                }
            }
            return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
            <path fill="#fff" d="M0 0h%1$dv%1$dH0z"/><path fill="#000" d="%2$s"/></svg>\
            """
                    .formatted(side, path);
        } catch (WriterException e) {
            throw new IllegalArgumentException(
                    "The text (%d characters) does not fit into a QR code."
                            .formatted(text.length()),
                    e);
        }
    }
}
