package org.interviewplanner.web.session.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTest {
    private static final int SCALE = 8;

    @Test
    void isReadByAScanner() throws Exception {
        var address = "https://planner.example.org/candidate/AbC-_0123456789abcdefghijklmnop";

        assertThat(new QRCodeReader().decode(picture(QrCode.svg(address))).getText())
                .isEqualTo(address);
    }

    @Test
    void saysWhatDoesNotFit() {
        assertThatThrownBy(() -> QrCode.svg("x".repeat(5_000)))
                .hasMessage("The text (5000 characters) does not fit into a QR code.");
    }

    /** Paints the dark squares of the SVG. */
    private static BinaryBitmap picture(String svg) {
        var box = Pattern.compile("viewBox=\"0 0 (\\d+) ").matcher(svg);
        assertThat(box.find()).isTrue();
        int side = Integer.parseInt(box.group(1)) * SCALE;
        var pixels = new int[side * side];
        Arrays.fill(pixels, 0xffffff);
        var dark = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(svg);
        while (dark.find()) {
            for (int y = 0; y < SCALE; y++) {
                for (int x = 0; x < SCALE; x++) {
                    pixels[
                                    (Integer.parseInt(dark.group(2)) * SCALE + y) * side
                                            + Integer.parseInt(dark.group(1)) * SCALE
                                            + x] =
                            0;
                }
            }
        }
        return new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels)));
    }
}
