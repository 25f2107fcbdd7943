package org.interviewplanner.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.interviewplanner.web.data.TestDatabase;
import org.interviewplanner.web.security.OpenSessions.OpenSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
class OpenSessionsIT {
    @Autowired private AccountService accounts;
    @Autowired private People stored;
    @Autowired private SignIns signIns;
    @Autowired private ApplicationContext context;
    private OpenSessions sessions;
    private Member admin;
    private Member rater;
    private Tab ofAdmin;
    private Tab ofRater;

    @BeforeEach
    void openTabs() {
        var people = new TestPeople(context);
        admin = people.newTeamMember(Role.ADMIN);
        rater = people.colleagueOf(admin, Role.INTERVIEWER);
        // One of its own, whose timer is never started.
        sessions = new OpenSessions(new Standings(signIns));
        ofAdmin = new Tab(people.signIn(admin));
        ofRater = new Tab(people.signIn(rater));
        sessions.add(ofAdmin);
        sessions.add(ofRater);
        sessions.add(new Tab(null));
    }

    @Test
    void leavesOpenSessionsAlone() {
        sessions.compare();

        assertThat(List.of(ofAdmin.ended, ofRater.ended, ofAdmin.reloaded, ofRater.reloaded))
                .containsOnly(0);
    }

    @Test
    void endsTheTabsOfADisabledPersonOnly() {
        accounts.disable(admin, rater.person(), version());

        sessions.compare();

        assertThat(ofRater.ended).isOne();
        assertThat(ofAdmin.ended).isZero();
    }

    @Test
    void endsTheTabsOfWhoeverIsLoggedOutEverywhere() {
        accounts.endSessions(admin, rater.person());

        sessions.compare();

        assertThat(ofRater.ended).isOne();
    }

    @Test
    void endsTheTabsOfALogInThatWasEndedElsewhere() {
        var elsewhere = new Tab(new TestPeople(context).signIn(rater));
        sessions.add(elsewhere);
        var here = accounts.signIns(rater);
        assertThat(here).hasSize(2);

        accounts.endSignIn(rater, idOf(ofRater));
        sessions.compare();

        assertThat(ofRater.ended).isOne();
        assertThat(elsewhere.ended).isZero();
    }

    private static UUID idOf(Tab tab) {
        var signedIn = SignedIn.of(tab.security.getAuthentication());
        assertThat(signedIn).isNotNull();
        return signedIn.id();
    }

    @Test
    void showsTheTabsOfAPersonWithOtherRolesAnewOnce() {
        accounts.changeRoles(admin, rater.person(), version(), Set.of(Role.LEAD));

        sessions.compare();
        sessions.compare();

        assertThat(ofRater.reloaded).isOne();
        assertThat(ofRater.ended).isZero();
        assertThat(ofRater.security.getAuthentication().getAuthorities())
                .extracting(Object::toString)
                .containsExactly("ROLE_LEAD");
    }

    @Test
    void forgetsAClosedTab() {
        sessions.remove(ofRater);
        accounts.disable(admin, rater.person(), version());

        sessions.compare();

        assertThat(ofRater.ended).isZero();
    }

    private long version() {
        var version = stored.findById(rater.person()).orElseThrow().version();
        return version == null ? -1 : version;
    }

    private static final class Tab implements OpenSession {
        private final SecurityContext security = new SecurityContextImpl();
        private int reloaded;
        private int ended;

        Tab(@Nullable SignedIn signedIn) {
            if (signedIn != null) {
                security.setAuthentication(signedIn.toAuthentication(null));
            }
        }

        @Override
        public SecurityContext context() {
            return security;
        }

        @Override
        public void reload() {
            reloaded++;
        }

        @Override
        public void end() {
            ended++;
        }
    }
}
