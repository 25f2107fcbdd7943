package org.interviewplanner.assembly;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * A set divided over the raters of a panel: nothing is asked twice, whole sections stay together,
 * and the longest share is as short as can be.
 *
 * @param shares one for each rater, in the order of the set
 */
public record PanelSplit(List<Share> shares) {

    private static final int MOST_STEPS = 200_000;

    /** Copies the shares. */
    public PanelSplit {
        shares = List.copyOf(shares);
    }

    /**
     * What one rater asks.
     *
     * @param slots the slots, with their positions in the whole set
     * @param seconds their planned time
     */
    public record Share(List<Slot> slots, long seconds) {

        /** Copies the slots. */
        public Share {
            slots = List.copyOf(slots);
        }
    }

    /**
     * Divides a set. With fewer sections than raters, sections are divided too. Exact for up to
     * about twelve sections, close to it beyond.
     *
     * @param raters how many share the set, at least 1
     * @throws IllegalArgumentException if raters is below 1 or a question is not in the pool
     */
    public static PanelSplit of(Pool pool, InterviewSet set, int raters) {
        if (raters < 1) {
            throw new IllegalArgumentException(
                    "The raters (%d) must be at least 1.".formatted(raters));
        }
        var bundles = new LinkedHashMap<String, Bundle>();
        for (Slot slot : set.slots()) {
            String section = pool.question(slot.question()).section();
            bundles.computeIfAbsent(section, unused -> new Bundle()).add(slot, pool);
        }
        if (bundles.size() < raters) {
            bundles.clear();
            for (Slot slot : set.slots()) {
                bundles.computeIfAbsent(slot.question(), unused -> new Bundle()).add(slot, pool);
            }
        }
        var sorted = new ArrayList<>(bundles.values());
        sorted.sort(Comparator.comparingLong((Bundle it) -> -it.seconds));
        int[] owner =
                new Partition(sorted.stream().mapToLong(it -> it.seconds).toArray(), raters).best();
        var shares = new ArrayList<Share>();
        for (int rater = 0; rater < raters; rater++) {
            var slots = new ArrayList<Slot>();
            long seconds = 0;
            for (int b = 0; b < owner.length; b++) {
                if (owner[b] == rater) {
                    slots.addAll(sorted.get(b).slots);
                    seconds += sorted.get(b).seconds;
                }
            }
            slots.sort(Comparator.comparingInt(Slot::position));
            shares.add(new Share(slots, seconds));
        }
        shares.sort(
                Comparator.comparingInt(it ->
                        it.slots().isEmpty()
                                ? Integer.MAX_VALUE
                                : it.slots().getFirst().position()));
        return new PanelSplit(shares);
    }

    /** Slots that stay with one rater. */
    private static final class Bundle {
        private final List<Slot> slots = new ArrayList<>();
        private long seconds;

        void add(Slot slot, Pool pool) {
            slots.add(slot);
            seconds += pool.question(slot.question()).seconds();
        }
    }

    /**
     * Numbers in falling order over bins, the fullest as empty as can be: by depth first search.
     */
    private static final class Partition {
        private final long[] size;
        private final long[] bin;
        private final int[] owner;
        private final long floor;
        private int[] bestOwner;
        private long best = Long.MAX_VALUE;
        private int steps;

        Partition(long[] size, int bins) {
            this.size = size;
            bin = new long[bins];
            owner = new int[size.length];
            bestOwner = owner.clone();
            floor = Math.ceilDiv(Arrays.stream(size).sum(), bins);
        }

        int[] best() {
            place(0, 0);
            return bestOwner;
        }

        private void place(int at, long fullest) {
            if (fullest >= best
                    || best == floor
                    || (steps++ > MOST_STEPS && best < Long.MAX_VALUE)) {
                return;
            }
            if (at == size.length) {
                best = fullest;
                bestOwner = owner.clone();
                return;
            }
            Integer[] order = new Integer[bin.length];
            Arrays.setAll(order, i -> i);
            Arrays.sort(order, Comparator.comparingLong(i -> bin[i]));
            long last = -1;
            for (int b : order) {
                if (bin[b] != last) {
                    last = bin[b];
                    bin[b] += size[at];
                    owner[at] = b;
                    place(at + 1, Math.max(fullest, bin[b]));
                    bin[b] -= size[at];
                }
            }
        }
    }
}
