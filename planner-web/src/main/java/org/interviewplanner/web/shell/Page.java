package org.interviewplanner.web.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;

/**
 * What every screen looks like: a heading, one sentence below it if needed, actions at its right,
 * content.
 */
public abstract class Page extends Div implements HasDynamicTitle {
    private final H1 heading = new H1();
    private final Paragraph lead = new Paragraph();
    private final Div actions = new Div();

    /**
     * An empty screen.
     *
     * @param heading shown large, and as the title of the browser's tab
     */
    protected Page(String heading) {
        addClassName("page");
        actions.addClassName("page-actions");
        lead.addClassName("page-lead");
        lead.setVisible(false);
        var words = new Div(this.heading, lead);
        words.addClassName("page-words");
        var header = new Div(words, actions);
        header.addClassName("page-header");
        add(header);
        setHeading(heading);
    }

    protected final void setHeading(String text) {
        heading.setText(text);
    }

    /** The sentence below the heading. */
    protected final void setLead(String sentence) {
        lead.setText(sentence);
        lead.setVisible(!sentence.isEmpty());
    }

    /** Buttons at the right of the heading, the most important last. */
    protected final void setActions(Component... components) {
        actions.removeAll();
        actions.add(components);
    }

    @Override
    public String getPageTitle() {
        return heading.getText() + " · " + getTranslation("shell.product");
    }
}
