package org.interviewplanner.web.shell;

import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import org.interviewplanner.web.security.CurrentMember;

/** Navigation on the left, which folds away on a phone; the screens fill the rest. */
@Layout
@PermitAll
class MainLayout extends AppLayout {

    MainLayout(CurrentMember currentMember, AuthenticationContext authentication) {
        setPrimarySection(Section.DRAWER);
        addClassName("main-layout");

        var toggle = new DrawerToggle();
        toggle.setAriaLabel(getTranslation("shell.menu"));
        var navbarName = new Span(getTranslation("shell.product"));
        navbarName.addClassName("navbar-name");
        addToNavbar(toggle, navbarName);

        var brand = new Div(new Span(getTranslation("shell.product")));
        brand.addClassName("brand");
        addToDrawer(brand, new Scroller(navigation()));
        currentMember
                .find()
                .ifPresent(member -> addToDrawer(account(member.name(), authentication)));
    }

    private SideNav navigation() {
        var navigation = new SideNav();
        navigation.getElement().setAttribute("aria-label", getTranslation("shell.navigation"));
        for (var entry : MenuConfiguration.getMenuEntries()) {
            navigation.addItem(item(entry));
        }
        return navigation;
    }

    private SideNavItem item(MenuEntry entry) {
        // A view's @Menu title is the key of its text.
        var title = getTranslation(entry.title());
        var item = new SideNavItem(title, entry.path());
        if (entry.icon() != null) {
            item.setPrefixComponent(new Icon(entry.icon()));
        }
        item.setMatchNested(!entry.path().isEmpty() && !"/".equals(entry.path()));
        return item;
    }

    private Div account(String name, AuthenticationContext authentication) {
        var who = new com.vaadin.flow.router.RouterLink();
        who.setText(name);
        who.getElement().setAttribute("href", "account");
        who.addClassName("account-name");
        var logOut = new Button(new Icon(VaadinIcon.SIGN_OUT), click -> authentication.logout());
        logOut.addThemeVariants(ButtonVariant.TERTIARY);
        logOut.setAriaLabel(getTranslation("shell.log-out"));
        logOut.setTooltipText(getTranslation("shell.log-out"));
        // The outbox of the page tells a log-out from a sign-in that has ended.
        logOut.getElement().setAttribute("data-log-out", "");
        var account = new Div(who, logOut);
        account.addClassName("account");
        return account;
    }
}
