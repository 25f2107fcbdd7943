package org.interviewplanner.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Replacements, compared with putting every question of the pool into the slot. */
class RedrawTest {

    private static final int CASES = Integer.getInteger("assembly.cases", 2_000) / 4;

    @Test
    void theBestOfAllThatKeepEveryDemandComeFirst() {
        int some = 0;
        // In the last case another set is the least balanced one.
        long[] seeds =
                LongStream.concat(LongStream.range(0, CASES), LongStream.of(1_949)).toArray();
        for (long seed : seeds) {
            SmallCase it = SmallCase.of(seed);
            var pool = new Pool(it.pool());
            var assembler = new Assembler();
            if (assembler.assemble(pool, it.blueprint(), it.request())
                    instanceof Assembly.Assembled answer) {
                List<InterviewSet> sets = answer.sets();
                int set = (int) (seed % sets.size());
                int position = (int) (seed / 7 % it.blueprint().slots());
                int most = (int) (seed % 4);
                List<Objective> expected = new ArrayList<>();
                if (!isMustHave(it, sets.get(set).questions().get(position))) {
                    for (PoolQuestion question : it.pool()) {
                        Objective value = value(it, pool, sets, set, position, question.id());
                        if (value != null) {
                            expected.add(value);
                        }
                    }
                }
                expected.sort(null);
                some += expected.isEmpty() ? 0 : 1;

                List<Replacement> found =
                        assembler.replacements(
                                pool,
                                it.blueprint(),
                                it.request(),
                                sets,
                                set + 1,
                                position + 1,
                                most);

                assertThat(found)
                        .as("case %d", seed)
                        .extracting(Replacement::value)
                        .containsExactlyElementsOf(
                                expected.subList(0, Math.min(most, expected.size())));
                Objective before = assembler.value(pool, it.blueprint(), it.request(), sets);
                assertThat(before).isEqualTo(answer.report().value());
                for (Replacement replacement : found) {
                    Objective value = replacement.value();
                    assertThat(value(it, pool, sets, set, position, replacement.question()))
                            .isEqualTo(value);
                    assertThat(replacement.balance()).isEqualTo(value.balance() - before.balance());
                    assertThat(replacement.deviation())
                            .isEqualTo(value.deviation() - before.deviation());
                    assertThat(replacement.exposure())
                            .isEqualTo(value.exposure() - before.exposure());
                }
            }
        }
        assertThat(some).isGreaterThan(CASES / 10);
    }

    private static boolean isMustHave(SmallCase it, String id) {
        return it.blueprint().demands().stream()
                .anyMatch(demand ->
                        demand instanceof Demand.Include include
                                && include.questions().contains(id));
    }

    /** How good the sets are with another question in a slot; null if that breaks a demand. */
    private static Objective value(
            SmallCase it,
            Pool pool,
            List<InterviewSet> sets,
            int set,
            int position,
            String question) {
        var ids = new ArrayList<>(sets.get(set).questions());
        if (ids.contains(question)) {
            return null;
        }
        ids.set(position, question);
        var changed = new ArrayList<>(sets);
        changed.set(set, InterviewSet.of(ids));
        try {
            return new Checker(pool, it.blueprint(), it.request()).check(changed);
        } catch (IllegalStateException broken) {
            return null;
        }
    }
}
