package org.interviewplanner.web.blueprint.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldVariant;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interviewplanner.bank.Difficulty;
import org.interviewplanner.web.bank.BankQuestion;
import org.interviewplanner.web.blueprint.Quota;
import org.interviewplanner.web.blueprint.Stock;
import org.interviewplanner.web.data.SectionId;
import org.jspecify.annotations.Nullable;

/**
 * Sections down, levels across, a small text field for each; the first row and column are the sums,
 * the last row adds up what is typed.
 */
class QuotaGrid extends Div {

    /** A section and a level, either of them null for "any". */
    private record Place(@Nullable SectionId section, @Nullable Difficulty difficulty) {

        static Place of(Quota quota) {
            return new Place(quota.section(), quota.difficulty());
        }
    }

    /** A field, and below it what a clash has and needs there. */
    private record Cell(TextField field, Span clash) {}

    private final Map<Place, Cell> cells = new LinkedHashMap<>();
    private final Map<Difficulty, Span> levelSums = new EnumMap<>(Difficulty.class);
    private final Span sectionSum = new Span();
    private final Runnable onChange;
    private boolean filling;

    /**
     * @param stock sections with questions get a row; others only if the recipe speaks of them
     * @param quotas of the recipe as it was saved
     * @param names what sections were called when the recipe was saved, for those that have gone
     * @param onChange called some 400 ms after a person stopped typing
     */
    QuotaGrid(Stock stock, List<Quota> quotas, Map<SectionId, String> names, Runnable onChange) {
        this.onChange = onChange;
        addClassName("quota-grid");
        addHeader();
        var bySection = new LinkedHashMap<SectionId, List<BankQuestion>>();
        for (var question : stock.questions()) {
            bySection.computeIfAbsent(question.section(), key -> new ArrayList<>()).add(question);
        }
        addRow(null, getTranslation("blueprint.all-sections"), stock.questions(), "");
        var spokenOf = new HashSet<SectionId>();
        quotas.stream().map(Quota::section).forEach(spokenOf::add);
        for (var section : stock.sections()) {
            var inside = bySection.getOrDefault(section.id(), List.of());
            if (!inside.isEmpty()) {
                addRow(
                        section.id(),
                        section.pathName(),
                        inside,
                        renamed(section.id(), stock, names));
            } else if (spokenOf.contains(section.id())) {
                addRow(
                        section.id(),
                        section.pathName(),
                        inside,
                        getTranslation("blueprint.section-empty"));
            }
        }
        for (var section : spokenOf) {
            if (section != null && stock.sectionName(section) == null) {
                var name = names.getOrDefault(section, "");
                addRow(
                        section,
                        name.isEmpty() ? getTranslation("blueprint.section-unknown") : name,
                        List.of(),
                        getTranslation("blueprint.section-gone"));
            }
        }
        addSums();
    }

    private String renamed(SectionId section, Stock stock, Map<SectionId, String> names) {
        var before = names.getOrDefault(section, "");
        return before.isEmpty() || before.equals(stock.sectionName(section))
                ? ""
                : getTranslation("blueprint.section-renamed", before);
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

    private void addRow(
            @Nullable SectionId section,
            String name,
            Collection<BankQuestion> inside,
            String note) {
        var title = new Span(name);
        title.addClassName("quota-section");
        if (!note.isEmpty()) {
            var said = new Span(note);
            said.addClassName("quota-note");
            title.add(said);
        }
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
            validate(field);
            if (!filling) {
                showSums();
                onChange.run();
            }
        });
        field.addBlurListener(blur -> tidy(section, difficulty, field));
        var count = new Span(String.valueOf(have));
        count.addClassNames("quota-have", "numeric");
        count.getElement().setAttribute("aria-hidden", "true");
        var clash = new Span();
        clash.addClassName("quota-clash");
        clash.setVisible(false);
        var cell = new Div(field, count, clash);
        cell.addClassName("quota-cell");
        add(cell);
        cells.put(new Place(section, difficulty), new Cell(field, clash));
    }

    private void validate(TextField field) {
        var problem = CellEntry.problem(field.getValue());
        field.setErrorMessage(problem.map(this::getTranslation).orElse(""));
        field.setInvalid(problem.isPresent());
    }

    private void addSums() {
        var title = new Span(getTranslation("blueprint.sum"));
        title.addClassNames("quota-section", "quota-sum");
        sectionSum.addClassNames("quota-number", "quota-sum", "numeric");
        add(title, sectionSum);
        for (var difficulty : Difficulty.values()) {
            var sum = new Span();
            sum.addClassNames("quota-number", "quota-sum", "numeric");
            levelSums.put(difficulty, sum);
            add(sum);
        }
    }

    /** Each column's cells together; the row of all sections is no part of a sum. */
    private void showSums() {
        var typed = quotas();
        sectionSum.setText(
                sum(
                        typed.stream()
                                .filter(it -> it.section() != null && it.difficulty() == null)
                                .toList()));
        levelSums.forEach((difficulty, sum) ->
                sum.setText(
                        sum(
                                typed.stream()
                                        .filter(it ->
                                                it.section() != null
                                                        && it.difficulty() == difficulty)
                                        .toList())));
    }

    private String sum(List<Quota> quotas) {
        if (quotas.isEmpty()) {
            return "";
        }
        int min = quotas.stream().mapToInt(Quota::min).sum();
        int max = quotas.stream().mapToInt(Quota::max).sum();
        int aim = quotas.stream().mapToInt(QuotaGrid::aim).sum();
        return getTranslation("blueprint.sum-of", aim, min, max);
    }

    private static int aim(Quota quota) {
        var target = quota.target();
        return target == null ? quota.min() : target;
    }

    /**
     * What the sections together and the levels together aim at: empty for a row or column in which
     * nothing is typed.
     */
    java.util.OptionalInt aim(boolean ofSections) {
        var typed =
                quotas().stream()
                        .filter(it ->
                                ofSections
                                        ? it.section() != null && it.difficulty() == null
                                        : it.section() == null)
                        .toList();
        return typed.isEmpty()
                ? java.util.OptionalInt.empty()
                : java.util.OptionalInt.of(typed.stream().mapToInt(QuotaGrid::aim).sum());
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
        cells.values().forEach(cell -> fill(cell.field(), ""));
        for (var quota : quotas) {
            var cell = cells.get(Place.of(quota));
            if (cell != null) {
                fill(cell.field(), CellEntry.text(quota));
            }
        }
        showSums();
    }

    /** What is typed, without the entries that mean nothing. */
    List<Quota> quotas() {
        var quotas = new ArrayList<Quota>();
        cells.forEach((place, cell) ->
                CellEntry.parse(place.section(), place.difficulty(), cell.field().getValue())
                        .ifPresent(quotas::add));
        return quotas;
    }

    boolean isValid() {
        return cells.values().stream().allMatch(cell -> CellEntry.isValid(cell.field().getValue()));
    }

    /** Marks the cells that take part in a clash with what there is and what it takes. */
    void markClashes(Map<Quota, String> clashing) {
        var said = new LinkedHashMap<Place, String>();
        clashing.forEach((quota, text) -> said.put(Place.of(quota), text));
        cells.forEach((place, cell) -> {
            var text = said.get(place);
            cell.field().getElement().getClassList().set("clash", text != null);
            cell.clash().setText(text == null ? "" : text);
            cell.clash().setVisible(text != null);
        });
    }
}
