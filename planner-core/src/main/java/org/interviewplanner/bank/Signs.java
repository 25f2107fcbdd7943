package org.interviewplanner.bank;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the pictures at the questions of one document mean: its own legend first, the usual meaning
 * else.
 *
 * <p>A legend is a line or list that names at least two levels, each beside a picture.
 */
final class Signs {
    private static final Map<String, String> SPELLED =
            Map.of(
                    ":white_check_mark:", "\u2705",
                    ":heavy_check_mark:", "\u2714",
                    ":ballot_box_with_check:", "\u2611",
                    ":white_large_square:", "\u2610",
                    "&#9744;", "\u2610",
                    "&#9745;", "\u2611",
                    "&#9989;", "\u2705",
                    "&#10003;", "\u2713");
    private static final int MOST_STARS = 5;
    private static final int MIDDLE_SCALE = 4;

    /** Of a document without a legend. */
    static final Signs UNEXPLAINED = new Signs(Map.of(), Set.of());

    private final Map<String, Difficulty> legend;

    /** Signs that a sentence speaks of without naming a level. */
    private final Set<String> told;

    private Signs(Map<String, Difficulty> legend, Set<String> told) {
        this.legend = legend;
        this.told = told;
    }

    /** The signs explained by texts of the document. */
    static Signs explainedBy(Iterable<String> texts) {
        var found = new HashMap<String, Difficulty>();
        var told = new HashSet<String>();
        for (var text : texts) {
            if (text.length() < 400 && mayHoldPicture(text)) {
                readLegend(text, found);
                told.addAll(told(text));
            }
        }
        told.removeAll(found.keySet());
        return new Signs(
                found.values().stream().distinct().count() >= 2 ? Map.copyOf(found) : Map.of(),
                Set.copyOf(told));
    }

    /**
     * Signs within a sentence that ends: <em>Questions with 🔴 come up often.</em> What they mean
     * is told there.
     */
    private static List<String> told(String text) {
        if (!text.endsWith(".") && !text.endsWith("。")) {
            return List.of();
        }
        var signs = new ArrayList<String>();
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int c = text.codePointAt(at);
            boolean isWithin =
                    at > 0 && text.charAt(at - 1) == ' ' && Character.isLetter(text.charAt(0));
            if (isWithin && isPicture(c) && !isInvisible(c)) {
                signs.add(Character.toString(c));
            }
        }
        return signs;
    }

    /** A cheap look before the exact one. */
    static boolean mayHoldPicture(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x2190 && (c < 0x2E80 || Character.isHighSurrogate(c))) {
                return true;
            }
        }
        return false;
    }

    private static void readLegend(String text, Map<String, Difficulty> found) {
        var tokens = text.replaceAll("[=:–—,;|/()*`-]", " ").strip().split("\\s+");
        for (int i = 0; i + 1 < tokens.length; i++) {
            var sign = bare(tokens[i]);
            var level = Lexicon.shipped().level(tokens[i + 1]);
            if (!sign.isEmpty() && sign.codePoints().allMatch(Signs::isPicture) && level != null) {
                found.putIfAbsent(sign, level);
            }
        }
        if (found.isEmpty()) {
            for (int i = 1; i < tokens.length; i++) {
                var sign = bare(tokens[i]);
                var level = Lexicon.shipped().level(tokens[i - 1]);
                if (!sign.isEmpty()
                        && sign.codePoints().allMatch(Signs::isPicture)
                        && level != null) {
                    found.putIfAbsent(sign, level);
                }
            }
        }
    }

    /** The level that a run of pictures stands for, or null. */
    @Nullable Difficulty level(String run) {
        var sign = bare(run);
        if (sign.isEmpty()) {
            return null;
        }
        var explained = legend.get(sign);
        if (explained != null) {
            return explained;
        }
        if (!legend.isEmpty()) {
            return hardest(sign);
        }
        // Stars that no legend explains may as well praise a question, or say how common it is.
        return told.contains(sign) ? null : Lexicon.shipped().sign(sign);
    }

    /**
     * The level that stars stand for where the document says that a level stands there, or null.
     *
     * @param scale how many stars there may be; up to 4 begin with easy, more with introductory
     */
    static @Nullable Difficulty ofStars(String text, int scale) {
        int stars = stars(text);
        if (stars == 0 || stars > MOST_STARS) {
            return null;
        }
        int printed = (int) text.codePoints().filter(c -> isStar(c) || c == 0x2606).count();
        return Difficulty.ofLevel(
                Math.max(scale, printed) <= MIDDLE_SCALE ? Math.min(stars + 1, MOST_STARS) : stars);
    }

    /** A text with the ticks and boxes that it spells as names or as entities. */
    static String drawn(String text) {
        if (text.indexOf(":white_") < 0 && text.indexOf("check") < 0 && text.indexOf("&#97") < 0) {
            return text;
        }
        var drawn = text;
        for (var spelled : SPELLED.entrySet()) {
            drawn = drawn.replace(spelled.getKey(), spelled.getValue());
        }
        return drawn;
    }

    /** How many stars a text is made of, white ones apart; 0 if it holds anything else. */
    static int stars(String text) {
        if (!mayHoldPicture(text)) {
            return 0;
        }
        var sign = bare(text).replace(" ", "");
        return sign.codePoints().allMatch(Signs::isStar)
                ? sign.codePointCount(0, sign.length())
                : 0;
    }

    private static boolean isStar(int c) {
        return c == 0x2B50 || c == 0x2605 || c == 0x1F31F;
    }

    boolean hasLegend() {
        return !legend.isEmpty();
    }

    static boolean holdsStar(String text) {
        return mayHoldPicture(text) && text.codePoints().anyMatch(Signs::isStar);
    }

    /** Whether a text holds a picture that usually stands for a level. */
    static boolean holdsLevel(String text) {
        return mayHoldPicture(text)
                && text.codePoints()
                        .anyMatch(c -> Lexicon.shipped().sign(Character.toString(c)) != null);
    }

    /**
     * A run without the invisible characters that only choose how a picture is drawn, and without
     * white stars.
     */
    private static String bare(String run) {
        var bare = new StringBuilder(run.length());
        run.codePoints().filter(c -> !isInvisible(c) && c != 0x2606).forEach(bare::appendCodePoint);
        return bare.toString();
    }

    /** Of several explained pictures the hardest counts; null if one is not explained. */
    private @Nullable Difficulty hardest(String sign) {
        Difficulty hardest = null;
        for (int c : sign.codePoints().toArray()) {
            var level = legend.get(Character.toString(c));
            if (level == null) {
                return null;
            }
            hardest = hardest == null || level.compareTo(hardest) > 0 ? level : hardest;
        }
        return hardest;
    }

    static boolean isInvisible(int c) {
        return c == 0x200D
                || c == 0x200B
                || c == 0xFE0F
                || c == 0xFE0E
                || c == 0x200C
                || c == 0x2060;
    }

    /** Whether the character is a picture (or one of the invisible characters around pictures). */
    static boolean isPicture(int c) {
        return isInvisible(c)
                || (c >= 0x1F000 && c <= 0x1FAFF)
                || (c >= 0x2600 && c <= 0x27BF)
                || (c >= 0x2B00 && c <= 0x2BFF)
                || (c >= 0x25A0 && c <= 0x25FF);
    }
}
