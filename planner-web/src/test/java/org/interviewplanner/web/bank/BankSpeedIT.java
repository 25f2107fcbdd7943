package org.interviewplanner.web.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.interviewplanner.bank.Difficulty;
import org.interviewplanner.web.data.TestDatabase;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.security.Role;
import org.interviewplanner.web.security.TestPeople;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/**
 * How long large imports and large banks take. The suite asks for a tenth of the size; the whole is
 * measured by {@code -Dplanner.speed=10}. The bounds are several times what a quiet machine needs.
 */
@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
class BankSpeedIT {
    private static final int TIMES = Integer.getInteger("planner.speed", 1);
    private static final String[] WORDS =
            ("queue cache index lock thread socket router token schema cursor buffer packet"
                            + " replica shard quorum lease vector kernel signal parser compiler"
                            + " iterator closure monad tensor gradient sampler ledger invoice")
                    .split(" ");

    @Autowired private BankService bank;
    @Autowired private JdbcClient jdbc;
    private TestPeople people;

    @Autowired
    void context(ApplicationContext context) {
        people = new TestPeople(context);
    }

    private static <T> T timed(String what, Duration most, Supplier<T> work) {
        long start = System.nanoTime();
        var result = work.get();
        var took = Duration.ofNanos(System.nanoTime() - start);
        System.out.printf("%-60s %,8d ms%n", what, took.toMillis());
        assertThat(took).as(what).isLessThan(most);
        return result;
    }

    private static String document(int questions) {
        var random = new Random(3);
        var text = new StringBuilder("# A large bank\n");
        for (int i = 0; i < questions; i++) {
            if (i % 100 == 0) {
                text.append("\n## Topic ").append(i / 100 + 1).append("\n\n");
            }
            text.append(i % 100 + 1).append(". How does the ");
            for (int word = 0; word < 5; word++) {
                text.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
            }
            text.append("behave in case ").append(i).append("?\n");
        }
        return text.toString();
    }

    @Test
    void importsManyQuestions() {
        var author = people.newTeamMember(Role.AUTHOR);
        int size = 1_000 * TIMES;
        var text = document(size);

        var preview =
                (ImportPreview.Ready)
                        timed(
                                "preview of " + size,
                                Duration.ofSeconds(5L * TIMES),
                                () -> bank.preview(author, "large.md", text));
        timed(
                "its plan after a tick",
                Duration.ofSeconds(2),
                () -> preview.plan(preview.guess().ticked(3, false)));
        timed("look-alikes", Duration.ofSeconds(30), preview::lookAlikes);
        var result =
                timed(
                        "accept of " + size,
                        Duration.ofSeconds(5L * TIMES),
                        () -> bank.accept(author, preview, preview.guess()));
        assertThat(result.created()).isEqualTo(size);
        var again =
                (ImportPreview.Ready)
                        timed(
                                "preview of the same again",
                                Duration.ofSeconds(5L * TIMES),
                                () -> bank.preview(author, "large.md", text));
        assertThat(again.plan(again.guess()).isNothing()).isTrue();
        var id = result.id();
        assertThat(id).isNotNull();
        timed("taking it back", Duration.ofSeconds(5L * TIMES), () -> bank.undo(author, id));
        assertThat(bank.count(author, QuestionFilter.ALL)).isZero();
    }

    private void fill(Member author, int questions) {
        var team = author.team().value();
        jdbc.sql(
                        """
                        insert into section (id, team_id, name, position, version)
                        select gen_random_uuid(), :team, 'Topic ' || n, n, 0 from generate_series(1, 50) n
                        """)
                .param("team", team)
                .update();
        jdbc.sql(
                        """
                        with numbered as (
                            select n, gen_random_uuid() as question, gen_random_uuid() as revision
                            from generate_series(1, :size) n),
                        places as (
                            select id, row_number() over (order by position) - 1 as place from section where team_id = :team),
                        made as (
                            insert into question (id, team_id, section_id, position, status, difficulty, difficulty_origin,
                                difficulty_confidence, planned_seconds, planned_origin, tags, current_revision_id, version)
                            select question, :team, p.id, n / 50, (array['DRAFT', 'APPROVED', 'IN_REVIEW'])[1 + n %% 3],
                                1 + n %% 5, 'ESTIMATED', (n %% 100) / 100.0, 180, 'ESTIMATED',
                                array[(array['core', 'web', 'data'])[1 + n %% 3]], revision, 0
                            from numbered join places p on p.place = n %% 50
                            returning id)
                        insert into revision (id, team_id, question_id, number, wording, origin)
                        select revision, :team, question, 1,
                            'How does the ' || (cast(:words as text[]))[1 + (cast(n as bigint) * 7919) %% 29] || ' meet the '
                                || (cast(:words as text[]))[1 + (cast(n as bigint) * 104729) %% 29] || ' in case ' || n || '?', 'IMPORT'
                        from numbered
                        """
                                .replace("%%", "%"))
                .param("team", team)
                .param("size", questions)
                .param("words", WORDS)
                .update();
        jdbc.sql("analyze").update();
    }

    @Test
    void browsesALargeBank() {
        var author = people.newTeamMember(Role.AUTHOR);
        int size = 10_000 * TIMES;
        fill(author, size);
        var second = Duration.ofSeconds(2);

        timed("sections", second, () -> bank.sections(author));
        timed("count of all", second, () -> bank.count(author, QuestionFilter.ALL));
        timed("first page", second, () -> bank.page(author, QuestionFilter.ALL, 0, 50));
        timed(
                "a page in the middle",
                second,
                () -> bank.page(author, QuestionFilter.ALL, size / 2, 50));
        var section = bank.sections(author).get(20).id();
        timed(
                "one section",
                second,
                () -> bank.page(author, QuestionFilter.ALL.in(section), 0, 50));
        for (var words : List.of("case 77", "queue ledger", "nowhere", "the")) {
            var filter = QuestionFilter.ALL.withText(words);
            timed("search: " + words, second, () -> bank.page(author, filter, 0, 50));
            timed("count: " + words, second, () -> bank.count(author, filter));
        }
        var mistyped = QuestionFilter.ALL.withText("quue ledgr");
        var mended = timed("mistyped words", second, () -> bank.mended(author, mistyped));
        assertThat(mended.text()).isEqualTo("queue ledger");
        var level = QuestionFilter.ALL.withDifficulties(Set.of(Difficulty.EXPERT)).withTag("web");
        timed("level and tag", second, () -> bank.page(author, level, 0, 50));
        timed("tags", second, () -> bank.tags(author));
        timed("what waits for review", second, () -> bank.review(author, null));
        assertThat(bank.count(author, QuestionFilter.ALL)).isEqualTo(size);
    }
}
