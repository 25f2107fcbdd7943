package org.interviewplanner.bank;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
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
        /** What a document about interviews is called. */
        INTERVIEW,
        /** What a list of bare things to be asked is called. */
        TOPIC,
        /** How the headings of advice begin. */
        ADVICE,
        /** Who is asked: a line about her is none to her. */
        CANDIDATE,
        /** Who speaks in questions that no candidate is asked. */
        READER,
        /** Who speaks in questions that a team asks itself. */
        TEAM,
        FAQ,
        /** What the forms for issues and changes speak of. */
        FORM,
        /**
         * Levels of persons: questions for them are of that level, also where no other is named.
         */
        RANK,
        /** Names of levels that as heading name a part of a subject. */
        PART,
        OPENER,
        /** Verbs that ask for words: an instruction has others. */
        TELL,
        /** Pronouns behind the verb of a question or a request: <em>Parlez-nous</em>. */
        CLITIC,
        /** Chinese, Japanese and Vietnamese: shows a question wherever it stands. */
        ANYWHERE,
        /** Ends a request, in languages whose verbs stand last. */
        REQUEST,
        /** Asks to choose among options. */
        CHOOSE,
        /** What stands between a number and the number of all. */
        OF,
        /** Parts of a read-me. */
        README,
        /** What is done with a document: exercises, tasks. */
        TASK,
        SPLIT,
        RENAME,
        GROUP,
        HEADING
    }

    private static final int MAX_PHRASE = 60;
    private static final int MAX_PHRASE_WORDS = 4;

    /** Shorter words without their accents are others: <em>de</em> is not <em>dé</em>. */
    private static final int LONGEST_PARTICLE = 2;

    private static final Pattern ACCENTS = Pattern.compile("(?<=[a-z])\\p{M}+");

    private static final Lexicon SHIPPED = load();

    private final Map<Meaning, Set<String>> words = new EnumMap<>(Meaning.class);
    private final Map<String, Set<Meaning>> meanings = new HashMap<>();
    private final Map<Meaning, Set<String>> firsts = new EnumMap<>(Meaning.class);
    private final Map<Meaning, Set<String>> unspaced = new EnumMap<>(Meaning.class);

    /**
     * The small letters and signs of ASCII that a word, phrase or stem of a meaning begins with.
     */
    private final Map<Meaning, BitSet> initials = new EnumMap<>(Meaning.class);

    private final Map<Meaning, List<String>> stems = new EnumMap<>(Meaning.class);
    private final Map<String, Difficulty> levels = new HashMap<>();
    private final Map<String, Difficulty> signs = new HashMap<>();

    private Lexicon() {
        for (var meaning : Meaning.values()) {
            words.put(meaning, new HashSet<>());
            firsts.put(meaning, new HashSet<>());
            unspaced.put(meaning, new HashSet<>());
            initials.put(meaning, new BitSet());
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
        var stripped = phrase.strip();
        if (stripped.isEmpty() || !mayBegin(meaning, stripped.charAt(0))) {
            return false;
        }
        var word = lower(stripped);
        return wordsOf(meaning).contains(word) || startsWithStem(meaning, word);
    }

    /** All that the whole phrase means, stems apart. */
    Set<Meaning> meanings(String phrase) {
        return phrase.length() > MAX_PHRASE
                ? Set.of()
                : meanings.getOrDefault(lower(phrase.strip()), Set.of());
    }

    /** Whether a word of the meaning stands anywhere; phrases of up to four words count. */
    boolean mentions(Meaning meaning, String text) {
        // What is ASCII is put in lower case word by word: few words are looked up.
        var lower = isAscii(text) ? text : lower(text);
        var firsts = firstWords(meaning);
        for (int begin = wordBegin(lower, 0); begin < lower.length(); ) {
            int end = wordEnd(lower, begin);
            if (!mayBegin(meaning, lower.charAt(begin))) {
                begin = wordBegin(lower, end);
                continue;
            }
            var word = lower(lower.substring(begin, end));
            // A lone letter is a label, or a word that means nothing of the kind.
            boolean isReader =
                    meaning == Meaning.READER
                            && (word.charAt(0) != 'i' || text.startsWith("I", begin));
            if (end - begin == 1 && !isReader && !isUnspaced(word)) {
                begin = wordBegin(lower, end);
                continue;
            }
            if (firsts.contains(word) && startsWithPhrase(meaning, lower(lower), begin)
                    || startsWithStem(meaning, word)) {
                return true;
            }
            begin = wordBegin(lower, end);
        }
        return isUnspaced(lower) && holdsOne(unspaced(meaning), lower);
    }

    /** Whether the text begins with a word or phrase of the meaning. */
    boolean begins(Meaning meaning, String text) {
        var head = text.length() > MAX_PHRASE ? text.substring(0, MAX_PHRASE) : text;
        int begin = wordBegin(head, 0);
        if (begin == head.length() || !mayBegin(meaning, head.charAt(begin))) {
            return false;
        }
        var first = lower(head.substring(begin, wordEnd(head, begin)));
        return startsWithStem(meaning, first)
                || firstWords(meaning).contains(first)
                        && startsWithPhrase(meaning, lower(head.substring(begin)), 0);
    }

    /** Whether a pronoun hangs on the first word, as in questions and requests only. */
    boolean beginsInverted(String text) {
        int begin = wordBegin(text, 0);
        int end = wordEnd(text, begin);
        int hyphen = text.lastIndexOf('-', end - 1);
        return hyphen > begin
                && wordsOf(Meaning.CLITIC)
                        .contains(text.substring(hyphen, end).toLowerCase(Locale.ROOT));
    }

    /** Whether a prompt asks to tell something, and not to do it. */
    boolean asksToTell(String prompt) {
        return begins(Meaning.TELL, prompt);
    }

    /** The same in languages whose verbs stand last, where instructions sound otherwise. */
    boolean endsAskingToTell(String prompt) {
        return endsWithRequest(prompt) && mentions(Meaning.TELL, prompt);
    }

    /** Whether the text holds a word that shows a question wherever it stands. */
    boolean holdsAnywhere(String text) {
        return holdsLetterBeyondAscii(text) && holdsOne(wordsOf(Meaning.ANYWHERE), lower(text));
    }

    /** Whether the text ends with a word by which a language requests, a full stop apart. */
    boolean endsWithRequest(String text) {
        int end = text.length();
        while (end > 0 && ".。!！".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        // All these languages end their requests beyond ASCII, but for the Turkish n and z.
        if (end == 0 || text.charAt(end - 1) < 128 && "nzNZ".indexOf(text.charAt(end - 1)) < 0) {
            return false;
        }
        for (var word : wordsOf(Meaning.REQUEST)) {
            if (text.regionMatches(true, end - word.length(), word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }

    /** In lower case; the Turkish İ becomes an i without a dot of its own. */
    static String lower(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return text.indexOf('\u0130') < 0 ? lower : lower.replace("i\u0307", "i");
    }

    private static boolean holdsOne(Set<String> words, String lower) {
        for (var word : words) {
            if (lower.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holdsLetterBeyondAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127 && Character.isLetter(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether every character is one of the first 128. */
    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }

    /** The level that the whole phrase names, or null. */
    @Nullable Difficulty level(String phrase) {
        return phrase.length() > MAX_PHRASE ? null : levels.get(lower(phrase.strip()));
    }

    /**
     * The level that a sign such as a coloured disc stands for where a document explains none, or
     * null.
     */
    @Nullable Difficulty sign(String sign) {
        return signs.get(sign);
    }

    /**
     * Whether a phrase of the meaning begins at a word; anything but letters may part its words.
     */
    private boolean startsWithPhrase(Meaning meaning, String lower, int from) {
        var phrases = wordsOf(meaning);
        var phrase = new StringBuilder();
        int begin = from;
        for (int count = 0; count < MAX_PHRASE_WORDS && begin < lower.length(); count++) {
            int end = wordEnd(lower, begin);
            phrase.append(count == 0 ? "" : " ").append(lower, begin, end);
            if (phrases.contains(phrase.toString())) {
                return true;
            }
            begin = wordBegin(lower, end);
        }
        return false;
    }

    private static int wordBegin(String text, int from) {
        int i = from;
        while (i < text.length() && !isWord(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static int wordEnd(String text, int from) {
        int i = from;
        while (i < text.length() && isWord(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isWord(char c) {
        if (c < 128) {
            return Character.isLetterOrDigit(c) || c == '\'' || c == '&' || c == '-';
        }
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    private Set<String> firstWords(Meaning meaning) {
        return Objects.requireNonNull(firsts.get(meaning));
    }

    private Set<String> unspaced(Meaning meaning) {
        return Objects.requireNonNull(unspaced.get(meaning));
    }

    /** A cheap look before the exact one, at the first character of a word in any case. */
    private boolean mayBegin(Meaning meaning, char first) {
        return first >= 128 || initialsOf(meaning).get(Character.toLowerCase(first));
    }

    private BitSet initialsOf(Meaning meaning) {
        return Objects.requireNonNull(initials.get(meaning));
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
                initialsOf(meaning).set(word.charAt(0));
            } else {
                add(meaning, word);
                var bare = meaning == Meaning.OPENER ? withoutAccents(word) : word;
                if (bare.length() > LONGEST_PARTICLE) {
                    add(meaning, bare);
                }
            }
        }
    }

    private void add(Meaning meaning, String word) {
        wordsOf(meaning).add(word);
        meanings.computeIfAbsent(word, it -> EnumSet.noneOf(Meaning.class)).add(meaning);
        int begin = wordBegin(word, 0);
        firstWords(meaning).add(word.substring(begin, wordEnd(word, begin)));
        initialsOf(meaning).set(word.charAt(0));
        initialsOf(meaning).set(word.charAt(begin == word.length() ? 0 : begin));
        if (isUnspaced(word)) {
            unspaced(meaning).add(word);
        }
    }

    /** As many people type it: <em>cual</em> for <em>cuál</em>. */
    private static String withoutAccents(String word) {
        return ACCENTS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
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
