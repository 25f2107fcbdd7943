package org.interviewplanner.bank;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings that some documents carry above their text, between two lines of {@code ---} or
 * {@code +++}.
 *
 * @param lines how many lines they take, 0 if there are none
 * @param title value of {@code title}, or null
 */
record FrontMatter(int lines, @Nullable String title) {
    private static final FrontMatter NONE = new FrontMatter(0, null);
    private static final int MAX_LINES = 200;

    static FrontMatter of(List<String> source) {
        var fence = source.getFirst().stripTrailing();
        if (!fence.equals("---") && !fence.equals("+++")) {
            return NONE;
        }
        String title = null;
        for (int i = 1; i < source.size() && i < MAX_LINES; i++) {
            var line = source.get(i);
            if (line.stripTrailing().equals(fence)) {
                return i == 1 ? NONE : new FrontMatter(i + 1, title);
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
            if (colon > 0 && line.substring(0, colon).strip().equals("title")) {
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
