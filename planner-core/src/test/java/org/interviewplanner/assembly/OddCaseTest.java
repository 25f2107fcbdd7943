package org.interviewplanner.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.interviewplanner.bank.Difficulty;
import org.junit.jupiter.api.Test;

/** What must hold for any blueprint, also where nobody knows the best sets. */
class OddCaseTest {

    private static final int CASES = Integer.getInteger("assembly.cases", 2_000) / 50;
    private static final long LITTLE = 2_000_000;

    @Test
    void boundsHoldForWhatWasReachedAndTheAnswerIsTheSameTwice() {
        int assembled = 0;
        for (long seed = 0; seed < CASES; seed++) {
            OddCase it = OddCase.of(seed);
            var shuffled = new ArrayList<>(it.pool());
            Collections.shuffle(shuffled, new Random(seed));
            AssemblyRequest request = it.request().withWorkLimit(LITTLE);

            Assembly answer =
                    new Assembler().assemble(new Pool(it.pool()), it.blueprint(), request);

            assertThat(new Assembler().assemble(new Pool(shuffled), it.blueprint(), request))
                    .as("case %d", seed)
                    .isEqualTo(answer);
            if (answer instanceof Assembly.Assembled some) {
                assembled++;
                Objective value = some.report().value();
                Objective bound = some.report().bound();
                assertThat(bound.balance()).as("case %d", seed).isBetween(0L, value.balance());
                assertThat(bound.deviation()).as("case %d", seed).isBetween(0L, value.deviation());
                assertThat(bound.exposure()).as("case %d", seed).isBetween(0L, value.exposure());
                assertThat(some.proved()).as("case %d", seed).isEqualTo(value.equals(bound));
            }
        }
        assertThat(assembled).isGreaterThan(CASES / 3);
    }

    @Test
    void nothingBeatsABoundThatLittleWorkGave() {
        for (long seed = 0; seed < CASES / 4; seed++) {
            SmallCase it = SmallCase.of(seed);
            long[] best = BruteForce.best(it.pool(), it.blueprint(), it.request());
            for (long limit : new long[] {500, 5_000, 50_000}) {
                Assembly answer =
                        new Assembler()
                                .assemble(
                                        new Pool(it.pool()),
                                        it.blueprint(),
                                        it.request().withWorkLimit(limit));
                if (answer instanceof Assembly.Assembled some) {
                    assertThat(some.report().bound())
                            .as("case %d", seed)
                            .isLessThanOrEqualTo(new Objective(best[0], best[1], best[2]));
                    assertThat(some.report().value())
                            .isGreaterThanOrEqualTo(new Objective(best[0], best[1], best[2]));
                } else if (answer instanceof Assembly.Infeasible) {
                    assertThat(best).as("case %d", seed).isNull();
                }
            }
        }
    }

    @Test
    void setsThatMayShareEverythingAreEachTheBestSet() {
        List<PoolQuestion> bank = Banks.bank(80, 60, 3);
        Blueprint blueprint = Banks.blueprint(bank, 8, 60);
        var pool = new Pool(bank);
        var one =
                (Assembly.Assembled)
                        new Assembler().assemble(pool, blueprint, AssemblyRequest.one(1));

        var five =
                (Assembly.Assembled)
                        new Assembler()
                                .assemble(
                                        pool, blueprint, AssemblyRequest.sets(5, 1).withOverlap(8));

        assertThat(five.proved()).isTrue();
        assertThat(five.report().value().exposure()).isEqualTo(5 * one.report().value().exposure());
    }

    @Test
    void alikeQuestionsThatMayAllBeSharedStillVaryBySet() {
        var bank = new ArrayList<PoolQuestion>();
        for (int i = 0; i < 30; i++) {
            bank.add(new PoolQuestion("q" + i, "S", Difficulty.BASIC, 300, Set.of(), 0, true));
        }

        var answer =
                (Assembly.Assembled)
                        new Assembler()
                                .assemble(
                                        new Pool(bank),
                                        new Blueprint(3, 900, List.of(), List.of()),
                                        AssemblyRequest.sets(6, 1).withOverlap(3));

        assertThat(Set.copyOf(answer.sets())).hasSizeGreaterThan(3);
    }

    @Test
    void polishingLowersWhatAPoorStartCosts() {
        List<PoolQuestion> bank = Banks.bank(90, 60, 12);
        Blueprint blueprint = Banks.blueprint(bank, 8, 60);
        var request = AssemblyRequest.sets(4, 1);
        Problem problem = Problem.of(new Pool(bank), blueprint, request);
        var best =
                (Assembly.Assembled) new Assembler().assemble(new Pool(bank), blueprint, request);
        int[][] start = new int[4][8];
        int[] order = Search.shuffled(problem.size, 5);
        for (int i = 0; i < 32; i++) {
            start[i / 8][i % 8] = order[i];
        }

        int[][] polished =
                new Polishing(
                                problem,
                                start,
                                Outcome.ZERO,
                                new Work(100_000_000, () -> false),
                                new Random(1))
                        .run();

        Objective value = Outcome.value(problem, polished);
        assertThat(value.deviation()).isZero();
        assertThat(value.exposure())
                .isBetween(
                        best.report().value().exposure(),
                        best.report().value().exposure() * 11 / 10);
    }

    /** Large banks are priced, small ones are searched whole: both must find the same. */
    @Test
    void largeBanksGiveWhatTheirBestPartGives() {
        for (int grid : new int[] {5, 60}) {
            for (int sets : new int[] {1, 4}) {
                List<PoolQuestion> bank = Banks.bank(7_000, grid, 31 + sets);
                Blueprint blueprint = Banks.blueprint(bank, 12, grid);
                var request = AssemblyRequest.sets(sets, 2);

                var whole =
                        (Assembly.Assembled)
                                new Assembler().assemble(new Pool(bank), blueprint, request);

                var chosen = new HashSet<String>();
                whole.sets().forEach(set -> chosen.addAll(set.questions()));
                var part = new ArrayList<PoolQuestion>();
                for (int i = 0; i < bank.size(); i++) {
                    if (i % 3 == 0 || chosen.contains(bank.get(i).id())) {
                        part.add(bank.get(i));
                    }
                }
                var direct =
                        (Assembly.Assembled)
                                new Assembler().assemble(new Pool(part), blueprint, request);
                assertThat(whole.proved()).isTrue();
                assertThat(direct.report().value()).isEqualTo(whole.report().value());
            }
        }
    }
}
