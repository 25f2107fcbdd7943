package org.interviewplanner.web.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** Says that there is nothing yet, and what to do next. */
public final class EmptyState extends Div {

    /**
     * @param heading what is missing
     * @param text what to do about it, one or two sentences
     * @param actions buttons or links that do it
     */
    public EmptyState(String heading, String text, Component... actions) {
        addClassName("empty-state");
        var buttons = new Div(actions);
        buttons.addClassName("empty-state-actions");
        add(new H2(heading), new Paragraph(text), buttons);
    }
}
