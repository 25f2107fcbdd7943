package org.interviewplanner.web.build.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.interviewplanner.web.build.SetService;
import org.interviewplanner.web.build.SetSummary;
import org.interviewplanner.web.security.CurrentMember;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.security.Role;
import org.interviewplanner.web.security.Roles;
import org.interviewplanner.web.shell.EmptyState;
import org.interviewplanner.web.shell.Page;

/** All kept sets, newest first. */
@Route("sets")
@Menu(title = "build.sets", order = 35, icon = "vaadin:records")
@RolesAllowed({Roles.LEAD, Roles.INTERVIEWER})
@StyleSheet("build.css")
class SetsView extends Page {

    SetsView(SetService sets, CurrentMember currentMember) {
        super("");
        setHeading(getTranslation("build.sets"));
        setLead(getTranslation("build.sets-lead"));
        var member = currentMember.get();
        var build =
                new Button(
                        getTranslation("build.heading"),
                        click -> getUI().ifPresent(ui -> ui.navigate("build")));
        build.addThemeVariants(ButtonVariant.PRIMARY);
        build.setVisible(member.isAny(Role.LEAD));
        var kept = sets.summaries(member);
        if (kept.isEmpty()) {
            add(
                    new EmptyState(
                            getTranslation("build.no-sets"),
                            getTranslation(textOfEmpty(member)),
                            build));
            return;
        }
        var compare =
                new Button(
                        getTranslation("compare.menu"),
                        click -> getUI().ifPresent(ui -> ui.navigate("compare")));
        compare.setVisible(kept.size() > 1);
        setActions(compare, build);
        var cards = new Div();
        cards.addClassName("cards");
        kept.forEach(set -> cards.add(card(set)));
        add(cards);
    }

    private static String textOfEmpty(Member member) {
        return member.isAny(Role.LEAD) ? "build.no-sets-text" : "build.no-sets-reader";
    }

    private Div card(SetSummary set) {
        var link =
                new RouterLink(
                        set.name(),
                        SetView.class,
                        new RouteParameters("set", set.id().value().toString()));
        var facts =
                new Paragraph(
                        getTranslation(
                                "build.set-summary",
                                set.code(),
                                set.questions(),
                                Math.round(set.plannedSeconds() / 60f)));
        facts.addClassName("muted");
        var when =
                new Paragraph(
                        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                                .withLocale(getLocale())
                                .format(set.createdAt().atZone(ZoneId.systemDefault())));
        when.addClassName("muted");
        var heading = new H2(link);
        var card = new Div(heading, facts, when);
        card.addClassNames("panel", "card");
        return card;
    }
}
