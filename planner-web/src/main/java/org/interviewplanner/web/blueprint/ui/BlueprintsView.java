package org.interviewplanner.web.blueprint.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.interviewplanner.web.blueprint.BlueprintDraft;
import org.interviewplanner.web.blueprint.BlueprintService;
import org.interviewplanner.web.blueprint.SavedBlueprint;
import org.interviewplanner.web.security.CurrentMember;
import org.interviewplanner.web.security.Roles;
import org.interviewplanner.web.shell.Background;
import org.interviewplanner.web.shell.EmptyState;
import org.interviewplanner.web.shell.Notice;
import org.interviewplanner.web.shell.Page;

/** All recipes of the team, and ready ones that fit its bank. */
@Route("blueprints")
@Menu(title = "blueprint.menu", order = 20, icon = "vaadin:grid-small")
@RolesAllowed(Roles.LEAD)
@StyleSheet("build.css")
class BlueprintsView extends Page {
    /** The keys of the names that presets have. */
    static final List<String> PRESET_NAMES =
            Stream.of("screen", "middle", "senior", "junior", "even", "bell", "section")
                    .map(it -> "blueprint.preset." + it)
                    .toList();

    private final BlueprintService blueprints;
    private final CurrentMember currentMember;
    private final Div content = new Div();
    private final Background background = new Background(this, busy -> {});

    BlueprintsView(BlueprintService blueprints, CurrentMember currentMember) {
        super("");
        this.blueprints = blueprints;
        this.currentMember = currentMember;
        setHeading(getTranslation("blueprint.menu"));
        setLead(getTranslation("blueprint.lead"));
        content.addClassName("stack");
        add(content);
        show();
    }

    private void show() {
        content.removeAll();
        var member = currentMember.get();
        var saved = blueprints.blueprints(member);
        setActions(primary("blueprint.new", () -> open(BlueprintView.NEW)));
        if (!saved.isEmpty()) {
            content.add(cards(saved.stream().map(this::savedCard).toList()));
        }
        var names = new HashMap<String, String>();
        PRESET_NAMES.forEach(key -> names.put(key, getTranslation(key)));
        var looking = new Paragraph(getTranslation("blueprint.presets-wait"));
        looking.getElement().setAttribute("role", "status");
        content.add(looking);
        // Each preset is tried on the bank first: on a large one that takes a while.
        background.run(
                cancelled -> blueprints.presets(member, names::get),
                presets -> {
                    content.remove(looking);
                    showPresets(presets, saved.isEmpty());
                });
    }

    private void showPresets(List<BlueprintDraft> presets, boolean nothingSaved) {
        if (!presets.isEmpty()) {
            content.add(new H2(getTranslation("blueprint.presets")));
            content.add(new Paragraph(getTranslation("blueprint.presets-text")));
            content.add(cards(presets.stream().map(this::presetCard).toList()));
        } else if (nothingSaved) {
            setActions();
            content.add(
                    new EmptyState(
                            getTranslation("blueprint.no-bank"),
                            getTranslation("blueprint.no-bank-text"),
                            primary(
                                    "blueprint.to-bank",
                                    () -> getUI().ifPresent(ui -> ui.navigate("bank")))));
        }
    }

    private Div cards(List<Component> cards) {
        var grid = new Div();
        grid.addClassName("cards");
        grid.add(cards);
        return grid;
    }

    private Component savedCard(SavedBlueprint saved) {
        var build =
                new Button(
                        getTranslation("blueprint.build"),
                        click ->
                                getUI().ifPresent(
                                                ui -> ui.navigate("build/" + saved.id().value())));
        build.addThemeVariants(ButtonVariant.PRIMARY);
        var edit =
                new Button(
                        getTranslation("blueprint.edit"),
                        click -> open(saved.id().value().toString()));
        var copy = new Button(getTranslation("blueprint.copy"), click -> copy(saved));
        copy.addThemeVariants(ButtonVariant.TERTIARY);
        var delete = new Button(getTranslation("blueprint.delete"), click -> delete(saved));
        delete.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
        return card(saved.draft(), build, edit, copy, delete);
    }

    private Component presetCard(BlueprintDraft preset) {
        var use =
                new Button(
                        getTranslation("blueprint.use"),
                        click -> {
                            var id =
                                    blueprints.createCopy(
                                            currentMember.get(), preset, Map.of(), Map.of());
                            getUI().ifPresent(ui -> ui.navigate("build/" + id.value()));
                        });
        use.setAriaLabel(getTranslation("blueprint.use-named", preset.name()));
        use.setDisableOnClick(true);
        return card(preset, use);
    }

    private Component card(BlueprintDraft draft, Button... buttons) {
        var summary =
                new Paragraph(
                        getTranslation(
                                "blueprint.summary", draft.slots(), draft.plannedSeconds() / 60));
        summary.addClassName("muted");
        var actions = new Div(buttons);
        actions.addClassName("card-actions");
        var card = new Div(new H3(draft.name()), summary);
        if (!draft.approvedOnly()) {
            var drafts =
                    new com.vaadin.flow.component.html.Span(getTranslation("blueprint.drafts"));
            drafts.addClassNames("pill", "warn");
            card.add(drafts);
        }
        card.add(actions);
        card.addClassNames("panel", "card");
        return card;
    }

    private void copy(SavedBlueprint saved) {
        blueprints.createCopy(
                currentMember.get(), saved.draft(), saved.sections(), saved.wordings());
        show();
        Notice.done(getTranslation("blueprint.copied", saved.draft().name()));
    }

    private void delete(SavedBlueprint saved) {
        var dialog = new ConfirmDialog();
        dialog.setHeader(getTranslation("blueprint.delete-question", saved.draft().name()));
        dialog.setText(getTranslation("blueprint.delete-text"));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("shell.cancel"));
        dialog.setConfirmText(getTranslation("blueprint.delete"));
        dialog.setConfirmButtonTheme("error primary");
        dialog.addConfirmListener(confirm -> {
            blueprints.delete(currentMember.get(), saved.id(), saved.version());
            show();
        });
        dialog.open();
    }

    private Button primary(String key, Runnable action) {
        var button = new Button(getTranslation(key), click -> action.run());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    private void open(String blueprint) {
        getUI().ifPresent(ui ->
                ui.navigate(BlueprintView.class, new RouteParameters("blueprint", blueprint)));
    }
}
