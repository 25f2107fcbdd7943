package org.interviewplanner.web.shell;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;
import com.vaadin.flow.component.notification.NotificationVariant;

/** Short messages at the lower edge of the window. */
public final class Notice {

    private Notice() {}

    /** Something worked: gone after four seconds. */
    public static void done(String text) {
        var notification = Notification.show(text, 4_000, Position.BOTTOM_START);
        notification.addThemeVariants(NotificationVariant.SUCCESS);
    }

    /** Something needs attention: stays ten seconds. */
    public static void problem(String text) {
        var notification = Notification.show(text, 10_000, Position.BOTTOM_START);
        notification.addThemeVariants(NotificationVariant.ERROR);
    }
}
