package org.interviewplanner.web.bank;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Guesses which of some new sections a question belongs to: by the words that it shares with a
 * name, then by the words that it shares with questions placed so already.
 */
final class SectionGuess {
    /** Less than this much in common with the neighbours says nothing. */
    private static final double LEAST_KINSHIP = 0.3;

    private SectionGuess() {}

    /**
     * For each wording the index of a name, or null if nothing speaks for any.
     *
     * @param wordings in the order of the section
     */
    static List<@Nullable Integer> of(List<String> names, List<String> wordings) {
        var texts = wordings.stream().map(SectionGuess::words).toList();
        var weights = weights(texts);
        var heads = names.stream().map(SectionGuess::words).toList();
        var guess = new ArrayList<@Nullable Integer>();
        for (var text : texts) {
            guess.add(best(text, heads, weights, 0));
        }
        // What was placed by name lends its words to what was not.
        var learned = new ArrayList<Set<String>>();
        for (int n = 0; n < names.size(); n++) {
            var words = new HashSet<>(heads.get(n));
            for (int i = 0; i < texts.size(); i++) {
                var to = guess.get(i);
                if (to != null && to == n) {
                    words.addAll(texts.get(i));
                }
            }
            learned.add(words);
        }
        for (int i = 0; i < texts.size(); i++) {
            if (guess.get(i) == null) {
                guess.set(i, best(texts.get(i), learned, weights, LEAST_KINSHIP));
            }
        }
        return guess;
    }

    private static @Nullable Integer best(
            Set<String> text, List<Set<String>> heads, Map<String, Double> weights, double least) {
        Integer best = null;
        double most = least;
        for (int n = 0; n < heads.size(); n++) {
            double sum = 0;
            for (var word : text) {
                if (heads.get(n).stream().anyMatch(it -> alike(it, word))) {
                    sum += weights.getOrDefault(beginning(word), 1.0);
                }
            }
            if (sum > most) {
                most = sum;
                best = n;
            }
        }
        return best;
    }

    /** A word that every question has tells nothing: one over the number of its questions. */
    private static Map<String, Double> weights(List<Set<String>> texts) {
        var counts = new HashMap<String, Integer>();
        for (var text : texts) {
            var beginnings = new HashSet<String>();
            text.forEach(it -> beginnings.add(beginning(it)));
            beginnings.forEach(it -> counts.merge(it, 1, Integer::sum));
        }
        var weights = new HashMap<String, Double>();
        counts.forEach((beginning, count) -> weights.put(beginning, 1.0 / count));
        return weights;
    }

    private static String beginning(String word) {
        return word.substring(0, Math.min(4, word.length()));
    }

    /**
     * Whether two words differ in their endings only: "routing" and "routes", "view" and "views".
     */
    private static boolean alike(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        int common = 0;
        int least = Math.min(one.length(), other.length());
        while (common < least && one.charAt(common) == other.charAt(common)) {
            common++;
        }
        return common >= 4 && common >= 0.55 * Math.max(one.length(), other.length());
    }

    private static Set<String> words(String text) {
        var words = new HashSet<String>();
        for (var word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}\\p{Nd}]+")) {
            if (word.length() >= 3 || (!word.isEmpty() && word.codePointAt(0) > 0x2E80)) {
                words.add(word);
            }
        }
        return words;
    }
}
