package org.interviewplanner.assembly;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.interviewplanner.bank.Difficulty;

/**
 * A random blueprint over a random pool of up to 120 questions with whatever people may ask for:
 * tight, loose, empty, contradictory and needless demands, targets beside the bank's mix, dense
 * enemies, any overlap, times on no grid.
 */
record OddCase(List<PoolQuestion> pool, Blueprint blueprint, AssemblyRequest request) {

    static OddCase of(long seed) {
        var random = new Random(seed * 104_729 + 7);
        int size = random.nextInt(20) == 0 ? random.nextInt(3) : 4 + random.nextInt(117);
        int sections = 1 + random.nextInt(6);
        int levels = 1 + random.nextInt(5);
        int[] grids = {1, 5, 7, 60, 60};
        int grid = grids[random.nextInt(grids.length)];
        int longest = 1 + random.nextInt(1 + 1_200 / grid);
        int[] exposures = {1, 2, 50, 30_000, 1_000_000_000};
        int exposure = exposures[random.nextInt(exposures.length)];
        int rejected = random.nextInt(3) == 0 ? 2 + random.nextInt(6) : 1_000;
        var pool = new ArrayList<PoolQuestion>();
        for (int i = 0; i < size; i++) {
            var tags = new HashSet<String>();
            for (int t = random.nextInt(3); t > 0; t--) {
                tags.add("t" + Math.min(random.nextInt(6), random.nextInt(6)));
            }
            pool.add(
                    new PoolQuestion(
                            "q" + i,
                            "S" + Math.min(random.nextInt(sections), random.nextInt(sections + 1)),
                            Difficulty.ofLevel(1 + random.nextInt(levels)),
                            grid * (1 + random.nextInt(longest)),
                            tags,
                            random.nextInt(exposure),
                            random.nextInt(rejected) > 0));
        }
        int slots = 1 + random.nextInt(Math.max(1, Math.min(12, size)));
        int fitting = Math.max(1, size / slots);
        int sets =
                switch (random.nextInt(4)) {
                    case 0 -> 1;
                    case 1 -> 2;
                    case 2 -> Math.min(fitting, 12);
                    default -> 1 + random.nextInt(Math.min(fitting + 1, 8));
                };
        int overlap = random.nextInt(3) == 0 ? random.nextInt(slots + 2) : 0;
        long mean =
                pool.stream().mapToLong(PoolQuestion::seconds).sum() * slots / Math.max(1, size);
        int target =
                switch (random.nextInt(8)) {
                    case 0 -> 0;
                    case 1 -> (int) (2 * mean);
                    case 2 -> (int) mean;
                    default -> (int) (mean / grid * grid);
                };
        var demands = new ArrayList<Demand>();
        boolean margins = random.nextInt(3) > 0;
        int slack = random.nextInt(3);
        for (int s = 0; margins && s < sections; s++) {
            String section = "S" + s;
            int fair =
                    fair(
                            pool.stream().filter(q -> q.section().equals(section)).count(),
                            slots,
                            size);
            demands.add(new Demand.Quota(section, null, Math.max(0, fair - slack), fair + slack));
        }
        margins = random.nextInt(3) > 0;
        for (int l = 1; margins && l <= levels; l++) {
            Difficulty level = Difficulty.ofLevel(l);
            int fair =
                    fair(pool.stream().filter(q -> q.difficulty() == level).count(), slots, size);
            demands.add(new Demand.Quota(null, level, Math.max(0, fair - slack), fair + slack));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            demands.add(any(random, slots, size, sections, levels, mean, grid));
        }
        if (size > 1 && random.nextInt(2) == 0) {
            for (int i = random.nextInt(size * (1 + random.nextInt(3))); i > 0; i--) {
                int first = random.nextInt(size);
                int second = random.nextInt(size + 1);
                if (first != second) {
                    demands.add(new Demand.Enemies("q" + first, "q" + second));
                }
            }
        }
        return new OddCase(
                pool,
                new Blueprint(slots, target, demands, targets(random, slots, sections, levels)),
                AssemblyRequest.sets(sets, seed).withOverlap(overlap));
    }

    private static int fair(long have, int slots, int size) {
        return (int) Math.round((double) have * slots / Math.max(1, size));
    }

    private static Demand any(
            Random random, int slots, int size, int sections, int levels, long mean, int grid) {
        int min = random.nextInt(1 + slots / 2);
        int max = min + random.nextInt(slots + 1);
        return switch (random.nextInt(9)) {
            case 0 -> new Demand.Quota("S" + random.nextInt(sections + 1), null, 0, max);
            case 1 ->
                    new Demand.Quota(
                            "S" + random.nextInt(sections),
                            Difficulty.ofLevel(1 + random.nextInt(levels)),
                            min / 2,
                            max);
            case 2 -> new Demand.Quota(null, Difficulty.ofLevel(1 + random.nextInt(5)), 0, min);
            case 3, 4 -> new Demand.TagQuota("t" + random.nextInt(7), min / 2, max);
            case 5 -> {
                int low = (int) Math.max(0, mean - grid * random.nextInt(6));
                yield new Demand.Time(low, low + grid * random.nextInt(10));
            }
            case 6 -> new Demand.Include(ids(random, size, 3));
            case 7 -> new Demand.Exclude(ids(random, size, 1 + size / 4));
            default -> new Demand.ApprovedOnly();
        };
    }

    private static Set<String> ids(Random random, int size, int most) {
        var ids = new HashSet<String>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            ids.add("q" + random.nextInt(Math.max(1, size)));
        }
        return ids;
    }

    private static List<Target> targets(Random random, int slots, int sections, int levels) {
        var targets = new ArrayList<Target>();
        if (random.nextInt(3) > 0) {
            return targets;
        }
        boolean cells = random.nextInt(3) == 0;
        for (int s = 0; s < sections; s++) {
            if (random.nextInt(4) > 0) {
                targets.add(new Target("S" + s, null, random.nextInt(1 + 2 * slots / sections)));
            }
            for (int l = 1; cells && l <= levels; l++) {
                if (random.nextBoolean()) {
                    targets.add(new Target("S" + s, Difficulty.ofLevel(l), random.nextInt(3)));
                }
            }
        }
        for (int l = 1; l <= levels; l++) {
            if (random.nextInt(3) > 0) {
                targets.add(
                        new Target(
                                null,
                                Difficulty.ofLevel(l),
                                random.nextInt(1 + 2 * slots / levels)));
            }
        }
        return targets;
    }
}
