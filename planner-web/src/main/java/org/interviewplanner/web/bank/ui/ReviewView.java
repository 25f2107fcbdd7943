package org.interviewplanner.web.bank.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.interviewplanner.bank.Difficulty;
import org.interviewplanner.bank.Status;
import org.interviewplanner.web.bank.BankSection;
import org.interviewplanner.web.bank.BankService;
import org.interviewplanner.web.bank.Origin;
import org.interviewplanner.web.bank.QuestionDetail;
import org.interviewplanner.web.bank.QuestionFilter;
import org.interviewplanner.web.data.QuestionId;
import org.interviewplanner.web.security.CurrentMember;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.security.Roles;
import org.interviewplanner.web.shell.EmptyState;
import org.interviewplanner.web.shell.Notice;
import org.interviewplanner.web.shell.Page;
import org.jspecify.annotations.Nullable;

/** The first day: one question after the other, a key each. */
@Route("bank/review")
@RolesAllowed({Roles.AUTHOR, Roles.LEAD})
@StyleSheet("bank.css")
class ReviewView extends Page {
    private final BankService bank;
    private final Member member;
    private final ComboBox<BankSection> section = new ComboBox<>();
    private final ProgressBar progress = new ProgressBar();
    private final Span place = new Span();
    private final Div card = new Div();
    private final Button undo = new Button();
    private final Deque<Step> past = new ArrayDeque<>();
    private final Set<QuestionId> looked = new HashSet<>();
    private List<QuestionId> queue = List.of();
    private int at;
    private @Nullable QuestionDetail shown;
    private @Nullable Registration keys;

    /**
     * What can be taken back: questions as they were, or only their status where there are many,
     * and where the person stood.
     */
    private record Step(
            List<QuestionDetail> before, Map<Status, List<QuestionId>> statuses, int at) {
        Step(QuestionDetail before, int at) {
            this(List.of(before), Map.of(), at);
        }

        int size() {
            return before.size() + statuses.values().stream().mapToInt(List::size).sum();
        }
    }

    ReviewView(BankService bank, CurrentMember currentMember) {
        super("");
        this.bank = bank;
        this.member = currentMember.get();
        setHeading(getTranslation("bank.review"));
        setLead(getTranslation("bank.review.lead"));
        addClassName("bank-review");
        undo.setText(getTranslation("bank.review.undo"));
        undo.addThemeVariants(ButtonVariant.TERTIARY);
        undo.addClickListener(click -> undo());
        var back =
                new Button(
                        getTranslation("bank.import.to-bank"),
                        click -> getUI().ifPresent(ui -> ui.navigate(BankView.class)));
        setActions(undo, back);
        section.setPlaceholder(getTranslation("bank.all-sections"));
        section.setAriaLabel(getTranslation("bank.section"));
        section.setClearButtonVisible(true);
        section.setItems(bank.sections(member));
        section.setItemLabelGenerator(BankSection::pathName);
        section.addValueChangeListener(change -> load());
        place.addClassNames("numeric", "muted");
        place.getElement().setAttribute("role", "status");
        progress.getElement().setAttribute("aria-label", getTranslation("bank.review.progress"));
        var approveAll =
                new Button(getTranslation("bank.review.approve-all"), click -> confirmAll());
        var bar = new Div(section, approveAll, place);
        bar.addClassName("bank-review-bar");
        card.addClassName("bank-review-card");
        add(bar, progress, card);
        load();
    }

    /** Keys work wherever the focus is, but not where somebody types or answers a dialog. */
    @Override
    protected void onAttach(AttachEvent event) {
        keys =
                event.getUI()
                        .getElement()
                        .addEventListener(
                                "keydown",
                                press -> press(press.getEventData().get("event.key").asString()))
                        .addEventData("event.key")
                        .setFilter(
                                "['1','2','3','4','5','a','A','z','Z','ArrowLeft','ArrowRight'].includes(event.key)"
                                        + " && !event.ctrlKey && !event.metaKey && !event.altKey && !event.repeat"
                                        + " && !event.composedPath().some(it => it.matches && it.matches("
                                        + "'input, textarea, vaadin-combo-box, [role=dialog], [role=alertdialog], [role=listbox]'))");
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (keys != null) {
            keys.remove();
        }
    }

    private void press(String key) {
        switch (key) {
            case "a", "A" -> approve();
            case "z", "Z" -> undo();
            case "ArrowLeft" -> go(-1);
            case "ArrowRight" -> go(1);
            default -> setLevel(Difficulty.ofLevel(Integer.parseInt(key)));
        }
    }

    private void load() {
        var chosen = section.getValue();
        queue = bank.review(member, chosen == null ? null : chosen.id());
        looked.clear();
        past.clear();
        at = 0;
        show();
    }

    private void show() {
        undo.setEnabled(!past.isEmpty());
        card.removeAll();
        if (at >= queue.size()) {
            shown = null;
            progress.setValue(1);
            place.setText(getTranslation("bank.review.place", queue.size(), queue.size()));
            card.add(finished());
            return;
        }
        progress.setValue((double) looked.size() / queue.size());
        place.setText(getTranslation("bank.review.place", at + 1, queue.size()));
        var question = bank.question(member, queue.get(at));
        shown = question;
        card.add(content(question));
    }

    private Component finished() {
        var toBank =
                new Button(
                        getTranslation("bank.import.to-bank"),
                        click -> getUI().ifPresent(ui -> ui.navigate(BankView.class)));
        toBank.addThemeVariants(ButtonVariant.PRIMARY);
        return new EmptyState(
                getTranslation("bank.review.done"),
                getTranslation("bank.review.done-text"),
                toBank);
    }

    private Component content(QuestionDetail question) {
        var path = new Paragraph(String.join(" / ", question.path()));
        path.addClassName("muted");
        var status = Pieces.statusPill(this, question.status());
        var head = new Div(path, status);
        head.addClassName("bank-review-head");
        var wording =
                Pieces.markdown(question.text().wording(), "question-text", "bank-review-wording");
        var content = new Div(head, wording);
        if (!question.text().body().isEmpty()) {
            content.add(Pieces.markdown(question.text().body()));
        }
        content.add(levels(question), reason(question), buttons(question));
        content.addClassNames("panel", "bank-review-question");
        return content;
    }

    private Component levels(QuestionDetail question) {
        var levels = new Div();
        levels.addClassName("bank-levels");
        levels.getElement().setAttribute("role", "group");
        levels.getElement().setAttribute("aria-label", getTranslation("bank.column.level"));
        for (var difficulty : Difficulty.values()) {
            var button = new Button(Pieces.level(this, difficulty), click -> setLevel(difficulty));
            var pressed = difficulty == question.difficulty();
            button.getElement().setAttribute("aria-pressed", String.valueOf(pressed));
            if (pressed) {
                button.addClassName(
                        question.difficultyOrigin() == Origin.ESTIMATED
                                ? "bank-guessed"
                                : "bank-chosen");
            }
            levels.add(button);
        }
        return levels;
    }

    private Component reason(QuestionDetail question) {
        var reason = question.reason();
        var confidence = question.confidence();
        var words =
                question.difficultyOrigin() == Origin.ESTIMATED
                        ? getTranslation(
                                "bank.review.guess",
                                getTranslation(confidence(confidence == null ? 0 : confidence)),
                                reason == null ? "" : reason)
                        : getTranslation("bank.review.set");
        var line = new Paragraph(words);
        line.addClassNames("muted", "bank-review-reason");
        return line;
    }

    /** In words: the number compares inside one bank and is no probability. */
    private static String confidence(double confidence) {
        return confidence < 0.34
                ? "bank.confidence.low"
                : confidence < 0.67 ? "bank.confidence.medium" : "bank.confidence.high";
    }

    private Component buttons(QuestionDetail question) {
        var back = new Button(getTranslation("bank.review.back"), click -> go(-1));
        back.setEnabled(at > 0);
        var next = new Button(getTranslation("bank.review.next"), click -> go(1));
        var approve = new Button(getTranslation("bank.review.approve"), click -> approve());
        approve.addThemeVariants(ButtonVariant.PRIMARY);
        approve.setEnabled(question.status() != Status.APPROVED);
        var buttons = new Div(back, approve, next);
        buttons.addClassName("bank-buttons");
        return buttons;
    }

    private void setLevel(Difficulty difficulty) {
        var question = shown;
        if (question == null) {
            return;
        }
        bank.setDifficulty(member, List.of(question.id()), difficulty);
        past.push(new Step(question, at));
        looked.add(question.id());
        show();
    }

    private void approve() {
        var question = shown;
        if (question == null) {
            return;
        }
        if (question.status() != Status.APPROVED) {
            bank.setStatus(member, List.of(question.id()), Status.APPROVED);
            past.push(new Step(question, at));
        }
        looked.add(question.id());
        go(1);
    }

    private void go(int steps) {
        at = Math.clamp((long) at + steps, 0, queue.size());
        show();
    }

    private void undo() {
        if (past.isEmpty()) {
            return;
        }
        var step = past.pop();
        bank.restoreAll(member, step.before());
        step.statuses().forEach((status, those) -> bank.setStatus(member, those, status));
        step.before().forEach(it -> looked.remove(it.id()));
        at = step.at();
        Notice.done(getTranslation("bank.review.undone", step.size()));
        show();
    }

    private void confirmAll() {
        var chosen = section.getValue();
        var here = QuestionFilter.ALL.in(chosen == null ? null : chosen.id());
        var waiting = new EnumMap<Status, List<QuestionId>>(Status.class);
        for (var status : List.of(Status.DRAFT, Status.IN_REVIEW)) {
            waiting.put(status, bank.ids(member, here.withStatuses(Set.of(status))));
        }
        int count = waiting.values().stream().mapToInt(List::size).sum();
        var where = chosen == null ? getTranslation("bank.all-sections") : chosen.pathName();
        var dialog = new ConfirmDialog();
        dialog.setHeader(getTranslation("bank.review.approve-all"));
        dialog.setText(getTranslation("bank.review.approve-all-text", count, where));
        dialog.setCancelable(true);
        dialog.setConfirmText(getTranslation("bank.review.approve-count", count));
        dialog.addConfirmListener(confirmed -> approveAll(waiting));
        dialog.open();
    }

    private void approveAll(Map<Status, List<QuestionId>> waiting) {
        waiting.values().forEach(it -> bank.setStatus(member, it, Status.APPROVED));
        var step = new Step(List.of(), waiting, at);
        past.push(step);
        Notice.done(getTranslation("bank.review.approved", step.size()));
        show();
    }
}
