package org.interviewplanner.web.build.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.interviewplanner.web.build.CertificateText;
import org.interviewplanner.web.build.Proposal;
import org.interviewplanner.web.build.Standing;
import org.interviewplanner.web.shell.TabList;
import org.jspecify.annotations.Nullable;

/** All sets of a proposal: how good they are, each on a tab of its own, and all side by side. */
class ProposedSets extends Div {
    private final SetActions actions;
    private final Paragraph standing = new Paragraph();
    private final Paragraph resting = new Paragraph();
    private final Tabs tabs = new Tabs();
    private final Div place = new Div();
    private int sets = -1;
    private boolean filling;
    private @Nullable Proposal proposal;

    ProposedSets(SetActions actions) {
        this.actions = actions;
        addClassName("stack");
        standing.getElement().setAttribute("role", "status");
        standing.addClassName("standing");
        resting.addClassName("muted");
        place.addClassName("set-place");
        tabs.getElement().setAttribute("aria-label", getTranslation("build.sets"));
        tabs.addSelectedChangeListener(change -> {
            if (!filling) {
                showTab();
            }
        });
        TabList.makeReadable(tabs);
        add(standing, resting, tabs, place);
    }

    void show(Proposal made) {
        proposal = made;
        var stands = made.standing();
        standing.setText(stands == null ? "" : said(stands, made.sets().size()) + pilot(made));
        standing.getElement().getClassList().set("proved", stands != null && stands.isProved());
        showResting(made);
        if (made.sets().size() != sets) {
            sets = made.sets().size();
            filling = true;
            tabs.removeAll();
            tabs.setVisible(sets > 1);
            for (int i = 1; i <= sets; i++) {
                tabs.add(new Tab(getTranslation("build.set-number", i)));
            }
            if (sets > 1) {
                tabs.add(new Tab(getTranslation("build.side-by-side")));
            }
            tabs.setSelectedIndex(0);
            filling = false;
        }
        showTab();
    }

    /**
     * The list is made anew with each change; whoever uses the keyboard must not lose the place.
     */
    void focus(String testId, String orElse) {
        place.getElement()
                .executeJs(
                        """
                        requestAnimationFrame(() => {
                          const find = (id) => id && this.querySelector(`[data-testid="${id}"]:not([disabled])`);
                          (find($0) || find($1))?.focus();
                        });
                        """,
                        testId,
                        orElse);
    }

    private void showTab() {
        var made = proposal;
        if (made == null) {
            return;
        }
        place.removeAll();
        int selected = tabs.getSelectedIndex();
        if (selected < made.sets().size()) {
            place.add(new ProposedSet(made, Math.max(0, selected), actions));
        } else {
            place.add(sideBySide(made));
        }
    }

    private Div sideBySide(Proposal made) {
        var scored =
                made.sets().stream()
                        .map(set ->
                                set.stream()
                                        .filter(it -> !it.pilot())
                                        .map(it -> it.question())
                                        .toList())
                        .toList();
        var sections = new LinkedHashSet<String>();
        scored.forEach(set -> set.forEach(it -> sections.add(String.join(" / ", it.path()))));
        var names = new ArrayList<String>();
        IntStream.rangeClosed(1, made.sets().size())
                .forEach(it -> names.add(getTranslation("build.set-number", it)));
        var panel =
                new Div(
                        new H2(getTranslation("build.side-by-side")),
                        new FairnessTable(names, made.fairness(), List.copyOf(sections)),
                        new Paragraph(
                                CertificateText.overlaps(made.fairness(), this::getTranslation)));
        panel.addClassName("panel");
        return panel;
    }

    private void showResting(Proposal made) {
        var away = made.recipe().resting();
        var said = new ArrayList<String>();
        say(said, "build.rest-asked", away.askedBefore().size());
        say(said, "build.rest-lately", away.tooLately().size());
        say(said, "build.rest-used", away.usedUp().size());
        resting.setText(
                said.isEmpty() ? "" : getTranslation("build.rest", String.join(", ", said)));
        resting.setVisible(!said.isEmpty());
    }

    private void say(List<String> said, String key, int number) {
        if (number > 0) {
            said.add(getTranslation(key, number));
        }
    }

    private String pilot(Proposal made) {
        return made.lacksPilot() ? " " + getTranslation("build.no-pilot") : "";
    }

    /** How good the sets are, with what is proved of that and what is not. */
    private String said(Standing stands, int sets) {
        var value = stands.value();
        var bound = stands.bound();
        var hand = stands.byHand() ? getTranslation("build.by-hand") + " " : "";
        if (stands.isProved()) {
            return hand
                    + getTranslation(stands.byHand() ? "build.still-proved" : "build.proved", sets);
        }
        if (value.balance() > bound.balance()) {
            return hand
                    + getTranslation("build.unproved-balance", value.balance(), bound.balance());
        }
        if (value.deviation() > bound.deviation()) {
            return hand
                    + getTranslation(
                            "build.unproved-time",
                            SetTexts.minutes(value.deviation()),
                            SetTexts.minutes(bound.deviation()),
                            sets);
        }
        return hand + getTranslation("build.unproved-exposure", sets);
    }
}
