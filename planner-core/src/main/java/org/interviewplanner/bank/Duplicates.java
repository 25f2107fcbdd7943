package org.interviewplanner.bank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds questions that may be one: the same words, or the same meaning in other words.
 *
 * <p>Two questions are alike if the terms that both name outweigh those that only one names; a term
 * weighs the more, the fewer questions of the bank name it. What one question names beyond the
 * other counts little, because a question may contain another; what <em>each</em> names beyond the
 * other counts much, because "file uploads" and "file downloads" are two questions however similar
 * they look. The words of asking do not count at all.
 *
 * <p>Nothing is merged here: every pair is a proposal for a person.
 */
public final class Duplicates {

    /**
     * A question to be compared.
     *
     * @param id names the question in the pairs; not used by two questions
     * @param wording inline Markdown, never blank
     * @param section path of the section, outermost first; may be empty
     */
    public record Entry(String id, String wording, List<String> section) {

        /**
         * @throws IllegalArgumentException if the wording is blank
         */
        public Entry {
            section = List.copyOf(section);
            if (wording.isBlank()) {
                throw new IllegalArgumentException(
                        "The wording of the question (%s) must not be blank.".formatted(id));
            }
        }
    }

    /**
     * From here on a pair is worth a person's look; see {@code DuplicatesTest} for what it finds.
     */
    static final double WORTH_A_LOOK = 0.3;

    private static final double MORE_IN_ONE = 0.15;
    private static final double MORE_IN_BOTH = 1.6;

    /** Shared weight at which the evidence is believed half, in weights of a term used never. */
    private static final double LITTLE_EVIDENCE = 1.4;

    /** In a bank of less than so many questions, that only two use a term says little. */
    private static final double FEW = 40;

    private static final double ASPECT_WEIGHT = 1;

    /** Bounds the work: so many pairs are looked at for each question, and no more. */
    private static final int LEAST_BLOCK = 40;

    private static final int PAIRS_BY_BLOCK = 4_000_000;
    private static final int RAREST_TERMS = 6;

    private final List<Entry> entries;
    private final @Nullable ThinkingWords usual;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> terms = new ArrayList<>();
    private int[][] named = new int[0][];
    private double[] weights = new double[0];
    private int[] uses = new int[0];
    private final double littleEvidence;

    private Duplicates(List<Entry> entries) {
        this.entries = entries;
        this.usual =
                ThinkingWords.recognise(
                        entries.stream()
                                .limit(100)
                                .map(it -> Wordings.plain(Words.beginning(it.wording())))
                                .collect(Collectors.joining("\n")));
        this.littleEvidence = LITTLE_EVIDENCE * Math.log(entries.size() + FEW);
        index();
    }

    /**
     * Finds the pairs worth a look, best first; equal scores in the order of the input.
     *
     * <p>Of several questions with the same words each is paired with the first of them only, and
     * only this first one is compared with others. Takes time in proportion to the number of
     * questions: beyond some thousands, pairs that share no rare term are not compared. Of a
     * wording longer than 4,000 characters, near pairs look at these only.
     *
     * @throws IllegalArgumentException if two entries have the same id
     */
    public static List<DuplicatePair> find(List<Entry> entries) {
        return find(entries, WORTH_A_LOOK);
    }

    /** As {@link #find(List)}, with the least score of near pairs, above 0. */
    static List<DuplicatePair> find(List<Entry> entries, double leastScore) {
        var firsts = new LinkedHashMap<String, Entry>();
        var ids = new HashMap<String, Entry>();
        var pairs = new ArrayList<DuplicatePair>();
        for (var entry : entries) {
            if (ids.put(entry.id(), entry) != null) {
                throw new IllegalArgumentException(
                        "The id (%s) must not be used by two questions.".formatted(entry.id()));
            }
            var first = firsts.putIfAbsent(Wordings.normal(entry.wording()), entry);
            if (first != null) {
                pairs.add(
                        new DuplicatePair(
                                first.id(),
                                entry.id(),
                                true,
                                1,
                                "The same words, apart from markup, case and punctuation."));
            }
        }
        pairs.addAll(new Duplicates(List.copyOf(firsts.values())).near(leastScore));
        return pairs;
    }

    /**
     * The key under which two wordings are the same words, whatever their markup, case, punctuation
     * and blanks.
     *
     * @param wording inline Markdown
     */
    public static String words(String wording) {
        return Wordings.normal(wording);
    }

    private void index() {
        named = new int[entries.size()][];
        for (int i = 0; i < named.length; i++) {
            named[i] = number(termsOf(i));
        }
        uses = new int[terms.size()];
        for (var question : named) {
            for (int term : question) {
                uses[term]++;
            }
        }
        weights = new double[terms.size()];
        for (int term = 0; term < weights.length; term++) {
            double weight = Math.log((named.length + FEW) / (uses[term] + 0.2));
            weights[term] =
                    TopicTerms.isAspect(terms.get(term))
                            ? Math.min(weight, ASPECT_WEIGHT)
                            : Math.max(weight, 0.01);
        }
    }

    /** Read again where a reason is wanted: keeping all would cost more than the index. */
    private Map<String, String> termsOf(int question) {
        return TopicTerms.of(entries.get(question).wording(), usual);
    }

    private int[] number(Map<String, String> found) {
        var numbered = new int[found.size()];
        int i = 0;
        for (var term : found.keySet()) {
            numbered[i++] =
                    numbers.computeIfAbsent(
                            term,
                            it -> {
                                terms.add(it);
                                return terms.size() - 1;
                            });
        }
        Arrays.sort(numbered);
        return numbered;
    }

    private record Scored(int a, int b, double score) {}

    private List<DuplicatePair> near(double leastScore) {
        int block = Math.max(LEAST_BLOCK, PAIRS_BY_BLOCK / Math.max(1, named.length));
        var naming = new int[terms.size()][];
        var filled = new int[terms.size()];
        var scored = new ArrayList<Scored>();
        var seen = new int[named.length];
        for (int b = 0; b < named.length; b++) {
            for (int term : rarest(named[b])) {
                if (uses[term] < 2 || uses[term] > block) {
                    continue;
                }
                for (int i = 0; i < filled[term]; i++) {
                    int a = naming[term][i];
                    if (seen[a] != b + 1) {
                        seen[a] = b + 1;
                        double score = score(named[a], named[b]);
                        if (score >= leastScore) {
                            scored.add(new Scored(a, b, score));
                        }
                    }
                }
            }
            for (int term : named[b]) {
                if (uses[term] >= 2 && uses[term] <= block) {
                    if (naming[term] == null) {
                        naming[term] = new int[uses[term]];
                    }
                    naming[term][filled[term]++] = b;
                }
            }
        }
        scored.sort(
                Comparator.comparingDouble(Scored::score)
                        .reversed()
                        .thenComparingInt(Scored::a)
                        .thenComparingInt(Scored::b));
        return scored.stream().map(this::pair).toList();
    }

    /** The terms by which partners are looked up; all of them while the bank is small. */
    private int[] rarest(int[] question) {
        if (question.length <= RAREST_TERMS || named.length < 2_000) {
            return question;
        }
        return Arrays.stream(question)
                .boxed()
                .sorted(Comparator.comparingInt(it -> uses[it]))
                .limit(RAREST_TERMS)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private double score(int[] a, int[] b) {
        double shared = 0;
        double onlyA = 0;
        double onlyB = 0;
        double namesOnlyA = 0;
        double namesOnlyB = 0;
        int i = 0;
        int j = 0;
        while (i < a.length || j < b.length) {
            int left = i < a.length ? a[i] : Integer.MAX_VALUE;
            int right = j < b.length ? b[j] : Integer.MAX_VALUE;
            int term = Math.min(left, right);
            double weight = weights[term];
            boolean name = terms.get(term).charAt(0) == TopicTerms.WHOLE_NAME;
            if (left == right) {
                shared += weight;
                i++;
                j++;
            } else if (left < right) {
                onlyA += name ? 0 : weight;
                namesOnlyA += name ? weight : 0;
                i++;
            } else {
                onlyB += name ? 0 : weight;
                namesOnlyB += name ? weight : 0;
                j++;
            }
        }
        // The parts of a name already count; the whole counts again where another name stands
        // against it.
        if (namesOnlyA > 0 && namesOnlyB > 0) {
            onlyA += namesOnlyA;
            onlyB += namesOnlyB;
        }
        double apart = MORE_IN_ONE * Math.max(onlyA, onlyB) + MORE_IN_BOTH * Math.min(onlyA, onlyB);
        return shared == 0 ? 0 : shared / (shared + apart) * (shared / (shared + littleEvidence));
    }

    private DuplicatePair pair(Scored scored) {
        return new DuplicatePair(
                entries.get(scored.a).id(),
                entries.get(scored.b).id(),
                false,
                scored.score,
                reason(scored.a, scored.b));
    }

    private String reason(int a, int b) {
        var first = termsOf(a);
        var second = termsOf(b);
        var both = heaviest(first, second, true);
        var onlyFirst = heaviest(first, second, false);
        var onlySecond = heaviest(second, first, false);
        // Whichever of them a screen shows first.
        String apart;
        if (onlyFirst.isEmpty() && onlySecond.isEmpty()) {
            apart = "";
        } else if (onlyFirst.isEmpty() || onlySecond.isEmpty()) {
            apart = "; only one names " + onlyFirst + onlySecond;
        } else {
            apart = "; one names %s, the other %s".formatted(onlyFirst, onlySecond);
        }
        var sections =
                entries.get(a).section().equals(entries.get(b).section())
                        ? ""
                        : " They stand in different sections.";
        return "Both name %s%s.%s".formatted(both, apart, sections);
    }

    /** Up to three terms of a question, as it writes them, that another names too or does not. */
    private String heaviest(
            Map<String, String> question, Map<String, String> other, boolean common) {
        return question.entrySet().stream()
                .filter(it -> other.containsKey(it.getKey()) == common)
                .sorted(
                        Comparator.comparingDouble(
                                it -> -weights[numbers.getOrDefault(it.getKey(), 0)]))
                .map(Map.Entry::getValue)
                .distinct()
                .limit(3)
                .map("“%s”"::formatted)
                .collect(Collectors.joining(", "));
    }
}
