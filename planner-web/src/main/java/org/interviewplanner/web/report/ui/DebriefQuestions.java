package org.interviewplanner.web.report.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Objects;
import org.interviewplanner.bank.RatingScale;
import org.interviewplanner.print.MarkdownHtml;
import org.interviewplanner.web.data.AskedQuestionId;
import org.interviewplanner.web.report.DebriefReport;
import org.interviewplanner.web.session.AskedQuestion;
import org.interviewplanner.web.session.Correction;
import org.interviewplanner.web.session.RaterScorecard;
import org.interviewplanner.web.session.RatingKind;
import org.jspecify.annotations.Nullable;

/** Question by question: what each rater heard, thought and wrote, side by side. */
class DebriefQuestions extends Section {
    private static final MarkdownHtml MARKDOWN = new MarkdownHtml();

    private final transient RatingScale scale;

    DebriefQuestions(DebriefReport report) {
        scale = report.session().rules().scale();
        add(new H2(getTranslation("report.questions")));
        addClassName("debrief-part");
        var section = "";
        for (var question : report.questions()) {
            if (!question.heading().equals(section)) {
                section = question.heading();
                var heading = new H3(section);
                heading.addClassName("debrief-section");
                add(heading);
            }
            add(question(report, question));
        }
    }

    private Div question(DebriefReport report, AskedQuestion question) {
        var words =
                new Html(
                        "<div class=\"markdown\">"
                                + MARKDOWN.toHtml(question.position() + "\\. " + question.wording())
                                + "</div>");
        var answers = new Div();
        answers.addClassName("debrief-answers");
        for (var result : report.results()) {
            answers.add(answer(result, question));
        }
        var box = new Div(words, answers);
        box.addClassNames("panel", "debrief-question");
        return box;
    }

    private Div answer(DebriefReport.Result result, AskedQuestion question) {
        var name = new Span(result.rater().name());
        name.addClassName("debrief-name");
        var rating = result.entries().ratings().get(question.id());
        var answer = new Div(name, ratingPill(rating));
        answer.addClassName("debrief-answer");
        result.corrections().stream()
                .filter(correction -> correction.question().equals(question.id()))
                .forEach(correction -> answer.add(corrected(correction)));
        var heard = result.entries().heard().get(question.id());
        if (heard != null && !question.goodToHear().isEmpty()) {
            var count =
                    new Span(
                            getTranslation(
                                    "report.heard",
                                    String.valueOf(heard.size()),
                                    String.valueOf(question.goodToHear().size())));
            count.addClassName("muted");
            answer.add(count);
        }
        var note = result.entries().notes().get(question.id());
        if (note != null && !note.text().isBlank()) {
            answer.add(line(note.text()));
        }
        beside(result, question.id()).forEach(answer::add);
        return answer;
    }

    /** What was there before is never gone, however good the reason. */
    private Paragraph corrected(Correction correction) {
        var words =
                new Paragraph(
                        getTranslation(
                                "report.correction",
                                word(correction.before()),
                                word(correction.after()),
                                correction.by(),
                                correction.reason()));
        words.addClassNames("debrief-note", "muted");
        words.setTestId("correction");
        return words;
    }

    private String word(RaterScorecard.@Nullable Rated rating) {
        return ratingPill(rating).getText();
    }

    /** Versions of a note that were too long to be one with it. */
    static List<Component> beside(DebriefReport.Result result, @Nullable AskedQuestionId question) {
        return result.entries().besideNoteOn(question).stream()
                .<Component>map(version -> {
                    var other = new Details("", line(version.text()));
                    other.setSummaryText(other.getTranslation("report.beside"));
                    other.addClassName("debrief-beside");
                    return other;
                })
                .toList();
    }

    private Span ratingPill(RaterScorecard.@Nullable Rated rating) {
        var pill = new Span();
        pill.addClassName("pill");
        if (rating == null) {
            pill.setText(getTranslation("report.no-word"));
        } else if (rating.kind() == RatingKind.RATED) {
            var step = Objects.requireNonNull(rating.step());
            pill.setText(step + " · " + scale.label(step));
            pill.addClassName(step * 2 > scale.steps() + 1 ? "good" : step == 1 ? "bad" : "warn");
        } else {
            pill.setText(getTranslation("session.live.kind." + rating.kind().name()));
        }
        return pill;
    }

    /** A text as it was typed. */
    static Paragraph line(String text) {
        var line = new Paragraph(text);
        line.addClassName("debrief-note");
        return line;
    }
}
