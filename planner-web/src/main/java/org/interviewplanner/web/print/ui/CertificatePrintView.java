package org.interviewplanner.web.print.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.interviewplanner.print.SheetFormat;
import org.interviewplanner.web.blueprint.DemandWords;
import org.interviewplanner.web.build.SetService;
import org.interviewplanner.web.data.SetId;
import org.interviewplanner.web.print.PrintService;
import org.interviewplanner.web.security.CurrentMember;
import org.interviewplanner.web.security.Roles;
import org.interviewplanner.web.shell.Page;
import org.jspecify.annotations.Nullable;

/** The fairness certificate as PDF and as a page to print. */
@Route("print/:set/certificate")
@RolesAllowed({Roles.LEAD, Roles.INTERVIEWER})
@StyleSheet("print.css")
class CertificatePrintView extends Page implements BeforeEnterObserver {
    private final PrintService print;
    private final SetService sets;
    private final CurrentMember currentMember;
    private final RadioButtonGroup<SheetFormat.Paper> paper = new RadioButtonGroup<>();
    private final Anchor pdf = new Anchor();
    private final Anchor page = new Anchor();
    private final IFrame preview = new IFrame();
    private @Nullable SetId set;

    CertificatePrintView(PrintService print, SetService sets, CurrentMember currentMember) {
        super("");
        this.print = print;
        this.sets = sets;
        this.currentMember = currentMember;
        setHeading(getTranslation("certificate.print"));
        paper.setLabel(getTranslation("print.paper"));
        paper.setItems(SheetFormat.Paper.values());
        paper.setItemLabelGenerator(
                it -> getTranslation("print.paper." + it.name().toLowerCase(Locale.ROOT)));
        paper.setValue(
                PrintView.usesLetter(getLocale())
                        ? SheetFormat.Paper.LETTER
                        : SheetFormat.Paper.A4);
        paper.addValueChangeListener(change -> show());
        pdf.setText(getTranslation("print.pdf"));
        pdf.addClassNames("button-link", "primary");
        pdf.setTarget(AnchorTarget.BLANK);
        page.setText(getTranslation("print.page"));
        page.addClassName("button-link");
        page.setTarget(AnchorTarget.BLANK);
        setActions(page, pdf);
        var choices = new Div(paper);
        choices.addClassNames("panel", "print-choices");
        preview.setTitle(getTranslation("print.preview"));
        preview.addClassName("print-preview");
        // The page needs no scripts; without them it can do nothing but be read.
        preview.getElement().setAttribute("sandbox", "");
        var both = new Div(choices, preview);
        both.addClassName("print-both");
        add(both);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var kept = sets.set(currentMember.get(), PrintView.id(event));
        set = kept.id();
        setLead(getTranslation("print.lead", kept.code(), kept.slots().size()));
        show();
    }

    private void show() {
        var id = set;
        if (id == null) {
            return;
        }
        var member = currentMember.get();
        var chosen = paper.getValue();
        var locale = getLocale();
        DemandWords.Texts texts = (key, values) -> I18NProvider.translate(locale, key, values);
        DownloadHandler html =
                PrintView.handler(
                        "text/html;charset=UTF-8",
                        "certificate.html",
                        () ->
                                print.certificateHtml(member, id, chosen, texts, locale)
                                        .getBytes(StandardCharsets.UTF_8));
        pdf.setHref(
                PrintView.handler(
                        "application/pdf",
                        "certificate.pdf",
                        () -> print.certificatePdf(member, id, chosen, texts, locale)));
        page.setHref(html);
        preview.setSrc(html);
    }
}
