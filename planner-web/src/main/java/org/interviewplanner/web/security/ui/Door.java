package org.interviewplanner.web.security.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;

/** The page of somebody who has not signed in: a card in the middle, the product's name above. */
@StyleSheet("context://security.css")
abstract class Door extends Main implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final Div card = new Div();
    private final H1 heading = new H1();
    private final Paragraph lead = new Paragraph();

    Door() {
        addClassName("door");
        var name = new Span(getTranslation("shell.product"));
        name.addClassName("door-name");
        lead.addClassName("door-lead");
        card.addClassNames("door-card");
        add(name, card);
    }

    /** Shows only this. */
    final void show(String headingText, String leadText, Component... content) {
        heading.setText(headingText);
        lead.setText(leadText);
        lead.setVisible(!leadText.isEmpty());
        card.removeAll();
        card.add(heading, lead);
        card.add(content);
    }

    @Override
    public String getPageTitle() {
        return heading.getText() + " · " + getTranslation("shell.product");
    }
}
