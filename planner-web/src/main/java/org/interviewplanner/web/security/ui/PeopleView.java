package org.interviewplanner.web.security.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.interviewplanner.web.security.Account;
import org.interviewplanner.web.security.AccountService;
import org.interviewplanner.web.security.CurrentMember;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.security.OpenInvitation;
import org.interviewplanner.web.security.RefusedException;
import org.interviewplanner.web.security.Role;
import org.interviewplanner.web.security.Roles;
import org.springframework.dao.OptimisticLockingFailureException;

/** Who belongs to the team: invite, change roles, disable. */
@Route("people")
@Menu(title = "security.people.title", order = 90, icon = "vaadin:users")
@RolesAllowed(Roles.ADMIN)
@StyleSheet("context://security.css")
class PeopleView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient AccountService accounts;
    private final transient Member member;
    private final Grid<Account> grid = new Grid<>();
    private final Div invitations = new Div();
    private final Div alone = new Div();

    PeopleView(AccountService accounts, CurrentMember current) {
        this.accounts = accounts;
        this.member = current.get();
        addClassName("page");
        invitations.addClassName("invitations");
        alone.addClassName("empty-state");
        alone.add(
                new H2(getTranslation("security.people.alone.title")),
                new Paragraph(getTranslation("security.people.alone")),
                inviteButton());
        setUpGrid();
        add(header(), grid, alone, invitations);
        refresh();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("security.people.title") + " · " + getTranslation("shell.product");
    }

    private Component header() {
        var lead = new Paragraph(getTranslation("security.people.lead"));
        lead.addClassName("page-lead");
        var words = new Div(new H1(getTranslation("security.people.title")), lead);
        words.addClassName("page-words");
        var actions = new Div(inviteButton());
        actions.addClassName("page-actions");
        var header = new Div(words, actions);
        header.addClassName("page-header");
        return header;
    }

    private Button inviteButton() {
        var invite =
                new Button(
                        getTranslation("security.people.invite"),
                        new Icon(VaadinIcon.PLUS),
                        click -> new InviteDialog(accounts, member, this::refresh).open());
        invite.addThemeVariants(ButtonVariant.PRIMARY);
        return invite;
    }

    private void setUpGrid() {
        // Together with the actions narrow enough for a phone.
        grid.addComponentColumn(this::name)
                .setHeader(getTranslation("security.name"))
                .setWidth("8rem")
                .setFlexGrow(2);
        grid.addComponentColumn(account -> roles(account.roles()))
                .setHeader(getTranslation("security.people.roles"))
                .setWidth("8rem")
                .setFlexGrow(3);
        grid.addComponentColumn(this::menu)
                .setHeader(getTranslation("security.people.actions"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addThemeVariants(GridVariant.WRAP_CELL_CONTENT);
        grid.setAllRowsVisible(true);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setAriaLabel(getTranslation("security.people.title"));
    }

    private void refresh() {
        var all = accounts.accounts(member);
        grid.setItems(all);
        alone.setVisible(all.size() == 1 && accounts.invitations(member).isEmpty());
        showInvitations();
    }

    private Component name(Account account) {
        var name = new Span(account.name());
        var line = new Div(name);
        line.addClassName("person-name");
        if (account.id().equals(member.person())) {
            line.add(pill(getTranslation("security.people.you"), ""));
        }
        if (!account.isEnabled()) {
            name.addClassName("muted");
            line.add(pill(getTranslation("security.people.disabled"), "warn"));
        }
        var last = account.lastSignIn();
        var since =
                new Div(
                        last == null
                                ? getTranslation("security.people.never")
                                : getTranslation("security.people.last-sign-in", Texts.of(last)));
        since.addClassNames("muted", "person-since");
        return new Div(line, since);
    }

    private Component roles(Iterable<Role> roles) {
        var line = new Div();
        line.addClassName("pills");
        var sorted = new java.util.TreeSet<Role>();
        roles.forEach(sorted::add);
        sorted.forEach(role -> line.add(pill(Texts.of(this, role), "")));
        return line;
    }

    private static Span pill(String text, String kind) {
        var pill = new Span(text);
        pill.addClassName("pill");
        if (!kind.isEmpty()) {
            pill.addClassName(kind);
        }
        return pill;
    }

    private Component menu(Account account) {
        var button = new Button(new Icon(VaadinIcon.ELLIPSIS_DOTS_V));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(getTranslation("security.people.actions-of", account.name()));
        // Not a menu bar: in a narrow column that hides its only item behind one without a name.
        var items = new ContextMenu(button);
        items.setOpenOnClick(true);
        items.addItem(
                getTranslation("security.people.change-roles"),
                click -> new RolesDialog(accounts, member, account, this::refresh).open());
        items.addItem(
                getTranslation("security.people.password-link"),
                click -> attempt(() -> showPasswordLink(account)));
        items.addItem(
                getTranslation("security.people.end-sessions"),
                click ->
                        attempt(() -> {
                            accounts.endSessions(member, account.id());
                            say("security.people.sessions-ended", account.name());
                        }));
        if (!account.isEnabled()) {
            items.addItem(
                    getTranslation("security.people.enable"),
                    click ->
                            attempt(() -> {
                                accounts.enable(member, account.id(), account.version());
                                say("security.people.enabled", account.name());
                            }));
        } else if (!account.id().equals(member.person())) {
            items.addItem(
                    getTranslation("security.people.disable"), click -> confirmDisable(account));
        }
        return button;
    }

    private void showPasswordLink(Account account) {
        var link = accounts.newPasswordLink(member, account.id());
        new LinkDialog(
                        getTranslation("security.people.password-link.title", account.name()),
                        getTranslation("security.people.password-link.text"),
                        link)
                .open();
    }

    private void confirmDisable(Account account) {
        var dialog = new ConfirmDialog();
        dialog.setHeader(getTranslation("security.people.disable.title", account.name()));
        dialog.setText(getTranslation("security.people.disable.text"));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("security.cancel"));
        dialog.setConfirmText(getTranslation("security.people.disable"));
        dialog.setConfirmButtonTheme("error primary");
        dialog.addConfirmListener(confirm ->
                attempt(() -> {
                    accounts.disable(member, account.id(), account.version());
                    say("security.people.now-disabled", account.name());
                }));
        dialog.open();
    }

    private void showInvitations() {
        invitations.removeAll();
        var open = accounts.invitations(member);
        invitations.setVisible(!open.isEmpty());
        if (!open.isEmpty()) {
            invitations.add(new H2(getTranslation("security.people.invitations")));
            open.forEach(invitation -> invitations.add(line(invitation)));
        }
    }

    private Component line(OpenInvitation invitation) {
        var who =
                new Span(
                        invitation.forWhom().isEmpty()
                                ? getTranslation("security.people.somebody")
                                : invitation.forWhom());
        who.addClassName("invitation-who");
        var until =
                new Span(getTranslation("security.people.until", Texts.of(invitation.expiresAt())));
        until.addClassName("muted");
        var revoke =
                new Button(
                        getTranslation("security.people.revoke"),
                        click ->
                                attempt(() -> {
                                    accounts.revoke(member, invitation.id());
                                    say("security.people.revoked");
                                }));
        revoke.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        var line = new Div(who, roles(invitation.roles()), until, revoke);
        line.addClassName("invitation");
        return line;
    }

    /** Does it, says why not if refused, and shows what is there now in any case. */
    private void attempt(Runnable deed) {
        try {
            deed.run();
        } catch (RefusedException e) {
            Notification.show(
                    Texts.of(this, e.refusal()), 8_000, Notification.Position.BOTTOM_START);
        } catch (OptimisticLockingFailureException e) {
            say("error.somebody-was-faster");
        }
        refresh();
    }

    private void say(String key, Object... parameters) {
        Notification.show(
                getTranslation(key, parameters), 4_000, Notification.Position.BOTTOM_START);
    }
}
