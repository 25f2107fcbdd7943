package org.interviewplanner.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What trying parts of a blueprint tells, beside all subsets. */
class TrialTest {

    private static final int CASES = 150;

    @Test
    void tellsOfEveryPartWhetherSetsMeetIt() {
        int feasible = 0;
        int infeasible = 0;
        int free = 0;
        for (long seed = 0; seed < CASES; seed++) {
            SmallCase it = SmallCase.of(seed);
            var random = new Random(seed);
            var trial = new Trial(new Pool(it.pool()), new Work(1L << 40, () -> false));
            for (int part = 0; part < 6; part++) {
                List<String> kept = part(it.blueprint(), random);
                boolean exists = BruteForce.exists(it, kept);

                Trial.Verdict quick = trial.quick(it.blueprint(), it.request(), kept);
                Trial.Verdict full = trial.full(it.blueprint(), it.request(), kept);

                assertThat(quick)
                        .as("case %d: %s", seed, kept)
                        .isIn(
                                Trial.Verdict.UNKNOWN,
                                exists ? Trial.Verdict.UNKNOWN : Trial.Verdict.INFEASIBLE);
                if (kept.contains(Names.SLOTS) || it.request().sets() == 1) {
                    assertThat(full)
                            .as("case %d: %s", seed, kept)
                            .isEqualTo(exists ? Trial.Verdict.FEASIBLE : Trial.Verdict.INFEASIBLE);
                } else {
                    // Several sets of a free size are tried by size: some may be missed.
                    free++;
                    assertThat(full)
                            .as("case %d: %s", seed, kept)
                            .isIn(
                                    Trial.Verdict.UNKNOWN,
                                    exists ? Trial.Verdict.FEASIBLE : Trial.Verdict.INFEASIBLE);
                }
                feasible += full == Trial.Verdict.FEASIBLE ? 1 : 0;
                infeasible += full == Trial.Verdict.INFEASIBLE ? 1 : 0;
            }
        }
        assertThat(feasible).isGreaterThan(CASES);
        assertThat(infeasible).isGreaterThan(CASES);
        assertThat(free).isGreaterThan(CASES / 4);
        assertThat(feasible + infeasible).isGreaterThan(CASES * 6 - free / 4);
    }

    private static List<String> part(Blueprint blueprint, Random random) {
        var names = new LinkedHashSet<String>();
        blueprint.demands().forEach(demand -> names.add(demand.name()));
        names.add(Names.SLOTS);
        names.removeIf(name -> random.nextInt(3) == 0);
        return List.copyOf(names);
    }

    @Test
    void whatWasFoundOnceNeedsNoSearch() {
        List<PoolQuestion> bank = Banks.bank(60, 60, 1);
        Blueprint blueprint = Banks.blueprint(bank, 8, 60);
        AssemblyRequest request = AssemblyRequest.sets(2, 1);
        List<String> all = new ArrayList<>(Trial.dropped(blueprint, List.of()));
        var work = new Work(1L << 40, () -> false);
        var trial = new Trial(new Pool(bank), work);

        assertThat(trial.full(blueprint, request, all)).isEqualTo(Trial.Verdict.FEASIBLE);
        long spent = work.spent();
        assertThat(spent).isPositive();
        for (String name : List.copyOf(all)) {
            var rest = new ArrayList<>(all);
            rest.remove(name);
            assertThat(trial.full(blueprint, request, rest)).isEqualTo(Trial.Verdict.FEASIBLE);
        }
        assertThat(work.spent()).isEqualTo(spent);
    }

    /** Of the last eight finds each is remembered, the ninth last is not. */
    @Test
    void remembersTheLastFinds() {
        var pool = new ArrayList<PoolQuestion>();
        for (int i = 0; i < 9; i++) {
            pool.add(SmallProblems.question(i, "S" + i, 1, 60, Set.of(), 0));
        }
        var work = new Work(1L << 40, () -> false);
        var trial = new Trial(new Pool(pool), work);
        long[] cost = new long[9];
        for (int i = 0; i < 9; i++) {
            cost[i] = costOf(trial, work, i);
            assertThat(cost[i]).isPositive();
        }

        for (int i = 8; i > 0; i--) {
            assertThat(costOf(trial, work, i)).as("find %d", i).isZero();
        }
        assertThat(costOf(trial, work, 0)).isEqualTo(cost[0]);
    }

    private static long costOf(Trial trial, Work work, int section) {
        long before = work.spent();
        var only = new Demand.Quota("S" + section, null, 1, 1);
        var blueprint = new Blueprint(1, 60, List.of(only), List.of());
        assertThat(trial.full(blueprint, AssemblyRequest.one(1), List.of(only.name(), Names.SLOTS)))
                .isEqualTo(Trial.Verdict.FEASIBLE);
        return work.spent() - before;
    }

    @Test
    void setsWithoutQuestionsMeetWhatAsksForNone() {
        var work = new Work(1L << 40, () -> false);
        var pool = new Pool(List.of(SmallProblems.question(1, "S", 1, 60, Set.of("t"), 0)));
        var trial = new Trial(pool, work);
        var blueprint =
                new Blueprint(
                        3,
                        60,
                        List.of(
                                new Demand.Quota("S", null, 0, 2),
                                new Demand.TagQuota("t", 1, 2),
                                new Demand.Include(Set.of("gone")),
                                new Demand.Exclude(Set.of("x"))),
                        List.of());
        AssemblyRequest two = AssemblyRequest.sets(2, 1);

        assertThat(trial.full(blueprint, two, List.of("section S", "exclude")))
                .isEqualTo(Trial.Verdict.FEASIBLE);
        assertThat(work.spent()).isZero();
        assertThat(trial.full(blueprint, two, List.of("tag t")))
                .isEqualTo(Trial.Verdict.INFEASIBLE);
        assertThat(trial.full(blueprint, two, List.of("include")))
                .isEqualTo(Trial.Verdict.INFEASIBLE);
        assertThat(trial.full(blueprint, two, List.of("section S", "slots")))
                .isEqualTo(Trial.Verdict.INFEASIBLE);
    }

    /** Ten of 60 and three of 100 seconds: 300 take three or five, and only five do twice. */
    @Test
    void triesMoreSizesThanTheOneThatFractionsLike() {
        var pool = new ArrayList<PoolQuestion>();
        for (int i = 0; i < 13; i++) {
            pool.add(SmallProblems.question(i, "S", 1, i < 3 ? 100 : 60, Set.of(), 0));
        }
        var time = new Demand.Time(300, 300);
        var blueprint = new Blueprint(9, 300, List.of(time), List.of());
        var trial = new Trial(new Pool(pool), new Work(1L << 40, () -> false));

        assertThat(trial.full(blueprint, AssemblyRequest.sets(2, 1), List.of("seconds")))
                .isEqualTo(Trial.Verdict.FEASIBLE);
        assertThat(trial.full(blueprint, AssemblyRequest.sets(4, 1), List.of("seconds")))
                .isNotEqualTo(Trial.Verdict.FEASIBLE);
    }

    @Test
    void knowsNothingWithoutWork() {
        List<PoolQuestion> bank = Banks.bank(60, 60, 1);
        Blueprint blueprint = Banks.blueprint(bank, 8, 60);
        var work = new Work(1, () -> false);
        work.spend(1);

        assertThat(
                        new Trial(new Pool(bank), work)
                                .full(
                                        blueprint,
                                        AssemblyRequest.sets(2, 1),
                                        List.copyOf(Trial.dropped(blueprint, List.of()))))
                .isEqualTo(Trial.Verdict.UNKNOWN);
    }

    @Test
    void namesWhatIsDropped() {
        var blueprint =
                new Blueprint(
                        3,
                        60,
                        List.of(new Demand.Quota("S", null, 0, 2), new Demand.Time(0, 60)),
                        List.of());

        assertThat(Trial.dropped(blueprint, List.of("section S", "other")))
                .containsExactlyInAnyOrder("slots", "seconds");
        assertThat(Trial.dropped(blueprint, List.of("slots")))
                .containsExactlyInAnyOrder("section S", "seconds");
    }
}
