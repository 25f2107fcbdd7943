package org.interviewplanner.web.build.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.interviewplanner.bank.Difficulty;
import org.interviewplanner.web.bank.BankQuestion;
import org.interviewplanner.web.bank.Origin;
import org.interviewplanner.web.build.Proposal;

/**
 * One proposed set: its questions in asking order, and its counts beside what was demanded and
 * wished.
 */
class ProposedSet extends Div {

    ProposedSet(Proposal proposal, int index) {
        addClassName("proposed-set");
        var questions = proposal.sets().get(index);
        add(questionPanel(questions), balancePanel(proposal, questions));
    }

    private Div questionPanel(List<BankQuestion> questions) {
        var panel = new Div();
        panel.addClassNames("panel", "question-list");
        int minutes = Math.round(questions.stream().mapToInt(BankQuestion::seconds).sum() / 60f);
        panel.add(new H2(getTranslation("build.questions", questions.size(), minutes)));
        var lines = new ArrayList<SetLines.Line>();
        for (var question : questions) {
            lines.add(
                    new SetLines.Line(
                            question.wording(),
                            String.join(" / ", question.path()),
                            question.difficulty(),
                            question.difficultyOrigin() == Origin.ESTIMATED,
                            question.seconds()));
        }
        panel.add(new SetLines(lines));
        return panel;
    }

    private Div balancePanel(Proposal proposal, List<BankQuestion> questions) {
        var panel = new Div();
        panel.addClassNames("panel", "balance");
        panel.add(new H2(getTranslation("build.balance")));
        var draft = proposal.blueprint().draft();
        var table = new Div();
        table.addClassName("balance-rows");
        int seconds = questions.stream().mapToInt(BankQuestion::seconds).sum();
        table.add(
                new BalanceBar(
                        getTranslation("build.minutes"),
                        Math.round(seconds / 60f),
                        draft.minSeconds() / 60,
                        draft.maxSeconds() / 60,
                        draft.plannedSeconds() / 60));
        panel.add(table);
        for (var difficulty : Difficulty.values()) {
            int have = (int) questions.stream().filter(it -> it.difficulty() == difficulty).count();
            table.add(
                    bar(
                            proposal,
                            getTranslation("difficulty." + difficulty.level()),
                            "difficulty " + difficulty.level(),
                            have));
        }
        var bySection = new LinkedHashMap<String, Integer>();
        for (var question : questions) {
            bySection.merge(String.join(" / ", question.path()), 1, Integer::sum);
        }
        for (var demand : proposal.recipe().blueprint().demands()) {
            var quota = proposal.recipe().quota(demand.name());
            if (quota != null && quota.section() != null && quota.difficulty() == null) {
                var section = demand.name().substring("section ".length());
                if (quota.max() > 0) {
                    bySection.putIfAbsent(section, 0);
                }
            }
        }
        bySection.forEach(
                (section, have) -> table.add(bar(proposal, section, "section " + section, have)));
        return panel;
    }

    private BalanceBar bar(Proposal proposal, String label, String demand, int have) {
        var quota = proposal.recipe().quota(demand);
        return quota == null
                ? new BalanceBar(label, have, null, null, null)
                : new BalanceBar(label, have, quota.min(), quota.max(), quota.target());
    }

    /**
     * A small picture: what there is as a bar, what was demanded as a bracket, what was wished as a
     * tick.
     */
    static final class BalanceBar extends Div {
        BalanceBar(
                String label,
                int have,
                @org.jspecify.annotations.Nullable Integer min,
                @org.jspecify.annotations.Nullable Integer max,
                @org.jspecify.annotations.Nullable Integer target) {
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

        private String asked(
                @org.jspecify.annotations.Nullable Integer min,
                @org.jspecify.annotations.Nullable Integer max,
                @org.jspecify.annotations.Nullable Integer target) {
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
}
