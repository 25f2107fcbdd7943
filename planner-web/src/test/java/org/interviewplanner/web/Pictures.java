package org.interviewplanner.web;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * Pictures of screens, for people to look at: taken only with {@code -Dplanner.pictures=true}, as
 * no test looks at them and each takes its third of a second.
 */
public final class Pictures {
    private static final boolean WANTED = Boolean.getBoolean("planner.pictures");

    /** What is moving on a screen has come to rest by then. */
    private static final int REST_MILLIS = 700;

    private final Path folder;

    /**
     * @param name of a folder below {@code target}
     */
    public Pictures(String name) {
        folder = Path.of("target", name);
    }

    /** What the window shows. */
    public void take(Page page, String name) {
        take(page, name, false);
    }

    /** The whole page, however long. */
    public void takeWhole(Page page, String name) {
        take(page, name, true);
    }

    private void take(Page page, String name, boolean whole) {
        if (WANTED) {
            page.waitForTimeout(REST_MILLIS);
            page.screenshot(new Page.ScreenshotOptions().setPath(file(name)).setFullPage(whole));
        }
    }

    /** Each page of a document that is made for paper. */
    public void takePages(PDDocument pdf, String name) throws IOException {
        for (int page = 0; WANTED && page < pdf.getNumberOfPages(); page++) {
            Files.createDirectories(folder);
            var picture = new PDFRenderer(pdf).renderImageWithDPI(page, 80);
            ImageIO.write(picture, "png", file(name + "-" + (page + 1)).toFile());
        }
    }

    private Path file(String name) {
        return folder.resolve(name.replaceAll("[^A-Za-z0-9]+", "-") + ".png");
    }
}
