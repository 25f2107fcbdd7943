package org.interviewplanner.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
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
                if (fresh) {
                    var needed = new ArrayList<>(kept);
                    needed.retainAll(sieve.needed());
                    assertThat(sieve.excludes(it.blueprint(), it.request(), needed))
                            .as("case %d: %s of %s", seed, needed, kept)
                            .isTrue();
                }
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
