package org.interviewplanner.web.build.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;
import org.interviewplanner.assembly.Fairness;
import org.interviewplanner.web.build.FairnessRows;

/**
 * Sets side by side: a row for each figure, a column for each set. A row of unlike figures says so.
 */
class FairnessTable extends Div {
    private final NativeTableBody body = new NativeTableBody();

    FairnessTable(List<String> names, Fairness fairness, List<String> sections) {
        addClassName("table-scroll");
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", getTranslation("build.side-by-side"));
        var head = new NativeTableRow();
        head.add(headCell("", "col"));
        names.forEach(name -> head.add(headCell(name, "col")));
        head.add(headCell(getTranslation("certificate.difference"), "col"));
        FairnessRows.of(fairness, sections, this::getTranslation)
                .forEach(row -> body.add(row(row, names.size())));
        var table = new NativeTable(new NativeTableHeader(head), body);
        table.addClassName("fairness-table");
        add(table);
    }

    private static NativeTableRow row(FairnessRows.Row row, int sets) {
        return switch (row) {
            case FairnessRows.Group(var label) -> {
                var cell = headCell(label, "colgroup");
                cell.getElement().setAttribute("colspan", String.valueOf(sets + 2));
                cell.addClassName("table-group");
                yield new NativeTableRow(cell);
            }
            case FairnessRows.Figures(var label, var figures, var difference) -> {
                var cells = new NativeTableRow(headCell(label, "row"));
                figures.forEach(it -> cells.add(number(it)));
                var cell = number(difference == null ? "–" : difference);
                cell.addClassName(difference == null ? "muted" : "differs");
                cells.add(cell);
                yield cells;
            }
        };
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
