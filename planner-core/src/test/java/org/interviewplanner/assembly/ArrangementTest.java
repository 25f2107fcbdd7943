package org.interviewplanner.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What an arrangement keeps up to date must be what counting anew gives. */
class ArrangementTest {

    @Test
    void foretellsWhatEveryExchangeBreaksOrMends() {
        int exchanges = 0;
        int refused = 0;
        for (long seed = 0; seed < 60; seed++) {
            var random = new Random(seed);
            int overlap = random.nextInt(3) == 0 ? 1 + random.nextInt(2) : 0;
            Problem problem =
                    SmallProblems.of(
                            seed,
                            overlap > 0 ? 9 : 14,
                            3,
                            overlap,
                            random.nextInt(2),
                            seed % 3 == 0 ? 0 : 8,
                            seed % 2 == 0);
            long limit = random.nextInt(4) - 1;
            int[][] dealt = SmallProblems.dealt(problem, random);
            int[][] member = new int[dealt.length][];
            Arrays.setAll(member, s -> dealt[s].clone());
            var arrangement = new Arrangement(problem, member, limit);
            isCountedAnew(arrangement, problem, limit);
            for (int move = 0; move < 25; move++) {
                int a = random.nextInt(3);
                int b = random.nextInt(4) == 0 ? -1 : (a + 1 + random.nextInt(2)) % 3;
                int q = arrangement.member[a][random.nextInt(4)];
                int r =
                        b < 0
                                ? random.nextInt(problem.size)
                                : arrangement.member[b][random.nextInt(4)];
                if (q == r || b < 0 && overlap == 0 && arrangement.uses[r] > 0) {
                    continue;
                }
                int before = arrangement.totalViolation();
                boolean isTwice =
                        contains(arrangement.member[a], r)
                                || b >= 0 && contains(arrangement.member[b], q);

                int change = arrangement.change(a, q, b, r);

                assertThat(change == Integer.MAX_VALUE).isEqualTo(isTwice);
                refused += isTwice ? 1 : 0;
                if (!isTwice) {
                    exchanges++;
                    arrangement.exchange(a, q, b, r);
                    assertThat(arrangement.totalViolation())
                            .as("case %d move %d", seed, move)
                            .isEqualTo(before + change);
                    assertThat(arrangement.member[a]).contains(r).doesNotContain(q);
                    isCountedAnew(arrangement, problem, limit);
                }
            }
            assertThat(dealt).as("the copy is another").isNotSameAs(arrangement.copy());
        }
        assertThat(exchanges).isGreaterThan(700);
        assertThat(refused).isGreaterThan(20);
    }

    private static void isCountedAnew(Arrangement it, Problem problem, long limit) {
        int[] uses = new int[problem.size];
        long exposure = 0;
        for (int s = 0; s < it.sets; s++) {
            int[] set = it.member[s];
            assertThat(it.counts[s]).isEqualTo(problem.counts(set));
            assertThat(it.time[s]).isEqualTo(problem.seconds(set));
            assertThat(it.violation[s]).isEqualTo(broken(it, problem, s, limit));
            exposure += problem.exposure(set);
            for (int q = 0; q < problem.size; q++) {
                assertThat(it.holds(s, q)).isEqualTo(contains(set, q));
            }
            for (int q : set) {
                uses[q]++;
                assertThat(it.isInTrouble(s, q)).isEqualTo(isInTrouble(it, problem, s, q));
            }
        }
        assertThat(it.uses).isEqualTo(uses);
        assertThat(it.exposure()).isEqualTo(exposure);
        int[][] copy = it.copy();
        assertThat(copy).isDeepEqualTo(it.member);
        copy[0][0] = -1;
        assertThat(it.member[0][0]).isNotNegative();
    }

    /**
     * By definition: questions too few or too many, pairs of enemies, questions shared too much.
     */
    private static long broken(Arrangement it, Problem problem, int s, long limit) {
        int[] set = it.member[s];
        int[] counts = problem.counts(set);
        long sum = 0;
        for (int r = 0; r < counts.length; r++) {
            sum += Math.max(0, problem.rowMin[r] - counts[r]);
            sum += Math.max(0, counts[r] - problem.rowMax[r]);
        }
        if (limit >= 0) {
            sum += Math.max(0, problem.balance(counts) - limit);
        }
        for (int i = 0; i < set.length; i++) {
            for (int j = 0; j < i; j++) {
                sum += problem.areEnemies(set[i], set[j]) ? 1 : 0;
            }
        }
        for (int o = 0; o < it.sets; o++) {
            if (o != s && problem.overlap > 0) {
                sum += Math.max(0, SmallProblems.shared(set, it.member[o]) - problem.overlap);
            }
        }
        return sum;
    }

    private static boolean isInTrouble(Arrangement it, Problem problem, int s, int q) {
        boolean is = false;
        for (int other : it.member[s]) {
            is |= problem.areEnemies(q, other);
        }
        for (int o = 0; o < it.sets; o++) {
            is |=
                    o != s
                            && problem.overlap > 0
                            && contains(it.member[o], q)
                            && SmallProblems.shared(it.member[s], it.member[o]) > problem.overlap;
        }
        return is;
    }

    private static boolean contains(int[] set, int q) {
        return Arrays.stream(set).anyMatch(member -> member == q);
    }

    @Test
    void exchangesCostMoreToLookAtWhereManySetsShare() {
        Problem apart = SmallProblems.of(1, 64, 16, 0, 1, 0, false);
        Problem shared = SmallProblems.of(1, 64, 16, 1, 1, 0, false);
        var random = new Random(1);

        assertThat(new Arrangement(apart, SmallProblems.dealt(apart, random), -1).priceOfChange())
                .isEqualTo(4);
        assertThat(new Arrangement(shared, SmallProblems.dealt(shared, random), -1).priceOfChange())
                .isEqualTo(6);
    }
}
