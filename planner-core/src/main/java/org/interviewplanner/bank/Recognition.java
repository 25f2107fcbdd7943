package org.interviewplanner.bank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.interviewplanner.bank.BankDiff.Change;
import org.interviewplanner.bank.BankDiff.Created;
import org.interviewplanner.bank.BankDiff.Revised;
import org.interviewplanner.bank.BankDiff.Unchanged;
import org.jspecify.annotations.Nullable;

/**
 * Finds for each parsed question the stored one that it is; every stored question is found at most
 * once.
 */
final class Recognition {
    /**
     * Below this likeness two wordings are different questions; above it one is the other,
     * reworded.
     */
    private static final double SAME_SECTION_LIKENESS = 0.72;

    private static final double ELSEWHERE_LIKENESS = 0.85;

    /**
     * How many stored questions with a shared rare pair of words are compared with one parsed
     * question.
     */
    private static final int MAX_CANDIDATES = 200;

    private final List<ParsedQuestion> parsed;
    private final List<StoredQuestion> stored;
    private final List<String> parsedNormals;
    private final List<String> storedNormals;
    private final @Nullable Change[] changes;
    private final boolean[] found;
    private final int[] depths;

    /** How deep the questions lie that are looked for now. */
    private int depth;

    /**
     * @throws IllegalArgumentException if two stored questions share an id
     */
    Recognition(List<ParsedQuestion> parsed, List<StoredQuestion> stored) {
        this.parsed = parsed;
        this.stored = stored;
        if (stored.stream().map(StoredQuestion::id).distinct().count() != stored.size()) {
            throw new IllegalArgumentException("The stored questions must have unique ids.");
        }
        parsedNormals = parsed.stream().map(it -> Wordings.normal(it.wording())).toList();
        storedNormals = stored.stream().map(it -> Wordings.normal(it.wording())).toList();
        changes = new Change[parsed.size()];
        found = new boolean[stored.size()];
        depths = new int[parsed.size()];
        for (int p = 0; p < depths.length; p++) {
            int parent = parsed.get(p).parent();
            depths[p] = parent < 0 ? 0 : depths[parent] + 1;
        }
    }

    BankDiff diff() {
        // A follow-up is known by the question that it follows: that comes first.
        int deepest = Arrays.stream(depths).max().orElse(0);
        for (depth = 0; depth <= deepest; depth++) {
            find();
        }
        var missing = new ArrayList<String>();
        for (int s = 0; s < stored.size(); s++) {
            if (!found[s]) {
                missing.add(stored.get(s).id());
            }
        }
        var all = new ArrayList<Change>(parsed.size());
        for (var change : changes) {
            all.add(change == null ? new Created() : change);
        }
        return new BankDiff(all, missing);
    }

    private void find() {
        byKey();
        byWords(
                (it, at) -> List.of(storedNormals.get(at)),
                "It has the same words, in the same section.",
                this::sameSection);
        byWords(
                (it, at) -> List.of(storedNormals.get(at)),
                "It has the same words, in another section.",
                (p, s) -> true);
        byWords(
                (it, at) -> it.formerWordings().stream().map(Wordings::normal).toList(),
                "A person has changed this wording since.",
                this::sameSection);
        byWords(
                (it, at) -> it.formerWordings().stream().map(Wordings::normal).toList(),
                "A person has changed this wording since, or moved it.",
                (p, s) -> true);
        byLikeness();
    }

    private void byKey() {
        var byKey = new HashMap<QuestionKey, Integer>();
        for (int s = 0; s < stored.size(); s++) {
            var key = stored.get(s).key();
            if (key != null) {
                byKey.putIfAbsent(key, s);
            }
        }
        for (int p = 0; p < parsed.size(); p++) {
            var key = parsed.get(p).key();
            var s = key == null ? null : byKey.get(key);
            if (s == null || found[s] || depths[p] != depth) {
                continue;
            }
            boolean known =
                    parsedNormals.get(p).equals(storedNormals.get(s))
                            || stored.get(s).formerWordings().stream()
                                    .map(Wordings::normal)
                                    .anyMatch(parsedNormals.get(p)::equals);
            take(p, s, known, "It has the key (%s).".formatted(key));
        }
    }

    /**
     * Explicit keys overrule words: two different keys are two questions. And two follow-ups are
     * one only if they follow up the same question: "Why?" can be asked of many.
     */
    private boolean mayBe(int p, int s) {
        var parsedKey = parsed.get(p).key();
        var storedKey = stored.get(s).key();
        if (parsedKey != null && storedKey != null && !parsedKey.equals(storedKey)) {
            return false;
        }
        int parent = parsed.get(p).parent();
        var follows = stored.get(s).follows();
        return parent < 0 || follows == null || follows.equals(idOf(changes[parent]));
    }

    private static @Nullable String idOf(@Nullable Change change) {
        return switch (change) {
            case Revised revised -> revised.id();
            case Unchanged unchanged -> unchanged.id();
            case Created created -> null;
            case null -> null;
        };
    }

    private interface Words {
        List<String> of(StoredQuestion question, int at);
    }

    /** Pairs equal normal forms in order, so that identical texts keep their places. */
    private void byWords(Words words, String reason, BiPredicate<Integer, Integer> condition) {
        Map<String, List<Integer>> places = new HashMap<>();
        for (int s = 0; s < stored.size(); s++) {
            if (!found[s]) {
                for (var normal : words.of(stored.get(s), s)) {
                    places.computeIfAbsent(normal, it -> new ArrayList<>()).add(s);
                }
            }
        }
        places.values()
                .forEach(it -> it.sort(Comparator.comparingInt(s -> stored.get(s).position())));
        for (int p = 0; p < parsed.size(); p++) {
            if (changes[p] != null || depths[p] != depth) {
                continue;
            }
            int at = p;
            places.getOrDefault(parsedNormals.get(p), List.of()).stream()
                    .filter(s -> !found[s] && mayBe(at, s) && condition.test(at, s))
                    .findFirst()
                    .ifPresent(s -> take(at, s, true, reason));
        }
    }

    private record Pair(int parsed, int stored, double likeness, boolean sameSection) {}

    /** The most similar pairs of what is left become revisions, the best pair first. */
    private void byLikeness() {
        Map<String, List<Integer>> byWord = new HashMap<>();
        List<Set<String>> storedPairs = new ArrayList<>();
        for (int s = 0; s < stored.size(); s++) {
            storedPairs.add(found[s] ? Set.of() : Wordings.pairs(storedNormals.get(s)));
            if (!found[s]) {
                for (var word : words(stored.get(s).wording())) {
                    byWord.computeIfAbsent(word, it -> new ArrayList<>()).add(s);
                }
            }
        }
        var pairs = new ArrayList<Pair>();
        for (int p = 0; p < parsed.size(); p++) {
            if (changes[p] == null && depths[p] == depth) {
                addPairs(p, byWord, storedPairs, pairs);
            }
        }
        pairs.sort(
                Comparator.comparingDouble(
                                (Pair it) -> it.likeness() + (it.sameSection() ? 0.1 : 0))
                        .reversed());
        for (var pair : pairs) {
            if (changes[pair.parsed()] == null && !found[pair.stored()]) {
                take(
                        pair.parsed(),
                        pair.stored(),
                        false,
                        "It resembles the stored wording by %d %%."
                                .formatted(Math.round(100 * pair.likeness())));
            }
        }
    }

    private void addPairs(
            int p,
            Map<String, List<Integer>> byWord,
            List<Set<String>> storedPairs,
            List<Pair> pairs) {
        var mine = Wordings.pairs(parsedNormals.get(p));
        var votes = new LinkedHashMap<Integer, Integer>();
        words(parsed.get(p).wording()).stream()
                .map(it -> byWord.getOrDefault(it, List.of()))
                .sorted(Comparator.comparingInt(List::size))
                .limit(8)
                .forEach(it ->
                        it.stream().limit(2000).forEach(s -> votes.merge(s, 1, Integer::sum)));
        votes.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
                .limit(MAX_CANDIDATES)
                .map(Map.Entry::getKey)
                .filter(s -> mayBe(p, s))
                .forEach(s -> {
                    double likeness = Wordings.likeness(mine, storedPairs.get(s));
                    boolean same = sameSection(p, s);
                    if (likeness >= (same ? SAME_SECTION_LIKENESS : ELSEWHERE_LIKENESS)) {
                        pairs.add(new Pair(p, s, likeness, same));
                    }
                });
    }

    private static List<String> words(String wording) {
        return Arrays.stream(
                        Wordings.plain(wording)
                                .toLowerCase(java.util.Locale.ROOT)
                                .split("[^\\p{L}\\p{Nd}+#]+"))
                .filter(Function.<String>identity().andThen(it -> !it.isEmpty())::apply)
                .distinct()
                .toList();
    }

    private boolean sameSection(int p, int s) {
        var mine = parsed.get(p).section();
        var theirs = stored.get(s).section();
        return mine.size() == theirs.size()
                && java.util.stream.IntStream.range(0, mine.size())
                        .allMatch(i ->
                                Wordings.normal(mine.get(i))
                                        .equals(Wordings.normal(theirs.get(i))));
    }

    private void take(int p, int s, boolean unchanged, String reason) {
        var id = stored.get(s).id();
        changes[p] = unchanged ? new Unchanged(id, reason) : new Revised(id, reason);
        found[s] = true;
    }
}
