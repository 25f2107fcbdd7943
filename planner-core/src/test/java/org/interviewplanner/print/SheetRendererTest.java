package org.interviewplanner.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.interviewplanner.bank.Difficulty;
import org.interviewplanner.bank.RatingScale;
import org.interviewplanner.print.Sheet.CandidateSheet;
import org.interviewplanner.print.Sheet.InterviewerSheet;
import org.interviewplanner.print.Sheet.Pack;
import org.interviewplanner.print.Sheet.ScoreSheet;
import org.interviewplanner.print.SheetFormat.Direction;
import org.interviewplanner.print.SheetFormat.Paper;
import org.interviewplanner.print.SheetFormat.Print;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class SheetRendererTest {

    private static final SheetHeader HEADER =
            new SheetHeader("Backend engineer", "K7Q2", "Ada L.", LocalDate.of(2026, 11, 22));
    private static final PrintedQuestion FIRST =
            new PrintedQuestion(1, "Storage", "When does an index *hurt*?", "", 5);
    private static final PrintedQuestion SECOND =
            new PrintedQuestion(2, "Storage", "What does this print?", "```\nprint(1)\n```", 0);
    private static final PrintedQuestion THIRD =
            new PrintedQuestion(4, "Security", "Where do secrets belong?", "", 3);
    private static final List<PrintedQuestion> QUESTIONS = List.of(FIRST, SECOND, THIRD);

    private final SheetRenderer renderer = new SheetRenderer(SheetFormat.A4, Locale.ENGLISH);

    @Test
    void asksTheCandidateInOrderUnderSectionHeadings() {
        Document page = page(new CandidateSheet(HEADER, QUESTIONS));

        assertThat(texts(page, "h1")).containsExactly("Backend engineer");
        assertThat(texts(page, "h2")).containsExactly("Storage", "Security");
        assertThat(byClass(page, "place")).containsExactly("1", "2", "4");
        assertThat(byClass(page, "wording").get(0)).isEqualTo("When does an index hurt?");
        assertThat(byClass(page, "value")).containsExactly("Ada L.", "November 22, 2026", "K7Q2");
        assertThat(byClass(page, "line")).hasSize(5 + 3);
    }

    @Test
    void givesTheCandidateNoAnswerNoLevelAndNoBoxes() {
        String html = renderer.render(new CandidateSheet(HEADER, QUESTIONS)).document();
        String body = html.substring(html.indexOf("<body"));

        assertThat(body)
                .doesNotContainIgnoringCase("good to hear", "level", "rating", "minute", "poor");
        assertThat(body).doesNotContain("\"box\"", "\"meta\"");
    }

    @Test
    void tellsTheInterviewerWhatToListenFor() {
        Document page =
                page(new InterviewerSheet(HEADER, List.of(guide(FIRST)), RatingScale.DEFAULT));

        assertThat(byClass(page, "meta"))
                .containsExactly("Level 3 of 5, intermediate (estimated) · about 4 min");
        assertThat(byClass(page, "sum")).containsExactly("1 question · about 4 min");
        assertThat(byClass(page, "point ticks"))
                .containsExactly("writes get slower", "low selectivity");
        assertThat(byClass(page, "point asks")).containsExactly("How would you notice?");
        assertThat(byClass(page, "anchor")).containsExactly("guesses", "knows both sides");
        assertThat(texts(page, "table").get(1))
                .contains("1 Poor", "4 Excellent", "Not asked", "Not assessed");
        assertThat(texts(page, "h3"))
                .containsExactly("Answer", "Good to hear", "Follow-ups", "Notes");
    }

    @Test
    void marksOnlyEstimatesAsEstimates() {
        var sure =
                new QuestionGuide(
                        FIRST,
                        Difficulty.EXPERT,
                        false,
                        Duration.ofSeconds(61),
                        false,
                        "",
                        List.of(),
                        List.of(),
                        List.of());

        Document page = page(new InterviewerSheet(HEADER, List.of(sure), RatingScale.DEFAULT));

        assertThat(byClass(page, "meta")).containsExactly("Level 5 of 5, expert · 2 min");
        assertThat(texts(page, "h3")).containsExactly("Notes");
    }

    @Test
    void scoresEveryQuestionInOneTable() {
        Document page = page(new ScoreSheet(HEADER, QUESTIONS, RatingScale.DEFAULT));

        assertThat(byClass(page, "scores").get(0))
                .contains("Storage", "Security", "Where do secrets belong?");
        assertThat(byClass(page, "tick")).hasSize(4 + 3 * 4);
        assertThat(byClass(page, "none")).hasSize(2 + 3 * 2);
        assertThat(byClass(page, "choice")).hasSize(4);
    }

    @Test
    void putsSeveralSheetsIntoOnePackWithTheirOwnMargins() {
        var pack =
                new Pack(
                        List.of(
                                new CandidateSheet(HEADER, QUESTIONS),
                                new ScoreSheet(HEADER, QUESTIONS, RatingScale.DEFAULT)));

        String html = renderer.render(pack).document();

        assertThat(parsed(html).getElementsByTagName("h1").getLength()).isEqualTo(2);
        assertThat(html)
                .contains("@page sheet1 {", "@page sheet2 {", "#sheet2 { page: sheet2; }")
                .contains("content: \"Question sheet\"", "content: \"Score page\"");
    }

    @Test
    void saysTitleSetCodeAndPageNumberOnEveryPage() {
        assertThat(renderer.render(new CandidateSheet(HEADER, QUESTIONS)).document())
                .contains("content: \"Backend engineer\"", "content: \"Set K7Q2\"")
                .contains("content: \"Page \" counter(page) \" of \" counter(pages) \"\"");
    }

    @Test
    void knowsPaperAndLargePrint() {
        var sheet = new CandidateSheet(HEADER, QUESTIONS);
        var large = new SheetRenderer(SheetFormat.LETTER.in(Print.LARGE), Locale.ENGLISH);

        assertThat(renderer.render(sheet).document()).contains("size: A4;", "font-size: 10.5pt");
        assertThat(large.render(sheet).document())
                .contains("size: letter;", "font-size: 18.0pt", "font-size: 15.0pt");
        assertThat(SheetFormat.A4.on(Paper.LETTER)).isEqualTo(SheetFormat.LETTER);
    }

    @Test
    void runsFromRightToLeftIfMostQuestionsDo() {
        var arabic =
                new PrintedQuestion(1, "الأمن", "ما هو `SQL injection`؟", "```\nx = 1\n```", 1);
        var hebrew = new PrintedQuestion(2, "", "מהו אינדקס?", "", 1);
        var english = new PrintedQuestion(3, "", "What is an index?", "", 1);

        var mostly = page(new CandidateSheet(HEADER, List.of(arabic, hebrew, english)));
        var evenly = page(new CandidateSheet(HEADER, List.of(hebrew, english)));

        assertThat(mostly.getDocumentElement().getAttribute("dir")).isEqualTo("rtl");
        assertThat(directions(mostly)).containsExactly("", "", "ltr");
        assertThat(evenly.getDocumentElement().getAttribute("dir")).isEqualTo("ltr");
        assertThat(directions(evenly)).containsExactly("rtl", "");
        assertThat(
                        page(
                                        SheetFormat.A4.towards(Direction.RIGHT_TO_LEFT),
                                        new CandidateSheet(HEADER, List.of(english)))
                                .getDocumentElement()
                                .getAttribute("dir"))
                .isEqualTo("rtl");
    }

    @Test
    void isWellFormedWhateverPeopleWrite() {
        String hostile =
                "</style></title><script>alert(1)</script> \"' & ]]> \\ } @import \u0000 \uD800 漢 ع";
        var header = new SheetHeader(hostile, "<&\"'}\\>", hostile, null);
        var question = new PrintedQuestion(1, hostile, hostile, hostile, 2);
        var guide =
                new QuestionGuide(
                        question,
                        Difficulty.BASIC,
                        true,
                        Duration.ofMinutes(1),
                        true,
                        hostile,
                        List.of(hostile),
                        List.of(hostile),
                        List.of(hostile, ""));
        var scale = new RatingScale(List.of("<b>", "&"));

        String html =
                renderer.render(
                                new Pack(
                                        List.of(
                                                new CandidateSheet(header, List.of(question)),
                                                new InterviewerSheet(header, List.of(guide), scale),
                                                new ScoreSheet(header, List.of(question), scale))))
                        .document();

        Document page = parsed(html);
        assertThat(page.getElementsByTagName("script").getLength()).isZero();
        assertThat(page.getElementsByTagName("style").getLength()).isEqualTo(1);
        assertThat(texts(page, "h1").get(0)).startsWith("</style></title><script>");
        // As a browser reads it: the style sheet ends where it should, and nothing after it is a
        // script.
        assertThat(html.indexOf("</style>")).isEqualTo(html.lastIndexOf("</style>"));
        assertThat(html).doesNotContain("<script");
        assertThat(css(html)).doesNotContain("@import", "url(", "http");
    }

    @Test
    void fetchesNothing() {
        String html =
                renderer.render(
                                new InterviewerSheet(
                                        HEADER, List.of(guide(FIRST)), RatingScale.DEFAULT))
                        .document();

        assertThat(css(html)).doesNotContain("url(", "@import", "@font-face");
        assertThat(html).doesNotContain(" src=", "<link", "<img");
    }

    @Test
    void keepsEachLineOfCodeInItsOwnRow() {
        var question =
                new PrintedQuestion(1, "", "Read.", "```\nif (a < b) {\n\n    go();\n}\n```", 0);

        Document page = page(new CandidateSheet(HEADER, List.of(question)));

        assertThat(
                        elements(page.getElementsByTagName("span")).stream()
                                .filter(span -> span.getAttribute("class").equals("row"))
                                .map(Element::getTextContent))
                .containsExactly("if (a < b) {", "\u00A0", "    go();", "}");
    }

    @Test
    void letsOnlyWhatIsLongerThanAPageBreak() {
        var shorter = new PrintedQuestion(1, "", "Read.", "```\n" + "x\n".repeat(20) + "```", 0);
        var longText = new PrintedQuestion(2, "", "Read.", "text\n\n".repeat(60), 0);
        var longCode = new PrintedQuestion(3, "", "Read.", "```\n" + "x\n".repeat(60) + "```", 0);
        var sheet = new CandidateSheet(HEADER, List.of(shorter, longText, longCode));

        assertThat(lengths(page(sheet)))
                .containsExactly("together", "together long", "together long endless");
        assertThat(lengths(page(SheetFormat.A4.in(Print.LARGE), sheet)).getFirst())
                .isEqualTo("together long");
    }

    private static List<String> lengths(Document page) {
        return elements(page.getElementsByTagName("div")).stream()
                .map(div -> div.getAttribute("class"))
                .filter(style -> style.startsWith("together"))
                .toList();
    }

    @Test
    void takesAQuestionThatShowsNothing() {
        Document page =
                page(
                        new CandidateSheet(
                                HEADER, List.of(new PrintedQuestion(1, "", "<!-- -->", "", 0))));

        assertThat(byClass(page, "place")).containsExactly("1");
    }

    @Test
    void takesNoSheetThatCannotBeRight() {
        assertThatThrownBy(() -> new CandidateSheet(HEADER, List.of()))
                .hasMessage("The sheet of set (K7Q2) must have at least one question.");
        assertThatThrownBy(() -> new CandidateSheet(HEADER, List.of(SECOND, FIRST)))
                .hasMessage(
                        "The position (1) of a question in set (K7Q2) must be greater than the one before (2).\n"
                                + "Maybe sort the questions by position first.");
        assertThatThrownBy(() -> new Pack(List.of()))
                .hasMessage("A pack must have at least one sheet.");
        assertThatThrownBy(() ->
                        new Pack(List.of(new Pack(List.of(new CandidateSheet(HEADER, QUESTIONS))))))
                .hasMessageStartingWith("A pack must hold no pack.");
        assertThatThrownBy(() ->
                        new InterviewerSheet(
                                HEADER,
                                List.of(guide(FIRST)),
                                new RatingScale(List.of("No", "Yes"))))
                .hasMessageStartingWith(
                        "The anchors (4) of question 1 must be none or one for each of the 2 steps.");
        assertThatThrownBy(() -> new PrintedQuestion(0, "", "x", "", 0))
                .hasMessage("The position (0) of a question must be at least 1.");
        assertThatThrownBy(() -> new PrintedQuestion(7, "", " ", "", 0))
                .hasMessage("The wording ( ) of question 7 must not be blank.");
        assertThatThrownBy(() -> new PrintedQuestion(7, "", "x", "", 81))
                .hasMessage("The answer lines (81) of question 7 must be 0 to 80.");
        assertThatThrownBy(() -> new SheetHeader("", "K7Q2", null, null))
                .hasMessage("The title () of a sheet must have 1 to 200 characters.");
        assertThatThrownBy(() ->
                        new QuestionGuide(
                                FIRST,
                                Difficulty.BASIC,
                                false,
                                Duration.ZERO,
                                false,
                                "",
                                List.of(),
                                List.of(),
                                List.of()))
                .hasMessage(
                        "The planned time (PT0S) of question 1 must be more than zero and at most a day.");
    }

    private static QuestionGuide guide(PrintedQuestion question) {
        return new QuestionGuide(
                question,
                Difficulty.INTERMEDIATE,
                true,
                Duration.ofSeconds(200),
                true,
                "It costs *writes*.",
                List.of("writes get slower", "low `selectivity`"),
                List.of("How would you notice?"),
                List.of("guesses", "", "", "knows both sides"));
    }

    private Document page(Sheet sheet) {
        return parsed(renderer.render(sheet).document());
    }

    private static Document page(SheetFormat format, Sheet sheet) {
        return parsed(new SheetRenderer(format, Locale.ENGLISH).render(sheet).document());
    }

    private static String css(String html) {
        return html.substring(html.indexOf("<style>"), html.indexOf("</style>"));
    }

    private static List<String> directions(Document page) {
        return elements(page.getElementsByTagName("div")).stream()
                .filter(div -> div.getAttribute("class").equals("prose wording"))
                .map(div -> div.getAttribute("dir"))
                .toList();
    }

    private static List<String> texts(Document page, String name) {
        return elements(page.getElementsByTagName(name)).stream()
                .map(each -> each.getTextContent().replaceAll("\\s+", " ").strip())
                .toList();
    }

    private static List<String> byClass(Document page, String style) {
        return elements(page.getElementsByTagName("*")).stream()
                .filter(each ->
                        each.getAttribute("class").equals(style)
                                || List.of(each.getAttribute("class").split(" ")).contains(style))
                .map(each -> each.getTextContent().strip())
                .toList();
    }

    private static List<Element> elements(NodeList nodes) {
        return java.util.stream.IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }

    private static Document parsed(String html) {
        try {
            var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(html)));
        } catch (Exception e) {
            throw new AssertionError("Not well-formed: " + html, e);
        }
    }
}
