package org.interviewplanner.web.bank.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.interviewplanner.web.bank.PairService;
import org.interviewplanner.web.bank.QuestionPair;
import org.interviewplanner.web.security.Member;

/** Questions of the bank that look alike, side by side, for a person to decide. */
class PairList extends Div {
    /** More cards at once would only make the page slow; the next ones follow the decisions. */
    private static final int MAX_CARDS = 30;

    private final PairService pairs;
    private final Member member;
    private final Runnable decided;

    /**
     * @param decided told after each decision
     */
    PairList(PairService pairs, Member member, Runnable decided) {
        this.pairs = pairs;
        this.member = member;
        this.decided = decided;
        addClassName("bank-step");
        var open = pairs.open(member);
        setVisible(!open.isEmpty());
        var lead = new Paragraph(getTranslation("bank.pair.lead"));
        lead.addClassName("muted");
        add(new H2(getTranslation("bank.pair.title", open.size())), lead);
        open.stream().limit(MAX_CARDS).forEach(it -> add(card(it)));
        if (open.size() > MAX_CARDS) {
            add(
                    new Paragraph(
                            getTranslation("bank.import.more-problems", open.size() - MAX_CARDS)));
        }
    }

    private Div card(QuestionPair pair) {
        var sides = new Div(side(pair, pair.first()), side(pair, pair.second()));
        sides.addClassName("bank-alike-sides");
        var about = new Div();
        if (pair.exact()) {
            about.add(Pieces.pill(getTranslation("bank.alike.exact"), "warn"));
        }
        about.add(new Span(pair.reason()));
        about.addClassNames("bank-preview-about", "muted");
        var buttons =
                new Div(
                        button("bank.pair.keep", pair, () -> pairs.keepBoth(member, pair)),
                        button("bank.pair.part", pair, () -> pairs.part(member, pair)));
        buttons.addClassName("bank-buttons");
        var card = new Div(sides, about, buttons);
        card.addClassName("bank-suggestion");
        card.getElement().setAttribute("data-testid", "look-alike");
        return card;
    }

    private Div side(QuestionPair pair, QuestionPair.Side side) {
        var place = new Span(String.join(" / ", side.section()));
        place.addClassName("muted");
        var retire =
                new Button(
                        getTranslation("bank.pair.retire"),
                        click -> decide(() -> pairs.retire(member, pair, side.question())));
        retire.setAriaLabel(getTranslation("bank.pair.retire") + ": " + side.wording());
        return new Div(place, Pieces.markdown(side.wording()), retire);
    }

    /** Its label also says what it is about, for those who do not see the card around it. */
    private Button button(String key, QuestionPair pair, Runnable decision) {
        var button = new Button(getTranslation(key), click -> decide(decision));
        button.setAriaLabel(getTranslation(key) + ": " + pair.first().wording());
        return button;
    }

    private void decide(Runnable decision) {
        decision.run();
        decided.run();
    }
}
