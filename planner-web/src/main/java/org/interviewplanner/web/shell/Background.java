package org.interviewplanner.web.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One place of a screen that shows what takes too long to be waited for: the work is done by other
 * threads, and the screen stays responsive. New work makes the work before it pointless; its result
 * is never shown.
 *
 * <p>All methods are for the thread that holds the session.
 */
public final class Background {
    /** As many as can really work at once: more would only make each of them slower. */
    private static final ExecutorService THREADS =
            Executors.newFixedThreadPool(
                    Math.max(2, Runtime.getRuntime().availableProcessors()),
                    Thread.ofPlatform().name("background-", 0).daemon(true).factory());

    private final Consumer<Boolean> onBusy;
    private @Nullable AtomicBoolean current;

    /**
     * @param owner whose leaving the screen ends the work
     * @param onBusy told when work begins (true) and ends (false)
     */
    public Background(Component owner, Consumer<Boolean> onBusy) {
        this.onBusy = onBusy;
        owner.addDetachListener(detach -> drop());
    }

    /**
     * Does work elsewhere and shows its result here; what it throws goes to the session's error
     * handler.
     *
     * @param work asks the supplier from time to time; true means that it should end soon
     * @param done shows the result, in the thread that holds the session
     */
    public <T> void run(Function<BooleanSupplier, T> work, Consumer<T> done) {
        if (current != null) {
            current.set(true);
        }
        var ui = UI.getCurrent();
        var cancelled = new AtomicBoolean();
        current = cancelled;
        onBusy.accept(true);
        THREADS.execute(() -> show(ui, cancelled, outcome(work, cancelled, done)));
    }

    /** Does the work and says how to show what came of it. */
    private static <T> Runnable outcome(
            Function<BooleanSupplier, T> work, AtomicBoolean cancelled, Consumer<T> done) {
        try {
            var result = work.apply(cancelled::get);
            return () -> done.accept(result);
        } catch (RuntimeException | Error failed) {
            return () -> {
                throw failed;
            };
        }
    }

    private void show(UI ui, AtomicBoolean task, Runnable show) {
        try {
            ui.access(() -> finish(task, show));
        } catch (UIDetachedException gone) {
            task.set(true); // nobody looks any more
        }
    }

    private void finish(AtomicBoolean task, Runnable show) {
        if (current == task) {
            current = null;
            onBusy.accept(false);
            show.run();
        }
    }

    /** Asks the work to end soon; what it has found by then is shown. */
    public void stop() {
        if (current != null) {
            current.set(true);
        }
    }

    /** Ends the work; nothing of it is shown. */
    public void drop() {
        if (current != null) {
            current.set(true);
            current = null;
            onBusy.accept(false);
        }
    }

    /** Whether there is work that has not been shown yet. */
    public boolean isBusy() {
        return current != null;
    }
}
