package org.interviewplanner.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.interviewplanner.web.data.PersonId;
import org.interviewplanner.web.data.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
class AccountServiceIT {
    @Autowired private AccountService accounts;
    @Autowired private AdmissionService admissions;
    @Autowired private People stored;
    @Autowired private Passwords passwords;
    @Autowired private SignIns signIns;
    @Autowired private JdbcClient jdbc;
    private TestPeople people;
    private Member admin;

    @Autowired
    void context(ApplicationContext context) {
        people = new TestPeople(context);
    }

    @BeforeEach
    void makeTeam() {
        admin = people.newTeamMember(Role.ADMIN);
    }

    @AfterEach
    void leave() {
        TestPeople.actAsNobody();
    }

    @Test
    void namesTheColleaguesOfTheTeamOnly() {
        var colleague = people.colleagueOf(admin, Role.INTERVIEWER);
        people.newTeamMember(Role.INTERVIEWER);

        assertThat(accounts.colleagues(colleague))
                .extracting(Colleague::id)
                .containsExactlyInAnyOrder(admin.person(), colleague.person());
    }

    @Test
    void invitesSomebodyWhoJoinsOnce() {
        var link = accounts.invite(admin, "Grace", Set.of(Role.LEAD, Role.INTERVIEWER));
        assertThat(accounts.invitations(admin))
                .extracting(OpenInvitation::forWhom)
                .containsExactly("Grace");

        var name = "Grace " + UUID.randomUUID();
        var joined =
                admissions.join(
                        Admission.Kind.INVITATION, token(link), name, TestPeople.PASSWORD, "::1");

        assertThat(joined.team()).isEqualTo(admin.team());
        assertThat(joined.roles()).containsExactlyInAnyOrder(Role.LEAD, Role.INTERVIEWER);
        assertThat(accounts.invitations(admin)).isEmpty();
        assertThat(admissions.find(Admission.Kind.INVITATION, token(link))).isEmpty();
        assertRefused(
                Refusal.LINK_INVALID,
                () ->
                        admissions.join(
                                Admission.Kind.INVITATION,
                                token(link),
                                name + "2",
                                TestPeople.PASSWORD,
                                "::1"));
    }

    @Test
    void keepsTheLinkWhenTheNameIsTaken() {
        var link = accounts.invite(admin, "", Set.of(Role.LEAD));

        assertRefused(
                Refusal.NAME_TAKEN,
                () ->
                        admissions.join(
                                Admission.Kind.INVITATION,
                                token(link),
                                " " + admin.name().toUpperCase(java.util.Locale.ROOT),
                                TestPeople.PASSWORD,
                                "::1"));

        assertThat(admissions.find(Admission.Kind.INVITATION, token(link))).isPresent();
    }

    @Test
    void forgetsARevokedInvitation() {
        var link = accounts.invite(admin, "", Set.of(Role.LEAD));
        accounts.revoke(admin, accounts.invitations(admin).getFirst().id());

        assertThat(admissions.find(Admission.Kind.INVITATION, token(link))).isEmpty();
        assertThat(accounts.invitations(admin)).isEmpty();
    }

    @Test
    void takesNoLinkForAnotherKindOfLink() {
        var link = accounts.invite(admin, "", Set.of(Role.LEAD));

        assertThat(admissions.find(Admission.Kind.SETUP, token(link))).isEmpty();
        assertRefused(
                Refusal.LINK_INVALID,
                () -> admissions.setNewPassword(token(link), TestPeople.PASSWORD, "::1"));
    }

    @Test
    void keepsOnlyTheHashOfAToken() {
        var link = accounts.invite(admin, "", Set.of(Role.LEAD));

        assertThat(
                        jdbc.sql("select i::text from invitation i where team_id = :team")
                                .param("team", admin.team().value())
                                .query(String.class)
                                .list())
                .hasSize(1)
                .noneMatch(row -> row.contains(token(link)));
    }

    @Test
    void changesRoles() {
        var colleague = people.colleagueOf(admin, Role.INTERVIEWER);

        accounts.changeRoles(admin, colleague.person(), version(colleague), Set.of(Role.AUTHOR));

        assertThat(account(colleague).roles()).containsExactly(Role.AUTHOR);
        assertThat(actions())
                .containsExactly("person.roles-changed from [INTERVIEWER] to [AUTHOR]");
    }

    @Test
    void refusesAPersonWithoutRole() {
        var colleague = people.colleagueOf(admin, Role.INTERVIEWER);

        assertRefused(
                Refusal.NO_ROLE,
                () ->
                        accounts.changeRoles(
                                admin, colleague.person(), version(colleague), Set.of()));
        assertRefused(Refusal.NO_ROLE, () -> accounts.invite(admin, "", Set.of()));
    }

    @Test
    void tellsWhoeverWasSlower() {
        var colleague = people.colleagueOf(admin, Role.INTERVIEWER);
        var seen = version(colleague);
        accounts.changeRoles(admin, colleague.person(), seen, Set.of(Role.AUTHOR));

        assertThatExceptionOfType(OptimisticLockingFailureException.class)
                .isThrownBy(() -> accounts.disable(admin, colleague.person(), seen));
        assertThat(account(colleague).isEnabled()).isTrue();
    }

    @Test
    void disablesAndEnables() {
        var colleague = people.colleagueOf(admin, Role.INTERVIEWER);
        accounts.disable(admin, colleague.person(), version(colleague));
        assertThat(account(colleague).isEnabled()).isFalse();

        accounts.enable(admin, colleague.person(), version(colleague));

        assertThat(account(colleague).isEnabled()).isTrue();
        assertThat(actions()).containsExactly("person.enabled ", "person.disabled ");
    }

    @Test
    void letsNobodyRemoveThemselves() {
        people.colleagueOf(admin, Role.ADMIN);

        assertRefused(
                Refusal.ONESELF, () -> accounts.disable(admin, admin.person(), version(admin)));
        assertRefused(
                Refusal.ONESELF,
                () ->
                        accounts.changeRoles(
                                admin, admin.person(), version(admin), Set.of(Role.LEAD)));
    }

    @Test
    void keepsTheLastAdministratorWhenTwoRemoveEachOther() throws Exception {
        for (var round = 0; round < 5; round++) {
            var one = people.newTeamMember(Role.ADMIN);
            var other = people.colleagueOf(one, Role.ADMIN);

            atOnce(() -> disable(one, other), () -> disable(other, one));

            assertThat(accounts.accounts(one)).filteredOn(Account::isEnabled).hasSize(1);
        }
    }

    @Test
    void keepsTheLastEnabledAdministratorFromADisabledOne() {
        var other = people.colleagueOf(admin, Role.ADMIN);
        accounts.disable(admin, other.person(), version(other));

        // The disabled one still has the Member of a moment ago in hand.
        assertRefused(
                Refusal.LAST_ADMINISTRATOR,
                () -> accounts.disable(other, admin.person(), version(admin)));
        assertRefused(
                Refusal.LAST_ADMINISTRATOR,
                () ->
                        accounts.changeRoles(
                                other, admin.person(), version(admin), Set.of(Role.LEAD)));
    }

    @Test
    void setsANewPasswordByLinkOnce() {
        var colleague = people.colleagueOf(admin, Role.INTERVIEWER);
        var stale = accounts.newPasswordLink(admin, colleague.person());
        var link = accounts.newPasswordLink(admin, colleague.person());
        assertThat(admissions.find(Admission.Kind.NEW_PASSWORD, token(stale))).isEmpty();
        assertThat(admissions.find(Admission.Kind.NEW_PASSWORD, token(link)))
                .hasValueSatisfying(it -> assertThat(it.name()).isEqualTo(colleague.name()));

        admissions.setNewPassword(token(link), "nine brown owls sleep", "::1");

        assertThat(row(colleague).generation()).isEqualTo(1);
        assertThat(passwords.matches("nine brown owls sleep", row(colleague).passwordHash()))
                .isTrue();
        assertRefused(
                Refusal.LINK_INVALID,
                () -> admissions.setNewPassword(token(link), TestPeople.PASSWORD, "::1"));
    }

    @Test
    void changesOnesOwnPasswordAndKeepsThisSession() {
        var elsewhere = people.signIn(admin);
        var here = people.signIn(admin);
        SecurityContextHolder.getContext().setAuthentication(here.toAuthentication(null));

        assertRefused(
                Refusal.PASSWORD_WRONG,
                () -> accounts.changeOwnPassword(admin, "not it", "nine brown owls sleep"));
        assertRefused(
                Refusal.PASSWORD_SHORT,
                () -> accounts.changeOwnPassword(admin, TestPeople.PASSWORD, "short"));
        accounts.changeOwnPassword(admin, TestPeople.PASSWORD, "nine brown owls sleep");

        assertThat(accounts.signIns(admin))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.id()).isEqualTo(here.id());
                    assertThat(it.here()).isTrue();
                });
        assertThat(signIns.find(here.id())).isPresent();
        assertThat(signIns.find(elsewhere.id())).isEmpty();
    }

    @Test
    void endsOnlyOnesOwnLogIns() {
        var other = people.colleagueOf(admin, Role.INTERVIEWER);
        var signIn = people.signIn(other);

        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> accounts.endSignIn(admin, signIn.id()));
        accounts.endSignIn(other, signIn.id());

        assertThat(signIns.find(signIn.id())).isEmpty();
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> accounts.endSignIn(other, signIn.id()));
    }

    @Test
    void letsAPersonEndTheirOwnSessionsButNoOnesElse() {
        var one = people.colleagueOf(admin, Role.INTERVIEWER);
        var other = people.colleagueOf(admin, Role.INTERVIEWER);

        accounts.endSessions(one, one.person());

        assertThat(row(one).generation()).isEqualTo(1);
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> accounts.endSessions(one, other.person()));
    }

    /** What only administrators may, each with an id that exists. */
    private interface Deed {
        void by(Member member, AccountServiceIT test, Member target);
    }

    static Stream<Arguments> deedsOfAdministrators() {
        List<java.util.Map.Entry<String, Deed>> deeds =
                List.of(
                        deed("accounts", (by, test, target) -> test.accounts.accounts(by)),
                        deed("invitations", (by, test, target) -> test.accounts.invitations(by)),
                        deed(
                                "invite",
                                (by, test, target) ->
                                        test.accounts.invite(by, "", Set.of(Role.LEAD))),
                        deed("revoke", (by, test, target) -> test.revokeNew(by)),
                        deed(
                                "changeRoles",
                                (by, test, target) ->
                                        test.accounts.changeRoles(
                                                by,
                                                target.person(),
                                                test.version(target),
                                                Set.of(Role.ADMIN))),
                        deed("disable", (by, test, target) -> test.disable(by, target)),
                        deed(
                                "enable",
                                (by, test, target) ->
                                        test.accounts.enable(
                                                by, target.person(), test.version(target))),
                        deed(
                                "newPasswordLink",
                                (by, test, target) ->
                                        test.accounts.newPasswordLink(by, target.person())),
                        deed(
                                "endSessions",
                                (by, test, target) ->
                                        test.accounts.endSessions(by, target.person())));
        return deeds.stream()
                .flatMap(deed ->
                        Stream.of(Role.values())
                                .map(role -> Arguments.of(deed.getKey(), role, deed.getValue())));
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("deedsOfAdministrators")
    void letsOnlyAdministrators(String name, Role role, Deed deed) {
        var by = people.colleagueOf(admin, role);
        var target = people.colleagueOf(admin, Role.INTERVIEWER);
        var before = row(target);

        if (role == Role.ADMIN) {
            deed.by(by, this, target);
        } else {
            assertThatThrownBy(() -> deed.by(by, this, target))
                    .isInstanceOf(NotFoundException.class)
                    .hasMessage("Not found.");
            assertThat(row(target)).isEqualTo(before);
        }
    }

    @ParameterizedTest(name = "{0} by {1} of another team")
    @MethodSource("deedsOfAdministrators")
    void hidesOtherTeams(String name, Role role, Deed deed) {
        var by = people.newTeamMember(role);
        var target = people.colleagueOf(admin, Role.INTERVIEWER);
        var before = row(target);
        if (role == Role.ADMIN && Set.of("accounts", "invitations", "invite").contains(name)) {
            assertThat(accounts.accounts(by)).extracting(Account::id).containsExactly(by.person());
            return;
        }

        assertThatThrownBy(() -> deed.by(by, this, target))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("Not found.");
        assertThat(row(target)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void letsEveryRoleChangeTheirOwnPassword(Role role) {
        var member = people.colleagueOf(admin, role);

        accounts.changeOwnPassword(member, TestPeople.PASSWORD, "nine brown owls sleep");

        assertThat(accounts.colleagues(member)).hasSize(2);
        assertThat(passwords.matches("nine brown owls sleep", row(member).passwordHash())).isTrue();
    }

    @Test
    void knowsNobodyByAnInventedId() {
        var nobody = PersonId.create();

        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> accounts.disable(admin, nobody, 0));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> accounts.newPasswordLink(admin, nobody));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> accounts.revoke(admin, UUID.randomUUID()));
    }

    @Test
    void givesTheSetupLinkToExactlyOneOfMany() throws Exception {
        var team = people.newTeam();
        var stale = admissions.offerSetup(team).orElseThrow();
        var link = admissions.offerSetup(team).orElseThrow();
        assertThat(admissions.find(Admission.Kind.SETUP, token(stale))).isEmpty();

        var won =
                atOnce(
                        () -> setUp(link, "Ada " + UUID.randomUUID()),
                        () -> setUp(link, "Bea " + UUID.randomUUID()),
                        () -> setUp(link, "Cyd " + UUID.randomUUID()));

        assertThat(won).containsOnlyOnce(true);
        var people = stored.findAllByTeamIdOrderByName(team);
        assertThat(people).hasSize(1);
        assertThat(people.getFirst().roleSet()).containsExactlyInAnyOrder(Role.values());
        assertThat(admissions.offerSetup(team)).isEmpty();
    }

    @Test
    void forgetsALinkWhenItsTimeIsOver() {
        var team = people.newTeam();
        var link = admissions.offerSetup(team).orElseThrow();
        jdbc.sql(
                        "update invitation set expires_at = now() - interval '1 second' where team_id = :id")
                .param("id", team.value())
                .update();

        assertThat(admissions.find(Admission.Kind.SETUP, token(link))).isEmpty();
        assertThat(setUp(link, "Ada " + UUID.randomUUID())).isFalse();
    }

    private boolean setUp(OneTimeLink link, String name) {
        try {
            admissions.join(Admission.Kind.SETUP, token(link), name, TestPeople.PASSWORD, "::1");
            return true;
        } catch (RefusedException e) {
            assertThat(e.refusal()).isEqualTo(Refusal.LINK_INVALID);
            return false;
        }
    }

    private boolean disable(Member by, Member target) {
        try {
            accounts.disable(by, target.person(), version(target));
            return true;
        } catch (RefusedException e) {
            return false;
        }
    }

    private void revokeNew(Member by) {
        accounts.invite(admin, "", Set.of(Role.LEAD));
        accounts.revoke(by, accounts.invitations(admin).getFirst().id());
    }

    @SafeVarargs
    private static List<Boolean> atOnce(Callable<Boolean>... deeds) throws Exception {
        var start = new CyclicBarrier(deeds.length);
        try (var threads = Executors.newFixedThreadPool(deeds.length)) {
            var results =
                    threads.invokeAll(
                            Stream.of(deeds)
                                    .<Callable<Boolean>>map(deed ->
                                            () -> {
                                                start.await();
                                                return deed.call();
                                            })
                                    .toList());
            var answers = new java.util.ArrayList<Boolean>();
            for (var result : results) {
                answers.add(result.get());
            }
            return answers;
        }
    }

    private static java.util.Map.Entry<String, Deed> deed(String name, Deed deed) {
        return java.util.Map.entry(name, deed);
    }

    private static void assertRefused(Refusal refusal, Runnable deed) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(deed::run)
                .extracting(RefusedException::refusal)
                .isEqualTo(refusal);
    }

    private List<String> actions() {
        return jdbc.sql(
                        "select action || ' ' || details from audit where team_id = :team order by"
                                + " sequence desc")
                .param("team", admin.team().value())
                .query(String.class)
                .list();
    }

    private Account account(Member member) {
        return accounts.accounts(admin).stream()
                .filter(account -> account.id().equals(member.person()))
                .findFirst()
                .orElseThrow();
    }

    private PersonRow row(Member member) {
        return stored.findById(member.person()).orElseThrow();
    }

    private long version(Member member) {
        var version = row(member).version();
        return version == null ? -1 : version;
    }

    private static String token(OneTimeLink link) {
        return link.path().substring(link.path().indexOf('/') + 1);
    }
}
