package org.interviewplanner.web.bank.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.interviewplanner.bank.Status;
import org.interviewplanner.web.bank.PastWording;
import org.interviewplanner.web.bank.QuestionDetail;
import org.interviewplanner.web.bank.QuestionPair;
import org.jspecify.annotations.Nullable;

/** One question to read: its texts, what is known about it, how it came to be. */
class QuestionPanel extends Div {

    /** What a person can ask for here. */
    interface Actions {
        void edit();

        void setStatus(Status status);

        /** Lets the two stand in one set again. */
        void join(QuestionPair pair);

        void close();
    }

    /**
     * @param parted pairs of this question and one that stands in no set with it
     */
    QuestionPanel(
            QuestionDetail question,
            List<PastWording> history,
            List<QuestionPair> parted,
            boolean mayWrite,
            Actions actions) {
        addClassName("bank-panel");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", getTranslation("bank.question"));
        add(header(question, actions));
        add(Pieces.markdown(question.text().wording(), "question-text"));
        addText("bank.body", question.text().body());
        addPoints("bank.good-to-hear", question.text().goodToHear());
        addPoints("bank.probes", question.text().guidance().probes());
        addPoints("bank.anchors", question.text().guidance().anchors());
        addText("bank.answer", question.text().answer());
        addPoints("bank.follow-ups", question.text().followUps());
        add(facts(question));
        if (!parted.isEmpty()) {
            add(new H3(getTranslation("bank.pair.parted")));
            parted.forEach(it -> add(parted(question, it, mayWrite, actions)));
        }
        if (mayWrite) {
            add(buttons(question, actions));
        }
        if (history.size() > 1) {
            add(past(history));
        }
    }

    private Div header(QuestionDetail question, Actions actions) {
        var heading = new H2(String.join(" / ", question.path()));
        heading.addClassNames("bank-panel-path", "muted");
        var close = new Button(new Icon(VaadinIcon.CLOSE_SMALL), click -> actions.close());
        close.addThemeVariants(ButtonVariant.TERTIARY);
        close.setAriaLabel(getTranslation("bank.close"));
        var header = new Div(heading, close);
        header.addClassName("bank-panel-header");
        return header;
    }

    private void addText(String key, String markdown) {
        if (!markdown.isEmpty()) {
            add(new H3(getTranslation(key)), Pieces.markdown(markdown));
        }
    }

    private void addPoints(String key, List<String> points) {
        if (!points.isEmpty()) {
            var list = new UnorderedList();
            points.forEach(it -> list.add(new ListItem(Pieces.markdown(it))));
            list.addClassName("bank-points");
            add(new H3(getTranslation(key)), list);
        }
    }

    private com.vaadin.flow.component.Component facts(QuestionDetail question) {
        var facts = new ArrayList<Pieces.Fact>();
        facts.add(
                new Pieces.Fact(
                        getTranslation("bank.column.level"),
                        Pieces.level(
                                this,
                                question.difficulty(),
                                question.difficultyOrigin(),
                                question.reason())));
        var reason = question.reason();
        if (reason != null) {
            facts.add(new Pieces.Fact(getTranslation("bank.why"), reason));
        }
        facts.add(new Pieces.Fact(getTranslation("bank.column.minutes"), time(question)));
        facts.add(
                new Pieces.Fact(
                        getTranslation("bank.column.status"),
                        Pieces.statusPill(this, question.status())));
        var reviewer = question.reviewer();
        if (reviewer != null) {
            facts.add(
                    new Pieces.Fact(
                            getTranslation("bank.approved-by"),
                            reviewer + ", " + date(question.reviewedAt())));
        }
        if (!question.tags().isEmpty()) {
            var tags = new Span();
            tags.addClassName("bank-tags");
            question.tags().forEach(it -> tags.add(Pieces.pill(it, "")));
            facts.add(new Pieces.Fact(getTranslation("bank.column.tags"), tags));
        }
        var followsUp = question.followsUp();
        if (followsUp != null) {
            facts.add(new Pieces.Fact(getTranslation("bank.follows-up"), followsUp));
        }
        facts.add(new Pieces.Fact(getTranslation("bank.asked"), asked(question)));
        if (!question.sources().isEmpty()) {
            var places = new Div();
            question.sources()
                    .forEach(it ->
                            places.add(
                                    new Div(
                                            getTranslation(
                                                    "bank.source-line",
                                                    it.document(),
                                                    it.line()))));
            facts.add(new Pieces.Fact(getTranslation("bank.source"), places));
        }
        return Pieces.facts(facts);
    }

    private Div parted(
            QuestionDetail question, QuestionPair pair, boolean mayWrite, Actions actions) {
        var other = pair.first().question().equals(question.id()) ? pair.second() : pair.first();
        var row = new Div(Pieces.markdown(other.wording()));
        row.addClassName("bank-parted");
        if (mayWrite) {
            var join = new Button(getTranslation("bank.pair.join"), click -> actions.join(pair));
            join.addThemeVariants(ButtonVariant.TERTIARY);
            join.setAriaLabel(getTranslation("bank.pair.join") + ": " + other.wording());
            row.add(join);
        }
        return row;
    }

    private Span time(QuestionDetail question) {
        var time =
                new Span(
                        new Span(
                                getTranslation(
                                        "bank.minutes", Pieces.minutes(question.seconds()))));
        time.addClassName("bank-level");
        if (question.secondsOrigin() == org.interviewplanner.web.bank.Origin.ESTIMATED) {
            time.add(Pieces.estimated(this, ""));
        }
        return time;
    }

    private String asked(QuestionDetail question) {
        return question.timesAsked() == 0
                ? getTranslation("bank.never-asked")
                : getTranslation(
                        "bank.times-asked", question.timesAsked(), date(question.lastAsked()));
    }

    private String date(@Nullable Instant at) {
        return Pieces.date(this, at);
    }

    private Div buttons(QuestionDetail question, Actions actions) {
        var buttons = new Div();
        buttons.addClassName("bank-buttons");
        var edit = new Button(getTranslation("bank.edit"), click -> actions.edit());
        edit.addThemeVariants(ButtonVariant.PRIMARY);
        buttons.add(edit);
        if (question.status() != Status.APPROVED) {
            buttons.add(
                    new Button(
                            getTranslation("bank.approve"),
                            click -> actions.setStatus(Status.APPROVED)));
        }
        if (question.status() == Status.RETIRED) {
            buttons.add(
                    new Button(
                            getTranslation("bank.bring-back"),
                            click -> actions.setStatus(Status.DRAFT)));
        } else {
            var retire =
                    new Button(
                            getTranslation("bank.retire"),
                            click -> actions.setStatus(Status.RETIRED));
            retire.addThemeVariants(ButtonVariant.TERTIARY);
            buttons.add(retire);
        }
        return buttons;
    }

    private Details past(List<PastWording> history) {
        var list = new Div();
        list.addClassName("bank-history");
        for (int i = 0; i + 1 < history.size(); i++) {
            var newer = history.get(i);
            var older = history.get(i + 1);
            var changed = Pieces.diff(older.text().wording(), newer.text().wording());
            list.add(new Div(caption(newer), changed));
        }
        list.add(new Div(caption(history.getLast()), new Span(history.getLast().text().wording())));
        return new Details(getTranslation("bank.history", history.size()), list);
    }

    private Paragraph caption(PastWording wording) {
        var source = wording.source();
        var author = wording.author();
        var who =
                source != null
                        ? source
                        : author != null ? author : getTranslation("bank.installation");
        var caption =
                new Paragraph(
                        "%d · %s · %s".formatted(wording.text().number(), date(wording.at()), who));
        caption.addClassName("muted");
        return caption;
    }
}
