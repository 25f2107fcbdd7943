package org.interviewplanner.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.interviewplanner.bank.BankParser;
import org.interviewplanner.bank.Difficulty;
import org.junit.jupiter.api.Test;

class PoolTest {

    @Test
    void readsTheQuestionsOfADocumentWithoutTheirFollowUps() {
        var bank =
                new BankParser()
                        .parse(
                                """
                                # Bank

                                - What is a deadlock? {#deadlock}
                                  *level 5 · 90 min · tags: locks, threads · approved*

                                ## Databases

                                ### Indexes

                                - When is an index not used?
                                  *level 2 · 4 min*

                                  Follow-ups:

                                  - What if the table is small?
                                - What does a covering index hold?
                                """);

        Pool pool = Pool.of(bank);

        List<PoolQuestion> questions =
                pool.questions().stream()
                        .sorted((a, b) -> a.section().compareTo(b.section()))
                        .toList();
        assertThat(questions)
                .extracting(PoolQuestion::section)
                .containsExactly("(none)", "Databases / Indexes", "Databases / Indexes");
        assertThat(pool.question("deadlock"))
                .isEqualTo(
                        new PoolQuestion(
                                "deadlock",
                                "(none)",
                                Difficulty.EXPERT,
                                5_400,
                                Set.of("locks", "threads"),
                                0,
                                true));
        assertThat(pool.question("q2").difficulty()).isEqualTo(Difficulty.BASIC);
        assertThat(pool.question("q2").seconds()).isEqualTo(240);
        assertThat(pool.question("q2").approved()).isFalse();
        assertThat(pool.question("q4").seconds()).isBetween(30, 3_600);
        assertThat(pool.size()).isEqualTo(3);
    }

    @Test
    void indexesByGroupsTheCheapestFirst() {
        var pool =
                new Pool(
                        List.of(
                                question("a", "S1", Difficulty.BASIC, 60, 9),
                                question("b", "S0", Difficulty.EXPERT, 60, 5),
                                question("c", "S1", Difficulty.BASIC, 60, 3),
                                question("d", "S1", Difficulty.BASIC, 30, 7),
                                question("e", "S1", Difficulty.INTRODUCTORY, 60, 1),
                                question("f", "S0", Difficulty.EXPERT, 60, 4)));

        PoolIndex index = PoolIndex.of(pool);

        assertThat(index.starts()).hasSize(5).startsWith(0).endsWith(6);
        for (int g = 0; g + 1 < index.starts().length; g++) {
            PoolQuestion first = pool.questions().get(index.order()[index.starts()[g]]);
            int cost = -1;
            for (int place = index.starts()[g]; place < index.starts()[g + 1]; place++) {
                PoolQuestion it = pool.questions().get(index.order()[place]);
                assertThat(it.section()).isEqualTo(first.section());
                assertThat(it.difficulty()).isEqualTo(first.difficulty());
                assertThat(it.seconds()).isEqualTo(first.seconds());
                assertThat(it.exposure())
                        .isEqualTo(index.exposure()[place])
                        .isGreaterThanOrEqualTo(cost);
                cost = it.exposure();
            }
        }
        assertThat(Arrays.stream(index.tagged().get("t")).mapToObj(p -> pool.id(index.order()[p])))
                .containsExactlyInAnyOrder("a", "b", "c", "d", "e", "f");
        assertThat(index.tagged().get("t")).isSorted();
    }

    private static PoolQuestion question(
            String id, String section, Difficulty difficulty, int seconds, int exposure) {
        return new PoolQuestion(id, section, difficulty, seconds, Set.of("t"), exposure, true);
    }
}
