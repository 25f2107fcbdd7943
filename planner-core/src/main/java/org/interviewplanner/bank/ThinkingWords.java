package org.interviewplanner.bank;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words of one language that tell what kind of thinking a question asks for; read from {@code
 * thinking-words.txt}, which explains its own format.
 */
final class ThinkingWords {

    /** Kinds of thinking from light to heavy, then the two hints at depth. */
    enum Kind {
        RECALL,
        USE,
        EXPLAIN,
        COMPARE,
        REASON,
        DIAGNOSE,
        DESIGN,
        DEEP,
        PLAIN
    }

    /**
     * A cue found in a text.
     *
     * @param kind what the cue stands for
     * @param text the words that were found, as in the text
     * @param at index of the first word (of the first character where words are not separated)
     */
    record Found(Kind kind, String text, int at) {}

    private record Cue(Kind kind, List<String> parts) {}

    /** How many words, or characters where words are not separated, {@code ..} may stand for. */
    private static final int GAP_WORDS = 6;

    private static final int GAP_CHARACTERS = 12;
    private static final String GAP = "..";

    private static final Map<String, ThinkingWords> LANGUAGES = read();

    private final String code;
    private final Set<String> common = new HashSet<>();
    private final Map<String, List<Cue>> byFirstWord = new HashMap<>();
    private final Map<String, List<Cue>> byFirstLetters = new HashMap<>();
    private final List<Cue> cues = new ArrayList<>();
    private int longestBeginning;

    private ThinkingWords(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    boolean separatesWords() {
        return !code.equals("zh") && !code.equals("ja");
    }

    boolean isCommon(String word) {
        return common.contains(word);
    }

    static Collection<ThinkingWords> all() {
        return LANGUAGES.values();
    }

    static ThinkingWords of(String code) {
        return Objects.requireNonNull(LANGUAGES.get(code), code);
    }

    /**
     * The language that a text is written in, or null if nothing tells.
     *
     * <p>The script decides first; among languages that share one, the most frequent words do.
     */
    static @Nullable ThinkingWords recognise(String text) {
        int han = 0;
        int kana = 0;
        int cyrillic = 0;
        int arabic = 0;
        int latin = 0;
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c < 0x80) {
                latin += Character.isLetter(c) ? 1 : 0;
            } else {
                switch (Character.UnicodeScript.of(c)) {
                    case HAN -> han++;
                    case HIRAGANA, KATAKANA -> kana++;
                    case CYRILLIC -> cyrillic++;
                    case ARABIC -> arabic++;
                    case LATIN -> latin++;
                    default -> {
                        // Says nothing about the language.
                    }
                }
            }
        }
        // Terms of the trade are Latin in every language, so a few other letters outweigh many
        // Latin ones; one Han sign says as much as a word.
        if (kana > 0 && 4 * (kana + han) >= latin / 2) {
            return of("ja");
        }
        if (han > 0 && 6 * han >= latin / 2) {
            return of("zh");
        }
        if (arabic > 0 && 3 * arabic >= latin) {
            return of("ar");
        }
        if (cyrillic > 0 && 3 * cyrillic >= latin) {
            var language = most(Words.of(text), List.of(of("ru"), of("uk")));
            boolean ukrainian = text.chars().anyMatch(it -> "іїєґІЇЄҐ".indexOf(it) >= 0);
            return ukrainian ? of("uk") : language == null ? of("ru") : language;
        }
        return most(
                Words.of(text),
                List.of(of("en"), of("de"), of("fr"), of("es"), of("pt"), of("vi")));
    }

    private static @Nullable ThinkingWords most(List<String> words, List<ThinkingWords> languages) {
        ThinkingWords best = null;
        int most = 0;
        for (var language : languages) {
            int hits = 0;
            for (var word : words) {
                hits += language.common.contains(word) ? 1 : 0;
            }
            if (hits > most) {
                most = hits;
                best = language;
            }
        }
        return best;
    }

    /** The cues in a text without its code, by position; several may share words. */
    List<Found> find(String text) {
        return separatesWords() ? findWords(Words.of(text)) : findCharacters(text);
    }

    private List<Found> findWords(List<String> words) {
        var found = new ArrayList<Found>();
        for (int at = 0; at < words.size(); at++) {
            var word = words.get(at);
            for (var cue : byFirstWord.getOrDefault(word, List.of())) {
                addIfMatched(cue, words, at, found);
            }
            for (int length = 1; length <= Math.min(word.length(), longestBeginning); length++) {
                for (var cue : byFirstLetters.getOrDefault(word.substring(0, length), List.of())) {
                    addIfMatched(cue, words, at, found);
                }
            }
        }
        return found;
    }

    private static void addIfMatched(Cue cue, List<String> words, int at, List<Found> found) {
        int end = endOfMatch(cue.parts, 0, words, at);
        if (end >= 0) {
            found.add(new Found(cue.kind, String.join(" ", words.subList(at, end)), at));
        }
    }

    /** Index after the last word of a match that begins at {@code at}, or -1. */
    private static int endOfMatch(List<String> parts, int part, List<String> words, int at) {
        if (part == parts.size()) {
            return at;
        }
        if (parts.get(part).equals(GAP)) {
            for (int gap = 0; gap <= GAP_WORDS && at + gap < words.size(); gap++) {
                int end = endOfMatch(parts, part + 1, words, at + gap);
                if (end >= 0) {
                    return end;
                }
            }
            return -1;
        }
        return at < words.size() && matches(parts.get(part), words.get(at))
                ? endOfMatch(parts, part + 1, words, at + 1)
                : -1;
    }

    private static boolean matches(String part, String word) {
        return part.endsWith("*")
                ? word.startsWith(part.substring(0, part.length() - 1))
                : word.equals(part);
    }

    private List<Found> findCharacters(String text) {
        var found = new ArrayList<Found>();
        for (var cue : cues) {
            var first = cue.parts.getFirst();
            for (int at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
                int end = at + first.length();
                for (int part = 1; part < cue.parts.size() && end >= 0; part++) {
                    if (!cue.parts.get(part).equals(GAP)) {
                        int next = text.indexOf(cue.parts.get(part), end);
                        end =
                                next < 0 || next > end + GAP_CHARACTERS
                                        ? -1
                                        : next + cue.parts.get(part).length();
                    }
                }
                if (end >= 0) {
                    found.add(new Found(cue.kind, text.substring(at, end), at));
                    break;
                }
            }
        }
        return found;
    }

    private static Map<String, ThinkingWords> read() {
        var languages = new LinkedHashMap<String, ThinkingWords>();
        try (var stream =
                        Objects.requireNonNull(
                                ThinkingWords.class.getResourceAsStream("thinking-words.txt"));
                var reader =
                        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            ThinkingWords current = null;
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("[")) {
                    current = new ThinkingWords(line.substring(1, line.indexOf(']')));
                    languages.put(current.code, current);
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    Objects.requireNonNull(current, line).add(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return languages;
    }

    private void add(String line) {
        int colon = line.indexOf(':');
        var name = line.substring(0, colon);
        for (var text : line.substring(colon + 1).split("\\|")) {
            if (name.equals("common")) {
                common.add(text.strip());
            } else {
                addCue(Kind.valueOf(name.toUpperCase(Locale.ROOT)), text.strip());
            }
        }
    }

    private void addCue(Kind kind, String text) {
        var cue = new Cue(kind, List.of(text.split("\\s+")));
        cues.add(cue);
        var first = cue.parts.getFirst();
        if (first.endsWith("*")) {
            longestBeginning = Math.max(longestBeginning, first.length() - 1);
            byFirstLetters
                    .computeIfAbsent(
                            first.substring(0, first.length() - 1), it -> new ArrayList<>())
                    .add(cue);
        } else {
            byFirstWord.computeIfAbsent(first, it -> new ArrayList<>()).add(cue);
        }
    }

    /** The number of cues of each kind, for the test that every language has all of them. */
    Map<Kind, Integer> counts() {
        var counts = new EnumMap<Kind, Integer>(Kind.class);
        cues.forEach(cue -> counts.merge(cue.kind, 1, Integer::sum));
        return counts;
    }
}
