package org.interviewplanner.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    /**
     * Of each kind the cheapest, as many as sets can hold; whoever has enemies stands in for none.
     */
    @Test
    void leavesOutOnlyWhatOthersStandInFor() {
        int shortened = 0;
        for (long seed = 0; seed < 120; seed++) {
            var random = new Random(seed);
            var pool = new ArrayList<PoolQuestion>();
            for (int i = 0; i < 160; i++) {
                pool.add(
                        new PoolQuestion(
                                "q%03d".formatted(i),
                                "S" + random.nextInt(2),
                                Difficulty.ofLevel(1 + random.nextInt(2)),
                                60,
                                TAGS.get(random.nextInt(TAGS.size())),
                                random.nextInt(seed % 2 == 0 ? 5 : 900),
                                random.nextInt(10) > 0));
            }
            var special = new HashSet<String>();
            var demands = new ArrayList<Demand>();
            demands.add(new Demand.Quota("S0", null, 0, random.nextInt(6)));
            demands.add(new Demand.Quota(null, Difficulty.ofLevel(1), 0, random.nextInt(6)));
            demands.add(new Demand.Quota("S1", Difficulty.ofLevel(2), 0, random.nextInt(6)));
            demands.add(new Demand.TagQuota("a", 0, random.nextInt(4)));
            demands.add(new Demand.TagQuota("b", 0, random.nextInt(4)));
            Set<String> wanted = ids(random, special);
            Set<String> unwanted = ids(random, special);
            demands.add(new Demand.Include(wanted));
            demands.add(new Demand.Exclude(unwanted));
            List<String> enemies = List.copyOf(ids(random, special));
            demands.add(new Demand.Enemies(enemies.get(0), enemies.get(1)));
            boolean approved = random.nextBoolean();
            if (approved) {
                demands.add(new Demand.ApprovedOnly());
            }
            int sets = 1 + random.nextInt(2);
            var blueprint = new Blueprint(3, 180, demands, List.of());

            Shortlist.Choice few =
                    Shortlist.of(
                            new Pool(pool).prepared(),
                            blueprint,
                            AssemblyRequest.sets(sets, 1),
                            seed);

            if (few == null) {
                continue;
            }
            shortened++;
            List<PoolQuestion> left = few.pool().questions();
            assertThat(left).extracting(PoolQuestion::id).containsAll(wanted);
            assertThat(left).extracting(PoolQuestion::id).doesNotContainAnyElementsOf(unwanted);
            for (String tag : List.of("a", "b")) {
                assertThat(few.pool().tagged(tag))
                        .containsExactly(
                                IntStream.range(0, left.size())
                                        .filter(i -> left.get(i).tags().contains(tag))
                                        .toArray());
            }
            Map<List<Object>, List<PoolQuestion>> kinds =
                    pool.stream()
                            .filter(q -> q.approved() || !approved)
                            .filter(q -> !special.contains(q.id()) || enemies.contains(q.id()))
                            .collect(Collectors.groupingBy(ShortlistTest::kind));
            for (var of : kinds.entrySet()) {
                String kind = "case %d: %s".formatted(seed, of.getKey());
                List<PoolQuestion> all = of.getValue();
                long most = sets * most(demands, all.getFirst());
                var free = new ArrayList<>(all);
                free.removeIf(q -> enemies.contains(q.id()));
                var kept = new ArrayList<>(free);
                kept.retainAll(left);
                assertThat(kept).as(kind).hasSize((int) Math.min(most, free.size()));
                int dearest = kept.stream().mapToInt(PoolQuestion::exposure).max().orElse(0);
                all.removeAll(left);
                assertThat(all)
                        .as(kind)
                        .allSatisfy(q -> assertThat(q.exposure()).isGreaterThanOrEqualTo(dearest));
                assertThat(kept.size() < most && !all.isEmpty()).isFalse();
            }
        }
        assertThat(shortened).isGreaterThan(90);
    }

    private static final List<Set<String>> TAGS =
            List.of(Set.of(), Set.of("a"), Set.of("b"), Set.of("a", "b"), Set.of("c"));

    /** Two questions that were not yet chosen. */
    private static Set<String> ids(Random random, Set<String> taken) {
        var ids = new HashSet<String>();
        while (ids.size() < 2) {
            String id = "q%03d".formatted(random.nextInt(160));
            if (taken.add(id)) {
                ids.add(id);
            }
        }
        return ids;
    }

    private static List<Object> kind(PoolQuestion question) {
        var tags = new HashSet<>(question.tags());
        tags.remove("c");
        return List.of(question.section(), question.difficulty(), tags);
    }

    /** How many of its kind one set of three can hold. */
    private static long most(List<Demand> demands, PoolQuestion question) {
        long most = 3;
        for (Demand demand : demands) {
            if (demand instanceof Demand.TagQuota it && question.tags().contains(it.tag())) {
                most = Math.min(most, it.max());
            }
            if (demand instanceof Demand.Quota it
                    && (it.section() == null || it.section().equals(question.section()))
                    && (it.difficulty() == null || it.difficulty() == question.difficulty())) {
                most = Math.min(most, it.max());
            }
        }
        return most;
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
