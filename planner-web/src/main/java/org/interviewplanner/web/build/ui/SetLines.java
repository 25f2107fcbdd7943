package org.interviewplanner.web.build.ui;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.interviewplanner.bank.Difficulty;
import org.interviewplanner.print.MarkdownHtml;

/** The questions of a set in asking order. */
class SetLines extends OrderedList {
    private static final MarkdownHtml MARKDOWN = new MarkdownHtml();

    /**
     * One question.
     *
     * @param section path name
     * @param estimated whether the level is only an estimate
     */
    record Line(
            String wording,
            String section,
            Difficulty difficulty,
            boolean estimated,
            int seconds) {}

    SetLines(List<Line> lines) {
        addClassName("set-lines");
        for (var line : lines) {
            var wording = new Html("<div>" + MARKDOWN.toHtml(line.wording()) + "</div>");
            wording.getElement().getClassList().addAll(List.of("set-wording", "markdown"));
            var level =
                    new Span(
                            getTranslation("difficulty." + line.difficulty().level())
                                    + (line.estimated()
                                            ? " " + getTranslation("build.estimated")
                                            : ""));
            var minutes =
                    new Span(
                            getTranslation(
                                    "build.min", Math.max(1, Math.round(line.seconds() / 60f))));
            var facts = new Div(new Span(line.section()), level, minutes);
            facts.addClassNames("set-facts", "muted");
            add(new ListItem(wording, facts));
        }
    }
}
