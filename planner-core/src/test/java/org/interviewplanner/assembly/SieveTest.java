package org.interviewplanner.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SieveTest {

    private static final int CASES = Integer.getInteger("assembly.cases", 2_000) / 10;

    /** Going on from the basis of another part must say what a relaxation of its own says. */
    @Test
    void excludesAfterManyPartsWhatAFreshRelaxationExcludes() {
        int excluded = 0;
        int not = 0;
        for (long seed = 0; seed < CASES; seed++) {
            OddCase it = OddCase.of(seed);
            var pool = new Pool(it.pool());
            var random = new Random(seed);
            var sieve = new Sieve(pool, new Work(Long.MAX_VALUE, () -> false));
            for (int part = 0; part < 12; part++) {
                List<String> kept = part(it.blueprint(), random);
                boolean fresh = isExcluded(pool, it, kept);

                assertThat(sieve.excludes(it.blueprint(), it.request(), kept))
                        .as("case %d: %s", seed, kept)
                        .isEqualTo(fresh);

                excluded += fresh ? 1 : 0;
                not += fresh ? 0 : 1;
            }
        }
        assertThat(excluded).isGreaterThan(CASES / 4);
        assertThat(not).isGreaterThan(CASES / 4);
    }

    private static List<String> part(Blueprint blueprint, Random random) {
        var names = new LinkedHashSet<String>();
        blueprint.demands().forEach(demand -> names.add(demand.name()));
        names.add(Names.SLOTS);
        int share = 1 + random.nextInt(8);
        names.removeIf(name -> random.nextInt(share) == 0 && share > 1);
        return List.copyOf(names);
    }

    /** A change that a proof says is too little must be too little. */
    @Test
    void proofsAskForNoMoreThanIsNeeded() {
        int told = 0;
        for (long seed = 0; seed < CASES * 3; seed++) {
            SmallCase it = SmallCase.of(seed);
            List<String> names = it.blueprint().demands().stream().map(Demand::name).toList();
            var all = new ArrayList<>(names);
            all.add(Names.SLOTS);
            var sieve = new Sieve(new Pool(it.pool()), new Work(Long.MAX_VALUE, () -> false));
            if (!sieve.excludes(it.blueprint(), it.request(), all)) {
                continue;
            }
            for (Demand demand : it.blueprint().demands()) {
                String name = demand.name();
                boolean isCount =
                        demand instanceof Demand.Quota || demand instanceof Demand.TagQuota;
                if (isCount && names.indexOf(name) == names.lastIndexOf(name)) {
                    int[] range = Amendment.range(demand);
                    long lowered = sieve.lowered(name);
                    long raised = sieve.raised(name);
                    for (int min = 0; lowered != Sieve.UNTOLD && min <= range[0]; min++) {
                        if (min > lowered) {
                            told++;
                            assertThat(exist(it, new Repair(name, min, range[1])))
                                    .as("case %d: %s from %d", seed, name, min)
                                    .isFalse();
                        }
                    }
                    int most = it.blueprint().slots();
                    for (int max = range[1]; raised != Sieve.UNTOLD && max <= most; max++) {
                        if (raised == -1 || max < raised) {
                            told++;
                            assertThat(exist(it, new Repair(name, range[0], max)))
                                    .as("case %d: %s to %d", seed, name, max)
                                    .isFalse();
                        }
                    }
                }
            }
        }
        assertThat(told).isGreaterThan(CASES / 4);
    }

    /** Where one row is all that is in the way the proof tells the very number. */
    @Test
    void tellsHowMuchOneRowMustGive() {
        var pool = new ArrayList<PoolQuestion>();
        for (int i = 0; i < 11; i++) {
            pool.add(SmallProblems.question(i, i < 5 ? "A" : "B", 1, i < 5 ? 60 : 90, Set.of(), 0));
        }
        var many =
                List.<Demand>of(
                        new Demand.Quota("A", null, 4, 9), new Demand.Quota("B", null, 1, 9));
        var few =
                List.<Demand>of(
                        new Demand.Quota("A", null, 0, 1), new Demand.Quota("B", null, 0, 1));
        var late = List.<Demand>of(new Demand.Time(600, 900));
        var early = List.<Demand>of(new Demand.Time(60, 150));
        var held = new ArrayList<>(few);
        held.add(new Demand.Include(Set.of("q00")));
        var wanted = new ArrayList<>(many);
        wanted.add(new Demand.Include(Set.of("q07")));

        // One of four is of B, so three are left for A, and one for B if three are of A.
        isTold(pool, 4, 1, many, "section A", 3, -1);
        isTold(pool, 4, 1, many, "section B", 0, -1);
        isTold(pool, 4, 1, few, "section A", -1, 3);
        isTold(pool, 4, 1, held, "section A", -1, 3);
        // Any proof will do for the times: four last 240 to 360 seconds.
        assertThat(excluded(pool, 4, 1, late).lowered("seconds")).isBetween(360L, 599L);
        assertThat(excluded(pool, 4, 1, late).raised("seconds")).isEqualTo(-1);
        assertThat(excluded(pool, 4, 1, early).raised("seconds")).isBetween(151L, 240L);
        assertThat(excluded(pool, 4, 1, early).lowered("seconds")).isEqualTo(-1);
        isTold(pool, 4, 1, List.of(new Demand.Quota("A", null, 0, 9)), "section A", -2, -2);
        isTold(pool, 4, 1, wanted, "section A", 3, -1);
        isTold(pool, 4, 1, few, "section C", -2, -2);
        isTold(pool, 4, 1, few, Names.SLOTS, -2, -2);
    }

    /** What is told if the whole is excluded; -2 stands for nothing. */
    private static void isTold(
            List<PoolQuestion> pool,
            int slots,
            int sets,
            List<Demand> demands,
            String name,
            long lowered,
            long raised) {
        Sieve sieve = excluded(pool, slots, sets, demands);
        assertThat(sieve.lowered(name)).isEqualTo(lowered == -2 ? Sieve.UNTOLD : lowered);
        assertThat(sieve.raised(name)).isEqualTo(raised == -2 ? Sieve.UNTOLD : raised);
    }

    private static Sieve excluded(
            List<PoolQuestion> pool, int slots, int sets, List<Demand> demands) {
        var blueprint = new Blueprint(slots, 240, demands, List.of());
        var sieve = new Sieve(new Pool(pool), new Work(Long.MAX_VALUE, () -> false));
        var names = new ArrayList<>(demands.stream().map(Demand::name).toList());
        names.add(Names.SLOTS);
        assertThat(sieve.excludes(blueprint, AssemblyRequest.sets(sets, 1), names))
                .isEqualTo(demands.size() > 1 || demands.getFirst() instanceof Demand.Time);
        return sieve;
    }

    @Test
    void likesTheSizeThatTheDemandsAddUpTo() {
        var pool = new ArrayList<PoolQuestion>();
        for (int i = 0; i < 16; i++) {
            pool.add(SmallProblems.question(i, i < 8 ? "A" : "B", 1, 60, Set.of(), 0));
        }
        var demands =
                List.<Demand>of(
                        new Demand.Quota("A", null, 2, 2),
                        new Demand.Quota("B", null, 3, 3),
                        new Demand.Include(Set.of("q00")));
        var blueprint = new Blueprint(9, 540, demands, List.of());
        var sieve = new Sieve(new Pool(pool), new Work(Long.MAX_VALUE, () -> false));
        AssemblyRequest two = AssemblyRequest.sets(2, 1);

        assertThat(sieve.excludes(blueprint, two, List.of("section A", "section B", "include")))
                .isFalse();
        assertThat(sieve.likedSize()).isEqualTo(5);
        assertThat(sieve.excludes(blueprint, two, List.of("section A", "section B"))).isFalse();
        assertThat(sieve.likedSize()).isEqualTo(5);
        assertThat(sieve.excludes(blueprint, two, List.of("section A"))).isFalse();
        assertThat(sieve.likedSize()).isEqualTo(2);
        assertThat(sieve.excludes(blueprint, two, List.of("section A", "section B", "slots")))
                .isTrue();
        assertThat(sieve.likedSize()).isEqualTo(-1);
    }

    /** Must-have questions beyond a greatest number, times off the grid, counts off the lattice. */
    @Test
    void excludesWhatTheListsOrTheNumbersAloneExclude() {
        var pool = new ArrayList<PoolQuestion>();
        for (int i = 0; i < 12; i++) {
            pool.add(SmallProblems.question(i, i < 6 ? "A" : "B", 1, i < 6 ? 90 : 60, Set.of(), 0));
        }
        var two = new Demand.Include(Set.of("q00", "q01"));
        var one = new Demand.Quota("A", null, 0, 1);
        var odd = new Demand.Time(270, 270);
        var even = new Demand.Quota("A", null, 2, 2);

        assertThat(isExcluded(pool, List.of(two, one))).isTrue();
        assertThat(isExcluded(pool, List.of(one))).isFalse();
        assertThat(isExcluded(pool, List.of(two, new Demand.Exclude(Set.of("q00"))))).isTrue();
        assertThat(isExcluded(pool, List.of(two, new Demand.Exclude(Set.of("q02"))))).isFalse();
        // Four of 60 or 90 are 300 with two of A; 270 needs one.
        assertThat(isExcluded(pool, List.of(odd, even))).isTrue();
        assertThat(isExcluded(pool, List.of(odd))).isFalse();
        assertThat(isExcluded(pool, List.of(new Demand.Time(300, 300), even))).isFalse();
        assertThat(isExcluded(pool, List.of(new Demand.Time(271, 271)))).isTrue();
    }

    private static boolean isExcluded(List<PoolQuestion> pool, List<Demand> demands) {
        var blueprint = new Blueprint(4, 240, demands, List.of());
        var sieve = new Sieve(new Pool(pool), new Work(Long.MAX_VALUE, () -> false));
        var names = new ArrayList<>(demands.stream().map(Demand::name).toList());
        names.add(Names.SLOTS);
        names.add("section B");
        return sieve.excludes(blueprint, AssemblyRequest.one(1), names);
    }

    private static boolean exist(SmallCase it, Repair repair) {
        return BruteForce.best(it.pool(), it.blueprint().with(List.of(repair)), it.request())
                != null;
    }

    private static boolean isExcluded(Pool pool, OddCase it, List<String> kept) {
        Problem problem =
                Problem.of(pool, it.blueprint(), it.request(), Trial.dropped(it.blueprint(), kept));
        return problem.impossible
                || new TimeGrid(problem).deviation(0) < 0
                || PoolSearch.isExcluded(problem, new Work(Long.MAX_VALUE, () -> false));
    }
}
