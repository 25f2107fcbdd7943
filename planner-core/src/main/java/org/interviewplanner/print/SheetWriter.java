package org.interviewplanner.print;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.stream.IntStream;
import org.interviewplanner.bank.Difficulty;
import org.interviewplanner.bank.RatingScale;
import org.interviewplanner.print.Sheet.CandidateSheet;
import org.interviewplanner.print.Sheet.InterviewerSheet;
import org.interviewplanner.print.Sheet.ScoreSheet;
import org.jspecify.annotations.Nullable;

/** Writes the bodies of sheets one after the other; for one document, one thread. */
final class SheetWriter {

    private static final int NOTE_LINES = 4;
    private static final int REASON_LINES = 6;
    private static final int RECOMMENDATIONS = 4;

    private final StringBuilder html = new StringBuilder();
    private final Words words;
    private final MarkdownHtml markdown;
    private final boolean rightToLeft;
    private int sheets;

    SheetWriter(Words words, MarkdownHtml markdown, boolean rightToLeft) {
        this.words = words;
        this.markdown = markdown;
        this.rightToLeft = rightToLeft;
    }

    void write(CandidateSheet sheet) {
        open("candidate");
        title(sheet.header(), "candidate.sheet");
        facts(
                fact("candidate", sheet.header().candidate()),
                fact("date", day(sheet.header())),
                fact("set", sheet.header().setCode()));
        String section = "";
        for (PrintedQuestion question : sheet.questions()) {
            section = heading(section, question);
            question(question, "");
            lines("lines", question.answerLines());
            html.append("</div>\n</div>\n");
        }
        html.append("</div>\n");
    }

    void write(InterviewerSheet sheet) {
        open("interviewer");
        title(sheet.header(), "interviewer.sheet");
        facts(
                fact("candidate", sheet.header().candidate()),
                fact("interviewer", null),
                fact("date", day(sheet.header())),
                fact("set", sheet.header().setCode()));
        html.append("<p class=\"sum\">").append(escaped(sum(sheet.questions()))).append("</p>\n");
        String section = "";
        for (QuestionGuide guide : sheet.questions()) {
            section = heading(section, guide.question());
            question(guide.question(), meta(guide));
            if (!guide.answer().isBlank()) {
                part(
                        "answer",
                        "<div class=\"prose\">" + markdown.toHtml(guide.answer()) + "</div>",
                        guide.answer());
            }
            points("good.to.hear", "ticks", guide.goodToHear());
            points("follow.ups", "asks", guide.followUps());
            rating(sheet.scale(), guide.anchors());
            part("notes", "", "");
            lines("lines", NOTE_LINES);
            html.append("</div>\n</div>\n");
        }
        html.append("</div>\n");
    }

    void write(ScoreSheet sheet) {
        open("score");
        title(sheet.header(), "score.sheet");
        facts(
                fact("candidate", sheet.header().candidate()),
                fact("interviewer", null),
                fact("date", day(sheet.header())),
                fact("set", sheet.header().setCode()));
        RatingScale scale = sheet.scale();
        html.append("<p class=\"legend\">");
        for (int step = 1; step <= scale.steps(); step++) {
            html.append("<span class=\"step\"><b>")
                    .append(step)
                    .append("</b> ")
                    .append(escaped(scale.label(step)))
                    .append("</span> ");
        }
        html.append("<br />").append(escaped(words.say("legend"))).append("</p>\n");
        html.append(
                        "<table class=\"scores\">\n<thead><tr><th class=\"number\"></th><th class=\"asked\">")
                .append(escaped(words.say("question")))
                .append("</th>");
        for (int step = 1; step <= scale.steps(); step++) {
            html.append("<th class=\"tick\">").append(step).append("</th>");
        }
        html.append("<th class=\"none\">")
                .append(escaped(words.say("not.asked")))
                .append("</th><th class=\"none\">")
                .append(escaped(words.say("not.assessed")))
                .append("</th><th class=\"remark\">")
                .append(escaped(words.say("notes")))
                .append("</th></tr></thead>\n<tbody>\n");
        String section = "";
        for (PrintedQuestion question : sheet.questions()) {
            if (!question.section().equals(section) && !question.section().isBlank()) {
                html.append("<tr class=\"section\"><td colspan=\"")
                        .append(scale.steps() + 5)
                        .append("\"><span")
                        .append(direction(question.section()))
                        .append(">")
                        .append(escaped(question.section()))
                        .append("</span></td></tr>\n");
            }
            section = question.section();
            html.append("<tr><td class=\"number\">")
                    .append(question.position())
                    .append("</td><td class=\"asked\"><div class=\"prose\"")
                    .append(direction(question.wording()))
                    .append(">")
                    .append(markdown.toHtml(question.wording()))
                    .append("</div></td>");
            for (int i = 0; i < scale.steps() + 2; i++) {
                html.append("<td class=\"tick\"><span class=\"box\"></span></td>");
            }
            html.append("<td class=\"remark\"></td></tr>\n");
        }
        html.append("</tbody>\n</table>\n<div class=\"verdict\">\n<h3>")
                .append(escaped(words.say("recommendation")))
                .append("</h3>\n<p class=\"boxes\">");
        for (int i = 1; i <= RECOMMENDATIONS; i++) {
            box(words.say("recommendation." + i));
        }
        html.append("</p>\n<h3>").append(escaped(words.say("reasons"))).append("</h3>\n");
        lines("lines", REASON_LINES);
        facts(fact("signature", null), fact("date", null));
        html.append("</div>\n</div>\n");
    }

    private void open(String kind) {
        sheets++;
        html.append("<div class=\"sheet ")
                .append(kind)
                .append("\" id=\"sheet")
                .append(sheets)
                .append("\">\n");
    }

    private void title(SheetHeader header, String kind) {
        html.append("<p class=\"kind\">")
                .append(escaped(words.say(kind)))
                .append("</p>\n<h1")
                .append(direction(header.title()))
                .append(">")
                .append(escaped(header.title()))
                .append("</h1>\n");
    }

    private record Fact(String name, @Nullable String value) {}

    private Fact fact(String key, @Nullable String value) {
        return new Fact(words.say(key), value);
    }

    private void facts(Fact... facts) {
        html.append("<table class=\"facts\"><tr>");
        for (Fact fact : facts) {
            String value = fact.value();
            html.append("<td><span class=\"name\">")
                    .append(escaped(fact.name()))
                    .append("</span><br /><span class=\"value\">")
                    .append(value == null ? "&#160;" : escaped(value))
                    .append("</span></td>");
        }
        html.append("</tr></table>\n");
    }

    private @Nullable String day(SheetHeader header) {
        return header.date() == null
                ? null
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(words.locale())
                        .format(header.date());
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
     * Opens the block that holds a heading, where there is a new one, and its first question
     * together.
     */
    private String heading(String before, PrintedQuestion question) {
        html.append("<div class=\"together\">\n");
        if (!question.section().isBlank() && !question.section().equals(before)) {
            html.append("<h2")
                    .append(direction(question.section()))
                    .append(">")
                    .append(escaped(question.section()))
                    .append("</h2>\n");
        }
        return question.section();
    }

    private void question(PrintedQuestion question, String meta) {
        html.append("<div class=\"question\">\n<div class=\"place\">")
                .append(question.position())
                .append("</div>\n");
        if (!meta.isEmpty()) {
            html.append("<p class=\"meta\">").append(escaped(meta)).append("</p>\n");
        }
        html.append("<div class=\"prose wording\"")
                .append(direction(question.wording()))
                .append(">")
                .append(markdown.toHtml(question.wording()))
                .append("</div>\n");
        String body = markdown.toHtml(question.body());
        if (!body.isEmpty()) {
            html.append("<div class=\"prose\"")
                    .append(direction(question.body()))
                    .append(">")
                    .append(body)
                    .append("</div>\n");
        }
    }

    private void part(String key, String content, String text) {
        html.append("<div class=\"part\"><h3>")
                .append(escaped(words.say(key)))
                .append("</h3>")
                .append("<div")
                .append(direction(text))
                .append(">")
                .append(content)
                .append("</div></div>\n");
    }

    private void points(String key, String style, List<String> points) {
        if (points.isEmpty()) {
            return;
        }
        html.append("<div class=\"part\"><h3>").append(escaped(words.say(key))).append("</h3>\n");
        for (String point : points) {
            html.append("<div class=\"point ")
                    .append(style)
                    .append("\"")
                    .append(direction(point))
                    .append(">");
            if (style.equals("ticks")) {
                html.append("<span class=\"box\"></span>");
            }
            html.append("<div class=\"prose\">")
                    .append(markdown.toHtml(point))
                    .append("</div></div>\n");
        }
        html.append("</div>\n");
    }

    private void rating(RatingScale scale, List<String> anchors) {
        html.append("<table class=\"rating\"><tr>");
        for (int step = 1; step <= scale.steps(); step++) {
            html.append("<td><span class=\"box\"></span> <b>")
                    .append(step)
                    .append("</b> ")
                    .append(escaped(scale.label(step)));
            String anchor = anchors.isEmpty() ? "" : anchors.get(step - 1);
            if (!anchor.isBlank()) {
                html.append("<div class=\"anchor\"")
                        .append(direction(anchor))
                        .append(">")
                        .append(escaped(anchor))
                        .append("</div>");
            }
            html.append("</td>");
        }
        for (String key : List.of("not.asked", "not.assessed")) {
            html.append("<td class=\"none\"><span class=\"box\"></span> ")
                    .append(escaped(words.say(key)))
                    .append("</td>");
        }
        html.append("</tr></table>\n");
    }

    private void box(String label) {
        html.append("<span class=\"choice\"><span class=\"box\"></span> ")
                .append(escaped(label))
                .append("</span> ");
    }

    private void lines(String style, int count) {
        if (count == 0) {
            return;
        }
        html.append("<div class=\"").append(style).append("\">");
        IntStream.range(0, count).forEach(line -> html.append("<div class=\"line\"></div>"));
        html.append("</div>\n");
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
