package org.interviewplanner.web.security.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.RouteConfiguration;
import jakarta.annotation.security.PermitAll;
import java.util.Set;
import java.util.UUID;
import org.interviewplanner.web.data.TestDatabase;
import org.interviewplanner.web.security.Account;
import org.interviewplanner.web.security.AccountService;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.security.Role;
import org.interviewplanner.web.security.TestPeople;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
class ScreensIT extends SpringBrowserlessTest {
    @Autowired private AccountService accounts;
    @Autowired private ApplicationContext context;
    private TestPeople people;
    private Member admin;

    @BeforeEach
    void signIn() {
        people = new TestPeople(context);
        admin = people.newTeamMember(Role.ADMIN);
        TestPeople.actAs(admin);
    }

    @AfterEach
    void leave() {
        TestPeople.actAsNobody();
    }

    /** A screen with a mistake in it. */
    @PermitAll
    static class WrongView extends Div {
        WrongView() {
            throw new IllegalStateException("the secret of the house");
        }
    }

    @Test
    void hidesWhyAScreenFailedBehindAReference() {
        RouteConfiguration.forSessionScope().setRoute("wrong", WrongView.class);

        UI.getCurrent().navigate("wrong");

        assertThat(getCurrentView().getElement().getTextRecursively())
                .containsPattern("Something went wrong.*reference [0-9A-F]{8}")
                .doesNotContain("secret", "wrong'", "Exception");
    }

    @Test
    void tellsALonelyAdministratorWhatToDoNext() {
        var view = navigate(PeopleView.class);

        assertThat(view.getElement().getTextRecursively())
                .contains("You are alone here", "Invite a colleague");
    }

    @Test
    void showsTheTeamAndNobodyElse() {
        var colleague = people.colleagueOf(admin, Role.INTERVIEWER);
        people.newTeamMember(Role.INTERVIEWER);

        navigate(PeopleView.class);

        @SuppressWarnings("unchecked")
        Grid<Account> grid = $view(Grid.class).single();
        assertThat(grid.getListDataView().getItems().map(Account::id))
                .containsExactlyInAnyOrder(admin.person(), colleague.person());
    }

    @Test
    void showsTheLinkOfAnInvitationOnce() {
        navigate(PeopleView.class);
        test($view(Button.class).withText("Invite a person").all().getFirst()).click();
        var forWhom = $(TextField.class).withCaption("For whom (optional)").single();
        test(forWhom).setValue("Grace from the second floor");

        test($(Button.class).withText("Make the link").single()).click();

        var link = $(TextField.class).withCaption("Link").single().getValue();
        assertThat(link).matches("http://.*/join/[A-Za-z0-9_-]{43}");
        test($(Button.class).withText("Done, I have the link").single()).click();
        assertThat($(TextField.class).withCaption("Link").exists()).isFalse();
        assertThat(getCurrentView().getElement().getTextRecursively())
                .contains("Open invitations", "Grace from the second floor")
                .doesNotContain("/join/");
    }

    @Test
    void letsTheInvitedChooseNameAndPassword() {
        var link = accounts.invite(admin, "", Set.of(Role.LEAD));
        TestPeople.actAsNobody();
        navigate(link.path(), JoinView.class);
        var name = "Grace " + UUID.randomUUID();
        test($(TextField.class).withCaption("Name").single()).setValue(name);
        var password = $(PasswordField.class).single();

        test(password).setValue("short");
        test($(Button.class).withText("Join").single()).click();
        assertThat(password.isInvalid()).isTrue();
        assertThat(password.getErrorMessage()).contains("12 characters");

        test(password).setValue(TestPeople.PASSWORD);
        assertThat(getCurrentView().getElement().getTextRecursively())
                .contains("very hard to guess");
        test($(Button.class).withText("Join").single()).click();

        assertThat(accounts.colleagues(admin))
                .filteredOn(colleague -> colleague.name().equals(name))
                .singleElement()
                .satisfies(it -> assertThat(it.roles()).containsExactly(Role.LEAD));
        navigate(link.path(), JoinView.class);
        assertThat($(H1.class).single().getText()).isEqualTo("This link does not work any more");
    }

    @Test
    void tellsAnInventedLinkFromNone() {
        TestPeople.actAsNobody();

        navigate("setup/invented", SetupView.class);

        assertThat($(H1.class).single().getText()).isEqualTo("This link does not work any more");
        assertThat($(TextField.class).exists()).isFalse();
    }

    @Test
    void changesOnesOwnPassword() {
        navigate(AccountView.class);
        var current = $(PasswordField.class).withCaption("Current password").single();
        var changed = $(PasswordField.class).withCaption("New password").single();
        test(current).setValue("not it");
        test(changed).setValue("nine brown owls sleep");
        var change = $(Button.class).withText("Change password").single();

        test(change).click();
        assertThat(current.getErrorMessage()).isEqualTo("This is not your current password.");
        test(current).setValue(TestPeople.PASSWORD);
        test(change).click();

        assertThat(changed.getValue()).isEmpty();
        accounts.changeOwnPassword(admin, "nine brown owls sleep", TestPeople.PASSWORD);
    }
}
