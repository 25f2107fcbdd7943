package org.interviewplanner.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.interviewplanner.bank.Duplicates.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class DuplicatesTest {

    @Test
    void findsTheSameWordsInOtherMarkup() {
        var pairs = Duplicates.find(entries("What is `null`?", "What is a list?", "what is NULL"));

        assertThat(pairs)
                .containsExactly(
                        new DuplicatePair(
                                "1",
                                "3",
                                true,
                                1,
                                "The same words, apart from markup, case and punctuation."));
    }

    @Test
    void pairsEachRepetitionWithTheFirst() {
        var pairs = Duplicates.find(entries("Why SQL?", "Why SQL?", "**Why SQL?**", "why sql"));

        assertThat(pairs).extracting(DuplicatePair::first).containsExactly("1", "1", "1");
        assertThat(pairs).extracting(DuplicatePair::second).containsExactly("2", "3", "4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What is a deadlock? | Explain deadlocks.",
                "How do you implement caching? | Describe how you would handle caching.",
                "How do you force HTTPS? | How would one force SSL everywhere?",
                "Was ist eine Verklemmung? | Erkläre, wie Verklemmungen entstehen.",
                "Что такое взаимоблокировка? | Расскажите о взаимоблокировках.",
                "O que é uma transação? | Explique para que serve a transação.",
                "ما هو الجمود؟ | اشرح الجمود.",
                "什么是死锁？ | 请解释死锁。"
            })
    void findsTheSameQuestionInOtherWords(String one, String other) {
        assertThat(Duplicates.find(amongOthers(one, other)))
                .extracting(DuplicatePair::first, DuplicatePair::second)
                .contains(tuple("one", "other"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What does the `PageView` class do? | What does the `ChartView` class do?",
                "How do you handle file uploads? | How do you handle file downloads?",
                "What is the purpose of `pre_init`? | What is the purpose of `post_exit`?",
                "How do you create a table? | How do you create a thread?",
                "What is Ctrl-C for? | What is Ctrl-D for?",
                "How do you learn the language C? | How do you learn the language R?",
                "What is the role of the cache's index? | What is the role of the cache's owner?"
            })
    void ranksQuestionsThatDifferInTheOneWordThatMattersBelowParaphrases(String one, String other) {
        var paraphrase =
                "Tell me about " + one.replaceAll("(?i)^(what does|how do you|what is)", "");

        var pairs = Duplicates.find(entries(one, paraphrase, other), 0.001);

        assertThat(score(pairs, "1", "2")).isGreaterThan(2 * score(pairs, "1", "3"));
    }

    @Test
    void seesAQuestionInsideAnother() {
        var pairs =
                Duplicates.find(
                        amongOthers(
                                "How do you use a semaphore for a pool?",
                                "How does a semaphore protect a pool of printers from overload?"));

        assertThat(pairs)
                .filteredOn(it -> it.second().equals("other"))
                .singleElement()
                .extracting(DuplicatePair::reason)
                .asString()
                .startsWith("Both name “semaphore”, “pool”; only one names ");
    }

    @Test
    void saysWhatTheTwoShareAndWhatSetsThemApart() {
        var pairs =
                Duplicates.find(
                        List.of(
                                new Entry("a", "What is `MAX_AGE` for?", List.of("Caching")),
                                new Entry(
                                        "b", "How do you set `MAX_AGE` safely?", List.of("HTTP"))));

        assertThat(pairs)
                .extracting(DuplicatePair::reason)
                .containsExactly(
                        "Both name “MAX_AGE”, “MAX”, “AGE”; only one names “safely”. They stand in different sections.");
    }

    @Test
    void namesTheBestPairFirst() {
        var pairs =
                Duplicates.find(
                        entries(
                                "How do you rotate log files?",
                                "What is log rotation?",
                                "How do log files get rotated?"),
                        0.001);

        assertThat(pairs)
                .isSortedAccordingTo(Comparator.comparingDouble(DuplicatePair::score).reversed());
    }

    @Test
    void findsNothingAmongNothing() {
        assertThat(Duplicates.find(List.of())).isEmpty();
        assertThat(Duplicates.find(entries("???", "!", "`", "What is it?"))).isEmpty();
    }

    @Test
    void comparesATenThousandBankWithoutComparingAllPairs() {
        // Every question shares its two common words with all others and one rare word with one.
        var bank =
                IntStream.range(0, 10_000)
                        .mapToObj(i ->
                                new Entry(
                                        "q" + i,
                                        "%s the common server word%d"
                                                .formatted(i % 2 == 0 ? "Explain" : "Why", i / 2),
                                        List.of()))
                        .toList();

        var pairs = Duplicates.find(bank);

        assertThat(pairs).hasSize(5_000);
        assertThat(pairs.getFirst().first()).isEqualTo("q0");
    }

    @Test
    void comparesAnythingThatMayStandInABank() {
        var random = new Random(11);
        var wordings =
                new ArrayList<>(
                        List.of(
                                "a-".repeat(50_000),
                                "a_B.".repeat(50_000),
                                "x'".repeat(50_000),
                                "words and ".repeat(20_000),
                                "字".repeat(50_000)));
        for (int i = 0; i < 300; i++) {
            wordings.add(
                    "x"
                            + random.ints(1 + random.nextInt(40), 32, 0x3100)
                                    .mapToObj(Character::toString)
                                    .collect(Collectors.joining()));
        }

        var pairs = Duplicates.find(entries(wordings.toArray(String[]::new)));

        assertThat(pairs).allMatch(it -> it.score() > 0 && it.score() <= 1);
    }

    @Test
    void refusesAnIdUsedTwice() {
        var twice = List.of(new Entry("x", "Why?", List.of()), new Entry("x", "How?", List.of()));

        assertThatThrownBy(() -> Duplicates.find(twice))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The id (x) must not be used by two questions.");
    }

    @Test
    void ranksAnnotatedPairsFarBetterThanStringSimilarity() {
        var folder = System.getenv("INTERVIEWPLANNER_SEED");
        if (folder == null) {
            System.out.println(
                    "INTERVIEWPLANNER_SEED is not set: duplicates were not compared with annotated pairs.");
        }
        assumeTrue(folder != null);
        var truth =
                new ObjectMapper()
                        .readTree(
                                Path.of(Objects.requireNonNull(folder), "django.truth.json")
                                        .toFile());
        var bank = new ArrayList<Entry>();
        for (var question : truth.get("questions")) {
            var section = new ArrayList<String>();
            question.get("section").forEach(it -> section.add(it.asString()));
            bank.add(
                    new Entry(
                            question.get("id").asString(),
                            question.get("text").asString(),
                            section));
        }
        var same = annotated(truth);

        var found = Duplicates.find(bank);
        double own = averagePrecision(bank, same, ranking(Duplicates.find(bank, 1e-9)));
        double edits = averagePrecision(bank, same, DuplicatesTest::editLikeness);
        double characters = averagePrecision(bank, same, DuplicatesTest::characterLikeness);
        long right = found.stream().filter(it -> same.contains(ids(it))).count();

        System.out.printf(
                "%d annotated pairs among %d: average precision %.3f; edit distance %.3f, pairs of characters %.3f%n",
                same.size(), bank.size() * (bank.size() - 1) / 2, own, edits, characters);
        System.out.printf(
                "at the threshold %.2f: %d pairs, precision %.2f, recall %.2f%n",
                Duplicates.WORTH_A_LOOK,
                found.size(),
                right / (double) found.size(),
                right / (double) same.size());
        assertThat(own).isGreaterThan(2 * Math.max(edits, characters));
    }

    private static Set<Set<String>> annotated(JsonNode truth) {
        var same = new HashSet<Set<String>>();
        for (var pair : truth.get("near_duplicates")) {
            if (!pair.get("tier").asString().equals("C")) {
                same.add(Set.of(pair.get("a").asString(), pair.get("b").asString()));
            }
        }
        return same;
    }

    private static ToDoubleBiFunction<Entry, Entry> ranking(List<DuplicatePair> pairs) {
        var scores = new HashMap<Set<String>, Double>();
        pairs.forEach(it -> scores.put(ids(it), it.score()));
        return (a, b) -> scores.getOrDefault(Set.of(a.id(), b.id()), 0.0);
    }

    private static Set<String> ids(DuplicatePair pair) {
        return Set.of(pair.first(), pair.second());
    }

    /**
     * Mean, over the annotated pairs, of the precision down to each in the ranking of all pairs.
     */
    private static double averagePrecision(
            List<Entry> bank, Set<Set<String>> same, ToDoubleBiFunction<Entry, Entry> likeness) {
        var all = new ArrayList<Map.Entry<Double, Boolean>>();
        for (int i = 0; i < bank.size(); i++) {
            for (int j = i + 1; j < bank.size(); j++) {
                var pair = Set.of(bank.get(i).id(), bank.get(j).id());
                all.add(
                        Map.entry(
                                likeness.applyAsDouble(bank.get(i), bank.get(j)),
                                same.contains(pair)));
            }
        }
        all.sort(Comparator.comparingDouble((Map.Entry<Double, Boolean> it) -> -it.getKey()));
        double sum = 0;
        int right = 0;
        for (int rank = 1; rank <= all.size(); rank++) {
            if (all.get(rank - 1).getValue()) {
                right++;
                sum += right / (double) rank;
            }
        }
        return sum / same.size();
    }

    private static double characterLikeness(Entry a, Entry b) {
        return Wordings.likeness(
                Wordings.pairs(Wordings.normal(a.wording())),
                Wordings.pairs(Wordings.normal(b.wording())));
    }

    /** 1 minus Levenshtein's distance over the length of the longer. */
    private static double editLikeness(Entry one, Entry other) {
        var a = Words.fold(one.wording());
        var b = Words.fold(other.wording());
        var above = IntStream.rangeClosed(0, b.length()).toArray();
        for (int i = 1; i <= a.length(); i++) {
            var row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return 1 - above[b.length()] / (double) Math.max(a.length(), b.length());
    }

    private static double score(List<DuplicatePair> pairs, String first, String second) {
        return pairs.stream()
                .filter(it -> it.first().equals(first) && it.second().equals(second))
                .mapToDouble(DuplicatePair::score)
                .findFirst()
                .orElse(0);
    }

    /** In a small bank all terms are rare, so nothing can be told from their rarity. */
    private static List<Entry> amongOthers(String one, String other) {
        var bank = new ArrayList<Entry>();
        for (int i = 0; i < 200; i++) {
            bank.add(
                    new Entry(
                            "q" + i,
                            "Explain topic%d of system%d in area%d.".formatted(i, i % 20, i % 5),
                            List.of()));
        }
        bank.add(new Entry("one", one, List.of()));
        bank.add(new Entry("other", other, List.of()));
        return bank;
    }

    private static List<Entry> entries(String... wordings) {
        return IntStream.range(0, wordings.length)
                .mapToObj(i -> new Entry(String.valueOf(i + 1), wordings[i], List.of()))
                .toList();
    }
}
