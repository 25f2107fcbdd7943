package org.interviewplanner.web.session.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.interviewplanner.web.data.PersonId;
import org.interviewplanner.web.data.SessionId;
import org.interviewplanner.web.data.TeamId;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.session.SessionChanged;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who hears of an entry. */
class LoudspeakerTest {
    private final Loudspeaker loudspeaker = new Loudspeaker();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final SessionId session = new SessionId(UUID.randomUUID());
    private final Member ada =
            new Member(
                    new PersonId(UUID.randomUUID()),
                    new TeamId(UUID.randomUUID()),
                    "Ada",
                    Set.of());
    private final Member grace =
            new Member(new PersonId(UUID.randomUUID()), ada.team(), "Grace", Set.of());

    @AfterEach
    void fallSilent() {
        loudspeaker.destroy();
    }

    @Test
    void anEntryIsToldToTheOtherPagesOfItsRater() throws Exception {
        listen(ada, "sender");
        listen(ada, "beside");
        listen(ada, null);
        listen(grace, "colleague");
        var entry = UUID.randomUUID();

        loudspeaker.tellOthers("sender", () -> tell(ada.person(), entry));

        assertThat(Set.of(next(), next())).containsExactlyInAnyOrder("beside", "null");
        assertSilence();
    }

    @Test
    void whatIsMoreThanTheEntryIsToldToItsSenderToo() throws Exception {
        listen(ada, "sender");

        loudspeaker.tellOthers("sender", () -> tell(ada.person(), null));

        assertThat(next()).isEqualTo("sender");
    }

    @Test
    void aPageThatHasSpokenHearsTheNextOne() throws Exception {
        listen(ada, "sender");
        loudspeaker.tellOthers("sender", () -> tell(ada.person(), UUID.randomUUID()));

        tell(ada.person(), UUID.randomUUID());

        assertThat(next()).isEqualTo("sender");
        assertSilence();
    }

    private void listen(Member member, @Nullable String page) {
        loudspeaker.listenAsPage(member, session, page, entry -> heard.add(String.valueOf(page)));
    }

    private boolean tell(PersonId rater, @Nullable UUID entry) {
        loudspeaker.tell(new SessionChanged(ada.team(), session, rater, entry));
        return true;
    }

    private String next() throws InterruptedException {
        return String.valueOf(heard.poll(10, TimeUnit.SECONDS));
    }

    private void assertSilence() throws InterruptedException {
        assertThat(heard.poll(100, TimeUnit.MILLISECONDS)).isNull();
    }
}
