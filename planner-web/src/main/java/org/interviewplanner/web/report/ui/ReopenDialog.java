package org.interviewplanner.web.report.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import org.interviewplanner.web.data.SessionId;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.session.Entry;
import org.interviewplanner.web.session.Rater;
import org.interviewplanner.web.session.SessionService;
import org.interviewplanner.web.shell.Notice;

/** Opens a scorecard again, for a reason. */
class ReopenDialog extends Dialog {

    ReopenDialog(
            SessionService sessions, Member member, SessionId session, Rater rater, Runnable done) {
        setHeaderTitle(getTranslation("report.reopen.heading", rater.name()));
        var reason = new TextArea(getTranslation("report.reopen.reason"));
        reason.setMaxLength(Entry.TEXT_LENGTH);
        reason.setMinLength(3);
        reason.setRequired(true);
        reason.setErrorMessage(getTranslation("report.reopen.reason-missing"));
        reason.setWidthFull();
        reason.setTestId("reopen-reason");
        add(new Paragraph(getTranslation("report.reopen.text")), reason);
        var cancel = new Button(getTranslation("session.cancel"), click -> close());
        var confirm =
                new Button(
                        getTranslation("report.reopen"),
                        click -> {
                            if (reason.getValue().strip().length() < 3) {
                                reason.setInvalid(true);
                                return;
                            }
                            sessions.reopen(member, session, rater.person(), reason.getValue());
                            close();
                            Notice.done(getTranslation("report.reopen.done", rater.name()));
                            done.run();
                        });
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setTestId("reopen-confirm");
        getFooter().add(cancel, confirm);
    }
}
