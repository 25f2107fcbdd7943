package org.interviewplanner.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.interviewplanner.print.Sheet.CandidateSheet;
import org.interviewplanner.print.Sheet.InterviewerSheet;
import org.interviewplanner.print.Sheet.Pack;
import org.interviewplanner.print.Sheet.ScoreSheet;
import org.interviewplanner.print.SheetFormat.Direction;

/**
 * Lays out a sheet as one document that a browser prints and a PDF engine takes.
 *
 * <p>Everything is said by black, grey and lines, never by colour. A question stays on one page if
 * it fits on one, so a heading is never parted from its question and a code block is never cut;
 * what is longer than a page begins on a new one. Long lines of code are wrapped, not clipped.
 * Every page says title, set code and its number of how many. The document holds its own style
 * sheet, names no address and runs no script. Thread-safe.
 */
public final class SheetRenderer {

    /**
     * Stand for the page's number and the count of pages until the text is cut there; for private
     * use by Unicode.
     */
    private static final String NUMBER = "\uE000";

    private static final String COUNT = "\uE001";

    private static final String STYLE = resource("sheet.css");

    private final SheetFormat format;
    private final Words words;
    private final MarkdownHtml markdown = new MarkdownHtml();

    /**
     * Prepares to lay out sheets of one format.
     *
     * @param format paper, size of print and direction
     * @param locale the language of what the sheet itself says and the form of its dates; English
     *     where we have no words
     */
    public SheetRenderer(SheetFormat format, Locale locale) {
        this.format = format;
        this.words = new Words(locale);
    }

    /** The sheet as a document. */
    public Html render(Sheet sheet) {
        boolean rightToLeft = isRightToLeft(sheet);
        var page = new SheetWriter(words, markdown, rightToLeft, format.print());
        for (Sheet each : flat(sheet)) {
            page.open(shortened(each.header().title()), each.header().setCode(), footer(each));
            switch (each) {
                case CandidateSheet candidate -> page.write(candidate);
                case InterviewerSheet interviewer -> page.write(interviewer);
                case ScoreSheet score -> page.write(score);
                case Pack pack -> throw new AssertionError(pack);
            }
        }
        String language = words.locale().toLanguageTag();
        String direction = rightToLeft ? "rtl" : "ltr";
        return new Html(
                """
                <!DOCTYPE html>
                <html xmlns="http://www.w3.org/1999/xhtml" lang="%1$s" xml:lang="%1$s" dir="%2$s">
                <head>
                <meta charset="UTF-8" />
                <meta name="viewport" content="width=device-width" />
                <title>%3$s</title>
                <style>
                %4$s</style>
                </head>
                <body class="%2$s">
                %5$s</body>
                </html>
                """
                        .formatted(
                                SheetWriter.escaped(language),
                                direction,
                                SheetWriter.escaped(
                                        sheet.header().title()
                                                + " · "
                                                + words.say("set", sheet.header().setCode())),
                                style(sheet, rightToLeft),
                                page));
    }

    /**
     * The style sheet, with the margins of each sheet. They are given twice: as strings, which
     * browsers take, and as running elements, which the PDF engine takes, because it reorders
     * right-to-left text in elements only.
     */
    private String style(Sheet sheet, boolean rightToLeft) {
        String start = rightToLeft ? "right" : "left";
        String end = rightToLeft ? "left" : "right";
        String number =
                CssText.quoted(words.say("page", Words.NUMBER, Words.COUNT))
                        .replace(Words.NUMBER, "\" counter(page) \"")
                        .replace(Words.COUNT, "\" counter(pages) \"");
        var style =
                new StringBuilder(
                        STYLE.replace("$PAPER", format.paper().cssSize())
                                .replace("$POINTS", Double.toString(format.print().points()))
                                .replace("$CODE", Double.toString(format.print().codePoints()))
                                .replace("$MARGIN", Double.toString(format.print().marginPoints()))
                                .replace("$LINE", Double.toString(format.print().lineMillimetres()))
                                .replace("$START", start)
                                .replace("$END", end)
                                .replace("$DIRECTION", rightToLeft ? "rtl" : "ltr"));
        List<Sheet> sheets = flat(sheet);
        for (int i = 0; i < sheets.size(); i++) {
            SheetHeader header = sheets.get(i).header();
            style.append("@page sheet%d {\n".formatted(i + 1))
                    .append(
                            margin(
                                    "top-" + start,
                                    CssText.quoted(shortened(header.title())),
                                    "head-start"))
                    .append(
                            margin(
                                    "top-" + end,
                                    CssText.quoted(words.say("set", header.setCode())),
                                    "head-end"))
                    .append(
                            margin(
                                    "bottom-" + start,
                                    CssText.quoted(footer(sheets.get(i))),
                                    "foot-start"))
                    .append(margin("bottom-" + end, number, "foot-end"))
                    .append("}\n#sheet%1$d { page: sheet%1$d; }\n".formatted(i + 1));
        }
        return style.toString();
    }

    private String margin(String box, String text, String running) {
        return """
            @%s {
                font: %spt "Noto Sans", "Helvetica Neue", Arial, sans-serif;
                color: #444;
                vertical-align: middle;
                content: %s;
                content: element(%s);
            }
        """
                .formatted(box, format.print().marginPoints(), text, running);
    }

    private String footer(Sheet sheet) {
        return switch (sheet) {
            case CandidateSheet candidate -> words.say("candidate.sheet");
            case InterviewerSheet interviewer ->
                    words.say("interviewer.sheet") + " · " + words.say("interviewer.warning");
            case ScoreSheet score -> words.say("score.sheet");
            case Pack pack -> throw new AssertionError(pack);
        };
    }

    /** The margin holds one line. */
    private static String shortened(String title) {
        int longest = 60;
        return title.codePointCount(0, title.length()) <= longest
                ? title
                : title.substring(0, title.offsetByCodePoints(0, longest)).strip() + "…";
    }

    private boolean isRightToLeft(Sheet sheet) {
        if (format.direction() != Direction.AUTO) {
            return format.direction() == Direction.RIGHT_TO_LEFT;
        }
        List<PrintedQuestion> questions =
                flat(sheet).stream().flatMap(each -> questions(each).stream()).toList();
        long rightToLeft =
                questions.stream()
                        .filter(question -> Script.isRightToLeft(question.wording()))
                        .count();
        return 2 * rightToLeft > questions.size();
    }

    private static List<PrintedQuestion> questions(Sheet sheet) {
        return switch (sheet) {
            case CandidateSheet candidate -> candidate.questions();
            case InterviewerSheet interviewer ->
                    interviewer.questions().stream().map(QuestionGuide::question).toList();
            case ScoreSheet score -> score.questions();
            case Pack pack -> throw new AssertionError(pack);
        };
    }

    private static List<Sheet> flat(Sheet sheet) {
        return sheet instanceof Pack pack ? pack.sheets() : List.of(sheet);
    }

    private static String resource(String name) {
        try (InputStream in = SheetRenderer.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The library lacks its own file (" + name + ").");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
