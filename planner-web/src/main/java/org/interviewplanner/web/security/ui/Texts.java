package org.interviewplanner.web.security.ui;

import com.vaadin.flow.component.Component;
import org.interviewplanner.web.security.Refusal;
import org.interviewplanner.web.security.Role;

/** Words for the values of this room. */
final class Texts {
    private Texts() {}

    static String of(Component screen, Role role) {
        return screen.getTranslation("security.role." + role);
    }

    /** What the role lets a person do. */
    static String deeds(Component screen, Role role) {
        return screen.getTranslation("security.role." + role + ".deeds");
    }

    static String of(Component screen, Refusal refusal) {
        return screen.getTranslation("security.refusal." + refusal);
    }
}
