package org.interviewplanner.web.build.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/**
 * A small picture: what there is as a bar, what was demanded as a bracket, what was wished as a
 * tick.
 */
final class BalanceBar extends Div {
    BalanceBar(
            String label,
            int have,
            @Nullable Integer min,
            @Nullable Integer max,
            @Nullable Integer target) {
        addClassName("balance-row");
        int scale = Math.max(1, Math.max(have, max == null ? have : max));
        var bar = new Div();
        bar.addClassName("balance-bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        if (min != null && max != null) {
            var range = new Div();
            range.addClassName("balance-range");
            range.getStyle()
                    .set("left", percent(min, scale))
                    .set("width", percent(max - min, scale));
            bar.add(range);
        }
        var fill = new Div();
        fill.addClassName("balance-fill");
        fill.getStyle().set("width", percent(have, scale));
        bar.add(fill);
        if (target != null) {
            var tick = new Div();
            tick.addClassName("balance-target");
            tick.getStyle().set("left", percent(Math.min(target, scale), scale));
            bar.add(tick);
        }
        var name = new Span(label);
        name.addClassName("balance-label");
        var number = new Span(String.valueOf(have));
        number.addClassNames("numeric", "balance-have");
        var asked = new Span(asked(min, max, target));
        asked.addClassNames("muted", "numeric", "balance-asked");
        add(name, bar, number, asked);
    }

    private String asked(@Nullable Integer min, @Nullable Integer max, @Nullable Integer target) {
        if (min == null || max == null) {
            return "";
        }
        return target == null
                ? getTranslation("build.of", min, max)
                : getTranslation("build.of-target", min, max, target);
    }

    private static String percent(int part, int whole) {
        return "%.1f%%".formatted(100.0 * part / whole);
    }
}
