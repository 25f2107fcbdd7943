package org.interviewplanner.web.bank.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.treegrid.TreeGrid;
import com.vaadin.flow.data.provider.hierarchy.TreeData;
import com.vaadin.flow.data.provider.hierarchy.TreeDataProvider;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.interviewplanner.web.bank.ImportPlan;
import org.jspecify.annotations.Nullable;

/** The questions of an import by section, with what will happen to each. */
class QuestionTree extends Div {
    /** Up to so many questions all sections are open at first. */
    private static final int OPEN_ALL = 300;

    /** A place in the tree; what stands there is looked up in the plan, which changes. */
    private sealed interface Node {}

    private record Branch(List<String> path) implements Node {}

    private record Leaf(int index) implements Node {}

    private record Gone(int index) implements Node {}

    /** What happens to a question. */
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

        static Fate of(ImportPlan.Entry entry) {
            return valueOf(entry.kind().name());
        }

        String key() {
            return "bank.kind." + name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String ALL = "ALL";

    private final BiConsumer<Set<Integer>, Boolean> tick;
    private final boolean several;
    private final RadioButtonGroup<Object> filter = new RadioButtonGroup<>();
    private final TextField search = new TextField();
    private final TreeGrid<Node> grid = new TreeGrid<>();
    private TreeData<Node> data = new TreeData<>();
    private final Map<Branch, Set<Integer>> below = new HashMap<>();
    private ImportPlan plan;

    /**
     * @param several whether the questions come from several documents, which are then named
     * @param tick told which questions a person takes or leaves out
     */
    QuestionTree(ImportPlan plan, boolean several, BiConsumer<Set<Integer>, Boolean> tick) {
        this.plan = plan;
        this.several = several;
        this.tick = tick;
        addClassName("bank-tab");
        filter.addClassName("bank-filter");
        filter.setAriaLabel(getTranslation("bank.import.show"));
        filter.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                rebuild();
            }
        });
        search.setPlaceholder(getTranslation("bank.import.search"));
        search.setAriaLabel(getTranslation("bank.import.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> rebuild());
        var tools = new Div(filter, search);
        tools.addClassName("bank-tree-tools");
        grid.addThemeVariants(GridVariant.WRAP_CELL_CONTENT);
        grid.addClassName("bank-preview-grid");
        grid.getElement().setAttribute("aria-label", getTranslation("bank.questions"));
        grid.addComponentHierarchyColumn(this::row)
                .setHeader(getTranslation("bank.import.by-section"))
                .setFlexGrow(1);
        grid.setSelectionMode(com.vaadin.flow.component.grid.Grid.SelectionMode.NONE);
        add(tools, grid);
        showFilter();
        rebuild();
    }

    /** Shows another plan of the same documents; sections that are open stay so. */
    void show(ImportPlan other) {
        var sections = plan.entries().stream().map(ImportPlan.Entry::section).toList();
        plan = other;
        showFilter();
        if (plan.entries().stream().map(ImportPlan.Entry::section).toList().equals(sections)) {
            grid.getDataProvider().refreshAll();
        } else {
            rebuild();
        }
    }

    private void showFilter() {
        var counts = new EnumMap<Fate, Integer>(Fate.class);
        plan.entries().forEach(it -> counts.merge(Fate.of(it), 1, Integer::sum));
        if (!plan.missing().isEmpty()) {
            counts.put(Fate.MISSING, plan.missing().size());
        }
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

    // ---- the tree

    private void rebuild() {
        var open = new LinkedHashSet<Node>();
        data.getRootItems().forEach(it -> collectOpen(it, open));
        var first = data.getRootItems().isEmpty();
        data = new TreeData<>();
        below.clear();
        var shown = 0;
        var entries = plan.entries();
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            if (isShown(Fate.of(entry), entry.wording())) {
                data.addItem(branch(entry.section(), i), new Leaf(i));
                shown++;
            }
        }
        var missing = plan.missing();
        for (int i = 0; i < missing.size(); i++) {
            if (isShown(Fate.MISSING, missing.get(i).wording())) {
                data.addItem(branch(missing.get(i).section(), null), new Gone(i));
                shown++;
            }
        }
        grid.setDataProvider(new TreeDataProvider<>(data));
        if (shown <= OPEN_ALL) {
            grid.expandRecursively(data.getRootItems(), 20);
        } else if (first) {
            grid.expand(data.getRootItems().stream().filter(this::hasBranches).toList());
        } else {
            grid.expand(open.stream().filter(data::contains).toList());
        }
    }

    private boolean hasBranches(Node node) {
        return data.getChildren(node).stream().anyMatch(Branch.class::isInstance);
    }

    private void collectOpen(Node node, Set<Node> open) {
        if (grid.isExpanded(node)) {
            open.add(node);
            data.getChildren(node).forEach(it -> collectOpen(it, open));
        }
    }

    private boolean isShown(Fate fate, String wording) {
        var chosen = filter.getValue();
        return (!(chosen instanceof Fate) || chosen == fate)
                && wording.toLowerCase(Locale.ROOT)
                        .contains(search.getValue().strip().toLowerCase(Locale.ROOT));
    }

    /** The section's place in the tree; it and those around it count the question as below them. */
    private Branch branch(List<String> path, @Nullable Integer question) {
        Branch parent = null;
        for (int depth = 1; depth <= path.size(); depth++) {
            var branch = new Branch(List.copyOf(path.subList(0, depth)));
            if (!data.contains(branch)) {
                data.addItem(parent, branch);
                below.put(branch, new HashSet<>());
            }
            if (question != null) {
                below.getOrDefault(branch, new HashSet<>()).add(question);
            }
            parent = branch;
        }
        if (parent == null) {
            throw new IllegalStateException("A question stands in no section.");
        }
        return parent;
    }

    // ---- one row

    private Component row(Node node) {
        var row =
                switch (node) {
                    case Branch branch -> section(branch);
                    case Leaf leaf -> question(plan.entries().get(leaf.index()));
                    case Gone gone -> missing(plan.missing().get(gone.index()));
                };
        row.addClassName("bank-tree-row");
        return row;
    }

    private Div section(Branch branch) {
        var questions = below.getOrDefault(branch, Set.of());
        var name = new Span(branch.path().getLast());
        name.addClassName("bank-suggestion-name");
        var count = new Span(String.valueOf(questions.size()));
        count.addClassNames("muted", "numeric");
        var words = new Div(name, count);
        words.addClassName("bank-tree-section");
        if (questions.isEmpty()) {
            return new Div(words);
        }
        long left =
                questions.stream()
                        .filter(it -> plan.entries().get(it).kind() == ImportPlan.Kind.SKIPPED)
                        .count();
        var box =
                Pieces.tick(
                        left == 0,
                        getTranslation("bank.import.take-section", branch.path().getLast()));
        box.setIndeterminate(left > 0 && left < questions.size());
        listen(box, questions);
        return new Div(box, words);
    }

    private void listen(Checkbox box, Set<Integer> questions) {
        box.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                tick.accept(questions, change.getValue());
            }
        });
    }

    private Div question(ImportPlan.Entry entry) {
        var fate = Fate.of(entry);
        var box =
                Pieces.tick(
                        entry.kind() != ImportPlan.Kind.SKIPPED,
                        getTranslation("bank.import.take-line", entry.line()));
        listen(box, Set.of(entry.index()));
        var before = entry.before();
        var words =
                new Div(
                        before == null || before.equals(entry.wording())
                                ? Pieces.markdown(entry.wording())
                                : Pieces.diff(before, entry.wording()));
        words.addClassName("bank-preview-cell");
        var about = about(fate);
        about.add(new Span(places(entry)));
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
        words.add(about);
        return new Div(box, words);
    }

    private String places(ImportPlan.Entry entry) {
        if (!several) {
            return getTranslation("bank.import.at-line", entry.line());
        }
        return String.join(
                "; ",
                entry.places().stream()
                        .map(it -> getTranslation("bank.source-line", it.document(), it.line()))
                        .toList());
    }

    private Div missing(ImportPlan.Missing missing) {
        var about = about(Fate.MISSING);
        about.add(new Span(getTranslation("bank.import.missing-reason")));
        var words = new Div(Pieces.markdown(missing.wording()), about);
        words.addClassName("bank-preview-cell");
        return new Div(words);
    }

    private Div about(Fate fate) {
        var about = new Div(Pieces.pill(getTranslation(fate.key()), fate.pill));
        about.addClassNames("bank-preview-about", "muted");
        return about;
    }
}
