package org.interviewplanner.web.bank.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.interviewplanner.web.bank.ImportPreview;

/** New questions that may be one already, side by side with the other one. */
class LookAlikes extends Div {
    private final List<String> documents;
    private final BiConsumer<Set<Integer>, Boolean> tick;
    private final Map<Integer, List<Checkbox>> boxes = new HashMap<>();

    /**
     * @param documents their names
     * @param tick told which question a person leaves out
     */
    LookAlikes(List<String> documents, BiConsumer<Set<Integer>, Boolean> tick) {
        this.documents = documents;
        this.tick = tick;
        addClassNames("bank-tab", "bank-alikes");
    }

    void show(List<ImportPreview.LookAlike> pairs, Set<Integer> unticked) {
        removeAll();
        boxes.clear();
        add(new Paragraph(getTranslation("bank.alike.lead")));
        pairs.forEach(it -> add(card(it)));
        show(unticked);
    }

    /** Shows which questions are left out now. */
    void show(Set<Integer> unticked) {
        boxes.forEach((index, all) -> all.forEach(box -> box.setValue(unticked.contains(index))));
    }

    private Div card(ImportPreview.LookAlike pair) {
        var here =
                side(
                        getTranslation("bank.alike.new"),
                        pair.wording(),
                        documents.size() == 1 ? documents.getFirst() : "");
        var there =
                side(
                        getTranslation(
                                pair.other() == null ? "bank.alike.stored" : "bank.alike.other"),
                        pair.otherWording(),
                        String.join(" / ", pair.otherSection()));
        var both = new Div(here, there);
        both.addClassName("bank-alike-sides");
        var leave = new Checkbox(getTranslation("bank.alike.leave-out"));
        leave.getElement()
                .setAttribute(
                        "aria-label",
                        getTranslation("bank.alike.leave-out") + ": " + pair.wording());
        leave.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                tick.accept(Set.of(pair.index()), !change.getValue());
            }
        });
        boxes.computeIfAbsent(pair.index(), it -> new java.util.ArrayList<>()).add(leave);
        var about = new Div();
        if (pair.exact()) {
            about.add(Pieces.pill(getTranslation("bank.alike.exact"), "warn"));
        }
        about.add(new Span(pair.reason()));
        about.addClassNames("bank-preview-about", "muted");
        var card = new Div(both, about, leave);
        card.addClassName("bank-suggestion");
        return card;
    }

    private static Div side(String title, String wording, String place) {
        var head = new Span(title + (place.isEmpty() ? "" : " · " + place));
        head.addClassName("muted");
        return new Div(head, Pieces.markdown(wording));
    }
}
