package org.interviewplanner.bank;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads levels from headings such as <em>Easy questions</em> and <em>Hard questions</em>.
 *
 * <p>One heading <em>Basics</em> is a topic; only headings that differ in nothing but their level
 * make a scale.
 */
final class LevelHeadings {
    private record Named(@Nullable Difficulty level, String rest) {}

    private static final Pattern ASIDE = Pattern.compile("\\([^()]{0,80}\\)");

    /** As many words as the name of a level has. */
    private static final int MAX_WORDS = 3;

    private final Map<String, Difficulty> levels = new HashMap<>();

    private LevelHeadings() {}

    static LevelHeadings among(List<Draft> drafts) {
        var headings = new LevelHeadings();
        var names = new HashSet<String>();
        drafts.forEach(it -> names.addAll(it.path()));
        Map<String, Set<Difficulty>> scales = new HashMap<>();
        Map<String, Named> read = new HashMap<>();
        for (var name : names) {
            var named = read(name);
            read.put(name, named);
            if (named.level() != null) {
                scales.computeIfAbsent(named.rest(), it -> new HashSet<>()).add(named.level());
            }
        }
        read.forEach((name, named) -> {
            if (named.level() != null && scales.getOrDefault(named.rest(), Set.of()).size() >= 2) {
                headings.levels.put(name, named.level());
            }
        });
        return headings;
    }

    /** The level of the nearest level heading of a path, or null. */
    @Nullable Difficulty of(List<String> path) {
        for (int i = path.size() - 1; i >= 0 && !levels.isEmpty(); i--) {
            var level = levels.get(path.get(i));
            if (level != null) {
                return level;
            }
        }
        return null;
    }

    private static Named read(String name) {
        var whole = Lexicon.shipped().level(name);
        if (whole != null) {
            return new Named(whole, "");
        }
        var tokens =
                ASIDE.matcher(name.toLowerCase(Locale.ROOT))
                        .replaceAll(" ")
                        .split("[^\\p{L}\\p{M}'-]+");
        Difficulty level = null;
        var rest = new StringBuilder();
        for (int i = 0; i < tokens.length; ) {
            int words = 1;
            for (int longer = Math.min(MAX_WORDS, tokens.length - i); longer > 1; longer--) {
                var phrase = String.join(" ", Arrays.asList(tokens).subList(i, i + longer));
                if (level == null && Lexicon.shipped().level(phrase) != null || isFiller(phrase)) {
                    words = longer;
                    break;
                }
            }
            var phrase = String.join(" ", Arrays.asList(tokens).subList(i, i + words));
            var meant = level == null ? level(phrase) : null;
            if (meant != null) {
                level = meant;
            } else if (!isFiller(phrase)) {
                rest.append(phrase).append(' ');
            }
            i += words;
        }
        return new Named(level, rest.toString());
    }

    /** Also of <em>beginner-level</em>. */
    private static @Nullable Difficulty level(String token) {
        var whole = Lexicon.shipped().level(token);
        int hyphen = token.indexOf('-');
        return whole != null || hyphen < 0 || !isFiller(token.substring(hyphen + 1))
                ? whole
                : Lexicon.shipped().level(token.substring(0, hyphen));
    }

    private static boolean isFiller(String token) {
        return token.isEmpty()
                || Lexicon.shipped().means(Lexicon.Meaning.LEVEL, token)
                || Lexicon.shipped().means(Lexicon.Meaning.QUESTIONS, token);
    }
}
