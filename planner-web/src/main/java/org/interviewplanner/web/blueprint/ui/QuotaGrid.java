package org.interviewplanner.web.blueprint.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldVariant;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interviewplanner.bank.Difficulty;
import org.interviewplanner.web.bank.BankQuestion;
import org.interviewplanner.web.bank.BankSection;
import org.interviewplanner.web.blueprint.Quota;
import org.interviewplanner.web.data.SectionId;
import org.jspecify.annotations.Nullable;

/**
 * Sections down, levels across, a small text field for each; the first row and column are the sums.
 */
class QuotaGrid extends Div {

    /** A section and a level, either of them null for "any". */
    private record Place(@Nullable SectionId section, @Nullable Difficulty difficulty) {}

    private final Map<Place, TextField> fields = new LinkedHashMap<>();
    private final Runnable onChange;
    private boolean filling;

    /**
     * @param onChange called some 400 ms after a person stopped typing
     */
    QuotaGrid(List<BankSection> sections, List<BankQuestion> questions, Runnable onChange) {
        this.onChange = onChange;
        addClassName("quota-grid");
        addHeader();
        addRow(null, getTranslation("blueprint.all-sections"), questions);
        for (var section : sections) {
            var inside =
                    questions.stream().filter(it -> it.section().equals(section.id())).toList();
            if (!inside.isEmpty()) {
                addRow(section.id(), section.pathName(), inside);
            }
        }
    }

    private void addHeader() {
        var corner = new Span(getTranslation("blueprint.section"));
        corner.addClassName("quota-head");
        add(corner);
        var all = new Span(getTranslation("blueprint.all-levels"));
        all.addClassNames("quota-head", "quota-number");
        add(all);
        for (var difficulty : Difficulty.values()) {
            var head = new Span(getTranslation("difficulty." + difficulty.level()));
            head.addClassNames("quota-head", "quota-number");
            add(head);
        }
    }

    private void addRow(@Nullable SectionId section, String name, List<BankQuestion> inside) {
        var title = new Span(name);
        title.addClassName("quota-section");
        add(title);
        if (section == null) {
            // The number of all questions is a field of its own above the grid.
            var nothing = new Span(getTranslation("blueprint.in-bank", inside.size()));
            nothing.addClassNames("quota-number", "muted");
            add(nothing);
        } else {
            addField(section, null, name, getTranslation("blueprint.all-levels"), inside.size());
        }
        for (var difficulty : Difficulty.values()) {
            int have = (int) inside.stream().filter(it -> it.difficulty() == difficulty).count();
            addField(
                    section,
                    difficulty,
                    name,
                    getTranslation("difficulty." + difficulty.level()),
                    have);
        }
    }

    private void addField(
            @Nullable SectionId section,
            @Nullable Difficulty difficulty,
            String sectionName,
            String levelName,
            int have) {
        var field = new TextField();
        field.addThemeVariants(TextFieldVariant.SMALL);
        field.setAriaLabel(getTranslation("blueprint.cell", sectionName, levelName, have));
        field.setPlaceholder("·");
        field.setMaxLength(16);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addValueChangeListener(change -> {
            field.setInvalid(!CellEntry.isValid(change.getValue()));
            field.setErrorMessage(field.isInvalid() ? getTranslation("blueprint.cell-help") : "");
            if (!filling) {
                onChange.run();
            }
        });
        field.addBlurListener(blur -> tidy(section, difficulty, field));
        var count = new Span(String.valueOf(have));
        count.addClassNames("quota-have", "numeric");
        count.getElement().setAttribute("aria-hidden", "true");
        var cell = new Div(field, count);
        cell.addClassName("quota-cell");
        add(cell);
        fields.put(new Place(section, difficulty), field);
    }

    private void tidy(
            @Nullable SectionId section, @Nullable Difficulty difficulty, TextField field) {
        CellEntry.parse(section, difficulty, field.getValue())
                .ifPresent(quota -> fill(field, CellEntry.text(quota)));
    }

    private void fill(TextField field, String text) {
        filling = true;
        field.setValue(text);
        filling = false;
    }

    /** Shows these quotas and no others. */
    void setQuotas(List<Quota> quotas) {
        fields.values().forEach(field -> fill(field, ""));
        for (var quota : quotas) {
            var field = fields.get(new Place(quota.section(), quota.difficulty()));
            if (field != null) {
                fill(field, CellEntry.text(quota));
            }
        }
    }

    /** What is typed, without the entries that mean nothing. */
    List<Quota> quotas() {
        var quotas = new ArrayList<Quota>();
        fields.forEach((place, field) ->
                CellEntry.parse(place.section(), place.difficulty(), field.getValue())
                        .ifPresent(quotas::add));
        return quotas;
    }

    boolean isValid() {
        return fields.values().stream().allMatch(field -> CellEntry.isValid(field.getValue()));
    }

    /** Marks the cells that take part in a clash, and no others. */
    void markClashes(List<Quota> clashing) {
        fields.forEach((place, field) -> {
            var clashes =
                    clashing.stream()
                            .anyMatch(it ->
                                    Arrays.asList(it.section(), it.difficulty())
                                            .equals(
                                                    Arrays.asList(
                                                            place.section(), place.difficulty())));
            field.getElement().getClassList().set("clash", clashes);
        });
    }
}
