package org.interviewplanner.web.bank.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.tabs.TabSheetVariant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.interviewplanner.bank.Mark;
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

    /** Above so many questions, those that look alike are looked for beside the page. */
    private static final int FEW = 1_000;

    private final ImportPreview.Ready ready;
    private final List<BankSection> sections;
    private final Consumer<ImportPlan> changed;
    private final Map<Integer, List<String>> lines = new HashMap<>();
    private final QuestionTree tree;
    private final LookAlikes lookAlikes;
    private final TabSheet tabs = new TabSheet();
    private final Tab alike = new Tab();
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
        this.choices = ready.guess();
        this.plan = ready.plan(choices);
        this.tree = new QuestionTree(plan, several(), this::tick);
        this.lookAlikes = new LookAlikes(ready.documents(), this::tick);
        addClassName("bank-preview");
        addMarks();
        tabs.addClassName("bank-tabs");
        tabs.addThemeVariants(TabSheetVariant.LUMO_TABS_SHOW_SCROLL_BUTTONS);
        tabs.add(getTranslation("bank.import.questions", plan.entries().size()), tree);
        alike.setVisible(false);
        tabs.add(alike, lookAlikes);
        int suggestions = plan.rewordings().size() + plan.sectionProposals().size();
        if (suggestions > 0) {
            tabs.add(
                    getTranslation("bank.import.suggestions", suggestions),
                    new SuggestionList(plan, several()));
        }
        int problems = ready.problems().size() + ready.leftOut().size();
        if (problems > 0) {
            tabs.add(getTranslation("bank.import.problems", problems), problems());
        }
        var mapping = sectionMapping();
        if (mapping != null) {
            tabs.add(getTranslation("bank.import.sections"), mapping);
        }
        TabList.makeReadable(tabs);
        add(tabs);
        changed.accept(plan);
        lookForAlike();
    }

    ImportChoices choices() {
        return choices;
    }

    ImportPlan plan() {
        return plan;
    }

    private boolean several() {
        return ready.documents().size() > 1;
    }

    private void choose(ImportChoices choice) {
        choices = choice;
        plan = ready.plan(choices);
        tree.show(plan);
        lookAlikes.show(choices.unticked());
        changed.accept(plan);
    }

    private void tick(Set<Integer> questions, boolean ticked) {
        choose(choices.ticked(questions, ticked));
    }

    // ---- look-alikes

    private void lookForAlike() {
        if (ready.compared() <= FEW) {
            show(ready.lookAlikes());
        } else {
            alike.setLabel(getTranslation("bank.alike.looking"));
            alike.setVisible(true);
            Slowly.run(ready::lookAlikes, this::show, () -> alike.setVisible(false));
        }
    }

    private void show(List<ImportPreview.LookAlike> found) {
        alike.setVisible(!found.isEmpty());
        alike.setLabel(getTranslation("bank.alike.tab", found.size()));
        lookAlikes.show(found, choices.unticked());
    }

    // ---- marks

    private void addMarks() {
        var asking =
                IntStream.range(0, ready.documents().size())
                        .filter(it -> !ready.marks(it).isEmpty())
                        .boxed()
                        .toList();
        if (asking.isEmpty()) {
            return;
        }
        var box = new Div();
        box.addClassNames("panel", "bank-marks");
        for (int document : asking) {
            var title =
                    several()
                            ? getTranslation("bank.marks.title-of", ready.documents().get(document))
                            : getTranslation("bank.marks.title");
            box.add(new H2(title));
            ready.marks(document).forEach((mark, count) -> box.add(meaning(document, mark, count)));
        }
        add(box);
    }

    private Select<MarkMeaning> meaning(int document, Mark mark, int count) {
        var meaning = new Select<MarkMeaning>();
        meaning.setLabel(getTranslation("bank.mark." + mark.name(), count));
        meaning.setItems(MarkMeaning.values());
        meaning.setItemLabelGenerator(it -> getTranslation("bank.meaning." + it.name()));
        meaning.setValue(choices.meaning(document, mark));
        meaning.addValueChangeListener(
                change -> choose(choices.with(document, mark, change.getValue())));
        return meaning;
    }

    // ---- problems

    private Component problems() {
        var content = new Div();
        content.addClassNames("bank-tab", "bank-problems");
        for (var it : ready.leftOut()) {
            var name = Pieces.pill(it.name(), "bad");
            var words = new Div(name, new Span(it.sentence()));
            words.addClassName("bank-problem-words");
            var card = new Div(words);
            card.addClassName("bank-problem");
            content.add(card);
        }
        if (!ready.problems().isEmpty()) {
            content.add(new Paragraph(getTranslation("bank.import.problems-lead")));
        }
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

    private Component problem(ImportPreview.Problem problem) {
        var sentence = new Span(problem.sentence());
        var place =
                several()
                        ? getTranslation(
                                "bank.source-line",
                                ready.documents().get(problem.document()),
                                problem.line())
                        : getTranslation("bank.import.at-line", problem.line());
        var words = new Div(Pieces.pill(place, "warn"), sentence);
        words.addClassName("bank-problem-words");
        var source = new Pre(source(problem));
        source.addClassName("bank-source");
        source.getElement().setAttribute("tabindex", "0");
        source.getElement().setAttribute("role", "region");
        source.getElement()
                .setAttribute(
                        "aria-label", getTranslation("bank.import.source-of", problem.line()));
        var card = new Div(words, source);
        card.addClassName("bank-problem");
        return card;
    }

    /** The line with its neighbours, numbered. */
    private String source(ImportPreview.Problem problem) {
        var all = lines.computeIfAbsent(problem.document(), ready::lines);
        int line = problem.line();
        var text = new StringBuilder();
        for (int i = Math.max(1, line - 1); i <= Math.min(all.size(), line + 1); i++) {
            var words = all.get(i - 1);
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
