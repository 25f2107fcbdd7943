package org.interviewplanner.web.session.live;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Colours the code blocks in HTML: comments, strings, numbers and common words of programming
 * languages. It knows no grammar, so what it does not recognise stays plain and nothing is ever
 * changed but the colour. Time grows with the length of the text and nothing else.
 *
 * <p>It works on sanitised HTML, in which a code block is {@code <pre><code>} with escaped text.
 */
final class CodeColours {
    private static final Pattern BLOCK =
            Pattern.compile("(<pre><code(?: class=\"language-([^\"]*)\")?>)([^<]*)(</code></pre>)");

    /** Longer blocks stay plain. */
    private static final int LONGEST = 50_000;

    private static final Set<String> HASH =
            Set.of(
                    "python",
                    "py",
                    "ruby",
                    "rb",
                    "sh",
                    "bash",
                    "shell",
                    "yaml",
                    "yml",
                    "toml",
                    "perl",
                    "r",
                    "dockerfile",
                    "makefile",
                    "ini",
                    "properties");
    private static final Set<String> DASHES = Set.of("sql", "plsql", "haskell", "hs", "lua", "ada");
    private static final Set<String> NONE =
            Set.of("text", "txt", "plain", "plaintext", "console", "output");

    private static final Set<String> WORDS =
            Set.of(
                    ("abstract and as assert async await begin bool boolean break by case catch char"
                                    + " class const continue create def default defer del delete do"
                                    + " double elif else end enum except export extends false final"
                                    + " finally float fn for foreach from func function go group"
                                    + " having if implements import in inner insert instanceof int"
                                    + " interface into is join lambda left let limit long match"
                                    + " mut namespace new nil none not null on or order outer"
                                    + " override package pass private protected pub public raise"
                                    + " record return right select self set static string struct"
                                    + " super switch table template then this throw throws trait"
                                    + " true try type typedef union unless until update use using"
                                    + " val values var void where while with yield")
                            .split(" "));

    private CodeColours() {}

    /** The same HTML with its code blocks coloured. */
    static String in(String html) {
        if (!html.contains("<pre><code")) {
            return html;
        }
        return BLOCK.matcher(html)
                .replaceAll(block -> {
                    var language =
                            block.group(2) == null ? "" : block.group(2).toLowerCase(Locale.ROOT);
                    var code = block.group(3);
                    var coloured =
                            code.length() > LONGEST || NONE.contains(language)
                                    ? code
                                    : coloured(code, language);
                    return java.util.regex.Matcher.quoteReplacement(
                            block.group(1) + coloured + block.group(4));
                });
    }

    private static String coloured(String code, String language) {
        var out = new StringBuilder(code.length() * 2);
        int at = 0;
        while (at < code.length()) {
            var end = commentEnd(code, at, language);
            if (end > at) {
                span(out, "com", code, at, end);
            } else if ((end = stringEnd(code, at)) > at) {
                span(out, "str", code, at, end);
            } else if (Character.isLetter(code.charAt(at)) || code.charAt(at) == '_') {
                end = wordEnd(code, at);
                if (WORDS.contains(code.substring(at, end).toLowerCase(Locale.ROOT))) {
                    span(out, "word", code, at, end);
                } else {
                    out.append(code, at, end);
                }
            } else if (isDigit(code.charAt(at))) {
                end = wordEnd(code, at);
                span(out, "num", code, at, end);
            } else {
                // An entity such as &amp; is one character of the code.
                end = entityEnd(code, at);
                out.append(code, at, end);
            }
            at = end;
        }
        return out.toString();
    }

    private static void span(StringBuilder out, String kind, String code, int from, int to) {
        out.append("<span class=\"code-").append(kind).append("\">");
        out.append(code, from, to).append("</span>");
    }

    private static int commentEnd(String code, int at, String language) {
        if (code.startsWith("/*", at) && !HASH.contains(language)) {
            var end = code.indexOf("*/", at + 2);
            return end < 0 ? code.length() : end + 2;
        }
        var line =
                HASH.contains(language)
                        ? code.charAt(at) == '#'
                        : DASHES.contains(language)
                                ? code.startsWith("--", at)
                                : code.startsWith("//", at)
                                        && (at == 0 || code.charAt(at - 1) != ':');
        if (!line) {
            return at;
        }
        var end = code.indexOf('\n', at);
        return end < 0 ? code.length() : end;
    }

    /** Where a string that begins here ends, or {@code at}: strings of one line only. */
    private static int stringEnd(String code, int at) {
        for (var quote : new String[] {"&#34;", "&quot;", "&#39;", "\"", "'", "`", "&#96;"}) {
            if (!code.startsWith(quote, at)) {
                continue;
            }
            int i = at + quote.length();
            while (i < code.length() && code.charAt(i) != '\n') {
                if (code.charAt(i) == '\\' && i + 1 < code.length()) {
                    i = entityEnd(code, i + 1);
                } else if (code.startsWith(quote, i)) {
                    return i + quote.length();
                } else {
                    i++;
                }
            }
            return at;
        }
        return at;
    }

    private static int wordEnd(String code, int at) {
        int i = at;
        while (i < code.length()
                && (Character.isLetterOrDigit(code.charAt(i))
                        || code.charAt(i) == '_'
                        || (code.charAt(i) == '.'
                                && isDigit(code.charAt(at))
                                && i + 1 < code.length()
                                && isDigit(code.charAt(i + 1))))) {
            i++;
        }
        return i;
    }

    private static int entityEnd(String code, int at) {
        if (code.charAt(at) == '&') {
            var end = code.indexOf(';', at);
            if (end > at && end - at < 10) {
                return end + 1;
            }
        }
        return at + 1;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
