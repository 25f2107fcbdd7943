package org.interviewplanner.web.bank.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import java.util.List;
import java.util.Set;
import org.interviewplanner.bank.Difficulty;
import org.interviewplanner.bank.Status;
import org.interviewplanner.web.bank.BankQuestion;
import org.interviewplanner.web.bank.BankSection;
import org.interviewplanner.web.bank.BankService;
import org.interviewplanner.web.bank.PairService;
import org.interviewplanner.web.data.QuestionId;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.shell.Notice;

/** What to do with several questions at once. */
class BulkBar extends Div {
    private final BankService bank;
    private final PairService pairs;
    private final Member member;
    private final Runnable changed;
    private final Runnable done;

    /**
     * @param changed told after each change
     * @param done told when a person has no more to do with several
     */
    BulkBar(BankService bank, PairService pairs, Member member, Runnable changed, Runnable done) {
        this.bank = bank;
        this.pairs = pairs;
        this.member = member;
        this.changed = changed;
        this.done = done;
        addClassName("bank-bulk");
        setVisible(false);
    }

    void show(Set<BankQuestion> chosen, List<BankSection> sections) {
        removeAll();
        var ids = chosen.stream().map(BankQuestion::id).toList();
        var menu = new MenuBar();
        menu.getElement().setAttribute("aria-label", getTranslation("bank.bulk"));
        menu.addItem(
                getTranslation("bank.approve"),
                click -> change(ids, () -> bank.setStatus(member, ids, Status.APPROVED)));
        var level = menu.addItem(getTranslation("bank.set-level"));
        for (var difficulty : Difficulty.values()) {
            level.getSubMenu()
                    .addItem(
                            Pieces.level(this, difficulty),
                            click ->
                                    change(ids, () -> bank.setDifficulty(member, ids, difficulty)));
        }
        var move = menu.addItem(getTranslation("bank.move"));
        for (var section : sections) {
            move.getSubMenu()
                    .addItem(
                            section.pathName(),
                            click -> change(ids, () -> bank.move(member, ids, section.id())));
        }
        menu.addItem(
                getTranslation("bank.retire"),
                click -> change(ids, () -> bank.setStatus(member, ids, Status.RETIRED)));
        if (ids.size() == 2) {
            menu.addItem(getTranslation("bank.pair.parted"), click -> part(ids));
        }
        menu.setEnabled(!ids.isEmpty());
        var end = new Button(getTranslation("bank.done"), click -> done.run());
        end.addThemeVariants(ButtonVariant.TERTIARY);
        add(new Span(getTranslation("bank.selected", ids.size())), menu, end);
    }

    private void change(List<QuestionId> ids, Runnable change) {
        change.run();
        Notice.done(getTranslation("bank.changed", ids.size()));
        changed.run();
    }

    private void part(List<QuestionId> two) {
        pairs.part(member, two.getFirst(), two.getLast());
        Notice.done(getTranslation("bank.pair.parted-done"));
        changed.run();
    }
}
