package org.interviewplanner.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.interviewplanner.bank.Difficulty;
import org.junit.jupiter.api.Test;

/** Sets that were found before count for another blueprint only if they meet it. */
class WitnessTest {

    private static final Witness WITNESS = witness(new int[][] {{0, 1}, {2, 3}, {3, 4}});

    @Test
    void firstSetsMeetWhatTheyHold() {
        assertThat(meets(1)).isTrue();
        assertThat(meets(2)).isTrue();
        assertThat(meets(1, new Demand.Quota("S0", null, 2, 2))).isTrue();
        assertThat(meets(1, new Demand.Quota("S0", null, 3, 3))).isFalse();
        assertThat(meets(1, new Demand.Quota("S0", null, 1, 1))).isFalse();
        assertThat(meets(1, new Demand.TagQuota("t1", 1, 1))).isTrue();
        assertThat(meets(1, new Demand.TagQuota("t1", 0, 0))).isFalse();
        assertThat(meets(1, new Demand.Time(61, 61))).isTrue();
        assertThat(meets(1, new Demand.Time(62, 90))).isFalse();
        assertThat(meets(1, new Demand.Time(0, 60))).isFalse();
        assertThat(meets(1, new Demand.Include(Set.of("q0")))).isTrue();
        assertThat(meets(1, new Demand.Include(Set.of("q0", "q2")))).isFalse();
        assertThat(meets(1, new Demand.Exclude(Set.of("q2")))).isTrue();
        assertThat(meets(1, new Demand.Exclude(Set.of("q1")))).isFalse();
        assertThat(meets(1, new Demand.Enemies("q0", "q2"))).isTrue();
        assertThat(meets(1, new Demand.Enemies("q0", "q1"))).isFalse();
        assertThat(meets(1, new Demand.ApprovedOnly())).isTrue();
        assertThat(meets(2, new Demand.ApprovedOnly())).isFalse();
    }

    @Test
    void sizesCountUnlessTheyAreDropped() {
        var three = new Blueprint(3, 0, List.of(), List.of());

        assertThat(WITNESS.meets(three, AssemblyRequest.one(1), Set.of())).isFalse();
        assertThat(WITNESS.meets(three, AssemblyRequest.one(1), Set.of("slots"))).isTrue();
    }

    @Test
    void whatIsDroppedNeedNotBeMet() {
        var blueprint = new Blueprint(2, 0, List.of(new Demand.Quota("S0", null, 1, 1)), List.of());

        assertThat(WITNESS.meets(blueprint, AssemblyRequest.one(1), Set.of("section S0"))).isTrue();
    }

    @Test
    void moreSetsThanThereAreAreNotMet() {
        assertThat(
                        WITNESS.meets(
                                new Blueprint(2, 0, List.of(), List.of()),
                                AssemblyRequest.sets(4, 1).withOverlap(2),
                                Set.of()))
                .isFalse();
    }

    @Test
    void setsShareNoMoreThanTheOverlapButForMustHaves() {
        var blueprint = new Blueprint(2, 0, List.of(), List.of());
        var request = AssemblyRequest.sets(3, 1);
        var both = witness(new int[][] {{0, 1}, {0, 2}});
        var needed = new Blueprint(2, 0, List.of(new Demand.Include(Set.of("q0"))), List.of());

        assertThat(WITNESS.meets(blueprint, request, Set.of())).isFalse();
        assertThat(WITNESS.meets(blueprint, request.withOverlap(1), Set.of())).isTrue();
        assertThat(both.meets(blueprint, AssemblyRequest.sets(2, 1), Set.of())).isFalse();
        assertThat(both.meets(needed, AssemblyRequest.sets(2, 1), Set.of())).isTrue();
        assertThat(both.meets(needed, AssemblyRequest.sets(2, 1), Set.of("include"))).isFalse();
    }

    private static boolean meets(int sets, Demand... demands) {
        return WITNESS.meets(
                new Blueprint(2, 0, List.of(demands), List.of()),
                AssemblyRequest.sets(sets, 1),
                Set.of());
    }

    /** Of five questions: the first two of section S0, i with the tag ti, 30 + i s, q3 a draft. */
    private static Witness witness(int[][] sets) {
        var pool = new ArrayList<PoolQuestion>();
        for (int i = 0; i < 5; i++) {
            pool.add(
                    new PoolQuestion(
                            "q" + i,
                            i < 2 ? "S0" : "S1",
                            Difficulty.BASIC,
                            30 + i,
                            Set.of("t" + i),
                            0,
                            i != 3));
        }
        return Witness.of(
                Problem.of(
                        new Pool(pool),
                        new Blueprint(2, 0, List.of(), List.of()),
                        AssemblyRequest.one(1)),
                sets);
    }
}
