package org.interviewplanner.web.build.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.interviewplanner.web.bank.BankService;
import org.interviewplanner.web.bank.QuestionText;
import org.interviewplanner.web.build.KeptSet;
import org.interviewplanner.web.build.KeptSlot;
import org.interviewplanner.web.build.SetService;
import org.interviewplanner.web.data.RevisionId;
import org.interviewplanner.web.data.SetId;
import org.interviewplanner.web.security.CurrentMember;
import org.interviewplanner.web.security.NotFoundException;
import org.interviewplanner.web.security.Role;
import org.interviewplanner.web.security.Roles;
import org.interviewplanner.web.shell.Page;

/** One kept set: what will be asked, and what one can do with it. */
@Route("sets/:set")
@RolesAllowed({Roles.LEAD, Roles.INTERVIEWER})
@StyleSheet("build.css")
class SetView extends Page implements BeforeEnterObserver {
    private final SetService sets;
    private final BankService bank;
    private final CurrentMember currentMember;
    private final Div content = new Div();

    SetView(SetService sets, BankService bank, CurrentMember currentMember) {
        super("");
        this.sets = sets;
        this.bank = bank;
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
        setLead(
                getTranslation(
                        "build.set-summary",
                        set.code(),
                        set.slots().size(),
                        Math.round(set.plannedSeconds() / 60f)));
        var plan =
                new Button(
                        getTranslation("build.plan"),
                        click ->
                                getUI().ifPresent(ui ->
                                        ui.navigate("sessions/plan?set=" + set.id().value())));
        plan.addThemeVariants(ButtonVariant.PRIMARY);
        plan.setVisible(member.isAny(Role.LEAD));
        var print =
                new Button(
                        getTranslation("build.print"),
                        click -> getUI().ifPresent(ui -> ui.navigate("print/" + set.id().value())));
        setActions(print, plan);
        show(set, texts);
    }

    private void show(KeptSet set, Map<RevisionId, QuestionText> texts) {
        content.removeAll();
        var panel =
                new Div(new H2(getTranslation("build.in-order")), new SetLines(lines(set, texts)));
        panel.addClassNames("panel", "question-list");
        var recipe =
                new Paragraph(
                        getTranslation(
                                set.proved() ? "build.from-proved" : "build.from",
                                set.recipe(),
                                set.seed()));
        recipe.addClassName("muted");
        content.add(panel, recipe);
    }

    private static List<SetLines.Line> lines(KeptSet set, Map<RevisionId, QuestionText> texts) {
        var lines = new ArrayList<SetLines.Line>();
        for (var slot : set.slots()) {
            var text = texts.get(slot.revision());
            lines.add(
                    new SetLines.Line(
                            text == null ? "" : text.wording(),
                            slot.section(),
                            slot.difficulty(),
                            slot.difficultyEstimated(),
                            slot.plannedSeconds()));
        }
        return lines;
    }

    private static SetId id(BeforeEnterEvent event) {
        try {
            return new SetId(UUID.fromString(event.getRouteParameters().get("set").orElse("")));
        } catch (IllegalArgumentException notAnId) {
            throw new NotFoundException();
        }
    }
}
