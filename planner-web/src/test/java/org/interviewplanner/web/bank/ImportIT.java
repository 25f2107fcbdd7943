package org.interviewplanner.web.bank;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.interviewplanner.bank.Difficulty;
import org.interviewplanner.bank.Mark;
import org.interviewplanner.bank.Status;
import org.interviewplanner.web.bank.ImportUndo.Reason;
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

/** Several documents at once, taking an import back, two people, and a cut in the middle. */
@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
class ImportIT {
    private static final String DOCUMENT =
            """
            # Rivers

            ## Water

            1. Why does a river bend in its valley? **done**
            2. What feeds a spring in summer?
            3. How deep can a lake be?

            ## Banks

            1. What holds a bank together?

            ## Suggestions

            Split the section "Water" into "Rivers" and "Lakes".
            """;

    @Autowired private BankService bank;
    @Autowired private ProposalService proposals;
    @Autowired private PairService pairs;
    @Autowired private JdbcClient jdbc;
    private TestPeople people;
    private Member author;

    @Autowired
    void context(ApplicationContext context) {
        people = new TestPeople(context);
    }

    @BeforeEach
    void makeTeam() {
        author = people.newTeamMember(Role.AUTHOR, Role.LEAD);
    }

    private ImportPreview.Ready preview(String text) {
        return (ImportPreview.Ready) bank.preview(author, "rivers.md", text);
    }

    private ImportResult importing(String text) {
        var preview = preview(text);
        return bank.accept(author, preview, preview.guess());
    }

    private ImportId idOf(ImportResult result) {
        var id = result.id();
        assertThat(id).isNotNull();
        return id;
    }

    private BankQuestion question(String words) {
        return bank.page(author, QuestionFilter.ALL.withText(words), 0, 1).getFirst();
    }

    private static UploadedFile file(String name, String text) {
        return new UploadedFile(name, text.getBytes(UTF_8));
    }

    // ---- several documents

    @Test
    void readsFilesAndAZipAsOneImport() {
        var zip =
                ArchiveTest.zip(
                        "docs/ponds.md",
                        "## Ponds\n\n1. [x] What feeds a spring in summer?\n2. [ ] What lives in a pond?\n");
        var preview =
                (ImportPreview.Ready)
                        bank.preview(
                                author,
                                List.of(
                                        file("rivers.md", DOCUMENT),
                                        new UploadedFile("more.zip", zip),
                                        new UploadedFile(
                                                "logo.png",
                                                new byte[] {(byte) 0x89, 'P', 'N', 'G'}),
                                        file("letter.md", "Dear all, nothing is asked here.\n")));

        var result = bank.accept(author, preview, preview.guess());

        assertThat(preview.documents()).containsExactly("rivers.md", "docs/ponds.md");
        assertThat(preview.leftOut())
                .extracting(ImportPreview.LeftOut::name)
                .containsExactly("logo.png", "letter.md");
        assertThat(result.name()).isEqualTo("rivers.md and 1 more");
        assertThat(result.created()).isEqualTo(5);
        var spring = bank.question(author, question("spring").id());
        assertThat(spring.status()).isEqualTo(Status.APPROVED);
        assertThat(spring.sources())
                .containsExactlyInAnyOrder(
                        new QuestionDetail.Source("rivers.md", 6),
                        new QuestionDetail.Source("docs/ponds.md", 3));
        assertThat(bank.history(author, question("pond").id()).getFirst().source())
                .isEqualTo("docs/ponds.md");
        assertThat(proposals.sectionChanges(author))
                .extracting(SectionChange::source)
                .containsOnly("rivers.md");
    }

    @Test
    void asksForEachDocumentWhatItsMarksMean() {
        var preview =
                (ImportPreview.Ready)
                        bank.preview(
                                author,
                                List.of(
                                        file(
                                                "ours.md",
                                                "## Ponds\n\n- [x] What lives in a pond?\n- [ ] What is a weir?\n"),
                                        file(
                                                "theirs.md",
                                                "## Seas\n\n- [x] Why is a sea salty?\n- [x] What lives in a pond?\n- [ ] How high is a tide?\n"),
                                        file("plain.md", "## Lakes\n\n1. How deep is a lake?\n")));

        assertThat(preview.marks(0)).containsExactly(java.util.Map.entry(Mark.CHECKED, 1));
        assertThat(preview.marks(1)).containsExactly(java.util.Map.entry(Mark.CHECKED, 2));
        assertThat(preview.marks(2)).isEmpty();
        bank.accept(
                author,
                preview,
                preview.guess()
                        .with(0, Mark.CHECKED, MarkMeaning.ASKED)
                        .with(1, Mark.CHECKED, MarkMeaning.APPROVED));

        assertThat(question("salty").status()).isEqualTo(Status.APPROVED);
        assertThat(question("salty").tags()).isEmpty();
        var shared = question("lives in a pond");
        assertThat(shared.status()).isEqualTo(Status.APPROVED);
        assertThat(shared.tags()).containsExactly("asked");
        assertThat(question("weir").status()).isEqualTo(Status.DRAFT);
    }

    // ---- questions that look alike

    private static final String ALIKE =
            """
            ## Caches

            1. How would you invalidate a distributed cache after a write?
            2. After a write, how would you invalidate a distributed cache?
            3. What is a levee?
            """;

    @Test
    void keepsPairsThatLookAlikeForAPersonToDecide() {
        var result = importing(ALIKE);

        assertThat(result.lookAlikes()).isEqualTo(1);
        var pair = pairs.open(author).getFirst();
        assertThat(List.of(pair.first().wording(), pair.second().wording()))
                .containsExactlyInAnyOrder(
                        "How would you invalidate a distributed cache after a write?",
                        "After a write, how would you invalidate a distributed cache?");
        assertThat(pair.reason()).isNotBlank();
        assertThat(bank.count(author, QuestionFilter.ALL)).isEqualTo(3);

        pairs.retire(author, pair, pair.second().question());

        assertThat(bank.count(author, QuestionFilter.ALL)).isEqualTo(2);
        assertThat(bank.question(author, pair.first().question()).status()).isEqualTo(Status.DRAFT);
        assertThat(pairs.count(author)).isZero();
        assertThatExceptionOfType(OptimisticLockingFailureException.class)
                .isThrownBy(() -> pairs.keepBoth(author, pair));
    }

    @Test
    void findsALookAlikeOfAStoredQuestionAndForgetsThePairWithItsImport() {
        importing(
                "## Caches\n\n1. How would you invalidate a distributed cache after a write?\n"
                        + "2. What is a levee?\n3. Why is a sea salty?\n");
        var later =
                (ImportPreview.Ready)
                        bank.preview(
                                author,
                                "later.md",
                                "## Stores\n\n1. After a write, how would you invalidate a distributed cache?\n");
        var result = bank.accept(author, later, later.guess());

        assertThat(pairs.open(author)).hasSize(1);
        assertThat(bank.undo(author, idOf(result))).isInstanceOf(ImportUndo.Undone.class);
        assertThat(pairs.count(author)).isZero();
    }

    @Test
    void keepsNoPairOfAQuestionThatWasLeftOutAndAsksOnce() {
        var preview = preview(ALIKE);
        assertThat(bank.accept(author, preview, preview.guess().ticked(1, false)).lookAlikes())
                .isZero();
        assertThat(pairs.open(author)).isEmpty();

        var again = preview(ALIKE);
        bank.accept(author, again, again.guess());
        pairs.keepBoth(author, pairs.open(author).getFirst());

        assertThat(importing(ALIKE).isNothing()).isTrue();
        assertThat(pairs.open(author)).isEmpty();
    }

    @Test
    void showsAndDecidesPairsForTheirTeamOnly() {
        importing(ALIKE);
        var pair = pairs.open(author).getFirst();
        var stranger = people.newTeamMember(Role.AUTHOR);
        var interviewer = people.colleagueOf(author, Role.INTERVIEWER);

        assertThat(pairs.open(stranger)).isEmpty();
        assertThatExceptionOfType(OptimisticLockingFailureException.class)
                .isThrownBy(() -> pairs.retire(stranger, pair, pair.first().question()));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() ->
                        pairs.part(stranger, pair.first().question(), pair.second().question()));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> pairs.open(interviewer));
        assertThat(pairs.open(author)).containsExactly(pair);
    }

    @Test
    void missesOnlyWhatNoOtherDocumentHolds() {
        var other = "## Ponds\n\n1. How deep can a lake be?\n2. What lives in a pond?\n";
        var both =
                (ImportPreview.Ready)
                        bank.preview(
                                author, List.of(file("rivers.md", DOCUMENT), file("b.md", other)));
        bank.accept(author, both, both.guess());

        var shorter =
                importing(
                        DOCUMENT.replace("3. How deep can a lake be?\n", "")
                                .replace("2. What feeds a spring in summer?\n", ""));

        assertThat(shorter.missing()).isEqualTo(1);
        assertThat(proposals.open(author))
                .extracting(it -> ((Suggestion.Retirement) it).current())
                .containsExactly("What feeds a spring in summer?");
    }

    @Test
    void listsLookAlikesButMergesNothing() {
        importing(DOCUMENT);

        var preview =
                preview(
                        """
                        ## Mountains

                        1. What are the things that hold a bank together, in your words?
                        2. Which is the tallest mountain of Asia?
                        3. *Which* is the tallest mountain of Asia?
                        """);
        var found = preview.lookAlikes();

        assertThat(found)
                .anySatisfy(it -> {
                    assertThat(it.exact()).isTrue();
                    assertThat(it.other()).isEqualTo(1);
                    assertThat(it.index()).isEqualTo(2);
                })
                .anySatisfy(it -> {
                    assertThat(it.index()).isZero();
                    assertThat(it.otherWording()).isEqualTo("What holds a bank together?");
                    assertThat(it.otherSection()).containsExactly("Banks");
                });
        assertThat(bank.accept(author, preview, preview.guess()).created()).isEqualTo(3);
    }

    @Test
    void showsASectionBeforeAndAfter() {
        var plan = preview(DOCUMENT).plan(preview(DOCUMENT).guess());

        assertThat(plan.sectionProposals())
                .singleElement()
                .satisfies(it -> {
                    var outlook = plan.outlook(it);
                    assertThat(outlook.section()).containsExactly("Water");
                    assertThat(outlook.questions()).isEqualTo(3);
                    assertThat(outlook.branches())
                            .containsExactly(
                                    new ImportPlan.Branch("Rivers", 1),
                                    new ImportPlan.Branch("Lakes", 1));
                    assertThat(outlook.staying()).isEqualTo(1);
                });
    }

    // ---- the same document again, and others

    @Test
    void takesASimilarQuestionOfAnotherDocumentForOneOfItsOwn() {
        importing(DOCUMENT);

        var other =
                (ImportPreview.Ready)
                        bank.preview(
                                author,
                                "other.md",
                                "## Water\n\n1. What feeds a spring in winter?\n2. Where does rain come from?\n");

        assertThat(other.plan(other.guess()).count(ImportPlan.Kind.CREATED)).isEqualTo(2);
        assertThat(other.plan(other.guess()).missing()).isEmpty();
        var own = preview(DOCUMENT.replace("in summer", "in winter"));
        assertThat(own.plan(own.guess()).count(ImportPlan.Kind.REVISED)).isEqualTo(1);
    }

    @Test
    void tellsFollowUpsInTheSameWordsApart() {
        var text =
                """
                ## Water

                1. What is a lake?
                   - Follow-up: Why is that so?
                2. What is a pond?
                   - Follow-up: Why is that so?
                """;
        assertThat(importing(text).created()).isEqualTo(4);
        assertThat(importing(text).isNothing()).isTrue();

        var swapped =
                importing(
                        """
                        ## Water

                        1. What is a pond?
                           - Follow-up: Why is that so?
                        2. What is a lake?
                           - Follow-up: Why is that so?
                        3. What is a fen?
                           - Follow-up: Why is that so?
                        """);

        assertThat(swapped.created()).isEqualTo(2);
        assertThat(swapped.unchanged()).isEqualTo(4);
        assertThat(swapped.missing()).isZero();
    }

    @Test
    void takesACorrectionOfPunctuationFromItsOwnDocumentOnly() {
        importing("## Water\n\n1. what is a lake\n2. What is a weir?\n3. What is a fen?\n");

        assertThat(
                        importing(
                                        "## Water\n\n1. What is a *lake*?\n2. What is a weir?\n3. What is a fen?\n")
                                .revised())
                .isEqualTo(1);
        var other =
                (ImportPreview.Ready)
                        bank.preview(
                                author,
                                "other.md",
                                "## Water\n\n1. WHAT IS A LAKE?\n2. What is a weir?\n3. What is a fen?\n");
        assertThat(other.plan(other.guess()).isNothing()).isTrue();
    }

    @Test
    void recognisesWhatWasMovedRenumberedReorderedAndLightlyReworded() {
        importing(DOCUMENT);

        var again =
                importing(
                        """
                        # Rivers

                        ## Banks

                        7. How deep can a lake be?
                        8. What holds a bank together?

                        ## Water

                        3. What feeds a spring in the summer?
                        9. Why does a river bend in its valley? **done**
                        """);

        assertThat(again.created()).isZero();
        assertThat(again.missing()).isZero();
        assertThat(again.revised()).isEqualTo(1);
        assertThat(again.unchanged()).isEqualTo(3);
    }

    // ---- taking back

    private List<String> rows() {
        var rows = new ArrayList<String>();
        for (var table :
                List.of(
                        "section",
                        "question",
                        "revision",
                        "proposal",
                        "section_proposal",
                        "question_source",
                        "import_change")) {
            rows.addAll(
                    jdbc.sql(
                                    "select '%1$s ' || to_jsonb(t)::text from %1$s t where team_id = :team order by 1"
                                            .formatted(table))
                            .param("team", author.team().value())
                            .query(String.class)
                            .list());
        }
        return rows;
    }

    @Test
    void takesANewDocumentBackWithoutATrace() {
        var before = rows();
        var result = importing(DOCUMENT);

        var undo = bank.undo(author, idOf(result));

        assertThat(undo).isEqualTo(new ImportUndo.Undone(4, 0, 2));
        assertThat(rows()).isEqualTo(before);
        assertThat(bank.imports(author, 5))
                .singleElement()
                .satisfies(it -> assertThat(it.undone()).isNotNull());
        assertThat(obstacles(result)).containsExactly(Reason.UNDONE_BEFORE);
        assertThat(importing(DOCUMENT).created()).isEqualTo(4);
    }

    @Test
    void takesChangesBackToWhatWasThere() {
        importing(DOCUMENT);
        var before = rows();
        var result =
                importing(
                        DOCUMENT.replace("How deep can a lake be?", "How deep can a big lake be?")
                                .replace(
                                        "What feeds a spring in summer?",
                                        "What feeds a spring in summer?\n   *level 5 · 9 min · approved · tags: wet*")
                                .replace(
                                        "1. What holds a bank together?",
                                        "1. What is a levee for?"));
        assertThat(result.revised()).isEqualTo(1);
        assertThat(result.updated()).isEqualTo(1);
        assertThat(result.created()).isEqualTo(1);
        assertThat(result.missing()).isEqualTo(1);

        var undo = bank.undo(author, idOf(result));

        assertThat(undo).isEqualTo(new ImportUndo.Undone(1, 2, 0));
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void takesImportsBackInTheirOrderOnly() {
        var first = importing(DOCUMENT);
        var second =
                importing(
                        DOCUMENT.replace("How deep can a lake be?", "How deep can a big lake be?"));

        assertThat(obstacles(first)).containsExactly(Reason.IN_IMPORT);
        assertThat(bank.undo(author, idOf(first))).isInstanceOf(ImportUndo.Refused.class);
        assertThat(bank.undo(author, idOf(second))).isInstanceOf(ImportUndo.Undone.class);
        assertThat(bank.undo(author, idOf(first))).isEqualTo(new ImportUndo.Undone(4, 0, 2));
        assertThat(bank.sections(author)).isEmpty();
    }

    private List<Reason> obstacles(ImportResult result) {
        return bank.obstacles(author, idOf(result)).stream()
                .map(ImportUndo.Obstacle::reason)
                .toList();
    }

    @Test
    void takesNothingBackThatAPersonHasChangedOrDecided() {
        var result = importing(DOCUMENT);
        bank.setDifficulty(author, List.of(question("lake").id()), Difficulty.EXPERT);
        assertThat(obstacles(result)).containsExactly(Reason.CHANGED);

        proposals.reject(author, proposals.sectionChanges(author).getFirst());
        assertThat(obstacles(result)).containsExactly(Reason.CHANGED, Reason.DECIDED);
        assertThat(bank.undo(author, idOf(result)))
                .isEqualTo(new ImportUndo.Refused(bank.obstacles(author, idOf(result))));
        assertThat(bank.count(author, QuestionFilter.ALL)).isEqualTo(4);
    }

    @Test
    void takesNothingBackThatASetOrABlueprintUses() {
        var result = importing(DOCUMENT);
        var lake = question("lake");
        var blueprint = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into blueprint (id, team_id, name, slots, planned_seconds, min_seconds, max_seconds, version)
                        values (:id, :team, 'Deep ones', 1, 60, 0, 600, 0)
                        """)
                .param("id", blueprint)
                .param("team", author.team().value())
                .update();
        jdbc.sql("insert into blueprint_quota values (:id, 0, :section, null, 0, 1, null)")
                .param("id", blueprint)
                .param("section", lake.section().value())
                .update();
        assertThat(bank.obstacles(author, idOf(result)))
                .containsExactly(
                        new ImportUndo.Obstacle(Reason.IN_BLUEPRINT, 1, List.of("Deep ones")));

        var set = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into interview_set (id, team_id, code, name, blueprint, seed, proved, version)
                        values (:id, :team, 'K7-2F', 'Set', '', 1, true, 0)
                        """)
                .param("id", set)
                .param("team", author.team().value())
                .update();
        jdbc.sql(
                        """
                        insert into slot (interview_set_id, position, question_id, revision_id, section, difficulty,
                            difficulty_estimated, planned_seconds, planned_estimated)
                        values (:set, 1, :question, :revision, 'Water', 3, true, 60, true)
                        """)
                .param("set", set)
                .param("question", lake.id().value())
                .param("revision", lake.revision().value())
                .update();

        assertThat(bank.obstacles(author, idOf(result)))
                .containsExactly(
                        new ImportUndo.Obstacle(Reason.IN_SET, 1, List.of("K7-2F")),
                        new ImportUndo.Obstacle(Reason.IN_BLUEPRINT, 1, List.of("Deep ones")));
        assertThat(bank.undo(author, idOf(result))).isInstanceOf(ImportUndo.Refused.class);
    }

    @Test
    void takesTheStarterBankBackAsLongAsNobodyUsesIt() {
        bank.fill(author.team(), "ours", DOCUMENT.getBytes(UTF_8));
        var starter = bank.imports(author, 1).getFirst();
        assertThat(starter.isStarterBank()).isTrue();

        assertThat(bank.undo(author, starter.id())).isInstanceOf(ImportUndo.Undone.class);

        assertThat(bank.count(author, QuestionFilter.ALL)).isZero();
        assertThat(bank.fill(author.team(), "ours", DOCUMENT.getBytes(UTF_8))).isFalse();
    }

    @Test
    void anotherTeamAndAnInterviewerTakeNothingBack() {
        var id = idOf(importing(DOCUMENT));

        var stranger = people.newTeamMember(Role.AUTHOR, Role.LEAD);
        var interviewer = people.colleagueOf(author, Role.INTERVIEWER);

        for (var member : List.of(stranger, interviewer)) {
            assertThatThrownBy(() -> bank.undo(member, id)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> bank.obstacles(member, id))
                    .isInstanceOf(NotFoundException.class);
        }
        assertThat(bank.imports(stranger, 5)).isEmpty();
        assertThat(bank.count(author, QuestionFilter.ALL)).isEqualTo(4);
    }

    @Test
    void theApplicationCannotDeleteWordingsOfAnImportThatStands() throws SQLException {
        var id = idOf(importing(DOCUMENT));

        try (var connection =
                        DriverManager.getConnection(
                                TestDatabase.url(), "planner_app", TestDatabase.password());
                var statement = connection.createStatement()) {
            statement.execute(
                    "select delete_wordings_of_undone_import('%s')".formatted(id.value()));
            assertThatThrownBy(() ->
                            statement.execute(
                                    "delete from revision where import_id = '%s'"
                                            .formatted(id.value())))
                    .hasMessageContaining("permission denied");
        }
        assertThat(bank.history(author, question("lake").id())).hasSize(1);
    }

    // ---- at once, and cut

    @Test
    void twoPeopleAndADoubleClickImportTheSameOnce() {
        var colleague = people.colleagueOf(author, Role.AUTHOR);
        var mine = preview(DOCUMENT);
        var theirs = (ImportPreview.Ready) bank.preview(colleague, "rivers.md", DOCUMENT);

        var both =
                List.of(
                        CompletableFuture.supplyAsync(
                                () -> bank.accept(author, mine, mine.guess())),
                        CompletableFuture.supplyAsync(
                                () -> bank.accept(author, mine, mine.guess())),
                        CompletableFuture.supplyAsync(
                                () -> bank.accept(colleague, theirs, theirs.guess())));

        int done = 0;
        for (var it : both) {
            try {
                it.join();
                done++;
            } catch (CompletionException refused) {
                assertThat(refused).hasCauseInstanceOf(OptimisticLockingFailureException.class);
            }
        }
        assertThat(done).isEqualTo(1);
        assertThat(bank.count(author, QuestionFilter.ALL)).isEqualTo(4);
        assertThat(bank.renew(colleague, theirs).plan(theirs.guess()).isNothing()).isTrue();
    }

    @Test
    void anImportThatIsCutInTheMiddleLeavesNothing() throws Exception {
        var before = rows();
        var preview = preview(DOCUMENT);
        try (var other =
                        DriverManager.getConnection(
                                TestDatabase.url(), "planner_owner", TestDatabase.password());
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            // One of the last tables that an import writes waits for us: the rest is written then.
            statement.execute("lock table import_section in exclusive mode");
            var accepting =
                    CompletableFuture.supplyAsync(
                            () -> bank.accept(author, preview, preview.guess()));
            var server = 0;
            while (server == 0) {
                try (var waiting =
                        statement.executeQuery(
                                """
                                select coalesce(max(pid), 0) from pg_locks
                                where relation = 'import_section'::regclass and not granted
                                """)) {
                    waiting.next();
                    server = waiting.getInt(1);
                }
                Thread.sleep(20);
            }
            try (var app =
                            DriverManager.getConnection(
                                    TestDatabase.url(), "planner_app", TestDatabase.password());
                    var kill = app.createStatement()) {
                kill.execute("select pg_terminate_backend(%d)".formatted(server));
            }
            assertThatExceptionOfType(CompletionException.class).isThrownBy(accepting::join);
            other.rollback();
        }

        assertThat(rows()).isEqualTo(before);
        assertThat(bank.imports(author, 5)).isEmpty();
        assertThat(importing(DOCUMENT).created()).isEqualTo(4);
    }

    @Test
    void leavesNothingOfABadFile() {
        var before = rows();
        for (var file :
                List.of(
                        new UploadedFile("a.docx", ArchiveTest.zip("word/document.xml", "<x/>")),
                        new UploadedFile("b.zip", ArchiveTest.zip("../a.md", DOCUMENT)),
                        new UploadedFile("c.zip", ArchiveTest.zip("a.md", new byte[60_000_000])),
                        UploadedFile.tooLarge("d.md"),
                        file("e.html", "<html><ol><li>Why?</ol></html>"),
                        file("f.md", "Dear all, nothing is asked here."))) {
            assertThat(bank.preview(author, List.of(file)))
                    .isInstanceOfSatisfying(
                            ImportPreview.Refused.class,
                            it -> assertThat(it.sentence()).isNotBlank());
        }
        assertThat(rows()).isEqualTo(before);
        assertThat(bank.imports(author, 5)).isEmpty();
    }
}
