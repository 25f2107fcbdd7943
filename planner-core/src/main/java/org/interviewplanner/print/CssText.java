package org.interviewplanner.print;

/** Text as a string of a style sheet that itself stands in an XML document and in an HTML one. */
final class CssText {

    private CssText() {}

    /**
     * The text in double quotes. What could end the string, the style sheet or the element around
     * it is written as a hexadecimal escape of six digits, which needs no blank after it.
     */
    static String quoted(String text) {
        var css = new StringBuilder("\"");
        MarkdownHtml.withoutBrokenCharacters(text.replaceAll("\\s+", " "))
                .codePoints()
                .forEach(c -> {
                    if ("\"\\'<>&]{};".indexOf(c) >= 0) {
                        css.append("\\%06x".formatted(c));
                    } else {
                        css.appendCodePoint(c);
                    }
                });
        return css.append('"').toString();
    }
}
