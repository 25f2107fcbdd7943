package org.interviewplanner.web.security.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.Set;
import org.interviewplanner.web.security.Refusal;
import org.interviewplanner.web.security.Role;

/** The roles to tick, each with what it lets a person do. */
class RolesChoice extends CheckboxGroup<Role> {
    private static final long serialVersionUID = 1L;

    RolesChoice(Set<Role> chosen) {
        setLabel(getTranslation("security.people.roles"));
        setItems(Role.values());
        setItemLabelGenerator(role -> Texts.of(this, role));
        setRenderer(new ComponentRenderer<>(this::describe));
        setRequiredIndicatorVisible(true);
        setValue(chosen);
        addValueChangeListener(change -> setInvalid(false));
    }

    void refuse(Refusal refusal) {
        setErrorMessage(Texts.of(this, refusal));
        setInvalid(true);
    }

    private Div describe(Role role) {
        var deeds = new Span(Texts.deeds(this, role));
        deeds.addClassName("muted");
        var line = new Div(new Span(Texts.of(this, role)), deeds);
        line.addClassName("role-choice");
        return line;
    }
}
