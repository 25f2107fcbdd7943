package org.interviewplanner.assembly;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The questions of a pool in groups of one section, one level and equal time, the cheapest first,
 * so that a blueprint need not look at those that a cheaper one can stand in for.
 *
 * @param order numbers of the pool by section, level, seconds, exposure and number
 * @param starts the place in {@code order} where each group starts, and the end of the last one
 * @param exposure what the question of each place costs
 * @param cheapest numbers of the pool by exposure and number
 * @param tagged for each tag the places of its questions, ascending
 */
record PoolIndex(
        int[] order, int[] starts, int[] exposure, int[] cheapest, Map<String, int[]> tagged) {

    static PoolIndex of(Pool pool) {
        int[] order = byCell(pool);
        int[] starts = new int[order.length + 1];
        int groups = 0;
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && cell(pool, order[to]) == cell(pool, order[from])) {
                to++;
            }
            sort(order, from, to, pool.seconds);
            while (from < to) {
                int end = from;
                while (end < to && pool.seconds[order[end]] == pool.seconds[order[from]]) {
                    end++;
                }
                sort(order, from, end, pool.exposure);
                starts[groups++] = from;
                from = end;
            }
        }
        starts[groups] = order.length;
        int[] exposure = new int[order.length];
        Arrays.setAll(exposure, place -> pool.exposure[order[place]]);
        int[] cheapest = new int[order.length];
        Arrays.setAll(cheapest, number -> number);
        sort(cheapest, 0, cheapest.length, pool.exposure);
        return new PoolIndex(
                order, Arrays.copyOf(starts, groups + 1), exposure, cheapest, tagged(pool, order));
    }

    private static int cell(Pool pool, int number) {
        return pool.section[number] * 5 + pool.level[number] - 1;
    }

    private static int[] byCell(Pool pool) {
        int[] end = new int[pool.sections().size() * 5 + 1];
        for (int number = 0; number < pool.size(); number++) {
            end[cell(pool, number) + 1]++;
        }
        for (int c = 1; c < end.length; c++) {
            end[c] += end[c - 1];
        }
        int[] order = new int[pool.size()];
        for (int number = 0; number < order.length; number++) {
            order[end[cell(pool, number)]++] = number;
        }
        return order;
    }

    private static void sort(int[] order, int from, int to, int[] by) {
        long[] keys = new long[to - from];
        for (int i = from; i < to; i++) {
            keys[i - from] = (long) by[order[i]] << 32 | order[i];
        }
        Arrays.sort(keys);
        for (int i = from; i < to; i++) {
            order[i] = (int) keys[i - from];
        }
    }

    private static Map<String, int[]> tagged(Pool pool, int[] order) {
        int[] place = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            place[order[i]] = i;
        }
        Map<String, int[]> places = new HashMap<>();
        for (String tag : pool.tags()) {
            int[] list = pool.tagged(tag).clone();
            for (int i = 0; i < list.length; i++) {
                list[i] = place[list[i]];
            }
            Arrays.sort(list);
            places.put(tag, list);
        }
        return places;
    }
}
