package org.interviewplanner.web.bank.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.treegrid.TreeGrid;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.interviewplanner.bank.Difficulty;
import org.interviewplanner.bank.Status;
import org.interviewplanner.web.bank.BankQuestion;
import org.interviewplanner.web.bank.BankSection;
import org.interviewplanner.web.bank.BankService;
import org.interviewplanner.web.bank.Origin;
import org.interviewplanner.web.bank.PairService;
import org.interviewplanner.web.bank.ProposalService;
import org.interviewplanner.web.bank.QuestionDetail;
import org.interviewplanner.web.bank.QuestionEdit;
import org.interviewplanner.web.bank.QuestionFilter;
import org.interviewplanner.web.bank.QuestionPair;
import org.interviewplanner.web.data.QuestionId;
import org.interviewplanner.web.security.CurrentMember;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.security.Role;
import org.interviewplanner.web.security.Roles;
import org.interviewplanner.web.shell.EmptyState;
import org.interviewplanner.web.shell.Notice;
import org.interviewplanner.web.shell.Page;
import org.jspecify.annotations.Nullable;

/** The whole bank: sections at the left, questions, one of them at the right. */
@Route("bank")
@Menu(title = "bank.menu", order = 10, icon = "vaadin:book")
@RolesAllowed({Roles.AUTHOR, Roles.LEAD, Roles.INTERVIEWER})
@StyleSheet("bank.css")
class BankView extends Page {
    /** Widths in CSS pixels: of what stands beside the questions, and what they need. */
    private static final int NAVIGATION = 320;

    private static final int PHONE = 800;
    private static final int TREE = 290;
    private static final int DETAIL = 430;
    private static final int LEAST_LIST = 480;
    private static final int LIST_WITH_COLUMNS = 640;
    private static final int LIST_WITH_TAGS = 800;

    private final BankService bank;
    private final PairService pairs;
    private final Member member;
    private final boolean mayWrite;
    private final MasterDetailLayout layout = new MasterDetailLayout();
    private final TreeGrid<BankSection> tree = new TreeGrid<>();
    private final ComboBox<BankSection> sectionChoice = new ComboBox<>();
    private final Grid<BankQuestion> grid = new Grid<>();
    private final Span found = new Span();
    private final BulkBar bulk;
    private final ComboBox<String> tag = new ComboBox<>();

    /** What a person asks for, and what is shown: the same with mistyped words mended. */
    private QuestionFilter filter = QuestionFilter.ALL;

    private QuestionFilter shown = QuestionFilter.ALL;
    private List<BankSection> sections = List.of();
    private boolean several;
    private int windowWidth = 1440;
    private @Nullable Registration resize;

    BankView(
            BankService bank,
            ProposalService proposals,
            PairService pairs,
            CurrentMember currentMember) {
        super("");
        this.bank = bank;
        this.pairs = pairs;
        this.member = currentMember.get();
        this.bulk =
                new BulkBar(bank, pairs, member, this::changedSeveral, () -> selectSeveral(false));
        this.mayWrite = member.isAny(Role.AUTHOR, Role.LEAD);
        setHeading(getTranslation("bank.menu"));
        addClassName("bank-page");
        sections = bank.sections(member);
        if (bank.count(member, QuestionFilter.ALL.withStatuses(Set.of(Status.values()))) == 0) {
            add(emptyState());
            return;
        }
        setActions(actions(proposals));
        if (mayWrite) {
            offerToRemoveStarterBank();
        }
        layOut();
        refreshSections();
        showFound();
    }

    /** Only as long as it is all there is, and nothing uses it. */
    private void offerToRemoveStarterBank() {
        var imports = bank.imports(member, 2);
        if (imports.size() != 1
                || !imports.getFirst().isStarterBank()
                || imports.getFirst().undone() != null
                || !bank.obstacles(member, imports.getFirst().id()).isEmpty()) {
            return;
        }
        var starter = imports.getFirst();
        var remove =
                new Button(
                        getTranslation("bank.starter.remove"),
                        click ->
                                new UndoDialog(
                                                bank,
                                                member,
                                                starter.id(),
                                                starter.name(),
                                                () ->
                                                        getUI().ifPresent(ui ->
                                                                ui.navigate(ImportView.class)))
                                        .show());
        var banner = new Div(new Span(getTranslation("bank.starter.text")), remove);
        banner.addClassNames("panel", "bank-starter");
        add(banner);
    }

    private Component emptyState() {
        if (!mayWrite) {
            return new EmptyState(
                    getTranslation("bank.empty"), getTranslation("bank.empty-reader"));
        }
        var start =
                new Button(
                        getTranslation("bank.import"),
                        click -> getUI().ifPresent(ui -> ui.navigate(ImportView.class)));
        start.addThemeVariants(ButtonVariant.PRIMARY);
        return new EmptyState(
                getTranslation("bank.empty"), getTranslation("bank.empty-writer"), start);
    }

    private Component[] actions(ProposalService proposals) {
        if (!mayWrite) {
            return new Component[0];
        }
        var review =
                new Button(
                        getTranslation("bank.review"),
                        click -> getUI().ifPresent(ui -> ui.navigate(ReviewView.class)));
        var more = new Button(getTranslation("bank.new"), click -> write(null));
        var bringIn =
                new Button(
                        getTranslation("bank.import"),
                        new Icon(VaadinIcon.UPLOAD),
                        click -> getUI().ifPresent(ui -> ui.navigate(ImportView.class)));
        bringIn.addThemeVariants(ButtonVariant.PRIMARY);
        int waiting = proposals.count(member) + pairs.count(member);
        var decide =
                new Button(
                        getTranslation("bank.proposals.count", waiting),
                        click -> getUI().ifPresent(ui -> ui.navigate(ProposalsView.class)));
        decide.setVisible(waiting > 0);
        return new Component[] {decide, review, more, bringIn};
    }

    private void layOut() {
        layOutTree();
        layOutGrid();
        var list = new Div(toolbar(), bulk, grid);
        list.addClassName("bank-list");
        var master = new Div(tree, list);
        master.addClassName("bank-master");
        layout.setMaster(master);
        layout.setMasterSize("20rem");
        layout.setExpandMaster(true);
        layout.setDetailSize("28rem");
        layout.setOverlaySize("min(40rem, 100%)");
        layout.setOverlayContainment(MasterDetailLayout.OverlayContainment.PAGE);
        layout.addDetailEscapePressListener(event -> close());
        layout.addBackdropClickListener(event -> close());
        layout.addClassName("bank-layout");
        // The component offers no label for the dialog that it becomes on a phone.
        layout.getElement()
                .executeJs(
                        """
                        this.updateComplete.then(() => {
                            const detail = this.shadowRoot.querySelector('#detail');
                            detail?.setAttribute('aria-label', $0);
                            // A label needs a role; beside the list the component gives none.
                            if (detail && !detail.role) detail.setAttribute('role', 'region');
                        });
                        """,
                        getTranslation("bank.question"));
        add(layout);
    }

    private void layOutTree() {
        tree.addClassName("bank-tree");
        tree.addThemeVariants(
                GridVariant.NO_BORDER, GridVariant.NO_ROW_BORDERS, GridVariant.WRAP_CELL_CONTENT);
        tree.addHierarchyColumn(BankSection::name)
                .setHeader(getTranslation("bank.sections"))
                .setTooltipGenerator(BankSection::pathName)
                .setSortable(false)
                .setFlexGrow(1);
        tree.addColumn(it -> String.valueOf(total(it)))
                .setHeader(getTranslation("bank.count"))
                .setTooltipGenerator(
                        it -> getTranslation("bank.count-approved", approved(it), total(it)))
                .setWidth("4rem")
                .setFlexGrow(0)
                .setTextAlign(com.vaadin.flow.component.grid.ColumnTextAlign.END);
        tree.asSingleSelect()
                .addValueChangeListener(change -> sectionChoice.setValue(change.getValue()));
    }

    /** With all sections below it. */
    private int total(BankSection section) {
        return below(section).stream().mapToInt(BankSection::questions).sum();
    }

    private int approved(BankSection section) {
        return below(section).stream().mapToInt(BankSection::approved).sum();
    }

    private List<BankSection> below(BankSection section) {
        int depth = section.path().size();
        return sections.stream()
                .filter(it -> it.path().size() >= depth)
                .filter(it -> it.path().subList(0, depth).equals(section.path()))
                .toList();
    }

    private Component toolbar() {
        var search = new TextField();
        search.setPlaceholder(getTranslation("bank.search"));
        search.setAriaLabel(getTranslation("bank.search"));
        search.setPrefixComponent(new Icon(VaadinIcon.SEARCH));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> filterBy(filter.withText(change.getValue())));
        search.addClassName("bank-search");

        sectionChoice.setPlaceholder(getTranslation("bank.all-sections"));
        sectionChoice.setAriaLabel(getTranslation("bank.section"));
        sectionChoice.setItemLabelGenerator(BankSection::pathName);
        sectionChoice.setClearButtonVisible(true);
        sectionChoice.addClassName("bank-section-choice");
        sectionChoice.addValueChangeListener(change -> {
            tree.asSingleSelect().setValue(change.getValue());
            filterBy(filter.in(change.getValue() == null ? null : change.getValue().id()));
        });

        var levels = new MultiSelectComboBox<Difficulty>();
        levels.setPlaceholder(getTranslation("bank.any-level"));
        levels.setAriaLabel(getTranslation("bank.column.level"));
        levels.setItems(Difficulty.values());
        levels.setItemLabelGenerator(it -> Pieces.level(this, it));
        levels.addValueChangeListener(
                change -> filterBy(filter.withDifficulties(change.getValue())));

        var statuses = new MultiSelectComboBox<Status>();
        statuses.setPlaceholder(getTranslation("bank.any-status"));
        statuses.setAriaLabel(getTranslation("bank.column.status"));
        statuses.setItems(Status.values());
        statuses.setItemLabelGenerator(it -> getTranslation("bank.status." + it.name()));
        statuses.addValueChangeListener(change -> filterBy(filter.withStatuses(change.getValue())));

        tag.setPlaceholder(getTranslation("bank.any-tag"));
        tag.setAriaLabel(getTranslation("bank.column.tags"));
        tag.setClearButtonVisible(true);
        tag.setItems(bank.tags(member));
        tag.addValueChangeListener(change -> filterBy(filter.withTag(change.getValue())));

        found.addClassNames("muted", "numeric");
        found.getElement().setAttribute("role", "status");
        var toolbar = new Div(search, sectionChoice, levels, statuses, tag, found);
        if (mayWrite) {
            var select =
                    new Button(
                            getTranslation("bank.select-several"),
                            click -> selectSeveral(!several));
            select.addThemeVariants(ButtonVariant.TERTIARY);
            toolbar.add(select);
        }
        toolbar.addClassName("bank-toolbar");
        return toolbar;
    }

    private void layOutGrid() {
        grid.addClassName("bank-grid");
        grid.addThemeVariants(GridVariant.WRAP_CELL_CONTENT);
        grid.getElement().setAttribute("aria-label", getTranslation("bank.questions"));
        grid.addColumn(
                        LitRenderer.<BankQuestion>of(
                                        "<div class=\"markdown bank-wording\" .innerHTML=\"${item.html}\"></div>"
                                                + "<div class=\"bank-meta muted\">${item.meta}</div>")
                                .withProperty("html", it -> Pieces.html(it.wording()))
                                .withProperty("meta", this::meta))
                .setHeader(getTranslation("bank.column.wording"))
                .setFlexGrow(1)
                .setKey("wording");
        grid.addColumn(
                        LitRenderer.<BankQuestion>of(
                                        "<span class=\"bank-level\"><span>${item.level}</span>"
                                                + "<span class=\"pill\" ?hidden=\"${!item.estimated}\" title=\"${item.reason}\">${item.mark}</span></span>")
                                .withProperty("level", it -> Pieces.level(this, it.difficulty()))
                                .withProperty(
                                        "estimated",
                                        it -> it.difficultyOrigin() == Origin.ESTIMATED)
                                .withProperty("mark", it -> getTranslation("bank.estimated"))
                                .withProperty(
                                        "reason",
                                        it ->
                                                Objects.requireNonNullElse(
                                                        it.difficultyReason(), "")))
                .setHeader(getTranslation("bank.column.level"))
                .setWidth("9.5rem")
                .setFlexGrow(0)
                .setKey("level");
        grid.addColumn(it -> minutes(it))
                .setHeader(getTranslation("bank.column.minutes-short"))
                .setTooltipGenerator(it ->
                        it.secondsOrigin() == Origin.ESTIMATED
                                ? getTranslation("bank.estimated-time")
                                : null)
                .setWidth("4.5rem")
                .setFlexGrow(0)
                .setTextAlign(com.vaadin.flow.component.grid.ColumnTextAlign.END)
                .setKey("minutes");
        grid.addColumn(
                        LitRenderer.<BankQuestion>of(
                                        "<span class=\"pill ${item.kind}\">${item.status}</span>")
                                .withProperty("kind", it -> Pieces.statusKind(it.status()))
                                .withProperty(
                                        "status",
                                        it -> getTranslation("bank.status." + it.status().name())))
                .setHeader(getTranslation("bank.column.status"))
                .setWidth("7.5rem")
                .setFlexGrow(0)
                .setKey("status");
        grid.addColumn(
                        LitRenderer.<BankQuestion>of(
                                        "<span class=\"bank-tags\">${item.tags.map(t => html`<span class=\"pill\">${t}</span>`)}</span>")
                                .withProperty("tags", BankQuestion::tags))
                .setHeader(getTranslation("bank.column.tags"))
                .setWidth("9rem")
                .setFlexGrow(0)
                .setKey("tags");
        grid.setItems(
                query -> bank.page(member, shown, query.getOffset(), query.getLimit()).stream(),
                query -> bank.count(member, shown));
        grid.setPageSize(50);
        grid.setEmptyStateText(getTranslation("bank.nothing-found"));
        grid.asSingleSelect()
                .addValueChangeListener(change -> {
                    if (change.isFromClient()) {
                        if (change.getValue() == null) {
                            close();
                        } else {
                            read(change.getValue().id());
                        }
                    }
                });
    }

    private String minutes(BankQuestion question) {
        return (question.secondsOrigin() == Origin.ESTIMATED ? "≈ " : "")
                + Pieces.minutes(question.seconds());
    }

    /** What a phone shows instead of the columns. */
    private String meta(BankQuestion question) {
        var parts = new ArrayList<String>();
        parts.add(
                Pieces.level(this, question.difficulty())
                        + (question.difficultyOrigin() == Origin.ESTIMATED
                                ? " (" + getTranslation("bank.estimated") + ")"
                                : ""));
        parts.add(getTranslation("bank.minutes", minutes(question)));
        parts.add(getTranslation("bank.status." + question.status().name()));
        return String.join(" · ", parts);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var page = event.getUI().getPage();
        resize = page.addBrowserWindowResizeListener(it -> adapt(it.getWidth()));
        page.retrieveExtendedClientDetails(it -> adapt(it.getWindowInnerWidth()));
    }

    @Override
    protected void onDetach(com.vaadin.flow.component.DetachEvent event) {
        if (resize != null) {
            resize.remove();
        }
    }

    /** Leaves out, bit by bit, what the window has no room for. */
    private void adapt(int width) {
        windowWidth = width;
        int room = width < PHONE ? width : width - NAVIGATION;
        if (layout.getDetail() != null && room >= LEAST_LIST + DETAIL) {
            room -= DETAIL;
        }
        var withTree = room >= TREE + LIST_WITH_COLUMNS;
        int list = withTree ? room - TREE : room;
        tree.setVisible(withTree);
        sectionChoice.setVisible(!withTree);
        for (var column : grid.getColumns()) {
            var key = column.getKey();
            column.setVisible(
                    "wording".equals(key)
                            || list >= ("tags".equals(key) ? LIST_WITH_TAGS : LIST_WITH_COLUMNS));
        }
        grid.setClassName("bank-compact", list < LIST_WITH_COLUMNS);
    }

    private void showBeside(@Nullable Component detail) {
        layout.setDetail(detail);
        adapt(windowWidth);
    }

    private void filterBy(QuestionFilter changed) {
        filter = changed;
        showFound();
        grid.getDataProvider().refreshAll();
    }

    private void showFound() {
        shown = filter;
        int count = bank.count(member, shown);
        if (count == 0) {
            shown = bank.mended(member, filter);
            count = bank.count(member, shown);
        }
        var isMended = !shown.equals(filter);
        found.setText(
                getTranslation(isMended ? "bank.found-mended" : "bank.found", count, shown.text()));
    }

    private void refreshSections() {
        sections = bank.sections(member);
        var chosen = sectionChoice.getValue();
        sectionChoice.setItems(sections);
        tree.setItems(
                sections.stream().filter(it -> it.parent() == null).toList(),
                parent -> sections.stream().filter(it -> parent.id().equals(it.parent())).toList());
        tree.expandRecursively(sections, 10);
        if (chosen != null) {
            sections.stream()
                    .filter(it -> it.id().equals(chosen.id()))
                    .findFirst()
                    .ifPresent(sectionChoice::setValue);
        }
    }

    private void refresh() {
        refreshSections();
        tag.setItems(bank.tags(member));
        showFound();
        grid.getDataProvider().refreshAll();
    }

    // ---- one question

    private void read(QuestionId id) {
        var question = bank.question(member, id);
        showBeside(
                new QuestionPanel(
                        question,
                        bank.history(member, id),
                        pairs.enemies(member).stream().filter(it -> it.holds(id)).toList(),
                        mayWrite,
                        new QuestionPanel.Actions() {
                            @Override
                            public void edit() {
                                write(question);
                            }

                            @Override
                            public void setStatus(Status status) {
                                bank.setStatus(member, List.of(id), status);
                                refresh();
                                read(id);
                            }

                            @Override
                            public void join(QuestionPair pair) {
                                pairs.keepBoth(member, pair);
                                read(id);
                            }

                            @Override
                            public void close() {
                                BankView.this.close();
                            }
                        }));
    }

    private void write(@Nullable QuestionDetail question) {
        showBeside(
                new QuestionForm(
                        question,
                        sectionChoice.getValue(),
                        sections,
                        bank.tags(member),
                        edit -> save(question, edit),
                        () -> {
                            if (question == null) {
                                close();
                            } else {
                                read(question.id());
                            }
                        }));
    }

    private void save(@Nullable QuestionDetail before, QuestionEdit edit) {
        QuestionId id;
        if (before == null) {
            id = bank.add(member, edit);
        } else {
            id = before.id();
            bank.edit(member, id, before.version(), edit);
        }
        Notice.done(getTranslation("bank.saved"));
        refresh();
        read(id);
    }

    private void close() {
        showBeside(null);
        if (!several) {
            grid.deselectAll();
        }
    }

    // ---- several questions

    private void selectSeveral(boolean on) {
        several = on;
        close();
        if (on) {
            grid.setSelectionMode(Grid.SelectionMode.MULTI)
                    .addSelectionListener(
                            change -> bulk.show(change.getAllSelectedItems(), sections));
            bulk.show(Set.of(), sections);
        } else {
            grid.setSelectionMode(Grid.SelectionMode.SINGLE)
                    .addSelectionListener(change -> {
                        if (change.isFromClient()) {
                            change.getFirstSelectedItem()
                                    .ifPresentOrElse(it -> read(it.id()), this::close);
                        }
                    });
        }
        bulk.setVisible(on);
    }

    private void changedSeveral() {
        grid.deselectAll();
        refresh();
    }
}
