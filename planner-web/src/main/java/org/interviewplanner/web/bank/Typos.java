package org.interviewplanner.web.bank;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the word that a mistyped one means. One letter may be wrong, missing, too many or swapped
 * with its neighbour; in long words two. Short words mean only themselves.
 */
final class Typos {
    /** Shorter words resemble too many others. */
    static final int LEAST_LETTERS = 4;

    private static final int LONG_WORD = 8;
    private static final int MAX_LETTERS = 40;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private Typos() {}

    /** Whether a word has the length to be corrected. */
    static boolean mayMean(String word) {
        int letters = word.codePointCount(0, word.length());
        return letters >= LEAST_LETTERS && letters <= MAX_LETTERS;
    }

    /**
     * The nearest word of the texts, of equally near ones the most frequent; null if none is near.
     * A word that somebody is still typing is near to those that begin like it.
     */
    static @Nullable String nearest(String word, Collection<String> texts) {
        if (!mayMean(word)) {
            return null;
        }
        var typed = word.toLowerCase(Locale.ROOT).codePoints().toArray();
        int most = typed.length < LONG_WORD ? 1 : 2;
        Map<String, Integer> counts = new HashMap<>();
        for (var text : texts) {
            for (var other : BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT))) {
                counts.merge(other, 1, Integer::sum);
            }
        }
        String best = null;
        int bestDistance = most + 1;
        int bestCount = 0;
        for (var it : counts.entrySet()) {
            if (it.getKey().length() < LEAST_LETTERS) {
                continue;
            }
            int distance = distance(typed, it.getKey().codePoints().toArray());
            boolean isNearer =
                    distance < bestDistance
                            || distance == bestDistance
                                    && best != null
                                    && (it.getValue() > bestCount
                                            || it.getValue() == bestCount
                                                    && it.getKey().compareTo(best) < 0);
            if (isNearer && distance <= most) {
                best = it.getKey();
                bestDistance = distance;
                bestCount = it.getValue();
            }
        }
        return best;
    }

    /**
     * Letters to change, add, remove or swap until the typed word is the other one or, at the price
     * of none, its beginning (optimal string alignment).
     */
    private static int distance(int[] typed, int[] other) {
        int width = Math.min(other.length, typed.length + 3);
        var before = new int[width + 1];
        var last = new int[width + 1];
        for (int j = 0; j <= width; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= typed.length; i++) {
            var now = new int[width + 1];
            now[0] = i;
            for (int j = 1; j <= width; j++) {
                boolean same = typed[i - 1] == other[j - 1];
                now[j] = Math.min(last[j - 1] + (same ? 0 : 1), Math.min(last[j], now[j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && typed[i - 1] == other[j - 2]
                        && typed[i - 2] == other[j - 1]) {
                    now[j] = Math.min(now[j], before[j - 2] + 1);
                }
            }
            before = last;
            last = now;
        }
        int least = last[width];
        for (int j = LEAST_LETTERS; j < width; j++) {
            least = Math.min(least, last[j]);
        }
        return least;
    }
}
