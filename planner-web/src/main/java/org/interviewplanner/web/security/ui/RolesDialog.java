package org.interviewplanner.web.security.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.notification.Notification;
import org.interviewplanner.web.security.Account;
import org.interviewplanner.web.security.AccountService;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.security.RefusedException;
import org.springframework.dao.OptimisticLockingFailureException;

/** Changes what one person may do. */
class RolesDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final transient AccountService accounts;
    private final transient Member member;
    private final transient Account account;
    private final transient Runnable afterwards;
    private final RolesChoice roles;

    RolesDialog(AccountService accounts, Member member, Account account, Runnable afterwards) {
        this.accounts = accounts;
        this.member = member;
        this.account = account;
        this.afterwards = afterwards;
        roles = new RolesChoice(account.roles());
        setHeaderTitle(getTranslation("security.people.roles-of", account.name()));
        setWidth("30rem");
        add(roles);
        var save = new Button(getTranslation("security.save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("security.cancel"), click -> close()), save);
    }

    private void save() {
        try {
            accounts.changeRoles(member, account.id(), account.version(), roles.getValue());
            close();
            afterwards.run();
        } catch (RefusedException e) {
            roles.refuse(e.refusal());
        } catch (OptimisticLockingFailureException e) {
            close();
            Notification.show(
                    getTranslation("error.somebody-was-faster"),
                    8_000,
                    Notification.Position.BOTTOM_START);
            afterwards.run();
        }
    }
}
