package org.interviewplanner.web.build.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.interviewplanner.bank.Difficulty;
import org.interviewplanner.web.bank.BankService;
import org.interviewplanner.web.build.Comparison;
import org.interviewplanner.web.build.KeptSet;
import org.interviewplanner.web.build.KeptSlot;
import org.interviewplanner.web.build.SetService;
import org.interviewplanner.web.build.SetSummary;
import org.interviewplanner.web.data.SetId;
import org.interviewplanner.web.security.CurrentMember;
import org.interviewplanner.web.security.Roles;
import org.interviewplanner.web.shell.EmptyState;
import org.interviewplanner.web.shell.Page;

/** Two kept sets side by side; {@code ?first=ID&second=ID} choose beforehand. */
@Route("compare")
@RolesAllowed({Roles.LEAD, Roles.INTERVIEWER})
@StyleSheet("build.css")
class CompareView extends Page implements BeforeEnterObserver {
    private final SetService sets;
    private final BankService bank;
    private final CurrentMember currentMember;
    private final ComboBox<SetSummary> first = new ComboBox<>();
    private final ComboBox<SetSummary> second = new ComboBox<>();
    private final Div content = new Div();

    CompareView(SetService sets, BankService bank, CurrentMember currentMember) {
        super("");
        this.sets = sets;
        this.bank = bank;
        this.currentMember = currentMember;
        setHeading(getTranslation("compare.heading"));
        setLead(getTranslation("compare.lead"));
        choice(first, "compare.first");
        choice(second, "compare.second");
        content.addClassName("stack");
    }

    private void choice(ComboBox<SetSummary> box, String key) {
        box.setLabel(getTranslation(key));
        box.setItemLabelGenerator(it -> it.name() + " · " + it.code());
        box.addValueChangeListener(change -> show());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var kept = sets.summaries(currentMember.get());
        if (kept.size() < 2) {
            add(
                    new EmptyState(
                            getTranslation("compare.too-few"),
                            getTranslation("compare.too-few-text")));
            return;
        }
        var choices = new Div(first, second);
        choices.addClassNames("panel", "compare-choices");
        add(choices, content);
        first.setItems(kept);
        second.setItems(kept);
        var parameters = event.getLocation().getQueryParameters();
        var left = wanted(kept, parameters.getSingleParameter("first"), kept.getFirst());
        var other = kept.stream().filter(it -> !it.equals(left)).findFirst().orElse(left);
        first.setValue(left);
        second.setValue(wanted(kept, parameters.getSingleParameter("second"), other));
    }

    private SetSummary wanted(
            List<SetSummary> kept, Optional<String> parameter, SetSummary otherwise) {
        if (parameter.isEmpty()) {
            return otherwise;
        }
        SetId id = SetView.id(parameter.get());
        sets.set(currentMember.get(), id); // says "not found" of what is not one's own
        return kept.stream().filter(it -> it.id().equals(id)).findFirst().orElse(otherwise);
    }

    private void show() {
        content.removeAll();
        if (first.getValue() == null || second.getValue() == null) {
            return;
        }
        var compared =
                sets.compare(currentMember.get(), first.getValue().id(), second.getValue().id());
        var figures = new Div(new H2(getTranslation("certificate.figures")), table(compared));
        figures.addClassName("panel");
        var shared = compared.shared();
        figures.add(
                new Paragraph(
                        first.getValue().equals(second.getValue())
                                ? getTranslation("compare.same")
                                : getTranslation("compare.shared-count", shared.size())));
        var lists = new Div(list(compared, compared.first()), list(compared, compared.second()));
        lists.addClassName("side-by-side");
        content.add(figures, lists);
    }

    private Div list(Comparison compared, KeptSet set) {
        var texts =
                bank.texts(
                        currentMember.get(), set.slots().stream().map(KeptSlot::revision).toList());
        var panel =
                new Div(
                        new H2(set.name() + " · " + set.code()),
                        new SetLines(SetLines.of(set, texts, compared.shared())));
        panel.addClassNames("panel", "question-list");
        return panel;
    }

    private Div table(Comparison compared) {
        var body = new NativeTableBody();
        row(body, getTranslation("certificate.questions"), compared, it -> it.scored().size(), 0);
        row(
                body,
                getTranslation("build.minutes"),
                compared,
                it -> Comparison.seconds(it) / 60.0,
                1);
        row(body, getTranslation("certificate.mean"), compared, Comparison::meanDifficulty, 2);
        for (var difficulty : Difficulty.values()) {
            row(
                    body,
                    getTranslation("difficulty." + difficulty.level()),
                    compared,
                    it -> Comparison.count(it, difficulty),
                    0);
        }
        for (var section : compared.sections()) {
            row(body, section, compared, it -> Comparison.count(it, section), 0);
        }
        var head = new NativeTableRow();
        for (var text :
                List.of(
                        "",
                        compared.first().code(),
                        compared.second().code(),
                        getTranslation("certificate.difference"))) {
            head.add(head(text, "col"));
        }
        var table = new NativeTable(new NativeTableHeader(head), body);
        table.addClassName("fairness-table");
        var scroll = new Div(table);
        scroll.addClassName("table-scroll");
        scroll.getElement().setAttribute("tabindex", "0");
        scroll.getElement().setAttribute("role", "region");
        scroll.getElement().setAttribute("aria-label", getTranslation("certificate.figures"));
        return scroll;
    }

    private static void row(
            NativeTableBody body,
            String label,
            Comparison compared,
            java.util.function.ToDoubleFunction<KeptSet> figure,
            int digits) {
        double left = figure.applyAsDouble(compared.first());
        double right = figure.applyAsDouble(compared.second());
        var cells = new ArrayList<NativeTableCell>();
        var format = "%." + digits + "f";
        cells.add(new NativeTableCell(format.formatted(left)));
        cells.add(new NativeTableCell(format.formatted(right)));
        var same = format.formatted(left).equals(format.formatted(right));
        var difference =
                new NativeTableCell(
                        same
                                ? "–"
                                : (right > left ? "+" : "−")
                                        + format.formatted(Math.abs(right - left)));
        difference.addClassName(same ? "muted" : "differs");
        cells.add(difference);
        var row = new NativeTableRow(head(label, "row"));
        cells.forEach(it -> {
            it.addClassName("numeric");
            row.add(it);
        });
        body.add(row);
    }

    private static NativeTableHeaderCell head(String text, String scope) {
        var cell = new NativeTableHeaderCell(text);
        cell.getElement().setAttribute("scope", scope);
        return cell;
    }
}
