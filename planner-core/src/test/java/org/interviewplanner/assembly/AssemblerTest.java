package org.interviewplanner.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.interviewplanner.bank.Difficulty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssemblerTest {

    private final Assembler assembler = new Assembler();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 12})
    void assemblesAndProvesParallelSets(int sets) {
        List<PoolQuestion> bank = Banks.bank(200, 60, sets);
        Blueprint blueprint = Banks.blueprint(bank, 10, 60);

        Assembly answer =
                assembler.assemble(new Pool(bank), blueprint, AssemblyRequest.sets(sets, 3));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Assembly.Assembled.class,
                        it -> {
                            assertThat(it.sets()).hasSize(sets);
                            assertThat(it.proved()).isTrue();
                            assertThat(it.report().value()).isEqualTo(it.report().bound());
                            assertThat(it.report().value().deviation()).isZero();
                            var all = new HashSet<String>();
                            it.sets().forEach(set -> all.addAll(set.questions()));
                            assertThat(all).hasSize(10 * sets);
                        });
    }

    @Test
    void levelsSetsThatUseTheWholeBank() {
        List<PoolQuestion> bank = Banks.bank(240, 5, 5);
        long total = bank.stream().mapToLong(PoolQuestion::seconds).sum();
        var blueprint = new Blueprint(12, (int) (total / 20 / 5 * 5), List.of(), List.of());

        var answer =
                (Assembly.Assembled)
                        assembler.assemble(new Pool(bank), blueprint, AssemblyRequest.sets(20, 1));

        assertThat(answer.proved()).isTrue();
        assertThat(answer.report().value().deviation()).isLessThanOrEqualTo(5);
    }

    @Test
    void sharesNoMoreThanTheOverlap() {
        List<PoolQuestion> bank = Banks.bank(60, 60, 9);
        Blueprint blueprint = Banks.blueprint(bank, 8, 60);

        var answer =
                (Assembly.Assembled)
                        assembler.assemble(
                                new Pool(bank),
                                blueprint,
                                AssemblyRequest.sets(10, 1).withOverlap(3));

        assertThat(Fairness.of(new Pool(bank), blueprint, answer.sets()).mostShared())
                .isBetween(1, 3);
        assertThat(answer.report().value().deviation())
                .isEqualTo(answer.report().bound().deviation());
    }

    @Test
    void meetsTargetsBeforeTime() {
        List<PoolQuestion> bank = Banks.bank(150, 60, 11);
        var targets = new ArrayList<Target>();
        for (int s = 0; s < 4; s++) {
            targets.add(new Target("S" + s, null, 3));
        }
        var blueprint = new Blueprint(12, 12 * 300, List.of(), targets);

        var answer =
                (Assembly.Assembled)
                        assembler.assemble(new Pool(bank), blueprint, AssemblyRequest.sets(3, 1));

        assertThat(answer.report().value().balance()).isZero();
        assertThat(answer.report().targets())
                .hasSize(4)
                .allSatisfy(it -> assertThat(it.counts()).containsOnly(3));
        assertThat(answer.proved()).isTrue();
    }

    @Test
    void reportsWhatEachSetHas() {
        List<PoolQuestion> bank = Banks.bank(150, 60, 8);
        var demands =
                List.<Demand>of(
                        new Demand.Quota("S0", null, 1, 3),
                        new Demand.TagQuota("t0", 1, 2),
                        new Demand.Time(1_800, 2_400),
                        new Demand.ApprovedOnly());
        var blueprint = new Blueprint(8, 2_100, demands, List.of(new Target("S1", null, 2)));
        var pool = new Pool(bank);

        var answer =
                (Assembly.Assembled)
                        assembler.assemble(pool, blueprint, AssemblyRequest.sets(3, 1));

        var sections = new ArrayList<Integer>();
        var tags = new ArrayList<Integer>();
        var times = new ArrayList<Integer>();
        for (InterviewSet set : answer.sets()) {
            List<PoolQuestion> its = pool.questions(set);
            sections.add((int) its.stream().filter(q -> q.section().equals("S0")).count());
            tags.add((int) its.stream().filter(q -> q.tags().contains("t0")).count());
            times.add(its.stream().mapToInt(PoolQuestion::seconds).sum());
        }
        assertThat(answer.report().demands())
                .containsExactly(
                        new AssemblyReport.Reached("section S0", 1, 3, sections),
                        new AssemblyReport.Reached("tag t0", 1, 2, tags),
                        new AssemblyReport.Reached("seconds", 1_800, 2_400, times));
        assertThat(answer.report().targets())
                .containsExactly(new AssemblyReport.Reached("section S1", 2, 2, List.of(2, 2, 2)));
    }

    /** What is infeasible for a reason that the work does not suffice to show is left open. */
    @Test
    void leavesOpenWhatItCannotExplain() {
        List<Demand> strangers = HardProblems.strangers(50, Set.of());
        strangers.add(new Demand.Quota("S", null, 3, 3));
        for (int tag = 0; tag < 5; tag++) {
            strangers.add(new Demand.TagQuota("t" + tag, 0, 1));
        }
        var blueprint = new Blueprint(3, 180, strangers, List.of());
        var request = AssemblyRequest.one(1);
        Pool pool = HardProblems.pool(50);

        Assembly little = assembler.assemble(pool, blueprint, request.withWorkLimit(200_000));
        Assembly much = assembler.assemble(pool, blueprint, request.withWorkLimit(1_000_000));

        // That there are none is known after 46,000 steps.
        assertThat(little)
                .isInstanceOfSatisfying(
                        Assembly.Undecided.class,
                        it -> assertThat(it.report().work()).isGreaterThan(150_000));
        assertThat(much).isInstanceOf(Assembly.Infeasible.class);
    }

    @Test
    void givesTheSameSetsForTheSameSeedWhateverTheOrderOfTheBank() {
        List<PoolQuestion> bank = Banks.bank(120, 60, 2);
        Blueprint blueprint = Banks.blueprint(bank, 10, 60);
        var shuffled = new ArrayList<>(bank);
        Collections.shuffle(shuffled, new Random(4));

        Assembly one = assembler.assemble(new Pool(bank), blueprint, AssemblyRequest.sets(3, 7));
        Assembly two =
                assembler.assemble(new Pool(shuffled), blueprint, AssemblyRequest.sets(3, 7));

        assertThat(one).isEqualTo(two);
    }

    @Test
    void choosesAmongEqualSetsBySeed() {
        var bank = new ArrayList<PoolQuestion>();
        for (int i = 0; i < 30; i++) {
            bank.add(new PoolQuestion("q" + i, "S", Difficulty.BASIC, 300, Set.of(), 0, true));
        }
        var blueprint = new Blueprint(3, 900, List.of(), List.of());
        var asked = new HashSet<String>();

        for (long seed = 0; seed < 60; seed++) {
            var answer =
                    (Assembly.Assembled)
                            assembler.assemble(
                                    new Pool(bank), blueprint, AssemblyRequest.one(seed));
            asked.addAll(answer.sets().getFirst().questions());
        }

        assertThat(asked).hasSizeGreaterThan(25);
    }

    @Test
    void givesEveryAlikeQuestionTheSameChance() {
        var bank = new ArrayList<PoolQuestion>();
        for (int i = 0; i < 10; i++) {
            bank.add(new PoolQuestion("q" + i, "S", Difficulty.BASIC, 300, Set.of(), 0, true));
        }
        var pool = new Pool(bank);
        var blueprint = new Blueprint(3, 900, List.of(), List.of());
        var asked = new HashMap<String, Integer>();

        for (long seed = 0; seed < 1_000; seed++) {
            var answer =
                    (Assembly.Assembled)
                            assembler.assemble(pool, blueprint, AssemblyRequest.one(seed));
            answer.sets().getFirst().questions().forEach(id -> asked.merge(id, 1, Integer::sum));
        }

        // 300 each are expected; the standard deviation is 14.5.
        assertThat(asked.values()).hasSize(10).allSatisfy(it -> assertThat(it).isBetween(245, 355));
    }

    @Test
    void saysUndecidedWhenTheWorkRunsOutAtOnce() {
        List<PoolQuestion> bank = Banks.bank(200, 5, 1);
        Blueprint blueprint = Banks.blueprint(bank, 10, 5);

        Assembly answer =
                assembler.assemble(
                        new Pool(bank), blueprint, AssemblyRequest.sets(5, 1).withWorkLimit(1));

        assertThat(answer).isInstanceOf(Assembly.Undecided.class);
    }

    @Test
    void neverClaimsMoreThanItProvedHoweverLittleWorkItGets() {
        List<PoolQuestion> bank = Banks.bank(120, 5, 6);
        Blueprint blueprint = Banks.blueprint(bank, 10, 5);
        var pool = new Pool(bank);
        var best =
                (Assembly.Assembled)
                        assembler.assemble(pool, blueprint, AssemblyRequest.sets(2, 1));

        for (long limit = 1_000; limit < 4_000_000; limit *= 3) {
            Assembly answer =
                    assembler.assemble(
                            pool, blueprint, AssemblyRequest.sets(2, 1).withWorkLimit(limit));
            if (answer instanceof Assembly.Assembled some) {
                assertThat(some.report().value()).isGreaterThanOrEqualTo(best.report().value());
                assertThat(some.report().bound()).isLessThanOrEqualTo(best.report().value());
                assertThat(some.proved())
                        .isEqualTo(some.report().value().equals(some.report().bound()));
            } else {
                assertThat(answer).isInstanceOf(Assembly.Undecided.class);
            }
        }
    }

    @Test
    void stopsWhenCancelled() {
        List<PoolQuestion> bank = Banks.bank(3_000, 5, 1);
        Blueprint blueprint = Banks.blueprint(bank, 20, 5);

        Assembly answer =
                assembler.assemble(
                        new Pool(bank),
                        blueprint,
                        AssemblyRequest.sets(60, 1).withCancelled(() -> true));

        assertThat(answer).isInstanceOf(Assembly.Undecided.class);
    }

    @Test
    void putsMustHaveQuestionsIntoEverySet() {
        List<PoolQuestion> bank = Banks.bank(120, 60, 3);
        var demands = new ArrayList<>(Banks.blueprint(bank, 10, 60).demands());
        demands.add(new Demand.Include(Set.of(bank.get(5).id())));
        demands.add(new Demand.Exclude(Set.of(bank.get(6).id())));
        demands.add(new Demand.ApprovedOnly());
        var pool = new Pool(bank);
        var blueprint = new Blueprint(10, 3_000, demands, List.of());
        if (!bank.get(5).approved()) {
            throw new IllegalStateException("the seed must give an approved question");
        }

        var answer =
                (Assembly.Assembled)
                        assembler.assemble(pool, blueprint, AssemblyRequest.sets(3, 1));

        assertThat(answer.sets())
                .allSatisfy(set ->
                        assertThat(set.questions())
                                .contains(bank.get(5).id())
                                .doesNotContain(bank.get(6).id())
                                .allMatch(id -> pool.question(id).approved()));
        assertThat(Fairness.of(pool, blueprint, answer.sets()).overlaps()).isEmpty();
    }

    @Test
    void asksInTheOrderOfThePolicyWithOpenerAndCloser() {
        List<PoolQuestion> bank = Banks.bank(40, 60, 8);
        var pool = new Pool(bank);
        String opener = bank.get(3).id();
        String closer = bank.get(4).id();
        var include = List.<Demand>of(new Demand.Include(Set.of(opener, closer)));
        for (AskingOrder.Policy policy : AskingOrder.Policy.values()) {
            var blueprint =
                    new Blueprint(
                            8, 2_400, include, List.of(), new AskingOrder(policy, opener, closer));

            var answer =
                    (Assembly.Assembled)
                            assembler.assemble(pool, blueprint, AssemblyRequest.one(1));

            List<String> asked = answer.sets().getFirst().questions();
            assertThat(asked).startsWith(opener).endsWith(closer);
            var middle = asked.subList(1, 7).stream().map(pool::question).toList();
            if (policy == AskingOrder.Policy.EASY_TO_HARD) {
                assertThat(middle).extracting(q -> q.difficulty().level()).isSorted();
            }
            if (policy == AskingOrder.Policy.BY_SECTION) {
                assertThat(middle).extracting(PoolQuestion::section).isSorted();
            }
        }
    }

    @Test
    void warmsUpWithTheEasiestQuestion() {
        List<PoolQuestion> bank = Banks.bank(40, 60, 8);
        var pool = new Pool(bank);
        var blueprint = new Blueprint(9, 2_700, List.of(), List.of());

        var answer =
                (Assembly.Assembled) assembler.assemble(pool, blueprint, AssemblyRequest.one(1));

        var asked = answer.sets().getFirst().questions().stream().map(pool::question).toList();
        assertThat(asked.getFirst().difficulty())
                .isEqualTo(asked.stream().map(PoolQuestion::difficulty).min(Enum::compareTo).get());
        assertThat(asked.subList(1, 9)).extracting(PoolQuestion::section).isSorted();
    }

    @Test
    void redrawsASlotSoThatEveryDemandStillHolds() {
        List<PoolQuestion> bank = Banks.bank(150, 60, 4);
        Blueprint blueprint = Banks.blueprint(bank, 10, 60);
        var pool = new Pool(bank);
        var request = AssemblyRequest.sets(3, 1);
        var answer = (Assembly.Assembled) assembler.assemble(pool, blueprint, request);

        List<Replacement> three =
                assembler.replacements(pool, blueprint, request, answer.sets(), 2, 4, 3);

        String old = answer.sets().get(1).questions().get(3);
        assertThat(three).hasSize(3).isSortedAccordingTo((a, b) -> a.value().compareTo(b.value()));
        for (Replacement it : three) {
            var ids = new ArrayList<>(answer.sets().get(1).questions());
            ids.set(3, it.question());
            var changed = new ArrayList<>(answer.sets());
            changed.set(1, InterviewSet.of(ids));
            Objective value = new Checker(pool, blueprint, request).check(changed);
            assertThat(it.question()).isNotEqualTo(old);
            assertThat(value).isEqualTo(it.value());
            assertThat(it.exposure())
                    .isEqualTo(value.exposure() - answer.report().value().exposure());
            assertThat(it.exposure()).isGreaterThanOrEqualTo(0);
        }
    }

    @Test
    void redrawsNoMustHaveQuestion() {
        List<PoolQuestion> bank = Banks.bank(50, 60, 4);
        var pool = new Pool(bank);
        var blueprint =
                new Blueprint(
                        3, 900, List.of(new Demand.Include(Set.of(bank.get(7).id()))), List.of());
        var request = AssemblyRequest.one(1);
        var answer = (Assembly.Assembled) assembler.assemble(pool, blueprint, request);
        int position = answer.sets().getFirst().questions().indexOf(bank.get(7).id()) + 1;

        assertThat(assembler.replacements(pool, blueprint, request, answer.sets(), 1, position, 3))
                .isEmpty();
        assertThatThrownBy(() ->
                        assembler.replacements(pool, blueprint, request, answer.sets(), 2, 1, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The set (2), position (1) and most (3) must name a slot and a number.");
    }

    @Test
    void measuresCapacityAndWhatToWriteNext() {
        var bank = new ArrayList<PoolQuestion>();
        for (int i = 0; i < 40; i++) {
            boolean security = i < 6;
            bank.add(
                    new PoolQuestion(
                            "q" + i,
                            security ? "Security" : "SQL",
                            Difficulty.ADVANCED,
                            300,
                            Set.of(),
                            0,
                            true));
        }
        var blueprint =
                new Blueprint(
                        4,
                        1_200,
                        List.of(
                                new Demand.Quota("Security", null, 2, 4),
                                new Demand.Quota("SQL", null, 1, 4)),
                        List.of());

        Capacity capacity =
                assembler.capacity(new Pool(bank), blueprint, AssemblyRequest.sets(20, 1));

        assertThat(capacity.sets()).isEqualTo(3);
        assertThat(capacity.isExact()).isTrue();
        assertThat(capacity.clash()).containsExactly("section Security");
        assertThat(capacity.next()).isEqualTo(new Capacity.Writing("section Security", 2, 1));
        assertThat(capacity.next().message())
                .isEqualTo("2 more question(s) for section Security give 1 more set(s).");
    }

    @Test
    void capacityStopsAtWhatWasAskedFor() {
        List<PoolQuestion> bank = Banks.bank(100, 60, 4);
        var blueprint = new Blueprint(5, 1_500, List.of(), List.of());

        assertThat(assembler.capacity(new Pool(bank), blueprint, AssemblyRequest.sets(7, 1)))
                .isEqualTo(new Capacity(7, 7, List.of(), null));
        assertThat(
                        assembler
                                .capacity(new Pool(bank), blueprint, AssemblyRequest.sets(50, 1))
                                .sets())
                .isEqualTo(20);
    }
}
