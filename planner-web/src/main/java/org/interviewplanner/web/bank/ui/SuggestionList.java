package org.interviewplanner.web.bank.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.interviewplanner.web.bank.ImportPlan;
import org.interviewplanner.web.bank.SectionChange;

/** What the documents suggest, before the import: re-wordings, and sections before and after. */
class SuggestionList extends Div {
    /** More would only make the page slow; all of them wait in the inbox after the import. */
    private static final int MAX_CARDS = 200;

    private final boolean several;

    /**
     * @param several whether the suggestions come from several documents, which are then named
     */
    SuggestionList(ImportPlan plan, boolean several) {
        this.several = several;
        addClassNames("bank-tab", "bank-suggestions");
        add(new Paragraph(getTranslation("bank.import.suggestions-lead")));
        plan.rewordings().stream().limit(MAX_CARDS).forEach(it -> add(rewording(plan, it)));
        if (plan.rewordings().size() > MAX_CARDS) {
            add(
                    new Paragraph(
                            getTranslation(
                                    "bank.import.more-problems",
                                    plan.rewordings().size() - MAX_CARDS)));
        }
        if (!plan.sectionProposals().isEmpty()) {
            add(new H3(getTranslation("bank.import.section-suggestions")));
        }
        var bySection = new LinkedHashMap<List<String>, List<ImportPlan.SectionSuggestion>>();
        plan.sectionProposals()
                .forEach(it ->
                        bySection.computeIfAbsent(it.section(), key -> new ArrayList<>()).add(it));
        bySection.values().forEach(it -> add(section(plan, it)));
    }

    private Component rewording(ImportPlan plan, ImportPlan.Rewording rewording) {
        var about = new Div(new Span(place(rewording.document(), rewording.line())));
        about.addClassNames("bank-preview-about", "muted");
        if (rewording.index() < 0) {
            about.add(Pieces.pill(getTranslation("bank.import.no-question"), "warn"));
        }
        if (rewording.approved()) {
            about.add(Pieces.pill(getTranslation("bank.status.APPROVED"), "good"));
        }
        var before =
                rewording.index() < 0
                        ? rewording.before()
                        : plan.entries().get(rewording.index()).wording();
        var card = new Div(Pieces.diff(before, rewording.after()), about);
        card.addClassName("bank-suggestion");
        return card;
    }

    /** One section; several suggestions for it are alternatives. */
    private Component section(ImportPlan plan, List<ImportPlan.SectionSuggestion> alternatives) {
        var card = new Div();
        card.addClassName("bank-suggestion");
        if (alternatives.size() > 1) {
            card.add(new Span(getTranslation("bank.proposals.alternatives")));
        }
        for (var it : alternatives) {
            var words =
                    new Span(
                            getTranslation(
                                    "bank.change." + it.kind().name(),
                                    String.join(" / ", it.section())));
            var place = new Span(place(it.document(), it.line()));
            place.addClassName("muted");
            var head = new Div(words, place);
            head.addClassName("bank-preview-about");
            card.add(head, trees(plan.outlook(it), it));
        }
        return card;
    }

    private Component trees(ImportPlan.Outlook outlook, ImportPlan.SectionSuggestion suggestion) {
        var name = outlook.section().getLast();
        var before =
                new Div(
                        new Span(getTranslation("bank.change.before-title")),
                        Pieces.outline(counted(name, outlook.questions()), outlook.below()));
        var renames = suggestion.kind() == SectionChange.Kind.RENAME;
        if (suggestion.kind() == SectionChange.Kind.MOVE) {
            return Pieces.move(this, suggestion.section(), suggestion.into(), outlook.questions());
        }
        Component tree;
        if (outlook.branches().isEmpty()) {
            tree = Pieces.outline(name, List.of(getTranslation("bank.proposals.no-names")));
        } else if (renames && outlook.branches().size() == 1) {
            tree =
                    Pieces.outline(
                            counted(outlook.branches().getFirst().name(), outlook.questions()),
                            outlook.below());
        } else if (renames) {
            tree =
                    Pieces.outline(
                            counted(name, outlook.questions()),
                            outlook.branches().stream().map(ImportPlan.Branch::name).toList());
        } else {
            tree =
                    Pieces.outline(
                            counted(name, outlook.staying()),
                            outlook.branches().stream()
                                    .map(it -> counted(it.name(), it.questions()))
                                    .toList());
        }
        var after = new Div(new Span(getTranslation("bank.change.after-title")), tree);
        var both = new Div(before, after);
        both.addClassName("bank-before-after");
        return both;
    }

    private static String counted(String name, int count) {
        return "%s (%d)".formatted(name, count);
    }

    private String place(String document, int line) {
        return several
                ? getTranslation("bank.source-line", document, line)
                : getTranslation("bank.import.at-line", line);
    }
}
