package org.interviewplanner.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The least change of one demand of a clash, beside all changes of it. */
class AmendmentTest {

    private static final long LIST = 1_000_000;

    @Test
    void noSingleChangeOfAClashIsCheaper() {
        int clashes = 0;
        int exact = 0;
        int whole = 0;
        for (long seed = 100_000; seed < 100_200; seed++) {
            SmallCase it = SmallCase.of(seed);
            var pool = new Pool(it.pool());
            if (it.blueprint().demands().isEmpty()
                    || !(new Assembler().assemble(pool, it.blueprint(), it.request())
                            instanceof Assembly.Infeasible answer)) {
                continue;
            }
            List<String> clash = answer.shortfalls().getFirst().demands();
            var trial = new Trial(pool, new Work(1L << 40, () -> false));
            boolean isLinear =
                    trial.quick(it.blueprint(), it.request(), clash) == Trial.Verdict.INFEASIBLE;

            Amendment change =
                    Amendment.cheapest(
                            pool,
                            trial,
                            it.blueprint(),
                            it.request(),
                            clash,
                            Set.of(),
                            Amendment.Resizing.ANY);

            long least = least(it, clash);
            if (least == Long.MAX_VALUE) {
                continue;
            }
            assertThat(change).as("case %d: %s", seed, clash).isNotNull();
            assertThat(change.have()).isLessThan(change.need());
            assertThat(change.cost()).as("case %d: %s", seed, clash).isLessThanOrEqualTo(least);
            if (!isLinear) {
                whole++;
                assertThat(change.cost()).as("case %d: %s", seed, clash).isEqualTo(least);
            }
            boolean isTime = change.repair().demand().equals(Names.SECONDS);
            clashes += isLinear && isTime ? 0 : 1;
            if (change.cost() == least && (!isLinear || !isTime)) {
                exact++;
                assertThat(exists(it, change.repair(), clash))
                        .as("case %d: %s resolves %s", seed, change.repair(), clash)
                        .isTrue();
            }
        }
        assertThat(whole).isGreaterThan(1);
        assertThat(clashes).isGreaterThan(35);
        assertThat(exact).isGreaterThan(clashes * 9 / 10);
    }

    /** The cost of the cheapest change of one demand that resolves a clash. */
    private static long least(SmallCase it, List<String> clash) {
        long least = Long.MAX_VALUE;
        for (String name : clash) {
            if (Diagnosis.isList(name)) {
                least = Math.min(least, LIST + (name.equals(Names.INCLUDE) ? 0 : 1));
            } else if (name.equals(Names.SLOTS)) {
                int slots = it.blueprint().slots();
                for (int to = 1; to <= it.pool().size(); to++) {
                    if (exists(it, new Repair(name, to, to), clash)) {
                        least = Math.min(least, 3L * Math.abs(to - slots));
                    }
                }
            } else {
                least = Math.min(least, leastOfRange(it, clash, name));
            }
        }
        return least;
    }

    private static long leastOfRange(SmallCase it, List<String> clash, String name) {
        int min = 0;
        int max = Integer.MAX_VALUE;
        for (Demand demand : it.blueprint().demands()) {
            if (demand.name().equals(name)) {
                min = Math.max(min, Amendment.range(demand)[0]);
                max = Math.min(max, Amendment.range(demand)[1]);
            }
        }
        if (min > max) {
            return min - max;
        }
        boolean isTime = name.equals(Names.SECONDS);
        int unit = isTime ? 300 : 1;
        for (int to = min - 1; to >= 0; to--) {
            if (exists(it, new Repair(name, to, max), clash)) {
                return Math.ceilDiv(min - to, unit);
            }
        }
        int most = isTime ? it.pool().stream().mapToInt(PoolQuestion::seconds).sum() : 9;
        for (int to = max + 1; to <= most; to++) {
            if (exists(it, new Repair(name, min, to), clash)) {
                return Math.ceilDiv(to - max, unit);
            }
        }
        return Long.MAX_VALUE;
    }

    private static boolean exists(SmallCase it, Repair repair, List<String> clash) {
        var kept = new ArrayList<>(clash);
        if (Diagnosis.isList(repair.demand())) {
            kept.remove(repair.demand());
        }
        return BruteForce.exists(
                new SmallCase(
                        it.pool(),
                        it.blueprint().with(List.of(repair)),
                        it.request().with(List.of(repair))),
                kept);
    }

    @Test
    void goesFurtherTheWayItWent() {
        var lowered = new Amendment(new Repair("section S", 3, 5), 3, 4, 1, false);
        var raised = new Amendment(new Repair("section S", 3, 5), 4, 5, 1, true);
        var time = new Amendment(new Repair("seconds", 300, 900), 840, 900, 1, true);
        var fewer = new Amendment(new Repair("slots", 4, 4), 4, 5, 3, false);
        var more = new Amendment(new Repair("slots", 6, 6), 5, 6, 3, true);

        assertThat(lowered.further(2).repair()).isEqualTo(new Repair("section S", 1, 5));
        assertThat(lowered.further(9).repair()).isEqualTo(new Repair("section S", 0, 5));
        assertThat(raised.further(2).repair()).isEqualTo(new Repair("section S", 3, 7));
        assertThat(time.further(2).repair()).isEqualTo(new Repair("seconds", 300, 1_020));
        assertThat(fewer.further(1).repair()).isEqualTo(new Repair("slots", 3, 3));
        assertThat(more.further(1).repair()).isEqualTo(new Repair("slots", 7, 7));
        assertThat(lowered.further(2).raises()).isFalse();
        assertThat(raised.further(2).raises()).isTrue();
        assertThat(raised.further(2).cost()).isEqualTo(1);
    }

    @Test
    void theEdgeIsTheNumberThatIsAllowedAnew() {
        var lowered = new Amendment(new Repair("section S", 3, 5), 3, 4, 1, false);
        var raised = new Amendment(new Repair("section S", 3, 5), 4, 5, 1, true);

        assertThat(lowered.edge()).isEqualTo(new Repair("section S", 3, 3));
        assertThat(raised.edge()).isEqualTo(new Repair("section S", 5, 5));
    }

    /** Five of five apart: two fewer slots, or two more of the other section's most. */
    @ParameterizedTest
    @EnumSource
    void sizesChangeOnlyTheWayTheyMay(Amendment.Resizing resizing) {
        assertThat(resizing.allows(-2))
                .isEqualTo(
                        resizing == Amendment.Resizing.ANY || resizing == Amendment.Resizing.FEWER);
        assertThat(resizing.allows(2))
                .isEqualTo(
                        resizing == Amendment.Resizing.ANY || resizing == Amendment.Resizing.MORE);
        var pool = new ArrayList<PoolQuestion>();
        for (int i = 0; i < 12; i++) {
            pool.add(SmallProblems.question(i, i < 6 ? "A" : "B", 1, 60, Set.of(), 0));
        }
        // At most two of each leave room for four; at least four of each need eight.
        var few =
                List.<Demand>of(
                        new Demand.Quota("A", null, 0, 2), new Demand.Quota("B", null, 0, 2));
        var many =
                List.<Demand>of(
                        new Demand.Quota("A", null, 4, 6), new Demand.Quota("B", null, 4, 6));

        Amendment fewer = ofSlots(pool, few, resizing);
        Amendment more = ofSlots(pool, many, resizing);

        if (resizing.allows(-2)) {
            assertThat(fewer.repair()).isEqualTo(new Repair("slots", 4, 4));
            assertThat(fewer.cost()).isEqualTo(6);
            assertThat(fewer.raises()).isFalse();
            assertThat(fewer.have()).isEqualTo(4);
            assertThat(fewer.need()).isEqualTo(6);
        } else {
            assertThat(fewer).isNull();
        }
        if (resizing.allows(2)) {
            assertThat(more.repair()).isEqualTo(new Repair("slots", 8, 8));
            assertThat(more.cost()).isEqualTo(6);
            assertThat(more.raises()).isTrue();
            assertThat(more.have()).isEqualTo(6);
            assertThat(more.need()).isEqualTo(8);
        } else {
            assertThat(more).isNull();
        }
    }

    private static Amendment ofSlots(
            List<PoolQuestion> pool, List<Demand> demands, Amendment.Resizing resizing) {
        var blueprint = new Blueprint(6, 360, demands, List.of());
        var trial = new Trial(new Pool(pool), new Work(1L << 40, () -> false));
        // What is changed already comes first, and costs nothing to change again.
        Amendment change =
                Amendment.cheapest(
                        new Pool(pool),
                        trial,
                        blueprint,
                        AssemblyRequest.one(1),
                        List.of("section A", "section B", "slots"),
                        Set.of("slots"),
                        resizing);
        return change != null && change.repair().demand().equals("slots") ? change : null;
    }

    @Test
    void asksForFewerSetsWhereNothingElseHelps() {
        var pool = new ArrayList<PoolQuestion>();
        for (int i = 0; i < 11; i++) {
            pool.add(SmallProblems.question(i, "A", 1, 60, Set.of(), 0));
        }
        var blueprint = new Blueprint(3, 180, List.of(), List.of());
        var trial = new Trial(new Pool(pool), new Work(1L << 40, () -> false));

        Amendment change =
                Amendment.cheapest(
                        new Pool(pool),
                        trial,
                        blueprint,
                        AssemblyRequest.sets(9, 1),
                        List.of("slots"),
                        Set.of(),
                        Amendment.Resizing.NONE);

        assertThat(change).isEqualTo(new Amendment(new Repair("sets", 3, 3), 3, 9, 500_000, false));
    }

    @Test
    void dropsMustHavesBeforeOtherLists() {
        var pool =
                List.of(
                        SmallProblems.question(0, "A", 1, 60, Set.of(), 0),
                        SmallProblems.question(1, "A", 1, 60, Set.of(), 0));
        var blueprint =
                new Blueprint(
                        1,
                        60,
                        List.of(
                                new Demand.Exclude(Set.of("q00")),
                                new Demand.Include(Set.of("q00"))),
                        List.of());

        Amendment change =
                Amendment.cheapest(
                        new Pool(pool),
                        new Trial(new Pool(pool), new Work(1L << 40, () -> false)),
                        blueprint,
                        AssemblyRequest.one(1),
                        List.of("exclude", "include"),
                        Set.of(),
                        Amendment.Resizing.ANY);

        assertThat(change).isEqualTo(new Amendment(new Repair("include", 0, 0), 0, 1, LIST, false));
    }
}
