package org.interviewplanner.web.bank.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import org.interviewplanner.web.bank.BankQuestion;
import org.interviewplanner.web.bank.BankSection;
import org.interviewplanner.web.bank.BankService;
import org.interviewplanner.web.bank.PairService;
import org.interviewplanner.web.bank.ProposalService;
import org.interviewplanner.web.bank.QuestionEdit;
import org.interviewplanner.web.bank.QuestionFilter;
import org.interviewplanner.web.bank.SectionChange;
import org.interviewplanner.web.bank.Suggestion;
import org.interviewplanner.web.security.CurrentMember;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.security.Roles;
import org.interviewplanner.web.shell.EmptyState;
import org.interviewplanner.web.shell.Notice;
import org.interviewplanner.web.shell.Page;

/** The inbox of the bank: what documents suggest, and a person decides. */
@Route("bank/proposals")
@RolesAllowed({Roles.AUTHOR, Roles.LEAD})
@StyleSheet("bank.css")
class ProposalsView extends Page {
    /** More cards at once would only make the page slow; the next ones follow the decisions. */
    private static final int MAX_CARDS = 60;

    private final BankService bank;
    private final ProposalService proposals;
    private final PairService pairs;
    private final Member member;
    private final Div content = new Div();

    ProposalsView(
            BankService bank,
            ProposalService proposals,
            PairService pairs,
            CurrentMember currentMember) {
        super("");
        this.bank = bank;
        this.proposals = proposals;
        this.pairs = pairs;
        this.member = currentMember.get();
        setHeading(getTranslation("bank.proposals"));
        setLead(getTranslation("bank.proposals.lead"));
        addClassName("bank-proposals");
        content.addClassName("bank-step");
        add(content);
        show();
    }

    private void show() {
        content.removeAll();
        var open = proposals.open(member);
        var changes = proposals.sectionChanges(member);
        var back =
                new Button(
                        getTranslation("bank.import.to-bank"),
                        click -> getUI().ifPresent(ui -> ui.navigate(BankView.class)));
        setActions(back);
        var alike = new PairList(pairs, member, this::show);
        if (open.isEmpty() && changes.isEmpty() && !alike.isVisible()) {
            content.add(
                    new EmptyState(
                            getTranslation("bank.proposals.none"),
                            getTranslation("bank.proposals.none-text")));
            return;
        }
        if (!changes.isEmpty()) {
            content.add(new H2(getTranslation("bank.proposals.sections")));
            bySection(changes).values().forEach(it -> content.add(sectionCard(it)));
        }
        if (!open.isEmpty()) {
            content.add(questionsHeader(open));
            open.stream().limit(MAX_CARDS).map(this::card).forEach(content::add);
            if (open.size() > MAX_CARDS) {
                content.add(
                        new Paragraph(
                                getTranslation(
                                        "bank.import.more-problems", open.size() - MAX_CARDS)));
            }
        }
        content.add(alike);
    }

    // ---- questions

    private Component questionsHeader(List<Suggestion> open) {
        var heading = new H2(getTranslation("bank.proposals.questions", open.size()));
        var ready = new ArrayList<Suggestion.Rewording>();
        for (var it : open) {
            if (it instanceof Suggestion.Rewording rewording && rewording.question() != null) {
                ready.add(rewording);
            }
        }
        var all = new Button(getTranslation("bank.proposals.accept-all", ready.size()));
        all.addClickListener(click -> {
            var dialog = new ConfirmDialog();
            dialog.setHeader(getTranslation("bank.proposals.accept-all", ready.size()));
            dialog.setText(getTranslation("bank.proposals.accept-all-text"));
            dialog.setCancelable(true);
            dialog.setConfirmText(getTranslation("bank.proposals.accept"));
            dialog.addConfirmListener(confirmed -> {
                var accepted = proposals.acceptAll(member, ready);
                Notice.done(getTranslation("bank.proposals.accepted", accepted));
                show();
            });
            dialog.open();
        });
        all.setVisible(ready.size() > 1);
        var header = new Div(heading, all);
        header.addClassName("bank-proposals-header");
        return header;
    }

    private Component card(Suggestion suggestion) {
        return switch (suggestion) {
            case Suggestion.Rewording rewording -> rewordingCard(rewording);
            case Suggestion.Retirement retirement -> retirementCard(retirement);
        };
    }

    private Div about(Suggestion suggestion, List<String> section) {
        var line = suggestion.line();
        var about =
                new Div(
                        new Span(String.join(" / ", section)),
                        new Span(
                                line == null
                                        ? suggestion.source()
                                        : getTranslation(
                                                "bank.source-line", suggestion.source(), line)));
        about.addClassNames("bank-preview-about", "muted");
        return about;
    }

    private Component rewordingCard(Suggestion.Rewording rewording) {
        var about = about(rewording, rewording.section());
        if (rewording.approved()) {
            about.add(Pieces.pill(getTranslation("bank.status.APPROVED"), "good"));
        }
        var words = Pieces.diff(rewording.current(), rewording.wording());
        var card = new Div(about, words);
        card.addClassName("bank-suggestion");
        var question = rewording.question();
        if (question == null) {
            card.add(chooser(rewording));
        }
        var accept =
                button(
                        "bank.proposals.accept",
                        rewording.wording(),
                        () ->
                                decide(() ->
                                        proposals.accept(member, rewording, rewording.wording())));
        accept.addThemeVariants(ButtonVariant.PRIMARY);
        accept.setVisible(question != null);
        var edit = button("bank.proposals.edit", rewording.wording(), () -> edit(card, rewording));
        edit.setVisible(question != null);
        var reject =
                button(
                        "bank.proposals.reject",
                        rewording.wording(),
                        () -> decide(() -> proposals.reject(member, List.of(rewording))));
        var buttons = new Div(accept, edit, reject);
        buttons.addClassName("bank-buttons");
        card.add(buttons);
        return card;
    }

    /** Its label also says what it is about, for those who do not see the card around it. */
    private Button button(String key, String about, Runnable action) {
        var button = new Button(getTranslation(key), click -> action.run());
        button.setAriaLabel(getTranslation(key) + ": " + about);
        return button;
    }

    private Component chooser(Suggestion.Rewording rewording) {
        var choice = new ComboBox<BankQuestion>(getTranslation("bank.proposals.which"));
        choice.addClassName("bank-wide-field");
        choice.setItemLabelGenerator(BankQuestion::wording);
        choice.setItems(query ->
                bank
                        .page(
                                member,
                                QuestionFilter.ALL.withText(query.getFilter().orElse("")),
                                query.getOffset(),
                                query.getLimit())
                        .stream());
        choice.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                decide(() ->
                        proposals.acceptFor(
                                member, rewording, change.getValue().id(), rewording.wording()));
            }
        });
        return choice;
    }

    private void edit(Div card, Suggestion.Rewording rewording) {
        var wording = new TextArea(getTranslation("bank.wording"));
        wording.setValue(rewording.wording());
        wording.setMaxLength(QuestionEdit.MAX_WORDING);
        wording.addClassName("bank-wide-field");
        var save =
                new Button(
                        getTranslation("bank.proposals.accept-edited"),
                        click -> {
                            if (!wording.getValue().isBlank()) {
                                decide(() ->
                                        proposals.accept(member, rewording, wording.getValue()));
                            }
                        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        var buttons = new Div(save, new Button(getTranslation("bank.cancel"), click -> show()));
        buttons.addClassName("bank-buttons");
        card.remove(card.getChildren().skip(2).toList());
        card.add(wording, buttons);
        wording.focus();
    }

    private Component retirementCard(Suggestion.Retirement retirement) {
        var about = about(retirement, retirement.section());
        about.add(new Span(retirement.reason()));
        var accept =
                button(
                        "bank.retire",
                        retirement.current(),
                        () -> decide(() -> proposals.accept(member, retirement)));
        var reject =
                button(
                        "bank.proposals.keep",
                        retirement.current(),
                        () -> decide(() -> proposals.reject(member, List.of(retirement))));
        var buttons = new Div(accept, reject);
        buttons.addClassName("bank-buttons");
        var card = new Div(about, Pieces.markdown(retirement.current()), buttons);
        card.addClassName("bank-suggestion");
        return card;
    }

    private void decide(Runnable decision) {
        decision.run();
        show();
    }

    // ---- sections

    /** Those about the same section are alternatives. */
    private static LinkedHashMap<Object, List<SectionChange>> bySection(
            List<SectionChange> changes) {
        var groups = new LinkedHashMap<Object, List<SectionChange>>();
        for (var it : changes) {
            Object section = it.section() == null ? it.sectionName() : it.section();
            groups.computeIfAbsent(section, key -> new ArrayList<>()).add(it);
        }
        return groups;
    }

    private Component sectionCard(List<SectionChange> alternatives) {
        var first = alternatives.getFirst();
        var card = new Div();
        card.getElement().setAttribute("data-testid", "section-suggestion");
        card.addClassName("bank-suggestion");
        var name = new Span(first.sectionName());
        name.addClassName("bank-suggestion-name");
        card.add(name);
        if (first.applied()) {
            card.add(new Span(inWords(first)));
            var undo =
                    new Button(
                            getTranslation("bank.proposals.undo"),
                            click ->
                                    decide(() -> {
                                        proposals.undo(member, first);
                                        Notice.done(getTranslation("bank.proposals.undone"));
                                    }));
            undo.setAriaLabel(getTranslation("bank.proposals.undo") + ": " + first.sectionName());
            var done = new Div(Pieces.pill(getTranslation("bank.proposals.applied"), "good"), undo);
            done.addClassName("bank-buttons");
            card.add(done);
            return card;
        }
        var choice = new RadioButtonGroup<SectionChange>();
        choice.setItems(alternatives);
        choice.setItemLabelGenerator(this::inWords);
        choice.setValue(first);
        choice.setLabel(
                getTranslation(
                        alternatives.size() > 1
                                ? "bank.proposals.alternatives"
                                : "bank.proposals.suggested"));
        var look =
                new Button(
                        getTranslation("bank.proposals.look"),
                        click -> look(choice.getValue() == null ? first : choice.getValue()));
        look.addThemeVariants(ButtonVariant.PRIMARY);
        look.setAriaLabel(getTranslation("bank.proposals.look") + ": " + first.sectionName());
        var reject =
                new Button(
                        getTranslation("bank.proposals.reject"),
                        click ->
                                decide(() ->
                                        proposals.reject(
                                                member,
                                                choice.getValue() == null
                                                        ? first
                                                        : choice.getValue())));
        reject.setAriaLabel(getTranslation("bank.proposals.reject") + ": " + first.sectionName());
        var buttons = new Div(look, reject);
        buttons.addClassName("bank-buttons");
        card.add(choice, buttons);
        return card;
    }

    private String inWords(SectionChange change) {
        var line = change.line();
        return "%s: %s (%s)"
                .formatted(
                        getTranslation("bank.proposals.kind." + change.kind().name()),
                        names(change),
                        line == null
                                ? change.source()
                                : getTranslation("bank.import.at-line", line));
    }

    private String names(SectionChange change) {
        if (change.kind() == SectionChange.Kind.MOVE) {
            return change.names().isEmpty()
                    ? getTranslation("bank.change.top")
                    : String.join(" / ", change.names());
        }
        return change.names().isEmpty()
                ? getTranslation("bank.proposals.no-names")
                : String.join(" · ", change.names());
    }

    private void look(SectionChange change) {
        Consumer<BankSection> open =
                section ->
                        new SectionChangeDialog(proposals, member, change, section, this::show)
                                .open();
        var sections = bank.sections(member);
        sections.stream()
                .filter(it -> it.id().equals(change.section()))
                .findFirst()
                .ifPresentOrElse(open, () -> askForSection(change, sections, open));
    }

    private void askForSection(
            SectionChange change, List<BankSection> sections, Consumer<BankSection> open) {
        var dialog = new ConfirmDialog();
        var choice = new ComboBox<BankSection>(getTranslation("bank.section"));
        choice.setItems(sections);
        choice.setItemLabelGenerator(BankSection::pathName);
        choice.addClassName("bank-wide-field");
        dialog.setHeader(getTranslation("bank.proposals.which-section", change.sectionName()));
        dialog.add(choice);
        dialog.setCancelable(true);
        dialog.setConfirmText(getTranslation("bank.proposals.look"));
        dialog.addConfirmListener(confirmed -> {
            if (choice.getValue() != null) {
                open.accept(choice.getValue());
            }
        });
        dialog.open();
    }
}
