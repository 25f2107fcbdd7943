package org.interviewplanner.assembly;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Problems that branching over single questions does not decide with little work. */
final class HardProblems {

    private HardProblems() {}

    /**
     * Three questions that go together are looked for among 50 that are acquainted as in the graph
     * of Hoffman and Singleton, which has no triangle, and strangers to all. By fractions of
     * questions there are sets.
     *
     * @param friends questions that go with each other too
     */
    static Problem acquainted(
            int size, int sets, int overlap, Set<Integer> friends, Demand... more) {
        var demands = strangers(size, friends);
        demands.addAll(List.of(more));
        return Problem.of(
                pool(size),
                new Blueprint(3, 180, demands, List.of()),
                AssemblyRequest.sets(sets, 1).withOverlap(overlap));
    }

    /** That those who are not acquainted do not go together. */
    static List<Demand> strangers(int size, Set<Integer> friends) {
        var demands = new ArrayList<Demand>();
        for (int a = 0; a < size; a++) {
            for (int b = a + 1; b < size; b++) {
                boolean isFriend = friends.contains(a) && friends.contains(b);
                if (!isFriend && (b >= 50 || !areAcquainted(a, b))) {
                    demands.add(new Demand.Enemies("q%02d".formatted(a), "q%02d".formatted(b)));
                }
            }
        }
        return demands;
    }

    /** Questions of a minute, of rising exposure. */
    static Pool pool(int size) {
        return new Pool(IntStream.range(0, size).mapToObj(i -> question(i, "S", 60)).toList());
    }

    /** Five rings of five, five stars of five, and one edge from each ring's node to each star. */
    private static boolean areAcquainted(int a, int b) {
        int apart = Math.floorMod(b - a, 5);
        if (b < 25) {
            return a / 5 == b / 5 && (apart == 1 || apart == 4);
        }
        if (a >= 25) {
            return a / 5 == b / 5 && (apart == 2 || apart == 3);
        }
        return (a / 5 * (b / 5 - 5) + a % 5) % 5 == b % 5;
    }

    /** Sets of four by an exact time of so many steps of 70 seconds; questions have 0, 3 or 5. */
    static Problem stepped(int size, int odd, int sets, int overlap, int steps) {
        int time = 1_200 + 70 * steps;
        var pool =
                IntStream.range(0, size)
                        .mapToObj(i ->
                                SmallProblems.question(
                                        i,
                                        "S",
                                        1,
                                        i < odd
                                                ? 301 + 2 * i
                                                : 300 + 70 * new int[] {0, 3, 5}[i % 3],
                                        Set.of(),
                                        i * 37 % size))
                        .toList();
        return Problem.of(
                new Pool(pool),
                new Blueprint(4, time, List.of(new Demand.Time(time, time)), List.of()),
                AssemblyRequest.sets(sets, 1).withOverlap(overlap));
    }

    /** Questions with two of three tags each, twice, and some without; few may have a tag. */
    static Problem triangles(int copies, int tagged, int sets) {
        String[] tags = {"ab", "bc", "ca", "de", "ef", "fd", ""};
        var pool = new ArrayList<PoolQuestion>();
        for (int i = 0; i < 7 * copies; i++) {
            Set<String> own = Set.of(tags[i % 7].split(""));
            String section = i % 7 < 6 ? "T" : "U";
            int exposure = i * 389 % 1_000;
            pool.add(
                    SmallProblems.question(
                            i, section, 1, 60, i % 7 < 6 ? own : Set.of(), exposure));
        }
        var demands = new ArrayList<Demand>();
        for (String tag : "abcdef".split("")) {
            demands.add(new Demand.TagQuota(tag, 1, 9));
        }
        demands.add(new Demand.Quota("T", null, 0, tagged));
        return Problem.of(
                new Pool(pool),
                new Blueprint(6, 360, demands, List.of()),
                AssemblyRequest.sets(sets, 1));
    }

    /**
     * Sets of any size out of questions of 70 seconds and steps of 7; some first ones of others.
     */
    static Problem ofAnySize(int size, int sets, int odd, Demand demand) {
        var pool =
                IntStream.range(0, size)
                        .mapToObj(i -> question(i, "S", i < odd ? 103 + i : 70 + 7 * (i * 5 % 9)))
                        .toList();
        return Problem.of(
                new Pool(pool),
                new Blueprint(4, 300, List.of(demand), List.of()),
                AssemblyRequest.sets(sets, 1),
                Set.of(Names.SLOTS));
    }

    static PoolQuestion question(int i, String section, int seconds) {
        return SmallProblems.question(i, section, 1, seconds, Set.of(), i);
    }
}
