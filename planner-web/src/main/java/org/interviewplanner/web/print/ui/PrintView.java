package org.interviewplanner.web.print.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.interviewplanner.print.SheetFormat;
import org.interviewplanner.web.build.KeptSet;
import org.interviewplanner.web.build.SetService;
import org.interviewplanner.web.data.SetId;
import org.interviewplanner.web.print.PrintService;
import org.interviewplanner.web.print.SheetChoice;
import org.interviewplanner.web.security.CurrentMember;
import org.interviewplanner.web.security.NotFoundException;
import org.interviewplanner.web.security.Roles;
import org.interviewplanner.web.shell.Page;
import org.jspecify.annotations.Nullable;

/** Chooses sheets of one set, shows them, and gives them as PDF or as a page to print. */
@Route("print/:set")
@RolesAllowed({Roles.LEAD, Roles.INTERVIEWER})
@StyleSheet("print.css")
class PrintView extends Page implements BeforeEnterObserver {
    private final PrintService print;
    private final SetService sets;
    private final CurrentMember currentMember;

    private final RadioButtonGroup<SheetChoice.Kind> kind = new RadioButtonGroup<>();
    private final RadioButtonGroup<SheetFormat.Paper> paper = new RadioButtonGroup<>();
    private final RadioButtonGroup<SheetFormat.Print> size = new RadioButtonGroup<>();
    private final TextField candidate = new TextField();
    private final DatePicker date = new DatePicker();
    private final Anchor pdf = new Anchor();
    private final Anchor page = new Anchor();
    private final Paragraph missingLetters = new Paragraph();
    private final IFrame preview = new IFrame();
    private @Nullable KeptSet set;

    PrintView(PrintService print, SetService sets, CurrentMember currentMember) {
        super("");
        this.print = print;
        this.sets = sets;
        this.currentMember = currentMember;
        choice(kind, "print.kind", SheetChoice.Kind.values());
        kind.setItemLabelGenerator(it -> text("print.kind.", it));
        choice(paper, "print.paper", SheetFormat.Paper.values());
        paper.setItemLabelGenerator(it -> text("print.paper.", it));
        paper.setValue(usesLetter(getLocale()) ? SheetFormat.Paper.LETTER : SheetFormat.Paper.A4);
        choice(size, "print.size", SheetFormat.Print.values());
        size.setItemLabelGenerator(it -> text("print.size.", it));
        candidate.setLabel(getTranslation("print.candidate"));
        candidate.setMaxLength(SheetChoice.MAX_CANDIDATE);
        candidate.setClearButtonVisible(true);
        candidate.addValueChangeListener(change -> show());
        date.setLabel(getTranslation("print.date"));
        date.setClearButtonVisible(true);
        date.addValueChangeListener(change -> show());
        pdf.setText(getTranslation("print.pdf"));
        pdf.addClassNames("button-link", "primary");
        pdf.setTarget(AnchorTarget.BLANK);
        page.setText(getTranslation("print.page"));
        page.addClassName("button-link");
        page.setTarget(AnchorTarget.BLANK);
        setActions(page, pdf);
        var choices = new Div(kind, paper, size, candidate, date);
        choices.addClassNames("panel", "print-choices");
        preview.setTitle(getTranslation("print.preview"));
        preview.addClassName("print-preview");
        // The sheet needs no scripts; without them it can do nothing but be read.
        preview.getElement().setAttribute("sandbox", "");
        missingLetters.addClassName("print-missing");
        missingLetters.getElement().setAttribute("role", "status");
        var both = new Div(choices, new Div(missingLetters, preview));
        both.addClassName("print-both");
        add(both);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        set = sets.set(currentMember.get(), id(event));
        setHeading(getTranslation("print.heading", set.name()));
        setLead(getTranslation("print.lead", set.code(), set.slots().size()));
        show();
    }

    /** The handlers hold the choice as it is now: a request may come from another thread, later. */
    private void show() {
        if (set == null) {
            return;
        }
        var chosen = chosen();
        var member = currentMember.get();
        var id = set.id();
        var locale = getLocale();
        var scripts = print.scriptsWithoutFont(member, id, chosen, locale);
        missingLetters.setVisible(!scripts.isEmpty());
        missingLetters.setText(getTranslation("print.missing-letters", String.join(", ", scripts)));
        var name = text("print.file.", chosen.kind()) + "-" + set.code();
        pdf.setHref(
                handler(
                        "application/pdf",
                        name + ".pdf",
                        () -> print.pdf(member, id, chosen, locale)));
        DownloadHandler html =
                handler(
                        "text/html;charset=UTF-8",
                        name + ".html",
                        () ->
                                print.html(member, id, chosen, locale)
                                        .document()
                                        .getBytes(StandardCharsets.UTF_8));
        page.setHref(html);
        preview.setSrc(html);
    }

    static DownloadHandler handler(String type, String name, Source source) {
        return (DownloadEvent event) -> {
            var bytes = source.bytes();
            event.inline(name);
            event.setContentType(type);
            event.getResponse().setHeader("Cache-Control", "no-store");
            event.getResponse()
                    .setHeader(
                            "Content-Security-Policy",
                            "default-src 'none'; style-src 'unsafe-inline'; img-src data:;"
                                    + " frame-ancestors 'self'");
            event.getResponse().setHeader("X-Frame-Options", "SAMEORIGIN");
            event.setContentLength(bytes.length);
            event.getOutputStream().write(bytes);
        };
    }

    /** Makes the bytes when they are asked for. */
    interface Source extends java.io.Serializable {
        byte[] bytes() throws IOException;
    }

    private SheetChoice chosen() {
        var name = candidate.getValue().strip();
        return new SheetChoice(
                kind.getValue(),
                SheetFormat.A4.on(paper.getValue()).in(size.getValue()),
                name.isEmpty() ? null : name,
                date.getValue());
    }

    @SafeVarargs
    private <T> void choice(RadioButtonGroup<T> group, String key, T... values) {
        group.setLabel(getTranslation(key));
        group.setItems(values);
        group.setValue(values[0]);
        group.addValueChangeListener(change -> show());
    }

    private String text(String prefix, Enum<?> value) {
        return getTranslation(prefix + value.name().toLowerCase(Locale.ROOT));
    }

    static boolean usesLetter(Locale locale) {
        return switch (locale.getCountry()) {
            case "US", "CA", "MX", "PH", "CL", "CO", "VE", "PR" -> true;
            default -> false;
        };
    }

    static SetId id(BeforeEnterEvent event) {
        try {
            return new SetId(UUID.fromString(event.getRouteParameters().get("set").orElse("")));
        } catch (IllegalArgumentException notAnId) {
            throw new NotFoundException();
        }
    }
}
