package org.interviewplanner.web.report.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import org.interviewplanner.web.data.SessionId;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.session.Entry;
import org.interviewplanner.web.session.EntryRefusedException;
import org.interviewplanner.web.session.InterviewSession;
import org.interviewplanner.web.session.Rater;
import org.interviewplanner.web.session.RaterChoice;
import org.interviewplanner.web.session.SessionService;
import org.interviewplanner.web.shell.Notice;

/** Puts somebody on the panel, or takes somebody off it for a reason. */
class PanelDialog extends Dialog {

    private PanelDialog(String heading, String text, Component field) {
        setHeaderTitle(heading);
        add(new Paragraph(text), field);
    }

    static PanelDialog add(
            SessionService sessions, Member member, InterviewSession session, Runnable done) {
        var person = new ComboBox<RaterChoice>();
        var dialog =
                new PanelDialog(
                        person.getTranslation("report.add.heading"),
                        person.getTranslation("report.add.text"),
                        person);
        person.setLabel(person.getTranslation("report.rater"));
        person.setItems(
                sessions.raterChoices(member).stream()
                        .filter(choice -> session.rater(choice.person()).isEmpty())
                        .toList());
        person.setItemLabelGenerator(RaterChoice::name);
        person.setWidthFull();
        person.setTestId("panel-person");
        dialog.buttons(
                "report.add.heading",
                () -> {
                    var chosen = person.getValue();
                    if (chosen == null) {
                        person.setInvalid(true);
                        return false;
                    }
                    sessions.addRater(member, session.id(), chosen.person());
                    return true;
                },
                done);
        return dialog;
    }

    static PanelDialog remove(
            SessionService sessions, Member member, SessionId session, Rater rater, Runnable done) {
        var reason = new TextArea();
        var dialog =
                new PanelDialog(
                        reason.getTranslation("report.remove-of", rater.name()),
                        reason.getTranslation("report.remove.text"),
                        reason);
        reason.setLabel(reason.getTranslation("report.reopen.reason"));
        reason.setMaxLength(Entry.TEXT_LENGTH);
        reason.setErrorMessage(reason.getTranslation("report.reopen.reason-missing"));
        reason.setWidthFull();
        reason.setTestId("panel-reason");
        dialog.buttons(
                "report.remove",
                () -> {
                    if (reason.getValue().strip().length() < 3) {
                        reason.setInvalid(true);
                        return false;
                    }
                    sessions.removeRater(member, session, rater.person(), reason.getValue());
                    return true;
                },
                done);
        return dialog;
    }

    /** What to do; false keeps the dialog open. */
    private interface Action {
        boolean run();
    }

    private void buttons(String key, Action action, Runnable done) {
        var cancel = new Button(getTranslation("session.cancel"), click -> close());
        var confirm =
                new Button(
                        getTranslation(key),
                        click -> {
                            try {
                                if (action.run()) {
                                    close();
                                    done.run();
                                }
                            } catch (EntryRefusedException e) {
                                Notice.problem(String.valueOf(e.getMessage()));
                            }
                        });
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setTestId("panel-confirm");
        getFooter().add(cancel, confirm);
    }
}
