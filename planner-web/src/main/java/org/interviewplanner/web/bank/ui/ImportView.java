package org.interviewplanner.web.bank.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadHandler;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import org.interviewplanner.web.bank.BankService;
import org.interviewplanner.web.bank.ImportChoices;
import org.interviewplanner.web.bank.ImportPreview;
import org.interviewplanner.web.bank.ImportResult;
import org.interviewplanner.web.security.CurrentMember;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.security.Roles;
import org.interviewplanner.web.shell.Page;

/** A document on its way into the bank: drop or paste, look, accept, what happened. */
@Route("bank/import")
@RolesAllowed({Roles.AUTHOR, Roles.LEAD})
@StyleSheet("bank.css")
class ImportView extends Page {
    private static final int MAX_BYTES = 5 * 1024 * 1024;

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

    // ---- 1 the document

    private void askForDocument(String refusal) {
        setLead(getTranslation("bank.import.lead"));
        setActions();
        step.removeAll();
        if (!refusal.isEmpty()) {
            step.add(refusal(refusal));
        }
        var upload =
                new Upload(
                        UploadHandler.inMemory((file, content) -> look(file.fileName(), content)));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(MAX_BYTES);
        var choose = new Button(getTranslation("bank.import.choose"), new Icon(VaadinIcon.UPLOAD));
        choose.addThemeVariants(ButtonVariant.PRIMARY);
        upload.setUploadButton(choose);
        upload.setDropLabel(new Span(getTranslation("bank.import.drop")));
        upload.addFileRejectedListener(
                event -> askForDocument(getTranslation("bank.import.too-large")));
        upload.addClassName("bank-upload");

        var paste = new TextArea(getTranslation("bank.import.paste"));
        paste.addClassName("bank-paste");
        paste.setMinRows(8);
        paste.setMaxRows(16);
        paste.setPlaceholder(getTranslation("bank.import.example"));
        var look =
                new Button(
                        getTranslation("bank.import.look"),
                        click ->
                                show(
                                        bank.preview(
                                                member,
                                                getTranslation("bank.import.pasted"),
                                                paste.getValue())));
        var file = new Div(new H2(getTranslation("bank.import.file")), upload);
        var text = new Div(new H2(getTranslation("bank.import.text")), paste, look);
        file.addClassName("panel");
        text.addClassName("panel");
        var ways = new Div(file, text);
        ways.addClassName("bank-ways");
        step.add(ways);
    }

    private static Div refusal(String sentence) {
        var box = new Div(new Icon(VaadinIcon.WARNING), new Span(sentence));
        box.addClassNames("panel", "bank-refusal");
        box.getElement().setAttribute("role", "alert");
        return box;
    }

    private void look(String name, byte[] content) {
        show(bank.preview(member, name, content));
    }

    private void show(ImportPreview preview) {
        switch (preview) {
            case ImportPreview.Refused refused -> askForDocument(refused.sentence());
            case ImportPreview.Ready ready -> show(ready);
        }
    }

    // ---- 2 the preview

    private void show(ImportPreview.Ready ready) {
        setLead(getTranslation("bank.import.preview-lead", ready.name()));
        var again = new Button(getTranslation("bank.import.other"), click -> askForDocument(""));
        var accept = new Button(getTranslation("bank.import.accept"));
        accept.addThemeVariants(ButtonVariant.PRIMARY);
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
        accept.addClickListener(click -> accept(ready, panel.choices()));
        setActions(again, accept);
        step.removeAll();
        step.add(panel);
    }

    // ---- 3 the result

    private void accept(ImportPreview.Ready ready, ImportChoices choices) {
        show(bank.accept(member, ready, choices));
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
        var next = new Div();
        next.addClassName("bank-buttons");
        var review =
                new Button(
                        getTranslation("bank.import.review"),
                        click -> getUI().ifPresent(ui -> ui.navigate(ReviewView.class)));
        review.addThemeVariants(ButtonVariant.PRIMARY);
        next.add(review);
        int waiting = result.proposals() + result.sectionProposals();
        if (waiting > 0) {
            next.add(
                    new Button(
                            getTranslation("bank.import.decide", waiting),
                            click -> getUI().ifPresent(ui -> ui.navigate(ProposalsView.class))));
        }
        next.add(
                new Button(
                        getTranslation("bank.import.to-bank"),
                        click -> getUI().ifPresent(ui -> ui.navigate(BankView.class))));
        next.add(new Button(getTranslation("bank.import.other"), click -> askForDocument("")));
        var panel = new Div(heading, Pieces.facts(facts), next);
        panel.addClassNames("panel", "bank-result");
        step.add(panel);
    }

    private void count(List<Pieces.Fact> facts, String kind, int count) {
        if (count > 0) {
            facts.add(new Pieces.Fact(getTranslation("bank.kind." + kind), String.valueOf(count)));
        }
    }
}
