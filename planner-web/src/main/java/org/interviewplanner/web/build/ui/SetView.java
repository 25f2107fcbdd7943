package org.interviewplanner.web.build.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.interviewplanner.print.MarkdownHtml;
import org.interviewplanner.web.bank.BankService;
import org.interviewplanner.web.bank.QuestionText;
import org.interviewplanner.web.blueprint.BlueprintService;
import org.interviewplanner.web.build.Batch;
import org.interviewplanner.web.build.KeptSet;
import org.interviewplanner.web.build.KeptSlot;
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
    private static final MarkdownHtml MARKDOWN = new MarkdownHtml();

    private final SetService sets;
    private final BankService bank;
    private final BlueprintService blueprints;
    private final CandidateService candidates;
    private final CurrentMember currentMember;
    private final Div content = new Div();

    SetView(
            SetService sets,
            BankService bank,
            BlueprintService blueprints,
            CandidateService candidates,
            CurrentMember currentMember) {
        super("");
        this.sets = sets;
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
        content.add(panel, split(set, texts), origin(member, set));
    }

    // ---- panel

    private Div split(KeptSet set, Map<RevisionId, QuestionText> texts) {
        var raters = new IntegerField(getTranslation("split.raters"));
        raters.setMin(1);
        raters.setMax(Math.min(SetService.MAX_RATERS, Math.max(1, set.slots().size())));
        raters.setValue(Math.min(2, raters.getMax()));
        raters.setStepButtonsVisible(true);
        var shares = new Div();
        shares.addClassName("shares");
        raters.addValueChangeListener(change -> showSplit(set, texts, raters, shares));
        showSplit(set, texts, raters, shares);
        var explanation = new Paragraph(getTranslation("split.text"));
        explanation.addClassName("muted");
        var panel = new Div(new H2(getTranslation("split.heading")), explanation, raters, shares);
        panel.addClassName("panel");
        return panel;
    }

    private void showSplit(
            KeptSet set, Map<RevisionId, QuestionText> texts, IntegerField raters, Div shares) {
        var number = raters.getValue();
        if (number == null || number < raters.getMin() || number > raters.getMax()) {
            return;
        }
        shares.removeAll();
        int rater = 1;
        for (var share : sets.split(currentMember.get(), set.id(), number).shares()) {
            var list = new UnorderedList();
            for (var slot : share.slots()) {
                list.add(line(set.slots().get(slot.position() - 1), texts));
            }
            var box =
                    new Div(
                            new H3(
                                    getTranslation(
                                            "split.share",
                                            rater++,
                                            share.slots().size(),
                                            SetTexts.minutes(share.seconds()))),
                            list);
            box.addClassName("share");
            shares.add(box);
        }
    }

    private static ListItem line(KeptSlot slot, Map<RevisionId, QuestionText> texts) {
        var text = texts.get(slot.revision());
        var wording =
                new com.vaadin.flow.component.Html(
                        "<div>"
                                + MARKDOWN.toHtml(
                                        slot.position()
                                                + "\\. "
                                                + (text == null ? "" : text.wording()))
                                + "</div>");
        wording.getElement().getClassList().addAll(List.of("set-wording", "markdown"));
        var item = new ListItem(wording);
        var section = new Div(slot.section());
        section.addClassNames("muted", "set-facts");
        item.add(section);
        return item;
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
