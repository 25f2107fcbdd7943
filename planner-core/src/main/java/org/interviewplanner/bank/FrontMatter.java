package org.interviewplanner.bank;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The settings that some documents carry above their text, between two lines of {@code ---} or
 * {@code +++}.
 *
 * @param lines how many lines they take, 0 if there are none
 * @param title value of {@code title}, or null
 * @param isForm whether they are those of a form for issues: its questions are to be filled in
 */
record FrontMatter(int lines, @Nullable String title, boolean isForm) {
    private static final FrontMatter NONE = new FrontMatter(0, null, false);
    private static final int MAX_LINES = 200;

    /** The settings that a form for issues has, and hardly another document. */
    private static final Set<String> FORM = Set.of("name", "about");

    static FrontMatter of(List<String> source) {
        var fence = source.getFirst().stripTrailing();
        if (!fence.equals("---") && !fence.equals("+++")) {
            return NONE;
        }
        String title = null;
        var keys = new HashSet<String>();
        for (int i = 1; i < source.size() && i < MAX_LINES; i++) {
            var line = source.get(i);
            if (line.stripTrailing().equals(fence)) {
                return i == 1 ? NONE : new FrontMatter(i + 1, title, keys.containsAll(FORM));
            }
            int colon = line.indexOf(fence.equals("---") ? ':' : '=');
            boolean isIndented =
                    line.isBlank()
                            || Character.isWhitespace(line.charAt(0))
                            || line.startsWith("-")
                            || line.startsWith("#");
            if (colon < 0 && !isIndented) {
                return NONE;
            }
            var key = colon > 0 ? line.substring(0, colon).strip() : "";
            keys.add(key);
            if (key.equals("title")) {
                title = unquoted(line.substring(colon + 1).strip());
            }
        }
        return NONE;
    }

    private static @Nullable String unquoted(String value) {
        int last = value.length() - 1;
        boolean isQuoted =
                last > 0
                        && value.charAt(0) == value.charAt(last)
                        && "\"'".indexOf(value.charAt(0)) >= 0;
        var plain = isQuoted ? value.substring(1, last) : value;
        return plain.isBlank() ? null : plain;
    }
}
