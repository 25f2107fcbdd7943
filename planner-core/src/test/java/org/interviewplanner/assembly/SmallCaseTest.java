package org.interviewplanner.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SmallCaseTest {

    private static final int CASES = Integer.getInteger("assembly.cases", 2_000);

    @Test
    void findsWhatTryingAllSubsetsFinds() {
        for (long seed = 0; seed < CASES; seed++) {
            SmallCase it = SmallCase.of(seed);

            Assembly assembly =
                    new Assembler().assemble(new Pool(it.pool()), it.blueprint(), it.request());

            long[] best = BruteForce.best(it.pool(), it.blueprint(), it.request());
            switch (assembly) {
                case Assembly.Assembled found -> {
                    assertThat(best).as("case %d exists", seed).isNotNull();
                    assertThat(found.report().value())
                            .as("case %d", seed)
                            .isEqualTo(new Objective(best[0], best[1], best[2]));
                    assertThat(found.proved()).as("case %d is proved", seed).isTrue();
                }
                case Assembly.Infeasible unused ->
                        assertThat(best).as("case %d does not exist", seed).isNull();
                case Assembly.Undecided undecided ->
                        assertThat(undecided).as("case %d is decided", seed).isNull();
            }
        }
    }
}
