package org.interviewplanner.web.build.ui;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.interviewplanner.bank.Difficulty;
import org.interviewplanner.print.MarkdownHtml;
import org.interviewplanner.web.bank.QuestionText;
import org.interviewplanner.web.build.KeptSet;
import org.interviewplanner.web.data.QuestionId;
import org.interviewplanner.web.data.RevisionId;

/** The questions of a set in asking order. */
class SetLines extends OrderedList {
    private static final MarkdownHtml MARKDOWN = new MarkdownHtml();

    /**
     * One question.
     *
     * @param section path name
     * @param estimated whether the level is only an estimate
     * @param timeEstimated whether the planned time is only an estimate
     * @param pilot whether it is on trial
     * @param shared whether it is marked as standing in another set too
     */
    record Line(
            String wording,
            String section,
            Difficulty difficulty,
            boolean estimated,
            int seconds,
            boolean timeEstimated,
            boolean pilot,
            boolean shared) {}

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
                            getTranslation("build.min", SetTexts.minutes(line.seconds()))
                                    + (line.timeEstimated()
                                            ? " " + getTranslation("build.estimated")
                                            : ""));
            var facts = new Div(new Span(line.section()), level, minutes);
            facts.addClassNames("set-facts", "muted");
            if (line.pilot()) {
                facts.addComponentAsFirst(pill("build.pilot"));
            }
            if (line.shared()) {
                facts.addComponentAsFirst(pill("compare.shared"));
            }
            add(new ListItem(wording, facts));
        }
    }

    private Span pill(String key) {
        var pill = new Span(getTranslation(key));
        pill.addClassNames("pill", "warn");
        return pill;
    }

    /** The lines of a kept set in the wordings that it was kept with. */
    static List<Line> of(KeptSet set, Map<RevisionId, QuestionText> texts, Set<QuestionId> shared) {
        var lines = new ArrayList<Line>();
        for (var slot : set.slots()) {
            var text = texts.get(slot.revision());
            lines.add(
                    new Line(
                            text == null ? "" : text.wording(),
                            slot.section(),
                            slot.difficulty(),
                            slot.difficultyEstimated(),
                            slot.plannedSeconds(),
                            slot.plannedEstimated(),
                            slot.pilot(),
                            shared.contains(slot.question())));
        }
        return lines;
    }
}
