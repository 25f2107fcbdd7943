package org.interviewplanner.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LatticeTest {

    /** In a ring of remainders negative multiples are positive ones: all sums can be listed. */
    @Test
    void reachesWhatSumsReach() {
        int reached = 0;
        int not = 0;
        for (long seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            int ring = 2 + random.nextInt(7);
            var lattice = new Lattice(2);
            lattice.add(new long[] {ring, 0});
            lattice.add(new long[] {0, ring});
            Set<List<Integer>> sums = new HashSet<>(Set.of(List.of(0, 0)));
            for (int i = random.nextInt(3); i >= 0; i--) {
                int a = random.nextInt(20) - 10;
                int b = random.nextInt(20) - 10;
                lattice.add(new long[] {a, b});
                for (List<Integer> sum : List.copyOf(sums)) {
                    for (int n = 1; n < ring; n++) {
                        sums.add(
                                List.of(
                                        Math.floorMod(sum.get(0) + n * a, ring),
                                        Math.floorMod(sum.get(1) + n * b, ring)));
                    }
                }
            }
            for (int a = 0; a < ring; a++) {
                for (int b = 0; b < ring; b++) {
                    boolean in = sums.contains(List.of(a, b));
                    assertThat(lattice.reaches(new long[] {a + ring, b - ring}))
                            .as("case %d: %d %d", seed, a, b)
                            .isEqualTo(in);
                    reached += in ? 1 : 0;
                    not += in ? 0 : 1;
                }
            }
        }
        assertThat(Math.min(reached, not)).isGreaterThan(1_000);
    }

    @Test
    void givesUpRatherThanOverflow() {
        var lattice = new Lattice(2);
        lattice.add(new long[] {(1L << 29) - 1, (1L << 29) + 7});
        lattice.add(new long[] {3, 5});

        assertThat(lattice.isAll() || lattice.reaches(new long[] {3, 5})).isTrue();
    }
}
