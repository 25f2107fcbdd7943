package org.interviewplanner.web.security.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import java.util.Set;
import org.interviewplanner.web.security.AccountService;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.security.NotFoundException;
import org.interviewplanner.web.security.OpenSignIn;

/** Where a person is logged in; any but this browser can be logged out from here. */
class SignInsPanel extends Div {
    private static final long serialVersionUID = 1L;

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "0:0:0:0:0:0:0:1", "::1");

    private final transient AccountService accounts;
    private final transient Member member;
    private final UnorderedList list = new UnorderedList();

    SignInsPanel(AccountService accounts, Member member) {
        this.accounts = accounts;
        this.member = member;
        addClassNames("panel", "account-panel");
        list.addClassName("sign-ins");
        add(
                new H2(getTranslation("security.account.sign-ins")),
                new Paragraph(getTranslation("security.account.sign-ins.lead")),
                list);
        refresh();
    }

    private void refresh() {
        list.removeAll();
        accounts.signIns(member).forEach(signIn -> list.add(line(signIn)));
    }

    private ListItem line(OpenSignIn signIn) {
        var name = new Span(name(signIn));
        name.addClassName("sign-in-name");
        var times =
                new Span(
                        getTranslation(
                                "security.account.sign-in.times",
                                address(signIn),
                                Texts.of(signIn.since()),
                                Texts.of(signIn.lastUse())));
        times.addClassName("muted");
        var words = new Div(name, times);
        words.addClassName("sign-in-words");
        var line = new ListItem(words);
        line.addClassName("sign-in");
        if (signIn.here()) {
            var here = new Span(getTranslation("security.account.sign-in.here"));
            here.addClassNames("pill", "good");
            line.add(here);
        } else {
            var end =
                    new Button(
                            getTranslation("security.account.sign-in.end"), click -> end(signIn));
            end.setAriaLabel(getTranslation("security.account.sign-in.end-of", name(signIn)));
            line.add(end);
        }
        return line;
    }

    private String address(OpenSignIn signIn) {
        return LOOPBACK.contains(signIn.address())
                ? getTranslation("security.account.sign-in.this-machine")
                : signIn.address();
    }

    private String name(OpenSignIn signIn) {
        if (signIn.browser().isEmpty()) {
            return getTranslation("security.account.sign-in.unknown");
        }
        return signIn.system().isEmpty()
                ? signIn.browser()
                : getTranslation("security.account.sign-in", signIn.browser(), signIn.system());
    }

    private void end(OpenSignIn signIn) {
        try {
            accounts.endSignIn(member, signIn.id());
        } catch (NotFoundException e) {
            // It has ended meanwhile: that was the wish.
        }
        Notification.show(
                getTranslation("security.account.sign-in.ended"),
                4_000,
                Notification.Position.BOTTOM_START);
        refresh();
    }
}
