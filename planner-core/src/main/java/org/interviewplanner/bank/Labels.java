package org.interviewplanner.bank;

import java.util.regex.Pattern;
import org.interviewplanner.bank.Lexicon.Meaning;
import org.jspecify.annotations.Nullable;

/** Labels by the role of what follows them. */
final class Labels {
    private static final int LONGEST_ANNOUNCEMENT = 60;

    /** <em>3 of 10</em>. */
    private static final Pattern OF_ALL =
            Pattern.compile("[*_]{0,2}\\d{1,3}\\s?(/|\\p{L}+)\\s?\\d{1,3}[*_]{0,2}");

    private Labels() {}

    /** Whether the label stands before an old or a new wording or title. */
    static boolean isRewording(@Nullable Label label) {
        return label != null
                && label.number() == null
                && (label.means(Meaning.BEFORE)
                        || label.means(Meaning.AFTER)
                        || label.means(Meaning.CURRENT)
                        || label.means(Meaning.SUGGEST));
    }

    /** Whether a line says nothing but that a question follows: {@code Question 3}. */
    static boolean announces(String line) {
        if (line.length() > LONGEST_ANNOUNCEMENT) {
            return false;
        }
        var text = SectionName.withoutPictures(Phrase.joined(line)).strip();
        var ofAll = OF_ALL.matcher(text);
        if (ofAll.matches()) {
            return ofAll.group(1).equals("/")
                    || Lexicon.shipped().means(Meaning.OF, ofAll.group(1));
        }
        var label = Label.of(text);
        return label == null
                ? Lexicon.shipped().means(Meaning.QUESTION, Wordings.without(text, "*_:"))
                        && text.length() > (Lexicon.isUnspaced(text) ? 1 : 5)
                : label.asks() && label.end() >= text.length();
    }

    /** Whether the label names a fact about the question above: its level, time, tags, status. */
    static boolean isField(Label label) {
        return label.number() == null
                && label.phrase().length() > 1
                && (label.means(Meaning.LEVEL)
                        || label.means(Meaning.TIME)
                        || label.means(Meaning.TAG)
                        || label.means(Meaning.STATUS));
    }
}
