package org.interviewplanner.web.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.interviewplanner.bank.Status;
import org.interviewplanner.web.bank.SectionChange.Kind;
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
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
class ProposalServiceIT {
    private static final String DOCUMENT =
            """
            # Rivers

            ## Water

            1. Why does a river bend in its valley?
            2. What feeds a spring in summer?
            3. Which springs are warm?
            4. How deep can a lake be?
            """;

    @Autowired private BankService bank;
    @Autowired private ProposalService proposals;
    @Autowired private JdbcClient jdbc;
    private TestPeople people;
    private Member author;

    @Autowired
    void context(ApplicationContext context) {
        people = new TestPeople(context);
    }

    @BeforeEach
    void fillBank() {
        author = people.newTeamMember(Role.AUTHOR);
        importing(DOCUMENT);
    }

    private ImportResult importing(String text) {
        var preview = (ImportPreview.Ready) bank.preview(author, "rivers.md", text);
        return bank.accept(author, preview, preview.guess());
    }

    private BankQuestion question(String words) {
        return bank.page(author, QuestionFilter.ALL.withText(words), 0, 1).getFirst();
    }

    /** A suggestion as an import of {@code rivers.md} stores it. */
    private Suggestion.Rewording suggest(String words, String wording, boolean approved) {
        jdbc.sql(
                        """
                        insert into proposal (id, team_id, import_id, kind, question_id, quoted, wording, matched, approved, source_line)
                        select ?, i.team_id, i.id, 'REWORDING', ?, 'old', ?, 'SAME_WORDS', ?, 9
                        from bank_import i where i.team_id = ?
                        """)
                .params(
                        UUID.randomUUID(),
                        question(words).id().value(),
                        wording,
                        approved,
                        author.team().value())
                .update();
        return (Suggestion.Rewording) proposals.open(author).getLast();
    }

    private SectionChange suggest(Kind kind, List<String> names) {
        var id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into section_proposal (id, team_id, import_id, kind, section_id, section_name, names, source_line)
                        select ?, i.team_id, i.id, ?, s.id, s.name, ?, 12
                        from bank_import i join section s on s.team_id = i.team_id where i.team_id = ? and s.name = 'Water'
                        """)
                .params(id, kind.name(), names.toArray(String[]::new), author.team().value())
                .update();
        return change(id);
    }

    private SectionChange change(UUID id) {
        return proposals.sectionChanges(author).stream()
                .filter(it -> it.id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anAcceptedWordingBecomesARevisionAndItsMarkApproves() {
        var lake = question("lake").id();
        var rewording = suggest("lake", "How deep is the deepest lake?", true);

        proposals.accept(author, rewording, rewording.wording());

        var now = bank.question(author, lake);
        assertThat(now.text().wording()).isEqualTo("How deep is the deepest lake?");
        assertThat(now.status()).isEqualTo(Status.APPROVED);
        assertThat(now.reviewer()).isEqualTo(author.name());
        assertThat(bank.history(author, lake)).hasSize(2);
        assertThat(proposals.open(author)).isEmpty();
        assertThat(importing(DOCUMENT).isNothing()).isTrue();
    }

    @Test
    void aPersonMayChangeAWordingBeforeAcceptingIt() {
        var rewording = suggest("lake", "How deep is the deepest lake?", false);

        proposals.accept(author, rewording, "How deep is Lake Baikal?");

        assertThat(question("Baikal").status()).isEqualTo(Status.DRAFT);
    }

    @Test
    void acceptsAllAtOnce() {
        suggest("lake", "How deep is the deepest lake?", false);
        suggest("bend", "Why do rivers bend?", false);
        var open = new ArrayList<Suggestion.Rewording>();
        proposals.open(author).forEach(it -> open.add((Suggestion.Rewording) it));

        assertThat(proposals.acceptAll(author, open)).isEqualTo(2);
        assertThat(proposals.count(author)).isZero();
    }

    @Test
    void aRejectedWordingLeavesTheQuestionAlone() {
        var rewording = suggest("lake", "How deep is the deepest lake?", false);

        proposals.reject(author, List.of(rewording));

        assertThat(question("lake").wording()).isEqualTo("How deep can a lake be?");
        assertThat(proposals.open(author)).isEmpty();
    }

    @Test
    void tellsTheSlowerOneThatItWasDecided() {
        var rewording = suggest("lake", "How deep is the deepest lake?", false);
        proposals.reject(author, List.of(rewording));

        assertThatExceptionOfType(OptimisticLockingFailureException.class)
                .isThrownBy(() -> proposals.accept(author, rewording, rewording.wording()));
        assertThat(bank.history(author, question("lake").id())).hasSize(1);
    }

    @Test
    void retiresWhatTheDocumentDroppedOnlyWhenAccepted() {
        importing(DOCUMENT.replace("4. How deep can a lake be?\n", ""));
        var retirement = (Suggestion.Retirement) proposals.open(author).getFirst();
        var lake = question("lake").id();

        proposals.accept(author, retirement);

        assertThat(bank.question(author, lake).status()).isEqualTo(Status.RETIRED);
    }

    @Test
    void splitsASectionAsGuessedAndTakesItBack() {
        var before = bank.pool(author);
        var split = suggest(Kind.SPLIT, List.of("Rivers", "Springs", "Empty"));
        var water = bank.sections(author).getFirst();

        var moves = proposals.preview(author, split, null, null);
        proposals.apply(author, split, water.id(), moves);

        assertThat(moves.moves()).extracting(SectionMoves.Move::to).containsExactly(0, 1, 1, null);
        assertThat(bank.sections(author))
                .extracting(BankSection::pathName)
                .containsExactly("Water", "Water / Rivers", "Water / Springs");
        assertThat(question("warm").path()).containsExactly("Water", "Springs");

        proposals.undo(author, change(split.id().value()));

        assertThat(bank.sections(author)).containsExactly(water);
        assertThat(bank.pool(author)).isEqualTo(before);
        assertThat(change(split.id().value()).applied()).isFalse();
    }

    @Test
    void renamesASectionAndTakesItBack() {
        var rename = suggest(Kind.RENAME, List.of("Waters"));
        var water = bank.sections(author).getFirst();

        proposals.apply(author, rename, water.id(), proposals.preview(author, rename, null, null));
        assertThat(bank.sections(author).getFirst().name()).isEqualTo("Waters");
        assertThat(importing(DOCUMENT).isNothing()).isTrue();
        proposals.undo(author, change(rename.id().value()));

        assertThat(bank.sections(author)).containsExactly(water);
    }

    @Test
    void severalNewNamesAreThoseOfTheSectionsBelow() {
        var water = bank.sections(author).getFirst().id();
        bank.addSection(author, water, "Running");
        bank.addSection(author, water, "Still");
        var rename = suggest(Kind.RENAME, List.of("Rivers", "Lakes"));

        proposals.apply(author, rename, water, proposals.preview(author, rename, null, null));
        assertThat(bank.sections(author))
                .extracting(BankSection::name)
                .containsExactly("Water", "Rivers", "Lakes");
        proposals.undo(author, change(rename.id().value()));

        assertThat(bank.sections(author))
                .extracting(BankSection::name)
                .containsExactly("Water", "Running", "Still");
    }

    @Test
    void appliesOnlyOneOfTwoThatContradict() {
        var one = suggest(Kind.SPLIT, List.of("Rivers", "Springs"));
        var other = suggest(Kind.SPLIT, List.of("Flowing", "Standing"));
        var water = bank.sections(author).getFirst();
        proposals.apply(author, one, water.id(), proposals.preview(author, one, null, null));

        assertThat(proposals.sectionChanges(author))
                .extracting(SectionChange::id)
                .containsExactly(one.id());
        var moves = new SectionMoves(List.of("Flowing"), List.of(), List.of(), List.of(), false);
        assertThatExceptionOfType(OptimisticLockingFailureException.class)
                .isThrownBy(() -> proposals.apply(author, other, water.id(), moves));
    }

    @Test
    void tellsNobodyOfAnotherTeamAnything() {
        var rewording = suggest("lake", "How deep is the deepest lake?", false);
        var split = suggest(Kind.SPLIT, List.of("Rivers", "Springs"));
        var water = bank.sections(author).getFirst().id();
        var stranger = people.newTeamMember(Role.AUTHOR);
        var interviewer = people.colleagueOf(author, Role.INTERVIEWER);

        assertThat(proposals.open(stranger)).isEmpty();
        assertThat(proposals.sectionChanges(stranger)).isEmpty();
        assertThat(proposals.count(stranger)).isZero();
        assertThatExceptionOfType(OptimisticLockingFailureException.class)
                .isThrownBy(() -> proposals.accept(stranger, rewording, "Mine?"));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> proposals.preview(stranger, split, water, null));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> proposals.open(interviewer));
        assertThat(question("lake").wording()).isEqualTo("How deep can a lake be?");
    }

    // ---- sections that moved in the document

    private static final String BEFORE =
            """
            # Notes

            ## Land

            ### Water

            1. Why does a river bend in its valley?
            2. What feeds a spring in summer?

            ### Air

            1. Where does wind come from?

            ## Sea

            1. Why is the sea salty?
            """;

    private static final String AFTER =
            """
            # Notes

            ## Land

            ### Air

            1. Where does wind come from?

            ## Sea

            1. Why is the sea salty?

            ### Water

            1. Why does a river bend in its valley?
            2. What feeds a spring in summer?
            """;

    private SectionChange moved() {
        author = people.newTeamMember(Role.AUTHOR);
        importing(BEFORE);
        var result = importing(AFTER);
        assertThat(result.created() + result.revised() + result.missing()).isZero();
        assertThat(result.sectionProposals()).isEqualTo(1);
        return proposals.sectionChanges(author).getFirst();
    }

    private List<String> paths() {
        return bank.sections(author).stream().map(BankSection::pathName).toList();
    }

    private SectionId section(String path) {
        return bank.sections(author).stream()
                .filter(it -> it.pathName().equals(path))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    void movesASectionThatTheDocumentMovedAndTakesItBack() {
        var move = moved();
        assertThat(move.kind()).isEqualTo(Kind.MOVE);
        assertThat(move.names()).containsExactly("Sea");
        var before = bank.pool(author);
        var water = section("Land / Water");

        proposals.apply(author, move, water, proposals.preview(author, move, null, null));

        assertThat(paths()).containsExactly("Land", "Land / Air", "Sea", "Sea / Water");
        assertThat(question("spring").section()).isEqualTo(water);
        assertThat(importing(AFTER).isNothing()).isTrue();

        proposals.undo(author, change(move.id().value()));

        assertThat(paths()).containsExactly("Land", "Land / Water", "Land / Air", "Sea");
        assertThat(bank.pool(author)).isEqualTo(before);
    }

    @Test
    void aPlaceThatAPersonDecidedStays() {
        var move = moved();
        var water = section("Land / Water");
        proposals.apply(author, move, water, proposals.preview(author, move, null, List.of("Sky")));
        assertThat(paths()).contains("Sky / Water");

        assertThat(importing(AFTER).isNothing()).isTrue();
        assertThat(importing(BEFORE).isNothing()).isTrue();
        proposals.undo(author, change(move.id().value()));

        assertThat(paths()).containsExactly("Land", "Land / Water", "Land / Air", "Sea");
        proposals.reject(author, change(move.id().value()));
        assertThat(importing(AFTER).isNothing()).isTrue();
    }

    @Test
    void movesNoSectionInsideItselfNorOntoAnother() {
        var move = moved();
        var water = section("Land / Water");
        bank.addSection(author, section("Sea"), "water");
        var moves = proposals.preview(author, move, null, null);
        var inside = proposals.preview(author, move, null, List.of("Land", "Water"));

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> proposals.apply(author, move, water, moves));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> proposals.apply(author, move, water, inside));
        assertThat(change(move.id().value()).applied()).isFalse();
        assertThat(paths()).contains("Land / Water");
    }

    @Test
    void aSectionWhoseQuestionsAPersonMovedElsewhereHasNotMoved() {
        author = people.newTeamMember(Role.AUTHOR);
        importing(BEFORE);
        var rivers = bank.addSection(author, null, "Rivers");
        bank.move(author, List.of(question("bend").id(), question("spring").id()), rivers);

        assertThat(importing(AFTER).sectionProposals()).isZero();
        assertThat(question("bend").section()).isEqualTo(rivers);
    }
}
