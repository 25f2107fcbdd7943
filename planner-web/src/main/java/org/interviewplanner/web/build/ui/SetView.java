package org.interviewplanner.web.build.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.interviewplanner.web.bank.BankService;
import org.interviewplanner.web.bank.QuestionText;
import org.interviewplanner.web.blueprint.BlueprintService;
import org.interviewplanner.web.build.Batch;
import org.interviewplanner.web.build.KeptSet;
import org.interviewplanner.web.build.KeptSlot;
import org.interviewplanner.web.build.PanelService;
import org.interviewplanner.web.build.SetService;
import org.interviewplanner.web.candidate.CandidateService;
import org.interviewplanner.web.data.RevisionId;
import org.interviewplanner.web.data.SetId;
import org.interviewplanner.web.security.CurrentMember;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.security.NotFoundException;
import org.interviewplanner.web.security.Role;
import org.interviewplanner.web.security.Roles;
import org.interviewplanner.web.shell.Notice;
import org.interviewplanner.web.shell.Page;
import org.jspecify.annotations.Nullable;

/** One kept set: what will be asked, where it comes from, and what one can do with it. */
@Route("sets/:set")
@RolesAllowed({Roles.LEAD, Roles.INTERVIEWER})
@StyleSheet("build.css")
class SetView extends Page implements BeforeEnterObserver {
    private final SetService sets;
    private final PanelService panels;
    private final BankService bank;
    private final BlueprintService blueprints;
    private final CandidateService candidates;
    private final CurrentMember currentMember;
    private final Div content = new Div();

    SetView(
            SetService sets,
            PanelService panels,
            BankService bank,
            BlueprintService blueprints,
            CandidateService candidates,
            CurrentMember currentMember) {
        super("");
        this.sets = sets;
        this.panels = panels;
        this.bank = bank;
        this.blueprints = blueprints;
        this.candidates = candidates;
        this.currentMember = currentMember;
        content.addClassName("stack");
        add(content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var member = currentMember.get();
        var set = sets.set(member, id(event));
        var texts = bank.texts(member, set.slots().stream().map(KeptSlot::revision).toList());
        setHeading(set.name());
        setLead(lead(member, set));
        var id = set.id().value().toString();
        var chosen = new HashMap<String, String>();
        chosen.put("set", id);
        if (set.candidate() != null) {
            chosen.put("candidate", set.candidate().value().toString());
        }
        var plan = go("build.plan", "sessions/plan", chosen);
        plan.addThemeVariants(ButtonVariant.PRIMARY);
        plan.setVisible(member.isAny(Role.LEAD));
        setActions(
                go("compare.menu", "compare", Map.of("first", id)),
                go("certificate.menu", "sets/" + id + "/certificate", Map.of()),
                go("build.print", "print/" + id, Map.of()),
                plan);
        show(member, set, texts);
    }

    private Button go(String key, String address, Map<String, String> parameters) {
        return new Button(
                getTranslation(key),
                click ->
                        getUI().ifPresent(ui ->
                                ui.navigate(address, QueryParameters.simple(parameters))));
    }

    private String lead(Member member, KeptSet set) {
        var summary =
                getTranslation(
                        "build.set-summary",
                        set.code(),
                        set.slots().size(),
                        Math.round(set.plannedSeconds() / 60f));
        var candidate = set.candidate();
        if (candidate == null) {
            return summary;
        }
        var name = candidates.names(member, Set.of(candidate)).get(candidate);
        return name == null ? summary : summary + " · " + getTranslation("build.made-for", name);
    }

    private void show(Member member, KeptSet set, Map<RevisionId, QuestionText> texts) {
        content.removeAll();
        var panel =
                new Div(
                        new H2(getTranslation("build.in-order")),
                        new SetLines(SetLines.of(set, texts, Set.of())));
        panel.addClassNames("panel", "question-list");
        content.add(
                panel, new PanelSplitBox(sets, panels, member, set, texts), origin(member, set));
    }

    // ---- origin

    private Div origin(Member member, KeptSet set) {
        var recipe =
                new Paragraph(
                        getTranslation(
                                set.proved() ? "build.from-proved" : "build.from",
                                set.recipe(),
                                set.seed()));
        var panel = new Div(new H2(getTranslation("build.origin")), recipe);
        panel.addClassName("panel");
        var batch = sets.batch(member, set.id());
        if (batch != null) {
            panel.add(new Paragraph(since(member, batch)));
            if (member.isAny(Role.LEAD)) {
                panel.add(
                        new Button(
                                getTranslation("build.recipe-again"), click -> recipeAgain(batch)));
            }
        }
        return panel;
    }

    /** Whether the recipe has changed since: the set keeps the one that it was built from. */
    private String since(Member member, Batch batch) {
        var now = current(member, batch);
        if (now == null) {
            return getTranslation("build.recipe-deleted", batch.recipe().draft().name());
        }
        return now == batch.recipe().version()
                ? getTranslation("build.recipe-same", now + 1)
                : getTranslation("build.recipe-changed", batch.recipe().version() + 1, now + 1);
    }

    private @Nullable Long current(Member member, Batch batch) {
        try {
            return batch.blueprint() == null
                    ? null
                    : Long.valueOf(blueprints.blueprint(member, batch.blueprint()).version());
        } catch (NotFoundException deleted) {
            return null;
        }
    }

    private void recipeAgain(Batch batch) {
        var recipe = batch.recipe();
        var id =
                blueprints.createCopy(
                        currentMember.get(), recipe.draft(), recipe.sections(), recipe.wordings());
        Notice.done(getTranslation("blueprint.copied", recipe.draft().name()));
        getUI().ifPresent(ui -> ui.navigate("blueprints/" + id.value()));
    }

    private static SetId id(BeforeEnterEvent event) {
        return id(event.getRouteParameters().get("set").orElse(""));
    }

    /** The id that an address names. */
    static SetId id(String parameter) {
        try {
            return new SetId(UUID.fromString(parameter));
        } catch (IllegalArgumentException notAnId) {
            throw new NotFoundException();
        }
    }
}
