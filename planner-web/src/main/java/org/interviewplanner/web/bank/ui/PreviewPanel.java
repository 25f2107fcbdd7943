package org.interviewplanner.web.bank.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.tabs.TabSheetVariant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.interviewplanner.bank.BankProblem;
import org.interviewplanner.web.bank.BankSection;
import org.interviewplanner.web.bank.ImportChoices;
import org.interviewplanner.web.bank.ImportPlan;
import org.interviewplanner.web.bank.ImportPreview;
import org.interviewplanner.web.bank.MarkMeaning;
import org.interviewplanner.web.shell.TabList;
import org.jspecify.annotations.Nullable;

/** What an import would do: questions, suggestions and problems, with the choices beside them. */
class PreviewPanel extends Div {
    /** Enough to see what a document does; more would only make the page slow. */
    private static final int MAX_PROBLEMS = 300;

    /** What happens to one question; {@code entry} is null for one that the document lacks. */
    private record Row(ImportPlan.@Nullable Entry entry, ImportPlan.@Nullable Missing missing) {
        Fate fate() {
            return entry == null ? Fate.MISSING : Fate.valueOf(entry.kind().name());
        }
    }

    private enum Fate {
        CREATED("good"),
        REVISED("warn"),
        UPDATED("warn"),
        MISSING("bad"),
        SKIPPED(""),
        UNCHANGED("");

        private final String pill;

        Fate(String pill) {
            this.pill = pill;
        }

        String key() {
            return "bank.kind." + name().toLowerCase(Locale.ROOT);
        }
    }

    private final ImportPreview.Ready ready;
    private final List<BankSection> sections;
    private final Consumer<ImportPlan> changed;
    private final String[] lines;
    private final RadioButtonGroup<Object> filter = new RadioButtonGroup<>();
    private final Grid<Row> grid = new Grid<>();
    private final TabSheet tabs = new TabSheet();
    private ImportChoices choices;
    private ImportPlan plan;

    /**
     * @param sections of the bank, that sections of the document can be taken for
     * @param changed told what would happen now, at once and after each choice
     */
    PreviewPanel(
            ImportPreview.Ready ready, List<BankSection> sections, Consumer<ImportPlan> changed) {
        this.ready = ready;
        this.sections = sections;
        this.changed = changed;
        this.lines = ready.text().split("\n", -1);
        this.choices = ready.guess();
        this.plan = ready.plan(choices);
        addClassName("bank-preview");
        addMarks();
        tabs.addClassName("bank-tabs");
        tabs.addThemeVariants(TabSheetVariant.LUMO_TABS_SHOW_SCROLL_BUTTONS);
        tabs.add(getTranslation("bank.import.questions", plan.entries().size()), questions());
        int suggestions = plan.rewordings().size() + plan.sectionProposals().size();
        if (suggestions > 0) {
            tabs.add(getTranslation("bank.import.suggestions", suggestions), suggestions());
        }
        if (!ready.problems().isEmpty()) {
            tabs.add(getTranslation("bank.import.problems", ready.problems().size()), problems());
        }
        var mapping = sectionMapping();
        if (mapping != null) {
            tabs.add(getTranslation("bank.import.sections"), mapping);
        }
        TabList.makeReadable(tabs);
        add(tabs);
        showPlan();
    }

    ImportChoices choices() {
        return choices;
    }

    private void choose(ImportChoices choice) {
        choices = choice;
        plan = ready.plan(choices);
        showPlan();
    }

    // ---- marks

    private void addMarks() {
        if (ready.marks().isEmpty()) {
            return;
        }
        var box = new Div(new H2(getTranslation("bank.marks.title")));
        box.addClassNames("panel", "bank-marks");
        ready.marks()
                .forEach((mark, count) -> {
                    var meaning = new Select<MarkMeaning>();
                    meaning.setLabel(getTranslation("bank.mark." + mark.name(), count));
                    meaning.setItems(MarkMeaning.values());
                    meaning.setItemLabelGenerator(
                            it -> getTranslation("bank.meaning." + it.name()));
                    meaning.setValue(choices.marks().getOrDefault(mark, MarkMeaning.NOTHING));
                    meaning.addValueChangeListener(
                            change -> choose(choices.with(mark, change.getValue())));
                    box.add(meaning);
                });
        add(box);
    }

    // ---- questions

    private Component questions() {
        filter.addClassName("bank-filter");
        filter.setAriaLabel(getTranslation("bank.import.show"));
        filter.addValueChangeListener(change -> showRows());
        grid.addThemeVariants(GridVariant.WRAP_CELL_CONTENT);
        grid.addClassName("bank-preview-grid");
        grid.getElement().setAttribute("aria-label", getTranslation("bank.questions"));
        grid.addComponentColumn(this::tick)
                .setHeader(getTranslation("bank.import.take"))
                .setWidth("4.5rem")
                .setFlexGrow(0);
        grid.addColumn(it -> it.entry() == null ? "" : String.valueOf(it.entry().line()))
                .setHeader(getTranslation("bank.import.line"))
                .setWidth("4.5rem")
                .setFlexGrow(0)
                .setTextAlign(com.vaadin.flow.component.grid.ColumnTextAlign.END);
        grid.addComponentColumn(this::wording)
                .setHeader(getTranslation("bank.column.wording"))
                .setFlexGrow(1);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        var content = new Div(filter, grid);
        content.addClassName("bank-tab");
        return content;
    }

    private Component tick(Row row) {
        var entry = row.entry();
        if (entry == null) {
            return new Span();
        }
        var box = new Checkbox(!choices.unticked().contains(entry.index()));
        box.setAriaLabel(getTranslation("bank.import.take-line", entry.line()));
        box.addValueChangeListener(change -> {
            choices = choices.ticked(entry.index(), change.getValue());
            plan = ready.plan(choices);
            showFilter();
            changed.accept(plan);
        });
        return box;
    }

    private Component wording(Row row) {
        var cell = new Div();
        cell.addClassName("bank-preview-cell");
        var entry = row.entry();
        var missing = row.missing();
        var about = new Div(Pieces.pill(getTranslation(row.fate().key()), row.fate().pill));
        about.addClassNames("bank-preview-about", "muted");
        if (entry != null) {
            var before = entry.before();
            cell.add(
                    before == null || before.equals(entry.wording())
                            ? Pieces.markdown(entry.wording())
                            : Pieces.diff(before, entry.wording()));
            about.add(new Span(String.join(" / ", entry.section())));
            var difficulty = entry.difficulty();
            if (difficulty != null) {
                about.add(new Span(Pieces.level(this, difficulty)));
            }
            var seconds = entry.seconds();
            if (seconds != null) {
                about.add(new Span(getTranslation("bank.minutes", Pieces.minutes(seconds))));
            }
            var status = entry.status();
            if (status != null) {
                about.add(Pieces.statusPill(this, status));
            }
            about.add(new Span(entry.reason()));
        } else if (missing != null) {
            cell.add(Pieces.markdown(missing.wording()));
            about.add(new Span(String.join(" / ", missing.section())));
            about.add(new Span(getTranslation("bank.import.missing-reason")));
        }
        cell.add(about);
        return cell;
    }

    private static final String ALL = "ALL";

    private List<Row> rows() {
        var rows = new ArrayList<Row>();
        plan.entries().forEach(it -> rows.add(new Row(it, null)));
        plan.missing().forEach(it -> rows.add(new Row(null, it)));
        return rows;
    }

    private void showPlan() {
        showFilter();
        showRows();
        changed.accept(plan);
    }

    private void showFilter() {
        Map<Fate, Integer> counts = new LinkedHashMap<>();
        rows().forEach(it -> counts.merge(it.fate(), 1, Integer::sum));
        var options = new ArrayList<Object>();
        options.add(ALL);
        for (var fate : Fate.values()) {
            if (counts.containsKey(fate)) {
                options.add(fate);
            }
        }
        var chosen = filter.getValue();
        filter.setItems(options);
        filter.setItemLabelGenerator(it ->
                it instanceof Fate fate
                        ? getTranslation(fate.key()) + " " + counts.getOrDefault(fate, 0)
                        : getTranslation("bank.import.all"));
        filter.setValue(chosen != null && options.contains(chosen) ? chosen : ALL);
    }

    private void showRows() {
        var fate = filter.getValue();
        grid.setItems(rows().stream().filter(it -> ALL.equals(fate) || it.fate() == fate).toList());
    }

    // ---- suggestions

    private Component suggestions() {
        var content = new Div();
        content.addClassNames("bank-tab", "bank-suggestions");
        content.add(new Paragraph(getTranslation("bank.import.suggestions-lead")));
        for (var rewording : plan.rewordings()) {
            var about = new Div(new Span(getTranslation("bank.import.at-line", rewording.line())));
            about.addClassName("muted");
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
            content.add(card);
        }
        if (!plan.sectionProposals().isEmpty()) {
            content.add(new H3(getTranslation("bank.import.section-suggestions")));
        }
        for (var proposal : plan.sectionProposals()) {
            var about = new Div(new Span(getTranslation("bank.import.at-line", proposal.line())));
            about.addClassName("muted");
            var words =
                    new Span(
                            getTranslation(
                                    "bank.change." + proposal.kind().name(),
                                    String.join(" / ", proposal.section())));
            var into = new Span(String.join(" · ", proposal.into()));
            var card = new Div(words, into, about);
            card.addClassName("bank-suggestion");
            content.add(card);
        }
        return content;
    }

    // ---- problems

    private Component problems() {
        var content = new Div();
        content.addClassNames("bank-tab", "bank-problems");
        content.add(new Paragraph(getTranslation("bank.import.problems-lead")));
        ready.problems().stream().limit(MAX_PROBLEMS).map(this::problem).forEach(content::add);
        if (ready.problems().size() > MAX_PROBLEMS) {
            content.add(
                    new Paragraph(
                            getTranslation(
                                    "bank.import.more-problems",
                                    ready.problems().size() - MAX_PROBLEMS)));
        }
        return content;
    }

    private Component problem(BankProblem problem) {
        var sentence = new Span(problem.sentence());
        var line = Pieces.pill(getTranslation("bank.import.at-line", problem.line()), "warn");
        var words = new Div(line, sentence);
        words.addClassName("bank-problem-words");
        var source = new Pre(source(problem.line()));
        source.addClassName("bank-source");
        source.getElement().setAttribute("tabindex", "0");
        source.getElement().setAttribute("role", "region");
        source.getElement().setAttribute("aria-label", getTranslation("bank.import.source"));
        var card = new Div(words, source);
        card.addClassName("bank-problem");
        return card;
    }

    /** The line with its neighbours, numbered. */
    private String source(int line) {
        var text = new StringBuilder();
        for (int i = Math.max(1, line - 1); i <= Math.min(lines.length, line + 1); i++) {
            var words = lines[i - 1];
            text.append(
                    "%s %4d  %s%n"
                            .formatted(
                                    i == line ? "›" : " ",
                                    i,
                                    words.length() > 200 ? words.substring(0, 200) + "…" : words));
        }
        return text.toString();
    }

    // ---- sections

    /** Only where the bank has sections already and the document names one that is not there. */
    private @Nullable Component sectionMapping() {
        if (sections.isEmpty()) {
            return null;
        }
        Set<List<String>> stored = new LinkedHashSet<>();
        sections.forEach(it -> stored.add(folded(it.path())));
        Set<List<String>> unknown = new LinkedHashSet<>();
        ready.sections().stream().filter(it -> !stored.contains(folded(it))).forEach(unknown::add);
        if (unknown.isEmpty()) {
            return null;
        }
        var content = new Div(new Paragraph(getTranslation("bank.import.sections-lead")));
        content.addClassNames("bank-tab", "bank-mapping");
        unknown.forEach(path -> content.add(mapping(path)));
        return content;
    }

    private static List<String> folded(List<String> path) {
        return path.stream().map(it -> it.strip().toLowerCase(Locale.ROOT)).toList();
    }

    private Component mapping(List<String> path) {
        var choice = new ComboBox<BankSection>(String.join(" / ", path));
        choice.setItems(sections);
        choice.setItemLabelGenerator(BankSection::pathName);
        choice.setPlaceholder(getTranslation("bank.import.new-section"));
        choice.setClearButtonVisible(true);
        var guessed = choices.sections().get(path);
        sections.stream()
                .filter(it -> it.id().equals(guessed))
                .findFirst()
                .ifPresent(choice::setValue);
        choice.addValueChangeListener(change -> {
            var section = change.getValue();
            choose(section == null ? choices.withOwn(path) : choices.with(path, section.id()));
        });
        return choice;
    }
}
