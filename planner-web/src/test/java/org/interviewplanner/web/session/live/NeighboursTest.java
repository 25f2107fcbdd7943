package org.interviewplanner.web.session.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.interviewplanner.web.data.PersonId;
import org.interviewplanner.web.data.SessionId;
import org.interviewplanner.web.data.TeamId;
import org.interviewplanner.web.session.SessionChanged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the nodes say to each other. */
class NeighboursTest {
    private final TeamId team = new TeamId(UUID.randomUUID());
    private final SessionId session = new SessionId(UUID.randomUUID());

    @Test
    void understandWhatTheOthersSay() {
        var entry =
                new SessionChanged(
                        team, session, new PersonId(UUID.randomUUID()), UUID.randomUUID());
        var everybodys = new SessionChanged(team, session, null, null);

        assertThat(Neighbours.read("here", Neighbours.write("there", entry))).contains(entry);
        assertThat(Neighbours.read("here", Neighbours.write("there", everybodys)))
                .contains(everybodys);
    }

    @Test
    void turnADeafEarToTheirOwnVoice() {
        var change = new SessionChanged(team, session, null, null);

        assertThat(Neighbours.read("here", Neighbours.write("here", change))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "there", "there a b c d", "there - - - - -", "1 2 3 4 5 6"})
    void ignoreWhatIsNoMessage(String message) {
        assertThat(Neighbours.read("here", message)).isEmpty();
    }
}
