package org.interviewplanner.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.interviewplanner.web.Screens;
import org.interviewplanner.web.blueprint.BlueprintService;
import org.interviewplanner.web.candidate.CandidateService;
import org.interviewplanner.web.data.TestDatabase;
import org.interviewplanner.web.session.Plan;
import org.interviewplanner.web.session.SessionService;
import org.interviewplanner.web.session.TestSets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/**
 * Every screen of the product by every role, from the class path: a new screen is tried unasked.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
class RoutesIT {
    /** Screens that anybody may open without having signed in. Each one more needs a reason. */
    private static final Set<String> DOORS =
            Set.of("login", "setup/:token", "join/:token", "new-password/:token");

    @Autowired private ApplicationContext context;
    @Autowired private BlueprintService blueprints;
    @Autowired private CandidateService candidates;
    @Autowired private SessionService sessions;
    @LocalServerPort private int port;

    static List<Class<?>> screens() {
        return Screens.all();
    }

    static Stream<Arguments> screensAndRoles() {
        return screens().stream()
                .flatMap(
                        screen -> Stream.of(Role.values()).map(role -> Arguments.of(screen, role)));
    }

    @Test
    void seesTheScreensOfThisRoom() {
        assertThat(screens())
                .extracting(Class::getSimpleName)
                .contains("LoginView", "SetupView", "JoinView", "PeopleView", "AccountView");
    }

    @ParameterizedTest
    @MethodSource("screens")
    void saysOfEveryScreenWhoMayOpenIt(Class<?> screen) {
        assertThat(
                        Stream.of(
                                        AnonymousAllowed.class,
                                        PermitAll.class,
                                        RolesAllowed.class,
                                        DenyAll.class)
                                .filter(screen::isAnnotationPresent))
                .as("%s needs exactly one annotation that says who may open it", screen)
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("screens")
    void opensOnlyTheDoorsToStrangers(Class<?> screen) throws Exception {
        try (var stranger = new Visitor(port)) {
            var answer = stranger.get(path(screen));

            if (DOORS.contains(screen.getAnnotation(Route.class).value())) {
                assertThat(answer.statusCode()).isEqualTo(200);
            } else {
                assertThat(screen.isAnnotationPresent(AnonymousAllowed.class)).isFalse();
                assertThat(answer.statusCode()).isEqualTo(302);
                assertThat(Visitor.target(answer)).isEqualTo("/login");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("screensAndRoles")
    void answersAMissingRoleLikeAnUnknownAddress(Class<?> screen, Role role) throws Exception {
        var member = new TestPeople(context).newTeamMember(role);
        try (var visitor = new Visitor(port)) {
            visitor.signIn(member.name(), TestPeople.PASSWORD);

            var answer = visitor.get(path(screen));
            var unknown = visitor.get("/no/such/" + UUID.randomUUID());

            assertThat(unknown.statusCode()).isEqualTo(404);
            if (isFor(screen, role) && !namesAThing(screen)) {
                assertThat(answer.statusCode()).isEqualTo(200);
            } else {
                assertThat(answer.statusCode()).isEqualTo(404);
                assertThat(answer.headers().map().keySet())
                        .isEqualTo(unknown.headers().map().keySet());
                assertThat(plain(answer.body())).isEqualTo(plain(unknown.body()));
            }
        }
    }

    /** Here the address names nothing: for whoever may open the screen too. */
    private static boolean namesAThing(Class<?> screen) {
        return screen.getAnnotation(Route.class).value().contains(":")
                && !DOORS.contains(screen.getAnnotation(Route.class).value());
    }

    @Test
    void answersAThingOfAnotherTeamLikeAnUnknownAddress() throws Exception {
        var people = new TestPeople(context);
        var member = people.newTeamMember(Role.values());
        var stranger = people.newTeamMember(Role.values());
        var set = new TestSets(context).newSet(member.team(), 4);
        var blueprint =
                blueprints.create(member, blueprints.presets(member, key -> key).getFirst());
        var candidate = candidates.add(member, "Robin Example", null, "").id();
        var session =
                sessions.plan(
                        member,
                        new Plan(candidate, set, Set.of(member.person()), Instant.now(), false));
        var addresses =
                List.of(
                        "/sets/" + set.value(),
                        "/print/" + set.value(),
                        "/blueprints/" + blueprint.value(),
                        "/build/" + blueprint.value(),
                        "/sessions/" + session.value() + "/live",
                        "/sessions/" + session.value() + "/paper",
                        "/sessions/" + session.value() + "/debrief");
        try (var own = new Visitor(port);
                var foreign = new Visitor(port)) {
            own.signIn(member.name(), TestPeople.PASSWORD);
            foreign.signIn(stranger.name(), TestPeople.PASSWORD);
            var unknown = foreign.get("/no/such/" + UUID.randomUUID());

            assertThat(own.get("/blueprints/new").statusCode()).isEqualTo(200);
            for (var address : addresses) {
                assertThat(own.get(address).statusCode()).as(address).isEqualTo(200);
                for (var other : List.of(address, address.replaceFirst("[0-9a-f-]{36}", "x"))) {
                    var answer = foreign.get(other);
                    assertThat(answer.statusCode()).as(other).isEqualTo(404);
                    assertThat(plain(answer.body())).isEqualTo(plain(unknown.body()));
                }
            }
        }
    }

    private static boolean isFor(Class<?> screen, Role role) {
        var roles = screen.getAnnotation(RolesAllowed.class);
        return roles != null
                ? Set.of(roles.value()).contains(role.name())
                : screen.isAnnotationPresent(PermitAll.class)
                        || screen.isAnnotationPresent(AnonymousAllowed.class);
    }

    /** The address, with an id that nothing has where the route wants one. */
    private static String path(Class<?> screen) {
        return "/"
                + screen.getAnnotation(Route.class)
                        .value()
                        .replaceAll(":[^/]+", UUID.randomUUID().toString());
    }

    /**
     * Without what differs between any two loads of the same page, and the way back to the root.
     */
    private static String plain(String page) {
        return page.replaceAll("<base href=\"[^\"]*\">", "")
                .replaceAll("name=\"_csrf\" content=\"[^\"]*\"", "");
    }
}
