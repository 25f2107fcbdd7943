package org.interviewplanner.web.blueprint.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.function.Consumer;
import org.interviewplanner.assembly.Assembly;
import org.interviewplanner.assembly.Capacity;
import org.interviewplanner.web.blueprint.BlueprintDraft;
import org.interviewplanner.web.blueprint.BlueprintService;
import org.interviewplanner.web.blueprint.DemandWords;

/**
 * What the assembler says of the recipe as it is typed: it works, or why not and what would mend
 * it.
 */
class Verdict extends Div {
    private final Consumer<BlueprintDraft> onRepair;
    private final Paragraph capacity = new Paragraph();

    /**
     * @param onRepair takes the mended recipe when a person wants it
     */
    Verdict(Consumer<BlueprintDraft> onRepair) {
        this.onRepair = onRepair;
        setClassName("verdict panel");
        getElement().setAttribute("role", "status");
        capacity.setTestId("capacity");
        addClassName("waiting");
        add(new Paragraph(getTranslation("blueprint.checking")));
    }

    /** While the answer is looked for, the last one stays, paler. */
    void setWaiting(boolean waiting) {
        getElement().getClassList().set("waiting", waiting);
    }

    void show(BlueprintService.Checked checked) {
        removeAll();
        setClassName("verdict panel");
        capacity.setText("");
        switch (checked.outcome()) {
            case Assembly.Assembled assembled -> {
                addClassName("good");
                var byId = new java.util.HashMap<String, Integer>();
                checked.recipe().pool().questions().forEach(it -> byId.put(it.id(), it.seconds()));
                int seconds =
                        assembled.sets().getFirst().questions().stream()
                                .mapToInt(it -> byId.getOrDefault(it, 0))
                                .sum();
                add(new Paragraph(getTranslation("blueprint.works", Math.round(seconds / 60f))));
                capacity.setText(getTranslation("blueprint.measuring"));
                add(capacity);
            }
            case Assembly.Infeasible infeasible -> {
                addClassName("bad");
                add(new Paragraph(getTranslation("blueprint.clash")));
                var words = new DemandWords(checked.recipe(), this::getTranslation);
                var sentences = new UnorderedList();
                infeasible.shortfalls().forEach(it -> sentences.add(new ListItem(words.clash(it))));
                add(sentences);
                if (infeasible.repair().isEmpty()) {
                    add(new Paragraph(getTranslation("blueprint.no-repair")));
                } else {
                    add(repair(checked, infeasible, words));
                }
            }
            case Assembly.Undecided undecided -> {
                addClassName("warn");
                add(new Paragraph(getTranslation("blueprint.undecided")));
            }
        }
    }

    private Div repair(
            BlueprintService.Checked checked, Assembly.Infeasible infeasible, DemandWords words) {
        var mends = new UnorderedList();
        infeasible.repair().forEach(it -> mends.add(new ListItem(words.repair(it))));
        var apply =
                new Button(
                        getTranslation("blueprint.repair"),
                        click -> onRepair.accept(checked.recipe().repaired(infeasible.repair())));
        apply.addThemeVariants(ButtonVariant.PRIMARY);
        apply.setTestId("repair");
        return new Div(new Paragraph(getTranslation("blueprint.repair-text")), mends, apply);
    }

    void show(BlueprintService.Checked checked, Capacity measured) {
        capacity.setText(
                new DemandWords(checked.recipe(), this::getTranslation)
                        .capacity(measured, BlueprintService.MOST_CAPACITY));
    }

    /** What is wrong with the form itself; nothing can be said of the bank yet. */
    void showProblem(String sentence) {
        removeAll();
        setClassName("verdict panel warn");
        add(new Paragraph(sentence));
    }
}
