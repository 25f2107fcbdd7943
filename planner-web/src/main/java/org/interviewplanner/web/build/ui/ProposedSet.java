package org.interviewplanner.web.build.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.LinkedHashMap;
import java.util.List;
import org.interviewplanner.bank.Difficulty;
import org.interviewplanner.web.bank.BankQuestion;
import org.interviewplanner.web.bank.Origin;
import org.interviewplanner.web.build.Proposal;
import org.interviewplanner.web.build.ProposedQuestion;

/**
 * One proposed set: its questions in asking order, each to be moved, pinned or exchanged, and its
 * counts beside what was demanded and wished.
 */
class ProposedSet extends Div {

    ProposedSet(Proposal proposal, int index, SetActions actions) {
        addClassName("proposed-set");
        add(questionPanel(proposal, index, actions), balancePanel(proposal, index));
    }

    private Div questionPanel(Proposal proposal, int index, SetActions actions) {
        var set = proposal.sets().get(index);
        var panel = new Div();
        panel.addClassNames("panel", "question-list");
        var scored =
                set.stream().filter(it -> !it.pilot()).map(ProposedQuestion::question).toList();
        int minutes = minutes(scored);
        var pilots = set.stream().filter(ProposedQuestion::pilot).toList();
        var heading =
                pilots.isEmpty()
                        ? getTranslation("build.questions", scored.size(), minutes)
                        : getTranslation(
                                "build.questions-pilot",
                                scored.size(),
                                minutes,
                                minutes(pilots.stream().map(ProposedQuestion::question).toList()));
        var around =
                new Button(
                        getTranslation("build.around"),
                        new Icon(VaadinIcon.PIN),
                        click -> actions.proposeAround(index));
        around.setEnabled(set.stream().anyMatch(it -> it.pinned() && !it.pilot()));
        around.setTooltipText(getTranslation("build.around-help"));
        var head = new Div(new H2(heading), around);
        head.addClassName("panel-head");
        panel.add(head);
        if (scored.stream()
                .anyMatch(it ->
                        it.difficultyOrigin() == Origin.ESTIMATED
                                || it.secondsOrigin() == Origin.ESTIMATED)) {
            var estimates = new Paragraph(getTranslation("build.estimates"));
            estimates.addClassName("muted");
            panel.add(estimates);
        }
        var list = new OrderedList();
        list.addClassNames("set-lines", "slots");
        for (int position = 1; position <= set.size(); position++) {
            list.add(new SlotItem(proposal, index, position, actions));
        }
        panel.add(list);
        return panel;
    }

    private static int minutes(List<BankQuestion> questions) {
        return Math.round(questions.stream().mapToInt(BankQuestion::seconds).sum() / 60f);
    }

    private Div balancePanel(Proposal proposal, int index) {
        var questions =
                proposal.sets().get(index).stream()
                        .filter(it -> !it.pilot())
                        .map(ProposedQuestion::question)
                        .toList();
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
                        Math.ceilDiv(draft.maxSeconds(), 60),
                        Math.ceilDiv(draft.plannedSeconds(), 60)));
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
        for (var demand : proposal.recipe().blueprint().demands()) {
            cellOrTag(proposal, questions, demand.name(), table);
        }
        long fresh = questions.stream().filter(it -> it.timesAsked() == 0).count();
        long lately = questions.stream().filter(it -> it.askedLately() > 0).count();
        var exposure =
                new Paragraph(
                        getTranslation(
                                "build.exposure",
                                fresh,
                                questions.size(),
                                lately,
                                BankQuestion.LATELY));
        exposure.addClassName("muted");
        panel.add(exposure);
        return panel;
    }

    private void cellOrTag(
            Proposal proposal, List<BankQuestion> questions, String demand, Div table) {
        var quota = proposal.recipe().quota(demand);
        var tag = proposal.recipe().tag(demand);
        if (quota != null && quota.section() != null && quota.difficulty() != null) {
            int have =
                    (int)
                            questions.stream()
                                    .filter(it ->
                                            it.section().equals(quota.section())
                                                    && it.difficulty() == quota.difficulty())
                                    .count();
            var section = demand.substring("cell ".length(), demand.lastIndexOf(' '));
            table.add(
                    bar(
                            proposal,
                            getTranslation("demand.cell", section, quota.difficulty().level()),
                            demand,
                            have));
        } else if (tag != null) {
            int have = (int) questions.stream().filter(it -> it.tags().contains(tag.tag())).count();
            table.add(
                    new BalanceBar(
                            getTranslation("demand.tag", tag.tag()),
                            have,
                            tag.min(),
                            tag.max(),
                            null));
        }
    }

    private BalanceBar bar(Proposal proposal, String label, String demand, int have) {
        var quota = proposal.recipe().quota(demand);
        return quota == null
                ? new BalanceBar(label, have, null, null, null)
                : new BalanceBar(label, have, quota.min(), quota.max(), quota.target());
    }
}
