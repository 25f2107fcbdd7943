package org.interviewplanner.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.interviewplanner.web.session.Shortening.Enemies;
import org.interviewplanner.web.session.Shortening.Least;
import org.interviewplanner.web.session.Shortening.Question;
import org.interviewplanner.web.session.Shortening.Rules;
import org.interviewplanner.web.session.Shortening.Standing;
import org.junit.jupiter.api.Test;

class ShorteningTest {

    /** How good a choice is; smaller is better, the first that differs decides. */
    private record Worth(int missed, int leftOut, int distance, int unused)
            implements Comparable<Worth> {
        @Override
        public int compareTo(Worth other) {
            return Comparator.comparingInt(Worth::missed)
                    .thenComparingInt(Worth::leftOut)
                    .thenComparingInt(Worth::distance)
                    .thenComparingInt(Worth::unused)
                    .compare(this, other);
        }
    }

    @Test
    void findsTheBestOfAllChoicesInManyRandomPlans() {
        var random = new Random(20261125);
        for (int round = 0; round < 150; round++) {
            var plan = new ArrayList<Question>();
            var size = 3 + random.nextInt(7);
            for (int place = 1; place <= size; place++) {
                plan.add(
                        new Question(
                                place,
                                "S" + random.nextInt(3),
                                1 + random.nextInt(3),
                                60 * (1 + random.nextInt(5)),
                                random.nextInt(4) == 0 ? Standing.ASKED : Standing.OPEN));
            }
            plan.replaceAll(ShorteningTest::withoutTimeIfAsked);
            var minima = new ArrayList<Least>();
            for (int i = random.nextInt(3); i > 0; i--) {
                var level = i;
                minima.add(
                        random.nextBoolean()
                                ? section(plan, "S" + i, 1 + random.nextInt(3))
                                : new Least(
                                        places(plan, one -> one.difficulty() == level),
                                        1 + random.nextInt(3)));
            }
            var enemies = new ArrayList<Enemies>();
            for (int i = random.nextInt(3); i > 0; i--) {
                var first = 1 + random.nextInt(size - 1);
                enemies.add(new Enemies(first, first + 1 + random.nextInt(size - first)));
            }
            var rules = new Rules(minima, enemies);
            var seconds = 60 * random.nextInt(14);

            var choice = Shortening.choose(plan, plan, rules, seconds).orElseThrow();

            var best = best(plan, rules, seconds);
            assertThat(worth(plan, minima, seconds, choice.ask()))
                    .as("round %d: %s, %s, %d s", round, plan, rules, seconds)
                    .isEqualTo(best);
            assertThat(
                            holdsEnemies(
                                    plan.stream().filter(Question::isOpen).toList(),
                                    enemies,
                                    choice.ask()))
                    .isFalse();
            assertThat(choice.proved()).isTrue();
            assertThat(choice.missed()).isEqualTo(best.missed());
            assertThat(choice.next() == 0).isEqualTo(choice.ask().isEmpty());
            assertThat(choice.ask().isEmpty() || choice.ask().contains(choice.next())).isTrue();
        }
    }

    @Test
    void keepsEverySectionRatherThanTheFirstQuestions() {
        var plan =
                List.of(
                        new Question(1, "Language", 2, 0, Standing.ASKED),
                        new Question(2, "Language", 3, 300, Standing.OPEN),
                        new Question(3, "Language", 3, 300, Standing.OPEN),
                        new Question(4, "Database", 2, 300, Standing.OPEN),
                        new Question(5, "Database", 3, 300, Standing.OPEN),
                        new Question(6, "Network", 3, 300, Standing.OPEN));

        var choice = Shortening.choose(plan, plan, Rules.NONE, 600).orElseThrow();

        assertThat(choice.ask()).hasSize(2).contains(6).containsAnyOf(4, 5);
        assertThat(choice.leaveOut()).contains(2, 3);
    }

    @Test
    void prefersTheBlueprintsLeastNumbersToMoreQuestions() {
        var plan =
                List.of(
                        new Question(1, "Short", 2, 120, Standing.OPEN),
                        new Question(2, "Short", 2, 120, Standing.OPEN),
                        new Question(3, "Short", 2, 120, Standing.OPEN),
                        new Question(4, "Long", 4, 600, Standing.OPEN));
        var least = new Rules(List.of(section(plan, "Long", 1)), List.of());

        assertThat(Shortening.choose(plan, plan, least, 600).orElseThrow().ask())
                .containsExactly(4);
        assertThat(Shortening.choose(plan, plan, Rules.NONE, 600).orElseThrow().ask())
                .containsExactly(1, 2, 3);
        var tooLate = Shortening.choose(plan, plan, least, 360).orElseThrow();
        assertThat(tooLate.ask()).containsExactly(1, 2, 3);
        assertThat(tooLate.missed()).isEqualTo(1);
    }

    @Test
    void countsTheCurrentQuestionWithTheTimeThatItStillTakes() {
        var plan =
                List.of(
                        new Question(1, "A", 2, 200, Standing.CURRENT),
                        new Question(2, "A", 2, 120, Standing.OPEN),
                        new Question(3, "B", 2, 120, Standing.OPEN));

        var choice = Shortening.choose(plan, plan, Rules.NONE, 320).orElseThrow();

        assertThat(choice.ask()).containsExactly(3);
        assertThat(choice.next()).isEqualTo(3);
        assertThat(Shortening.choose(plan, plan, Rules.NONE, 10).orElseThrow().leaveOut())
                .containsExactly(2, 3);
    }

    @Test
    void dividesSharesIntoWholeNumbers() {
        var plan = new java.util.LinkedHashMap<>(Map.of("A", 5));
        plan.put("B", 3);
        plan.put("C", 2);

        assertThat(Shortening.apportioned(plan, 0)).isEqualTo(Map.of("A", 0, "B", 0, "C", 0));
        assertThat(Shortening.apportioned(plan, 2)).isEqualTo(Map.of("A", 1, "B", 1, "C", 0));
        assertThat(Shortening.apportioned(plan, 3)).isEqualTo(Map.of("A", 1, "B", 1, "C", 1));
        assertThat(Shortening.apportioned(plan, 5)).isEqualTo(Map.of("A", 2, "B", 2, "C", 1));
        assertThat(Shortening.apportioned(plan, 10)).isEqualTo(plan);
    }

    private static Question withoutTimeIfAsked(Question one) {
        return one.standing() == Standing.ASKED
                ? new Question(one.position(), one.section(), one.difficulty(), 0, Standing.ASKED)
                : one;
    }

    private static Least section(List<Question> plan, String section, int min) {
        return new Least(places(plan, one -> one.section().equals(section)), min);
    }

    private static Set<Integer> places(List<Question> plan, Predicate<Question> wanted) {
        return plan.stream().filter(wanted).map(Question::position).collect(Collectors.toSet());
    }

    private static Worth best(List<Question> plan, Rules rules, int seconds) {
        var open = plan.stream().filter(one -> one.standing() == Standing.OPEN).toList();
        Worth best = null;
        for (int bits = 0; bits < 1 << open.size(); bits++) {
            var ask = new ArrayList<Integer>();
            for (int i = 0; i < open.size(); i++) {
                if ((bits >> i & 1) == 1) {
                    ask.add(open.get(i).position());
                }
            }
            if (holdsEnemies(open, rules.enemies(), ask)) {
                continue;
            }
            var worth = worth(plan, rules.minima(), seconds, ask);
            if (worth.unused() >= 0 && (best == null || worth.compareTo(best) < 0)) {
                best = worth;
            }
        }
        return best;
    }

    /** Whether a choice adds somebody's enemy to what is asked. */
    private static boolean holdsEnemies(
            List<Question> open, List<Enemies> enemies, List<Integer> ask) {
        return enemies.stream()
                .anyMatch(pair -> {
                    var isFirstOpen = open.stream().anyMatch(one -> one.position() == pair.first());
                    var isSecondOpen =
                            open.stream().anyMatch(one -> one.position() == pair.second());
                    return (isFirstOpen || isSecondOpen)
                            && (!isFirstOpen || ask.contains(pair.first()))
                            && (!isSecondOpen || ask.contains(pair.second()));
                });
    }

    private static Worth worth(
            List<Question> plan, List<Least> minima, int seconds, List<Integer> ask) {
        var asked =
                plan.stream()
                        .filter(one ->
                                one.standing() != Standing.OPEN || ask.contains(one.position()))
                        .toList();
        var missed = 0;
        for (var least : minima) {
            var can = plan.stream().filter(least::counts).count();
            var has = asked.stream().filter(least::counts).count();
            missed += (int) Math.max(0, Math.min(least.min(), can) - has);
        }
        return new Worth(
                missed,
                plan.size() - asked.size(),
                distance(plan, asked, Question::section)
                        + distance(plan, asked, Question::difficulty),
                seconds - asked.stream().mapToInt(Question::seconds).sum());
    }

    private static <K> int distance(
            List<Question> plan, List<Question> asked, Function<Question, K> kind) {
        var counts = new java.util.LinkedHashMap<K, Integer>();
        plan.forEach(one -> counts.merge(kind.apply(one), 1, Integer::sum));
        var is = new HashMap<K, Integer>();
        asked.forEach(one -> is.merge(kind.apply(one), 1, Integer::sum));
        var distance = 0;
        for (var share : Shortening.apportioned(counts, asked.size()).entrySet()) {
            distance += Math.abs(share.getValue() - is.getOrDefault(share.getKey(), 0));
        }
        return distance;
    }
}
