package org.interviewplanner.web.session.ui;

import com.vaadin.flow.component.UI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** Times as the viewer's clock shows them. */
final class Times {

    private Times() {}

    /** The zone of the viewer's browser, or of the server while the browser has not told. */
    static ZoneId zone() {
        var ui = UI.getCurrent();
        var id = ui == null ? null : ui.getPage().getExtendedClientDetails().getTimeZoneId();
        try {
            return id == null || id.isBlank() ? ZoneId.systemDefault() : ZoneId.of(id);
        } catch (DateTimeException e) {
            return ZoneId.systemDefault();
        }
    }

    static String show(Instant at) {
        var locale =
                UI.getCurrent() == null ? java.util.Locale.ENGLISH : UI.getCurrent().getLocale();
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .format(at.atZone(zone()));
    }

    static LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, zone());
    }

    static Instant instant(LocalDateTime local) {
        return local.atZone(zone()).toInstant();
    }
}
