package org.interviewplanner.web.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
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

    /** Something was done that can be taken back for ten seconds. */
    public static void undoable(String text, String undo, Runnable takeBack) {
        var notification = new Notification();
        notification.setDuration(10_000);
        notification.setPosition(Position.BOTTOM_START);
        notification.addThemeVariants(NotificationVariant.SUCCESS);
        var button =
                new Button(
                        undo,
                        click -> {
                            notification.close();
                            takeBack.run();
                        });
        button.setTestId("notice-undo");
        var line = new Div(new Span(text), button);
        line.addClassName("notice-line");
        notification.add(line);
        notification.open();
    }
}
