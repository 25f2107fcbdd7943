package org.interviewplanner.web.print.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import org.interviewplanner.print.SheetFormat;
import org.interviewplanner.web.build.KeptSet;
import org.interviewplanner.web.build.SetService;
import org.interviewplanner.web.print.PrintService;
import org.interviewplanner.web.print.SheetChoice;
import org.interviewplanner.web.security.CurrentMember;
import org.interviewplanner.web.security.Roles;
import org.jspecify.annotations.Nullable;

/** Chooses sheets of one set, shows them, and gives them as PDF or as a page to print. */
@Route("print/:set")
@RolesAllowed({Roles.LEAD, Roles.INTERVIEWER})
@StyleSheet("print.css")
class PrintView extends PrintPage {
    private final PrintService print;
    private final SetService sets;
    private final CurrentMember currentMember;
    private final RadioButtonGroup<SheetChoice.Kind> kind = new RadioButtonGroup<>();
    private final RadioButtonGroup<SheetFormat.Print> size = new RadioButtonGroup<>();
    private final TextField candidate = new TextField();
    private final DatePicker date = new DatePicker();
    private @Nullable KeptSet set;

    PrintView(PrintService print, SetService sets, CurrentMember currentMember) {
        this.print = print;
        this.sets = sets;
        this.currentMember = currentMember;
        choice(kind, "print.kind", SheetChoice.Kind.values());
        choice(size, "print.size", SheetFormat.Print.values());
        candidate.setLabel(getTranslation("print.candidate"));
        candidate.setMaxLength(SheetChoice.MAX_CANDIDATE);
        candidate.setClearButtonVisible(true);
        candidate.addValueChangeListener(change -> show());
        date.setLabel(getTranslation("print.date"));
        date.setClearButtonVisible(true);
        date.addValueChangeListener(change -> show());
        layOut(kind, paper(), size, candidate, date);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        set = sets.set(currentMember.get(), id(event));
        setHeading(getTranslation("print.heading", set.name()));
        setLead(getTranslation("print.lead", set.code(), set.slots().size()));
        show();
    }

    @Override
    void show() {
        if (set == null) {
            return;
        }
        var chosen = chosen();
        var member = currentMember.get();
        var id = set.id();
        var texts = texts();
        var locale = getLocale();
        var scripts = print.scriptsWithoutFont(member, id, chosen, texts, locale);
        warn(
                scripts.isEmpty()
                        ? ""
                        : getTranslation("print.missing-letters", String.join(", ", scripts)));
        offer(
                text("print.file.", chosen.kind()) + "-" + set.code(),
                () -> print.pdf(member, id, chosen, texts, locale),
                () ->
                        print.html(member, id, chosen, texts, locale)
                                .document()
                                .getBytes(StandardCharsets.UTF_8));
    }

    private SheetChoice chosen() {
        var name = candidate.getValue().strip();
        return new SheetChoice(
                kind.getValue(),
                SheetFormat.A4.on(paper().getValue()).in(size.getValue()),
                name.isEmpty() ? null : name,
                date.getValue());
    }
}
