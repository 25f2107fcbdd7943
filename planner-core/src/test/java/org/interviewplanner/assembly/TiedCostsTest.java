package org.interviewplanner.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.interviewplanner.bank.Difficulty;
import org.junit.jupiter.api.Test;

/** Where most questions cost the same, as in a new bank, the proof must not drown in equal ones. */
class TiedCostsTest {

    private static final int SECTIONS = 9;

    @Test
    void aShortSetFromABankHardlyUsedIsProvedSoon() {
        for (long seed = 0; seed < 40; seed++) {
            int size = seed % 2 == 0 ? 225 : 500;

            var found =
                    (Assembly.Assembled)
                            new Assembler()
                                    .assemble(
                                            new Pool(bank(size, seed)),
                                            blueprint(),
                                            AssemblyRequest.one(seed));

            assertThat(found.proved()).as("seed %d", seed).isTrue();
            assertThat(found.report().work()).as("seed %d", seed).isLessThan(20_000_000);
        }
    }

    private static List<PoolQuestion> bank(int size, long seed) {
        var random = new Random(seed);
        var bank = new ArrayList<PoolQuestion>();
        for (int i = 0; i < size; i++) {
            int level = 1 + Math.min(random.nextInt(5), random.nextInt(6));
            bank.add(
                    new PoolQuestion(
                            "q" + i,
                            "S" + Math.min(random.nextInt(SECTIONS), random.nextInt(SECTIONS)),
                            Difficulty.ofLevel(level),
                            60 * (2 + level + random.nextInt(4)),
                            Set.of(),
                            random.nextInt(3) == 0 ? 1_000 + random.nextInt(4_000) : 0,
                            true));
        }
        return bank;
    }

    /** Five questions, each count demanded within one of its target. */
    private static Blueprint blueprint() {
        var demands = new ArrayList<Demand>();
        var targets = new ArrayList<Target>();
        demands.add(new Demand.Time(1_530, 1_980));
        for (int level = 1; level <= 5; level++) {
            int count = Math.max(0, Math.min(2, 4 - level));
            add(demands, targets, null, Difficulty.ofLevel(level), count);
        }
        for (int s = 0; s < SECTIONS; s++) {
            add(demands, targets, "S" + s, null, s < 5 ? 1 : 0);
        }
        return new Blueprint(5, 1_800, demands, targets);
    }

    private static void add(
            List<Demand> demands,
            List<Target> targets,
            String section,
            Difficulty difficulty,
            int count) {
        demands.add(new Demand.Quota(section, difficulty, Math.max(0, count - 1), count + 1));
        targets.add(new Target(section, difficulty, count));
    }
}
