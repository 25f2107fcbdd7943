package org.interviewplanner.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every cell, line and column of a share is the fair one, rounded down or up. */
class RoundingTest {

    @Test
    void everyShareIsFair() {
        for (long seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            int lines = 1 + random.nextInt(4);
            int columns = 1 + random.nextInt(5);
            int sets = 1 + random.nextInt(5);
            int most = 1 + random.nextInt(6);
            int[] left =
                    IntStream.range(0, lines * columns).map(c -> random.nextInt(most)).toArray();
            // What is missing to whole sets goes into the first cell.
            left[0] += Math.floorMod(-IntStream.of(left).sum(), sets);
            int total = IntStream.of(left).sum() / sets;
            var rounding = new Rounding(lines, columns);
            for (int s = sets; s > 0; s--) {
                int[] share = rounding.share(left, s, total, Search.shuffled(left.length, seed));

                assertThat(share).as("case %d", seed).isNotNull();
                assertThat(IntStream.of(share).sum()).isEqualTo(total);
                for (int c = 0; c < left.length; c++) {
                    isFair(share[c], left[c], s);
                }
                for (int l = 0; l < lines; l++) {
                    int line = l;
                    IntStream cells = IntStream.range(0, columns).map(c -> line * columns + c);
                    isFair(share, left, s, cells.toArray());
                }
                for (int k = 0; k < columns; k++) {
                    int column = k;
                    IntStream cells = IntStream.range(0, lines).map(l -> l * columns + column);
                    isFair(share, left, s, cells.toArray());
                }
                for (int c = 0; c < left.length; c++) {
                    left[c] -= share[c];
                }
            }
            assertThat(left).containsOnly(0);
        }
    }

    private static void isFair(int[] share, int[] left, int sets, int[] cells) {
        isFair(
                IntStream.of(cells).map(c -> share[c]).sum(),
                IntStream.of(cells).map(c -> left[c]).sum(),
                sets);
    }

    private static void isFair(int share, int left, int sets) {
        assertThat(share).isBetween(left / sets, (left + sets - 1) / sets);
    }

    @Test
    void theOrderDecidesAmongAlikeCells() {
        for (int cell = 0; cell < 4; cell++) {
            int last = cell;
            int[] order = IntStream.range(0, 4).map(i -> (last + 1 + i) % 4).toArray();
            int[] expected = new int[4];
            expected[last] = 1;

            int[] share = new Rounding(1, 4).share(new int[] {1, 1, 1, 1}, 4, 1, order);

            assertThat(share).containsExactly(expected);
        }
    }

    @Test
    void hasNoShareForATotalThatIsNotFair() {
        int[] order = {0, 1};

        assertThat(new Rounding(1, 2).share(new int[] {4, 4}, 2, 3, order)).isNull();
        assertThat(new Rounding(1, 2).share(new int[] {4, 4}, 2, 5, order)).isNull();
        assertThat(new Rounding(1, 2).share(new int[] {4, 4}, 2, 4, order)).containsExactly(2, 2);
    }
}
