package org.interviewplanner.web.security.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.interviewplanner.web.security.AccountService;
import org.interviewplanner.web.security.CurrentMember;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.security.Refusal;
import org.interviewplanner.web.security.RefusedException;

/** One's own account: the roles, the open log-ins, and a new password. */
@Route("account")
@PermitAll
@StyleSheet("context://security.css")
class AccountView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient AccountService accounts;
    private final transient Member member;
    private final PasswordField current = new PasswordField();
    private final PasswordChoice changed;

    AccountView(AccountService accounts, CurrentMember currentMember) {
        this.accounts = accounts;
        this.member = currentMember.get();
        changed = new PasswordChoice(member::name);
        addClassName("page");
        add(header(), roles(), new SignInsPanel(accounts, member), password());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("security.account.title") + " · " + getTranslation("shell.product");
    }

    private Div header() {
        var lead = new Paragraph(getTranslation("security.account.lead", member.name()));
        lead.addClassName("page-lead");
        var words = new Div(new H1(getTranslation("security.account.title")), lead);
        words.addClassName("page-words");
        var header = new Div(words);
        header.addClassName("page-header");
        return header;
    }

    private Div roles() {
        var panel = new Div(new H2(getTranslation("security.account.roles")));
        panel.addClassNames("panel", "account-panel");
        member.roles().stream()
                .sorted()
                .forEach(role -> {
                    var name = new Span(Texts.of(this, role));
                    name.addClassName("pill");
                    var line = new Div(name, new Span(Texts.deeds(this, role)));
                    line.addClassName("account-role");
                    panel.add(line);
                });
        return panel;
    }

    private Div password() {
        current.setLabel(getTranslation("security.password.current"));
        current.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        current.setRequiredIndicatorVisible(true);
        current.setWidthFull();
        var save = new Button(getTranslation("security.account.change"), click -> change());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setDisableOnClick(true);
        var panel =
                new Div(
                        new H2(getTranslation("security.account.password")),
                        new Paragraph(getTranslation("security.account.password.lead")),
                        current,
                        changed,
                        save);
        panel.addClassNames("panel", "account-panel");
        save.addClickListener(click -> save.setEnabled(true));
        return panel;
    }

    private void change() {
        current.setInvalid(false);
        try {
            accounts.changeOwnPassword(member, current.getValue(), changed.getValue());
            current.clear();
            changed.clear();
            Notification.show(
                    getTranslation("security.account.changed"),
                    4_000,
                    Notification.Position.BOTTOM_START);
        } catch (RefusedException e) {
            if (e.refusal() == Refusal.PASSWORD_WRONG) {
                current.setErrorMessage(Texts.of(this, e.refusal()));
                current.setInvalid(true);
                current.focus();
            } else {
                changed.refuse(e.refusal());
            }
        }
    }
}
