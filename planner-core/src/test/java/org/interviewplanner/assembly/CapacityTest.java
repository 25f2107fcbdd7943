package org.interviewplanner.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.interviewplanner.bank.Difficulty;
import org.junit.jupiter.api.Test;

/** How many sets there can be, compared with trying all subsets. */
class CapacityTest {

    private static final int CASES = Integer.getInteger("assembly.cases", 2_000) / 5;
    private static final int ASKED = 4;

    @Test
    void countsTheSetsThatThereAre() {
        int between = 0;
        for (long seed = 0; seed < CASES; seed++) {
            SmallCase it = SmallCase.of(seed);

            Capacity capacity =
                    new Assembler()
                            .capacity(
                                    new Pool(it.pool()),
                                    it.blueprint(),
                                    AssemblyRequest.sets(ASKED, seed));

            int most = 0;
            while (most < ASKED && exist(it, most + 1)) {
                most++;
            }
            assertThat(capacity.sets()).as("case %d", seed).isEqualTo(most);
            assertThat(capacity.atMost()).as("case %d", seed).isEqualTo(most);
            assertThat(capacity.isExact()).isTrue();
            if (most == ASKED) {
                assertThat(capacity.clash()).isEmpty();
                assertThat(capacity.next()).isNull();
            }
            between += most > 0 && most < ASKED ? 1 : 0;
        }
        assertThat(between).isGreaterThan(CASES / 10);
    }

    private static boolean exist(SmallCase it, int sets) {
        return BruteForce.best(it.pool(), it.blueprint(), AssemblyRequest.sets(sets, 1)) != null;
    }

    @Test
    void saysOfWhichTagOrOfAnyKindToWriteMore() {
        var bank = new ArrayList<PoolQuestion>();
        for (int i = 0; i < 41; i++) {
            Set<String> tags = i < 6 ? Set.of("web") : Set.of();
            bank.add(new PoolQuestion("q" + i, "S", Difficulty.BASIC, 300, tags, 0, true));
        }
        var tagged = new Blueprint(4, 1_200, List.of(new Demand.TagQuota("web", 2, 4)), List.of());

        assertThat(measure(bank, tagged).sets()).isEqualTo(3);
        assertThat(measure(bank, tagged).next()).isEqualTo(new Capacity.Writing("tag web", 2, 1));
        assertThat(measure(bank, new Blueprint(4, 1_200, List.of(), List.of())).next())
                .isEqualTo(new Capacity.Writing("slots", 3, 1));
    }

    private static Capacity measure(List<PoolQuestion> bank, Blueprint blueprint) {
        return new Assembler().capacity(new Pool(bank), blueprint, AssemblyRequest.sets(20, 1));
    }

    @Test
    void isNotExactIfTheWorkRunsOut() {
        List<PoolQuestion> bank = Banks.bank(120, 5, 6);

        Capacity capacity =
                new Assembler()
                        .capacity(
                                new Pool(bank),
                                Banks.blueprint(bank, 10, 5),
                                AssemblyRequest.sets(20, 1).withWorkLimit(1));

        assertThat(capacity.sets()).isZero();
        assertThat(capacity.atMost()).isBetween(1, 20);
        assertThat(capacity.isExact()).isFalse();
    }
}
