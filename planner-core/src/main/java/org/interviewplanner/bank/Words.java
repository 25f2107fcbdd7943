package org.interviewplanner.bank;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The words of a text: lower-case, composed, straight apostrophes, no punctuation. */
final class Words {

    private static final Pattern WORD =
            Pattern.compile(
                    "[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*(?:['+#_-][\\p{L}\\p{N}]+){0,20}[+#]*");

    /** More than any question says; bounds the work on what is none. */
    private static final int LONGEST_READ = 4_000;

    private Words() {}

    /** As much of a wording as is looked at. */
    static String beginning(String wording) {
        return wording.length() <= LONGEST_READ ? wording : wording.substring(0, LONGEST_READ);
    }

    static List<String> of(String text) {
        var words = new ArrayList<String>();
        var matcher = WORD.matcher(fold(text));
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    /** Lower-case and composed, with straight apostrophes. */
    static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replace('’', '\'')
                .replace('‘', '\'')
                .toLowerCase(Locale.ROOT);
    }
}
