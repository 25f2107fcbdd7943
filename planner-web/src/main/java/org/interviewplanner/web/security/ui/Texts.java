package org.interviewplanner.web.security.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
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

    /** Day and time where the reader is, as far as the browser has told it. */
    static String of(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale())
                .withZone(zone())
                .format(instant);
    }

    private static Locale locale() {
        var ui = UI.getCurrent();
        return ui == null ? Locale.ENGLISH : ui.getLocale();
    }

    private static ZoneId zone() {
        var ui = UI.getCurrent();
        var details = ui == null ? null : ui.getPage().getExtendedClientDetails();
        var id = details == null ? null : details.getTimeZoneId();
        try {
            return id == null ? ZoneId.systemDefault() : ZoneId.of(id);
        } catch (DateTimeException e) {
            return ZoneId.systemDefault();
        }
    }
}
