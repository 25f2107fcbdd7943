package org.interviewplanner.bank;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what a text quotes or prints in bold. */
final class Quotes {
    private static final Pattern QUOTED =
            Pattern.compile(
                    "\"([^\"\\n]{1,300})\"|“([^”\\n]{1,300})”|„([^“”\\n]{1,300})[“”]|«([^»\\n]{1,300})»|「([^」\\n]{1,300})」|『([^』\\n]{1,300})』|»([^«\\n]{1,300})«|《([^》\\n]{1,300})》");
    private static final Pattern BOLD =
            Pattern.compile("\\*\\*([^*\\n]{1,300})\\*\\*|__([^_\\n]{1,300})__");
    private static final String EMPHASIS = "*_";
    private static final String PUNCTUATION = ",.;，、。:：";
    private static final String OPENING = "\"“„«「『»《‘'";
    private static final String CLOSING = "\"”“»」』«》’'";

    private Quotes() {}

    /**
     * The quoted names in order, without markup and the comma or full stop that typists put inside.
     */
    static List<String> names(String text) {
        return all(QUOTED, text);
    }

    /** A cheap look before the exact one. */
    static boolean mayQuoteTwice(String text) {
        int marks = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isMark = c == '"' || c >= 0xAB && c <= 0x300F && "“„”«»「」『』《》".indexOf(c) >= 0;
            marks += isMark ? 1 : 0;
        }
        return marks >= 4;
    }

    /** What stands in bold, in order. */
    static List<String> bold(String text) {
        return all(BOLD, text);
    }

    /**
     * A name that is quoted or printed in bold.
     *
     * @param end index behind it
     */
    record Marked(String name, int end) {}

    /** What is quoted or in bold, in order. */
    static List<Marked> marked(String text) {
        var found = new ArrayList<Marked>();
        for (var pattern : List.of(QUOTED, BOLD)) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                for (int group = 1; group <= matcher.groupCount(); group++) {
                    if (matcher.group(group) != null) {
                        found.add(new Marked(trimmed(matcher.group(group)), matcher.end()));
                    }
                }
            }
        }
        found.sort(Comparator.comparingInt(Marked::end));
        return found;
    }

    private static List<String> all(Pattern pattern, String text) {
        var found = new ArrayList<String>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            for (int group = 1; group <= matcher.groupCount(); group++) {
                if (matcher.group(group) != null) {
                    var name = trimmed(matcher.group(group));
                    if (!name.isBlank()) {
                        found.add(name);
                    }
                }
            }
        }
        return found;
    }

    private static String trimmed(String name) {
        int begin = 0;
        var text = name.strip();
        int end = text.length();
        while (begin < end && EMPHASIS.indexOf(text.charAt(begin)) >= 0) {
            begin++;
        }
        for (var tail : List.of(EMPHASIS, PUNCTUATION, EMPHASIS)) {
            while (end > begin && tail.indexOf(text.charAt(end - 1)) >= 0) {
                end--;
            }
        }
        return text.substring(begin, end).strip();
    }

    /** A wording without the quotation marks around the whole. */
    static String unquoted(String wording) {
        var text = wording.strip();
        while (text.length() > 2) {
            int open = OPENING.indexOf(text.charAt(0));
            char last = text.charAt(text.length() - 1);
            boolean isWhole =
                    open >= 0
                            && CLOSING.indexOf(last) >= 0
                            && text.indexOf(last, 1) == text.length() - 1;
            if (!isWhole) {
                return text;
            }
            text = text.substring(1, text.length() - 1).strip();
        }
        return text;
    }
}
