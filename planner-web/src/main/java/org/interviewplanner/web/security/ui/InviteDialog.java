package org.interviewplanner.web.security.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Set;
import org.interviewplanner.web.security.AccountService;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.security.RefusedException;
import org.interviewplanner.web.security.Role;

/** Makes an invitation and shows its link. */
class InviteDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final transient AccountService accounts;
    private final transient Member member;
    private final transient Runnable afterwards;
    private final TextField forWhom = new TextField();
    private final RolesChoice roles = new RolesChoice(Set.of(Role.INTERVIEWER));

    InviteDialog(AccountService accounts, Member member, Runnable afterwards) {
        this.accounts = accounts;
        this.member = member;
        this.afterwards = afterwards;
        setHeaderTitle(getTranslation("security.people.invite"));
        setWidth("30rem");
        forWhom.setLabel(getTranslation("security.people.for-whom"));
        forWhom.setHelperText(getTranslation("security.people.for-whom.helper"));
        forWhom.setMaxLength(100);
        forWhom.setWidthFull();
        forWhom.setAutofocus(true);
        add(forWhom, roles);
        var create = new Button(getTranslation("security.people.make-link"), click -> create());
        create.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("security.cancel"), click -> close()), create);
    }

    private void create() {
        try {
            var link = accounts.invite(member, forWhom.getValue(), roles.getValue());
            close();
            afterwards.run();
            new LinkDialog(
                            getTranslation("security.people.invited.title"),
                            getTranslation("security.people.invited"),
                            link)
                    .open();
        } catch (RefusedException e) {
            roles.refuse(e.refusal());
        }
    }
}
