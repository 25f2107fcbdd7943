package org.interviewplanner.bank;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells lists that lead elsewhere from lists that ask. */
final class Links {
    private static final Pattern WHOLE =
            Pattern.compile(
                    "\\W{0,4}!?\\[(?:[^\\[\\]]|\\[[^\\[\\]]*]){1,500}]\\(\\s*<?([^()\\s]*(?:\\([^()]*\\)[^()\\s]*)*)>?(?:\\s+[\"'][^\"']*[\"'])?\\s*\\)\\W{0,4}");
    private static final Pattern INSIDE =
            Pattern.compile(
                    "\\[(?:[^\\[\\]]){1,300}]\\([^()\\s]{1,2000}\\)|https?://\\S+|<https?://[^>]+>");

    private static final Pattern LINK_TAG =
            Pattern.compile("<a\\s[^<>]{0,500}href=[^<>]{1,500}>[^<>]{0,300}</a>");
    private static final Pattern ANCHOR_TAG =
            Pattern.compile("<a\\s[^<>]{0,500}href=[\"']?#[^<>]{0,500}>[^<>]{0,300}</a>");

    private static final Pattern FILE =
            Pattern.compile(
                    "(?:\\[[ xX]]\\s+)?\\[([^\\[\\]]{1,200})]\\((?:\\.?[^()\\s]{0,200}/)?([^()\\s/]{1,200}?)(?:\\.\\w{1,5})?\\)");

    /** A badge behind a link. */
    private static final Pattern PICTURE =
            Pattern.compile("!\\[[^\\[\\]]{0,100}](?:\\[[^\\[\\]]{0,100}]|\\([^()]{0,500}\\))");

    private static final int SHORT_NAME = 8;

    private Links() {}

    /** Whether the text is one link to a place in the same document. */
    static boolean isAnchor(String printed) {
        if (printed.isEmpty()
                || Character.isLetterOrDigit(printed.charAt(0)) && printed.charAt(0) < 128) {
            return false;
        }
        var text = printed.indexOf("![") > 0 ? PICTURE.matcher(printed).replaceAll("") : printed;
        if (text.indexOf("](#") < 0) {
            return text.startsWith("<a ")
                    && text.indexOf('#') > 0
                    && ANCHOR_TAG.matcher(text.strip()).matches();
        }
        Matcher matcher = WHOLE.matcher(text.strip());
        return matcher.matches() && matcher.group(1).startsWith("#");
    }

    /** Whether the text begins with a link that bears the name of the file it leads to. */
    static boolean isNamedAsFile(String text) {
        if (!text.startsWith("[") || text.indexOf("](") < 0) {
            return false;
        }
        Matcher link = FILE.matcher(text);
        return link.lookingAt() && link.group(1).equals(link.group(2));
    }

    /** Whether the text is nothing but an address. */
    static boolean isBareAddress(String text) {
        return text.startsWith("http")
                && (text.startsWith("https://") || text.startsWith("http://"))
                && text.indexOf(' ') < 0
                && text.indexOf('\n') < 0;
    }

    /** A cheap look before the exact one. */
    static boolean mayLink(String text) {
        return text.indexOf("](") >= 0 || text.indexOf("http") >= 0 || text.indexOf("<a ") >= 0;
    }

    /** Whether the text is mainly a link: all of it, or a name with one link, or a bare address. */
    static boolean isMainly(String text) {
        var trimmed = text.strip();
        if (trimmed.startsWith("<a ") && LINK_TAG.matcher(trimmed).matches()) {
            return true;
        }
        if (trimmed.indexOf("](") < 0 && trimmed.indexOf("http") < 0) {
            return false;
        }
        if (WHOLE.matcher(trimmed).matches()) {
            return true;
        }
        Matcher matcher = INSIDE.matcher(trimmed);
        if (!matcher.find()) {
            return false;
        }
        int rest = trimmed.length() - (matcher.end() - matcher.start());
        return rest <= 60 && !isPointer(trimmed, matcher) || matcher.start() <= 4;
    }

    /**
     * Whether a link with a short name, such as {@code [answer](…)} or {@code [➜](…)}, ends a
     * longer text.
     */
    private static boolean isPointer(String text, Matcher link) {
        int close = text.indexOf("](", link.start());
        int name = close < 0 ? Integer.MAX_VALUE : close - link.start() - 1;
        return link.end() == text.length() && name <= SHORT_NAME && link.start() > 2 * name;
    }
}
