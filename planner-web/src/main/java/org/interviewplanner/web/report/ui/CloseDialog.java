package org.interviewplanner.web.report.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.session.EntryRefusedException;
import org.interviewplanner.web.session.InterviewSession;
import org.interviewplanner.web.session.Outcome;
import org.interviewplanner.web.session.SessionService;
import org.interviewplanner.web.session.SessionState;
import org.interviewplanner.web.shell.Notice;

/** Asks how an interview ended, and closes it. */
class CloseDialog extends Dialog {

    CloseDialog(SessionService sessions, Member member, InterviewSession session, Runnable done) {
        setHeaderTitle(getTranslation("report.close.heading"));
        var outcome = new RadioButtonGroup<Outcome>();
        outcome.setLabel(getTranslation("report.close.outcome"));
        outcome.addClassName("upright");
        outcome.setItems(
                session.state() == SessionState.PLANNED
                        ? new Outcome[] {Outcome.NO_SHOW, Outcome.WITHDRAWN}
                        : Outcome.values());
        outcome.setItemLabelGenerator(one -> getTranslation("report.close." + one.name()));
        outcome.setValue(
                session.state() == SessionState.PLANNED ? Outcome.NO_SHOW : Outcome.COMPLETED);
        add(outcome);
        var open = session.raters().size() - session.submitted();
        if (open > 0 && session.state() == SessionState.LIVE) {
            var warning =
                    new Paragraph(
                            getTranslation(
                                    "report.close.open",
                                    String.valueOf(open),
                                    String.valueOf(session.raters().size())));
            warning.addClassName("form-problem");
            add(warning);
        }
        var cancel = new Button(getTranslation("session.cancel"), click -> close());
        var confirm =
                new Button(
                        getTranslation("report.close.confirm"),
                        click -> {
                            try {
                                sessions.close(member, session.id(), outcome.getValue());
                                close();
                                done.run();
                            } catch (EntryRefusedException e) {
                                Notice.problem(String.valueOf(e.getMessage()));
                            }
                        });
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setTestId("session-close-confirm");
        getFooter().add(cancel, confirm);
    }
}
