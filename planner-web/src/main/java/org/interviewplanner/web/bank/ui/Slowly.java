package org.interviewplanner.web.bank.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Work that takes longer than a person waits for a click: the page stays alive meanwhile. */
final class Slowly {

    private Slowly() {}

    /**
     * Does the work in a thread of its own and hands its result to the page, if that is still open.
     *
     * @param work must not touch the page
     * @param then shows the result
     * @param failed takes the page back to where the person can go on; the error itself is shown by
     *     the session's error handler
     */
    static <T> void run(Supplier<T> work, Consumer<T> then, Runnable failed) {
        var ui = UI.getCurrent();
        Thread.ofVirtual()
                .name("bank-work")
                .start(() -> {
                    try {
                        var result = work.get();
                        access(ui, () -> then.accept(result));
                    } catch (RuntimeException error) {
                        access(
                                ui,
                                () -> {
                                    failed.run();
                                    throw error;
                                });
                    }
                });
    }

    private static void access(UI ui, Runnable action) {
        try {
            ui.access(action::run);
        } catch (UIDetachedException gone) {
            // The person has left the page: nobody waits for this any more.
        }
    }
}
