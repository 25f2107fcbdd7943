package org.interviewplanner.assembly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.interviewplanner.bank.Difficulty;
import tools.jackson.databind.ObjectMapper;

/**
 * Blueprints that fractions of questions meet and whole questions cannot, by construction.
 *
 * <pre>{@code
 * mvn -o -q -pl planner-core test-compile exec:java@assembly \
 *     -Dassembly.mainClass=org.interviewplanner.assembly.TrapCase \
 *     -Dexec.args="INSTANCE_FOLDER QUESTIONS SETS FIRST_SEED LAST_SEED"
 * }</pre>
 *
 * <p>writes an instance of every {@link Trap} and seed in the format that {@link AssemblyRunner}
 * reads.
 *
 * @param trap why no whole questions do
 * @param clash names of demands that clash, whatever else is asked for
 */
record TrapCase(
        Trap trap,
        List<PoolQuestion> pool,
        Blueprint blueprint,
        AssemblyRequest request,
        Set<String> clash) {

    /** Why no whole questions do. */
    enum Trap {
        /** An odd number of questions last half a minute more than whole minutes. */
        PARITY,

        /** Two odd rings of enemies, of which half the questions, rounded up, are wanted. */
        RINGS,

        /** Each question has two of three tags, and an odd number of tags is wanted. */
        TAGS,

        /** All times are a base and threes and fives of a step; one or two steps are wanted. */
        STEPS,

        /** All sets together can have their times, but two questions spoil the set they are in. */
        SPLIT
    }

    private static final String SPECIAL = "Special";

    /** A trap among so many questions; {@link Trap#RINGS} for one set, SPLIT for three or more. */
    static TrapCase of(Trap trap, int size, int sets, long seed) {
        var random = new Random(seed * 31 + trap.ordinal());
        int slots = size <= 500 ? 12 : 20;
        int count =
                switch (trap) {
                    case RINGS -> 1;
                    case SPLIT -> Math.max(3, sets);
                    default -> sets;
                };
        List<PoolQuestion> pool = new ArrayList<>(Banks.bank(size, 60, seed));
        List<Demand> demands = margins(pool, slots);
        int mean = (int) (pool.stream().mapToLong(PoolQuestion::seconds).sum() / size);
        int time = mean * slots / 60 * 60;
        int spare = random.nextBoolean() ? 0 : 29;
        var section = new Demand.Quota(SPECIAL, null, 1, 1);
        Set<String> clash = Set.of(section.name(), Names.SECONDS);
        switch (trap) {
            case PARITY -> {
                int odd = 1 + 2 * random.nextInt(2);
                for (int i = 0; i < size; i += 8) {
                    pool.set(i, special(pool.get(i), pool.get(i).seconds() + 30, Set.of()));
                }
                demands.add(new Demand.Quota(SPECIAL, null, odd, odd));
                demands.add(new Demand.Time(time, time + spare));
            }
            case RINGS -> {
                int half = 2 + random.nextInt(2);
                int ring = 2 * half + 1;
                for (int i = 0; i < 2 * ring; i++) {
                    pool.set(i, special(pool.get(i), pool.get(i).seconds(), Set.of()));
                    int next = i % ring == ring - 1 ? i - ring + 1 : i + 1;
                    demands.add(new Demand.Enemies(pool.get(i).id(), pool.get(next).id()));
                }
                demands.add(new Demand.Quota(SPECIAL, null, ring, slots));
                clash = Set.of(section.name(), Names.ENEMIES);
            }
            case TAGS -> {
                List<String> tags = List.of("x", "y", "z");
                for (int i = 0; i < size; i += 8) {
                    var two = new ArrayList<>(tags);
                    two.remove(random.nextInt(3));
                    pool.set(i, special(pool.get(i), pool.get(i).seconds(), Set.copyOf(two)));
                }
                int twice = random.nextInt(2);
                demands.add(new Demand.TagQuota("x", 1 + twice, 1 + twice));
                demands.add(new Demand.TagQuota("y", 1 + twice, 1 + twice));
                demands.add(new Demand.TagQuota("z", 1, 1));
                clash = Set.of("tag x", "tag y", "tag z");
            }
            case STEPS -> {
                int step = 7 * (1 + random.nextInt(6));
                int[] steps = {0, 3, 5};
                for (int i = 0; i < size; i++) {
                    PoolQuestion it = pool.get(i);
                    pool.set(i, timed(it, it.section(), 300 + step * steps[random.nextInt(3)]));
                }
                time = 300 * slots + step * (1 + random.nextInt(2));
                demands.add(new Demand.Time(time, time));
                clash = Set.of(Names.SLOTS, Names.SECONDS);
            }
            case SPLIT -> {
                for (int i = 0; i < count; i++) {
                    PoolQuestion it = pool.get(i);
                    pool.set(i, special(it, it.seconds() + (i < 2 ? 30 : 0), Set.of()));
                }
                demands.add(section);
                demands.add(new Demand.Time(time, time + spare));
            }
        }
        return new TrapCase(
                trap,
                pool,
                new Blueprint(slots, time, demands, List.of()),
                AssemblyRequest.sets(count, seed),
                clash);
    }

    private static PoolQuestion special(PoolQuestion it, int seconds, Set<String> tags) {
        return new PoolQuestion(
                it.id(), SPECIAL, it.difficulty(), seconds, tags, it.exposure(), true);
    }

    private static PoolQuestion timed(PoolQuestion it, String section, int seconds) {
        return new PoolQuestion(
                it.id(), section, it.difficulty(), seconds, it.tags(), it.exposure(), true);
    }

    /** Wide margins of sections and levels: they bind, and clash with nothing. */
    private static List<Demand> margins(List<PoolQuestion> bank, int slots) {
        var demands = new ArrayList<Demand>();
        for (int s = 0; s < 6; s++) {
            String section = "S" + s;
            long have = bank.stream().filter(q -> q.section().equals(section)).count();
            int fair = (int) (have * slots / bank.size());
            demands.add(new Demand.Quota(section, null, Math.max(0, fair - 4), fair + 3));
        }
        for (Difficulty level : Difficulty.values()) {
            long have = bank.stream().filter(q -> q.difficulty() == level).count();
            int fair = (int) (have * slots / bank.size());
            demands.add(new Demand.Quota(null, level, Math.max(0, fair - 3), fair + 3));
        }
        return demands;
    }

    /** Writes; the arguments are folder, questions, sets, first and last seed. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        int size = Integer.parseInt(arguments[1]);
        int sets = Integer.parseInt(arguments[2]);
        for (Trap trap : Trap.values()) {
            for (long seed = Long.parseLong(arguments[3]);
                    seed <= Long.parseLong(arguments[4]);
                    seed++) {
                String name = "%s-%d-%d-%d".formatted(trap.name().toLowerCase(), size, sets, seed);
                Files.write(
                        folder.resolve(name + ".json"),
                        new ObjectMapper()
                                .writeValueAsBytes(of(trap, size, sets, seed).json(name)));
            }
        }
    }

    private Map<String, Object> json(String name) {
        var root = new LinkedHashMap<String, Object>();
        root.put("name", name);
        root.put("sets", request.sets());
        root.put("slots", blueprint.slots());
        root.put("overlap", request.overlap());
        root.put("seed", request.seed());
        root.put("conflict", clash);
        root.put("target_seconds", blueprint.targetSeconds());
        var demands = new ArrayList<Map<String, Object>>();
        var enemies = new ArrayList<List<String>>();
        for (Demand demand : blueprint.demands()) {
            if (demand instanceof Demand.Enemies it) {
                enemies.add(List.of(it.first(), it.second()));
            } else {
                demands.add(json(demand));
            }
        }
        root.put("demands", demands);
        root.put("targets", List.of());
        root.put("enemies", enemies);
        root.put(
                "questions",
                pool.stream()
                        .map(q ->
                                Map.of(
                                        "id", q.id(),
                                        "section", q.section(),
                                        "difficulty", q.difficulty().level(),
                                        "seconds", q.seconds(),
                                        "tags", q.tags(),
                                        "exposure", q.exposure(),
                                        "approved", q.approved()))
                        .toList());
        return root;
    }

    private static Map<String, Object> json(Demand demand) {
        int[] range = Amendment.range(demand);
        var json = new LinkedHashMap<String, Object>();
        json.put("kind", demand.name().split(" ")[0]);
        json.put("min", range[0]);
        json.put("max", range[1]);
        if (demand instanceof Demand.Quota it) {
            if (it.section() != null) {
                json.put("section", it.section());
            }
            if (it.difficulty() != null) {
                json.put("difficulty", it.difficulty().level());
            }
        } else if (demand instanceof Demand.TagQuota it) {
            json.put("tag", it.tag());
        }
        return json;
    }
}
