package org.interviewplanner.scoring;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How some numbers lie: how many, around what, how far apart.
 *
 * @param count how many numbers there are, at least 0
 * @param mean their arithmetic mean, Σx / n; absent for no number
 * @param deviation their sample standard deviation, √(Σ(x − mean)² / (n − 1)), as the numbers are a
 *     sample of what might have been asked or of who might have rated; absent for fewer than two
 *     numbers
 * @param lowest the least number; absent for no number
 * @param highest the greatest number; absent for no number
 */
public record Spread(
        int count,
        OptionalDouble mean,
        OptionalDouble deviation,
        OptionalDouble lowest,
        OptionalDouble highest) {

    /** The spread of the numbers, in any order. */
    public static Spread of(List<? extends Number> numbers) {
        double[] all = numbers.stream().mapToDouble(Number::doubleValue).sorted().toArray();
        if (all.length == 0) {
            return new Spread(
                    0,
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty());
        }
        double sum = 0;
        for (double each : all) {
            sum += each;
        }
        double mean = sum / all.length;
        double squares = 0;
        for (double each : all) {
            squares += (each - mean) * (each - mean);
        }
        return new Spread(
                all.length,
                OptionalDouble.of(mean),
                all.length == 1
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(Math.sqrt(squares / (all.length - 1))),
                OptionalDouble.of(all[0]),
                OptionalDouble.of(all[all.length - 1]));
    }
}
