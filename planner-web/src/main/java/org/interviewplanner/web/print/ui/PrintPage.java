package org.interviewplanner.web.print.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import org.interviewplanner.print.SheetFormat;
import org.interviewplanner.web.blueprint.DemandWords;
import org.interviewplanner.web.data.SetId;
import org.interviewplanner.web.security.NotFoundException;
import org.interviewplanner.web.shell.Page;

/**
 * Something to print: choices at the left, what comes of them at the right, as PDF and as a page.
 */
abstract class PrintPage extends Page implements BeforeEnterObserver {
    private final RadioButtonGroup<SheetFormat.Paper> paper = new RadioButtonGroup<>();
    private final Anchor pdf = new Anchor();
    private final Anchor page = new Anchor();
    private final Paragraph warning = new Paragraph();
    private final IFrame preview = new IFrame();

    PrintPage() {
        super("");
        choice(paper, "print.paper", SheetFormat.Paper.values());
        paper.setValue(usesLetter(getLocale()) ? SheetFormat.Paper.LETTER : SheetFormat.Paper.A4);
        link(pdf, "print.pdf");
        pdf.addClassName("primary");
        link(page, "print.page");
        setActions(page, pdf);
        preview.setTitle(getTranslation("print.preview"));
        preview.addClassName("print-preview");
        // A sheet needs no scripts; without them it can do nothing but be read.
        preview.getElement().setAttribute("sandbox", "");
        warning.addClassName("print-missing");
        warning.getElement().setAttribute("role", "status");
        warning.setVisible(false);
    }

    private void link(Anchor anchor, String key) {
        anchor.setText(getTranslation(key));
        anchor.addClassName("button-link");
        anchor.setTarget(AnchorTarget.BLANK);
    }

    void layOut(Component... choices) {
        var left = new Div(choices);
        left.addClassNames("panel", "print-choices");
        var both = new Div(left, new Div(warning, preview));
        both.addClassName("print-both");
        add(both);
    }

    @SafeVarargs
    final <T extends Enum<T>> void choice(RadioButtonGroup<T> group, String key, T... values) {
        group.setLabel(getTranslation(key));
        group.setItems(values);
        group.setItemLabelGenerator(it -> text(key + ".", it));
        group.setValue(values[0]);
        group.addValueChangeListener(change -> show());
    }

    RadioButtonGroup<SheetFormat.Paper> paper() {
        return paper;
    }

    String text(String prefix, Enum<?> value) {
        return getTranslation(prefix + value.name().toLowerCase(Locale.ROOT));
    }

    /** The texts in the language of the page, also for a request that comes later. */
    DemandWords.Texts texts() {
        var locale = getLocale();
        return (key, values) -> I18NProvider.translate(locale, key, values);
    }

    /** Shows what is chosen. */
    abstract void show();

    /** What stands against it, or "" for nothing. */
    void warn(String text) {
        warning.setVisible(!text.isEmpty());
        warning.setText(text);
    }

    /**
     * The documents hold the choice as it is now: a request may come from another thread, later.
     *
     * @param name of the files, without ending
     */
    void offer(String name, Source asPdf, Source asHtml) {
        pdf.setHref(handler("application/pdf", name + ".pdf", asPdf));
        var html = handler("text/html;charset=UTF-8", name + ".html", asHtml);
        page.setHref(html);
        preview.setSrc(html);
    }

    private static DownloadHandler handler(String type, String name, Source source) {
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

    private static boolean usesLetter(Locale locale) {
        return switch (locale.getCountry()) {
            case "US", "CA", "MX", "PH", "CL", "CO", "VE", "PR" -> true;
            default -> false;
        };
    }

    /** The set that the address names. */
    static SetId id(BeforeEnterEvent event) {
        try {
            return new SetId(UUID.fromString(event.getRouteParameters().get("set").orElse("")));
        } catch (IllegalArgumentException notAnId) {
            throw new NotFoundException();
        }
    }
}
