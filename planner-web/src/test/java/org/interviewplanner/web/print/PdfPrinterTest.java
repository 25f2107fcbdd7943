package org.interviewplanner.web.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.assertj.core.data.Offset;
import org.interviewplanner.bank.Difficulty;
import org.interviewplanner.bank.RatingScale;
import org.interviewplanner.print.PrintedQuestion;
import org.interviewplanner.print.QuestionGuide;
import org.interviewplanner.print.Sheet;
import org.interviewplanner.print.Sheet.CandidateSheet;
import org.interviewplanner.print.Sheet.InterviewerSheet;
import org.interviewplanner.print.Sheet.Pack;
import org.interviewplanner.print.Sheet.ScoreSheet;
import org.interviewplanner.print.SheetFormat;
import org.interviewplanner.print.SheetFormat.Print;
import org.interviewplanner.print.SheetHeader;
import org.interviewplanner.print.SheetRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfPrinterTest {

    private static final SheetHeader HEADER =
            new SheetHeader("Backend engineer", "K7Q2", "Ada L.", LocalDate.of(2026, 11, 22));

    private final PdfPrinter printer = new PdfPrinter();

    @Test
    void printsTitleSetCodeAndPageNumberOnEveryPage() throws IOException {
        List<PrintedQuestion> questions =
                IntStream.rangeClosed(1, 12)
                        .mapToObj(i -> question(i, "Storage", "Question number " + i + "?", "", 8))
                        .toList();

        try (PDDocument pdf = pdf(SheetFormat.A4, new CandidateSheet(HEADER, questions))) {
            int pages = pdf.getNumberOfPages();
            assertThat(pages).isBetween(3, 8);
            for (int page = 1; page <= pages; page++) {
                assertThat(text(pdf, page))
                        .contains("Backend engineer", "Set K7Q2", "Question sheet")
                        .contains("Page " + page + " of " + pages);
            }
            assertThat(pdf.getDocumentInformation().getTitle())
                    .isEqualTo("Backend engineer · Set K7Q2");
        }
    }

    @Test
    void knowsThePaper() throws IOException {
        var sheet = new CandidateSheet(HEADER, List.of(question(1, "", "Why?", "", 1)));

        try (PDDocument a4 = pdf(SheetFormat.A4, sheet);
                PDDocument letter = pdf(SheetFormat.LETTER, sheet)) {
            assertThat(Math.round(a4.getPage(0).getMediaBox().getWidth())).isEqualTo(595);
            assertThat(Math.round(a4.getPage(0).getMediaBox().getHeight())).isEqualTo(842);
            assertThat(Math.round(letter.getPage(0).getMediaBox().getWidth())).isEqualTo(612);
            assertThat(Math.round(letter.getPage(0).getMediaBox().getHeight())).isEqualTo(792);
        }
    }

    @Test
    void takesMorePagesInLargePrint() throws IOException {
        List<PrintedQuestion> questions =
                IntStream.rangeClosed(1, 10)
                        .mapToObj(i -> question(i, "", "Some words to read. ".repeat(10), "", 3))
                        .toList();
        var sheet = new CandidateSheet(HEADER, questions);

        try (PDDocument normal = pdf(SheetFormat.A4, sheet);
                PDDocument large = pdf(SheetFormat.A4.in(Print.LARGE), sheet)) {
            assertThat(large.getNumberOfPages()).isGreaterThan(normal.getNumberOfPages());
        }
    }

    @Test
    void tellsTheInterviewerAllAndTheCandidateNothingTooMuch() throws IOException {
        PrintedQuestion asked = question(1, "Storage", "When does an index hurt?", "", 2);
        var guide =
                new QuestionGuide(
                        asked,
                        Difficulty.ADVANCED,
                        true,
                        Duration.ofMinutes(4),
                        true,
                        "It costs writes.",
                        List.of("measures first"),
                        List.of("How would you notice?"),
                        List.of("guesses", "", "", "weighs"));

        try (PDDocument interviewer =
                        pdf(
                                SheetFormat.A4,
                                new InterviewerSheet(HEADER, List.of(guide), RatingScale.DEFAULT));
                PDDocument candidate =
                        pdf(SheetFormat.A4, new CandidateSheet(HEADER, List.of(asked)))) {
            assertThat(text(interviewer))
                    .contains("When does an index hurt?", "It costs writes.", "measures first")
                    .contains(
                            "Level 4 of 5, advanced (estimated) · about 4 min", "guesses", "weighs")
                    .contains("Not assessed", "Holds answers: not for the candidate");
            assertThat(text(candidate))
                    .contains("When does an index hurt?")
                    .doesNotContain("It costs", "measures", "Level", "guesses", "notice");
        }
    }

    @Test
    void beginsEachSheetOfAPackOnANewPage() throws IOException {
        List<PrintedQuestion> questions = List.of(question(1, "", "Why?", "", 1));
        var pack =
                new Pack(
                        List.of(
                                new CandidateSheet(HEADER, questions),
                                new ScoreSheet(HEADER, questions, RatingScale.DEFAULT)));

        try (PDDocument pdf = pdf(SheetFormat.A4, pack)) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(2);
            assertThat(text(pdf, 1)).contains("Question sheet").doesNotContain("Recommendation");
            assertThat(text(pdf, 2)).contains("Score page", "Recommendation", "Strong yes");
        }
    }

    @Test
    void keepsLongSectionNamesOfTheScorePageAboveTheirQuestions() throws IOException {
        List<PrintedQuestion> questions =
                IntStream.rangeClosed(1, 40)
                        .mapToObj(i ->
                                question(
                                        i,
                                        "Section_%d ".formatted(i) + "with a long name ".repeat(9),
                                        "Question_%d ".formatted(i) + "and its words ".repeat(5),
                                        "",
                                        1))
                        .toList();

        try (PDDocument pdf =
                pdf(SheetFormat.A4, new ScoreSheet(HEADER, questions, RatingScale.DEFAULT))) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(2);
            for (int i = 1; i <= 40; i++) {
                assertThat(pageWith(pdf, "Section_%d ".formatted(i)))
                        .as("section %d", i)
                        .isEqualTo(pageWith(pdf, "Question_%d ".formatted(i)));
            }
            assertThat(new Overlaps().of(pdf)).isEmpty();
        }
    }

    @Test
    void keepsEveryCodeBlockThatFitsOnOnePageWhole() throws IOException {
        List<PrintedQuestion> questions =
                IntStream.rangeClosed(1, 9)
                        .mapToObj(i ->
                                question(
                                        i,
                                        "Code",
                                        "Heading " + i + ".",
                                        "```\nbegin_%d\n%send_%d\n```"
                                                .formatted(i, "    step()\n".repeat(15), i),
                                        1))
                        .toList();

        try (PDDocument pdf = pdf(SheetFormat.A4, new CandidateSheet(HEADER, questions))) {
            for (int i = 1; i <= 9; i++) {
                int page = pageWith(pdf, "begin_" + i);
                assertThat(pageWith(pdf, "end_" + i)).as("end of block %d", i).isEqualTo(page);
                assertThat(pageWith(pdf, "Heading " + i + ".")).as("heading %d", i).isEqualTo(page);
            }
            assertThat(pdf.getNumberOfPages()).isGreaterThan(2);
        }
    }

    @Test
    void losesNoLineOfCodeThatIsLongerThanAPageOrWiderThanThePaper() throws IOException {
        var code = new StringBuilder("```\n");
        for (int i = 1; i <= 150; i++) {
            code.append("line_%03d(%s)\n".formatted(i, "argument, ".repeat(12) + "last_" + i));
        }

        try (PDDocument pdf =
                pdf(
                        SheetFormat.A4,
                        new CandidateSheet(
                                HEADER, List.of(question(1, "", "Review.", code + "```", 0))))) {
            String all = text(pdf);
            for (int i = 1; i <= 150; i++) {
                assertThat(all).contains("line_%03d(".formatted(i)).contains("last_" + i + ")");
            }
            // On the page, not beyond its edge.
            for (PDPage page : pdf.getPages()) {
                assertThat(new Reach().of(pdf, page))
                        .isLessThan(page.getMediaBox().getWidth() - 36);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ünïcödé ąćęłńóśźż đğışőű",
                "Что такое транзакция",
                "Τι είναι ένα ευρετήριο",
                "什么是数据库索引",
                "資料庫索引是什麼",
                "データベースのインデックス",
                "데이터베이스 인덱스란",
                "ดัชนี",
                "ინდექსი",
                "Ինդեքս",
                "∀ → ≤ √ ✓ € ½"
            })
    void printsManyScriptsWithEmbeddedFontsAndCanBeSearched(String words) throws IOException {
        try (PDDocument pdf =
                pdf(
                        SheetFormat.A4,
                        new CandidateSheet(HEADER, List.of(question(1, words, words, words, 1))))) {
            assertThat(text(pdf)).contains(words).doesNotContain("\uFFFD");
            assertThat(fonts(pdf)).isNotEmpty().allMatch(PDFont::isEmbedded);
        }
        assertThat(PdfPrinter.scriptsWithoutFont(words)).isEmpty();
    }

    @Test
    void joinsArabicLettersAndRunsFromTheRight() throws IOException {
        var sheet =
                new CandidateSheet(
                        HEADER,
                        List.of(
                                question(1, "", "ما هو فهرس SQL؟", "", 1),
                                question(2, "", "מהו אינדקס?", "", 1)));

        try (PDDocument pdf = pdf(SheetFormat.A4, sheet)) {
            // The stripper turns joined forms back and brings the line into reading order.
            assertThat(text(pdf)).contains("فهرس", "SQL", "מהו אינדקס?").doesNotContain("\uFFFD");
            assertThat(fonts(pdf)).allMatch(PDFont::isEmbedded);
        }
    }

    @Test
    void namesTheScriptsThatItCannotPrint() {
        assertThat(PdfPrinter.scriptsWithoutFont("index इंडेक्स"))
                .containsExactly(UnicodeScript.DEVANAGARI);
    }

    @Test
    void fetchesNothingWhateverTheDocumentAsksFor() throws Exception {
        try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(300);
            String address = "http://127.0.0.1:" + server.getLocalPort();
            String file = getClass().getResource("PdfPrinterTest.class").toString();
            var out = new ByteArrayOutputStream();

            printer.print(
                    """
                    <html><head><title>t</title>
                    <link rel="stylesheet" type="text/css" href="%1$s/a.css" />
                    <style>@import url(%1$s/b.css);
                    @font-face { font-family: x; src: url(%1$s/c.ttf); -fs-font-subset: complete-font; }
                    body { background-image: url(%1$s/d.png); font-family: x; }
                    li { list-style-image: url(%1$s/e.png) }</style></head>
                    <body>text <img src="%1$s/f.png" alt="i" /><ul><li>x</li></ul>
                    <object data="%1$s/g.svg" type="image/svg+xml">o</object><a href="%1$s/h" download="h">a</a>
                    <img src="%2$s" alt="j" /></body></html>
                    """
                            .formatted(address, file),
                    out);

            assertThat(out.size()).isPositive();
            assertThatThrownBy(server::accept)
                    .as("nobody knocked")
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void takesTheDeepestNestingThatTheRendererLetsThrough() throws IOException {
        String deep = "> ".repeat(5_000) + "core\n\n" + "<div>".repeat(5_000) + "kernel";

        try (PDDocument pdf =
                pdf(
                        SheetFormat.A4,
                        new CandidateSheet(HEADER, List.of(question(1, "", "Deep", deep, 1))))) {
            assertThat(text(pdf)).contains("core", "kernel");
        }
    }

    @Test
    void printsTheSameForManyAtOnce() {
        var html =
                new SheetRenderer(SheetFormat.A4, Locale.ENGLISH)
                        .render(
                                new CandidateSheet(
                                        HEADER,
                                        List.of(question(1, "文", "Что? 什么? مرحبا", "", 1))));

        List<Integer> sizes =
                IntStream.range(0, 12)
                        .parallel()
                        .mapToObj(i -> printer.print(html).length)
                        .distinct()
                        .toList();

        // Only the time of making differs, which is written with as many characters.
        assertThat(sizes)
                .allSatisfy(
                        size -> assertThat(size).isCloseTo(sizes.getFirst(), Offset.offset(64)));
    }

    private static PrintedQuestion question(
            int position, String section, String wording, String body, int lines) {
        return new PrintedQuestion(position, section, wording, body, lines);
    }

    private PDDocument pdf(SheetFormat format, Sheet sheet) throws IOException {
        return Loader.loadPDF(
                printer.print(new SheetRenderer(format, Locale.ENGLISH).render(sheet)));
    }

    private static String text(PDDocument pdf) throws IOException {
        return new PDFTextStripper().getText(pdf);
    }

    private static String text(PDDocument pdf, int page) throws IOException {
        var stripper = new PDFTextStripper();
        // The engine draws the numbers of the margin after its words.
        stripper.setSortByPosition(true);
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(pdf);
    }

    private static int pageWith(PDDocument pdf, String words) throws IOException {
        for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
            if (text(pdf, page).contains(words)) {
                return page;
            }
        }
        throw new AssertionError("No page says: " + words);
    }

    private static List<PDFont> fonts(PDDocument pdf) {
        return StreamSupport.stream(pdf.getPages().spliterator(), false)
                .flatMap(page ->
                        StreamSupport.stream(
                                        page.getResources().getFontNames().spliterator(), false)
                                .map(name -> font(page, name)))
                .toList();
    }

    private static PDFont font(PDPage page, COSName name) {
        try {
            return page.getResources().getFont(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How far to the right the letters of a page reach, in points. */
    private static final class Reach extends PDFTextStripper {
        private float farthest;

        float of(PDDocument pdf, PDPage page) throws IOException {
            int number = pdf.getPages().indexOf(page) + 1;
            setStartPage(number);
            setEndPage(number);
            getText(pdf);
            return farthest;
        }

        @Override
        protected void processTextPosition(TextPosition letter) {
            farthest = Math.max(farthest, letter.getXDirAdj() + letter.getWidthDirAdj());
            super.processTextPosition(letter);
        }
    }

    /** The letters that stand on one another, written as the upper and the lower one. */
    private static class Overlaps extends PDFTextStripper {
        private final List<TextPosition> letters = new ArrayList<>();

        List<String> of(PDDocument pdf) throws IOException {
            var overlaps = new ArrayList<String>();
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                letters.clear();
                setStartPage(page);
                setEndPage(page);
                getText(pdf);
                for (TextPosition upper : letters) {
                    letters.stream()
                            .filter(lower -> isOn(upper, lower))
                            .forEach(lower -> overlaps.add(upper + "/" + lower));
                }
            }
            return overlaps;
        }

        /** Lines are set at least 1.2 letters apart; those nearer than 0.8 run into each other. */
        private static boolean isOn(TextPosition upper, TextPosition lower) {
            float down = lower.getYDirAdj() - upper.getYDirAdj();
            return down > 0.5
                    && down < 0.8 * upper.getFontSizeInPt()
                    && lower.getXDirAdj() < upper.getXDirAdj() + upper.getWidthDirAdj()
                    && upper.getXDirAdj() < lower.getXDirAdj() + lower.getWidthDirAdj();
        }

        @Override
        protected void processTextPosition(TextPosition letter) {
            if (!letter.getUnicode().isBlank()) {
                letters.add(letter);
            }
            super.processTextPosition(letter);
        }
    }
}
