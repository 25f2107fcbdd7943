package org.interviewplanner.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The optimum must be shown by its duals, and the lack of one by its ray, in a dense matrix. */
class DualSimplexTest {

    private static final double SMALL = 1e-6;

    @Test
    void everyAnswerIsShownByItsDualsOrItsRay() {
        int optimal = 0;
        int infeasible = 0;
        for (long seed = 0; seed < 150; seed++) {
            // A few are large enough for the inverse to be made anew.
            boolean isLarge = seed % 25 == 0;
            var program = new Program(new Random(seed), seed % 3 == 0, isLarge);
            for (int change = 0; change < (isLarge ? 40 : 6); change++) {
                DualSimplex.Status status =
                        program.simplex.run(new Work(Long.MAX_VALUE, () -> false));

                assertThat(status).as("case %d", seed).isNotEqualTo(DualSimplex.Status.STALLED);
                if (status == DualSimplex.Status.OPTIMAL) {
                    optimal++;
                    program.isOptimal("case %d change %d".formatted(seed, change));
                } else {
                    infeasible++;
                    program.isInfeasible("case %d change %d".formatted(seed, change));
                }
                program.change();
            }
        }
        assertThat(optimal).isGreaterThan(250);
        assertThat(infeasible).isGreaterThan(100);
    }

    /** Both ways from a fraction cost at least what the penalty says. */
    @Test
    void penaltiesAreNeverTooGreat() {
        int told = 0;
        for (long seed = 0; seed < 80; seed++) {
            var program = new Program(new Random(seed), false, false);
            var work = new Work(Long.MAX_VALUE, () -> false);
            if (program.simplex.run(work) != DualSimplex.Status.OPTIMAL) {
                continue;
            }
            double best = program.cost();
            double[] x = program.simplex.solution();
            for (int j = 0; j < x.length; j++) {
                double part = x[j] - Math.floor(x[j]);
                if (part > 0.01 && part < 0.99) {
                    double penalty = program.simplex.penalty(j);
                    double down = program.rise(j, program.low[j], Math.floor(x[j]), best);
                    double up = program.rise(j, Math.ceil(x[j]), program.high[j], best);
                    told += penalty > 1e-9 ? 1 : 0;
                    assertThat(penalty)
                            .as("case %d column %d", seed, j)
                            .isPositive()
                            .isLessThanOrEqualTo((down + 2 * SMALL) * (up + 2 * SMALL) + SMALL);
                    program.simplex.run(work);
                    assertThat(program.cost()).isCloseTo(best, within(SMALL));
                }
            }
        }
        assertThat(told).isGreaterThan(40);
    }

    @Test
    void stallsWhenTheWorkIsOut() {
        var program = new Program(new Random(1), false, false);
        for (int i = 0; i < program.rows; i++) {
            program.setRow(i, 1, 1);
        }
        var work = new Work(1, () -> false);

        assertThat(program.simplex.run(work)).isEqualTo(DualSimplex.Status.STALLED);
        assertThat(work.spent()).isEqualTo(2L * program.columns + 3L * program.rows * program.rows);
    }

    /** A random program, kept dense beside the simplex. */
    private static final class Program {
        private final Random random;
        private final int questions;
        private final int columns;
        private int rows;
        private final double[] cost;
        private final double[] low;
        private final double[] high;
        private final List<double[]> matrix = new ArrayList<>();
        private final List<double[]> range = new ArrayList<>();
        private final DualSimplex simplex;

        Program(Random random, boolean isShared, boolean isLarge) {
            this.random = random;
            questions = (isLarge ? 60 : 6) + random.nextInt(20);
            int types = (isLarge ? 12 : 1) + random.nextInt(4);
            int kinds = (isLarge ? 9 : 2) + random.nextInt(4);
            int extras = random.nextInt(3);
            int budgetRow = kinds;
            rows = kinds + (isShared ? 1 : 0);
            columns = questions + extras;
            int[][] rowsOfType = new int[types][];
            for (int t = 0; t < types; t++) {
                rowsOfType[t] =
                        IntStream.range(0, kinds)
                                .filter(i -> i == 0 || i > 1 && random.nextBoolean())
                                .toArray();
            }
            int[] type = random.ints(questions, 0, types).toArray();
            double[] time = random.doubles(questions, 0.5, 2).toArray();
            double[] weight =
                    random.ints(isShared ? questions : 0, 0, 3).asDoubleStream().toArray();
            int[][] extraRows = new int[extras][];
            double[][] extraValues = new double[extras][];
            for (int e = 0; e < extras; e++) {
                extraRows[e] = new int[] {0, kinds - 1};
                extraValues[e] = new double[] {e % 2 == 0 ? 1 : -1, 1 + random.nextInt(2)};
                if (kinds == 1) {
                    extraRows[e] = new int[] {0};
                }
            }
            cost = random.doubles(columns, -1, 10).toArray();
            low = new double[columns];
            high = random.ints(columns, 1, 3).asDoubleStream().toArray();
            for (int i = 0; i < rows; i++) {
                double[] row = new double[columns];
                for (int q = 0; q < questions; q++) {
                    for (int r : rowsOfType[type[q]]) {
                        row[q] += r == i ? 1 : 0;
                    }
                    row[q] += i == Coefficients.TIME ? time[q] : 0;
                    row[q] += isShared && i == budgetRow ? weight[q] : 0;
                }
                for (int e = 0; e < extras; e++) {
                    for (int k = 0; k < extraRows[e].length; k++) {
                        row[questions + e] += extraRows[e][k] == i ? extraValues[e][k] : 0;
                    }
                }
                matrix.add(row);
                range.add(range());
            }
            simplex =
                    new DualSimplex(
                            new Coefficients(
                                    type,
                                    rowsOfType,
                                    time,
                                    weight,
                                    budgetRow,
                                    extraRows,
                                    extraValues),
                            cost,
                            low,
                            high,
                            range.stream().mapToDouble(it -> it[0]).toArray(),
                            range.stream().mapToDouble(it -> it[1]).toArray());
        }

        private double[] range() {
            double least = random.nextDouble() * questions / 2;
            return switch (random.nextInt(6)) {
                case 0 -> new double[] {Double.NEGATIVE_INFINITY, least};
                case 1 -> new double[] {least, Double.POSITIVE_INFINITY};
                case 2 -> new double[] {least, least};
                default -> new double[] {least, least + random.nextInt(3)};
            };
        }

        private void setRow(int i, double lowest, double highest) {
            range.set(i, new double[] {lowest, highest});
            simplex.setRow(i, lowest, highest);
        }

        private void setBounds(int j, double lowest, double highest) {
            low[j] = lowest;
            high[j] = highest;
            simplex.setBounds(j, lowest, highest);
        }

        void change() {
            switch (random.nextInt(3)) {
                case 0 -> {
                    int j = random.nextInt(columns);
                    int at = random.nextInt(2);
                    setBounds(j, at, at + random.nextInt(2));
                }
                case 1 -> {
                    double least = random.nextDouble() * questions / 2;
                    setRow(random.nextInt(rows), least, least + random.nextInt(3));
                }
                default -> {
                    int[] members =
                            IntStream.range(0, questions)
                                    .filter(q -> random.nextInt(3) == 0)
                                    .toArray();
                    double most = random.nextInt(1 + members.length);
                    double[] row = new double[columns];
                    for (int q : members) {
                        row[q] = 1;
                    }
                    matrix.add(row);
                    range.add(new double[] {Double.NEGATIVE_INFINITY, most});
                    rows++;
                    simplex.addCut(members, most);
                }
            }
            int j = random.nextInt(columns);
            assertThat(simplex.low(j)).isEqualTo(low[j]);
            assertThat(simplex.high(j)).isEqualTo(high[j]);
        }

        double cost() {
            double sum = 0;
            double[] x = simplex.solution();
            for (int j = 0; j < columns; j++) {
                sum += cost[j] * x[j];
            }
            return sum;
        }

        /** How much dearer the optimum is within other bounds of a column; these are put back. */
        double rise(int j, double lowest, double highest, double from) {
            double oldLow = low[j];
            double oldHigh = high[j];
            setBounds(j, lowest, highest);
            double rise =
                    simplex.run(new Work(Long.MAX_VALUE, () -> false))
                                    == DualSimplex.Status.INFEASIBLE
                            ? 1e12
                            : cost() - from;
            setBounds(j, oldLow, oldHigh);
            return rise;
        }

        /** Feasible, and each dual and reduced cost has the sign that its bound asks for. */
        void isOptimal(String name) {
            double[] x = simplex.solution();
            double[] y = simplex.duals();
            for (int j = 0; j < columns; j++) {
                assertThat(x[j]).as(name).isBetween(low[j] - SMALL, high[j] + SMALL);
                double reduced = cost[j];
                for (int i = 0; i < rows; i++) {
                    reduced -= y[i] * matrix.get(i)[j];
                }
                if (Math.abs(reduced) > SMALL) {
                    double bound = reduced > 0 ? low[j] : high[j];
                    assertThat(x[j]).as(name).isCloseTo(bound, within(SMALL));
                }
                if (low[j] < high[j]) {
                    assertThat(simplex.reducedCost(j)).as(name).isCloseTo(reduced, within(SMALL));
                }
                if (Math.abs(reduced) > SMALL) {
                    assertThat(simplex.isBasic(j)).as(name).isFalse();
                }
                if (x[j] > low[j] + SMALL && x[j] < high[j] - SMALL) {
                    assertThat(simplex.isBasic(j)).as(name).isTrue();
                }
            }
            for (int i = 0; i < rows; i++) {
                double sum = 0;
                for (int j = 0; j < columns; j++) {
                    sum += matrix.get(i)[j] * x[j];
                }
                double[] bounds = range.get(i);
                assertThat(sum).as(name).isBetween(bounds[0] - SMALL, bounds[1] + SMALL);
                if (Math.abs(y[i]) > SMALL) {
                    double bound = y[i] > 0 ? bounds[0] : bounds[1];
                    assertThat(sum).as(name).isCloseTo(bound, within(SMALL));
                }
            }
        }

        /** The rows, weighed by the ray, ask for more than the columns can give (Farkas 1902). */
        void isInfeasible(String name) {
            double[] ray = simplex.ray().clone();
            assertThat(Math.max(excess(ray, 1), excess(ray, -1))).as(name).isGreaterThan(0);
        }

        private double excess(double[] ray, int sign) {
            double excess = 0;
            double[] weighed = new double[columns];
            for (int i = 0; i < rows; i++) {
                double y = Math.abs(ray[i]) < 1e-9 ? 0 : sign * ray[i];
                if (y != 0) {
                    excess += y * range.get(i)[y > 0 ? 0 : 1];
                }
                for (int j = 0; j < columns; j++) {
                    weighed[j] += y * matrix.get(i)[j];
                }
            }
            for (int j = 0; j < columns; j++) {
                excess -= Math.max(weighed[j] * low[j], weighed[j] * high[j]);
            }
            return excess;
        }
    }
}
