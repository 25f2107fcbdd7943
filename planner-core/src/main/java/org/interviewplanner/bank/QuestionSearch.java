package org.interviewplanner.bank;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.interviewplanner.bank.ProposedRevision.Match;
import org.jspecify.annotations.Nullable;

/**
 * Finds the question that a quotation means: by its words, else by the rare words that both share.
 */
final class QuestionSearch {
    /**
     * The question found.
     *
     * @param question index, or -1
     */
    record Found(int question, Match match) {}

    private static final double NEAR = 0.42;

    /** So little is enough if no other question is nearly as like. */
    private static final double FAR = 0.3;

    private static final double CLEARLY = 0.12;
    private static final double SECTION_BONUS = 0.12;
    private static final double NUMBER_BONUS = 0.06;
    private static final int MAX_CANDIDATES = 150;

    private final List<ParsedQuestion> questions;
    private final Map<String, List<Integer>> byNormal = new HashMap<>();
    private final Map<String, List<Integer>> byWord = new HashMap<>();
    private final List<Set<String>> words = new ArrayList<>();
    private final Map<Integer, Set<String>> pairsOf = new HashMap<>();

    QuestionSearch(List<ParsedQuestion> questions) {
        this.questions = questions;
        for (int i = 0; i < questions.size(); i++) {
            int at = i;
            byNormal.computeIfAbsent(
                            Wordings.normal(questions.get(i).wording()), it -> new ArrayList<>())
                    .add(i);
            var mine = words(questions.get(i).wording());
            words.add(mine);
            mine.forEach(it -> byWord.computeIfAbsent(it, key -> new ArrayList<>()).add(at));
        }
    }

    /**
     * The question meant by an old wording that stands below {@code section} and carries {@code
     * number}.
     */
    Found find(String wording, List<String> section, @Nullable String number) {
        var same = byNormal.getOrDefault(Wordings.normal(wording), List.of());
        if (!same.isEmpty()) {
            int best = same.getFirst();
            for (int i : same.subList(0, Math.min(same.size(), MAX_CANDIDATES))) {
                if (bonus(i, section, number) > bonus(best, section, number)) {
                    best = i;
                }
            }
            return new Found(
                    best,
                    questions.get(best).wording().equals(wording)
                            ? Match.VERBATIM
                            : Match.SAME_WORDS);
        }
        return nearest(wording, section, number);
    }

    private Found nearest(String wording, List<String> section, @Nullable String number) {
        var mine = words(wording);
        var candidates = new HashSet<Integer>();
        mine.stream()
                .map(it -> byWord.getOrDefault(it, List.of()))
                .sorted(Comparator.comparingInt(List::size))
                .forEach(it ->
                        it.stream()
                                .limit(MAX_CANDIDATES - Math.min(MAX_CANDIDATES, candidates.size()))
                                .forEach(candidates::add));
        int best = -1;
        double bestScore = 0;
        double bestLikeness = 0;
        double second = 0;
        var pairs = Wordings.pairs(Wordings.normal(wording));
        for (int i : candidates) {
            double likeness =
                    Math.max(
                            shared(mine, words.get(i)),
                            Wordings.likeness(pairs, pairsOf.computeIfAbsent(i, this::pairs)));
            double score = likeness + bonus(i, section, number);
            if (likeness >= FAR && score > bestScore) {
                second = bestScore;
                best = i;
                bestScore = score;
                bestLikeness = likeness;
            } else {
                second = Math.max(second, score);
            }
        }
        boolean isMeant = bestLikeness >= NEAR || bestScore - second >= CLEARLY;
        return best < 0 || !isMeant
                ? new Found(-1, Match.NONE)
                : new Found(best, Match.OTHER_WORDS);
    }

    private Set<String> pairs(int question) {
        return Wordings.pairs(Wordings.normal(questions.get(question).wording()));
    }

    private double bonus(int i, List<String> section, @Nullable String number) {
        double bonus = isIn(questions.get(i).section(), section) ? SECTION_BONUS : 0;
        return number != null && number.equals(questions.get(i).number())
                ? bonus + NUMBER_BONUS
                : bonus;
    }

    private static boolean isIn(List<String> path, List<String> section) {
        return !section.isEmpty()
                && path.size() >= section.size()
                && path.subList(0, section.size()).equals(section);
    }

    /** Shared words, the rare ones weighing more: 0 to 1. */
    private double shared(Set<String> a, Set<String> b) {
        double common = 0;
        double all = 0;
        for (var word : a) {
            double weight = weight(word);
            all += weight;
            common += b.contains(word) ? 2 * weight : 0;
        }
        for (var word : b) {
            all += weight(word);
        }
        return all == 0 ? 0 : common / all;
    }

    private double weight(String word) {
        int holders = byWord.getOrDefault(word, List.of()).size();
        return Math.log1p((questions.size() + 1.0) / (holders + 0.5));
    }

    private static Set<String> words(String wording) {
        var words = new HashSet<String>();
        for (var word :
                Wordings.plain(wording)
                        .toLowerCase(Locale.ROOT)
                        .split("[^\\p{L}\\p{M}\\p{Nd}+#]+")) {
            if (Lexicon.isUnspaced(word)) {
                words.addAll(Wordings.pairs(word));
            } else if (!word.isEmpty()) {
                words.add(
                        word.length() > 4 && word.endsWith("s")
                                ? word.substring(0, word.length() - 1)
                                : word);
            }
        }
        return words;
    }
}
