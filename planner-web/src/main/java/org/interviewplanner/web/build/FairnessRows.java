package org.interviewplanner.web.build;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.interviewplanner.assembly.Fairness;
import org.interviewplanner.bank.Difficulty;
import org.interviewplanner.web.blueprint.DemandWords;
import org.jspecify.annotations.Nullable;

/** Sets side by side in words, alike on the screen and on paper: a row for each figure. */
public final class FairnessRows {

    /** One line of the table. */
    public sealed interface Row {}

    /** The title of the rows below it. */
    public record Group(String label) implements Row {}

    /**
     * A figure of all sets.
     *
     * @param figures one for each set, in their order
     * @param difference between the greatest and the least, or null if all are alike
     */
    public record Figures(String label, List<String> figures, @Nullable String difference)
            implements Row {}

    private final Fairness fairness;
    private final List<Row> rows = new ArrayList<>();

    private FairnessRows(Fairness fairness) {
        this.fairness = fairness;
    }

    /**
     * @param sections those that get a row, in this order
     */
    public static List<Row> of(Fairness fairness, List<String> sections, DemandWords.Texts texts) {
        var table = new FairnessRows(fairness);
        table.row(
                texts.get("certificate.questions"),
                it -> it.difficulties().values().stream().mapToInt(Integer::intValue).sum(),
                "%.0f");
        table.row(texts.get("build.minutes"), it -> it.seconds() / 60.0, "%.1f");
        table.row(texts.get("certificate.mean"), Fairness.Figures::meanDifficulty, "%.2f");
        table.rows.add(new Group(texts.get("certificate.by-level")));
        for (var difficulty : Difficulty.values()) {
            table.row(
                    texts.get("difficulty." + difficulty.level()),
                    it -> it.difficulties().getOrDefault(difficulty, 0),
                    "%.0f");
        }
        table.rows.add(new Group(texts.get("certificate.by-section")));
        for (var section : sections) {
            table.row(section, it -> it.sections().getOrDefault(section, 0), "%.0f");
        }
        table.rows.add(new Group(texts.get("certificate.exposure")));
        table.row(texts.get("certificate.share"), it -> 100 * it.exposureShare(), "%.0f %%");
        return List.copyOf(table.rows);
    }

    private void row(String label, Function<Fairness.Figures, Number> figure, String format) {
        var figures = fairness.sets().stream().map(it -> figure.apply(it).doubleValue()).toList();
        double spread =
                figures.stream().mapToDouble(it -> it).max().orElse(0)
                        - figures.stream().mapToDouble(it -> it).min().orElse(0);
        rows.add(
                new Figures(
                        label,
                        figures.stream().map(format::formatted).toList(),
                        spread < 0.005 ? null : format.formatted(spread)));
    }
}
