package org.interviewplanner.assembly;

import java.util.Arrays;

/**
 * Deals the cells of a table over sets so that every cell, every line and every column of each set
 * is its fair share rounded down or up. Such a deal always exists, because a flow with whole bounds
 * that has a solution has a whole one; it is found set by set with a small circulation.
 */
final class Rounding {

    private final int lines;
    private final int columns;
    private final int nodes;
    private final int[] head;
    private final int[] next;
    private final int[] to;
    private final int[] room;
    private final int[] via;
    private final int[] queue;
    private int arcs;

    Rounding(int lines, int columns) {
        this.lines = lines;
        this.columns = columns;
        nodes = lines + columns + 4;
        int most = 2 * (lines * columns + 2 * (lines + columns) + 3 * nodes);
        head = new int[nodes];
        next = new int[most];
        to = new int[most];
        room = new int[most];
        via = new int[nodes];
        queue = new int[nodes];
    }

    /**
     * Rounds the fair share of one of {@code sets} sets.
     *
     * @param left what is left of each cell, line by line
     * @param total number of questions of the set
     * @param order the cells, each once; of cells that are alike the later ones are rounded up
     * @return the share of each cell, or null if the shares do not fit the total
     */
    int @org.jspecify.annotations.Nullable [] share(int[] left, int sets, int total, int[] order) {
        Arrays.fill(head, -1);
        arcs = 0;
        int source = lines + columns;
        int sink = source + 1;
        int from = source + 2;
        int into = source + 3;
        int[] share = new int[left.length];
        int[] line = new int[lines];
        int[] column = new int[columns];
        int[] lineFloor = new int[lines];
        int[] columnFloor = new int[columns];
        int extra = total;
        for (int c = 0; c < left.length; c++) {
            share[c] = left[c] / sets;
            line[c / columns] += left[c];
            column[c % columns] += left[c];
            lineFloor[c / columns] += share[c];
            columnFloor[c % columns] += share[c];
            extra -= share[c];
        }
        if (extra < 0) {
            return null;
        }
        int[] cellArc = new int[left.length];
        for (int c : order) {
            cellArc[c] = -1;
            if (left[c] % sets != 0) {
                cellArc[c] = arcs;
                arc(c / columns, lines + c % columns, 1);
            }
        }
        int needed = 0;
        int[] balance = new int[nodes];
        for (int i = 0; i < lines; i++) {
            int low = line[i] / sets - lineFloor[i];
            arc(source, i, line[i] % sets == 0 ? 0 : 1);
            balance[i] += low;
            balance[source] -= low;
        }
        for (int j = 0; j < columns; j++) {
            int low = column[j] / sets - columnFloor[j];
            arc(lines + j, sink, column[j] % sets == 0 ? 0 : 1);
            balance[sink] += low;
            balance[lines + j] -= low;
        }
        balance[source] += extra;
        balance[sink] -= extra;
        for (int v = 0; v < sink + 1; v++) {
            if (balance[v] > 0) {
                arc(from, v, balance[v]);
                needed += balance[v];
            } else if (balance[v] < 0) {
                arc(v, into, -balance[v]);
            }
        }
        for (int flow = 0; flow < needed; flow++) {
            if (!augment(from, into)) {
                return null;
            }
        }
        for (int c = 0; c < left.length; c++) {
            if (cellArc[c] >= 0 && room[cellArc[c]] == 0) {
                share[c]++;
            }
        }
        return share;
    }

    private void arc(int a, int b, int capacity) {
        to[arcs] = b;
        room[arcs] = capacity;
        next[arcs] = head[a];
        head[a] = arcs++;
        to[arcs] = a;
        room[arcs] = 0;
        next[arcs] = head[b];
        head[b] = arcs++;
    }

    /** Pushes one unit along a shortest path. */
    private boolean augment(int from, int into) {
        Arrays.fill(via, -1);
        int first = 0;
        int last = 0;
        queue[last++] = from;
        while (first < last && via[into] < 0) {
            int v = queue[first++];
            for (int a = head[v]; a >= 0; a = next[a]) {
                int w = to[a];
                if (room[a] > 0 && via[w] < 0 && w != from) {
                    via[w] = a;
                    queue[last++] = w;
                }
            }
        }
        if (via[into] < 0) {
            return false;
        }
        for (int v = into; v != from; v = to[via[v] ^ 1]) {
            room[via[v]]--;
            room[via[v] ^ 1]++;
        }
        return true;
    }
}
