package org.interviewplanner.web.build.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;
import org.interviewplanner.assembly.Assembly;
import org.interviewplanner.web.blueprint.BlueprintService;
import org.interviewplanner.web.blueprint.SavedBlueprint;
import org.interviewplanner.web.build.Proposal;
import org.interviewplanner.web.build.SetService;
import org.interviewplanner.web.data.BlueprintId;
import org.interviewplanner.web.security.CurrentMember;
import org.interviewplanner.web.security.NotFoundException;
import org.interviewplanner.web.security.Roles;
import org.interviewplanner.web.shell.EmptyState;
import org.interviewplanner.web.shell.Notice;
import org.interviewplanner.web.shell.Page;
import org.interviewplanner.web.shell.TabList;
import org.jspecify.annotations.Nullable;

/** Proposes sets of one recipe, shows them beside what was asked for, and keeps what pleases. */
@Route("build/:blueprint?")
@Menu(title = "build.menu", order = 30, icon = "vaadin:magic")
@RolesAllowed(Roles.LEAD)
@StyleSheet("build.css")
class BuildView extends Page implements BeforeEnterObserver {
    private final SetService sets;
    private final BlueprintService blueprints;
    private final CurrentMember currentMember;

    private final ComboBox<SavedBlueprint> recipe = new ComboBox<>();
    private final IntegerField count = new IntegerField();
    private final IntegerField overlap = new IntegerField();
    private final TextField name = new TextField();
    private final Div result = new Div();
    private final Div controls = new Div();
    private @Nullable Proposal proposal;

    BuildView(SetService sets, BlueprintService blueprints, CurrentMember currentMember) {
        super("");
        this.sets = sets;
        this.blueprints = blueprints;
        this.currentMember = currentMember;
        setHeading(getTranslation("build.heading"));
        setLead(getTranslation("build.lead"));
        recipe.setLabel(getTranslation("build.blueprint"));
        recipe.setItemLabelGenerator(it -> it.draft().name());
        count.setLabel(getTranslation("build.count"));
        count.setMin(1);
        count.setMax(SetService.MAX_SETS);
        count.setValue(1);
        count.setStepButtonsVisible(true);
        overlap.setLabel(getTranslation("build.overlap"));
        overlap.setMin(0);
        overlap.setMax(50);
        overlap.setValue(0);
        overlap.setStepButtonsVisible(true);
        overlap.setVisible(false);
        recipe.addValueChangeListener(change -> propose());
        count.addValueChangeListener(change -> {
            overlap.setVisible(change.getValue() != null && change.getValue() > 1);
            propose();
        });
        overlap.addValueChangeListener(change -> propose());
        controls.add(recipe, count, overlap);
        controls.addClassNames("panel", "build-controls");
        result.addClassName("stack");
        result.getElement().setAttribute("aria-live", "polite");
        add(controls, result);
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
        recipe.setItems(saved);
        recipe.setValue(
                event.getRouteParameters()
                        .get("blueprint")
                        .map(id -> wanted(saved, id))
                        .orElse(saved.getFirst()));
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

    private void propose() {
        var chosen = recipe.getValue();
        if (chosen == null
                || count.getValue() == null
                || count.isInvalid()
                || overlap.getValue() == null
                || overlap.isInvalid()) {
            return;
        }
        int shared = count.getValue() == 1 ? 0 : overlap.getValue();
        show(
                sets.propose(
                        currentMember.get(),
                        chosen.id(),
                        null,
                        count.getValue(),
                        shared,
                        sets.newSeed()));
    }

    private void show(Proposal shown) {
        proposal = shown;
        result.removeAll();
        switch (shown.outcome()) {
            case Assembly.Assembled assembled -> showSets(shown, assembled);
            case Assembly.Infeasible infeasible -> showClash(shown, infeasible);
            case Assembly.Undecided undecided ->
                    result.add(panel("warn", new Paragraph(getTranslation("build.undecided"))));
        }
    }

    private void showSets(Proposal shown, Assembly.Assembled assembled) {
        name.setLabel(getTranslation("build.name"));
        name.setValue(
                shown.blueprint().draft().name()
                        + ", "
                        + java.time.LocalDate.now(java.time.ZoneId.systemDefault()));
        name.setMaxLength(SetService.MAX_NAME - 5);
        var again =
                new Button(
                        getTranslation("build.again"),
                        new Icon(VaadinIcon.REFRESH),
                        click -> propose());
        var keep =
                new Button(
                        getTranslation(shown.sets().size() == 1 ? "build.keep" : "build.keep-all"),
                        click -> keep());
        keep.addThemeVariants(ButtonVariant.PRIMARY);
        keep.setDisableOnClick(true);
        var bar = new Div(name, again, keep);
        bar.addClassName("keep-bar");
        result.add(bar);
        result.add(
                new Paragraph(
                        getTranslation(
                                assembled.proved() ? "build.proved" : "build.unproved",
                                shown.seed())));
        var place = new Div();
        place.addClassName("set-place");
        if (shown.sets().size() > 1) {
            var tabs = new Tabs();
            for (int i = 1; i <= shown.sets().size(); i++) {
                tabs.add(new Tab(getTranslation("build.set-number", i)));
            }
            tabs.addSelectedChangeListener(change -> {
                place.removeAll();
                place.add(new ProposedSet(shown, tabs.getSelectedIndex()));
            });
            TabList.makeReadable(tabs);
            result.add(tabs);
        }
        place.add(new ProposedSet(shown, 0));
        result.add(place);
    }

    private void showClash(Proposal shown, Assembly.Infeasible infeasible) {
        var sentences = new UnorderedList();
        infeasible.shortfalls().forEach(it -> sentences.add(new ListItem(it.message())));
        var box = panel("bad", new Paragraph(getTranslation("build.clash")), sentences);
        if (!infeasible.repair().isEmpty()) {
            var mends = new UnorderedList();
            infeasible.repair().forEach(it -> mends.add(new ListItem(it.message())));
            box.add(new Paragraph(getTranslation("blueprint.repair-text")), mends);
        }
        var edit =
                new Button(
                        getTranslation("build.edit-blueprint"),
                        click ->
                                getUI().ifPresent(ui ->
                                        ui.navigate(
                                                "blueprints/" + shown.blueprint().id().value())));
        edit.addThemeVariants(ButtonVariant.PRIMARY);
        box.add(edit);
        result.add(box);
    }

    private static Div panel(String kind, com.vaadin.flow.component.Component... content) {
        var panel = new Div(content);
        panel.addClassNames("panel", "verdict", kind);
        return panel;
    }

    private void keep() {
        if (proposal == null) {
            return;
        }
        var kept = sets.keep(currentMember.get(), proposal, name.getValue());
        Notice.done(getTranslation("build.kept", kept.size()));
        getUI().ifPresent(ui -> {
            if (kept.size() == 1) {
                ui.navigate(
                        SetView.class,
                        new RouteParameters("set", kept.getFirst().value().toString()));
            } else {
                ui.navigate(SetsView.class);
            }
        });
    }
}
