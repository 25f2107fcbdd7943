package org.interviewplanner.assembly;

import java.util.Arrays;

/**
 * The matrix of a {@link DualSimplex}: few rows, many columns of few kinds.
 *
 * <p>The first columns are questions: a question has a one in each row of its type, its (scaled)
 * time in the row {@link #TIME}, its weight in the budget's row if there is one, and a one in each
 * cut it is in. The columns behind are sparse extras. Behind all columns stand the variables of the
 * rows, each with minus one in its row.
 */
final class Coefficients {

    /** The row of the times. */
    static final int TIME = 1;

    /** Questions and extras. */
    final int columns;

    private final int questions;
    private final int[] type;
    private final int[][] rowsOfType;
    private final double[] time;
    private final double[] weightInBudget;
    private final int budgetRow;
    private final int[][] extraRows;
    private final double[][] extraValues;
    private final double[] typeSum;
    private final int[][] cutsOf;
    private int[][] cuts = new int[8][];
    private int firstCut;
    private int cutCount;

    /**
     * @param weightInBudget what each question counts in the row budgetRow; empty if there is none
     * @param extraRows rows of each extra column, with its values in extraValues
     */
    Coefficients(
            int[] type,
            int[][] rowsOfType,
            double[] time,
            double[] weightInBudget,
            int budgetRow,
            int[][] extraRows,
            double[][] extraValues) {
        this.type = type;
        this.rowsOfType = rowsOfType;
        this.time = time;
        this.weightInBudget = weightInBudget;
        this.budgetRow = budgetRow;
        this.extraRows = extraRows;
        this.extraValues = extraValues;
        questions = type.length;
        columns = questions + extraRows.length;
        typeSum = new double[rowsOfType.length];
        cutsOf = new int[questions][];
    }

    boolean isQuestion(int column) {
        return column < questions;
    }

    /** Adds a row, the last one, with a one for each of these questions. */
    void addCut(int[] members, int row) {
        if (cutCount == 0) {
            firstCut = row;
        }
        if (cutCount == cuts.length) {
            cuts = Arrays.copyOf(cuts, 2 * cutCount);
        }
        cuts[cutCount++] = members;
        for (int q : members) {
            int[] old = cutsOf[q];
            int[] longer = old == null ? new int[1] : Arrays.copyOf(old, old.length + 1);
            longer[longer.length - 1] = row;
            cutsOf[q] = longer;
        }
    }

    /**
     * Weighs the rows and adds them up, into a vector over the columns and the variables of the
     * rows: one pass over the columns, two operations each.
     */
    void combine(double[] rho, double[] alpha) {
        for (int t = 0; t < rowsOfType.length; t++) {
            double sum = 0;
            for (int r : rowsOfType[t]) {
                sum += rho[r];
            }
            typeSum[t] = sum;
        }
        double ofTime = rho[TIME];
        for (int j = 0; j < questions; j++) {
            alpha[j] = typeSum[type[j]] + ofTime * time[j];
        }
        if (weightInBudget.length > 0 && rho[budgetRow] != 0) {
            for (int j = 0; j < questions; j++) {
                alpha[j] += rho[budgetRow] * weightInBudget[j];
            }
        }
        for (int c = 0; c < cutCount; c++) {
            double x = rho[firstCut + c];
            if (x != 0) {
                for (int q : cuts[c]) {
                    alpha[q] += x;
                }
            }
        }
        for (int e = 0; e < extraRows.length; e++) {
            double sum = 0;
            for (int k = 0; k < extraRows[e].length; k++) {
                sum += rho[extraRows[e][k]] * extraValues[e][k];
            }
            alpha[questions + e] = sum;
        }
        for (int i = 0; i < rho.length; i++) {
            alpha[columns + i] = -rho[i];
        }
    }

    /** Adds {@code by} times a column, or the variable of a row, to a vector over the rows. */
    void add(int j, double by, double[] vector) {
        if (j < questions) {
            for (int r : rowsOfType[type[j]]) {
                vector[r] += by;
            }
            vector[TIME] += by * time[j];
            if (weightInBudget.length > 0) {
                vector[budgetRow] += by * weightInBudget[j];
            }
            if (cutsOf[j] != null) {
                for (int r : cutsOf[j]) {
                    vector[r] += by;
                }
            }
        } else if (j < columns) {
            int e = j - questions;
            for (int k = 0; k < extraRows[e].length; k++) {
                vector[extraRows[e][k]] += by * extraValues[e][k];
            }
        } else {
            vector[j - columns] -= by;
        }
    }
}
