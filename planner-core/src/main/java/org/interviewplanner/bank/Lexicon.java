package org.interviewplanner.bank;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words that a language needs to be read; all of them stand in {@code lexicon.txt}. */
final class Lexicon {
    /** What a word or phrase can mean where it stands alone or before a colon. */
    enum Meaning {
        DRAFT,
        REVIEW,
        APPROVED,
        RETIRED,
        DONE,
        QUESTION,
        ANSWER,
        LEVEL,
        TIME,
        TAG,
        KEY,
        STATUS,
        NUMBER,
        SECTION,
        GOOD,
        FOLLOW,
        MINUTE,
        SECOND,
        BEFORE,
        AFTER,
        CURRENT,
        SUGGEST,
        REPLACEMENT,
        PLACEHOLDER,
        /** Parts of a document that hold no questions. */
        OTHER,
        /** What a document calls the things it lists when they are questions. */
        QUESTIONS,
        OPENER,
        /** Chinese, Japanese and Vietnamese: shows a question wherever it stands. */
        ANYWHERE,
        SPLIT,
        RENAME,
        GROUP,
        HEADING
    }

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}'&-]+");
    private static final int MAX_PHRASE = 60;
    private static final int MAX_PHRASE_WORDS = 4;

    private static final Lexicon SHIPPED = load();

    private final Map<Meaning, Set<String>> words = new EnumMap<>(Meaning.class);
    private final Map<Meaning, List<String>> stems = new EnumMap<>(Meaning.class);
    private final Map<String, Difficulty> levels = new HashMap<>();
    private final Map<String, Difficulty> signs = new HashMap<>();

    private Lexicon() {
        for (var meaning : Meaning.values()) {
            words.put(meaning, new HashSet<>());
            stems.put(meaning, new ArrayList<>());
        }
    }

    /** The lexicon that comes with the library. */
    static Lexicon shipped() {
        return SHIPPED;
    }

    /** Whether the whole phrase, apart from case and blanks at its ends, has the meaning. */
    boolean means(Meaning meaning, String phrase) {
        if (phrase.length() > MAX_PHRASE) {
            return false;
        }
        var word = phrase.strip().toLowerCase(Locale.ROOT);
        return wordsOf(meaning).contains(word) || startsWithStem(meaning, word);
    }

    /**
     * Whether a word of the meaning stands anywhere in the text; phrases of up to four words count.
     */
    boolean mentions(Meaning meaning, String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        var tokens = NO_WORD.split(lower);
        for (int i = 0; i < tokens.length; i++) {
            if (startsWithStem(meaning, tokens[i]) || startsWithPhrase(meaning, tokens, i)) {
                return true;
            }
        }
        return isUnspaced(lower)
                && wordsOf(meaning).stream().anyMatch(it -> isUnspaced(it) && lower.contains(it));
    }

    /** Whether the text begins with a word or phrase of the meaning. */
    boolean begins(Meaning meaning, String text) {
        var head = text.length() > MAX_PHRASE ? text.substring(0, MAX_PHRASE) : text;
        return startsWithPhrase(meaning, NO_WORD.split(head.strip().toLowerCase(Locale.ROOT)), 0);
    }

    /**
     * Whether the text holds a word of a language without blanks (or one that is as free in its
     * place).
     */
    boolean holdsAnywhere(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        for (var word : wordsOf(Meaning.ANYWHERE)) {
            if (lower.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** The level that the whole phrase names, or null. */
    @Nullable Difficulty level(String phrase) {
        return phrase.length() > MAX_PHRASE
                ? null
                : levels.get(phrase.strip().toLowerCase(Locale.ROOT));
    }

    /**
     * The level that a sign such as a coloured disc stands for where a document explains none, or
     * null.
     */
    @Nullable Difficulty sign(String sign) {
        return signs.get(sign);
    }

    private boolean startsWithPhrase(Meaning meaning, String[] tokens, int from) {
        var phrases = wordsOf(meaning);
        var phrase = new StringBuilder();
        for (int i = from; i < tokens.length && i < from + MAX_PHRASE_WORDS; i++) {
            if (tokens[i].isEmpty()) {
                continue;
            }
            phrase.append(phrase.isEmpty() ? "" : " ").append(tokens[i]);
            if (phrases.contains(phrase.toString())) {
                return true;
            }
        }
        return false;
    }

    private boolean startsWithStem(Meaning meaning, String word) {
        for (var stem : Objects.requireNonNull(stems.get(meaning))) {
            if (word.startsWith(stem)) {
                return true;
            }
        }
        return false;
    }

    private Set<String> wordsOf(Meaning meaning) {
        return Objects.requireNonNull(words.get(meaning));
    }

    /** Whether the text has Han characters or kana. */
    static boolean isUnspaced(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x3040 && c <= 0x9FFF) {
                return true;
            }
        }
        return false;
    }

    private static Lexicon load() {
        var lexicon = new Lexicon();
        try (var stream =
                        Objects.requireNonNull(
                                Lexicon.class.getResourceAsStream("lexicon.txt"), "lexicon.txt");
                var reader =
                        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    lexicon.add(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("lexicon.txt cannot be read.", e);
        }
        return lexicon;
    }

    private void add(String line) {
        int colon = line.indexOf(':');
        var head = line.substring(0, colon).split(" ");
        var list =
                Arrays.stream(line.substring(colon + 1).split(","))
                        .map(it -> it.strip().toLowerCase(Locale.ROOT))
                        .toList();
        if (head[0].startsWith("level") && head[0].length() == 6) {
            var level = Difficulty.ofLevel(head[0].charAt(5) - '0');
            list.forEach(it -> (head[1].equals("signs") ? signs : levels).putIfAbsent(it, level));
            return;
        }
        var meaning = meaning(head);
        for (var word : list) {
            if (word.endsWith("*")) {
                Objects.requireNonNull(stems.get(meaning))
                        .add(word.substring(0, word.length() - 1));
            } else {
                wordsOf(meaning).add(word);
            }
        }
    }

    private static Meaning meaning(String[] head) {
        return switch (head[0]) {
            case "openers" -> Meaning.OPENER;
            case "anywhere" -> Meaning.ANYWHERE;
            case "question" -> head[1].equals("labels") ? Meaning.QUESTION : Meaning.QUESTIONS;
            default -> Meaning.valueOf(head[0].toUpperCase(Locale.ROOT));
        };
    }
}
