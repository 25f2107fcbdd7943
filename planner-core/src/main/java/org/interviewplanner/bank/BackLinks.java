package org.interviewplanner.bank;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interviewplanner.bank.Lexicon.Meaning;

/** Links at a wording that lead back to the top, or to reading matter. */
final class BackLinks {
    private static final Pattern LINK =
            Pattern.compile("\\[(?:\\[[^\\[\\]]{0,40}]|[^\\[\\]]{0,40})]\\(#[^()\\s]{0,200}\\)");
    private static final Pattern ARROWS = Pattern.compile("[⬆↑⇧🔝⤴↩⏫▲^]");
    private static final Pattern TOP =
            Pattern.compile(
                    "\\(#(?:top|toc|table|content|index|menu|目录|оглав|содерж|home|up)[^)]*\\)",
                    Pattern.CASE_INSENSITIVE);

    private BackLinks() {}

    /** The text without a link back that it begins with; one that is nothing else keeps it. */
    static String cutBefore(String text) {
        if (text.indexOf("](#") < 0) {
            return text;
        }
        Matcher link = LINK.matcher(text);
        boolean isBefore =
                link.lookingAt() && link.end() < text.length() && leadsBack(link.group());
        return isBefore ? text.substring(link.end()).strip() : text;
    }

    /** The text without a link back that it ends with, or one such as {@code [Resources](…)}. */
    static String cutBehind(String text) {
        int at = text.lastIndexOf("](#");
        int open = at < 0 ? -1 : text.lastIndexOf('[', at);
        if (open > 0 && text.charAt(open - 1) == '[') {
            open--;
        }
        if (open > 0) {
            Matcher link = LINK.matcher(text).region(open, text.length());
            if (link.matches() && leadsBack(link.group())) {
                return withoutResource(text.substring(0, open).strip());
            }
        }
        return withoutResource(text);
    }

    private static String withoutResource(String text) {
        int at = text.lastIndexOf("](");
        int open = at < 0 ? -1 : text.lastIndexOf('[', at);
        boolean isResource =
                open > 0
                        && Lexicon.shipped().means(Meaning.OTHER, text.substring(open + 1, at))
                        && text.indexOf(')', at) == text.length() - 1;
        return isResource ? text.substring(0, open).strip() : text;
    }

    private static boolean leadsBack(String link) {
        return ARROWS.matcher(link).find() || TOP.matcher(link).find();
    }
}
