package org.interviewplanner.web.bank;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.interviewplanner.bank.Difficulty;
import org.interviewplanner.bank.Mark;
import org.interviewplanner.bank.Status;
import org.interviewplanner.web.data.CandidateId;
import org.interviewplanner.web.data.QuestionId;
import org.interviewplanner.web.data.RevisionId;
import org.interviewplanner.web.data.SectionId;
import org.interviewplanner.web.data.SessionId;
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
class BankServiceIT {
    private static final String DOCUMENT =
            """
            # Rivers

            ## Water

            1. Why does a river bend? **done**
            2. What feeds a spring?
               *level 2 · 4 min · tags: springs, rain*
            3. How deep can a lake be?

            ## Banks

            1. What holds a bank together?
            2. Name two plants of wet soil.
            """;

    @Autowired private BankService bank;
    @Autowired private JdbcClient jdbc;
    private TestPeople people;
    private Member author;

    @Autowired
    void context(ApplicationContext context) {
        people = new TestPeople(context);
    }

    @BeforeEach
    void makeTeam() {
        author = people.newTeamMember(Role.AUTHOR);
    }

    private ImportPreview.Ready preview(String text) {
        return (ImportPreview.Ready) bank.preview(author, "rivers.md", text);
    }

    private ImportResult importing(String text) {
        var preview = preview(text);
        return bank.accept(author, preview, preview.guess());
    }

    private BankQuestion question(String words) {
        var page = bank.page(author, QuestionFilter.ALL.withText(words), 0, 10);
        assertThat(page).hasSize(1);
        return page.getFirst();
    }

    private static QuestionEdit editOf(QuestionDetail it, String wording) {
        return new QuestionEdit(
                it.section(),
                wording,
                it.text().body(),
                it.text().answer(),
                it.text().goodToHear(),
                null,
                null,
                it.tags(),
                it.status());
    }

    @Test
    void keepsWhatHelpsRatersThroughLaterEditsAndImports() {
        importing(DOCUMENT);
        var id = bank.ids(author, QuestionFilter.ALL).getFirst();
        var before = bank.question(author, id);
        var plain = editOf(before, before.text().wording());
        var guidance =
                new Guidance(List.of("And why?", " "), List.of("silence", "", "most", "all"));
        bank.edit(
                author,
                id,
                before.version(),
                new QuestionEdit(
                        plain.section(),
                        plain.wording(),
                        plain.body(),
                        plain.answer(),
                        plain.goodToHear(),
                        null,
                        null,
                        plain.tags(),
                        plain.status(),
                        guidance));
        var guided = bank.question(author, id);
        assertThat(guided.text().number()).isEqualTo(2);

        bank.edit(author, id, guided.version(), editOf(guided, "Said differently?"));

        var reworded = bank.question(author, id);
        assertThat(reworded.text().number()).isEqualTo(3);
        assertThat(reworded.text().guidance().probes()).containsExactly("And why?");
        assertThat(reworded.text().guidance().anchors())
                .containsExactly("silence", "", "most", "all");
        assertThat(bank.texts(author, List.of(before.text().revision())).values())
                .extracting(QuestionText::guidance)
                .containsExactly(Guidance.NONE);
    }

    @Test
    void refusesAnchorsForScalesThatNobodyHas() {
        assertThatThrownBy(() -> new Guidance(List.of(), List.of("only one")))
                .hasMessage(
                        """
                        The rating anchors (1) must be 2 to 7, one for each step of the scale.
                        Maybe write one a line, weakest first.\
                        """);
        var four = new Guidance(List.of(), List.of("a", "b", "c", "d"));
        assertThat(four.anchorsFor(org.interviewplanner.bank.RatingScale.DEFAULT)).hasSize(4);
        assertThat(four.anchorsFor(new org.interviewplanner.bank.RatingScale(List.of("no", "yes"))))
                .isEmpty();
    }

    @Test
    void bringsADocumentInAsItStands() {
        var result = importing(DOCUMENT);

        assertThat(result.created()).isEqualTo(5);
        assertThat(bank.sections(author))
                .extracting(BankSection::name, BankSection::questions, BankSection::approved)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Water", 3, 1),
                        org.assertj.core.groups.Tuple.tuple("Banks", 2, 0));
        assertThat(bank.pool(author))
                .extracting(BankQuestion::wording)
                .containsExactly(
                        "Why does a river bend?",
                        "What feeds a spring?",
                        "How deep can a lake be?",
                        "What holds a bank together?",
                        "Name two plants of wet soil.");
        var spring = question("spring");
        assertThat(spring.difficulty()).isEqualTo(Difficulty.BASIC);
        assertThat(spring.difficultyOrigin()).isEqualTo(Origin.AUTHOR);
        assertThat(spring.seconds()).isEqualTo(240);
        assertThat(spring.tags()).containsExactly("springs", "rain");
        assertThat(question("lake").difficultyOrigin()).isEqualTo(Origin.ESTIMATED);
        assertThat(question("bend").status()).isEqualTo(Status.APPROVED);
        assertThat(bank.question(author, question("bend").id()).sources())
                .containsExactly(new QuestionDetail.Source("rivers.md", 5));
    }

    @Test
    void importingTwiceChangesNothing() {
        importing(DOCUMENT);
        var before = bank.pool(author);

        var again = importing(DOCUMENT);

        assertThat(again.isNothing()).isTrue();
        assertThat(again.unchanged()).isEqualTo(5);
        assertThat(bank.pool(author)).isEqualTo(before);
        assertThat(importsOf(author)).isEqualTo(1);
    }

    private int importsOf(Member member) {
        return jdbc.sql("select count(*) from bank_import where team_id = :team")
                .param("team", member.team().value())
                .query(Integer.class)
                .single();
    }

    @Test
    void keepsTheOldWordingWhenTheDocumentHasANewOne() {
        importing(DOCUMENT);
        var lake = question("lake").id();

        var result =
                importing(
                        DOCUMENT.replace("How deep can a lake be?", "How deep can a big lake be?"));

        assertThat(result.revised()).isEqualTo(1);
        assertThat(bank.history(author, lake))
                .extracting(it -> it.text().wording())
                .containsExactly("How deep can a big lake be?", "How deep can a lake be?");
    }

    @Test
    void aPersonsDecisionsWinOverTheDocument() {
        importing(DOCUMENT);
        var banks = question("holds").section();
        var spring = bank.question(author, question("spring").id());
        bank.edit(
                author,
                spring.id(),
                spring.version(),
                editOf(spring, "Where does spring water come from?"));
        bank.setDifficulty(author, List.of(question("lake").id()), Difficulty.EXPERT);
        bank.setStatus(author, List.of(question("plants").id()), Status.RETIRED);
        bank.setStatus(author, List.of(question("bend").id()), Status.DRAFT);
        bank.move(author, List.of(question("lake").id()), banks);

        var again = importing(DOCUMENT.replace("lake be?", "lake be?\n   *level 1*"));

        assertThat(again.isNothing()).isTrue();
        assertThat(question("spring").wording()).isEqualTo("Where does spring water come from?");
        assertThat(question("lake").difficulty()).isEqualTo(Difficulty.EXPERT);
        assertThat(question("lake").section()).isEqualTo(banks);
        assertThat(question("bend").status()).isEqualTo(Status.DRAFT);
        assertThat(bank.count(author, QuestionFilter.ALL.withText("plants"))).isZero();
    }

    @Test
    void aNewWordingOfTheDocumentForOneThatAPersonWordedBecomesAProposal() {
        importing(DOCUMENT);
        var spring = bank.question(author, question("spring").id());
        bank.edit(
                author,
                spring.id(),
                spring.version(),
                editOf(spring, "What can feed a young spring?"));

        var again =
                importing(DOCUMENT.replace("What feeds a spring?", "What can feed a new spring?"));

        assertThat(again.revised()).isZero();
        assertThat(again.proposals()).isEqualTo(1);
        assertThat(question("spring").wording()).isEqualTo("What can feed a young spring?");
        assertThat(
                        importing(
                                        DOCUMENT.replace(
                                                "What feeds a spring?",
                                                "What can feed a new spring?"))
                                .isNothing())
                .isTrue();
    }

    @Test
    void proposesToRetireWhatItsOwnDocumentDoesNotHoldAnyMore() {
        importing(DOCUMENT);

        var result = importing(DOCUMENT.replace("2. Name two plants of wet soil.\n", ""));
        var other = importing("# Hills\n\n## Stone\n\n1. What is slate made of, and where?\n");

        assertThat(result.missing()).isEqualTo(1);
        assertThat(result.proposals()).isEqualTo(1);
        assertThat(question("plants").status()).isEqualTo(Status.DRAFT);
        assertThat(other.missing()).isZero();
    }

    @Test
    void asksWhatAMarkMeans() {
        var text = "## Water\n\n- [x] Why does a river bend?\n- [ ] What feeds a spring?\n";
        var preview = preview(text);

        assertThat(preview.marks(0)).containsExactly(Map.entry(Mark.CHECKED, 1));
        bank.accept(author, preview, preview.guess().with(0, Mark.CHECKED, MarkMeaning.ASKED));

        assertThat(question("bend").tags()).containsExactly("asked");
        assertThat(question("bend").status()).isEqualTo(Status.DRAFT);
    }

    @Test
    void leavesOutWhatAPersonUnticks() {
        var preview = preview(DOCUMENT);

        var result = bank.accept(author, preview, preview.guess().ticked(0, false));

        assertThat(result.created()).isEqualTo(4);
        assertThat(result.skipped()).isEqualTo(1);
        assertThat(bank.count(author, QuestionFilter.ALL.withText("bend"))).isZero();
    }

    @Test
    void acceptsOnlyWhatThePreviewShowed() {
        importing(DOCUMENT);
        var preview = preview(DOCUMENT + "3. What is a levee?\n");
        bank.setDifficulty(author, List.of(question("lake").id()), Difficulty.EXPERT);

        assertThatExceptionOfType(OptimisticLockingFailureException.class)
                .isThrownBy(() -> bank.accept(author, preview, preview.guess()));
        assertThat(bank.count(author, QuestionFilter.ALL)).isEqualTo(5);
    }

    @Test
    void writesAllOrNothing() {
        var preview = preview(DOCUMENT);
        // The last table that an import writes breaks: what came before must go as well.
        var reader = people.colleagueOf(author, Role.AUTHOR);
        var ghost =
                new Member(
                        new org.interviewplanner.web.data.PersonId(UUID.randomUUID()),
                        reader.team(),
                        "ghost",
                        Set.of(Role.AUTHOR));

        assertThatThrownBy(() -> bank.accept(ghost, preview, preview.guess()))
                .isInstanceOf(org.springframework.dao.DataIntegrityViolationException.class);
        assertThat(bank.count(author, QuestionFilter.ALL)).isZero();
        assertThat(bank.sections(author)).isEmpty();
        assertThat(importsOf(author)).isZero();
    }

    @Test
    void refusesWhatIsNoMarkdownWithASentence() {
        assertRefused(new byte[0], "The document is empty");
        assertRefused("   \n \n".getBytes(UTF_8), "The document is empty");
        assertRefused(
                new byte[] {'#', ' ', 0, 1, 2}, "binary file (a zero byte stands at position 3)");
        assertRefused(
                new byte[] {'#', ' ', 'a', '\n', (byte) 0xC3, '('}, "not valid UTF-8: line 2");
        assertRefused(new byte[5 * 1024 * 1024 + 1], "has more than 5 MB. Split it");
        assertRefused(
                "<!DOCTYPE html><html><body>1. Why?</body></html>".getBytes(UTF_8), "HTML page");
        assertRefused("%PDF-1.7 …".getBytes(UTF_8), "This is a PDF");
        assertRefused(
                "Nothing is asked in this letter.\n".getBytes(UTF_8), "No question was found");
        assertThat(bank.count(author, QuestionFilter.ALL)).isZero();
        assertThat(importsOf(author)).isZero();
    }

    private void assertRefused(byte[] content, String words) {
        assertThat(bank.preview(author, "it", content))
                .isInstanceOfSatisfying(
                        ImportPreview.Refused.class,
                        it -> assertThat(it.sentence()).contains(words));
    }

    @Test
    void findsBySectionLevelStatusTagAndWords() {
        importing(DOCUMENT);
        var water = bank.sections(author).getFirst().id();

        assertThat(bank.count(author, QuestionFilter.ALL.in(water))).isEqualTo(3);
        assertThat(bank.count(author, QuestionFilter.ALL.withTag("rain"))).isEqualTo(1);
        assertThat(bank.count(author, QuestionFilter.ALL.withText("A RIVER"))).isEqualTo(1);
        assertThat(bank.count(author, QuestionFilter.ALL.withText("100%_"))).isZero();
        bank.setDifficulty(
                author, List.of(question("lake").id(), question("holds").id()), Difficulty.EXPERT);
        assertThat(
                        bank.count(
                                author,
                                QuestionFilter.ALL
                                        .in(water)
                                        .withDifficulties(Set.of(Difficulty.EXPERT))))
                .isEqualTo(1);
        assertThat(bank.count(author, QuestionFilter.ALL.withStatuses(Set.of(Status.APPROVED))))
                .isEqualTo(1);
        assertThat(bank.page(author, QuestionFilter.ALL, 3, 1))
                .extracting(BankQuestion::wording)
                .containsExactly("What holds a bank together?");
        assertThat(bank.tags(author)).containsExactly("rain", "springs");
    }

    @Test
    void anEditKeepsTheOldWordingAndTellsTheSlowerOne() {
        importing(DOCUMENT);
        var seen = bank.question(author, question("lake").id());
        bank.edit(author, seen.id(), seen.version(), editOf(seen, "How deep is a lake?"));

        assertThatExceptionOfType(OptimisticLockingFailureException.class)
                .isThrownBy(() ->
                        bank.edit(
                                author,
                                seen.id(),
                                seen.version(),
                                editOf(seen, "Is a lake deep?")));
        var history = bank.history(author, seen.id());
        assertThat(history)
                .extracting(it -> it.text().wording(), PastWording::author)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("How deep is a lake?", author.name()),
                        org.assertj.core.groups.Tuple.tuple(
                                "How deep can a lake be?", author.name()));
    }

    @Test
    void anEditOfTheLevelAloneMakesNoRevision() {
        importing(DOCUMENT);
        var lake = bank.question(author, question("lake").id());
        var edit =
                new QuestionEdit(
                        lake.section(),
                        lake.text().wording(),
                        "",
                        "",
                        List.of(),
                        Difficulty.INTRODUCTORY,
                        90,
                        List.of("deep"),
                        Status.IN_REVIEW);

        bank.edit(author, lake.id(), lake.version(), edit);

        var now = bank.question(author, lake.id());
        assertThat(now.text().number()).isEqualTo(1);
        assertThat(now.difficultyOrigin()).isEqualTo(Origin.AUTHOR);
        assertThat(now.confidence()).isNull();
        assertThat(now.seconds()).isEqualTo(90);
        assertThat(now.tags()).containsExactly("deep");
        assertThat(now.status()).isEqualTo(Status.IN_REVIEW);
    }

    @Test
    void anApprovalRecordsWhoAndWhen() {
        importing(DOCUMENT);
        var water = bank.sections(author).getFirst().id();

        var approved = bank.approveSection(author, water);

        assertThat(approved).hasSize(2);
        var lake = bank.question(author, question("lake").id());
        assertThat(lake.reviewer()).isEqualTo(author.name());
        assertThat(lake.reviewedAt()).isNotNull();
        assertThat(bank.sections(author).getFirst().approved()).isEqualTo(3);
        assertThat(bank.question(author, question("bend").id()).reviewer()).isNull();
    }

    @Test
    void restoresWhatAReviewChanged() {
        importing(DOCUMENT);
        var before = bank.question(author, question("lake").id());
        bank.setDifficulty(author, List.of(before.id()), Difficulty.EXPERT);
        bank.setStatus(author, List.of(before.id()), Status.APPROVED);

        bank.restoreAll(author, List.of(before));

        var now = bank.question(author, before.id());
        assertThat(now.difficulty()).isEqualTo(before.difficulty());
        assertThat(now.difficultyOrigin()).isEqualTo(Origin.ESTIMATED);
        assertThat(now.confidence()).isEqualTo(before.confidence());
        assertThat(now.status()).isEqualTo(Status.DRAFT);
        assertThat(now.reviewedAt()).isNull();
    }

    @Test
    void addsAQuestionByHand() {
        importing(DOCUMENT);
        var section = bank.addSection(author, null, "Weather");
        var edit =
                new QuestionEdit(
                        section,
                        "Why does it rain?",
                        "",
                        "",
                        List.of("Clouds cool."),
                        null,
                        null,
                        List.of(),
                        Status.DRAFT);

        var id = bank.add(author, edit);

        assertThat(bank.question(author, id).text().goodToHear()).containsExactly("Clouds cool.");
        assertThat(bank.addSection(author, null, "weather")).isEqualTo(section);
        assertThat(bank.pool(author)).hasSize(6);
    }

    @Test
    void remembersWhatWasAskedToWhomOnce() {
        importing(DOCUMENT);
        var interviewer = people.colleagueOf(author, Role.INTERVIEWER);
        var lake = question("lake").id();
        var candidate = new CandidateId(UUID.randomUUID());
        var session = new SessionId(UUID.randomUUID());
        planSession(session, candidate);
        var at = Instant.parse("2026-11-20T10:00:00Z");

        bank.recordUse(interviewer, session, candidate, List.of(lake), at);
        bank.recordUse(interviewer, session, candidate, List.of(lake), at.plusSeconds(5));

        var asked = question("lake");
        assertThat(asked.timesAsked()).isEqualTo(1);
        assertThat(asked.lastAsked()).isEqualTo(at);
        assertThat(asked.askedTo()).containsExactly(candidate);
        assertThat(bank.question(author, lake).lastAsked()).isEqualTo(at);
    }

    private void planSession(SessionId session, CandidateId candidate) {
        var team = author.team().value();
        var set = UUID.randomUUID();
        jdbc.sql("insert into candidate (id, team_id, name, version) values (?, ?, 'Ida', 0)")
                .params(candidate.value(), team)
                .update();
        jdbc.sql(
                        "insert into interview_set (id, team_id, code, name, blueprint, seed,"
                                + " proved, version) values (?, ?, 'K-1', 'K', '', 1, true, 0)")
                .params(set, team)
                .update();
        jdbc.sql(
                        "insert into interview_session (id, team_id, candidate_id, set_id,"
                                + " planned_at, version) values (?, ?, ?, ?, now(), 0)")
                .params(session.value(), team, candidate.value(), set)
                .update();
    }

    @Test
    void tellsNobodyOfAnotherTeamAnything() {
        importing(DOCUMENT);
        var lake = question("lake");
        var detail = bank.question(author, lake.id());
        var water = lake.section();
        var stranger = people.newTeamMember(Role.AUTHOR, Role.LEAD, Role.INTERVIEWER);

        assertThat(bank.sections(stranger)).isEmpty();
        assertThat(bank.pool(stranger)).isEmpty();
        assertThat(bank.count(stranger, QuestionFilter.ALL.in(water))).isZero();
        assertNotFound(() -> bank.question(stranger, lake.id()));
        assertNotFound(() -> bank.history(stranger, lake.id()));
        assertNotFound(() -> bank.texts(stranger, List.of(lake.revision())));
        assertNotFound(
                () -> bank.edit(stranger, lake.id(), detail.version(), editOf(detail, "Mine?")));
        assertNotFound(() -> bank.setStatus(stranger, List.of(lake.id()), Status.RETIRED));
        assertNotFound(() -> bank.setDifficulty(stranger, List.of(lake.id()), Difficulty.EXPERT));
        assertNotFound(() -> bank.setSeconds(stranger, List.of(lake.id()), 60));
        assertNotFound(() -> bank.move(stranger, List.of(lake.id()), water));
        assertNotFound(() -> bank.move(author, List.of(lake.id()), SectionId.create()));
        assertNotFound(() -> bank.approveSection(stranger, water));
        assertNotFound(() -> bank.addSection(stranger, water, "Mine"));
        assertNotFound(() -> bank.restoreAll(stranger, List.of(detail)));
        assertNotFound(() -> bank.question(author, QuestionId.create()));
        assertNotFound(() -> bank.texts(author, List.of(RevisionId.create())));
        assertThat(bank.question(author, lake.id())).isEqualTo(detail);
    }

    @Test
    void letsInterviewersReadAndOnlyAuthorsAndLeadsWrite() {
        importing(DOCUMENT);
        var interviewer = people.colleagueOf(author, Role.INTERVIEWER);
        var admin = people.colleagueOf(author, Role.ADMIN);
        var preview = preview(DOCUMENT);
        var lake = question("lake").id();

        assertThat(bank.pool(interviewer)).hasSize(5);
        assertNotFound(() -> bank.pool(admin));
        assertNotFound(() -> bank.preview(interviewer, "a.md", DOCUMENT));
        assertNotFound(() -> bank.accept(interviewer, preview, preview.guess()));
        assertNotFound(() -> bank.setStatus(interviewer, List.of(lake), Status.APPROVED));
        assertNotFound(() ->
                bank.recordUse(
                        admin,
                        SessionId.create(),
                        CandidateId.create(),
                        List.of(lake),
                        Instant.EPOCH));
    }

    private static void assertNotFound(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(call);
    }

    @Test
    void givesThePrintersTheTextsOfWordingsOldAndNew() {
        importing(DOCUMENT);
        var old = question("lake").revision();
        var seen = bank.question(author, question("lake").id());
        bank.edit(author, seen.id(), seen.version(), editOf(seen, "How deep is a lake?"));

        var texts = bank.texts(author, List.of(old, question("lake").revision()));

        assertThat(texts.get(old).wording()).isEqualTo("How deep can a lake be?");
        assertThat(texts.get(question("lake").revision()).number()).isEqualTo(2);
    }

    @Test
    void fillsOnlyATeamThatNeverHadAQuestion() {
        assertThat(bank.fill(author.team(), "ours", DOCUMENT.getBytes(UTF_8))).isTrue();
        assertThat(bank.fill(author.team(), "ours", DOCUMENT.getBytes(UTF_8))).isFalse();

        assertThat(bank.pool(author)).hasSize(5);
        assertThat(bank.history(author, question("lake").id()).getFirst().author()).isNull();
    }

    @Test
    void mendsMistypedWordsButNoShortOnes() {
        importing(DOCUMENT);

        var mended = bank.mended(author, QuestionFilter.ALL.withText("rivre bend"));

        assertThat(mended.text()).isEqualTo("river bend");
        assertThat(bank.count(author, mended)).isEqualTo(1);
        for (var kept : List.of("river bend", "zzz", "rvr", "watermelon", "%_", "")) {
            var filter = QuestionFilter.ALL.withText(kept);
            assertThat(bank.mended(author, filter)).isEqualTo(filter);
        }
        var stranger = people.newTeamMember(Role.AUTHOR);
        assertThat(bank.mended(stranger, QuestionFilter.ALL.withText("rivre")).text())
                .isEqualTo("rivre");
    }
}
