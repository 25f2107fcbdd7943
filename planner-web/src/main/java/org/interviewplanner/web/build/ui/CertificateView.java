package org.interviewplanner.web.build.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.interviewplanner.web.build.Certificate;
import org.interviewplanner.web.build.CertificateText;
import org.interviewplanner.web.build.SetService;
import org.interviewplanner.web.security.CurrentMember;
import org.interviewplanner.web.security.Roles;
import org.interviewplanner.web.shell.Page;

/** The fairness certificate of the sets that were kept at once: what shows that they are equal. */
@Route("sets/:set/certificate")
@RolesAllowed({Roles.LEAD, Roles.INTERVIEWER})
@StyleSheet("build.css")
class CertificateView extends Page implements BeforeEnterObserver {
    private final SetService sets;
    private final CurrentMember currentMember;
    private final Div content = new Div();

    CertificateView(SetService sets, CurrentMember currentMember) {
        super("");
        this.sets = sets;
        this.currentMember = currentMember;
        content.addClassName("stack");
        add(content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = SetView.id(event.getRouteParameters().get("set").orElse(""));
        var certificate = sets.certificate(currentMember.get(), id);
        setHeading(getTranslation("certificate.heading"));
        setLead(getTranslation("certificate.lead", certificate.sets().size()));
        var print =
                new Button(
                        getTranslation("certificate.print"),
                        click ->
                                getUI().ifPresent(ui ->
                                        ui.navigate("print/" + id.value() + "/certificate")));
        print.addThemeVariants(ButtonVariant.PRIMARY);
        setActions(print);
        show(certificate);
    }

    private void show(Certificate certificate) {
        content.removeAll();
        var text = new CertificateText(certificate, this::getTranslation, getLocale());
        var links = new Div();
        links.addClassName("cards");
        for (var set : certificate.sets()) {
            var link =
                    new RouterLink(
                            set.name(),
                            SetView.class,
                            new RouteParameters("set", set.id().value().toString()));
            var code = new Span(set.code());
            code.addClassName("muted");
            var card = new Div(new H2(link), code);
            card.addClassNames("panel", "card");
            links.add(card);
        }
        var facts = new UnorderedList();
        text.facts().forEach(it -> facts.add(new ListItem(it)));
        var howMade = new Div(new H2(getTranslation("certificate.how")), facts);
        howMade.addClassNames("panel", "certificate-facts");
        var figures =
                new Div(
                        new H2(getTranslation("certificate.figures")),
                        new FairnessTable(
                                certificate.sets().stream().map(it -> it.code()).toList(),
                                certificate.fairness(),
                                certificate.sections()));
        List.of(text.spread(), text.overlaps(), text.pilots()).stream()
                .filter(it -> !it.isEmpty())
                .forEach(it -> figures.add(new Paragraph(it)));
        figures.addClassName("panel");
        content.add(links, figures, howMade);
    }
}
