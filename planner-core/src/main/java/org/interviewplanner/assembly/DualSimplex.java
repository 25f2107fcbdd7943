package org.interviewplanner.assembly;

import java.util.Arrays;

/**
 * A dual simplex with bounds on rows and columns, for few rows and many columns of few kinds.
 *
 * <p>Minimises {@code c x} subject to {@code low <= A x <= high} row by row and {@code lo <= x <=
 * hi} column by column, with A as {@link Coefficients} say. Every bound of a column is finite, so
 * the basis of row variables is dual feasible and stays so when bounds change or rows are added:
 * branching never starts anew.
 *
 * <p>Ratio test with bound flipping, exact steepest-edge weights read off the explicit inverse
 * (Koberstein, "The dual simplex method", 2005). What it says is only a guess until {@link
 * Relaxation} has checked it in whole numbers.
 */
final class DualSimplex {

    /** How a run ended. */
    enum Status {
        OPTIMAL,
        INFEASIBLE,
        STALLED
    }

    private static final double FEASIBLE = 1e-7;
    private static final double PIVOT = 1e-8;
    private static final double TIE = 1e-10;
    private static final int REFACTOR = 60;
    private static final int BASIC = 2;
    private static final int AT_LOW = 0;
    private static final int AT_HIGH = 1;

    private final Coefficients matrix;
    private final int columns;
    private final double[] cost;

    int rows;

    /** Bounds of columns, then of rows. */
    private double[] lo;

    private double[] hi;
    private byte[] status;
    private double[] reduced;
    private double[] alpha;
    private double[] value;
    private int[] basis;
    private double[][] inverse;
    private double[] weight;
    private double[] dual;
    private double[] ray;
    private double[] column;
    private int[] heap;
    private double[] ratio;
    private int[] flipped = new int[64];
    private int flips;
    private int sinceFactor;
    private boolean fresh;

    /** Bounds and costs of all columns of the matrix, and bounds of its rows. */
    DualSimplex(
            Coefficients matrix,
            double[] cost,
            double[] columnLow,
            double[] columnHigh,
            double[] rowLow,
            double[] rowHigh) {
        this.matrix = matrix;
        this.cost = cost;
        columns = matrix.columns;
        rows = rowLow.length;
        lo = join(columnLow, rowLow);
        hi = join(columnHigh, rowHigh);
        int all = columns + rows;
        status = new byte[all];
        reduced = new double[all];
        alpha = new double[all];
        heap = new int[all];
        ratio = new double[all];
        value = new double[rows];
        basis = new int[rows];
        inverse = new double[rows][rows];
        weight = new double[rows];
        dual = new double[rows];
        ray = new double[rows];
        column = new double[rows];
        for (int i = 0; i < rows; i++) {
            basis[i] = columns + i;
            status[columns + i] = BASIC;
            inverse[i][i] = -1;
            weight[i] = 1;
        }
        computeReduced();
    }

    private static double[] join(double[] a, double[] b) {
        double[] all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return all;
    }

    double low(int column) {
        return lo[column];
    }

    double high(int column) {
        return hi[column];
    }

    void setBounds(int j, double low, double high) {
        lo[j] = low;
        hi[j] = high;
        fresh = false;
    }

    void setRow(int row, double low, double high) {
        setBounds(columns + row, low, high);
    }

    /** Adds the row "at most {@code most} of these questions". */
    void addCut(int[] members, double most) {
        int row = rows++;
        matrix.addCut(members, row);
        int all = columns + rows;
        lo = Arrays.copyOf(lo, all);
        hi = Arrays.copyOf(hi, all);
        lo[all - 1] = Double.NEGATIVE_INFINITY;
        hi[all - 1] = most;
        status = Arrays.copyOf(status, all);
        status[all - 1] = BASIC;
        reduced = Arrays.copyOf(reduced, all);
        alpha = new double[all];
        heap = new int[all];
        ratio = new double[all];
        value = Arrays.copyOf(value, rows);
        basis = Arrays.copyOf(basis, rows);
        basis[row] = all - 1;
        weight = Arrays.copyOf(weight, rows);
        dual = new double[rows];
        ray = new double[rows];
        column = new double[rows];
        // The new row of the inverse: its variable is the cut's sum over the basic members.
        double[] last = new double[rows];
        for (int i = 0; i < row; i++) {
            inverse[i] = Arrays.copyOf(inverse[i], rows);
            int b = basis[i];
            if (matrix.isQuestion(b) && contains(members, b)) {
                for (int k = 0; k < row; k++) {
                    last[k] += inverse[i][k];
                }
            }
        }
        last[row] = -1;
        inverse = Arrays.copyOf(inverse, rows);
        inverse[row] = last;
        weight[row] = norm(last);
        fresh = false;
    }

    private static boolean contains(int[] members, int q) {
        for (int m : members) {
            if (m == q) {
                return true;
            }
        }
        return false;
    }

    private static double norm(double[] v) {
        double sum = 0;
        for (double x : v) {
            sum += x * x;
        }
        return sum;
    }

    /** The value of a column at the end of the last run. */
    double[] solution() {
        double[] x = new double[columns];
        for (int j = 0; j < columns; j++) {
            x[j] = status[j] == AT_HIGH ? hi[j] : lo[j];
        }
        for (int i = 0; i < rows; i++) {
            if (basis[i] < columns) {
                x[basis[i]] = value[i];
            }
        }
        return x;
    }

    /** The duals of the rows; after an infeasible run the ray that proves it, up to its sign. */
    double[] duals() {
        computeDual();
        return dual;
    }

    double[] ray() {
        return ray;
    }

    double reducedCost(int j) {
        return reduced[j];
    }

    boolean isBasic(int j) {
        return status[j] == BASIC;
    }

    /** Runs to the optimum; {@code work} pays for every column looked at. */
    Status run(Work work) {
        if (!fresh) {
            settle();
        }
        int trouble = 0;
        for (int iteration = 0; iteration < 20_000; iteration++) {
            if (sinceFactor >= REFACTOR && !refactor()) {
                return Status.STALLED;
            }
            int leaving = leavingRow();
            if (leaving < 0) {
                return Status.OPTIMAL;
            }
            if (!work.spend(2L * columns + 3L * rows * rows)) {
                return Status.STALLED;
            }
            double below = lo[basis[leaving]] - value[leaving];
            double sign = below > 0 ? -1 : 1;
            double slack = below > 0 ? below : value[leaving] - hi[basis[leaving]];
            matrix.combine(inverse[leaving], alpha);
            int entering = entering(sign, slack);
            if (entering < 0) {
                if (sinceFactor > 0 && trouble++ < 3) {
                    if (!refactor()) {
                        return Status.STALLED;
                    }
                    continue;
                }
                System.arraycopy(inverse[leaving], 0, ray, 0, rows);
                return Status.INFEASIBLE;
            }
            if (!pivot(leaving, entering, sign)) {
                if (trouble++ > 5 || !refactor()) {
                    return Status.STALLED;
                }
            }
        }
        return Status.STALLED;
    }

    /** Puts every column that is not basic onto the bound that its reduced cost wants. */
    private void settle() {
        for (int j = 0; j < columns + rows; j++) {
            if (status[j] != BASIC) {
                place(j);
            }
        }
        computeValues();
        fresh = true;
    }

    private void place(int j) {
        double d = reduced[j];
        boolean high = d < 0 || (d == 0 && status[j] == AT_HIGH);
        if (high ? hi[j] == Double.POSITIVE_INFINITY : lo[j] == Double.NEGATIVE_INFINITY) {
            high = !high;
        }
        status[j] = (byte) (high ? AT_HIGH : AT_LOW);
    }

    /**
     * How much the optimum rises at least if a fractional basic column goes down or up to the next
     * whole number (one step of the dual simplex; Driebeek 1966), the product of both.
     */
    double penalty(int j) {
        int row = 0;
        while (basis[row] != j) {
            row++;
        }
        matrix.combine(inverse[row], alpha);
        double down = Double.POSITIVE_INFINITY;
        double up = Double.POSITIVE_INFINITY;
        for (int k = 0; k < columns + rows; k++) {
            int s = status[k];
            if (s == BASIC || lo[k] == hi[k]) {
                continue;
            }
            double a = alpha[k];
            if (Math.abs(a) > PIVOT) {
                double by = Math.abs(reduced[k] / a);
                if (s == AT_LOW == a > 0) {
                    down = Math.min(down, by);
                } else {
                    up = Math.min(up, by);
                }
            }
        }
        double part = value[row] - Math.floor(value[row]);
        return (Math.min(1e12, down * part) + 1e-6) * (Math.min(1e12, up * (1 - part)) + 1e-6);
    }

    private int leavingRow() {
        int best = -1;
        double most = 0;
        for (int i = 0; i < rows; i++) {
            int b = basis[i];
            double out = Math.max(lo[b] - value[i], value[i] - hi[b]);
            if (out > FEASIBLE) {
                double score = out * out / weight[i];
                if (score > most) {
                    most = score;
                    best = i;
                }
            }
        }
        return best;
    }

    /** Passes breakpoints while the slope stays positive; what it passes is to be flipped. */
    private int entering(double sign, double slack) {
        int size = 0;
        for (int j = 0; j < columns + rows; j++) {
            int s = status[j];
            if (s == BASIC || lo[j] == hi[j]) {
                continue;
            }
            double a = sign * alpha[j];
            if (s == AT_LOW ? a > PIVOT : a < -PIVOT) {
                ratio[j] = Math.max(0, reduced[j] / a);
                heap[size++] = j;
            }
        }
        for (int i = size / 2 - 1; i >= 0; i--) {
            sink(i, size);
        }
        double slope = slack;
        flips = 0;
        while (size > 0) {
            int j = heap[0];
            size = pop(size);
            slope -= Math.abs(alpha[j]) * (hi[j] - lo[j]);
            // The last breakpoint may just do: then the row is met with nothing to spare.
            if (slope < 0 || (size == 0 && slope <= FEASIBLE)) {
                int best = j;
                // Among breakpoints as good as equal the largest pivot is the safest.
                while (size > 0 && ratio[heap[0]] <= ratio[j] + TIE) {
                    int other = heap[0];
                    size = pop(size);
                    if (Math.abs(alpha[other]) > Math.abs(alpha[best])) {
                        best = other;
                    }
                }
                return best;
            }
            if (flips == flipped.length) {
                flipped = Arrays.copyOf(flipped, 2 * flips);
            }
            flipped[flips++] = j;
        }
        return -1;
    }

    private int pop(int size) {
        heap[0] = heap[size - 1];
        sink(0, size - 1);
        return size - 1;
    }

    private void sink(int start, int size) {
        if (start >= size) {
            return;
        }
        int i = start;
        int x = heap[i];
        while (true) {
            int child = 2 * i + 1;
            if (child >= size) {
                break;
            }
            if (child + 1 < size && before(heap[child + 1], heap[child])) {
                child++;
            }
            if (!before(heap[child], x)) {
                break;
            }
            heap[i] = heap[child];
            i = child;
        }
        heap[i] = x;
    }

    private boolean before(int a, int b) {
        return ratio[a] < ratio[b] || (ratio[a] == ratio[b] && a < b);
    }

    /** Flips, changes the basis, updates everything; false if the numbers do not fit together. */
    private boolean pivot(int leaving, int entering, double sign) {
        double pivot = alpha[entering];
        multiply(entering, column);
        if (Math.abs(pivot - column[leaving]) > 1e-6 * (1 + Math.abs(pivot))
                || Math.abs(pivot) < 1e-9) {
            return false;
        }
        applyFlips();
        double theta = reduced[entering] / pivot;
        if (theta != 0) {
            for (int j = 0; j < columns + rows; j++) {
                if (status[j] != BASIC) {
                    reduced[j] -= theta * alpha[j];
                }
            }
        }
        int left = basis[leaving];
        boolean toLow = sign < 0;
        reduced[left] = -theta;
        reduced[entering] = 0;
        double bound = toLow ? lo[left] : hi[left];
        double step = (value[leaving] - bound) / column[leaving];
        double start = status[entering] == AT_HIGH ? hi[entering] : lo[entering];
        for (int i = 0; i < rows; i++) {
            value[i] -= step * column[i];
        }
        value[leaving] = start + step;
        basis[leaving] = entering;
        status[entering] = BASIC;
        status[left] = (byte) (toLow ? AT_LOW : AT_HIGH);
        updateInverse(leaving);
        sinceFactor++;
        return true;
    }

    private void applyFlips() {
        if (flips == 0) {
            return;
        }
        double[] change = new double[rows];
        for (int f = 0; f < flips; f++) {
            int j = flipped[f];
            double by = status[j] == AT_LOW ? hi[j] - lo[j] : lo[j] - hi[j];
            status[j] = (byte) (AT_LOW + AT_HIGH - status[j]);
            matrix.add(j, by, change);
        }
        for (int i = 0; i < rows; i++) {
            double[] row = inverse[i];
            double sum = 0;
            for (int k = 0; k < rows; k++) {
                sum += row[k] * change[k];
            }
            value[i] -= sum;
        }
    }

    private void updateInverse(int leaving) {
        double[] pivotRow = inverse[leaving];
        double factor = 1 / column[leaving];
        for (int k = 0; k < rows; k++) {
            pivotRow[k] *= factor;
        }
        weight[leaving] = norm(pivotRow);
        for (int i = 0; i < rows; i++) {
            double by = column[i];
            if (i != leaving && by != 0) {
                double[] row = inverse[i];
                double sum = 0;
                for (int k = 0; k < rows; k++) {
                    row[k] -= by * pivotRow[k];
                    sum += row[k] * row[k];
                }
                weight[i] = sum;
            }
        }
    }

    /** The inverse times a column. */
    private void multiply(int j, double[] result) {
        double[] vector = new double[rows];
        matrix.add(j, 1, vector);
        for (int i = 0; i < rows; i++) {
            double[] row = inverse[i];
            double sum = 0;
            for (int k = 0; k < rows; k++) {
                sum += row[k] * vector[k];
            }
            result[i] = sum;
        }
    }

    /**
     * Inverts the basis anew by elimination with pivoting, then recomputes all that hangs on it.
     */
    private boolean refactor() {
        double[][] both = new double[rows][2 * rows];
        double[] vector = new double[rows];
        for (int i = 0; i < rows; i++) {
            Arrays.fill(vector, 0);
            matrix.add(basis[i], 1, vector);
            for (int r = 0; r < rows; r++) {
                both[r][i] = vector[r];
            }
            both[i][rows + i] = 1;
        }
        for (int c = 0; c < rows; c++) {
            int best = c;
            for (int r = c + 1; r < rows; r++) {
                if (Math.abs(both[r][c]) > Math.abs(both[best][c])) {
                    best = r;
                }
            }
            if (Math.abs(both[best][c]) < 1e-10) {
                return false;
            }
            double[] swap = both[c];
            both[c] = both[best];
            both[best] = swap;
            double[] row = both[c];
            double factor = 1 / row[c];
            for (int k = c; k < 2 * rows; k++) {
                row[k] *= factor;
            }
            for (int r = 0; r < rows; r++) {
                double by = both[r][c];
                if (r != c && by != 0) {
                    double[] other = both[r];
                    for (int k = c; k < 2 * rows; k++) {
                        other[k] -= by * row[k];
                    }
                }
            }
        }
        for (int i = 0; i < rows; i++) {
            System.arraycopy(both[i], rows, inverse[i], 0, rows);
            weight[i] = norm(inverse[i]);
        }
        sinceFactor = 0;
        computeReduced();
        settle();
        return true;
    }

    private void computeDual() {
        Arrays.fill(dual, 0);
        for (int i = 0; i < rows; i++) {
            double c = basis[i] < columns ? cost[basis[i]] : 0;
            if (c != 0) {
                double[] row = inverse[i];
                for (int k = 0; k < rows; k++) {
                    dual[k] += c * row[k];
                }
            }
        }
    }

    private void computeReduced() {
        computeDual();
        matrix.combine(dual, alpha);
        for (int j = 0; j < columns; j++) {
            reduced[j] = cost[j] - alpha[j];
        }
        for (int i = 0; i < rows; i++) {
            reduced[columns + i] = dual[i];
        }
        for (int i = 0; i < rows; i++) {
            reduced[basis[i]] = 0;
        }
    }

    private void computeValues() {
        double[] fixedPart = new double[rows];
        for (int j = 0; j < columns + rows; j++) {
            if (status[j] != BASIC) {
                double x = status[j] == AT_HIGH ? hi[j] : lo[j];
                if (x != 0) {
                    matrix.add(j, x, fixedPart);
                }
            }
        }
        for (int i = 0; i < rows; i++) {
            double[] row = inverse[i];
            double sum = 0;
            for (int k = 0; k < rows; k++) {
                sum += row[k] * fixedPart[k];
            }
            value[i] = -sum;
        }
    }
}
