package org.interviewplanner.web.build.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.interviewplanner.assembly.AskingOrder;
import org.interviewplanner.assembly.Assembly;
import org.interviewplanner.assembly.Repair;
import org.interviewplanner.web.bank.BankQuestion;
import org.interviewplanner.web.blueprint.BlueprintService;
import org.interviewplanner.web.blueprint.DemandWords;
import org.interviewplanner.web.blueprint.SavedBlueprint;
import org.interviewplanner.web.build.Alternative;
import org.interviewplanner.web.build.Proposal;
import org.interviewplanner.web.build.ProposalOutdatedException;
import org.interviewplanner.web.build.SetRequest;
import org.interviewplanner.web.build.SetService;
import org.interviewplanner.web.candidate.CandidateService;
import org.interviewplanner.web.data.BlueprintId;
import org.interviewplanner.web.security.CurrentMember;
import org.interviewplanner.web.security.NotFoundException;
import org.interviewplanner.web.security.Roles;
import org.interviewplanner.web.shell.Background;
import org.interviewplanner.web.shell.EmptyState;
import org.interviewplanner.web.shell.Notice;
import org.interviewplanner.web.shell.Page;
import org.jspecify.annotations.Nullable;

/** Proposes sets of one recipe, lets people change them, and keeps what pleases. */
@Route("build/:blueprint?")
@Menu(title = "build.menu", order = 30, icon = "vaadin:magic")
@RolesAllowed(Roles.LEAD)
@StyleSheet("build.css")
class BuildView extends Page implements BeforeEnterObserver, SetActions {
    private static final int MOST_UNDONE = 100;

    private final SetService sets;
    private final BlueprintService blueprints;
    private final CandidateService candidates;
    private final CurrentMember currentMember;

    private final BuildControls controls = new BuildControls(this::propose, this::order);
    private final TextField name = new TextField();
    private final Button undo = new Button();
    private final Button keep = new Button();
    private final Div busy = new Div();
    private final Div result = new Div();
    private final ProposedSets shown = new ProposedSets(this);
    private final Background background = new Background(this, busy::setVisible);
    private final Deque<Proposal> before = new ArrayDeque<>();
    private @Nullable Proposal proposal;

    BuildView(
            SetService sets,
            BlueprintService blueprints,
            CandidateService candidates,
            CurrentMember currentMember) {
        super("");
        this.sets = sets;
        this.blueprints = blueprints;
        this.candidates = candidates;
        this.currentMember = currentMember;
        setHeading(getTranslation("build.heading"));
        setLead(getTranslation("build.lead"));
        name.setLabel(getTranslation("build.name"));
        name.setMaxLength(SetService.MAX_NAME - 5);
        undo.setText(getTranslation("build.undo"));
        undo.setIcon(new Icon(VaadinIcon.ARROW_BACKWARD));
        undo.addClickListener(click -> undo());
        keep.addThemeVariants(ButtonVariant.PRIMARY);
        keep.setDisableOnClick(true);
        keep.addClickListener(click -> keep());
        var stop = new Button(getTranslation("build.stop"), click -> background.stop());
        stop.addThemeVariants(ButtonVariant.TERTIARY);
        var bar = new ProgressBar();
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", getTranslation("build.busy"));
        busy.add(new Paragraph(getTranslation("build.busy")), bar, stop);
        busy.addClassNames("panel", "busy");
        busy.setVisible(false);
        result.addClassName("stack");
        add(controls, busy, result);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var member = currentMember.get();
        var saved = blueprints.blueprints(member);
        controls.setVisible(!saved.isEmpty());
        if (saved.isEmpty()) {
            var go =
                    new Button(
                            getTranslation("build.to-blueprints"),
                            click -> getUI().ifPresent(ui -> ui.navigate("blueprints")));
            go.addThemeVariants(ButtonVariant.PRIMARY);
            result.removeAll();
            result.add(
                    new EmptyState(
                            getTranslation("build.no-blueprint"),
                            getTranslation("build.no-blueprint-text"),
                            go));
            return;
        }
        controls.offer(
                saved,
                event.getRouteParameters()
                        .get("blueprint")
                        .map(id -> wanted(saved, id))
                        .orElse(saved.getFirst()),
                candidates.candidates(member),
                sets.newSeed());
        propose();
    }

    private static SavedBlueprint wanted(List<SavedBlueprint> saved, String parameter) {
        try {
            var id = new BlueprintId(UUID.fromString(parameter));
            return saved.stream()
                    .filter(it -> it.id().equals(id))
                    .findFirst()
                    .orElseThrow(NotFoundException::new);
        } catch (IllegalArgumentException notAnId) {
            throw new NotFoundException();
        }
    }

    // ---- propose

    private void propose() {
        controls.request()
                .ifPresent(request -> {
                    before.clear();
                    run(request, false);
                });
    }

    private void again() {
        controls.setSeed(sets.newSeed());
        controls.request().ifPresent(request -> run(request, true));
    }

    private void run(SetRequest request, boolean undoable) {
        var member = currentMember.get();
        background.run(
                cancelled -> sets.propose(member, request, cancelled),
                made -> show(made, undoable));
    }

    private void order(AskingOrder.Policy policy) {
        if (proposal != null && proposal.standing() != null) {
            show(proposal.ordered(policy), true);
        }
    }

    private void show(Proposal made, boolean undoable) {
        if (undoable && proposal != null && proposal.standing() != null) {
            before.push(proposal);
            if (before.size() > MOST_UNDONE) {
                before.removeLast();
            }
        }
        proposal = made;
        undo.setEnabled(!before.isEmpty());
        switch (made.outcome()) {
            case Assembly.Assembled assembled -> showSets(made);
            case Assembly.Infeasible infeasible -> showClash(made, infeasible);
            case Assembly.Undecided undecided ->
                    showOnly(verdict("warn", new Paragraph(getTranslation("build.undecided"))));
        }
    }

    private void showOnly(Component component) {
        result.removeAll();
        result.add(component);
    }

    private void showSets(Proposal made) {
        if (shown.getParent().isEmpty()) {
            result.removeAll();
            name.setValue(
                    made.blueprint().draft().name() + ", " + LocalDate.now(ZoneId.systemDefault()));
            var again =
                    new Button(
                            getTranslation("build.again"),
                            new Icon(VaadinIcon.REFRESH),
                            click -> again());
            var bar = new Div(name, undo, again, keep);
            bar.addClassName("keep-bar");
            result.add(bar, shown);
        }
        keep.setText(getTranslation(made.sets().size() == 1 ? "build.keep" : "build.keep-all"));
        keep.setEnabled(true);
        shown.show(made);
    }

    private void showClash(Proposal made, Assembly.Infeasible infeasible) {
        var words = new DemandWords(made.recipe(), this::getTranslation);
        var sentences = new UnorderedList();
        infeasible.shortfalls().forEach(it -> sentences.add(new ListItem(words.clash(it))));
        var box = verdict("bad", new Paragraph(getTranslation("build.clash")), sentences);
        if (!infeasible.repair().isEmpty()) {
            var mends = new UnorderedList();
            infeasible.repair().forEach(it -> mends.add(new ListItem(words.repair(it))));
            box.add(new Paragraph(getTranslation("blueprint.repair-text")), mends);
        }
        var actions = new Div();
        actions.addClassName("card-actions");
        infeasible.repair().stream()
                .filter(it -> it.demand().equals("sets"))
                .map(Repair::min)
                .filter(count -> count >= 1)
                .findFirst()
                .ifPresent(count ->
                        actions.add(
                                new Button(
                                        getTranslation("build.fewer", count),
                                        click -> controls.setCount(count))));
        var edit =
                new Button(
                        getTranslation("build.edit-blueprint"),
                        click ->
                                getUI().ifPresent(ui ->
                                        ui.navigate(
                                                "blueprints/" + made.blueprint().id().value())));
        edit.addThemeVariants(ButtonVariant.PRIMARY);
        actions.add(edit);
        box.add(actions);
        showOnly(box);
    }

    private static Div verdict(String kind, Component... content) {
        var panel = new Div(content);
        panel.addClassNames("panel", "verdict", kind);
        panel.getElement().setAttribute("role", "status");
        return panel;
    }

    // ---- change

    @Override
    public void move(int set, int from, int to) {
        if (proposal != null && to >= 1 && to <= proposal.sets().get(set).size() && to != from) {
            show(proposal.moved(set, from, to), true);
            shown.focus((to < from ? "up-" : "down-") + to, (to < from ? "down-" : "up-") + to);
        }
    }

    @Override
    public void pin(int set, int position, boolean pinned) {
        if (proposal != null) {
            show(proposal.pinned(set, position, pinned), true);
            shown.focus("pin-" + position, "");
        }
    }

    @Override
    public List<Alternative> alternatives(int set, int position) {
        return proposal == null
                ? List.of()
                : sets.alternatives(currentMember.get(), proposal, set, position);
    }

    @Override
    public void exchange(int set, int position, BankQuestion question) {
        if (proposal != null) {
            show(sets.exchanged(currentMember.get(), proposal, set, position, question), true);
            shown.focus("redraw-" + position, "");
        }
    }

    @Override
    public void proposeAround(int set) {
        var current = proposal;
        if (current == null) {
            return;
        }
        var member = currentMember.get();
        var seed = sets.newSeed();
        background.run(
                cancelled -> sets.proposeAround(member, current, set, seed, cancelled),
                made -> {
                    switch (made.outcome()) {
                        case Assembly.Assembled assembled -> show(made, true);
                        case Assembly.Infeasible infeasible ->
                                Notice.problem(
                                        getTranslation("build.no-set-around")
                                                + " "
                                                + new DemandWords(
                                                                made.recipe(), this::getTranslation)
                                                        .clash(infeasible.shortfalls().getFirst()));
                        case Assembly.Undecided undecided ->
                                Notice.problem(getTranslation("build.undecided-around"));
                    }
                });
    }

    private void undo() {
        if (!before.isEmpty()) {
            background.drop();
            proposal = null;
            var earlier = before.pop();
            controls.show(earlier.request());
            show(earlier, false);
        }
    }

    // ---- keep

    private void keep() {
        if (proposal == null) {
            return;
        }
        if (name.getValue().isBlank()) {
            name.setErrorMessage(getTranslation("build.name-missing"));
            name.setInvalid(true);
            keep.setEnabled(true);
            return;
        }
        try {
            var kept = sets.keep(currentMember.get(), proposal, name.getValue());
            Notice.done(getTranslation("build.kept", kept.size()));
            var first = "sets/" + kept.getFirst().value();
            getUI().ifPresent(ui -> ui.navigate(kept.size() == 1 ? first : first + "/certificate"));
        } catch (ProposalOutdatedException outdated) {
            keep.setEnabled(true);
            Notice.problem(
                    getTranslation(
                            "build.outdated",
                            outdated.wordings().size(),
                            outdated.wordings().getFirst()));
        }
    }
}
