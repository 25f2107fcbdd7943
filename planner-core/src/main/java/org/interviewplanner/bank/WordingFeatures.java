package org.interviewplanner.bank;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.interviewplanner.bank.ThinkingWords.Found;
import org.interviewplanner.bank.ThinkingWords.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What a wording shows of a question's difficulty, each on its own.
 *
 * @param language its language, or null if nothing tells
 * @param asks the cues of thinking, heaviest first, no two on the same words
 * @param deep hints at depth
 * @param plain hints at the opposite
 * @param questions number of things asked for, at least 1
 * @param questionMark whether it has one
 * @param situation whether the wording tells a situation before it asks
 * @param length number of words (of signs, where words are not separated, halved)
 * @param special terms of computing that tell of depth, of whatever language
 * @param everyday terms of computing that a beginner knows
 * @param identifiers names of code, acronyms and the like
 * @param terms words that are neither common in the language nor part of a cue
 */
record WordingFeatures(
        @Nullable ThinkingWords language,
        List<Found> asks,
        List<String> deep,
        List<String> plain,
        int questions,
        boolean questionMark,
        boolean situation,
        int length,
        List<String> special,
        List<String> everyday,
        List<String> identifiers,
        List<String> terms) {

    private static final Pattern CODE = Pattern.compile("(`+)(.+?)\\1");
    private static final Pattern SENTENCE =
            Pattern.compile(
                    "[^.?!:;…\u3002\uFF1F\uFF01\uFF1B\u061F]+[.?!:;…\u3002\uFF1F\uFF01\uFF1B\u061F]*");

    /** Letters with a digit, an underscore or a capital inside: {@code SHA256, max_age, RNNs}. */
    private static final Pattern IDENTIFIER =
            Pattern.compile(
                    "\\b(?=\\w*(?:\\p{L}\\d|\\d\\p{L}|_|\\p{L}\\p{Lu}))\\p{L}[\\p{L}\\p{N}_]+\\b",
                    Pattern.UNICODE_CHARACTER_CLASS);

    static WordingFeatures of(String wording, @Nullable ThinkingWords usual) {
        var text = Wordings.plain(Words.beginning(wording));
        var identifiers = new ArrayList<String>();
        var code = CODE.matcher(text);
        while (code.find()) {
            identifiers.add(code.group(2).strip());
        }
        var prose = code.replaceAll(" ");
        var names = IDENTIFIER.matcher(prose);
        while (names.find()) {
            identifiers.add(names.group());
        }
        var own = ThinkingWords.recognise(prose);
        var language = own == null ? usual : own;
        var folded = Words.fold(prose);
        var found = language == null ? List.<Found>of() : language.find(folded);
        var words = Words.of(folded);
        var terms = ThinkingWords.of("terms").find(Words.fold(text));
        var asks = heaviestFirst(found);
        return new WordingFeatures(
                language,
                asks,
                texts(found, Kind.DEEP),
                texts(found, Kind.PLAIN),
                questions(prose, asks, language),
                prose.chars().anyMatch(WordingFeatures::isQuestionMark),
                tellsSituation(prose),
                language == null || language.separatesWords()
                        ? words.size() + identifiers.size()
                        : (folded.length() + 1) / 2,
                texts(terms, Kind.DEEP),
                texts(terms, Kind.PLAIN),
                identifiers,
                terms(words, language));
    }

    /** The asks without hints and without those that lie inside the words of a heavier one. */
    private static List<Found> heaviestFirst(List<Found> found) {
        var asks = new ArrayList<Found>();
        found.stream()
                .filter(it -> it.kind() != Kind.DEEP && it.kind() != Kind.PLAIN)
                .sorted(Comparator.comparing(Found::kind).reversed().thenComparing(Found::at))
                .filter(it -> asks.stream().noneMatch(heavier -> heavier.at() == it.at()))
                .forEach(asks::add);
        return asks;
    }

    private static List<String> texts(List<Found> found, Kind kind) {
        return found.stream().filter(it -> it.kind() == kind).map(Found::text).distinct().toList();
    }

    private static int questions(String prose, List<Found> asks, @Nullable ThinkingWords language) {
        int marks = 0;
        for (int i = 0; i < prose.length(); i++) {
            marks += isQuestionMark(prose.charAt(i)) ? 1 : 0;
        }
        // Two asks in one sentence stand apart; cues next to each other ("how would you build")
        // are one.
        if (language != null && !language.separatesWords()) {
            return Math.clamp(marks, 1, 4);
        }
        int apart = 0;
        int last = -10;
        for (int at : asks.stream().mapToInt(Found::at).sorted().toArray()) {
            if (at - last > 4) {
                apart++;
                last = at;
            }
        }
        return Math.clamp(Math.max(marks, apart), 1, 4);
    }

    private static boolean isQuestionMark(int c) {
        // Latin, full-width and Arabic.
        return c == '?' || c == 0xFF1F || c == 0x061F;
    }

    private static boolean tellsSituation(String prose) {
        var sentences = SENTENCE.matcher(prose);
        boolean told = false;
        while (sentences.find()) {
            var sentence = sentences.group().strip();
            if (sentence.isEmpty()) {
                continue;
            }
            if (isQuestionMark(sentence.charAt(sentence.length() - 1))) {
                return told;
            }
            told |= sentence.length() > 12;
        }
        return false;
    }

    private static List<String> terms(List<String> words, @Nullable ThinkingWords language) {
        return words.stream()
                .filter(it -> it.length() > 2 && (language == null || !language.isCommon(it)))
                .toList();
    }
}
