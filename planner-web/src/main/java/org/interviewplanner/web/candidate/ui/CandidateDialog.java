package org.interviewplanner.web.candidate.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import org.interviewplanner.web.candidate.Candidate;
import org.interviewplanner.web.candidate.CandidateService;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.shell.Notice;
import org.jspecify.annotations.Nullable;

/** Adds a candidate, or changes one. */
class CandidateDialog extends Dialog {
    private final transient CandidateService candidates;
    private final transient Member member;
    private final transient @Nullable Candidate before;
    private final transient Runnable done;
    private final TextField name = new TextField();
    private final EmailField email = new EmailField();
    private final TextArea note = new TextArea();

    CandidateDialog(
            CandidateService candidates, Member member, @Nullable Candidate before, Runnable done) {
        this.candidates = candidates;
        this.member = member;
        this.before = before;
        this.done = done;
        setHeaderTitle(getTranslation(before == null ? "candidate.add" : "candidate.edit-heading"));
        name.setLabel(getTranslation("candidate.name"));
        name.setRequiredIndicatorVisible(true);
        name.setMaxLength(Candidate.NAME_LENGTH);
        name.setTestId("candidate-name");
        email.setLabel(getTranslation("candidate.email"));
        email.setMaxLength(Candidate.EMAIL_LENGTH);
        email.setErrorMessage(getTranslation("candidate.email-wrong"));
        email.setTestId("candidate-email");
        note.setLabel(getTranslation("candidate.note"));
        note.setHelperText(getTranslation("candidate.note-help"));
        note.setMaxLength(Candidate.NOTE_LENGTH);
        note.setMinRows(3);
        if (before != null) {
            var known = before.email();
            name.setValue(before.name());
            email.setValue(known == null ? "" : known);
            note.setValue(before.note());
        }
        var form = new FormLayout(name, email, note);
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1));
        form.addClassName("dialog-form");
        add(form);
        var cancel = new Button(getTranslation("candidate.cancel"), click -> close());
        var save = new Button(getTranslation("candidate.save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickShortcut(Key.ENTER, com.vaadin.flow.component.KeyModifier.CONTROL);
        save.setTestId("candidate-save");
        getFooter().add(cancel, save);
        name.focus();
    }

    private void save() {
        name.setErrorMessage(getTranslation("candidate.name-missing"));
        name.setInvalid(name.getValue().isBlank());
        if (name.isInvalid() || email.isInvalid()) {
            return;
        }
        if (before == null) {
            candidates.add(member, name.getValue(), email.getValue(), note.getValue());
        } else {
            candidates.edit(
                    member,
                    new Candidate(
                            before.id(),
                            before.version(),
                            name.getValue(),
                            email.getValue(),
                            note.getValue()));
        }
        close();
        Notice.done(getTranslation("candidate.saved", name.getValue().strip()));
        done.run();
    }
}
