package org.interviewplanner.web.security.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.clipboard.Clipboard;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinServletRequest;
import org.interviewplanner.web.security.OneTimeLink;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Shows a one-time link: the only moment when it can be read, so it closes by its button alone. */
class LinkDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    LinkDialog(String title, String text, OneTimeLink oneTimeLink) {
        setHeaderTitle(title);
        setWidth("34rem");
        setCloseOnOutsideClick(false);
        var link = new TextField(getTranslation("security.link"));
        link.setValue(address(oneTimeLink));
        link.setReadOnly(true);
        link.setAutoselect(true);
        link.setWidthFull();
        var copied = new Span();
        copied.addClassName("muted");
        copied.getElement().setAttribute("role", "status");
        var copy = new Button(getTranslation("security.link.copy"), new Icon(VaadinIcon.COPY_O));
        copy.addThemeVariants(ButtonVariant.PRIMARY);
        // Browsers give pages without TLS no clipboard: then the reader copies by hand.
        Clipboard.onClick(copy)
                .writeText(
                        link.getValue(),
                        done -> copied.setText(getTranslation("security.link.copied")),
                        problem -> {
                            copied.setText(getTranslation("security.link.by-hand"));
                            link.focus();
                        });
        var line = new Div(link, copy);
        line.addClassName("link-line");
        add(new Paragraph(text), line, copied);
        getFooter().add(new Button(getTranslation("security.link.close"), click -> close()));
    }

    /** With the address under which the reader sees the product. */
    private static String address(OneTimeLink link) {
        return VaadinServletRequest.getCurrent() == null
                ? "/" + link.path()
                : ServletUriComponentsBuilder.fromContextPath(VaadinServletRequest.getCurrent())
                        .path("/" + link.path())
                        .toUriString();
    }
}
