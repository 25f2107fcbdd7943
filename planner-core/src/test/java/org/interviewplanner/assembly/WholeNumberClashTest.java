package org.interviewplanner.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.interviewplanner.bank.Difficulty;
import org.junit.jupiter.api.Test;

/**
 * Blueprints that fractions of questions could meet and whole ones cannot: the time asked for lies
 * within reach and on the grid of the times, yet no choice of whole questions sums up to it.
 */
class WholeNumberClashTest {

    private static final int CASES = Integer.getInteger("assembly.cases", 2_000) * 3 / 500;

    @Test
    void namesTheTimeAndRepairsIt() {
        int cases = 0;
        for (long seed = 0; cases < CASES; seed++) {
            var random = new Random(seed);
            int[] times = new int[12 + random.nextInt(10)];
            int[] kinds = {60, 60 + 6 * (3 + random.nextInt(4)), 60 + 10 * (6 + random.nextInt(4))};
            for (int i = 0; i < times.length; i++) {
                times[i] = kinds[random.nextInt(3)];
            }
            int slots = 3 + random.nextInt(3);
            Set<Integer> sums = sums(times, slots);
            int asked = slots * 60 + 2 * (10 + random.nextInt(40));
            int low = sums.stream().min(Integer::compare).orElseThrow();
            int high = sums.stream().max(Integer::compare).orElseThrow();
            if (sums.contains(asked) || asked <= low || asked >= high) {
                continue;
            }
            cases++;
            var pool = new ArrayList<PoolQuestion>();
            for (int i = 0; i < times.length; i++) {
                pool.add(
                        new PoolQuestion(
                                "q" + i, "S", Difficulty.BASIC, times[i], Set.of(), i, true));
            }
            var blueprint =
                    new Blueprint(slots, asked, List.of(new Demand.Time(asked, asked)), List.of());

            var answer =
                    (Assembly.Infeasible)
                            new Assembler()
                                    .assemble(new Pool(pool), blueprint, AssemblyRequest.one(seed));

            for (Shortfall shortfall : answer.shortfalls()) {
                assertThat(shortfall.demands())
                        .as("case %d", seed)
                        .contains("seconds")
                        .isSubsetOf("seconds", "slots");
            }
            assertThat(answer.repair()).as("case %d", seed).isNotEmpty();
            Blueprint repaired = blueprint.with(answer.repair());
            var time = (Demand.Time) repaired.demands().getFirst();
            assertThat(sums(times, repaired.slots()))
                    .as("case %d", seed)
                    .anyMatch(sum -> time.minSeconds() <= sum && sum <= time.maxSeconds());
        }
    }

    private static Set<Integer> sums(int[] times, int slots) {
        var bySize = new ArrayList<Set<Integer>>();
        for (int k = 0; k <= slots; k++) {
            bySize.add(new HashSet<>());
        }
        bySize.getFirst().add(0);
        for (int time : times) {
            for (int k = slots; k > 0; k--) {
                for (int sum : bySize.get(k - 1)) {
                    bySize.get(k).add(sum + time);
                }
            }
        }
        return bySize.get(slots);
    }
}
