package org.interviewplanner.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a relaxation proves, in whole numbers, beside all subsets. */
class RelaxationTest {

    @Test
    void noDualsGiveABoundAboveTheBest() {
        int tight = 0;
        int cases = 0;
        for (long seed = 0; seed < 28; seed++) {
            Problem problem = SmallProblems.of(seed, 10, 1, 0, 1, 0, true);
            long low = 60L * (10 + seed % 5);
            var limits = Relaxation.Limits.of(problem, -1, low, low + 120);
            List<int[]> valid =
                    SmallProblems.valid(problem).stream()
                            .filter(set -> problem.seconds(set) >= low)
                            .filter(set -> problem.seconds(set) <= low + 120)
                            .toList();
            for (Relaxation.Goal goal : Relaxation.Goal.values()) {
                var relaxation = whole(problem, limits, goal, seed);
                var random = new Random(seed);
                var status = relaxation.simplex.run(new Work(1 << 24, () -> false));
                if (valid.isEmpty()) {
                    continue;
                }
                cases++;
                long best =
                        valid.stream()
                                .mapToLong(set -> relaxation.value(uses(problem, set)))
                                .min()
                                .orElseThrow();
                assertThat(status).isEqualTo(DualSimplex.Status.OPTIMAL);
                double[] duals = relaxation.simplex.duals().clone();
                Relaxation.Scaled scaled = relaxation.bound(duals);
                // The noise on the costs is less than a half in all.
                assertThat(Math.scalb((double) scaled.value(), -scaled.shift()))
                        .isCloseTo(optimum(relaxation, goal), within(0.5));
                assertThat(scaled.ceiling()).as("case %d", seed).isLessThanOrEqualTo(best);
                tight += scaled.ceiling() == best ? 1 : 0;
                assertThat(relaxation.bound(duals).value()).isEqualTo(scaled.value());
                for (int i = 0; i < duals.length; i++) {
                    duals[i] += 4 * random.nextGaussian();
                }
                Relaxation.Scaled any = relaxation.bound(duals);
                assertThat(any.ceiling()).as("case %d", seed).isLessThanOrEqualTo(best);
                assertThat(relaxation.provesInfeasible(duals)).isFalse();
                // Sets with a question cost at least what its reduced cost adds.
                for (int q = 0; q < problem.size; q++) {
                    int fixed = q;
                    long with =
                            valid.stream()
                                    .filter(set -> IntStream.of(set).anyMatch(it -> it == fixed))
                                    .mapToLong(set -> relaxation.value(uses(problem, set)))
                                    .min()
                                    .orElse(Long.MAX_VALUE);
                    long reduced = scaled.reduced()[q];
                    assertThat(scaled.reaches(Math.max(0, reduced)))
                            .as("case %d question %d", seed, q)
                            .isLessThanOrEqualTo(with);
                    if (goal == Relaxation.Goal.EXPOSURE) {
                        // But for the noise, which only columns have.
                        long noise = reduced - relaxation.price(scaled, q);
                        assertThat(Math.scalb((double) noise, -scaled.shift())).isBetween(0.0, 0.1);
                    }
                }
            }
        }
        assertThat(tight).isGreaterThan(cases / 2);
        assertThat(cases).isGreaterThan(20);
    }

    private static double optimum(Relaxation relaxation, Relaxation.Goal goal) {
        double[] x = relaxation.simplex.solution();
        int columns = relaxation.column.length;
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
            sum +=
                    goal == Relaxation.Goal.BALANCE
                            ? j < columns ? 0 : x[j]
                            : j < columns
                                    ? x[j] * relaxation.problem.exposure[relaxation.column[j]]
                                    : 0;
        }
        return sum;
    }

    @Test
    void scaledBoundsAreRoundedUp() {
        var five = new Relaxation.Scaled(5, 1, new long[0], new long[0], 0, new long[0]);
        var less = new Relaxation.Scaled(-5, 1, new long[0], new long[0], 0, new long[0]);

        assertThat(five.ceiling()).isEqualTo(3);
        assertThat(five.reaches(1)).isEqualTo(3);
        assertThat(five.reaches(2)).isEqualTo(4);
        assertThat(less.ceiling()).isZero();
        assertThat(less.reaches(7)).isEqualTo(1);
    }

    @Test
    void proofsHoldAndSayHowMuchARowMustGive() {
        int proofs = 0;
        int told = 0;
        for (long seed = 0; seed < 120; seed++) {
            int sets = 1 + (int) (seed % 2);
            Problem problem = SmallProblems.of(seed, 8, sets, 0, 0, 0, false);
            if (problem.impossible) {
                continue;
            }
            var relaxation =
                    whole(
                            problem,
                            Relaxation.Limits.of(problem, -1, 0, 60L * 8),
                            Relaxation.Goal.EXPOSURE,
                            seed);
            if (relaxation.simplex.run(new Work(1 << 24, () -> false))
                    != DualSimplex.Status.INFEASIBLE) {
                continue;
            }
            Relaxation.Scaled proof = relaxation.proof(relaxation.simplex.ray());
            assertThat(relaxation.provesInfeasible(relaxation.simplex.ray())).isTrue();
            assertThat(proof).isNotNull();
            proofs++;
            List<int[]> short8 =
                    SmallProblems.valid(problem).stream()
                            .filter(set -> problem.seconds(set) <= 60L * 8)
                            .toList();
            assertThat(
                            short8.stream()
                                    .anyMatch(one ->
                                            sets == 1
                                                    || short8.stream()
                                                            .anyMatch(other ->
                                                                    SmallProblems.shared(one, other)
                                                                            == 0)))
                    .as("case %d", seed)
                    .isFalse();
            // Given just so much the proof fails, given less it does not.
            for (int r = 0; r < problem.rows(); r++) {
                int row = Relaxation.FIRST_ROW + r;
                if (proof.ofRow()[row] > 0) {
                    told++;
                    long least = (long) sets * problem.rowMin[r];
                    long lowered = relaxation.lowered(proof, row);
                    long weight = proof.ofRow()[row];
                    assertThat(lowered).isLessThan(least);
                    assertThat(proof.value() - weight * (least - lowered)).isNotPositive();
                    assertThat(proof.value() - weight * (least - lowered - 1)).isPositive();
                } else if (proof.ofRow()[row] < 0) {
                    told++;
                    long most = (long) sets * problem.rowMax[r];
                    long raised = relaxation.raised(proof, row);
                    long weight = -proof.ofRow()[row];
                    assertThat(raised).isGreaterThan(most);
                    assertThat(proof.value() - weight * (raised - most)).isNotPositive();
                    assertThat(proof.value() - weight * (raised - most - 1)).isPositive();
                }
            }
        }
        assertThat(proofs).isGreaterThan(15);
        assertThat(told).isGreaterThan(15);
    }

    @Test
    void wholeUsesAreMetValuedAndNamedAsTheSetsTheyAre() {
        int met = 0;
        for (long seed = 0; seed < 7; seed++) {
            Problem problem = SmallProblems.of(seed, 9, 1, 0, 1, 0, true);
            long most = seed % 3;
            var limits = Relaxation.Limits.of(problem, most, 60 * 10, 60 * 18);
            var exposure = whole(problem, limits, Relaxation.Goal.EXPOSURE, seed);
            var balance = whole(problem, limits, Relaxation.Goal.BALANCE, seed);
            for (int subset = 0; subset < 1 << problem.size; subset++) {
                int members = subset;
                int[] set =
                        IntStream.range(0, problem.size)
                                .filter(q -> (members >> q & 1) == 1)
                                .toArray();
                int[] uses = uses(problem, set);
                long time = problem.seconds(set);
                boolean isMet =
                        problem.isMetBy(set)
                                && time >= 60 * 10
                                && time <= 60 * 18
                                && problem.balance(problem.counts(set)) <= most;
                assertThat(exposure.isMetBy(uses)).as("case %d %d", seed, subset).isEqualTo(isMet);
                if (subset % 7 == 0) {
                    assertThat(exposure.value(uses)).isEqualTo(problem.exposure(set));
                    assertThat(balance.value(uses)).isEqualTo(problem.balance(problem.counts(set)));
                    assertThat(exposure.chosen(uses)).isEqualTo(set);
                }
                met += isMet ? 1 : 0;
            }
        }
        assertThat(met).isGreaterThan(15);
    }

    @Test
    void usesOfSeveralSetsCountAsOften() {
        Problem problem = SmallProblems.of(2, 6, 3, 1, 4, 0, true);
        var columns =
                new Relaxation.Columns(
                        new int[] {0, 0, 1, 4}, new int[] {1, 2, 1, 2}, new int[] {0, 1, 0, 0}, 2);
        var relaxation =
                new Relaxation(
                        problem,
                        columns,
                        Relaxation.Limits.demands(problem),
                        Relaxation.Goal.EXPOSURE,
                        1);
        int[] uses = {1, 2, 0, 2};

        assertThat(relaxation.chosen(uses)).containsExactly(0, 0, 0, 4, 4);
        assertThat(relaxation.value(uses))
                .isEqualTo(3L * problem.exposure[0] + 2L * problem.exposure[4]);
        Relaxation.Columns some = columns.at(new int[] {1, 3});
        assertThat(some.question()).containsExactly(0, 4);
        assertThat(some.high()).containsExactly(2, 2);
        assertThat(some.sharing()).containsExactly(1, 0);
        assertThat(some.budget()).isEqualTo(2);
        long[] most = relaxation.mostOfRows();
        assertThat(most[0]).isEqualTo(6);
        assertThat(most[Coefficients.TIME])
                .isEqualTo(3L * problem.seconds[0] + problem.seconds[1] + 2L * problem.seconds[4]);
        for (int r = 0; r < problem.rows(); r++) {
            int[] counted = problem.counts(new int[] {0, 0, 0, 1, 4, 4});
            assertThat(most[Relaxation.FIRST_ROW + r]).isEqualTo(counted[r]);
        }
        assertThat(relaxation.rowsOf(0)).startsWith(0).hasSizeGreaterThan(1);
    }

    /** The budget of shared pairs binds: cheap second uses only as far as it goes. */
    @Test
    void sharesNoMoreThanTheBudget() {
        List<PoolQuestion> pool =
                IntStream.range(0, 6)
                        .mapToObj(i -> SmallProblems.question(i, "S", 1, 60, Set.of(), 100 * i))
                        .toList();
        Problem problem =
                Problem.of(
                        new Pool(pool),
                        new Blueprint(2, 120, List.of(), List.of()),
                        AssemblyRequest.sets(3, 1).withOverlap(1));
        // Six uses in all; the n-th of one question makes n - 1 more pairs share it.
        int[] question = IntStream.range(0, 18).map(j -> j / 3).toArray();
        int[] sharing = IntStream.range(0, 18).map(j -> j % 3).toArray();
        int[] once = IntStream.generate(() -> 1).limit(18).toArray();
        long[] least = {1_500, 1_000, 700, 600};
        for (int budget = 0; budget < least.length; budget++) {
            var relaxation =
                    new Relaxation(
                            problem,
                            new Relaxation.Columns(question, once, sharing, budget),
                            Relaxation.Limits.demands(problem),
                            Relaxation.Goal.EXPOSURE,
                            1);

            assertThat(relaxation.simplex.run(new Work(1 << 24, () -> false)))
                    .isEqualTo(DualSimplex.Status.OPTIMAL);
            assertThat(relaxation.bound(relaxation.simplex.duals()).ceiling())
                    .as("budget %d", budget)
                    .isLessThanOrEqualTo(least[budget])
                    .isGreaterThan(least[budget] - 60);
        }
    }

    @Test
    void limitsAreThoseOfAllSetsTogether() {
        List<PoolQuestion> pool =
                List.of(
                        SmallProblems.question(0, "S", 1, 120, Set.of(), 0),
                        SmallProblems.question(1, "S", 1, 150, Set.of(), 0));
        Problem free = problem(pool, List.of());
        Problem timed = problem(pool, List.of(new Demand.Time(125, 190)));

        assertThat(free.isTimed()).isFalse();
        assertThat(timed.isTimed()).isTrue();
        // One question lasts 120 or 150, on a grid of 30: 150 to 180 of each of two sets.
        assertThat(Relaxation.Limits.demands(timed)).isEqualTo(new Relaxation.Limits(-1, 300, 360));
        assertThat(Relaxation.Limits.of(timed, 3, 150, 160))
                .isEqualTo(new Relaxation.Limits(3, 300, 320));
        assertThat(Relaxation.Limits.of(timed, 3, 0, 1_000))
                .isEqualTo(new Relaxation.Limits(3, 250, 380));
        assertThat(problem(pool, List.of(new Demand.Time(0, Integer.MAX_VALUE))).isTimed())
                .isTrue();
        // Of alike times the only possible one is a limit, but nobody asked for it.
        Problem alike = problem(pool.subList(0, 1), List.of());
        assertThat(Relaxation.Limits.demands(alike)).isEqualTo(new Relaxation.Limits(-1, 240, 240));
        assertThat(alike.isTimed()).isFalse();
    }

    private static Problem problem(List<PoolQuestion> pool, List<Demand> demands) {
        return Problem.of(
                new Pool(pool),
                new Blueprint(1, 100, demands, List.of()),
                AssemblyRequest.sets(2, 1));
    }

    /** Cuts and moved rows bind the bound as they bind the simplex. */
    @Test
    void cutsAndRowsLiftTheBound() {
        List<PoolQuestion> pool =
                IntStream.range(0, 5)
                        .mapToObj(i -> SmallProblems.question(i, "S" + i, 1, 60, Set.of(), 10 * i))
                        .toList();
        Problem problem =
                Problem.of(
                        new Pool(pool),
                        new Blueprint(
                                2, 120, List.of(new Demand.Quota("S0", null, 0, 2)), List.of()),
                        AssemblyRequest.one(1));
        var relaxation =
                whole(problem, Relaxation.Limits.demands(problem), Relaxation.Goal.EXPOSURE, 1);
        assertThat(optimum(relaxation)).isEqualTo(10);

        relaxation.addCut(new int[] {0, 1, 2}, 1);
        assertThat(relaxation.cuts()).isEqualTo(1);
        assertThat(optimum(relaxation)).isEqualTo(30);

        relaxation.setBounds(0, 0, 0);
        assertThat(optimum(relaxation)).isEqualTo(40);
        relaxation.setBounds(0, 0, 1);
        relaxation.addCut(new int[] {3}, 0);
        assertThat(optimum(relaxation)).isEqualTo(40);
        relaxation.setRow(Coefficients.TIME, 0, 300);
        relaxation.setRow(0, 1, 1);
        assertThat(optimum(relaxation)).isZero();
        relaxation.setRow(Coefficients.TIME, 240, 300);
        assertThat(relaxation.simplex.run(new Work(1 << 24, () -> false)))
                .isEqualTo(DualSimplex.Status.INFEASIBLE);
        assertThat(relaxation.provesInfeasible(relaxation.simplex.ray())).isTrue();
    }

    private static long optimum(Relaxation relaxation) {
        assertThat(relaxation.simplex.run(new Work(1 << 24, () -> false)))
                .isEqualTo(DualSimplex.Status.OPTIMAL);
        return relaxation.bound(relaxation.simplex.duals()).ceiling();
    }

    @Test
    void nonsenseProvesNothing() {
        Problem problem = SmallProblems.of(2, 8, 1, 0, 4, 0, false);
        var relaxation =
                whole(problem, Relaxation.Limits.demands(problem), Relaxation.Goal.EXPOSURE, 1);
        double[] zero = new double[relaxation.simplex.rows];
        double[] huge = zero.clone();
        Arrays.fill(huge, 1e15);
        double[] wrong = zero.clone();
        wrong[0] = Double.NaN;

        assertThat(relaxation.provesInfeasible(zero)).isFalse();
        assertThat(relaxation.provesInfeasible(huge)).isFalse();
        assertThat(relaxation.provesInfeasible(wrong)).isFalse();
        assertThat(relaxation.bound(huge).value()).isLessThan(-1L << 60);
        assertThat(relaxation.bound(zero).ceiling()).isZero();
    }

    private static Relaxation whole(
            Problem problem, Relaxation.Limits limits, Relaxation.Goal goal, long seed) {
        int[] all = IntStream.range(0, problem.size).toArray();
        int[] once = new int[problem.size];
        Arrays.fill(once, 1);
        return new Relaxation(
                problem, new Relaxation.Columns(all, once, new int[0], 0), limits, goal, seed);
    }

    private static int[] uses(Problem problem, int[] set) {
        int[] uses = new int[problem.size];
        for (int q : set) {
            uses[q] = 1;
        }
        return uses;
    }
}
