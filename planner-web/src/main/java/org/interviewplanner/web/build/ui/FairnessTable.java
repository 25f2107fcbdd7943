package org.interviewplanner.web.build.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;
import java.util.function.Function;
import org.interviewplanner.assembly.Fairness;
import org.interviewplanner.bank.Difficulty;

/**
 * Sets side by side: a row for each figure, a column for each set. A row of unlike figures says so.
 */
class FairnessTable extends Div {
    private final Fairness fairness;
    private final NativeTableBody body = new NativeTableBody();

    FairnessTable(List<String> names, Fairness fairness, List<String> sections) {
        this.fairness = fairness;
        addClassName("table-scroll");
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", getTranslation("build.side-by-side"));
        var head = new NativeTableRow();
        head.add(headCell("", "col"));
        names.forEach(name -> head.add(headCell(name, "col")));
        head.add(headCell(getTranslation("certificate.difference"), "col"));
        row(
                getTranslation("certificate.questions"),
                it -> it.difficulties().values().stream().mapToInt(Integer::intValue).sum(),
                String::valueOf);
        row(
                getTranslation("build.minutes"),
                it -> it.seconds() / 60.0,
                it -> "%.1f".formatted(it.doubleValue()));
        row(
                getTranslation("certificate.mean"),
                Fairness.Figures::meanDifficulty,
                it -> "%.2f".formatted(it.doubleValue()));
        group(getTranslation("certificate.by-level"), names.size());
        for (var difficulty : Difficulty.values()) {
            row(
                    getTranslation("difficulty." + difficulty.level()),
                    it -> it.difficulties().getOrDefault(difficulty, 0),
                    String::valueOf);
        }
        group(getTranslation("certificate.by-section"), names.size());
        for (var section : sections) {
            row(section, it -> it.sections().getOrDefault(section, 0), String::valueOf);
        }
        group(getTranslation("certificate.exposure"), names.size());
        row(
                getTranslation("certificate.share"),
                it -> 100 * it.exposureShare(),
                it -> "%.0f %%".formatted(it.doubleValue()));
        var table = new NativeTable(new NativeTableHeader(head), body);
        table.addClassName("fairness-table");
        add(table);
    }

    private void row(
            String label,
            Function<Fairness.Figures, Number> figure,
            Function<Number, String> text) {
        var row = new NativeTableRow();
        row.add(headCell(label, "row"));
        var figures = fairness.sets().stream().map(figure).toList();
        figures.forEach(it -> row.add(number(text.apply(it))));
        double most = figures.stream().mapToDouble(Number::doubleValue).max().orElse(0);
        double least = figures.stream().mapToDouble(Number::doubleValue).min().orElse(0);
        var same = most - least < 0.005;
        var cell = number(same ? "–" : text.apply(asNumber(figures, most - least)));
        cell.addClassName(same ? "muted" : "differs");
        row.add(cell);
        body.add(row);
    }

    private static Number asNumber(List<Number> like, double value) {
        return like.getFirst() instanceof Integer ? (Number) (int) Math.round(value) : value;
    }

    private void group(String label, int sets) {
        var cell = headCell(label, "colgroup");
        cell.getElement().setAttribute("colspan", String.valueOf(sets + 2));
        cell.addClassName("table-group");
        body.add(new NativeTableRow(cell));
    }

    private static NativeTableHeaderCell headCell(String text, String scope) {
        var cell = new NativeTableHeaderCell(text);
        cell.getElement().setAttribute("scope", scope);
        return cell;
    }

    private static NativeTableCell number(String text) {
        var cell = new NativeTableCell(text);
        cell.addClassName("numeric");
        return cell;
    }
}
