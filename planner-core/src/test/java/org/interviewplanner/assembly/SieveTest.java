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

    private static boolean isExcluded(Pool pool, OddCase it, List<String> kept) {
        Problem problem =
                Problem.of(pool, it.blueprint(), it.request(), Trial.dropped(it.blueprint(), kept));
        return problem.impossible
                || new TimeGrid(problem).deviation(0) < 0
                || PoolSearch.isExcluded(problem, new Work(Long.MAX_VALUE, () -> false));
    }
}
