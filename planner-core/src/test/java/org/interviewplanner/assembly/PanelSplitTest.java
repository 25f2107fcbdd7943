package org.interviewplanner.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.interviewplanner.bank.Difficulty;
import org.junit.jupiter.api.Test;

/** Divided sets, compared with every way to divide them. */
class PanelSplitTest {

    @Test
    void noOtherDivisionHasALighterHeaviestShare() {
        for (long seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            int slots = 1 + random.nextInt(7);
            int sections = 1 + random.nextInt(5);
            int raters = 1 + random.nextInt(4);
            var questions = new ArrayList<PoolQuestion>();
            for (int i = 0; i < slots; i++) {
                questions.add(
                        question("q" + i, "S" + random.nextInt(sections), random.nextInt(900)));
            }
            Pool pool = new Pool(questions);
            InterviewSet set = InterviewSet.of(questions.stream().map(PoolQuestion::id).toList());

            List<PanelSplit.Share> shares = PanelSplit.of(pool, set, raters).shares();

            assertThat(shares).as("case %d", seed).hasSize(raters);
            assertThat(shares.stream().flatMap(it -> it.slots().stream()))
                    .containsExactlyInAnyOrderElementsOf(set.slots());
            int last = 0;
            for (PanelSplit.Share share : shares) {
                assertThat(share.slots()).extracting(Slot::position).isSorted();
                assertThat(share.seconds())
                        .isEqualTo(
                                share.slots().stream()
                                        .mapToLong(it -> pool.question(it.question()).seconds())
                                        .sum());
                int first =
                        share.slots().isEmpty()
                                ? Integer.MAX_VALUE
                                : share.slots().getFirst().position();
                assertThat(first).as("case %d", seed).isGreaterThanOrEqualTo(last);
                last = first;
            }
            Map<String, Long> bundles = bundles(questions, raters);
            assertThat(shares.stream().mapToLong(PanelSplit.Share::seconds).max().orElseThrow())
                    .as("case %d", seed)
                    .isEqualTo(lightest(List.copyOf(bundles.values()), 0, new long[raters]));
            if (bundles.size() < slots) {
                for (PoolQuestion one : questions) {
                    for (PoolQuestion other : questions) {
                        if (one.section().equals(other.section())) {
                            assertThat(owner(shares, one)).isEqualTo(owner(shares, other));
                        }
                    }
                }
            }
        }
    }

    /** Seconds by section, or by question if there are fewer sections than raters. */
    private static Map<String, Long> bundles(List<PoolQuestion> questions, int raters) {
        var bundles = new HashMap<String, Long>();
        questions.forEach(it -> bundles.merge(it.section(), (long) it.seconds(), Long::sum));
        if (bundles.size() < raters) {
            bundles.clear();
            questions.forEach(it -> bundles.put(it.id(), (long) it.seconds()));
        }
        return bundles;
    }

    private static long lightest(List<Long> bundles, int at, long[] load) {
        if (at == bundles.size()) {
            return Arrays.stream(load).max().orElseThrow();
        }
        long best = Long.MAX_VALUE;
        for (int rater = 0; rater < load.length; rater++) {
            load[rater] += bundles.get(at);
            best = Math.min(best, lightest(bundles, at + 1, load));
            load[rater] -= bundles.get(at);
        }
        return best;
    }

    private static int owner(List<PanelSplit.Share> shares, PoolQuestion question) {
        for (int i = 0; i < shares.size(); i++) {
            if (shares.get(i).slots().stream()
                    .anyMatch(it -> it.question().equals(question.id()))) {
                return i;
            }
        }
        return -1;
    }

    @Test
    void fortyQuestionsOfAsManySectionsAreDividedWithinASecondOfTheMean() {
        var random = new Random(7);
        var questions = new ArrayList<PoolQuestion>();
        for (int i = 0; i < 40; i++) {
            questions.add(question("q" + i, "S" + i, 60 + random.nextInt(600)));
        }
        InterviewSet set = InterviewSet.of(questions.stream().map(PoolQuestion::id).toList());
        long total = questions.stream().mapToLong(PoolQuestion::seconds).sum();

        PanelSplit split = PanelSplit.of(new Pool(questions), set, 3);

        assertThat(split.shares())
                .extracting(PanelSplit.Share::seconds)
                .allSatisfy(it -> assertThat(it).isBetween(total / 3 - 20, total / 3 + 20));
    }

    private static PoolQuestion question(String id, String section, int seconds) {
        return new PoolQuestion(id, section, Difficulty.BASIC, seconds, Set.of(), 0, true);
    }
}
