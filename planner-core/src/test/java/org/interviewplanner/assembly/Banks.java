package org.interviewplanner.assembly;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.interviewplanner.bank.Difficulty;

/** Seeded banks of some size, and blueprints that fit them, for invariants. */
final class Banks {

    private Banks() {}

    /** Six sections, five levels, three tags, times on a grid in seconds. */
    static List<PoolQuestion> bank(int size, int grid, long seed) {
        var random = new Random(seed);
        var bank = new ArrayList<PoolQuestion>();
        for (int i = 0; i < size; i++) {
            var tags = new HashSet<String>();
            if (random.nextInt(4) == 0) {
                tags.add("t" + random.nextInt(3));
            }
            int level = 1 + Math.min(random.nextInt(5), random.nextInt(6));
            bank.add(
                    new PoolQuestion(
                            "q%05d".formatted(i),
                            "S" + Math.min(random.nextInt(6), random.nextInt(6)),
                            Difficulty.ofLevel(level),
                            grid * Math.max(1, (60 + 60 * level + random.nextInt(240)) / grid),
                            tags,
                            random.nextInt(3_000),
                            random.nextInt(10) > 0));
        }
        return bank;
    }

    /** Quotas around the bank's own mix, a tag, one pair of enemies, a target time on the grid. */
    static Blueprint blueprint(List<PoolQuestion> bank, int slots, int grid) {
        var demands = new ArrayList<Demand>();
        for (int s = 0; s < 6; s++) {
            String section = "S" + s;
            long have = bank.stream().filter(q -> q.section().equals(section)).count();
            int fair = (int) (have * slots / bank.size());
            demands.add(new Demand.Quota(section, null, Math.max(0, fair - 1), fair + 2));
        }
        for (Difficulty difficulty : Difficulty.values()) {
            long have = bank.stream().filter(q -> q.difficulty() == difficulty).count();
            int fair = (int) (have * slots / bank.size());
            demands.add(new Demand.Quota(null, difficulty, Math.max(0, fair - 1), fair + 2));
        }
        demands.add(new Demand.TagQuota("t0", 1, slots));
        demands.add(new Demand.Enemies(bank.get(0).id(), bank.get(1).id()));
        long time = bank.stream().mapToLong(PoolQuestion::seconds).sum() * slots / bank.size();
        return new Blueprint(slots, (int) (time / grid * grid), demands, List.of());
    }
}
