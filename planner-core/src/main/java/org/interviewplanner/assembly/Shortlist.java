package org.interviewplanner.assembly;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * The part of a prepared pool that some best sets can be made of. Questions of one section, level
 * and time that have the same of the tags asked for can stand in for each other; if the sets can
 * hold no more than n of them, the n cheapest that have no enemies are as good as any, so what
 * costs more is left out. Nothing is lost: the sets that exist, if any, have equals here.
 *
 * <p>Which of equally dear ones stay is chosen by seed.
 */
final class Shortlist {

    /** More tags than this are not told apart. */
    private static final int MOST_TAGS = 7;

    private static final byte OUT = 1;
    private static final byte ENEMY = 2;

    private final Pool pool;
    private final PoolIndex index;
    private final Blueprint blueprint;
    private final int sets;
    private final Random random;

    /** Whether a question is forbidden or has enemies. */
    private final byte[] state;

    private final BitSet kept;
    private final String[] tags;

    /** Which of the tags the question of a place of the index has. */
    private final byte[] maskAt;

    /** Which of the tags a question has, if it is kept. */
    private final byte[] maskOf;

    private final int[] mostOfMask;
    private final Bin[] bins;

    /** Whether the bin of a mask wants no more of a group. */
    private final boolean[] isShut;

    private final List<Demand> demands = new ArrayList<>();
    private final List<Pair> pairs = new ArrayList<>();
    private boolean approvedOnly;

    private Shortlist(
            Pool pool, PoolIndex index, Blueprint blueprint, AssemblyRequest request, long seed) {
        this.pool = pool;
        this.index = index;
        this.blueprint = blueprint;
        sets = request.sets();
        random = new Random(seed);
        state = new byte[pool.size()];
        maskAt = new byte[pool.size()];
        maskOf = new byte[pool.size()];
        kept = new BitSet(pool.size());
        tags =
                blueprint.demands().stream()
                        .filter(Demand.TagQuota.class::isInstance)
                        .map(it -> ((Demand.TagQuota) it).tag())
                        .distinct()
                        .toArray(String[]::new);
        int masks = 1 << Math.min(MOST_TAGS, tags.length);
        mostOfMask = new int[masks];
        Arrays.fill(mostOfMask, blueprint.slots());
        bins = new Bin[masks];
        Arrays.setAll(bins, Bin::new);
        isShut = new boolean[masks];
    }

    /** Enemies that the pool has, by number. */
    private record Pair(Demand.Enemies demand, int first, int second) {}

    /** What is left to choose from, and the blueprint without the enemies that are not left. */
    record Choice(Pool pool, Blueprint blueprint) {}

    /** The shortlist, or null if the pool is not prepared or the list would not be short. */
    static @Nullable Choice of(Pool pool, Blueprint blueprint, AssemblyRequest request, long seed) {
        PoolIndex index = pool.index;
        if (index == null) {
            return null;
        }
        var shortlist = new Shortlist(pool, index, blueprint, request, seed);
        if (shortlist.tags.length > MOST_TAGS) {
            return null;
        }
        return shortlist.make();
    }

    private @Nullable Choice make() {
        int[][] most = read();
        for (int t = 0; t < tags.length; t++) {
            for (int place : index.tagged().getOrDefault(tags[t], new int[0])) {
                maskAt[place] |= (byte) (1 << t);
            }
        }
        int[] starts = index.starts();
        for (int g = 0; g + 1 < starts.length; g++) {
            int first = index.order()[starts[g]];
            pick(starts[g], starts[g + 1], most[pool.section[first]][pool.level[first]]);
        }
        int count = kept.cardinality();
        if (2 * count > pool.size()) {
            return null;
        }
        for (Pair pair : pairs) {
            if (kept.get(pair.first) && kept.get(pair.second)) {
                demands.add(pair.demand);
            }
        }
        return new Choice(
                part(count),
                new Blueprint(
                        blueprint.slots(),
                        blueprint.targetSeconds(),
                        demands,
                        blueprint.targets(),
                        blueprint.order()));
    }

    private Pool part(int count) {
        int[] origin = new int[count];
        int[] sizes = new int[tags.length];
        int[][] lists = new int[tags.length][count];
        int number = -1;
        for (int i = 0; i < count; i++) {
            number = kept.nextSetBit(number + 1);
            origin[i] = number;
            for (int t = 0; t < lists.length; t++) {
                if ((maskOf[number] >> t & 1) == 1) {
                    lists[t][sizes[t]++] = i;
                }
            }
        }
        var tagged = new HashMap<String, int[]>();
        for (int t = 0; t < tags.length; t++) {
            tagged.put(tags[t], Arrays.copyOf(lists[t], sizes[t]));
        }
        return pool.part(origin, tagged, id -> Arrays.binarySearch(origin, pool.number(id)));
    }

    /** Reads the demands; gives the most questions of a set for each section and level. */
    private int[][] read() {
        int[][] most = new int[pool.sections().size()][6];
        for (int[] levels : most) {
            Arrays.fill(levels, blueprint.slots());
        }
        for (Demand demand : blueprint.demands()) {
            if (!(demand instanceof Demand.Enemies)) {
                demands.add(demand);
            }
            switch (demand) {
                case Demand.Quota it -> narrow(most, it);
                case Demand.TagQuota it -> narrow(it);
                case Demand.Time unused -> {}
                case Demand.Include it -> it.questions().forEach(id -> keep(pool.number(id)));
                case Demand.Exclude it -> it.questions().forEach(id -> mark(pool.number(id), OUT));
                case Demand.Enemies it -> {
                    int first = pool.number(it.first());
                    int second = pool.number(it.second());
                    if (first >= 0 && second >= 0) {
                        pairs.add(new Pair(it, first, second));
                        mark(first, ENEMY);
                        mark(second, ENEMY);
                    }
                }
                case Demand.ApprovedOnly unused -> approvedOnly = true;
            }
        }
        return most;
    }

    private void narrow(int[][] most, Demand.Quota quota) {
        int number = pool.sectionNumber(quota.section());
        for (int s = 0; s < most.length; s++) {
            for (int level = 1; level <= 5; level++) {
                if ((quota.section() == null || s == number)
                        && (quota.difficulty() == null || quota.difficulty().level() == level)) {
                    most[s][level] = Math.min(most[s][level], quota.max());
                }
            }
        }
    }

    private void narrow(Demand.TagQuota quota) {
        int tag = List.of(tags).indexOf(quota.tag());
        for (int mask = 0; mask < mostOfMask.length; mask++) {
            if ((mask >> tag & 1) == 1) {
                mostOfMask[mask] = Math.min(mostOfMask[mask], quota.max());
            }
        }
    }

    private void keep(int number) {
        if (number >= 0) {
            // It stands in every set, so it can stand in for none.
            kept.set(number);
            state[number] |= OUT;
            for (int t = 0; t < tags.length; t++) {
                if (Arrays.binarySearch(pool.tagged(tags[t]), number) >= 0) {
                    maskOf[number] |= (byte) (1 << t);
                }
            }
        }
    }

    private void mark(int number, byte mark) {
        if (number >= 0) {
            state[number] |= mark;
        }
    }

    /** Picks from the places of one group. */
    private void pick(int from, int to, int most) {
        for (int mask = 0; mask < bins.length; mask++) {
            bins[mask].empty((long) sets * Math.min(most, mostOfMask[mask]));
            isShut[mask] = false;
        }
        int open = bins.length;
        for (int place = from; place < to && open > 0; place++) {
            int mask = maskAt[place];
            if (!isShut[mask] && !bins[mask].add(place)) {
                isShut[mask] = true;
                open--;
            }
        }
        for (Bin bin : bins) {
            bin.keep();
        }
    }

    /** The questions of one kind, the cheapest first. */
    private final class Bin {
        private final byte mask;
        private int[] free = new int[4];
        private int size;
        private long wanted;

        /** Questions of the greatest exposure so far: where they begin, and how many were seen. */
        private int runStart;

        private int seen;
        private int exposure;

        Bin(int mask) {
            this.mask = (byte) mask;
        }

        void empty(long newWanted) {
            size = 0;
            wanted = newWanted;
            exposure = -1;
        }

        /** Whether dearer ones may still be wanted. */
        boolean add(int place) {
            int cost = index.exposure()[place];
            int number = index.order()[place];
            boolean isFull = size >= wanted;
            if (isFull && (cost > exposure || wanted == 0)) {
                return false;
            }
            if ((state[number] & OUT) != 0 || approvedOnly && !pool.approved[number]) {
                return true;
            }
            if (cost > exposure) {
                runStart = size;
                seen = 0;
                exposure = cost;
            }
            // Of equals as many as are wanted, each as likely (reservoir; Vitter 1985).
            int at = isFull ? runStart + random.nextInt(seen + 1) : size;
            boolean isEnemy = (state[number] & ENEMY) != 0;
            if (at < wanted && isEnemy) {
                keep(number);
            } else if (at < wanted) {
                put(at, number);
            }
            seen += isEnemy ? 0 : 1;
            return true;
        }

        private void put(int at, int number) {
            if (at == free.length) {
                free = Arrays.copyOf(free, 2 * at);
            }
            free[at] = number;
            size = Math.max(size, at + 1);
        }

        void keep() {
            for (int i = 0; i < size; i++) {
                keep(free[i]);
            }
        }

        private void keep(int number) {
            kept.set(number);
            maskOf[number] = mask;
        }
    }
}
