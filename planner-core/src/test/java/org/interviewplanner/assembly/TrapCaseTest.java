package org.interviewplanner.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.interviewplanner.assembly.TrapCase.Trap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What only whole numbers exclude is said to be infeasible. */
class TrapCaseTest {

    private static final long LIMIT = 60_000_000;

    @ParameterizedTest
    @EnumSource
    void answersWithinTheWorkAndRepairsWhatItExplains(Trap trap) {
        for (long seed = 0; seed < 2; seed++) {
            for (int sets = 1; sets <= 4; sets += 3) {
                TrapCase it = TrapCase.of(trap, 225, sets, seed);
                var pool = new Pool(it.pool());
                AssemblyRequest request = it.request().withWorkLimit(LIMIT);

                Assembly answer = new Assembler().assemble(pool, it.blueprint(), request);

                assertThat(answer)
                        .as("%s %d %d", trap, sets, seed)
                        .isInstanceOf(Assembly.Infeasible.class);
                if (answer instanceof Assembly.Infeasible infeasible) {
                    if (trap != Trap.STEPS) {
                        assertThat(infeasible.shortfalls())
                                .extracting(shortfall -> Set.copyOf(shortfall.demands()))
                                .contains(it.clash());
                    }
                    assertThat(infeasible.repair()).isNotEmpty();
                    assertThat(
                                    new Assembler()
                                            .assemble(
                                                    pool,
                                                    it.blueprint().with(infeasible.repair()),
                                                    request.with(infeasible.repair())))
                            .as("%s %d %d: %s", trap, sets, seed, infeasible.repair())
                            .isInstanceOf(Assembly.Assembled.class);
                }
            }
        }
    }
}
