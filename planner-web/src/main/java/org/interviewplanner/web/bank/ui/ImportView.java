package org.interviewplanner.web.bank.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.interviewplanner.web.bank.BankService;
import org.interviewplanner.web.bank.ImportChoices;
import org.interviewplanner.web.bank.ImportPreview;
import org.interviewplanner.web.bank.ImportResult;
import org.interviewplanner.web.bank.PastImport;
import org.interviewplanner.web.bank.UploadedFile;
import org.interviewplanner.web.security.CurrentMember;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.security.Role;
import org.interviewplanner.web.security.Roles;
import org.interviewplanner.web.shell.Notice;
import org.interviewplanner.web.shell.Page;
import org.springframework.dao.OptimisticLockingFailureException;

/** Documents on their way into the bank: drop or paste, look, accept, what happened. */
@Route("bank/import")
@RolesAllowed({Roles.AUTHOR, Roles.LEAD})
@StyleSheet("bank.css")
class ImportView extends Page {
    /** More than this is read while the page shows that it works; below, nobody notices. */
    private static final int LONG_TEXT = 200_000;

    private static final int LONG_PLAN = 1_000;
    private static final int MAX_PAST = 10;

    private final BankService bank;
    private final Member member;
    private final Div step = new Div();

    ImportView(BankService bank, CurrentMember currentMember) {
        super("");
        this.bank = bank;
        this.member = currentMember.get();
        setHeading(getTranslation("bank.import.title"));
        addClassName("bank-import");
        step.addClassName("bank-step");
        add(step);
        askForDocument("");
    }

    // ---- 1 the documents

    private void askForDocument(String refusal) {
        setLead(getTranslation("bank.import.lead"));
        setActions();
        step.removeAll();
        if (!refusal.isEmpty()) {
            step.add(refusal(refusal));
        }
        var file =
                new Div(
                        new H2(getTranslation("bank.import.file")),
                        upload(),
                        hint(getTranslation("bank.import.file-help")));
        var text = new Div(new H2(getTranslation("bank.import.text")));
        text.add(paste());
        file.addClassName("panel");
        text.addClassName("panel");
        var ways = new Div(file, text);
        ways.addClassName("bank-ways");
        step.add(ways);
        var past = bank.imports(member, MAX_PAST);
        if (!past.isEmpty()) {
            step.add(past(past));
        }
    }

    private Upload upload() {
        var dropped = new DroppedFiles();
        var upload = new Upload(dropped);
        upload.setMaxFiles(UploadedFile.MAX_FILES);
        upload.setMaxFileSize(UploadedFile.MAX_BYTES);
        var choose = new Button(getTranslation("bank.import.choose"), new Icon(VaadinIcon.UPLOAD));
        choose.addThemeVariants(ButtonVariant.PRIMARY);
        upload.setUploadButton(choose);
        upload.setDropLabel(new Span(getTranslation("bank.import.drop")));
        upload.addFileRejectedListener(event -> {
            // Said at once, because nothing else of this drop may follow.
            dropped.add(UploadedFile.tooLarge(event.getFileName()));
            Notice.problem(getTranslation("bank.import.too-large"));
        });
        upload.addAllFinishedListener(event -> look(dropped.take()));
        upload.addClassName("bank-upload");
        return upload;
    }

    private Component[] paste() {
        var paste = new TextArea(getTranslation("bank.import.paste"));
        paste.addClassName("bank-paste");
        paste.setMinRows(8);
        paste.setMaxRows(16);
        paste.setPlaceholder(getTranslation("bank.import.example"));
        var look = new Button(getTranslation("bank.import.look"));
        look.addClickListener(click -> {
            var name = getTranslation("bank.import.pasted");
            var text = paste.getValue();
            work(
                    text.length() > LONG_TEXT,
                    getTranslation("bank.import.reading", name),
                    () -> bank.preview(member, name, text),
                    this::show,
                    () -> askForDocument(""));
        });
        return new Component[] {paste, look};
    }

    private static Paragraph hint(String text) {
        var hint = new Paragraph(text);
        hint.addClassNames("muted", "bank-hint");
        return hint;
    }

    private static Div refusal(String sentence) {
        var box = new Div(new Icon(VaadinIcon.WARNING), new Span(sentence));
        box.addClassNames("panel", "bank-refusal");
        box.getElement().setAttribute("role", "alert");
        return box;
    }

    private void look(List<UploadedFile> files) {
        if (files.isEmpty()) {
            return;
        }
        long size = files.stream().mapToLong(it -> it.content().length).sum();
        var name =
                files.size() == 1
                        ? files.getFirst().name()
                        : getTranslation("bank.import.files", files.size());
        work(
                size > LONG_TEXT || files.size() > 1,
                getTranslation("bank.import.reading", name),
                () -> bank.preview(member, files),
                this::show,
                () -> askForDocument(""));
    }

    private void show(ImportPreview preview) {
        switch (preview) {
            case ImportPreview.Refused refused -> askForDocument(refused.sentence());
            case ImportPreview.Ready ready -> show(ready);
        }
    }

    /** Does long work beside the page, which shows that it goes on; short work at once. */
    private <T> void work(
            boolean isLong, String words, Supplier<T> work, Consumer<T> then, Runnable failed) {
        if (!isLong) {
            try {
                then.accept(work.get());
            } catch (RuntimeException error) {
                failed.run();
                throw error;
            }
            return;
        }
        setLead("");
        setActions();
        step.removeAll();
        var bar = new ProgressBar();
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", words);
        var waiting = new Div(new Span(words), bar);
        waiting.addClassNames("panel", "bank-waiting");
        waiting.getElement().setAttribute("role", "status");
        step.add(waiting);
        Slowly.run(work, then, failed);
    }

    // ---- 2 the preview

    private void show(ImportPreview.Ready ready) {
        setLead(getTranslation("bank.import.preview-lead", ready.name()));
        var again = new Button(getTranslation("bank.import.other"), click -> askForDocument(""));
        var accept = new Button(getTranslation("bank.import.accept"));
        accept.addThemeVariants(ButtonVariant.PRIMARY);
        accept.setDisableOnClick(true);
        var panel =
                new PreviewPanel(
                        ready,
                        bank.sections(member),
                        plan -> {
                            accept.setEnabled(!plan.isNothing());
                            accept.setText(
                                    getTranslation(
                                            plan.isNothing()
                                                    ? "bank.import.nothing"
                                                    : "bank.import.accept"));
                        });
        accept.addClickListener(
                click -> accept(ready, panel.choices(), panel.plan().entries().size()));
        setActions(again, accept);
        step.removeAll();
        step.add(panel);
    }

    // ---- 3 the result

    private void accept(ImportPreview.Ready ready, ImportChoices choices, int questions) {
        work(
                questions > LONG_PLAN,
                getTranslation("bank.import.writing", questions),
                () -> acceptOrRenew(ready, choices),
                outcome -> {
                    switch (outcome) {
                        case ImportResult result -> show(result);
                        case ImportPreview.Ready renewed -> {
                            show(renewed);
                            Notice.problem(getTranslation("bank.import.renewed"));
                        }
                        default -> throw new IllegalStateException(outcome.toString());
                    }
                },
                () -> show(ready));
    }

    /** What was done; or, where somebody changed the bank meanwhile, what would be done now. */
    private Object acceptOrRenew(ImportPreview.Ready ready, ImportChoices choices) {
        try {
            return bank.accept(member, ready, choices);
        } catch (OptimisticLockingFailureException somebodyWasFaster) {
            return bank.renew(member, ready);
        }
    }

    private void show(ImportResult result) {
        setLead("");
        setActions();
        step.removeAll();
        var heading =
                new H2(
                        getTranslation(
                                result.isNothing() ? "bank.import.nothing" : "bank.import.happened",
                                result.name()));
        var facts = new ArrayList<Pieces.Fact>();
        count(facts, "created", result.created());
        count(facts, "revised", result.revised());
        count(facts, "updated", result.updated());
        count(facts, "unchanged", result.unchanged());
        count(facts, "skipped", result.skipped());
        count(facts, "missing", result.missing());
        count(facts, "alike", result.lookAlikes());
        var panel = new Div(heading, Pieces.facts(facts));
        if (result.created() > 0) {
            panel.add(hint(getTranslation("bank.import.estimates")));
        }
        panel.add(nextSteps(result));
        panel.addClassNames("panel", "bank-result");
        step.add(panel);
        heading.getElement().setAttribute("tabindex", "-1");
        heading.getElement().executeJs("this.focus()");
    }

    private Div nextSteps(ImportResult result) {
        var next = new Div();
        next.addClassName("bank-buttons");
        var review = go("bank.import.review", "bank/review");
        review.addThemeVariants(ButtonVariant.PRIMARY);
        next.add(review);
        int waiting = result.proposals() + result.sectionProposals() + result.lookAlikes();
        if (waiting > 0) {
            next.add(
                    new Button(
                            getTranslation("bank.import.decide", waiting),
                            click -> getUI().ifPresent(ui -> ui.navigate(ProposalsView.class))));
        }
        if (member.isAny(Role.LEAD)) {
            next.add(go("bank.import.make-set", "blueprints"));
        }
        next.add(go("bank.import.to-bank", "bank"));
        next.add(new Button(getTranslation("bank.import.other"), click -> askForDocument("")));
        var id = result.id();
        if (id != null) {
            var undo = new Button(getTranslation("bank.import.undo"));
            undo.addThemeVariants(ButtonVariant.TERTIARY);
            undo.addClickListener(click ->
                    new UndoDialog(bank, member, id, result.name(), () -> askForDocument(""))
                            .show());
            next.add(undo);
        }
        return next;
    }

    private Button go(String key, String route) {
        return new Button(
                getTranslation(key), click -> getUI().ifPresent(ui -> ui.navigate(route)));
    }

    private void count(List<Pieces.Fact> facts, String kind, int count) {
        if (count > 0) {
            facts.add(new Pieces.Fact(getTranslation("bank.kind." + kind), String.valueOf(count)));
        }
    }

    // ---- earlier imports

    private Component past(List<PastImport> past) {
        var panel = new Div(new H2(getTranslation("bank.import.past")));
        panel.addClassNames("panel", "bank-past");
        past.forEach(it -> panel.add(past(it)));
        return panel;
    }

    private Component past(PastImport it) {
        var name = new Span(it.name());
        name.addClassName("bank-suggestion-name");
        var person = it.person();
        var about =
                new Span(
                        getTranslation(
                                "bank.import.past-about",
                                person == null ? getTranslation("bank.installation") : person,
                                Pieces.date(this, it.at()),
                                it.created(),
                                it.revised() + it.updated()));
        about.addClassName("muted");
        var words = new Div(name, about);
        words.addClassName("bank-past-words");
        var row = new Div(words);
        row.addClassName("bank-past-row");
        if (it.undone() != null) {
            row.add(Pieces.pill(getTranslation("bank.import.taken-back"), ""));
        } else {
            var undo =
                    new Button(
                            getTranslation(
                                    it.isStarterBank()
                                            ? "bank.starter.remove"
                                            : "bank.import.undo"),
                            click ->
                                    new UndoDialog(
                                                    bank,
                                                    member,
                                                    it.id(),
                                                    it.name(),
                                                    () -> askForDocument(""))
                                            .show());
            undo.setAriaLabel(getTranslation("bank.import.undo-named", it.name()));
            row.add(undo);
        }
        return row;
    }
}
