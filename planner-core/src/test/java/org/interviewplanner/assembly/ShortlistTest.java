package org.interviewplanner.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.interviewplanner.bank.Difficulty;
import org.junit.jupiter.api.Test;

/** What a prepared pool leaves out is not missed. */
class ShortlistTest {

    private static final int CASES = Integer.getInteger("assembly.cases", 2_000) * 3 / 40;

    @Test
    void aPreparedPoolGivesSetsAsGood() {
        int shortened = 0;
        for (long seed = 0; seed < CASES; seed++) {
            SmallCase it = SmallCase.of(seed);
            var pool = new Pool(CheapestTest.multiplied(it.pool(), 24, seed));
            Pool prepared = pool.prepared();
            AssemblyRequest request = it.request().withOverlap(0);
            Shortlist.Choice few = Shortlist.of(prepared, it.blueprint(), request, seed);
            shortened += few == null ? 0 : 1;

            Assembly all = new Assembler().assemble(pool, it.blueprint(), request);
            Assembly some = new Assembler().assemble(prepared, it.blueprint(), request);

            assertThat(some.getClass()).as("case %d", seed).isEqualTo(all.getClass());
            if (all instanceof Assembly.Assembled best
                    && some instanceof Assembly.Assembled found
                    && best.proved()
                    && found.proved()) {
                assertThat(found.report().value())
                        .as("case %d", seed)
                        .isEqualTo(best.report().value());
            }
        }
        assertThat(shortened).isGreaterThan(CASES / 2);
    }

    @Test
    void keepsAsManyOfAKindAsTheSetsCanHold() {
        var pool = new ArrayList<PoolQuestion>();
        for (int i = 0; i < 100; i++) {
            Set<String> tags = i % 2 == 0 ? Set.of("odd", "other") : Set.of("other");
            pool.add(question("q" + i, tags, i));
        }
        var blueprint =
                new Blueprint(
                        5,
                        300,
                        List.of(
                                new Demand.Quota("S", null, 0, 4),
                                new Demand.TagQuota("odd", 0, 1),
                                new Demand.Enemies("q0", "q1"),
                                new Demand.Enemies("q2", "gone"),
                                new Demand.Include(Set.of("q50")),
                                new Demand.Exclude(Set.of("q3"))),
                        List.of());

        Shortlist.Choice few =
                Shortlist.of(new Pool(pool).prepared(), blueprint, AssemblyRequest.sets(2, 1), 1);

        assertThat(few.pool().questions())
                .extracting(PoolQuestion::id)
                .containsExactlyInAnyOrder(
                        "q0", "q2", "q4", "q50", "q1", "q5", "q7", "q9", "q11", "q13", "q15", "q17",
                        "q19");
        assertThat(few.pool().number("q6")).isNegative();
        assertThat(few.pool().number("gone")).isNegative();
        assertThat(few.pool().tagged("odd")).hasSize(4);
        assertThat(few.blueprint().demands())
                .contains(new Demand.Enemies("q0", "q1"))
                .doesNotContain(new Demand.Enemies("q2", "gone"));
    }

    @Test
    void whatStandsInEverySetCountsForItsTags() {
        var pool = new ArrayList<PoolQuestion>();
        for (int i = 0; i < 200; i++) {
            pool.add(question("q" + i, i % 2 == 0 ? Set.of("odd") : Set.of(), i));
        }
        var blueprint =
                new Blueprint(
                        2,
                        120,
                        List.of(
                                new Demand.TagQuota("odd", 1, 1),
                                new Demand.Include(Set.of("q150"))),
                        List.of());

        var found =
                (Assembly.Assembled)
                        new Assembler()
                                .assemble(
                                        new Pool(pool).prepared(),
                                        blueprint,
                                        AssemblyRequest.one(1));

        assertThat(found.sets().getFirst().questions()).containsExactlyInAnyOrder("q150", "q1");
    }

    @Test
    void ofEqualQuestionsAnyMayCome() {
        var pool = new ArrayList<PoolQuestion>();
        for (int i = 0; i < 100; i++) {
            pool.add(question("q" + i, Set.of(), 0));
        }
        Pool prepared = new Pool(pool).prepared();
        var blueprint = new Blueprint(1, 60, List.of(new Demand.Enemies("q8", "q9")), List.of());
        var seen = new HashSet<String>();

        for (long seed = 0; seed < 1_500; seed++) {
            var found =
                    (Assembly.Assembled)
                            new Assembler()
                                    .assemble(prepared, blueprint, AssemblyRequest.one(seed));
            seen.addAll(found.sets().getFirst().questions());
        }

        assertThat(seen).hasSize(100);
    }

    @Test
    void preparesOnce() {
        Pool prepared = new Pool(List.of(question("q", Set.of(), 1))).prepared();

        assertThat(prepared.prepared()).isSameAs(prepared);
    }

    private static PoolQuestion question(String id, Set<String> tags, int exposure) {
        return new PoolQuestion(id, "S", Difficulty.BASIC, 60, tags, exposure, true);
    }
}
