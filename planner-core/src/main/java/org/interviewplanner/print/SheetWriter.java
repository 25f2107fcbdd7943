package org.interviewplanner.print;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interviewplanner.bank.Difficulty;
import org.interviewplanner.bank.RatingScale;
import org.interviewplanner.print.Sheet.CandidateSheet;
import org.interviewplanner.print.Sheet.InterviewerSheet;
import org.interviewplanner.print.Sheet.ScoreSheet;
import org.jspecify.annotations.Nullable;

/** Writes the bodies of sheets one after the other; for one document, one thread. */
final class SheetWriter {

    private static final int NOTE_LINES = 3;
    private static final int REASON_LINES = 6;
    private static final int RECOMMENDATIONS = 4;
    private static final String BOX = "<span class=\"box\"></span>";

    /** A block of code without tags inside it, as every fenced one is. */
    private static final Pattern CODE = Pattern.compile("(<pre><code[^>]*>)([^<]*)(</code></pre>)");

    private final StringBuilder html = new StringBuilder();
    private final Words words;
    private final MarkdownHtml markdown;
    private final boolean rightToLeft;
    private final SheetFormat.Print print;
    private int sheets;

    SheetWriter(Words words, MarkdownHtml markdown, boolean rightToLeft, SheetFormat.Print print) {
        this.words = words;
        this.markdown = markdown;
        this.rightToLeft = rightToLeft;
        this.print = print;
    }

    /** Begins a sheet with what stands in its margins. */
    void open(String title, String setCode, String footer) {
        sheets++;
        html.append("<div class=\"sheet\" id=\"sheet").append(sheets).append("\">\n");
        running("head-start", title, escaped(title));
        String set = words.say("set", setCode);
        running("head-end", set, escaped(set));
        running("foot-start", footer, escaped(footer));
        String page = words.say("page", Words.NUMBER, Words.COUNT);
        running(
                "foot-end",
                page,
                escaped(page)
                        .replace(Words.NUMBER, "<span class=\"now\"></span>")
                        .replace(Words.COUNT, "<span class=\"all\"></span>"));
    }

    private void running(String place, String text, String content) {
        html.append("<div class=\"running ").append(place).append("\"><div class=\"own\"");
        html.append(direction(text)).append(">").append(content).append("</div></div>\n");
    }

    void write(CandidateSheet sheet) {
        title(sheet.header(), "candidate.sheet");
        facts(
                fact("candidate", sheet.header().candidate()),
                fact("date", day(sheet.header())),
                fact("set.name", sheet.header().setCode()));
        String section = "";
        for (PrintedQuestion question : sheet.questions()) {
            question(section, question, "");
            lines(question.answerLines());
            html.append("</div>\n</div>\n");
            section = question.section();
        }
        html.append("</div>\n");
    }

    void write(InterviewerSheet sheet) {
        title(sheet.header(), "interviewer.sheet");
        factsOfInterviewer(sheet.header());
        own("sum", sum(sheet.questions()));
        String section = "";
        for (QuestionGuide guide : sheet.questions()) {
            question(section, guide.question(), meta(guide));
            if (!guide.answer().isBlank()) {
                part("answer");
                prose("", guide.answer());
                html.append("</div>\n");
            }
            points("good.to.hear", "ticks", BOX, guide.goodToHear());
            points("follow.ups", "asks", "", guide.followUps());
            rating(sheet.scale(), guide.anchors());
            part("notes");
            lines(NOTE_LINES);
            html.append("</div>\n</div>\n</div>\n");
            section = guide.question().section();
        }
        html.append("</div>\n");
    }

    void write(ScoreSheet sheet) {
        title(sheet.header(), "score.sheet");
        factsOfInterviewer(sheet.header());
        legend(sheet.scale());
        int steps = sheet.scale().steps();
        html.append("<table class=\"laid scores\">\n<thead>");
        var head =
                new ArrayList<>(
                        List.of(cell("th", "number", ""), cell("th", "asked", word("question"))));
        for (int step = 1; step <= steps; step++) {
            head.add(cell("th", "tick", Integer.toString(step)));
        }
        head.add(cell("th", "none", word("not.asked")));
        head.add(cell("th", "none", word("not.assessed")));
        head.add(cell("th", "remark", word("notes")));
        row("", head);
        html.append("</thead>\n");
        String section = "";
        for (PrintedQuestion question : sheet.questions()) {
            // A body of its own keeps the section's row on the page of its first question.
            html.append("<tbody>\n");
            if (!question.section().isBlank() && !question.section().equals(section)) {
                row(
                        "first",
                        List.of(
                                cell("td", "number", ""),
                                "<td class=\"section\" colspan=\"%d\">%s</td>"
                                        .formatted(steps + 4, inline(question.section()))));
            }
            var cells =
                    new ArrayList<>(
                            List.of(cell("td", "number", Integer.toString(question.position()))));
            cells.add(cell("td", "asked", proseOf("", question.wording())));
            for (int i = 0; i < steps; i++) {
                cells.add(cell("td", "tick", BOX));
            }
            cells.add(cell("td", "none", BOX));
            cells.add(cell("td", "none", BOX));
            cells.add(cell("td", "remark", ""));
            row("", cells);
            html.append("</tbody>\n");
            section = question.section();
        }
        html.append("</table>\n<div class=\"verdict\">\n<h3>")
                .append(word("recommendation"))
                .append("</h3>\n<p class=\"boxes\">");
        for (int i = 1; i <= RECOMMENDATIONS; i++) {
            html.append("<span class=\"choice\">" + BOX + " ")
                    .append(word("recommendation." + i))
                    .append("</span> ");
        }
        html.append("</p>\n<h3>").append(word("reasons")).append("</h3>\n");
        lines(REASON_LINES);
        facts(fact("signature", null), fact("date", null));
        html.append("</div>\n</div>\n");
    }

    private void title(SheetHeader header, String kind) {
        html.append("<p class=\"kind\">")
                .append(word(kind))
                .append("</p>\n<h1 class=\"own\"")
                .append(direction(header.title()))
                .append(">")
                .append(escaped(header.title()))
                .append("</h1>\n");
    }

    private record Fact(String name, @Nullable String value) {}

    private Fact fact(String key, @Nullable String value) {
        return new Fact(words.say(key), value);
    }

    private void factsOfInterviewer(SheetHeader header) {
        facts(
                fact("candidate", header.candidate()),
                fact("interviewer", null),
                fact("date", day(header)),
                fact("set.name", header.setCode()));
    }

    private void facts(Fact... facts) {
        var cells = new ArrayList<String>();
        for (Fact fact : facts) {
            String value = fact.value();
            cells.add(
                    cell(
                            "td",
                            "fact",
                            "<div class=\"name\">%s</div><div class=\"value own\"%s>%s</div>"
                                    .formatted(
                                            escaped(fact.name()),
                                            value == null ? "" : direction(value),
                                            value == null ? "&#160;" : escaped(value))));
        }
        html.append("<table class=\"laid facts\">");
        row("", cells);
        html.append("</table>\n");
    }

    private @Nullable String day(SheetHeader header) {
        return header.date() == null
                ? null
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(words.locale())
                        .format(header.date());
    }

    private void legend(RatingScale scale) {
        html.append("<p class=\"steps\">");
        for (int step = 1; step <= scale.steps(); step++) {
            html.append(
                    "<span class=\"step\"><b>%d</b> %s</span> "
                            .formatted(step, escaped(scale.label(step))));
        }
        html.append("</p>\n");
        own("legend", words.say("legend"));
    }

    private String sum(List<QuestionGuide> guides) {
        long minutes = guides.stream().mapToLong(QuestionGuide::minutes).sum();
        boolean estimated = guides.stream().anyMatch(QuestionGuide::plannedEstimated);
        return words.say("questions", guides.size())
                + " · "
                + words.say(estimated ? "minutes.estimated" : "minutes", minutes);
    }

    private String meta(QuestionGuide guide) {
        Difficulty difficulty = guide.difficulty();
        return words.say("level", difficulty.level())
                + ", "
                + words.say("level." + difficulty.level())
                + (guide.difficultyEstimated() ? " (" + words.say("estimated") + ")" : "")
                + " · "
                + words.say(
                        guide.plannedEstimated() ? "minutes.estimated" : "minutes",
                        guide.minutes());
    }

    /**
     * Opens two blocks that the caller closes: one holds a new section's heading and its first
     * question together.
     */
    private void question(String sectionBefore, PrintedQuestion question, String meta) {
        html.append("<div class=\"together")
                .append(length(question))
                .append("\">\n<div class=\"head\">\n");
        if (!question.section().isBlank() && !question.section().equals(sectionBefore)) {
            html.append("<h2 class=\"own\"")
                    .append(direction(question.section()))
                    .append(">")
                    .append(escaped(question.section()))
                    .append("</h2>\n");
        }
        html.append("<div class=\"question\"><div class=\"place\">")
                .append(question.position())
                .append("</div>\n");
        if (!meta.isEmpty()) {
            own("meta", meta);
        }
        prose(meta.isEmpty() ? " wording" : " wording strong", question.wording());
        html.append("</div>\n</div>\n<div class=\"question\">\n");
        prose("", question.body());
    }

    /** What is longer than a page must break; all else stays whole. */
    private String length(PrintedQuestion question) {
        int lines = Extent.lines(question.wording()) + Extent.lines(question.body());
        if (lines <= print.linesOnPage()) {
            return "";
        }
        int code =
                Math.max(
                        Extent.longestCode(question.wording()),
                        Extent.longestCode(question.body()));
        return code <= print.linesOnPage() ? " long" : " long endless";
    }

    private void own(String style, String text) {
        html.append(
                "<p class=\"own %s\"%s>%s</p>\n".formatted(style, direction(text), escaped(text)));
    }

    private void prose(String style, String text) {
        html.append(proseOf(style, text));
    }

    private String proseOf(String style, String text) {
        String content = markdown.toHtml(text);
        return content.isEmpty()
                ? ""
                : "<div class=\"prose%s\"%s>%s</div>\n"
                        .formatted(style, direction(text), inRows(content));
    }

    /** Each line of code in a block of its own, so that a wrapped one can be told from two. */
    private static String inRows(String content) {
        return CODE.matcher(content)
                .replaceAll(code -> {
                    var rows = new StringBuilder(code.group(1));
                    for (String line : code.group(2).stripTrailing().split("\n", -1)) {
                        rows.append("<span class=\"row\">")
                                .append(line.isEmpty() ? "&#160;" : line)
                                .append("</span>");
                    }
                    return Matcher.quoteReplacement(rows + code.group(3));
                });
    }

    private void part(String key) {
        html.append("<div class=\"part\"><h3>").append(word(key)).append("</h3>\n");
    }

    private void points(String key, String style, String mark, List<String> points) {
        if (points.isEmpty()) {
            return;
        }
        part(key);
        for (String point : points) {
            html.append("<div class=\"point ").append(style).append("\">").append(mark);
            prose("", point);
            html.append("</div>\n");
        }
        html.append("</div>\n");
    }

    private void rating(RatingScale scale, List<String> anchors) {
        var cells = new ArrayList<String>();
        for (int step = 1; step <= scale.steps(); step++) {
            String anchor = anchors.isEmpty() ? "" : anchors.get(step - 1);
            cells.add(
                    cell(
                            "td",
                            "step",
                            BOX
                                    + " <b>%d</b> %s".formatted(step, escaped(scale.label(step)))
                                    + (anchor.isBlank()
                                            ? ""
                                            : "<div class=\"anchor own\"%s>%s</div>"
                                                    .formatted(
                                                            direction(anchor), escaped(anchor)))));
        }
        for (String key : List.of("not.asked", "not.assessed")) {
            cells.add(cell("td", "none", BOX + " " + word(key)));
        }
        html.append("<table class=\"laid rating\">");
        row("", cells);
        html.append("</table>\n");
    }

    private static String cell(String element, String style, String content) {
        return "<%1$s class=\"%2$s\">%3$s</%1$s>".formatted(element, style, content);
    }

    /** The PDF engine lays columns from left to right even where the page runs the other way. */
    private void row(String style, List<String> cells) {
        html.append("<tr class=\"row ").append(style).append("\">");
        (rightToLeft ? cells.reversed() : cells).forEach(html::append);
        html.append("</tr>\n");
    }

    private void lines(int count) {
        if (count > 0) {
            html.append("<div class=\"lines\">")
                    .append("<div class=\"line\"></div>".repeat(count))
                    .append("</div>\n");
        }
    }

    private String word(String key) {
        return escaped(words.say(key));
    }

    private String inline(String text) {
        return "<span%s>%s</span>".formatted(direction(text), escaped(text));
    }

    /** The attribute that a text needs if it runs against the page. */
    private String direction(String text) {
        boolean own = text.isBlank() ? rightToLeft : Script.isRightToLeft(text);
        return own == rightToLeft ? "" : own ? " dir=\"rtl\"" : " dir=\"ltr\"";
    }

    /** Plain text as the content of an element or of an attribute in double quotes. */
    static String escaped(String text) {
        return MarkdownHtml.withoutBrokenCharacters(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
