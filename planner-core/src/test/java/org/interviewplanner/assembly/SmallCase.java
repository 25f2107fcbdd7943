package org.interviewplanner.assembly;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.interviewplanner.bank.Difficulty;

/** A random blueprint over a random pool that is small enough to try all subsets. */
record SmallCase(List<PoolQuestion> pool, Blueprint blueprint, AssemblyRequest request) {

    static SmallCase of(long seed) {
        var random = new Random(seed * 7919 + 17);
        int size = 1 + random.nextInt(9);
        int sections = 1 + random.nextInt(3);
        int levels = 1 + random.nextInt(3);
        int grid = random.nextBoolean() ? 60 : random.nextBoolean() ? 5 : 1;
        boolean fresh = random.nextInt(4) == 0;
        var pool = new ArrayList<PoolQuestion>();
        for (int i = 0; i < size; i++) {
            var tags = new HashSet<String>();
            for (int t = 0; t < 2; t++) {
                if (random.nextInt(3) == 0) {
                    tags.add("t" + random.nextInt(3));
                }
            }
            pool.add(
                    new PoolQuestion(
                            "q" + i,
                            "S" + random.nextInt(sections),
                            Difficulty.ofLevel(1 + random.nextInt(levels)),
                            grid * (1 + random.nextInt(10)),
                            tags,
                            fresh ? 0 : random.nextInt(50),
                            random.nextInt(6) > 0));
        }
        int slots = 1 + random.nextInt(Math.min(4, size));
        var demands = new ArrayList<Demand>();
        for (int i = random.nextInt(5); i > 0; i--) {
            demands.add(demand(random, slots, size, sections, levels, grid));
        }
        var targets = new ArrayList<Target>();
        if (random.nextInt(3) == 0) {
            for (int s = 0; s < sections; s++) {
                targets.add(new Target("S" + s, null, random.nextInt(3)));
            }
            if (random.nextBoolean()) {
                targets.add(new Target(null, Difficulty.BASIC, random.nextInt(3)));
            }
            if (random.nextBoolean()) {
                targets.add(new Target("S0", Difficulty.BASIC, random.nextInt(3)));
            }
        }
        var blueprint =
                new Blueprint(slots, grid * slots * (2 + random.nextInt(7)), demands, targets);
        int sets = random.nextInt(2) == 0 ? 1 : 1 + random.nextInt(3);
        var request =
                AssemblyRequest.sets(sets, seed)
                        .withOverlap(random.nextInt(3) == 0 ? 1 + random.nextInt(2) : 0);
        return new SmallCase(pool, blueprint, request);
    }

    private static Demand demand(
            Random random, int slots, int size, int sections, int levels, int grid) {
        int min = random.nextInt(slots + 1);
        int max = min + random.nextInt(slots + 1);
        if (random.nextInt(8) == 0) {
            min = 0;
        }
        return switch (random.nextInt(9)) {
            case 0, 1 -> new Demand.Quota("S" + random.nextInt(sections), null, min, max);
            case 2 ->
                    new Demand.Quota(
                            null, Difficulty.ofLevel(1 + random.nextInt(levels)), min, max);
            case 3 ->
                    new Demand.Quota(
                            "S" + random.nextInt(sections),
                            Difficulty.ofLevel(1 + random.nextInt(levels)),
                            min / 2,
                            max);
            case 4 -> new Demand.TagQuota("t" + random.nextInt(3), min / 2, max);
            case 5 -> {
                int low = grid * slots * random.nextInt(6);
                yield new Demand.Time(low, low + grid * slots * random.nextInt(5));
            }
            case 6 ->
                    random.nextBoolean()
                            ? new Demand.Include(Set.of("q" + random.nextInt(size)))
                            : new Demand.Exclude(Set.of("q" + random.nextInt(size)));
            case 7 -> {
                int first = random.nextInt(size);
                yield new Demand.Enemies("q" + first, "q" + (first + 1 + random.nextInt(3)));
            }
            default -> new Demand.ApprovedOnly();
        };
    }
}
