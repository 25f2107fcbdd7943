package org.interviewplanner.assembly;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Branch and bound over a {@link Relaxation}: dives along the linear optimum, then goes on at the
 * node with the best bound. Every cut-off is decided by a bound in whole numbers.
 */
final class Branching {

    /** Decides about whole solutions of the relaxation. */
    interface Judge {

        /**
         * Takes questions, each as often as it is used, as the best so far, or refuses because no
         * sets come of them.
         */
        boolean accepts(int[] chosen);

        /** Whether further solutions are of no interest. */
        default boolean isTired() {
            return false;
        }

        /** Whether it waits for the best solution, not for any. */
        default boolean wantsBest() {
            return true;
        }
    }

    /** Takes the first solution. */
    static final class First implements Judge {
        private boolean has;

        @Override
        public boolean accepts(int[] pool) {
            has = true;
            return true;
        }

        @Override
        public boolean isTired() {
            return has;
        }

        @Override
        public boolean wantsBest() {
            return false;
        }
    }

    private static final double WHOLE = 1e-6;
    private static final int MOST_CUTS = 400;

    private final Relaxation relaxation;
    private final Work work;
    private final Judge judge;
    private final int[] rootLow;
    private final int[] rootHigh;
    private final PriorityQueue<Node> open =
            new PriorityQueue<>((a, b) ->
                    a.bound != b.bound
                            ? Long.compare(a.bound, b.bound)
                            : Integer.compare(b.number, a.number));
    private int made;

    private int @Nullable [] best;
    private long bestValue;

    /** The least value of what the judge refused or what was lost to the numbers. */
    private long unresolved = Long.MAX_VALUE;

    private Branching(Relaxation relaxation, Work work, Judge judge, long cutoff) {
        this.relaxation = relaxation;
        this.work = work;
        this.judge = judge;
        rootLow = relaxation.low.clone();
        rootHigh = relaxation.high.clone();
        bestValue = cutoff;
    }

    /**
     * What branching knows at its end.
     *
     * @param uses how often each column is used, or null if nothing below the cutoff was found
     * @param value its value, or the cutoff
     * @param bound proved: nothing within the column bounds has a smaller value; {@link
     *     Long#MAX_VALUE} if there is nothing at all
     */
    record Result(int @Nullable [] uses, long value, long bound) {}

    /**
     * Minimises over the columns of the relaxation.
     *
     * @param cutoff only values below it are of interest
     */
    static Result minimise(Relaxation relaxation, Work work, long cutoff, Judge judge) {
        return new Branching(relaxation, work, judge, cutoff).run();
    }

    private Result run() {
        open.add(new Node(null, -1, 0, 0, Long.MIN_VALUE, made++));
        long stoppedAt = Long.MAX_VALUE;
        while (!open.isEmpty()) {
            Node node = open.poll();
            if (node.bound >= bestValue) {
                break;
            }
            while (node != null) {
                if (work.isOut() || judge.isTired()) {
                    stoppedAt = Math.min(stoppedAt, node.bound);
                    break;
                }
                node = process(node);
            }
            if (work.isOut() || judge.isTired()) {
                break;
            }
        }
        for (Node node : open) {
            stoppedAt = Math.min(stoppedAt, node.bound);
        }
        long bound = Math.min(stoppedAt, Math.min(unresolved, bestValue));
        restoreRoot();
        return new Result(best, bestValue, bound);
    }

    private void restoreRoot() {
        for (int j = 0; j < rootLow.length; j++) {
            relaxation.setBounds(j, rootLow[j], rootHigh[j]);
        }
    }

    private void apply(Node node) {
        restoreRoot();
        var path = new ArrayDeque<Node>();
        for (Node at = node; at != null; at = at.parent) {
            path.push(at);
        }
        for (Node step : path) {
            if (step.column >= 0) {
                relaxation.setBounds(step.column, step.low, step.high);
            }
            if (step.fixed != null) {
                fix(step.fixed);
            }
        }
    }

    /** Solves a node and returns the child to dive into, or null. */
    private @Nullable Node process(Node node) {
        apply(node);
        while (true) {
            DualSimplex.Status status = relaxation.simplex.run(work);
            if (status == DualSimplex.Status.INFEASIBLE) {
                if (relaxation.provesInfeasible(relaxation.simplex.ray())) {
                    return null;
                }
                return branchBlindly(node);
            }
            if (status == DualSimplex.Status.STALLED) {
                if (work.isOut()) {
                    open.add(node);
                    return null;
                }
                return branchBlindly(node);
            }
            Relaxation.Scaled scaled = relaxation.bound(relaxation.simplex.duals());
            node.bound = Math.max(node.bound, scaled.ceiling());
            if (node.bound >= bestValue) {
                return null;
            }
            double[] x = relaxation.simplex.solution();
            if (addEnemyCuts(x)) {
                continue;
            }
            fixByReducedCost(node, scaled);
            int fractional = mostTelling(x);
            if (fractional >= 0) {
                return branch(node, fractional, x[fractional]);
            }
            return takeWhole(node, x);
        }
    }

    /** Columns that would lift the bound to the best value stay where they are, below this node. */
    private void fixByReducedCost(Node node, Relaxation.Scaled scaled) {
        if (bestValue == Long.MAX_VALUE) {
            return;
        }
        int count = 0;
        int[] fixed = new int[relaxation.low.length];
        for (int j = 0; j < fixed.length; j++) {
            if (relaxation.low[j] < relaxation.high[j]
                    && scaled.reaches(Math.abs(scaled.reduced()[j])) >= bestValue) {
                fixed[count++] = scaled.reduced()[j] > 0 ? j : ~j;
            }
        }
        if (count > 0) {
            node.fixed = java.util.Arrays.copyOf(fixed, count);
            fix(node.fixed);
        }
    }

    private void fix(int[] columns) {
        for (int f : columns) {
            int j = f >= 0 ? f : ~f;
            int at = f >= 0 ? relaxation.low[j] : relaxation.high[j];
            relaxation.setBounds(j, at, at);
        }
    }

    private @Nullable Node takeWhole(Node node, double[] x) {
        int[] uses = new int[relaxation.column.length];
        for (int j = 0; j < uses.length; j++) {
            uses[j] = (int) Math.round(x[j]);
        }
        if (!relaxation.isMetBy(uses) || breaksEnemies(uses)) {
            return branchBlindly(node);
        }
        long value = relaxation.value(uses);
        if (value >= bestValue) {
            return branchBlindly(node);
        }
        if (!judge.accepts(relaxation.chosen(uses))) {
            unresolved = Math.min(unresolved, value);
            return forbid(node, uses);
        }
        best = uses;
        noteFound();
        bestValue = value;
        return node.bound < value ? branchBlindly(node) : null;
    }

    /** A choice for one set is a set. */
    private void noteFound() {
        if (relaxation.problem.sets == 1) {
            work.found();
        }
    }

    /** Goes on without this very choice; the questions in it are still free to come together. */
    private @Nullable Node forbid(Node node, int[] uses) {
        var members = new ArrayList<Integer>();
        for (int j = 0; j < uses.length; j++) {
            if (uses[j] > 0) {
                if (rootHigh[j] > 1) {
                    unresolved = Math.min(unresolved, node.bound);
                    return null;
                }
                members.add(j);
            }
        }
        if (relaxation.cuts() >= MOST_CUTS) {
            unresolved = Math.min(unresolved, node.bound);
            return null;
        }
        relaxation.addCut(
                members.stream().mapToInt(Integer::intValue).toArray(), members.size() - 1);
        return node;
    }

    private int mostTelling(double[] x) {
        int best = -1;
        double most = 0;
        for (int j = 0; j < relaxation.column.length; j++) {
            if (Math.abs(x[j] - Math.rint(x[j])) > WHOLE) {
                double score = relaxation.simplex.penalty(j);
                if (score > most) {
                    most = score;
                    best = j;
                }
            }
        }
        return best;
    }

    private Node branch(Node node, int column, double x) {
        int floor = (int) Math.floor(x);
        Node down = child(node, column, relaxation.low[column], floor);
        Node up = child(node, column, floor + 1, relaxation.high[column]);
        if (x - floor > 0.5) {
            open.add(down);
            return up;
        }
        open.add(up);
        return down;
    }

    private Node child(Node node, int column, int low, int high) {
        return new Node(node, column, low, high, node.bound, made++);
    }

    /** Without a fraction to guide: splits the first column that is still free. */
    private @Nullable Node branchBlindly(Node node) {
        for (int j = 0; j < relaxation.column.length; j++) {
            if (relaxation.low[j] < relaxation.high[j]) {
                int middle = Math.floorDiv(relaxation.low[j] + relaxation.high[j], 2);
                open.add(child(node, j, middle + 1, relaxation.high[j]));
                return child(node, j, relaxation.low[j], middle);
            }
        }
        int[] uses = java.util.Arrays.copyOf(relaxation.low, relaxation.column.length);
        if (relaxation.isMetBy(uses) && !breaksEnemies(uses)) {
            long value = relaxation.value(uses);
            if (value < bestValue) {
                if (judge.accepts(relaxation.chosen(uses))) {
                    best = uses;
                    bestValue = value;
                    noteFound();
                } else {
                    unresolved = Math.min(unresolved, value);
                }
            }
        }
        return null;
    }

    private boolean breaksEnemies(int[] uses) {
        Problem problem = relaxation.problem;
        if (!problem.hasEnemies || problem.sets > 1) {
            return false;
        }
        for (int j = 0; j < uses.length; j++) {
            if (uses[j] > 0 && problem.enemies[relaxation.column[j]] != null) {
                for (int other : problem.enemies[relaxation.column[j]]) {
                    int at = java.util.Arrays.binarySearch(relaxation.column, other);
                    if (at >= 0 && uses[at] > 0) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Cuts off enemies that stand together in part; each pair is first grown to a clique. */
    private boolean addEnemyCuts(double[] x) {
        Problem problem = relaxation.problem;
        if (!problem.hasEnemies || problem.sets > 1 || relaxation.cuts() >= MOST_CUTS) {
            return false;
        }
        boolean added = false;
        for (int j = 0; j < relaxation.column.length; j++) {
            int[] list = problem.enemies[relaxation.column[j]];
            if (list == null || x[j] < WHOLE) {
                continue;
            }
            for (int other : list) {
                int at = java.util.Arrays.binarySearch(relaxation.column, other);
                if (at > j && x[at] + x[j] > 1 + 1e-5 && relaxation.cuts() < MOST_CUTS) {
                    relaxation.addCut(clique(j, at, x), 1);
                    added = true;
                    break;
                }
            }
        }
        return added;
    }

    private int[] clique(int a, int b, double[] x) {
        Problem problem = relaxation.problem;
        var members = new ArrayList<Integer>();
        members.add(a);
        members.add(b);
        int[] list = problem.enemies[relaxation.column[a]];
        // Two passes: first those that the linear optimum uses.
        for (int pass = 0; pass < 2; pass++) {
            for (int other : list) {
                int at = java.util.Arrays.binarySearch(relaxation.column, other);
                if (at < 0 || (pass == 0 && x[at] < WHOLE) || members.contains(at)) {
                    continue;
                }
                boolean all = true;
                for (int m : members) {
                    all &= problem.areEnemies(relaxation.column[m], other);
                }
                if (all) {
                    members.add(at);
                }
            }
        }
        return members.stream().mapToInt(Integer::intValue).toArray();
    }

    /** One narrowed column below a parent. */
    private static final class Node {
        final @Nullable Node parent;
        final int column;
        final int low;
        final int high;
        final int number;
        long bound;
        int @Nullable [] fixed;

        Node(@Nullable Node parent, int column, int low, int high, long bound, int number) {
            this.parent = parent;
            this.column = column;
            this.low = low;
            this.high = high;
            this.bound = bound;
            this.number = number;
        }
    }
}
