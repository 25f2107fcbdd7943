package org.interviewplanner.web.candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.interviewplanner.web.data.CandidateId;
import org.interviewplanner.web.data.TestDatabase;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.security.NotFoundException;
import org.interviewplanner.web.security.Role;
import org.interviewplanner.web.security.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
class CandidateServiceIT {
    @Autowired ApplicationContext context;
    @Autowired CandidateService candidates;

    Member lead;
    TestPeople people;

    @BeforeEach
    void makeTeam() {
        people = new TestPeople(context);
        lead = people.newTeamMember(Role.LEAD);
    }

    @Test
    void addsAndEditsWithoutSpacesAround() {
        var kim = candidates.add(lead, "  Kim  ", " kim@example.org ", "");
        assertThat(kim.name()).isEqualTo("Kim");
        assertThat(kim.email()).isEqualTo("kim@example.org");

        candidates.edit(lead, new Candidate(kim.id(), kim.version(), "Kim B.", " ", "Referred"));

        assertThat(candidates.candidates(lead))
                .singleElement()
                .satisfies(changed -> {
                    assertThat(changed.name()).isEqualTo("Kim B.");
                    assertThat(changed.email()).isNull();
                    assertThat(changed.note()).isEqualTo("Referred");
                });
    }

    @Test
    void tellsThatSomebodyWasFaster() {
        var kim = candidates.add(lead, "Kim", null, "");
        candidates.edit(lead, new Candidate(kim.id(), kim.version(), "First", null, ""));

        assertThatThrownBy(() ->
                        candidates.edit(
                                lead, new Candidate(kim.id(), kim.version(), "Second", null, "")))
                .isInstanceOf(OptimisticLockingFailureException.class);
    }

    @Test
    void saysWhatIsWrongWithAText() {
        assertThatThrownBy(() -> candidates.add(lead, "  ", null, ""))
                .hasMessage(
                        "The name of a candidate (0 characters) must have 1 to 150 characters.");
        assertThatThrownBy(() -> candidates.add(lead, "Kim", "nowhere", ""))
                .hasMessage(
                        """
                        The e-mail address of a candidate (nowhere) must contain @ and have 3 to 254 characters.
                        Maybe leave it empty.\
                        """);
        assertThatThrownBy(() -> candidates.add(lead, "Kim", null, "x".repeat(10_001)))
                .hasMessage(
                        "The note on a candidate (10001 characters) must have at most 10000"
                                + " characters.");
    }

    @Test
    void tellsInterviewersNamesAndNothingElse() {
        var kim = candidates.add(lead, "Kim", null, "").id();
        var interviewer = people.colleagueOf(lead, Role.INTERVIEWER);

        assertThat(candidates.names(interviewer, List.of(kim))).containsEntry(kim, "Kim");
        assertThatNotFound(() -> candidates.candidate(interviewer, kim));
        assertThatNotFound(() -> candidates.candidates(interviewer));
    }

    @Test
    void saysTheSameNotFoundToEverybodyElse() {
        var kim = candidates.add(lead, "Kim", null, "");
        var foreign = people.newTeamMember(Role.LEAD);
        assertThatNotFound(() -> candidates.candidate(foreign, kim.id()));
        assertThatNotFound(() -> candidates.edit(foreign, kim));
        assertThat(candidates.candidates(foreign)).isEmpty();
        assertThat(candidates.names(foreign, List.of(kim.id()))).isEmpty();
        assertThatNotFound(() -> candidates.candidate(lead, CandidateId.create()));
        for (var role : List.of(Role.ADMIN, Role.AUTHOR)) {
            var wrong = people.colleagueOf(lead, role);
            assertThatNotFound(() -> candidates.candidates(wrong));
            assertThatNotFound(() -> candidates.candidate(wrong, kim.id()));
            assertThatNotFound(() -> candidates.names(wrong, List.of(kim.id())));
            assertThatNotFound(() -> candidates.add(wrong, "Kim", null, ""));
            assertThatNotFound(() -> candidates.edit(wrong, kim));
        }
    }

    private static void assertThatNotFound(ThrowingCallable call) {
        assertThatThrownBy(call).isExactlyInstanceOf(NotFoundException.class);
    }
}
