package org.interviewplanner.bank;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The terms that say what a question is about, whatever it asks about it.
 *
 * <p>Words of asking and connecting are left out, forms of a word and names of one thing are made
 * one, and a name of code counts as a whole ({@code =formview}) and by its parts ({@code form,
 * view}): so {@code TemplateView} and {@code FormView} share a part and still differ.
 */
final class TopicTerms {

    /** How a term that is a whole name of code begins. */
    static final char WHOLE_NAME = '=';

    private static final Pattern TOKEN =
            Pattern.compile(
                    "[\\p{L}\\p{N}_][\\p{L}\\p{M}\\p{N}_]*(?:[.'-][\\p{L}\\p{N}_][\\p{L}\\p{M}\\p{N}_]*){0,20}[+#]*");
    private static final Pattern SEAM =
            Pattern.compile(
                    "[_.-]+|(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll}{2})");
    private static final Pattern PLURAL_ACRONYM = Pattern.compile("(\\p{Lu}{2,})s");
    private static final Pattern NO_BLANKS =
            Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]+");

    private static final class Lists {
        final Set<String> ignored = new HashSet<>();
        private @Nullable Pattern between;

        /** The parts of a text without blanks that lie between the words to ignore. */
        String[] split(String run) {
            var pattern = between;
            if (pattern == null) {
                // Longest first, or a word would hide the longer one that begins with it.
                pattern =
                        Pattern.compile(
                                ignored.stream()
                                        .sorted(Comparator.comparing(String::length).reversed())
                                        .map(Pattern::quote)
                                        .collect(Collectors.joining("|", "(?:", ")+")));
                between = pattern;
            }
            return ignored.isEmpty() ? new String[] {run} : pattern.split(run);
        }
    }

    private static final Lists NONE = new Lists();
    private static final Map<String, Lists> LISTS = new HashMap<>();
    private static final Map<String, String> SAME = new HashMap<>();
    private static final Set<String> ASPECTS = new HashSet<>();

    static {
        read();
    }

    private TopicTerms() {}

    /** Whether a term tells what about the topic is asked rather than the topic. */
    static boolean isAspect(String term) {
        return ASPECTS.contains(term);
    }

    /**
     * The terms of a wording, each with a form of it that the wording shows, in its order.
     *
     * @param usual language of the bank, for wordings too short to tell theirs
     */
    static Map<String, String> of(String wording, @Nullable ThinkingWords usual) {
        var text =
                Normalizer.normalize(
                        Wordings.plain(Words.beginning(wording)), Normalizer.Form.NFKC);
        var own = ThinkingWords.recognise(text);
        var language = own == null ? usual : own;
        var code = language == null ? "en" : language.code();
        var lists = LISTS.getOrDefault(code, NONE);
        var terms = new LinkedHashMap<String, String>();
        var tokens = TOKEN.matcher(text.replace('’', '\''));
        while (tokens.find()) {
            addToken(tokens.group(), code, lists, terms);
        }
        return terms;
    }

    private static void addToken(
            String token, String code, Lists lists, Map<String, String> terms) {
        if (NO_BLANKS.matcher(token).find()) {
            addRuns(token, lists, terms);
            for (var rest : NO_BLANKS.split(token)) {
                if (!rest.isEmpty()) {
                    addToken(rest, code, lists, terms);
                }
            }
            return;
        }
        var whole = withoutApostrophe(token);
        if (PLURAL_ACRONYM.matcher(whole).matches()) {
            whole = whole.substring(0, whole.length() - 1);
        }
        // "JavaScript" is one word, however it is written.
        boolean isWord = SAME.containsKey(englishStem(whole.toLowerCase(Locale.ROOT)));
        var parts = isWord ? new String[] {whole} : SEAM.split(whole);
        // "Ctrl-C" is a name as `ctrl_c` is, "token-based" is not; "e.g." is neither.
        boolean name =
                parts.length > 1
                        && (whole.indexOf('-') < 0
                                || Arrays.stream(parts).anyMatch(it -> it.length() == 1));
        if (name) {
            var term = WHOLE_NAME + String.join("", parts).toLowerCase(Locale.ROOT);
            if (term.length() > 3) {
                terms.putIfAbsent(term, whole);
            }
        }
        for (var part : parts) {
            var word = part.toLowerCase(Locale.ROOT);
            // "list" asks in "list all …" and names in "ListView".
            if (!word.isEmpty() && (name || !lists.ignored.contains(word))) {
                terms.putIfAbsent(term(word, code), part);
            }
        }
    }

    /** {@code server's} is {@code server}, {@code l'index} is {@code index}. */
    private static String withoutApostrophe(String token) {
        int apostrophe = token.indexOf('\'');
        if (apostrophe < 0) {
            return token;
        }
        return apostrophe <= 2 ? token.substring(apostrophe + 1) : token.substring(0, apostrophe);
    }

    /**
     * Languages without blanks: between the words to ignore, every two neighbouring signs are a
     * term, or a sign that stands alone.
     */
    private static void addRuns(String token, Lists lists, Map<String, String> terms) {
        var runs = NO_BLANKS.matcher(token);
        while (runs.find()) {
            for (var run : lists.split(runs.group())) {
                for (int i = 0; i < Math.max(1, run.length() - 1) && !run.isEmpty(); i++) {
                    var pair = run.substring(i, Math.min(i + 2, run.length()));
                    terms.putIfAbsent(pair, pair);
                }
            }
        }
    }

    private static String term(String word, String code) {
        var english = englishStem(word);
        var same = SAME.get(english);
        return same != null ? same : isEnglish(word, code) ? english : stem(word, code);
    }

    /** Terms of the trade are English where another script surrounds them. */
    private static boolean isEnglish(String word, String code) {
        return code.equals("en")
                || (Set.of("ru", "uk", "zh", "ja", "ar").contains(code)
                        && word.chars().allMatch(c -> c < 0x80));
    }

    /**
     * Takes off what endings of case, gender and number are made of, down to four letters; the
     * article in Arabic; nothing in Vietnamese, whose words do not change.
     */
    private static String stem(String word, String code) {
        if (code.equals("vi")) {
            return word;
        }
        if (code.equals("ar")) {
            return word.startsWith("ال") && word.length() > 4 ? word.substring(2) : word;
        }
        var endings = code.equals("ru") || code.equals("uk") ? "аеёиіїоуыэєюяйьмхвт" : "aeionsrm";
        int length = word.length();
        while (length > 4 && endings.indexOf(word.charAt(length - 1)) >= 0) {
            length--;
        }
        return word.substring(0, length);
    }

    /** Plural, -ing, -ion, -ate, -ed, -ly and a last e off; never shorter than four letters. */
    static String englishStem(String word) {
        var singular = singular(word);
        var stem = singular;
        for (var ending : List.of("ing", "ion", "ed", "ly")) {
            stem = without(ending, stem);
            if (stem.length() < singular.length()) {
                break;
            }
        }
        stem = stem.length() > 4 ? without("e", stem) : stem;
        if (stem.length() < singular.length()) {
            // "validation", "validating" and "validates" are all said of what is valid; "format"
            // has lost nothing and is left alone.
            stem = without("at", stem);
        }
        int last = stem.length() - 1;
        boolean doubled =
                last >= 3
                        && stem.charAt(last) == stem.charAt(last - 1)
                        && Character.isLetter(stem.charAt(last));
        return doubled && "sl".indexOf(stem.charAt(last)) < 0 ? stem.substring(0, last) : stem;
    }

    private static String without(String ending, String word) {
        int length = word.length() - ending.length();
        return length >= 4 && word.endsWith(ending) ? word.substring(0, length) : word;
    }

    private static String singular(String word) {
        int length = word.length();
        if (length > 4 && word.endsWith("ies")) {
            return word.substring(0, length - 3) + "y";
        }
        if (length > 4
                && word.endsWith("es")
                && ("sxz".indexOf(word.charAt(length - 3)) >= 0
                        || word.endsWith("ches")
                        || word.endsWith("shes"))) {
            return word.substring(0, length - 2);
        }
        boolean plural =
                length > 3 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us");
        return plural ? word.substring(0, length - 1) : word;
    }

    private static void read() {
        try (var stream =
                        Objects.requireNonNull(
                                TopicTerms.class.getResourceAsStream("same-words.txt"));
                var reader =
                        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            var code = "";
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("[")) {
                    code = line.substring(1, line.indexOf(']'));
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    read(line, code);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(String line, String code) {
        int colon = line.indexOf(':');
        var words = line.substring(colon + 1).strip();
        switch (line.substring(0, colon)) {
            case "same" -> {
                for (var group : words.split("\\|")) {
                    var members = group.strip().split("\\s+");
                    for (var member : members) {
                        SAME.put(englishStem(member), englishStem(members[0]));
                    }
                }
            }
            case "ignore" -> lists(code).ignored.addAll(List.of(words.split("\\s+")));
            case "aspect" -> {
                for (var word : words.split("\\s+")) {
                    ASPECTS.add(term(word, code));
                }
            }
            default -> throw new IllegalStateException(line);
        }
    }

    private static Lists lists(String code) {
        return LISTS.computeIfAbsent(code, it -> new Lists());
    }
}
