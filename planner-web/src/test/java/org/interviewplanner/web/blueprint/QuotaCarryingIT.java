package org.interviewplanner.web.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Set;
import org.interviewplanner.assembly.Assembly;
import org.interviewplanner.bank.Difficulty;
import org.interviewplanner.web.bank.BankSection;
import org.interviewplanner.web.bank.BankService;
import org.interviewplanner.web.bank.ProposalService;
import org.interviewplanner.web.bank.SectionChange;
import org.interviewplanner.web.bank.TestBank;
import org.interviewplanner.web.data.BlueprintId;
import org.interviewplanner.web.data.SectionId;
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
import org.springframework.test.context.ContextConfiguration;

/** A split section takes along what saved blueprints ask of it. */
@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
class QuotaCarryingIT {
    private static final String DOCUMENT =
            """
            # Notes

            ## Water

            1. Why does a river bend?
               *level 2 · 3 min · approved*
            2. Where does a river end?
               *level 2 · 3 min · approved*
            3. Which river is the longest?
               *level 3 · 3 min · approved*
            4. How deep can a lake be?
               *level 3 · 3 min · approved*
            5. What lives here?
               *level 3 · 3 min · approved*

            ## Suggestions

            Split the section "Water" into "River" and "Lake".
            """;

    @Autowired BlueprintService blueprints;
    @Autowired BankService bank;
    @Autowired ProposalService proposals;
    @Autowired ApplicationContext context;

    private TestPeople people;
    private Member lead;
    private BlueprintId id;

    @BeforeEach
    void planWithOneSection() {
        people = new TestPeople(context);
        lead = people.newTeamMember(Role.LEAD, Role.AUTHOR);
        TestBank.fill(bank, lead, DOCUMENT);
        var water = section("Water");
        id =
                blueprints.create(
                        lead,
                        new BlueprintDraft(
                                "Swimmers",
                                5,
                                900,
                                0,
                                3_600,
                                true,
                                List.of(
                                        new Quota(water, null, 5, 5, 5),
                                        new Quota(null, Difficulty.BASIC, 0, 2, null),
                                        new Quota(water, Difficulty.BASIC, 1, 200, null),
                                        new Quota(water, Difficulty.EXPERT, 0, 1, null)),
                                Set.of(),
                                Set.of()));
    }

    private SectionId section(String path) {
        return bank.sections(lead).stream()
                .filter(it -> it.pathName().equals(path))
                .map(BankSection::id)
                .findFirst()
                .orElseThrow();
    }

    private SectionChange split() {
        return proposals.sectionChanges(lead).getFirst();
    }

    private SavedBlueprint saved() {
        return blueprints.blueprint(lead, id);
    }

    private void apply(boolean carries) {
        var moves = proposals.preview(lead, split(), null, null);
        assertThat(moves.carries()).isTrue();
        proposals.apply(lead, split(), section("Water"), moves.carrying(carries));
    }

    @Test
    void sharesTheQuotasOutByTheQuestionsThatMovedAndTakesThatBack() {
        var before = saved().draft();

        apply(true);

        var water = section("Water");
        var river = section("Water / River");
        var lake = section("Water / Lake");
        assertThat(saved().draft().quotas())
                .containsExactlyInAnyOrder(
                        new Quota(water, null, 1, 1, 1),
                        new Quota(river, null, 3, 3, 3),
                        new Quota(lake, null, 1, 1, 1),
                        new Quota(null, Difficulty.BASIC, 0, 2, null),
                        // All at this level are rivers; no upper bound stays none.
                        new Quota(river, Difficulty.BASIC, 1, 200, null),
                        // Nothing at this level moved or stayed.
                        new Quota(water, Difficulty.EXPERT, 0, 1, null));
        assertThat(blueprints.check(lead, saved().draft()).outcome())
                .isInstanceOf(Assembly.Assembled.class);
        assertThat(saved().sections()).containsEntry(river, "Water / River");

        proposals.undo(lead, split());

        assertThat(saved().draft()).isEqualTo(before);
        assertThat(bank.sections(lead)).extracting(BankSection::pathName).containsExactly("Water");
    }

    @Test
    void leavesBlueprintsAloneIfAPersonWants() {
        var before = saved();

        apply(false);

        assertThat(saved()).isEqualTo(before);
        assertThat(blueprints.check(lead, saved().draft()).outcome())
                .isInstanceOf(Assembly.Infeasible.class);
    }

    @Test
    void aBlueprintThatWasSavedSinceStaysAsItIs() {
        apply(true);
        var mine =
                saved().draft().with(List.of(new Quota(section("Water / Lake"), null, 0, 1, null)));
        blueprints.update(lead, id, saved().version(), mine);

        proposals.undo(lead, split());

        assertThat(saved().draft()).isEqualTo(mine);
    }

    @Test
    void anAuthorMaySplitButChangesNoBlueprint() {
        var author = people.colleagueOf(lead, Role.AUTHOR);
        var moves = proposals.preview(author, split(), null, null);

        assertThat(moves.carries()).isFalse();
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() ->
                        proposals.apply(author, split(), section("Water"), moves.carrying(true)));
        assertThat(split().applied()).isFalse();
        proposals.apply(author, split(), section("Water"), moves);
        assertThat(saved().draft().quotas()).contains(new Quota(section("Water"), null, 5, 5, 5));
    }
}
