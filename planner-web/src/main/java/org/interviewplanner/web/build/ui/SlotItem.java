package org.interviewplanner.web.build.ui;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dnd.DragSource;
import com.vaadin.flow.component.dnd.DropEffect;
import com.vaadin.flow.component.dnd.DropTarget;
import com.vaadin.flow.component.dnd.EffectAllowed;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import org.interviewplanner.bank.Status;
import org.interviewplanner.print.MarkdownHtml;
import org.interviewplanner.web.bank.BankQuestion;
import org.interviewplanner.web.bank.Origin;
import org.interviewplanner.web.build.Alternative;
import org.interviewplanner.web.build.Proposal;
import org.interviewplanner.web.build.ProposedQuestion;

/**
 * One place of a proposed set: drag it, or move it by its buttons; pin it, or see what else fits.
 */
class SlotItem extends ListItem {
    private static final MarkdownHtml MARKDOWN = new MarkdownHtml();

    private final Proposal proposal;
    private final int set;
    private final int position;
    private final SetActions actions;
    private final Div others = new Div();
    private final Button redraw;

    /**
     * @param set index of the set, from 0
     * @param position place in it, from 1
     */
    SlotItem(Proposal proposal, int set, int position, SetActions actions) {
        this.proposal = proposal;
        this.set = set;
        this.position = position;
        this.actions = actions;
        addClassName("slot");
        var proposed = proposal.sets().get(set).get(position - 1);
        var question = proposed.question();
        var wording = wording(question);
        int last = proposal.sets().get(set).size();
        var up =
                tool(
                        VaadinIcon.ARROW_UP,
                        "build.up",
                        () -> actions.move(set, position, position - 1));
        up.setEnabled(position > 1);
        up.setTestId("up-" + position);
        var down =
                tool(
                        VaadinIcon.ARROW_DOWN,
                        "build.down",
                        () -> actions.move(set, position, position + 1));
        down.setEnabled(position < last);
        down.setTestId("down-" + position);
        var pin =
                tool(
                        VaadinIcon.PIN,
                        proposed.pinned() ? "build.unpin" : "build.pin",
                        () -> actions.pin(set, position, !proposed.pinned()));
        pin.getElement().setAttribute("aria-pressed", String.valueOf(proposed.pinned()));
        pin.getElement().getClassList().set("pressed", proposed.pinned());
        pin.setTestId("pin-" + position);
        pin.setVisible(!proposed.pilot());
        redraw = tool(VaadinIcon.REFRESH, "build.redraw", this::toggleOthers);
        redraw.setTestId("redraw-" + position);
        redraw.getElement().setAttribute("aria-expanded", "false");
        var tools = new Div(up, down, pin, redraw);
        tools.addClassName("slot-tools");
        var text = new Div(wording, facts(proposed));
        text.addClassName("slot-text");
        var line = new Div(text, tools);
        line.addClassName("slot-line");
        others.setVisible(false);
        others.addClassName("slot-others");
        add(line, others);
        makeDraggable();
    }

    private void makeDraggable() {
        var drag = DragSource.create(this);
        drag.setEffectAllowed(EffectAllowed.MOVE);
        var drop = DropTarget.create(this);
        drop.setDropEffect(DropEffect.MOVE);
        drop.addDropListener(event ->
                event.getDragSourceComponent()
                        .filter(SlotItem.class::isInstance)
                        .map(SlotItem.class::cast)
                        .filter(it -> it.set == set)
                        .ifPresent(it -> actions.move(set, it.position, position)));
    }

    private Button tool(VaadinIcon icon, String key, Runnable action) {
        var button = new Button(new Icon(icon), click -> action.run());
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.setAriaLabel(getTranslation(key, position));
        button.setTooltipText(getTranslation(key + "-tip"));
        return button;
    }

    private static Html wording(BankQuestion question) {
        var wording = new Html("<div>" + MARKDOWN.toHtml(question.wording()) + "</div>");
        wording.getElement().getClassList().addAll(List.of("set-wording", "markdown"));
        return wording;
    }

    private Div facts(ProposedQuestion proposed) {
        var question = proposed.question();
        var facts = facts(question);
        if (proposed.pilot()) {
            facts.addComponentAsFirst(pill("build.pilot", "warn"));
        }
        if (!proposed.pilot() && question.status() != Status.APPROVED) {
            facts.addComponentAsFirst(pill("build.draft", "warn"));
        }
        if (proposal.isNeeded(proposed)) {
            facts.addComponentAsFirst(pill("build.must", "quiet"));
        }
        if (proposed.pinned()) {
            facts.addComponentAsFirst(pill("build.pinned", "good"));
        }
        return facts;
    }

    private Div facts(BankQuestion question) {
        var level =
                new Span(
                        getTranslation("difficulty." + question.difficulty().level())
                                + estimated(question.difficultyOrigin()));
        var minutes =
                new Span(
                        getTranslation("build.min", SetTexts.minutes(question.seconds()))
                                + estimated(question.secondsOrigin()));
        var facts =
                new Div(
                        new Span(String.join(" / ", question.path())),
                        level,
                        minutes,
                        new Span(SetTexts.exposure(this, question, proposal.stock().at())));
        facts.addClassNames("set-facts", "muted");
        return facts;
    }

    private String estimated(Origin origin) {
        return origin == Origin.ESTIMATED ? " " + getTranslation("build.estimated") : "";
    }

    private Span pill(String key, String kind) {
        var pill = new Span(getTranslation(key));
        pill.addClassNames("pill", kind);
        return pill;
    }

    private void toggleOthers() {
        var open = !others.isVisible();
        others.setVisible(open);
        redraw.getElement().setAttribute("aria-expanded", String.valueOf(open));
        others.removeAll();
        if (!open) {
            return;
        }
        var proposed = proposal.sets().get(set).get(position - 1);
        if (proposal.isNeeded(proposed)) {
            others.add(new Paragraph(getTranslation("build.redraw-must")));
            return;
        }
        var found = actions.alternatives(set, position);
        others.add(
                new Paragraph(
                        getTranslation(
                                found.isEmpty() ? "build.redraw-none" : "build.redraw-choose",
                                found.size())));
        found.forEach(it -> others.add(alternative(proposed, it)));
    }

    private Div alternative(ProposedQuestion proposed, Alternative it) {
        var take =
                new Button(
                        getTranslation("build.take"),
                        click -> actions.exchange(set, position, it.question()));
        take.addThemeVariants(ButtonVariant.SMALL);
        take.setAriaLabel(getTranslation("build.take-named", it.question().wording()));
        take.setDisableOnClick(true);
        var shift =
                new Paragraph(
                        proposed.pilot()
                                ? getTranslation("build.shift-pilot")
                                : SetTexts.shifts(this, it));
        shift.addClassName("slot-shift");
        var words = new Div(wording(it.question()), facts(it.question()), shift);
        words.addClassName("slot-text");
        var line = new Div(words, take);
        line.addClassNames("slot-line", "alternative");
        return line;
    }
}
