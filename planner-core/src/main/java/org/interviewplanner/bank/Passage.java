package org.interviewplanner.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interviewplanner.bank.Lexicon.Meaning;

/** The source of neighbouring units as one text, as a person would copy it. */
final class Passage {
    private static final Pattern ANCHOR_LINK =
            Pattern.compile("\\[(?:\\[[^\\[\\]]{0,60}]|[^\\[\\]]{0,60})]\\(#[^()\\s]{0,200}\\)");
    private static final Pattern ANCHOR_TAG =
            Pattern.compile("<a\\s[^<>]{0,200}href=[\"']?#[^<>]{0,200}>[^<>]{0,60}</a>");

    /** No placeholder is longer. */
    private static final int LONGEST_FRAME = 40;

    private static final Pattern QUOTE = Pattern.compile(" {0,3}> ?");
    private static final Pattern CALLOUT = Pattern.compile("\\[!\\w{1,20}][-+]? *(.*)");

    private Passage() {}

    /** The source of some units, without what is no text at its ends, moved to the left. */
    static String text(Outline outline, List<Integer> content) {
        var units = outline.units();
        if (content.isEmpty()) {
            return "";
        }
        var lines = new ArrayList<String>();
        int done = -1;
        for (int i : content) {
            var unit = units.get(i);
            int from = Math.max(unit.line(), done + 1);
            if (!lines.isEmpty() && from > done + 1) {
                lines.add("");
            }
            for (int line = from; line <= unit.textEnd() && line < outline.lines().size(); line++) {
                lines.add(outline.lines().get(line));
            }
            done = Math.max(done, unit.textEnd());
        }
        while (!lines.isEmpty() && !isSubstance(lines.getLast())) {
            lines.removeLast();
        }
        while (!lines.isEmpty() && !isSubstance(lines.getFirst())) {
            lines.removeFirst();
        }
        boolean areQuoted =
                content.stream()
                        .map(units::get)
                        .filter(it -> !it.text().isBlank())
                        .allMatch(Unit::quoted);
        return String.join("\n", shifted(areQuoted ? unquoted(lines) : lines)).strip();
    }

    /** Lines that all stand in a quote or callout, without its marks. */
    private static List<String> unquoted(List<String> lines) {
        var bare = new ArrayList<String>();
        for (var line : lines) {
            Matcher quote = QUOTE.matcher(line);
            var text = quote.lookingAt() ? line.substring(quote.end()) : line;
            Matcher callout = CALLOUT.matcher(text);
            if (!callout.matches()) {
                bare.add(text);
            } else if (!Lexicon.shipped().means(Meaning.ANSWER, callout.group(1))) {
                bare.add(callout.group(1));
            }
        }
        while (!bare.isEmpty() && bare.getFirst().isBlank()) {
            bare.removeFirst();
        }
        return bare;
    }

    private static List<String> shifted(List<String> lines) {
        int margin = Integer.MAX_VALUE;
        for (var line : lines) {
            if (!line.isBlank()) {
                margin = Math.min(margin, line.length() - line.stripLeading().length());
            }
        }
        int cut = margin;
        if (cut == 0) {
            return lines;
        }
        return lines.stream().map(it -> it.length() < cut ? "" : it.substring(cut)).toList();
    }

    /** Whether a text says anything: separators, tags, back-links and placeholders do not. */
    static boolean isSubstance(String text) {
        boolean isProse = text.length() > LONGEST_FRAME && Character.isLetter(text.charAt(0));
        if (isProse || text.length() > 2000) {
            return true;
        }
        var rest = text;
        if (rest.indexOf('<') >= 0) {
            if (rest.contains("<img")) {
                return true;
            }
            rest = rest.contains("<a") ? ANCHOR_TAG.matcher(rest).replaceAll(" ") : rest;
            rest = HtmlPieces.withoutTags(rest);
        }
        if (rest.indexOf("](#") >= 0) {
            rest = ANCHOR_LINK.matcher(rest).replaceAll(" ");
        }
        int begin = 0;
        int end = rest.length();
        while (begin < end && isFrame(rest.charAt(begin))) {
            begin++;
        }
        while (end > begin && isFrame(rest.charAt(end - 1))) {
            end--;
        }
        return begin < end
                && !Lexicon.shipped().means(Meaning.PLACEHOLDER, rest.substring(begin, end));
    }

    private static boolean isFrame(char c) {
        return Character.isWhitespace(c) || "*_-=~>.…:\\|&;()[]⬆↑🔝".indexOf(c) >= 0;
    }
}
