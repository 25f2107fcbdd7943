package org.interviewplanner.web.security;

import java.util.Set;
import java.util.UUID;
import org.interviewplanner.web.data.TeamId;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * People for tests, straight from the database's door: {@code new TestPeople(applicationContext)}.
 *
 * <p>Each test that makes its own team is alone in it, however many tests share the database.
 */
public final class TestPeople {
    /** The password of everybody made here. */
    public static final String PASSWORD = "a Heron waits in 3 reeds";

    /** As cheap as bcrypt gets: a test's people need no protection. */
    private static final String HASH = new Passwords(4).encode(PASSWORD);

    private final People people;
    private final Teams teams;
    private final SignIns signIns;

    public TestPeople(ApplicationContext context) {
        people = context.getBean(People.class);
        teams = context.getBean(Teams.class);
        signIns = context.getBean(SignIns.class);
    }

    /** A person with these roles in a new team. */
    public Member newTeamMember(Role... roles) {
        return newMember(newTeam(), roles);
    }

    /** One more person in the team of the other. */
    public Member colleagueOf(Member other, Role... roles) {
        return newMember(other.team(), roles);
    }

    /** A person with these roles in the team; the name is made up and unique. */
    public Member newMember(TeamId team, Role... roles) {
        var name = "Test " + UUID.randomUUID();
        return people.save(PersonRow.create(team, name, HASH, Set.of(roles))).toMember();
    }

    public TeamId newTeam() {
        return teams.create("Test team");
    }

    /** Stores a log-in of the member, as from a browser without a name. */
    SignedIn signIn(Member member) {
        var generation = people.findById(member.person()).orElseThrow().generation();
        var signedIn = new SignedIn(UUID.randomUUID(), member, generation);
        signIns.begin(signedIn, new Device("", ""), "::1");
        return signedIn;
    }

    /** From now on the member is at work in this thread, and in the views it opens. */
    public static void actAs(Member member) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                new SignedIn(UUID.randomUUID(), member, 0).toAuthentication(null));
        SecurityContextHolder.setContext(context);
    }

    /** From now on nobody is at work in this thread. */
    public static void actAsNobody() {
        SecurityContextHolder.clearContext();
    }
}
