package org.interviewplanner.bank;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads levels from headings such as <em>Easy questions</em> and <em>Hard questions</em>.
 *
 * <p>One heading <em>Basics</em> is a topic; only headings that differ in nothing but their level
 * make a scale, or those that say that they are levels.
 */
final class LevelHeadings {
    /**
     * A name, taken apart.
     *
     * @param rest what it holds besides a level
     * @param saysSo whether it holds a word such as <em>level</em>
     * @param isStated whether it says so of what it holds: <em>Junior-level – Basics</em>
     */
    private record Named(
            @Nullable Difficulty level, String rest, boolean saysSo, boolean isStated) {
        /** <em>Beginner level</em> is a level also where it stands alone. */
        private boolean isPlain() {
            return saysSo && rest.isEmpty();
        }
    }

    private static final int GREEN = 0x1F7E2;
    private static final int YELLOW = 0x1F7E1;
    private static final int ORANGE = 0x1F7E0;
    private static final int RED = 0x1F534;

    private static final Pattern ASIDE = Pattern.compile("\\([^()]{0,80}\\)");

    /** As many words as the name of a level has. */
    private static final int MAX_WORDS = 3;

    private final Map<String, Difficulty> levels = new HashMap<>();

    private LevelHeadings() {}

    static LevelHeadings among(List<Draft> drafts, List<Unit> units) {
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
            boolean isOfScale = scales.getOrDefault(named.rest(), Set.of()).size() >= 2;
            boolean isOfRank =
                    Lexicon.shipped().mentions(Lexicon.Meaning.QUESTIONS, name)
                            && (Lexicon.shipped().mentions(Lexicon.Meaning.RANK, name)
                                    || Lexicon.shipped().mentions(Lexicon.Meaning.INTERVIEW, name));
            if (named.level() != null
                    && (isOfScale || isOfRank || named.isPlain() || named.isStated())) {
                headings.levels.put(name, named.level());
            }
        });
        headings.lights(drafts, units, read);
        return headings;
    }

    /**
     * Sister sections that all begin with a light of green, yellow or red, growing harder, one of
     * them saying that it is a level.
     */
    private void lights(List<Draft> drafts, List<Unit> units, Map<String, Named> read) {
        Map<List<String>, Map<String, Optional<Difficulty>>> sisters = new LinkedHashMap<>();
        List<String> before = List.of();
        for (var draft : drafts) {
            if (draft.path().equals(before)) {
                continue;
            }
            before = draft.path();
            for (int depth = 0; depth < draft.path().size(); depth++) {
                var text = units.get(draft.pathUnits().get(depth)).text();
                sisters.computeIfAbsent(draft.path().subList(0, depth), it -> new LinkedHashMap<>())
                        .putIfAbsent(draft.path().get(depth), Optional.ofNullable(light(text)));
            }
        }
        for (var scale : sisters.values()) {
            var lights = scale.values().stream().flatMap(Optional::stream).toList();
            boolean saysSo =
                    scale.keySet().stream()
                            .map(read::get)
                            .anyMatch(it -> it != null && (it.saysSo() || it.level() != null));
            if (saysSo
                    && lights.size() == scale.size()
                    && lights.stream().distinct().count() >= 2
                    && lights.equals(lights.stream().sorted().toList())) {
                scale.forEach((name, light) -> levels.putIfAbsent(name, light.orElseThrow()));
            }
        }
    }

    private static @Nullable Difficulty light(String heading) {
        if (!Signs.mayHoldPicture(heading)) {
            return null;
        }
        int first = heading.strip().codePointAt(0);
        boolean isLight = first == GREEN || first == YELLOW || first == ORANGE || first == RED;
        return isLight ? Lexicon.shipped().sign(Character.toString(first)) : null;
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
        if (Lexicon.shipped().means(Lexicon.Meaning.PART, name)) {
            return new Named(null, name, false, false);
        }
        var whole = Lexicon.shipped().level(name);
        if (whole != null) {
            return new Named(whole, "", false, false);
        }
        boolean mayHoldAside = name.indexOf('(') >= 0;
        var aside = ASIDE.matcher(name);
        var bracketed =
                mayHoldAside && aside.find() && aside.end() == name.length() && aside.start() > 0
                        ? read(name.substring(aside.start() + 1, aside.end() - 1))
                        : null;
        if (bracketed != null && bracketed.level() != null && bracketed.isPlain()) {
            return new Named(bracketed.level(), name, true, true);
        }
        var lower = Lexicon.lower(name);
        var plain = mayHoldAside ? ASIDE.matcher(lower).replaceAll(" ") : lower;
        var tokens = plain.split("[^\\p{L}\\p{M}'-]+");
        Difficulty level = null;
        boolean saysSo = false;
        boolean isStated = false;
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
            saysSo |= Lexicon.shipped().means(Lexicon.Meaning.LEVEL, phrase);
            var meant = level == null ? level(phrase) : null;
            if (meant != null) {
                level = meant;
                isStated = rest.isEmpty() && isStated(tokens, i + words);
            } else if (!isFiller(phrase)) {
                rest.append(phrase).append(' ');
            }
            i += words;
        }
        return new Named(level, rest.toString(), saysSo, isStated);
    }

    /** Whether the word behind a level that a name begins with is <em>level</em>. */
    private static boolean isStated(String[] tokens, int next) {
        var before = tokens[next - 1];
        int hyphen = before.indexOf('-');
        var lexicon = Lexicon.shipped();
        return hyphen > 0 && lexicon.means(Lexicon.Meaning.LEVEL, before.substring(hyphen + 1))
                || next < tokens.length
                        && lexicon.means(Lexicon.Meaning.LEVEL, tokens[next])
                        && !lexicon.means(Lexicon.Meaning.QUESTIONS, tokens[next]);
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
                || Lexicon.shipped().means(Lexicon.Meaning.QUESTIONS, token)
                || Lexicon.shipped().means(Lexicon.Meaning.TASK, token);
    }
}
