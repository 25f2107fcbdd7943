package org.interviewplanner.web.print.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import org.interviewplanner.web.build.SetService;
import org.interviewplanner.web.data.SetId;
import org.interviewplanner.web.print.PrintService;
import org.interviewplanner.web.security.CurrentMember;
import org.interviewplanner.web.security.Roles;
import org.jspecify.annotations.Nullable;

/** The fairness certificate as PDF and as a page to print. */
@Route("print/:set/certificate")
@RolesAllowed({Roles.LEAD, Roles.INTERVIEWER})
@StyleSheet("print.css")
class CertificatePrintView extends PrintPage {
    private final PrintService print;
    private final SetService sets;
    private final CurrentMember currentMember;
    private @Nullable SetId set;

    CertificatePrintView(PrintService print, SetService sets, CurrentMember currentMember) {
        this.print = print;
        this.sets = sets;
        this.currentMember = currentMember;
        setHeading(getTranslation("certificate.print"));
        layOut(paper());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var kept = sets.set(currentMember.get(), id(event));
        set = kept.id();
        setLead(getTranslation("print.lead", kept.code(), kept.slots().size()));
        show();
    }

    @Override
    void show() {
        var id = set;
        if (id == null) {
            return;
        }
        var member = currentMember.get();
        var chosen = paper().getValue();
        var texts = texts();
        var locale = getLocale();
        offer(
                "certificate",
                () -> print.certificatePdf(member, id, chosen, texts, locale),
                () ->
                        print.certificateHtml(member, id, chosen, texts, locale)
                                .getBytes(StandardCharsets.UTF_8));
    }
}
