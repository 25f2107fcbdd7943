package org.interviewplanner.web.print;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import org.interviewplanner.print.Html;
import org.springframework.stereotype.Component;

/**
 * Prints laid-out sheets as PDF, with every font embedded and nothing fetched from anywhere.
 *
 * <p>The fonts cover the scripts of {@link #COVERED}; a character of another script is printed as a
 * replacement mark, and {@link #scriptsWithoutFont} names it beforehand. The Indic scripts are left
 * out on purpose: the engine cannot put their letters together, and wrong letters are worse than a
 * clear mark. The same document gives the same pages on every machine, because no font of the
 * machine is used. Thread-safe.
 */
@Component
class PdfPrinter {

    /** The scripts that can be printed whole. */
    static final Set<UnicodeScript> COVERED =
            EnumSet.of(
                    UnicodeScript.COMMON,
                    UnicodeScript.INHERITED,
                    UnicodeScript.LATIN,
                    UnicodeScript.CYRILLIC,
                    UnicodeScript.GREEK,
                    UnicodeScript.HAN,
                    UnicodeScript.HIRAGANA,
                    UnicodeScript.KATAKANA,
                    UnicodeScript.HANGUL,
                    UnicodeScript.ARABIC,
                    UnicodeScript.HEBREW,
                    UnicodeScript.THAI,
                    UnicodeScript.GEORGIAN,
                    UnicodeScript.ARMENIAN);

    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    /** The two families that the sheets name. */
    private static final List<Face> NAMED =
            List.of(
                    new Face("NotoSans-Regular", "Noto Sans", REGULAR, FontStyle.NORMAL),
                    new Face("NotoSans-Bold", "Noto Sans", BOLD, FontStyle.NORMAL),
                    new Face("NotoSans-Italic", "Noto Sans", REGULAR, FontStyle.ITALIC),
                    new Face("NotoSans-BoldItalic", "Noto Sans", BOLD, FontStyle.ITALIC),
                    new Face("NotoSansMono-Regular", "Noto Sans Mono", REGULAR, FontStyle.NORMAL),
                    new Face("NotoSansMono-Bold", "Noto Sans Mono", BOLD, FontStyle.NORMAL));

    /**
     * Asked in this order for what the named ones lack; the largest last, because each is read when
     * it is asked.
     */
    private static final List<Face> FALLBACK =
            List.of(
                    new Face("NotoSans-Regular", "Rest Sans", REGULAR, FontStyle.NORMAL),
                    new Face("NotoSansArabic-Regular", "Rest Arabic", REGULAR, FontStyle.NORMAL),
                    new Face("NotoSansArabic-Bold", "Rest Arabic", BOLD, FontStyle.NORMAL),
                    new Face("NotoSansHebrew-Regular", "Rest Hebrew", REGULAR, FontStyle.NORMAL),
                    new Face("NotoSansHebrew-Bold", "Rest Hebrew", BOLD, FontStyle.NORMAL),
                    new Face("NotoSansThai-Regular", "Rest Thai", REGULAR, FontStyle.NORMAL),
                    new Face("NotoSansThai-Bold", "Rest Thai", BOLD, FontStyle.NORMAL),
                    new Face(
                            "NotoSansGeorgian-Regular", "Rest Georgian", REGULAR, FontStyle.NORMAL),
                    new Face("NotoSansGeorgian-Bold", "Rest Georgian", BOLD, FontStyle.NORMAL),
                    new Face(
                            "NotoSansArmenian-Regular", "Rest Armenian", REGULAR, FontStyle.NORMAL),
                    new Face("NotoSansArmenian-Bold", "Rest Armenian", BOLD, FontStyle.NORMAL),
                    new Face("NotoSansMath-Regular", "Rest Mathematics", REGULAR, FontStyle.NORMAL),
                    new Face("NotoSansSymbols2-Regular", "Rest Symbols", REGULAR, FontStyle.NORMAL),
                    new Face("NotoEmoji-Regular", "Rest Emoji", REGULAR, FontStyle.NORMAL),
                    new Face("DroidSansFallback", "Rest East Asian", REGULAR, FontStyle.NORMAL));

    private final FSCacheEx<String, FSCacheValue> fontMetrics = new FSDefaultCacheStore();

    PdfPrinter() {
        // The engine tells each step of its work at INFO.
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    /**
     * The document as PDF.
     *
     * @throws UncheckedIOException if the engine fails
     */
    byte[] print(Html html) {
        var out = new ByteArrayOutputStream();
        print(html, out);
        return out.toByteArray();
    }

    /**
     * Writes the document as PDF; does not close the stream.
     *
     * @throws UncheckedIOException if the engine or the stream fails
     */
    void print(Html html, OutputStream out) {
        print(html.document(), out);
    }

    /** For tests that hand in what no renderer makes. */
    void print(String xhtml, OutputStream out) {
        var engine = new PdfRendererBuilder();
        engine.useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        engine.useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        NAMED.forEach(face -> use(engine, face, FSFontUseCase.DOCUMENT));
        FALLBACK.forEach(face -> use(engine, face, FSFontUseCase.FALLBACK_FINAL));
        engine.useCacheStore(CacheStore.PDF_FONT_METRICS, fontMetrics);
        engine.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
        engine.useUnicodeBidiReorderer(new ICUBidiReorderer());
        engine.useReplacementText("\uFFFD");
        engine.withProducer("Interview Planner");
        engine.withHtmlContent(xhtml, null);
        engine.toStream(out);
        try {
            engine.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The scripts in a text that no font here covers; empty if it can be printed whole.
     *
     * @param text any text, Markdown or not
     */
    static Set<UnicodeScript> scriptsWithoutFont(String text) {
        Set<UnicodeScript> missing = EnumSet.noneOf(UnicodeScript.class);
        text.codePoints().mapToObj(UnicodeScript::of).forEach(missing::add);
        missing.removeAll(COVERED);
        return missing;
    }

    private static void use(PdfRendererBuilder engine, Face face, FSFontUseCase useCase) {
        engine.useFont(
                face::open, face.family(), face.weight(), face.style(), true, EnumSet.of(useCase));
    }

    private record Face(String file, String family, int weight, FontStyle style) {

        InputStream open() {
            try (InputStream in = PdfPrinter.class.getResourceAsStream("fonts/" + file + ".ttf")) {
                if (in == null) {
                    throw new IllegalStateException(
                            "The application lacks its own font (%s).".formatted(file));
                }
                return new ByteArrayInputStream(withoutSubstitutions(in.readAllBytes()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /**
         * Hides the table of glyph substitutions (GSUB) by another tag. The engine would apply its
         * Latin ligatures to each word anew, which takes a third of all time and puts ligatures
         * where people search and copy letters. Arabic does not need it: its letters are joined by
         * character before the font is asked.
         *
         * @param font an OpenType file: 12 bytes of header, of which bytes 4 and 5 count the
         *     tables, then 16 bytes for each table, the tag first
         */
        private static byte[] withoutSubstitutions(byte[] font) {
            var directory = ByteBuffer.wrap(font);
            int tables = directory.getShort(4);
            for (int at = 12; at < 12 + 16 * tables; at += 16) {
                if (directory.getInt(at) == GSUB) {
                    directory.putInt(at, HIDDEN);
                }
            }
            return font;
        }

        private static final int GSUB = 0x47535542;
        private static final int HIDDEN = 0x78787878;
    }
}
