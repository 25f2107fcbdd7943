package org.interviewplanner.web.build.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.interviewplanner.print.MarkdownHtml;
import org.interviewplanner.web.bank.QuestionText;
import org.interviewplanner.web.build.KeptSet;
import org.interviewplanner.web.build.KeptSlot;
import org.interviewplanner.web.build.PanelService;
import org.interviewplanner.web.build.SetService;
import org.interviewplanner.web.data.RevisionId;
import org.interviewplanner.web.security.Colleague;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.security.Role;
import org.interviewplanner.web.shell.Notice;

/** Who asks what: the set divided over a panel, kept once everybody has a name. */
class PanelSplitBox extends Div {
    private static final MarkdownHtml MARKDOWN = new MarkdownHtml();

    private final SetService sets;
    private final PanelService panels;
    private final Member member;
    private final KeptSet set;
    private final Map<RevisionId, QuestionText> texts;
    private final List<Colleague> people;
    private final IntegerField raters = new IntegerField();
    private final Div shares = new Div();
    private final Paragraph standing = new Paragraph();
    private final Button keep = new Button();
    private final Button forget = new Button();
    private final List<Select<Colleague>> names = new ArrayList<>();

    PanelSplitBox(
            SetService sets,
            PanelService panels,
            Member member,
            KeptSet set,
            Map<RevisionId, QuestionText> texts) {
        this.sets = sets;
        this.panels = panels;
        this.member = member;
        this.set = set;
        this.texts = texts;
        this.people = panels.choices(member);
        addClassName("panel");
        var explanation = new Paragraph(getTranslation("split.text"));
        explanation.addClassName("muted");
        var kept = panels.panel(member, set.id());
        raters.setLabel(getTranslation("split.raters"));
        raters.setMin(1);
        raters.setMax(Math.min(SetService.MAX_RATERS, Math.max(1, set.slots().size())));
        raters.setValue(kept.isEmpty() ? Math.min(2, raters.getMax()) : kept.size());
        raters.setStepButtonsVisible(true);
        raters.addValueChangeListener(change -> showSplit());
        shares.addClassName("shares");
        standing.getElement().setAttribute("role", "status");
        keep.setText(getTranslation("split.keep"));
        keep.addClickListener(click -> keep());
        forget.setText(getTranslation("split.forget"));
        forget.addClickListener(click -> forget());
        var buttons = new Div(keep, forget);
        buttons.addClassName("share-buttons");
        buttons.setVisible(member.isAny(Role.LEAD));
        add(
                new H2(getTranslation("split.heading")),
                explanation,
                raters,
                shares,
                standing,
                buttons);
        showSplit();
        for (int i = 0; i < kept.size() && i < names.size(); i++) {
            var person = kept.get(i).person();
            var select = names.get(i);
            people.stream()
                    .filter(it -> it.id().equals(person))
                    .findFirst()
                    .ifPresent(select::setValue);
        }
        say(!kept.isEmpty());
    }

    private void showSplit() {
        var number = raters.getValue();
        if (number == null || number < raters.getMin() || number > raters.getMax()) {
            return;
        }
        shares.removeAll();
        names.clear();
        for (var share : sets.split(member, set.id(), number).shares()) {
            var list = new UnorderedList();
            for (var slot : share.slots()) {
                list.add(line(set.slots().get(slot.position() - 1)));
            }
            var name = new Select<Colleague>();
            name.setLabel(getTranslation("split.who", names.size() + 1));
            name.setItems(people);
            name.setItemLabelGenerator(it -> it == null ? "" : it.name());
            name.setEmptySelectionAllowed(true);
            name.setReadOnly(!member.isAny(Role.LEAD));
            name.addValueChangeListener(change -> mayKeep());
            names.add(name);
            var box =
                    new Div(
                            name,
                            new H3(
                                    getTranslation(
                                            "split.share",
                                            share.slots().size(),
                                            SetTexts.minutes(share.seconds()))),
                            list);
            box.addClassName("share");
            shares.add(box);
        }
        mayKeep();
    }

    /** Once everybody has a name, and nobody two shares. */
    private void mayKeep() {
        var chosen = names.stream().map(Select::getValue).filter(Objects::nonNull).toList();
        keep.setEnabled(
                chosen.size() == names.size() && new HashSet<>(chosen).size() == chosen.size());
    }

    private void keep() {
        panels.keep(member, set.id(), names.stream().map(it -> it.getValue().id()).toList());
        Notice.done(getTranslation("split.kept"));
        say(true);
    }

    private void forget() {
        panels.forget(member, set.id());
        names.forEach(Select::clear);
        say(false);
    }

    private void say(boolean isKept) {
        standing.setText(getTranslation(isKept ? "split.is-kept" : "split.is-free"));
        forget.setVisible(isKept);
    }

    private ListItem line(KeptSlot slot) {
        var text = texts.get(slot.revision());
        var wording =
                new com.vaadin.flow.component.Html(
                        "<div>"
                                + MARKDOWN.toHtml(
                                        slot.position()
                                                + "\\. "
                                                + (text == null ? "" : text.wording()))
                                + "</div>");
        wording.getElement().getClassList().addAll(List.of("set-wording", "markdown"));
        var item = new ListItem(wording);
        var section = new Div(slot.section());
        section.addClassNames("muted", "set-facts");
        item.add(section);
        return item;
    }
}
